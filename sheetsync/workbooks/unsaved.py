"""A workbook in memory: the contract in its shortest form, for tests and rehearsals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sheetsync.errors import WorkbookMissing
from sheetsync.languages import quoted
from sheetsync.model import CellValue, Grid, Tab
from sheetsync.workbooks.base import LocalWorkbook, Written
from sheetsync.workbooks.names import free_title
from sheetsync.workbooks.values import storable


class UnsavedWorkbook(LocalWorkbook):
    """Staff's tabs, given as grids, and ours, kept by the plan they belong to and their key.

    `ours` maps plan tab and key to the title, `tabs` to what was written.
    """

    place = "память"

    def __init__(self, *staff: Grid) -> None:
        self.staff = staff
        self.ours: dict[tuple[str, str], str] = {}
        self.tabs: dict[tuple[str, str], Tab] = {}

    def read(self, tab: str = "") -> Grid:
        """See `Workbook.read`."""
        ours = [_grid(self.ours[mark], written) for mark, written in self.tabs.items()]
        wanted = tab.casefold()
        grids = [*self.staff, *ours]
        for grid in grids if tab else self.staff:
            if wanted in ("", grid.title.casefold()):
                others = tuple(other.title for other in self.staff if other is not grid)
                return replace(grid, others=others)
        there = ", ".join(quoted(grid.title) for grid in grids)
        raise WorkbookMissing("There is no tab “{tab}”. There are: {there}.", tab=tab, there=there)

    def read_all(self, titles: Sequence[str] = ()) -> tuple[Grid, ...]:
        """See `Workbook.read_all`."""
        return tuple(map(self.read, titles or [grid.title for grid in self.staff]))

    def write(self, tabs: Sequence[Tab], *, plan_tab: str) -> Written:
        """See `Workbook.write`."""
        before = dict(self.tabs)
        for tab in tabs:
            mark = plan_tab, tab.key
            if mark not in self.ours:
                self.ours[mark] = free_title(tab.title, [*self._titles()], instead=tab.year_title)
            self.tabs[mark] = tab
        return Written(place=self.place, changed=self.tabs != before)

    def _titles(self) -> Iterator[str]:
        yield from (grid.title for grid in self.staff)
        yield from self.ours.values()


def _grid(title: str, tab: Tab) -> Grid:
    rows = [_values(tab, index) for index in range(len(tab.rows))]
    width = max(map(len, rows), default=0)
    return Grid(title=title, rows=tuple((*row, *[None] * (width - len(row))) for row in rows))


def _values(tab: Tab, index: int) -> list[CellValue]:
    values: list[CellValue] = []
    for cell in tab.rows[index].cells:
        values += [storable(cell.value), *[None] * (cell.span - 1)]
    return values
