"""Which words a stage is told in, and what a letter says around its items."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sheetsync.digest.letter_words import in_words
from sheetsync.languages import load_language
from sheetsync.model import (
    AlertKind,
    Columns,
    DeadlineKind,
    Department,
    Digest,
    DigestItem,
    Doubt,
    Finding,
    Letter,
    Meaning,
    Milestone,
    News,
    NewsKind,
    Role,
    State,
    Topic,
)
from sheetsync.plan.findings import finding
from tests.builders import OPEN, YEAR_ROUND, deadline, measure, plan, progress, with_words
from tests.digest.digests import (
    LETTERHEAD,
    TODAY,
    alert,
    digest,
    digest_item,
    item,
    line,
    news,
    of_topic,
)

APRIL, MAY = date(2021, 4, 30), date(2021, 5, 31)
LATE = item(due=APRIL)


def letter(found: Digest, code: str = "ru") -> Letter:
    return in_words(found, plan(), LETTERHEAD, load_language(code))


def state(topic: Topic, told: DigestItem, code: str = "ru") -> str:
    new = replace(told, new=True)
    return letter(digest((topic, (new,))), code).sections[0].entries[0].state


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("", "срок вышел 11 дней назад, отметки нет"),
        ("late-1", "срок вышел 11 дней назад, отметки нет"),
        ("late-3", "срок вышел 11 дней назад, отметки нет"),
        ("late-10", "просрочено 11 дней, отметки нет"),
        ("late-month-2021-05", "просрочено 11 дней, отметки нет"),
    ],
)
def test_overdue_is_said_after_the_days_of_grace(stage: str, words: str) -> None:
    assert state(Topic.OVERDUE, digest_item(LATE, stage)) == words


def test_a_helper_is_told_the_fact_alone() -> None:
    told = replace(digest_item(LATE), role=Role.HELPER)
    assert state(Topic.HELPING, told) == "срок вышел 11 дней назад, отметки нет"


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (TODAY, "последний день сегодня, отметки нет"),
        (
            date(2021, 5, 15),
            "последний день 15 мая, суббота; сегодня последний рабочий день перед ним, отметки нет",
        ),
    ],
)
def test_the_last_working_day_is_named(due: date, words: str) -> None:
    assert state(Topic.DUE_SOON, digest_item(item(State.DUE_SOON, due), "last-day")) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "не отмечен ещё 1 прежний срок"),
        (2, "не отмечены ещё 2 прежних срока"),
        (5, "не отмечены ещё 5 прежних сроков"),
    ],
)
def test_older_occurrences_are_counted(count: int, words: str) -> None:
    told = replace(digest_item(LATE, "late-10"), missed=count)
    assert state(Topic.OVERDUE, told).endswith(words)


@pytest.mark.parametrize(
    ("stage", "last_word", "words"),
    [
        ("pulse-Q1", None, "отметки нет"),
        ("pulse-Q1", date(2021, 1, 30), "без отметки 101 день (последняя 30 января)"),
        ("close-1", None, "отметки нет; подведите итог года: что сделано и когда"),
    ],
)
def test_silence_is_said_as_a_fact(stage: str, last_word: date | None, words: str) -> None:
    ongoing = item(State.ONGOING, of=measure(when=YEAR_ROUND))
    assert state(Topic.ASK, digest_item(ongoing, stage, last_word=last_word)) == words


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (True, "отметки нет; спрашиваем второй раз"),
        (False, "отметки нет; мы уже спрашивали дважды"),
    ],
)
def test_a_second_question_is_called_so_in_the_letter_that_puts_it(
    words: str, *, new: bool
) -> None:
    ongoing = item(State.ONGOING, of=measure(when=YEAR_ROUND))
    asked = replace(digest_item(ongoing, "pulse-Q1-2", new=new), asked=True)
    (section,) = letter(digest((Topic.ASK, (asked,)))).sections
    assert [entry.state for entry in (*section.entries, *section.brief)] == [words]


DISTRICTS = ("Велижский район", "Сафоновский район", "Ярцевский район")
MARCH = date(2021, 3, 31)


def places(*days: date, said: str = "март, апрель") -> list[DigestItem]:
    """One measure, due in each district on its day."""
    rally = replace(
        measure(), milestones=tuple(Milestone(what=w, text=w, deadline=OPEN) for w in DISTRICTS)
    )
    return [
        digest_item(item(due=day, said=said, what=what, of=rally), "late-10", new=True)
        for what, day in zip(DISTRICTS, days, strict=True)
    ]


def test_a_measure_with_several_places_is_worded_and_counted_once() -> None:
    late = places(MARCH, APRIL, APRIL)
    found = letter(digest(of_topic(Topic.OVERDUE, *late)))
    (section,) = found.sections
    (entry,) = section.entries
    assert section.heading == "Просрочено: 1"
    assert found.subject == "План 2021: просрочен 1 пункт"
    assert (entry.title, entry.when) == ("Провести заседание", "срок «март, апрель»")
    assert entry.parts == (
        "Велижский район: последний день 31 марта, просрочено 41 день, отметки нет",
        f"{', '.join(DISTRICTS[1:])}: последний день 30 апреля, просрочено 11 дней, отметки нет",
    )


def test_what_all_places_share_is_said_once() -> None:
    (entry,) = (
        letter(digest(of_topic(Topic.OVERDUE, *places(APRIL, APRIL, APRIL)))).sections[0].entries
    )
    assert entry.when == "срок «март, апрель», последний день 30 апреля"
    assert entry.state == "просрочено 11 дней, отметки нет"
    assert entry.parts == (", ".join(DISTRICTS),)


def test_days_of_a_measure_are_told_without_the_labels_of_the_sheet() -> None:
    days = [item(due=day, said="март, апрель", what="март") for day in (MARCH, APRIL)]
    asked = of_topic(Topic.OVERDUE, *(digest_item(day, "late-10", new=True) for day in days))
    (entry,) = letter(digest(asked), "en").sections[0].entries
    assert entry.parts == (
        "last day 31 March, 41 days overdue, no mark",
        "last day 30 April, 11 days overdue, no mark",
    )


def test_known_places_of_a_measure_share_one_line() -> None:
    known = [replace(one, new=False) for one in places(MARCH, APRIL, APRIL)]
    (entry,) = letter(digest(of_topic(Topic.OVERDUE, *known))).sections[0].brief
    assert entry.state.startswith("Велижский район: последний день 31 марта, просрочен")
    assert entry.state.count("; Сафоновский район, Ярцевский район: последний день") == 1


def test_the_coordinator_reads_a_measure_with_several_places_once() -> None:
    silent = [alert(AlertKind.ESCALATED, one.item) for one in places(MARCH, APRIL, APRIL)]
    found = letter(replace(digest(kind="coordinator"), alerts=tuple(silent)))
    (section,) = found.sections
    assert section.heading == "Давно просрочено, новой отметки нет: 1"
    assert [len(entry.parts) for entry in section.entries] == [2]


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("по запросу ФНПР", DeadlineKind.OPEN, "запрос поступал?"),
        ("по плану ФНПР", DeadlineKind.OPEN, "дата уже известна?"),
        ("после конференции", DeadlineKind.RELATIVE, "это уже состоялось?"),
    ],
)
def test_a_wait_is_asked_about_by_what_it_waits_for(
    said: str, kind: DeadlineKind, words: str
) -> None:
    waiting = item(State.WAITING, said=said, of=measure(when=deadline(kind)))
    assert state(Topic.WAITING, digest_item(waiting, "ask-04")) == words


def test_a_wait_without_a_question_shows_its_mark() -> None:
    noted = measure(when=OPEN, done=progress(Meaning.STILL_WAITING))
    told = digest_item(item(State.WAITING, of=noted))
    assert state(Topic.WAITING, told) == "отметка: «отметка»"


def test_a_mark_that_is_not_understood_is_said_to_be() -> None:
    unclear = item(due=APRIL, of=measure(done=progress(Meaning.UNCLEAR)))
    words = "отметка: «отметка» (не понята: напишите «выполнено» или что осталось)"
    assert state(Topic.OVERDUE, digest_item(unclear, "late-10")).endswith(words)


def test_a_request_says_nothing_of_lateness() -> None:
    asked = replace(
        digest((Topic.REQUEST, (digest_item(LATE, role=Role.MEMBER),)), kind="request"),
        curator="Отдел кадров",
    )
    found = letter(asked)
    assert found.figures == ()
    assert found.sections[0].entries[0].state == ""
    assert found.opening[0].startswith("Здравствуйте. Отдел кадров собирает")


def test_who_only_takes_part_is_told_when_letters_come_and_has_no_marks_to_write() -> None:
    helped = replace(digest_item(LATE), role=Role.HELPER)
    asked = replace(digest_item(LATE), role=Role.MEMBER)
    both = letter(digest((Topic.REQUEST, (asked,)), (Topic.HELPING, (helped,)), kind="request"))
    assert not both.has_marks
    assert both.closing[-1] == (
        "Такие просьбы приходят несколько раз в год. О пунктах, где вы соисполнитель, пишем в "
        "начале месяца, когда подходит или вышел их срок."
    )
    assert letter(digest((Topic.HELPING, (helped,)))).closing[-1].startswith("О пунктах, где вы")


def test_of_what_lies_ahead_the_day_is_told() -> None:
    marked = measure("2", done=progress(Meaning.IN_WORK))
    ahead = item(State.UPCOMING, due=MAY, said="март, май", of=marked)
    (section,) = letter(digest(of_topic(Topic.UPCOMING, digest_item(ahead)))).sections
    assert [one.state for one in section.brief] == ["срок «март, май», последний день 31 мая"]


def test_a_question_ends_before_the_mark_begins() -> None:
    waits = measure("2", done=progress(Meaning.IN_WORK))
    asked = digest_item(item(State.WAITING, said="по запросу ФНПР", of=waits), "ask-04")
    (section,) = letter(digest(of_topic(Topic.WAITING, asked))).sections
    assert [one.state for one in section.brief] == ["запрос поступал? Отметка: «отметка»"]


def test_a_doubt_whether_it_arrived_is_said_once() -> None:
    again = replace(digest_item(LATE, "late-10"), again=True)
    found = letter(digest(of_topic(Topic.OVERDUE, again, again)))
    assert found.opening == (
        "Просим отметку: п. 1.",
        "Возможно, вы уже получили это: неизвестно, дошло ли прошлое письмо.",
    )


@pytest.mark.parametrize("kind", ["introductory", "monthly", "chair"])
def test_a_first_letter_says_who_stands_behind_it(kind: str) -> None:
    found = letter(
        replace(digest((Topic.OVERDUE, (digest_item(LATE),)), kind=kind), introduces=True)
    )
    assert found.opening[0].startswith("Это первое письмо о плане.")
    assert "Профобъединение" in found.opening[1]


def test_the_coordinator_is_not_introduced_to_herself() -> None:
    told = alert(AlertKind.ESCALATED, LATE)
    found = replace(digest(kind="coordinator"), alerts=(told,), introduces=True)
    assert letter(found).opening == ()


def test_the_coordinator_reads_what_is_new_first_and_what_is_not_in_a_line() -> None:
    known = replace(alert(AlertKind.SILENT, LATE), new=False)
    new = alert(AlertKind.SILENT, item(due=APRIL, of=measure("2")))
    found = letter(replace(digest(kind="coordinator"), alerts=(known, new)))
    (section,) = found.sections
    assert [entry.number for entry in section.entries] == ["п. 2"]
    assert [(entry.number, entry.state) for entry in section.brief] == [
        ("п. 1", "отметки нет, отвечает: Отдел кадров")
    ]


@pytest.mark.parametrize(
    ("code", "hint", "words"),
    [
        (
            "deadline-impossible",
            "в сентябре 30 дней",
            "срок не понят (в сентябре 30 дней): исправьте дату",
        ),
        ("deadline-empty", "", "срок не удалось понять: впишите, например, «апрель», "),
    ],
)
def test_who_leads_a_deadline_that_was_not_understood_reads_what_to_write(
    code: str, hint: str, words: str
) -> None:
    of = measure("1", when=deadline(DeadlineKind.UNREADABLE))
    told = digest_item(item(State.UNREAD, said="до 31 сентября", of=of))
    found = replace(unread(of.row, code), hint=hint)
    about = replace(plan(of), findings=(unread(of.row + 1, "deadline-empty"), found))
    said = in_words(
        digest((Topic.UNREAD, (told,))), about, LETTERHEAD, load_language("ru")
    ).sections[0]
    assert said.entries[0].state.startswith(words)


def test_settings_are_for_who_looks_after_the_plan() -> None:
    of = measure("1", when=deadline(DeadlineKind.UNREADABLE))
    told = digest_item(item(State.UNREAD, said="IV квартал", of=of))
    advice = "Решите раз и навсегда в sheetsync.toml, [plan]."
    found = replace(unread(of.row, "deadline-which-year"), hint="чей он", advice=advice)
    about = replace(plan(of), findings=(found,))
    (said,) = in_words(
        digest((Topic.UNREAD, (told,))), about, LETTERHEAD, load_language("ru")
    ).sections
    assert said.entries[0].state == "срок не понят (чей он): напишите месяцы или дни"


def unread(row: int, code: str = "deadline-empty", **changes: str) -> Finding:
    nowhere = Columns(row=0, letters={}, headers={})
    return replace(
        finding(Doubt(code=code, quote=""), row=row, number="", columns=nowhere), **changes
    )


def finding_lines(*findings: Finding, under: str = "Срок не понят") -> list[str]:
    """What a coordinator reads who hears of them for the first time."""
    alerts = tuple(replace(alert(AlertKind.FINDING), finding=one, new=True) for one in findings)
    (section,) = letter(replace(digest(kind="coordinator"), alerts=alerts)).sections
    assert section.heading == f"{under}: {len(findings)}"
    assert not section.more
    return [*section.lines]


def test_one_sentence_is_said_once_of_all_rows_of_a_column_that_it_is_true_of() -> None:
    alike = [unread(row, column="C", header="Сроки") for row in (*range(5, 45), 48)]
    other = unread(46, column="D", header="Дата")
    lines = finding_lines(*alike[:20], other, *alike[20:])
    assert [line.partition(":")[0] for line in lines] == [
        "Строки 5–44, 48, столбец C «Сроки»",
        "Строка 46, столбец D «Дата»",
    ]


def test_findings_that_quote_other_words_are_said_one_by_one() -> None:
    words = [unread(row, code="deadline-not-understood") for row in (5, 6)]
    assert len(finding_lines(*(replace(one, quote=str(one.row)) for one in words))) == 2


def test_all_who_have_no_address_are_named_in_one_sentence() -> None:
    without = [
        unread(row, code="no-address", column="D", header="Кто", quote=name)
        for row, name in ((5, "УМЦ"), (6, "Отдел кадров"), (8, "УМЦ"))
    ]
    (line,) = finding_lines(*without, under="Некому писать")
    assert line == (
        "Строки 5, 6, 8, столбец D «Кто»: у ответственных «УМЦ», «Отдел кадров» нет адреса почты:"
        " письма отправить некуда. Впишите адреса в departments.toml."
    )


def test_several_rows_are_no_row_however_their_count_ends() -> None:
    (line,) = finding_lines(*map(unread, range(5, 26)))  # 21 of them
    assert line.startswith("Строки 5–25:")


def test_findings_that_were_told_before_are_named_by_their_rows() -> None:
    told = [
        replace(alert(AlertKind.FINDING), finding=unread(row), new=row == 9) for row in (5, 6, 7, 9)
    ]
    (section,) = letter(replace(digest(kind="coordinator"), alerts=tuple(told))).sections
    assert section.heading == "Срок не понят: 4"
    assert [line.split(":")[0] for line in section.lines] == ["Строка 9"]
    assert section.more == "сказано раньше: строки 5–7"


@pytest.mark.parametrize(
    ("moves", "words"), [(1, "«май»"), (2, "(во второй раз)"), (5, "(в 5-й раз)")]
)
def test_moves_of_a_deadline_are_counted(moves: int, words: str) -> None:
    moved = news(
        NewsKind.DEADLINE, line("6", "Отчёт"), line("6", "Отчёт", deadline="май"), moves=moves
    )
    found = news_told(moved)
    assert found.sections[0].lines[0].startswith("п. 6 Отчёт: срок перенесён с «апрель» на «май»")
    assert found.sections[0].lines[0].endswith(words)
    assert found.subject == "План 2021: новый срок п. 6"


def news_told(*found: News) -> Letter:
    return letter(replace(digest(kind="between", trigger="news"), news=found))


@pytest.mark.parametrize(
    ("deadline", "status", "days", "words"),
    [
        ("15 сентября", "", (date(2021, 6, 30), date(2021, 9, 15)), "с 30 июня на 15 сентября"),
        ("июнь", "перенос", (date(2021, 6, 30), date(2021, 9, 15)), "с 30 июня на 15 сентября"),
    ],
)
def test_a_move_is_told_by_its_days(
    deadline: str, status: str, days: tuple[date, date | None], words: str
) -> None:
    now = line("6", "Отчёт", deadline=deadline, status=status)
    moved = news(NewsKind.DEADLINE, line("6", "Отчёт", deadline="июнь"), now)
    told = news_told(replace(moved, was_due=days[0], due=days[1]))
    assert told.sections[0].lines == (f"п. 6 Отчёт: срок перенесён {words}",)


def test_a_deadline_in_other_words_is_no_move() -> None:
    moved = news(NewsKind.DEADLINE, line("6", "Отчёт"), line("6", "Отчёт", deadline="до 30.04"))
    assert news_told(replace(moved, was_due=APRIL, due=APRIL)).sections[0].lines == (
        "п. 6 Отчёт: срок записан иначе, «до 30.04», последний день прежний: 30 апреля",
    )


def test_a_postponement_to_no_day_says_so() -> None:
    moved = news(NewsKind.DEADLINE, line("6", "Отчёт"), line("6", "Отчёт", status="перенос"))
    assert news_told(moved).sections[0].lines == (
        "п. 6 Отчёт: перенесён, новая дата не названа – отметка «перенос»",
    )


def test_a_measure_that_was_split_is_told_as_one() -> None:
    parts = (line("7", "Кадры"), line("8", "Актив"))
    split = replace(news(NewsKind.SPLIT, line("7", "Обучение"), parts[0]), parts=parts)
    assert news_told(split).sections[0].lines == ("п. 7 Обучение: разделён на п. 7, 8",)


def test_a_substitute_is_told_for_whom_and_until_when() -> None:
    away = replace(digest(), stands_in=(("Отдел кадров", date(2021, 5, 23)),))
    assert letter(away).opening == (
        "До 23 мая включительно вы получаете письма за «Отдел кадров»: вы замещаете его.",
    )


def test_a_last_day_that_has_passed_is_no_news() -> None:
    """A letter that could not go on its day, told after a weekend."""
    passed = digest_item(item(due=date(2021, 5, 9)), "last-day", new=True)
    found = letter(digest((Topic.OVERDUE, (passed,)), kind="between", trigger="last-day"))
    assert found.subject == "План 2021: просрочен 1 пункт"
    assert "последний день" not in found.sections[0].entries[0].state


def numbered(*numbers: str) -> list[DigestItem]:
    return [
        digest_item(
            item(due=APRIL, of=with_words(measure(), number=n, row=100 + at if n else 4)), "late-10"
        )
        for at, n in enumerate(numbers)
    ]


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (("11",), "также просрочено: п. 11"),
        (("12", "11"), "также просрочено: п. 12, 11"),
        (("11", "13", "14", "15", "17"), "также просрочено: п. 11, 13–15, 17"),
        (("2а", "11", "5.1"), "также просрочено: п. 2а, 11, 5.1"),
        (("11", ""), "также просрочено: п. 11, строка 4"),
    ],
)
def test_what_a_section_has_no_room_for_is_named_by_its_number(
    left: tuple[str, ...], words: str
) -> None:
    late = numbered(*map(str, range(1, 11)), *left)
    (section,) = letter(digest(of_topic(Topic.OVERDUE, *late))).sections
    assert (len(section.brief), section.more) == (10, words)


def test_what_was_named_by_its_number_has_its_words_in_a_later_letter() -> None:
    late = numbered(*map(str, range(1, 41)))
    read: set[str] = set()
    for month in range(5, 13):
        monthly = replace(digest(of_topic(Topic.OVERDUE, *late)), today=date(2021, month, 3))
        (section,) = letter(monthly).sections
        told = [entry.number for entry in section.brief]
        assert told[:5] == [f"п. {n}" for n in range(1, 6)]  # the worst stay in every letter
        read.update(told)
    assert read == {f"п. {n}" for n in range(1, 41)}


def test_the_chair_reads_what_became_late_in_words_and_the_rest_by_number() -> None:
    late = tuple(item(due=APRIL, of=measure(str(n))) for n in range(1, 7))
    found = replace(
        digest((Topic.WORST, (digest_item(late[0]),)), kind="chair"),
        standing={State.OVERDUE: 6},
        newly_late=late,
    )
    (changed,) = [one for one in letter(found).sections if one.topic == "news"]
    named = "; ".join(f"п. {n} Провести заседание, отвечает: Отдел кадров" for n in (2, 3, 4))
    assert changed.lines == (f"впервые просрочено: {named}; п. 1, 5, 6",)


def for_the_chair(*topics: tuple[Topic, tuple[DigestItem, ...]], late: int = 2) -> Letter:
    standing = {State.OVERDUE: late, State.DONE: 3, State.WAITING: 4}
    found = replace(digest(*topics, kind="chair"), standing=standing, escalated_before=1)
    return letter(found)


def test_the_states_of_the_plan_add_up_for_the_chair() -> None:
    found = for_the_chair()
    assert found.opening == ("Всего 9 = просрочено 2 · зависят от других 4 · выполнено 3.",)
    assert found.table
    assert found.table.url == LETTERHEAD.summary_url


def test_the_chair_is_told_of_the_worst_who_leads_it_and_its_last_mark() -> None:
    marked = item(due=APRIL, of=measure("2", done=progress(Meaning.IN_WORK)))
    told = (digest_item(LATE), digest_item(marked, last_word=date(2021, 5, 4)))
    (section, _) = for_the_chair(of_topic(Topic.WORST, *told), late=126).sections
    assert section.heading == "Просрочено: 126, самые давние"
    assert section.lines == (
        "п. 1 Провести заседание – просрочено 11 дней, отвечает: Отдел кадров, отметки нет",
        (
            "п. 2 Провести заседание – просрочено 11 дней, отвечает: Отдел кадров, "
            "отметка 4 мая: «отметка»"
        ),
    )


def test_the_chair_is_told_the_number_of_each_measure_whose_lead_is_silent() -> None:
    silent = [digest_item(item(due=APRIL, of=measure(str(n)))) for n in (1, 2, 3, 7, 9)]
    (section,) = for_the_chair(of_topic(Topic.ESCALATED, *silent)).sections
    assert section.lines == ("названо впервые: п. 1–3, 7, 9; в прежних письмах назван 1 пункт",)


def test_an_address_of_two_departments_is_told_whose_each_item_is() -> None:
    both = replace(
        digest((Topic.OVERDUE, (digest_item(LATE, new=True),))),
        departments=("Отдел кадров", "Бухгалтерия"),
    )
    assert letter(both).sections[0].entries[0].role == "Отдел кадров"


def test_a_stand_in_says_whom_the_plan_names() -> None:
    body = measure(lead=Department(name="Отдел кадров"))
    named = replace(body, assignment=replace(body.assignment, through="Комиссия"))
    late = digest_item(item(due=APRIL, of=named), new=True)
    told = letter(digest((Topic.OVERDUE, (late,))))
    assert told.sections[0].entries[0].role == "в плане ответственный – «Комиссия»"


def test_english_is_said_in_english() -> None:
    assert state(Topic.OVERDUE, digest_item(LATE, "late-10"), "en") == "11 days overdue, no mark"


def ending(number: str, *, new: bool = True) -> DigestItem:
    return digest_item(item(State.DUE_SOON, TODAY, of=measure(number)), "last-day", new=new)


def test_the_chair_reads_that_nothing_is_overdue_without_a_zero() -> None:
    assert for_the_chair().subject == "План 2021: просрочено 2 пункта из 9, выполнено 3"
    assert for_the_chair(late=0).subject == "План 2021: просроченного нет, выполнено 3 пункта из 7"


def test_a_letter_between_names_what_it_asks_nothing_about_by_number() -> None:
    ahead = tuple(digest_item(item(State.UPCOMING, of=measure(str(n)))) for n in (3, 4, 5))
    topics = (Topic.DUE_SOON, (ending("6"),)), (Topic.UPCOMING, ahead)
    found = letter(digest(*topics, kind="between", trigger="last-day"))
    assert (found.sections[1].brief, found.sections[1].more) == ((), "п. 3–5")
    assert len(letter(digest(*topics)).sections[1].brief) == 3


@pytest.mark.parametrize("told", [True, False])
def test_new_is_said_only_beside_what_is_not(*, told: bool) -> None:
    asked = (ending("6"), *([ending("7", new=False)] if told else []))
    ahead = (digest_item(item(State.UPCOMING, of=measure("8"))),)
    found = letter(digest((Topic.DUE_SOON, asked), (Topic.UPCOMING, ahead)))
    assert found.sections[0].entries[0].new is told


@pytest.mark.parametrize(
    ("name", "said"),
    [("Белов И.", "Белов И."), ("Школа № 5", "Школа № 5.")],
)
def test_a_name_with_a_full_stop_of_its_own_gets_no_second_one(name: str, said: str) -> None:
    letterhead = replace(LETTERHEAD, organisation=name, coordinator=name)
    found = replace(digest(of_topic(Topic.OVERDUE, digest_item(LATE))), introduces=True)
    shown = in_words(found, plan(), letterhead, load_language("ru"))
    assert f"Письма отправляет {name}; план ведёт" in " ".join(shown.opening)
    assert f"таблице плана; отправляет его {said} " in " ".join(shown.closing)


def test_who_stands_behind_a_letter_is_named_once_where_that_is_the_coordinator() -> None:
    letterhead = replace(LETTERHEAD, organisation="")
    found = replace(digest(of_topic(Topic.OVERDUE, digest_item(LATE))), introduces=True)
    shown = in_words(found, plan(), letterhead, load_language("ru"))
    words = " ".join((*shown.opening, *shown.closing))
    assert words.count(letterhead.coordinator) == 1


def test_a_line_of_what_lies_ahead_says_the_words_of_its_deadline_once() -> None:
    days = (date(2021, 11, 30), date(2021, 12, 31))
    of, said = measure("12"), "ноябрь, декабрь"
    ahead = [digest_item(item(State.UPCOMING, due, said=said, of=of)) for due in days]
    (line,) = letter(digest(of_topic(Topic.UPCOMING, *ahead))).sections[0].brief
    assert line.state == "срок «ноябрь, декабрь», последние дни 30 ноября, 31 декабря"


def test_a_line_of_what_waits_quotes_its_deadline_where_nobody_has_read_it() -> None:
    waits = digest_item(item(State.WAITING, said="по графику", of=measure("7", when=OPEN)))
    (line,) = letter(digest(of_topic(Topic.WAITING, waits))).sections[0].brief
    assert line.state == "срок «по графику», дата пока неизвестна"


def test_rows_that_are_gone_and_have_no_room_are_named_by_number() -> None:
    gone = [
        replace(
            alert(AlertKind.VANISHED, words=str(number)),
            line=line(str(number), "Отчёт"),
            department="Отдел кадров",
        )
        for number in range(1, 31)
    ]
    (section,) = letter(replace(digest(kind="coordinator"), alerts=tuple(gone))).sections
    assert section.heading == "Просрочено и удалено из таблицы: 30"
    assert section.lines[0].startswith("п. 1 Отчёт (отвечает: Отдел кадров): последний день был")
    assert section.more == f"также: п. {len(section.lines) + 1}–30"


def test_a_letter_between_does_not_number_what_it_tells() -> None:
    of, other = measure("4"), measure("9")
    ahead = [digest_item(item(State.UPCOMING, date(2021, 12, 31), of=one)) for one in (of, other)]
    late_now = digest_item(item(due=APRIL, of=of), "late-1")
    found = digest(of_topic(Topic.OVERDUE, late_now), of_topic(Topic.UPCOMING, *ahead))
    _, section = letter(replace(found, kind="between")).sections
    assert (section.heading, section.more) == ("Впереди: 1", "п. 9")


def test_a_deadline_that_nobody_could_read_has_not_moved() -> None:
    now = line("6", "Отчёт", deadline="4 мая")
    mended = news(NewsKind.DEADLINE, line("6", "Отчёт", deadline="04/05"), now)
    (told,) = news_told(replace(mended, due=date(2021, 5, 4))).sections[0].lines
    assert told == "п. 6 Отчёт: срок теперь «4 мая», был «04/05»"


def test_a_mark_of_a_day_to_come_is_told_why_it_does_not_count() -> None:
    doubt = Doubt(code="progress-future-fact", quote="выполнено 28.08")
    unclear = replace(progress(Meaning.UNCLEAR), doubts=(doubt,))
    told = digest_item(item(due=APRIL, of=measure(done=unclear)), "late-3")
    assert state(Topic.OVERDUE, told).endswith(
        "(поняли как день, который ещё не наступил: проверьте его и допишите год)"
    )


@pytest.mark.parametrize(
    ("days", "words"), [(1, "остался 1 день"), (3, "осталось 3 дня"), (21, "остался 21 день")]
)
def test_the_days_left_agree_with_their_number(days: int, words: str) -> None:
    due = TODAY + timedelta(days=days)
    assert state(Topic.DUE_SOON, digest_item(item(State.DUE_SOON, due), "before-7")).startswith(
        words
    )
