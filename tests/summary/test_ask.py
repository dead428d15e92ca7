"""«Кого и о чём спросить»: whom it names, about what, and that it stays on the first screen."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.languages import CODES
from sheetsync.model import (
    Change,
    ChangeKind,
    DeadlineKind,
    Department,
    Line,
    Meaning,
    Measure,
    PlanPeriod,
    Progress,
    Row,
    fitting,
)
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.ask import ask
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.head import head
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import WIDTHS, height
from tests.builders import (
    COLUMNS,
    OPEN,
    YEAR_ROUND,
    deadline,
    inputs,
    measure,
    month,
    plan,
    progress,
)

TODAY = date(2021, 10, 19)
STAFF = [Department(name=f"Отдел № {n}") for n in range(1, 7)]
LONG = "Заседание Президиума Смоленского Профобъединения по практике работы членских организаций"


def asked(*measures: Measure, words: dict[int, date] | None = None) -> Inputs:
    agenda = build_agenda(plan(*measures), today=TODAY, warnings=Warnings(workdays=Workdays("RU")))
    return inputs(agenda, word_days=words or {}, began=date(2021, 1, 11))


def lines(given: Inputs) -> list[list[object]]:
    return [[cell.value for cell in row.cells] for row in ask(given)]


def roomy(given: Inputs, spare: float) -> list[Row]:
    """The block on a screen that has so many points more than it takes."""
    return ask(given, screen=height(ask(given)) + spare)


def test_what_waits_for_others_is_asked_about_while_nobody_says_a_word() -> None:
    row = measure("2").row
    silent = lines(asked(measure("2", when=OPEN), words={row: date(2021, 4, 17)}))
    assert ["Отдел кадров – без свежей отметки 1 пункт"] in silent
    assert (silent[-1][0], silent[-1][-1]) == ("п. 2", "отметки нет")
    fresh = lines(asked(measure("2", when=OPEN), words={row: date(2021, 10, 4)}))
    assert len(fresh) == 3


def test_silence_is_counted_in_days_since_the_last_mark() -> None:
    one = measure("1", when=YEAR_ROUND, done=progress(Meaning.IN_WORK))
    (*_, line) = lines(asked(one, words={one.row: date(2021, 5, 28)}))
    assert line[-1] == "28 мая, 144 дня назад: «отметка»"


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("заявка подана", "без даты: «заявка подана»"),
        ("было 28.05", "28 мая, 144 дня назад: «было 28.05»"),
        ("за 9 месяцев: работа ведётся", None),
        ("совещание 5 октября", None),
        ("перенос на сентябрь", "без даты: «перенос на сентябрь»"),
        ("протокол будет к 20 декабря", "без даты: «протокол будет к 20 декабря»"),
    ],
)
def test_a_mark_older_than_our_first_day_is_as_old_as_it_says(mark: str, said: str | None) -> None:
    written = Progress(text=mark, meaning=Meaning.IN_WORK)
    one = measure("1", when=YEAR_ROUND, done=written)
    given = inputs(asked(one).agenda, word_days={one.row: TODAY}, began=TODAY)
    found = [line[-1] for line in lines(given) if line[:1] == ["п. 1"]]
    assert found == ([said] if said else [])


def test_a_mark_of_our_first_day_may_be_older() -> None:
    one = measure("1", when=YEAR_ROUND, done=progress(Meaning.IN_WORK))
    (*_, line) = lines(asked(one, words={one.row: date(2021, 1, 11)}))
    assert line[-1] == "11 января или раньше: «отметка»"


def test_who_is_late_by_the_most_days_stands_first_and_nobody_last() -> None:
    march = deadline(DeadlineKind.MONTH, month(3))
    late = [
        *(measure(str(n), lead=STAFF[0]) for n in range(1, 6)),
        measure("6", when=march, lead=STAFF[1]),
        measure("7", when=deadline(DeadlineKind.MONTH, month(2)), lead=None),
        measure("8", when=YEAR_ROUND, lead=STAFF[2]),
    ]
    named = ["Отдел № 2", "Отдел № 1", "Отдел № 3", "Ответственный не определён"]
    more = measure("9", when=YEAR_ROUND, lead=STAFF[3])
    assert lines(asked(*late, more))[-1] == [
        "Есть вопросы и к другим, см. ниже «По ответственным»: Отдел № 4."
    ]
    groups = [str(line[0]).split(" – ")[0] for line in lines(asked(*late)) if len(line) == 1]
    assert groups[1:] == named


def test_who_heads_a_department_stands_beside_it() -> None:
    headed = Department(name="Отдел кадров", head="начальник отдела")
    assert ["Отдел кадров (начальник отдела) – просрочен 1 пункт"] in lines(
        asked(measure("1", lead=headed))
    )


def test_lines_that_are_left_go_to_the_silent_ones() -> None:
    few = [measure(str(n), when=YEAR_ROUND) for n in range(1, 6)]
    assert [line[0] for line in lines(asked(*few))[4:]] == ["п. 1", "п. 2", "п. 3"]
    many = [measure(str(n), when=YEAR_ROUND, lead=STAFF[n % 5]) for n in range(1, 31)]
    numbers = [line[0] for line in lines(asked(*many)) if len(line) > 1][1:]
    assert len(numbers) == 6


def test_who_has_nothing_to_answer_is_named_too() -> None:
    quiet = measure("2", when=YEAR_ROUND, lead=STAFF[0])
    given = asked(measure("1"), quiet, words={quiet.row: TODAY})
    assert lines(given)[-1] == ["Больше спрашивать некого. Вопросов нет: Отдел № 1."]
    nobody = measure("3", when=YEAR_ROUND, lead=None)
    given = asked(measure("1"), nobody, words={nobody.row: TODAY})
    assert len(lines(given)[-1]) > 1


def test_the_first_screen_holds_the_worst_plan() -> None:
    """600 pixels are 450 points: what is left of a screen of 768 below a program's own rows."""
    many = [measure(str(n), text=LONG * 3, lead=STAFF[n % 6]) for n in range(200)]
    word = Line(5, "2", LONG, "апрель", "Отдел кадров", "в работе", "", "")
    news = (Change(kind=ChangeKind.DONE, identity=1, before=word, after=word, field="status"),) * 9
    tab = chair_tab(inputs(asked(*many).agenda, since=date(2021, 9, 30), changes=news))
    (end,) = [area.bottom for name, area in tab.blocks if name == "sheetsync_changed"]
    assert sum(_height(row) for row in tab.rows[:end]) <= 450


