"""A workbook in memory: the contract in its shortest form, for tests and rehearsals."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.errors import WorkbookMissing
from sheetsync.model import CellValue, Grid, Tab
from sheetsync.workbooks.base import Written
from sheetsync.workbooks.titles import free_title
from sheetsync.workbooks.values import storable


class MemoryWorkbook:
    """Staff's tabs, given as grids, and ours, kept by key. `ours` maps a key to its title."""

    place = "память"
    local = True
    zone = ""
    traffic = None

    def __init__(self, *staff: Grid) -> None:
        self.staff = staff
        self.ours: dict[str, str] = {}
        self._tabs: dict[str, Tab] = {}

    def read(self, tab: str = "") -> Grid:
        """See `Workbook.read`."""
        ours = [_grid(self.ours[key], written) for key, written in self._tabs.items()]
        wanted = tab.casefold()
        grids = [*self.staff, *ours]
        for grid in grids if tab else self.staff:
            if wanted in ("", grid.title.casefold()):
                others = tuple(other.title for other in self.staff if other is not grid)
                return replace(grid, others=others)
        there = ", ".join(f"«{grid.title}»" for grid in grids)
        raise WorkbookMissing(f"Вкладки «{tab}» нет. Есть: {there}.")

    def write(self, tabs: Sequence[Tab], *, plan_tab: str) -> Written:
        """See `Workbook.write`."""
        del plan_tab  # there are no links here that could lead to it
        before = dict(self._tabs)
        for tab in tabs:
            if tab.key not in self.ours:
                taken = [*(grid.title for grid in self.staff), *self.ours.values()]
                self.ours[tab.key] = free_title(tab.title, taken)
            self._tabs[tab.key] = tab
        return Written(place=self.place, changed=self._tabs != before)

    def link(self, target: str, *, plan_tab: str) -> str:
        """Always "": no program can open it."""
        del target, plan_tab
        return ""


def _grid(title: str, tab: Tab) -> Grid:
    rows = [_values(tab, index) for index in range(len(tab.rows))]
    width = max(map(len, rows), default=0)
    return Grid(title=title, rows=tuple((*row, *[None] * (width - len(row))) for row in rows))


def _values(tab: Tab, index: int) -> list[CellValue]:
    values: list[CellValue] = []
    for cell in tab.rows[index].cells:
        values += [storable(cell.value), *[None] * (cell.span - 1)]
    return values
