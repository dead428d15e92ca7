"""The tab «Контроль»: a row a measure, with what staff need to know beside theirs."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.model import (
    TAB_ROWS,
    Cell,
    CellValue,
    Deadline,
    DeadlineKind,
    Doubt,
    Grid,
    Meaning,
    Measure,
    Progress,
    Row,
    Tab,
)
from sheetsync.model.fitting import fitting_height
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.findings import finding
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.control import control_tab
from sheetsync.summary.formulas import own_key, plan_key
from tests.builders import (
    APRIL,
    COLUMNS,
    OPEN,
    YEAR_ROUND,
    day,
    deadline,
    grid,
    inputs,
    measure,
    milestone,
    month,
    plan,
    progress,
    with_words,
)

TODAY = date(2021, 5, 12)
WARNINGS = Warnings(workdays=Workdays("RU"))
NO_WORDS = deadline(DeadlineKind.UNREADABLE)


def typed(*measures: Measure) -> Grid:
    """The plan tab in which these measures stand."""
    rows: dict[int, tuple[CellValue, ...]] = {m.row: (m.number, m.text) for m in measures}
    return grid(*(rows.get(row, ()) for row in range(1, max(rows, default=3) + 1)))


def tab(*measures: Measure, on: date = TODAY, sheet: Grid | None = None) -> Tab:
    agenda = build_agenda(plan(*measures), today=on, warnings=WARNINGS)
    return control_tab(inputs(agenda), grid=sheet or typed(*measures))


def line(found: Tab, at: int = 0) -> tuple[Cell, ...]:
    return found.rows[3 + at].cells


def on_day(due: date) -> Deadline:
    return deadline(DeadlineKind.DATE, day(due))


@pytest.mark.parametrize(
    ("when", "words", "late"),
    [
        (APRIL, "просрочено на 12 дней", 12),
        (on_day(date(2021, 5, 11)), "просрочено на 1 день", 1),
        (on_day(date(2021, 4, 20)), "просрочено на 22 дня", 22),
        (on_day(TODAY), "последний день сегодня", None),
        (on_day(date(2021, 5, 13)), "срок подходит: остался 1 день", None),
        (on_day(date(2021, 5, 15)), "срок подходит: осталось 3 дня", None),
        (on_day(date(2021, 5, 17)), "срок подходит: осталось 5 дней", None),
        (on_day(date(2021, 11, 1)), "впереди", None),
        (YEAR_ROUND, "весь год", None),
        (OPEN, "зависит от других", None),
        (NO_WORDS, "срок не понят", None),
    ],
)
def test_the_state_is_said_in_words_with_its_days(
    when: Deadline, words: str, late: int | None
) -> None:
    cells = line(tab(measure(when=when)))
    assert (cells[2].value, cells[4].value) == (words, late)


@pytest.mark.parametrize(
    ("said", "words"),
    [(progress(Meaning.DONE), "выполнено"), (progress(Meaning.CANCELLED), "отменено")],
)
def test_what_is_closed_says_so(said: Progress, words: str) -> None:
    assert line(tab(measure(done=said)))[2].value == words


def test_a_year_that_ended_without_a_report_is_told() -> None:
    assert line(tab(measure(when=YEAR_ROUND), on=date(2022, 1, 10)))[2].value == "итога нет"


def test_a_measure_stands_as_its_worst_item_does() -> None:
    """Two milestones are late and one is ahead: the days are those of the one late longest."""
    stones = tuple(milestone(name, month(m)) for name, m in (("Юг", 11), ("Север", 3), ("Ю", 4)))
    cells = line(tab(measure(milestones=stones)))
    assert [cell.value for cell in cells[2:5]] == [
        "просрочено на 42 дня",
        "Юг, Север ✗, Ю ✗",
        42,
    ]


def test_the_last_day_is_a_real_date_and_shown_as_one() -> None:
    due = line(tab(measure()))[3]
    assert (due.value, due.look.format) == (date(2021, 4, 30), "dd.mm.yyyy")


def test_measures_stand_in_the_plans_order_with_lead_and_mark() -> None:
    nobody = measure("2", lead=None, done=progress(Meaning.IN_WORK))
    found = tab(measure("1"), nobody)
    assert [[cell.value for cell in line(found, at)[5:7]] for at in (0, 1)] == [
        ["Отдел кадров", "отметки нет"],
        ["не определён (сообщаем координатору)", "отметка"],
    ]


@pytest.mark.parametrize("number", [5, 5.1, "5.", "5,1", date(2021, 1, 5), None])
def test_the_number_is_the_one_in_the_plans_own_cell(number: CellValue) -> None:
    """A key made of any other value would not be the key of the plan's row."""
    long = "Провести\u00a0заседание\nСовета. " * 120
    cells = line(tab(measure("1"), sheet=grid((), (), (), (number, long, "апрель"))))
    assert [cell.value for cell in cells[:2]] == [number, long]


