"""An import keeps every cell, also of a further table whose columns are others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.config import load_column_rules
from sheetsync.model import CellValue, Grid
from sheetsync.plan.table import read_table
from sheetsync.summary.plan_sheet import plan_sheet

RULES = load_column_rules(Path())
NEEDED = ("Мероприятие", "Сроки", "Ответственные")
OTHERS = ("Место", "Смета", "Охват", "Примечание", "Отметка о выполнении", "№")
_headers = st.permutations((*NEEDED, *OTHERS)).flatmap(
    lambda names: st.integers(0, len(OTHERS)).map(
        lambda count: tuple(n for n in names if n in (*NEEDED, *OTHERS[:count]))
    )
)


def _table(headers: tuple[str, ...], mark: str) -> Iterator[tuple[CellValue, ...]]:
    """A header with two measures, each of whose cells but deadline and number is one of a kind."""
    yield headers
    for n in (1, 2):
        said = {"Сроки": "май", "№": str(n)}
        yield tuple(said.get(header, f"{header} {mark}{n}") for header in headers)


@given(first=_headers, later=_headers)
def test_no_cell_of_a_later_table_is_lost(first: tuple[str, ...], later: tuple[str, ...]) -> None:
    rows = (*_table(first, "а"), *_table(later, "б"))
    width = max(map(len, rows))
    grid = Grid(title="План", rows=tuple((*row, *[None] * (width - len(row))) for row in rows))
    table = read_table(grid, RULES)
    assert len(table.lines) == 4
    shown = [cell.value for row in plan_sheet(table).rows for cell in row.cells]
    cells = [value for row in rows if row not in (first, later) for value in row]
    assert not [value for value in cells if value not in shown and not str(value).isdigit()]


@pytest.mark.parametrize(
    ("headers", "status"),
    [(NEEDED, "Отметка о выполнении"), (("Measure", "Due", "Responsible"), "Status")],
)
def test_a_column_that_is_added_is_named_as_the_others_are(
    headers: tuple[str, ...], status: str
) -> None:
    grid = Grid(title="План", rows=(headers, ("Провести семинар", "май", "УМЦ")))
    named = plan_sheet(read_table(grid, RULES)).rows[2]
    assert [cell.value for cell in named.cells] == [*headers, status]


def test_a_column_of_numbers_below_a_blank_header_gets_one() -> None:
    rows = ((None, *NEEDED), *((f"{n}.", f"Слёт {n}", "май", "УМЦ") for n in (1, 2, 3)))
    sheet = plan_sheet(read_table(Grid(title="План", rows=rows), RULES))
    shown = [[cell.value for cell in row.cells][:2] for row in sheet.rows[2:4]]
    assert shown == [["№ п/п", "Мероприятие"], [1, "Слёт 1"]]