def _height(row: Row) -> float:
    assert row.height is not None
    return row.height


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (3, "Отдел кадров – 3 measures overdue"),  # each has a line
        (4, "Отдел кадров – 4 measures overdue (nos. 1–4)"),
        (9, "Отдел кадров – 9 measures overdue (nos. 1–9)"),
    ],
)
def test_all_that_are_counted_are_named_unless_each_has_a_line(count: int, said: str) -> None:
    late = asked(*(measure(str(n)) for n in range(1, count + 1)))
    assert [said] in lines(inputs(late.agenda, language="en", word_days={}, began=TODAY))


@pytest.mark.parametrize("language", CODES)
def test_no_line_above_the_numbers_is_cut(language: str) -> None:
    """A text at the right that is too long loses its beginning to the cell at its left."""
    agenda = asked(*(measure(str(n)) for n in range(1000))).agenda
    _, row = head(inputs(agenda, language=language))
    column = 0
    for cell in row.cells:
        room = fitting.room_of(cell, WIDTHS, column)
        assert fitting.text_width(cell.value or "") <= room, cell.value
        column += cell.span


def test_a_long_title_goes_on_where_the_screen_has_room() -> None:
    given = asked(measure("1", text=LONG + " по вовлечению работников в члены профсоюзов"))
    short, long = (
        next(row for row in roomy(given, spare) if row.cells and row.cells[0].value == "п. 1")
        for spare in (0.0, 50.0)
    )
    assert str(short.cells[1].value).endswith("…")
    assert str(long.cells[1].value).endswith("в члены профсоюзов")


def test_titles_that_begin_alike_are_cut_before_their_difference() -> None:
    beginning = f"{LONG} Российской Федерации, областных и районных организаций по вопросу "
    given = asked(*(measure(str(n), text=beginning + what) for n, what in enumerate(("а", "о"), 1)))
    titles = [str(line[1]) for line in lines(given) if str(line[:1]).startswith("['п. ")]
    assert titles == ["Заседание Президиума … а", "Заседание Президиума … о"]


def test_whom_to_ask_comes_before_what_else_of_the_same() -> None:
    late = [measure(str(n), text=LONG * 2, lead=STAFF[n // 3]) for n in range(6)]
    rows = {row.cells[0].value: row for row in roomy(asked(*late), 26.0) if row.cells}
    high = [number for number in ("п. 0", "п. 1", "п. 3", "п. 4") if _height(rows[number]) > 20]
    assert high == ["п. 0", "п. 3"]


def test_no_mark_is_waited_for_from_before_the_plan() -> None:
    began = replace(plan(measure("2", when=OPEN)), period=PlanPeriod(TODAY, date(2022, 6, 30)))
    agenda = build_agenda(began, today=TODAY, warnings=Warnings(workdays=Workdays("RU")))
    headers = lines(inputs(agenda, began=TODAY))[2]
    assert headers[-1] == "Отметка (новую ждём с 19 октября)"


def test_where_marks_have_no_column_none_is_waited_for() -> None:
    without = {name: at for name, at in COLUMNS.letters.items() if name != "status"}
    unmarked = replace(COLUMNS, letters=without)
    found = replace(plan(measure("2", when=OPEN)), columns=unmarked)
    agenda = build_agenda(found, today=TODAY, warnings=Warnings(workdays=Workdays("RU")))
    told = lines(inputs(agenda, began=TODAY))
    assert ["Отдел кадров – нужен ответ по 1 пункту"] in told
    assert told[2][-1] == "Последняя отметка"


def test_work_without_a_day_is_named_only_where_there_is_some() -> None:
    month_ahead = deadline(DeadlineKind.MONTH, month(12))
    assert lines(asked(measure("2", when=month_ahead)))[-1] == ["Просроченных пунктов нет."]
