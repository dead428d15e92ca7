"""A tab of ours as requests: drawn anew where its looks or what people did ask for it."""

from collections.abc import Iterator
from dataclasses import replace

from sheetsync.model import Tab
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.cell_names import placed
from sheetsync.workbooks.google.batch import (
    Requests,
    Site,
    alarms,
    clean,
    create,
    cut,
    draw,
    grid_size,
    merged_areas,
    remark,
    tag,
)
from sheetsync.workbooks.google.beside import blocks_of, charts, charts_there, names, staff_names
from sheetsync.workbooks.google.errors import Family
from sheetsync.workbooks.google.marks import Mark, Rows, digest, mark_of, rows_of
from sheetsync.workbooks.google.reading import ChartSeen, Seen, Shape, SheetSeen
from sheetsync.workbooks.google.revision import realigned, revise


@frozen
class Drawing:
    """One tab, where it goes, and the families that Google refused today."""

    tab: Tab
    site: Site
    there: Seen
    refused: frozenset[str]

    def created(self, title: str) -> Requests:
        """The tab as a new one, its mark last."""
        sheet_id = self.site.sheet_id
        return [
            *create(self.tab, sheet_id=sheet_id, title=title),
            *draw(self.tab, self.site),
            *self._beside_cells((), self.refused),
            # In the end: a tab without a mark is drawn anew by the next run.
            tag(self._mark(None, rows_of(self.tab)), sheet_id=sheet_id),
        ]

    def changed(self, sheet: SheetSeen) -> Requests:
        """What brings the tab up to date; nothing where it is."""
        values = rows_of(self.tab)
        mark = self._mark(sheet, values)
        if not self._is_as_marked(sheet, mark):
            return self._redrawn(sheet, mark)
        there = sheet.rows
        cells = [] if there is None else revise(self.tab, values, there, sheet_id=sheet.id)
        stale = cells or str(sheet.mark) != str(mark)
        return [*cells, remark(mark, sheet_id=sheet.id)] if stale else []

    def lacks(self, sheet: SheetSeen | None) -> frozenset[str]:
        """What the tab does without.

        Names that Google once refused stay out: it keeps those of a deleted tab for good, and to
        ask for them every day would take a request more. They are asked for again in a copy of the
        spreadsheet, which has no such names, and where somebody has put names in order.
        """
        mark = sheet.mark if sheet else None
        if mark is None or mark.because != self._because():
            return self.refused
        return self.refused | (mark.lacks & {Family.NAMES})

    def _because(self) -> str:
        return digest(f"{self.site.spreadsheet} {staff_names(self.there)}")

    def _mark(self, sheet: SheetSeen | None, values: Rows) -> Mark:
        site = self.site
        mark = mark_of(self.tab, values, plan_id=site.plan_id, plan_tab=site.plan_tab)
        return replace(mark, lacks=self.lacks(sheet), because=self._because())

    def _is_as_marked(self, sheet: SheetSeen, mark: Mark) -> bool:
        """Whether only values differ, if anything does."""
        if sheet.mark is None or sheet.mark.looks != mark.looks:
            return False
        # Without its cells nobody knows which differ: only to draw it anew is sure.
        if sheet.rows is None and sheet.mark.values != mark.values:
            return False
        return not has_drifted(self.tab, self.site, sheet, self.there, lacks=mark.lacks)

    def _redrawn(self, sheet: SheetSeen, mark: Mark) -> Requests:
        moved = realigned(self.tab, sheet)
        return [
            *clean(self.tab, sheet.shape, sheet_id=sheet.id),
            *moved,
            *draw(self.tab, self.site),
            *self._beside_cells(sheet.shape.charts, mark.lacks),
            # In the end: names and charts may still stand on what goes.
            *cut(self.tab, None if moved else sheet.shape, sheet_id=sheet.id),
            remark(mark, sheet_id=sheet.id),
        ]

    def _beside_cells(self, there: tuple[ChartSeen, ...], lacks: frozenset[str]) -> Requests:
        families = {
            Family.RULES: alarms(self.tab, self.site),
            Family.CHARTS: charts(self.tab, self.site, there),
            Family.NAMES: names(self.tab, self.site, self.there),
        }
        return [
            request
            for family, requests in families.items()
            if family not in lacks
            for request in requests
        ]


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