def test_a_plan_without_numbers_is_shown_too() -> None:
    letters = {"measure": "A", "deadline": "B", "responsible": "C"}
    nameless = replace(plan(measure()), columns=replace(COLUMNS, letters=letters))
    agenda = build_agenda(nameless, today=TODAY, warnings=WARNINGS)
    cells = line(control_tab(inputs(agenda), grid=grid((), (), (), ("Провести", "апрель"))))
    assert [cell.value for cell in cells[:2]] == [None, "Провести"]


def test_of_several_findings_the_worst_is_shown() -> None:
    doubts = (
        Doubt(code="number-empty", quote=""),
        Doubt(code="deadline-impossible", quote="до 31 апреля", hint="в апреле 30 дней"),
    )
    found = tuple(finding(doubt, row=4, number="1", columns=COLUMNS) for doubt in doubts)
    agenda = build_agenda(plan(measure(), measure("2")), today=TODAY, warnings=WARNINGS)
    agenda = replace(agenda, plan=replace(agenda.plan, findings=found))
    shown = control_tab(inputs(agenda), grid=typed(*agenda.plan.measures))
    assert line(shown)[7].value == "«до 31 апреля» – в апреле 30 дней."
    assert line(shown, 1)[7].value == ""


def test_a_long_measure_is_shown_as_a_whole() -> None:
    found = tab(measure(text="Провести заседание. " * 30))
    assert (fitting_height(found.rows[3], found.widths) or 0) > 10 * 12.5
    assert len(str(line(found)[1].value)) == 600


def test_a_measure_that_stands_twice_has_no_way_to_its_row() -> None:
    twice = with_words(measure("1"), row=5)
    found = tab(measure("1"), twice, measure("3"))
    assert [line(found, at)[8].value for at in range(3)] == [
        "номер повторяется",
        "номер повторяется",
        "открыть",
    ]


def test_every_row_has_a_key_of_the_plans_row_and_there_are_some_to_spare() -> None:
    found = tab(measure("1"), measure("2"))
    assert len(found.rows) == 5 + 200
    keys = {_laid_out(row)[12].formula for row in found.rows}
    assert keys == {plan_key(COLUMNS)}


def test_what_only_formulas_need_is_hidden() -> None:
    assert tab(measure()).widths[9:] == (0, 0, 0, 0)


def _laid_out(row: Row) -> list[Cell]:
    return [cell for wide in row.cells for cell in (wide, *[Cell()] * (wide.span - 1))]


def test_of_several_tabs_each_measure_has_its_own_cells_and_its_tab() -> None:
    """The same number and words on two tabs: no formula of a key is to confuse them."""
    rows = [replace(measure(), tab="I"), with_words(replace(measure(), tab="II"), row=TAB_ROWS + 4)]
    further = (replace(COLUMNS, row=TAB_ROWS + 3, tab="II"),)
    several = replace(plan(*rows), tabs=("I", "II"), further=further)
    agenda = build_agenda(several, today=TODAY, warnings=WARNINGS)
    grids = [grid((), (), (), (number, "Провести", "апрель")) for number in (1, 2)]
    found = control_tab(inputs(agenda), grid=grids[0], further=grids[1:])
    assert [line(found, at)[0].value for at in (0, 1)] == [1, 2]
    ways = [line(found, at)[8] for at in (0, 1)]
    assert [(way.value, way.target, way.tab) for way in ways] == [
        ("I", "B4", "I"),
        ("II", "B4", "II"),
    ]
    assert [way.formula for way in ways] == [None, None]
    # What the look-up column reads is there, the plan's own keys are not.
    assert [len(line(found, at)) for at in (0, 1)] == [12, 12]
    assert [line(found, at)[11].formula for at in (0, 1)] == [own_key("I"), own_key("II")]
