"""What offices put around a table, above it, below it or beside it, changes nothing in its rows."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sheetsync.model import Area, CellValue, Grid
from sheetsync.plan.table import read_table
from tests.plan.test_table_forms import FORMS, RULES, grid_of, period_of, read

Row = tuple[CellValue, ...]
# Forms that say something by what the change takes away, or ask about what it adds.
_NAMED_BELOW = {
    "who answers, listed below the table",
    "signed below a blank row by posts of which there is no list",
    "a further table of months that are only numbered",  # its first column names parties
}
_HEADED_BY_ROWS = {
    "sections of what comes back",
    "a section from one month to another",
    "who answers, listed below the table",
}


def with_rows(grid: Grid, at: int, *rows: Row) -> Grid:
    width = max(map(len, grid.rows))
    new = [(*row, *[None] * width)[: max(width, len(row))] for row in rows]
    moved = [_moved(area, down=len(new) if area.top > at else 0) for area in grid.merges]
    return replace(grid, rows=(*grid.rows[:at], *new, *grid.rows[at:]), merges=tuple(moved))


def _moved(area: Area, *, down: int = 0, right: int = 0) -> Area:
    top, bottom = area.top + down, area.bottom + down
    return Area(top=top, left=area.left + right, bottom=bottom, right=area.right + right)


def below_an_approval(grid: Grid) -> Grid:
    """Right of a blank column, below who approves it, under headers with colons."""
    header = read_table(grid, RULES).header
    rows = [
        (None, *(f"{v}:" if head and v and isinstance(v, str) else v for v in row))
        for at, row in enumerate(grid.rows)
        for head in [header.index <= at <= header.last]
    ]
    merges = tuple(_moved(area, right=1) for area in grid.merges)
    blanks = [None] * max(map(len, grid.rows))
    return with_rows(
        replace(grid, rows=tuple(rows), merges=merges),
        0,
        (*blanks, "УТВЕРЖДАЮ"),
        (*blanks, "Директор ________ И. И. Сомов"),
        (*blanks, "«12» января 2026 г."),
        (),
    )


def with_numbered_columns(grid: Grid) -> Grid:
    numbers = tuple(map(str, range(1, max(map(len, grid.rows)) + 1)))
    return with_rows(grid, read_table(grid, RULES).header.last + 1, numbers)


def signed(grid: Grid) -> Grid:
    """Above its total, a note and who signs it."""
    return with_rows(
        grid,
        len(grid.rows),
        ("Итого мероприятий: 5",),
        ("Примечание: сроки уточняются комиссией.",),
        (),
        ("СОГЛАСОВАНО",),
        ("Начальник отдела ______________ /Сомов И. И./",),
        ("15.12.2025",),
        ("Исп. Лось А. Б., тел. 22-33-44",),
    )


def on_printed_pages(grid: Grid) -> Grid:
    """Its header, whose words refer to a note, again in the middle, with numbers of columns."""
    table = read_table(grid, RULES)
    if grid.merges or table.later:
        return grid
    index, last = table.header.index, table.header.last
    rows = [
        tuple(f"{v}*" if index <= at <= last and v and isinstance(v, str) else v for v in row)
        for at, row in enumerate(grid.rows)
    ]
    numbers = tuple(map(str, range(1, max(map(len, rows)) + 1)))
    middle = (last + 1 + len(rows)) // 2
    return with_rows(replace(grid, rows=tuple(rows)), middle, *rows[index : last + 1], numbers)


CHANGES: tuple[tuple[Callable[[Grid], Grid], set[str]], ...] = (
    (below_an_approval, set()),
    (with_numbered_columns, _HEADED_BY_ROWS),
    (signed, _NAMED_BELOW),
    (on_printed_pages, _HEADED_BY_ROWS | {"starred items of a list and notes with a deadline"}),
)


@pytest.mark.parametrize("turn", range(len(CHANGES)), ids=[one.__name__ for one, _ in CHANGES])
def test_what_stands_around_a_table(turn: int) -> None:
    change, telling = CHANGES[turn]
    changed = []
    for form in FORMS[turn :: len(CHANGES)]:  # each form with one of them: to read takes time
        if form["name"] in telling or not form["read"].strip():
            continue
        grid, period = grid_of(form), period_of(form)
        (said, asked), (now, asks) = read(grid, period), read(change(grid), period)
        if _rows(said) != _rows(now) or asks - asked:
            changed.append((form["name"], asks - asked, _rows(said), _rows(now)))
    assert not changed


def _rows(said: list[str]) -> list[list[str]]:
    """The measures, whatever rows they stand in."""
    return [line.split(" | ")[1:] for line in said]
