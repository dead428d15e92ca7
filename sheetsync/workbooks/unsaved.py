"""A workbook in memory: the contract in its shortest form, for tests and rehearsals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sheetsync.errors import WorkbookMissing
from sheetsync.languages import quoted
from sheetsync.model import CellValue, Grid, Tab
from sheetsync.workbooks.base import Written
from sheetsync.workbooks.titles import free_title
from sheetsync.workbooks.values import storable


class UnsavedWorkbook:
    """Staff's tabs, given as grids, and ours, kept by the plan they belong to and their key.

    `ours` maps plan tab and key to the title.
    """

    place = "память"
    local = True
    zone = ""
    traffic = None

    def __init__(self, *staff: Grid) -> None:
        self.staff = staff
        self.ours: dict[tuple[str, str], str] = {}
        self._tabs: dict[tuple[str, str], Tab] = {}

    def read(self, tab: str = "") -> Grid:
        """See `Workbook.read`."""
        ours = [_grid(self.ours[mark], written) for mark, written in self._tabs.items()]
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
        before = dict(self._tabs)
        for tab in tabs:
            mark = plan_tab, tab.key
            if mark not in self.ours:
                self.ours[mark] = free_title(tab.title, [*self._titles()], instead=tab.year_title)
            self._tabs[mark] = tab
        return Written(place=self.place, changed=self._tabs != before)

    def rename(self, title: str, new: str) -> None:
        """Give a tab another title, as people do."""
        self.staff = tuple(
            replace(grid, title=new) if grid.title == title else grid for grid in self.staff
        )
        self.ours = {
            (new if plan == title else plan, key): new if ours == title else ours
            for (plan, key), ours in self.ours.items()
        }
        self._tabs = {(new if p == title else p, key): tab for (p, key), tab in self._tabs.items()}

    def is_binned(self) -> bool:
        """See `Workbook.is_binned`."""
        return False

    def link(self, target: str, *, plan_tab: str) -> str:
        """Always "": no program can open it."""
        del target, plan_tab
        return ""

    def _titles(self) -> Iterator[str]:
        yield from (grid.title for grid in self.staff)
        yield from self.ours.values()

    def tab_link(self, key: str) -> str:
        """Always "", as `link`."""
        del key
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
