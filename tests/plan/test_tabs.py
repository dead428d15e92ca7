"""Several tabs that together are the plan: each is read as it would be alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.model import CellValue, Grid, Line, PlanPeriod, Roster, sheet_row
from sheetsync.morphology import morphology
from sheetsync.plan.checks import check
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import PlanTable
from sheetsync.plan.tabs import by_tab, findings_left_out, measures_of_tab, read_tabs
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.unsaved import UnsavedWorkbook
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.plan.test_table_forms import (
    FORMS,
    RULES,
    TODAY,
    asked_of,
    grid_of,
    period_of,
    read,
    said_of,
    share,
    table_in,
    write_xlsx,
)

YEAR = PlanPeriod.of_year(2026)


def is_ordinary(form: dict[str, Any], grid: Grid) -> bool:
    """Whether its header speaks of measures and it names who is responsible.

    Without the one a tab is none of a plan that has such tabs, without the other none beside tabs
    that name somebody.
    """
    doubts = table_in(grid).header.doubts
    named = "responsible-nowhere" not in form.get("asks", ())
    return named and "measure-assumed" not in {doubt.code for _, doubt in doubts}


OF_THE_YEAR = [form for form in FORMS if period_of(form) == YEAR]
BOOKS = len(OF_THE_YEAR) // 4
_TITLES = "АБВГДЕЖ"


@cache
def tabs_of(at: int) -> tuple[Grid, ...]:
    """Some of the forms, each on a tab of its own."""
    forms = OF_THE_YEAR[at::BOOKS]
    assert len(forms) <= len(_TITLES)
    named = [(f, replace(grid_of(f), title=t)) for f, t in zip(forms, _TITLES, strict=False)]
    grids = tuple(grid for form, grid in named if is_ordinary(form, grid))
    assert grids
    return grids


HEADER = ("№", "Мероприятие", "Срок", "Ответственный")
Row = tuple[CellValue, ...]


def tab(title: str, *rows: Row, header: Row = HEADER) -> Grid:
    return Grid(title=title, rows=(header, *rows))


def table_of(
    *grids: Grid, parties: Sequence[str] = (), all_of_them: bool = True, period: PlanPeriod = YEAR
) -> PlanTable:
    return read_tabs(
        grids,
        RULES,
        period=period,
        is_party=lambda title: title in parties,
        all_of_them=all_of_them,
    )


_COME_TO: dict[str, tuple[list[str], set[str]]] = {}


def together(grids: Sequence[Grid]) -> tuple[list[str], set[str]]:
    """What the measures of these tabs came to, and what was asked; see `read` of one form."""
    key = repr(grids)
    if key not in _COME_TO:
        _COME_TO[key] = come_to(table_of(*grids))
    return _COME_TO[key]


def come_to(table: PlanTable) -> tuple[list[str], set[str]]:
    dictionary = Dictionary(period=YEAR, roster=Roster(departments=()), morphology=morphology())
    measures, responsible = measures_of(table.lines, dictionary, today=TODAY)
    found = (
        finding
        for more, one in by_tab(table)
        for finding in check(
            one, measures_of_tab(measures, more), responsible, period=YEAR, rules=RULES
        )
    )
    return said_of(measures), asked_of(found)


@pytest.fixture
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Workbook]:
    def made(*grids: Grid) -> Workbook:
        if request.param == "google":
            return share(request.getfixturevalue("served"), *grids).open()
        if request.param == "memory":
            return UnsavedWorkbook(*grids)
        write_xlsx(tmp_path / "plan.xlsx", *grids)
        return XlsxWorkbook(tmp_path / "plan.xlsx", today=TODAY)

    return made


# One after the other, for what is read alike is read once.
@pytest.mark.parametrize("book", ["memory", "xlsx", "google"], indirect=True)
@pytest.mark.parametrize("at", range(BOOKS))
def test_forms_on_several_tabs_are_read_as_each_alone(
    at: int, book: Callable[..., Workbook]
) -> None:
    grids = tabs_of(at)
    alone = [read(grid, YEAR) for grid in grids]
    said, asked = together(book(*grids).read_all())
    assert said == [line for one, _ in alone for line in one]
    assert asked == {code for _, codes in alone for code in codes}


def lines(table: PlanTable) -> list[tuple[int, str, str, str]]:
    return [(sheet_row(x.row), x.section, x.deadline, x.responsible) for x in table.lines]


@pytest.mark.parametrize(
    ("title", "written", "meant"),
    [
        ("Март", "15", "15 марта"),
        ("МАРТ 2026", "до 20", "до 20 марта 2026"),
        ("I квартал", None, "I квартал"),
        ("2 кв.", "в течение квартала", "в течение II квартала"),
        ("Март", "апрель", "апрель"),
        ("План", "15", "15"),
    ],
)
def test_a_title_that_is_a_time_dates_what_needs_it(title: str, written: str, meant: str) -> None:
    table = table_of(
        tab(title, ("1", "Слёт", written, "УМЦ")), tab("Прочее", ("1", "Семинар", "май", "УМЦ"))
    )
    assert table.lines[0].deadline == meant
    assert table.lines[1].deadline == "май"


def test_a_section_that_names_a_time_is_nearer_than_the_tab() -> None:
    rows = (("Разное", None, None, None), ("1", "Слёт", "15", "УМЦ"))
    later = (("Февраль", None, None, None), ("2", "Отчёт", "до 3", "УМЦ"))
    (table,) = [table_of(tab("Январь", *rows, *later), tab("Май", ("1", "Бал", "9", "УМЦ")))]
    assert lines(table) == [
        (3, "Январь. Разное", "15 января", "УМЦ"),
        (5, "Январь. Февраль", "до 3 февраля", "УМЦ"),
        (2, "Май", "9 мая", "УМЦ"),
    ]


def test_a_tab_for_one_month_needs_no_column_of_deadlines() -> None:
    header = ("№", "Мероприятие", "Ответственный")
    march = tab("Март", ("1", "Слёт", "УМЦ"), header=header)
    table = table_of(march, tab("Апрель", ("1", "Семинар", "до 5", "УМЦ")))
    assert [line.deadline for line in table.lines] == ["март", "до 5 апреля"]


def test_a_tab_for_one_month_may_number_its_days() -> None:
    header = ("Число", "Дн. нед.", "Время", "Событие", "Сотрудник")
    rows = ((5, "пн", "12:00", "Класс", "УМЦ"), (None, None, None, "Заявка", "УМЦ"))
    april = tab("апрель", ("до 16", None, None, "Отчёт", "УМЦ"), header=header)
    table = table_of(tab("март", *rows, header=header), april)
    assert [line.deadline for line in table.lines] == ["5 марта", "март", "до 16 апреля"]


def test_a_title_of_the_roster_answers_where_nobody_is_named() -> None:
    own = tab("Бухгалтерия", ("1", "Отчёт", "март", None), ("2", "Сверка", "май", "УМЦ"))
    header = ("№", "Мероприятие", "Срок")
    other = tab("УМЦ", ("1", "Семинар", "июнь"), header=header)
    table = table_of(own, other, parties=("Бухгалтерия", "УМЦ"))
    assert [line.responsible for line in table.lines] == ["Бухгалтерия", "УМЦ", "УМЦ"]
    assert [one.remarks[-1].doubt.code for _, one in by_tab(table)] == ["responsible-of-tab"] * 2


def test_a_title_that_only_resembles_the_roster_answers_for_nobody() -> None:
    table = table_of(tab("Бухгалтери", ("1", "Отчёт", "март", None)), parties=("Бухгалтерия",))
    assert table.lines[0].responsible == ""


def test_tabs_that_are_no_plan_or_another_years_are_told_of() -> None:
    plan = tab("I квартал", ("1", "Слёт", "март", "УМЦ"))
    staff = Grid(title="Телефоны", rows=(("Имя", "Телефон"), ("Иванов", "22-33")))
    old = tab("План 2025", ("1", "Слёт", "март", "УМЦ"))
    half = tab("Черновик", ("1", "Слёт", "март"), header=("№", "Мероприятие", "Сроки"))
    table = table_of(plan, staff, old, half)
    assert [(one.tab, one.code) for one in findings_left_out(table)] == [
        ("Телефоны", "tab-no-plan"),
        ("План 2025", "tab-other-year"),
        ("Черновик", "tab-unread"),
    ]
    assert len(table.lines) == 1


@pytest.mark.parametrize(
    ("other", "error"),
    [
        (Grid(title="Телефоны", rows=(("Имя",),)), NoPlanTable),
        (tab("Черновик", ("1", "Слёт", "март"), header=HEADER[:3]), ColumnMissing),
    ],
)
def test_a_tab_that_the_settings_name_has_to_be_a_plan(other: Grid, error: type) -> None:
    with pytest.raises(error, match=f"«{other.title}»"):
        table_of(tab("План", ("1", "Слёт", "март", "УМЦ")), other, all_of_them=False)


def test_a_tab_whose_columns_tell_that_it_is_a_plan_is_not_left_out() -> None:
    rows = [(str(n), f"Слёт {n}", "март", "УМЦ") for n in range(1, 6)]
    half = tab("Черновик", *rows, header=("№", "Мероприятие", "Отрезок", "Ответственный"))
    table = table_of(tab("План", ("1", "Слёт", "март", "УМЦ")), half)
    assert len(table.lines) == 6
    assert [own.header.likely for own in table.tabs] == [{"deadline": "Отрезок"}]


def test_a_tab_with_two_columns_that_may_be_its_deadline_is_asked_about() -> None:
    rows = [(str(n), f"Слёт {n}", "март", "май", "УМЦ") for n in range(1, 6)]
    header = ("№", "Мероприятие", "Отрезок", "Рубеж", "Ответственный")
    with pytest.raises(ColumnMissing, match=r"«Черновик».*«Рубеж»") as error:
        table_of(tab("План", ("1", "Слёт", "март", "УМЦ")), tab("Черновик", *rows, header=header))
    assert error.value.likely == {"deadline": "Рубеж"}


def test_a_list_without_parties_is_no_part_of_a_plan_whose_other_tabs_have_them() -> None:
    rows = [(str(n), f"Слёт {n}", "март") for n in range(1, 6)]
    half = tab("График", *rows, header=HEADER[:3])
    table = table_of(tab("План", ("1", "Слёт", "май", "УМЦ")), half)
    assert [line.measure for line in table.lines] == ["Слёт"]
    (found,) = findings_left_out(table)
    assert (found.code, found.quote) == ("tab-unread", "График")
    assert len(table_of(half, all_of_them=False).lines) == len(rows)


def test_a_header_of_marks_on_one_tab_is_one_on_all() -> None:
    header = ("№", "Мероприятие", "Срок", "Ответственный", "Update")
    first = tab("I кв.", ("1", "Слёт", "март", "УМЦ", "Done"), header=header)
    last = tab("II кв.", ("1", "Бал", "май", "УМЦ", "в пятницу обсудим"), header=header)
    assert [line.status for line in table_of(last).lines] == [""]
    assert [line.status for line in table_of(first, last).lines] == ["Done", "в пятницу обсудим"]


def test_a_list_that_only_looks_like_a_plan_does_not_stop_one() -> None:
    rows = [(f"К-{n}", "Охрана", f"{n}.12.2026", "Отдел кадров") for n in range(1, 6)]
    contracts = tab("Договоры", *rows, header=("Код", "Предмет", "Рубеж", "Чьими силами"))
    table = table_of(tab("План", ("1", "Слёт", "май", "УМЦ")), contracts)
    assert [line.measure for line in table.lines] == ["Слёт"]
    assert [one.code for one in findings_left_out(table)] == ["tab-no-plan"]
    with pytest.raises(ColumnMissing) as proposed:
        table_of(contracts, all_of_them=False)
    assert proposed.value.likely == {"deadline": "Рубеж", "responsible": "Чьими силами"}


def test_a_list_of_other_things_is_no_part_of_a_plan() -> None:
    contracts = tab(
        "Договоры", ("1", "Охрана", "31.12.2026", "АХО"), header=("№", "Предмет", "Срок", "Куратор")
    )
    table = table_of(tab("План", ("1", "Слёт", "май", "УМЦ")), contracts)
    assert [line.measure for line in table.lines] == ["Слёт"]
    (found,) = findings_left_out(table)
    assert (found.code, found.quote) == ("tab-unread", "Договоры")
    named = table_of(contracts, all_of_them=False)
    assert [line.measure for line in named.lines] == ["Охрана"]


def test_no_plan_at_all_is_an_error() -> None:
    with pytest.raises(NoPlanTable, match="План 2025"):
        table_of(tab("План 2025", ("1", "Слёт", "март", "УМЦ")))


def test_numbers_and_measures_may_repeat_between_tabs_and_not_within() -> None:
    row = ("1", "Заседание", "в течение года", "УМЦ")
    assert come_to(table_of(tab("А", row), tab("Б", row)))[1] == set()
    asked = come_to(table_of(tab("А", row, row), tab("Б", row)))[1]
    assert asked == {"number-duplicate", "measure-duplicate"}


def test_one_tab_is_as_it_was() -> None:
    grid = tab("План", ("1", "Слёт", "март", "УМЦ"))
    table = table_of(grid, Grid(title="Телефоны", rows=()))
    assert table.lines == (Line(2, "1", "Слёт", "март", "УМЦ", "", "", ""),)
    assert [*by_tab(table)] == [(0, table)]


def test_years_of_a_programme_may_be_tabs() -> None:
    programme = PlanPeriod(date(2026, 1, 1), date(2027, 12, 31))
    row = ("1", "Слёт", "март", "УМЦ")
    table = table_of(tab("2026", row), tab("2027", row), period=programme)
    dictionary = Dictionary(
        period=programme, roster=Roster(departments=()), morphology=morphology()
    )
    measures, _ = measures_of(table.lines, dictionary, today=TODAY)
    assert [one.deadline.due for one in measures] == [date(2026, 3, 31), date(2027, 3, 31)]
