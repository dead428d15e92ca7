"""What people changed about a tab of ours beside its values."""

from collections.abc import Iterator

from sheetsync.model import Tab
from sheetsync.workbooks.cell_names import placed
from sheetsync.workbooks.google.batch import grid_size, merged_areas
from sheetsync.workbooks.google.charts import charts_there
from sheetsync.workbooks.google.extras import Site
from sheetsync.workbooks.google.names import blocks_of
from sheetsync.workbooks.google.reading import Seen, Shape, SheetSeen
from sheetsync.workbooks.google.refusals import Family


def has_drifted(
    tab: Tab, site: Site, sheet: SheetSeen, there: Seen, *, lacks: frozenset[str]
) -> bool:
    """Whether a tab that was drawn like `tab` no longer looks so; what it `lacks` is not missed."""
    shape = sheet.shape
    return (
        (shape.row_count, shape.column_count) != grid_size(tab)
        or (tab.color and shape.color != tab.color)
        or shape.merges != merged_areas(tab)
        or (Family.RULES not in lacks and shape.rules != _alarms(tab))
        or (Family.CHARTS not in lacks and _lacks_charts(tab, site, shape))
        or (Family.NAMES not in lacks and not _are_named(tab, site, there))
        or (shape.fills is not None and shape.fills != dict(_fills(tab, shape.width)))
    )


def _alarms(tab: Tab) -> int:
    return sum(cell.alarm is not None for row in tab.rows for cell in row.cells)


def _lacks_charts(tab: Tab, site: Site, shape: Shape) -> bool:
    return len(charts_there(tab, site, shape.charts)) < len(tab.charts)


def _are_named(tab: Tab, site: Site, there: Seen) -> bool:
    named = {one.id: (name, one) for name, one in there.names.items()}
    for own, (name, area) in blocks_of(tab, site, there).items():
        found, one = named.get(own, ("", None))
        if one is None or (found, one.sheet_id, one.area) != (name.casefold(), site.sheet_id, area):
            return False
    return True


def _fills(tab: Tab, width: int) -> Iterator[tuple[tuple[int, int], str]]:
    """The colour of each cell that has one, among the columns that were read."""
    for row, column, cell in placed(tab):
        if cell.look.fill:
            for at in range(column, min(column + cell.span, width + 1)):
                yield (row, at), cell.look.fill
