"""A tab of ours as requests: drawn anew where its looks or what people did ask for it.

Else only its values change. A formula of staff's that names cells of our tab moves along when
people insert a column there. To write our cells anew over it would leave the formula with the
neighbour: the column goes instead.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from operator import itemgetter
from typing import Any

from sheetsync.model import CellValue, Tab
from sheetsync.model.frozen import frozen
from sheetsync.model.grouping import grouped
from sheetsync.workbooks.google import batch
from sheetsync.workbooks.google.charts_names import (
    blocks_of,
    charts,
    charts_there,
    names,
    staff_names,
)
from sheetsync.workbooks.google.errors import Family
from sheetsync.workbooks.google.pieces import Requests, span, typed
from sheetsync.workbooks.google.reading import ChartSeen, Seen, Shape, SheetSeen
from sheetsync.workbooks.google.tags import (
    Rows,
    TabTag,
    fingerprint,
    rows_of,
    tag_of,
    without_formulas,
)
from sheetsync.workbooks.names import placed

_MANY = 500  # from here on one request with the whole column is shorter


@frozen
class Drawing:
    """One tab, where it goes, and the families that Google refused today."""

    tab: Tab
    site: batch.Site
    there: Seen
    refused: frozenset[str]

    def created(self, title: str) -> Requests:
        """The tab as a new one, its tag last."""
        sheet_id = self.site.sheet_id
        return [
            *batch.create(self.tab, sheet_id=sheet_id, title=title),
            *batch.draw(self.tab, self.site),
            *self._charts_and_names((), self.refused),
            # In the end: a tab without a tag is drawn anew by the next run.
            batch.tag_tab(self._tag(None, rows_of(self.tab)), sheet_id=sheet_id),
        ]

    def changed(self, sheet: SheetSeen) -> Requests:
        """What brings the tab up to date; nothing where it is."""
        values = rows_of(self.tab)
        tag = self._tag(sheet, values)
        if not self._is_as_tagged(sheet, tag):
            return self._redrawn(sheet, tag)
        there = sheet.rows
        cells = [] if there is None else _revise(self.tab, values, there, sheet_id=sheet.id)
        stale = cells or str(sheet.tag) != str(tag)
        return [*cells, batch.retag_tab(tag, sheet_id=sheet.id)] if stale else []

    def lacks(self, sheet: SheetSeen | None) -> frozenset[str]:
        """What the tab does without.

        Names that Google once refused stay out: it keeps those of a deleted tab for good, and to
        ask for them every day would take a request more. They are asked for again in a copy of the
        spreadsheet, which has no such names, and where somebody has put names in order.
        """
        tag = sheet.tag if sheet else None
        if tag is None or tag.because != self._because():
            return self.refused
        return self.refused | (tag.lacks & {Family.NAMES})

    def _because(self) -> str:
        return fingerprint(f"{self.site.spreadsheet} {staff_names(self.there)}")

    def _tag(self, sheet: SheetSeen | None, values: Rows) -> TabTag:
        site = self.site
        tag = tag_of(self.tab, values, plan_id=site.plan_id, plan_tab=site.plan_tab)
        return replace(tag, lacks=self.lacks(sheet), because=self._because())

    def _is_as_tagged(self, sheet: SheetSeen, tag: TabTag) -> bool:
        """Whether only values differ, if anything does."""
        if sheet.tag is None or sheet.tag.looks != tag.looks:
            return False
        # Without its cells nobody knows which differ: only to draw it anew is sure.
        if sheet.rows is None and sheet.tag.values != tag.values:
            return False
        return not _has_drifted(self.tab, self.site, sheet, self.there, lacks=tag.lacks)

    def _redrawn(self, sheet: SheetSeen, tag: TabTag) -> Requests:
        moved = _realigned(self.tab, sheet)
        return [
            *batch.clean(self.tab, sheet.shape, sheet_id=sheet.id),
            *moved,
            *batch.draw(self.tab, self.site),
            *self._charts_and_names(sheet.shape.charts, tag.lacks),
            # In the end: names and charts may still stand on what goes.
            *batch.cut(self.tab, None if moved else sheet.shape, sheet_id=sheet.id),
            batch.retag_tab(tag, sheet_id=sheet.id),
        ]

    def _charts_and_names(self, there: tuple[ChartSeen, ...], lacks: frozenset[str]) -> Requests:
        families = {
            Family.RULES: batch.alarms(self.tab, self.site),
            Family.CHARTS: charts(self.tab, self.site, there),
            Family.NAMES: names(self.tab, self.site, self.there),
        }
        return [
            request
            for family, requests in families.items()
            if family not in lacks
            for request in requests
        ]


def _has_drifted(
    tab: Tab, site: batch.Site, sheet: SheetSeen, there: Seen, *, lacks: frozenset[str]
) -> bool:
    """Whether a tab that was drawn like `tab` no longer looks so; what it `lacks` is not missed."""
    shape = sheet.shape
    return (
        (shape.row_count, shape.column_count) != batch.grid_size(tab)
        or (tab.color and shape.color != tab.color)
        or shape.merges != batch.merged_areas(tab)
        or (Family.RULES not in lacks and shape.rules != _alarms(tab))
        or (Family.CHARTS not in lacks and _lacks_charts(tab, site, shape))
        or (Family.NAMES not in lacks and not _are_named(tab, site, there))
        or (shape.fills is not None and shape.fills != dict(_fills(tab, shape.width)))
    )


def _alarms(tab: Tab) -> int:
    return sum(cell.alarm is not None for row in tab.rows for cell in row.cells)


def _lacks_charts(tab: Tab, site: batch.Site, shape: Shape) -> bool:
    return len(charts_there(tab, site, shape.charts)) < len(tab.charts)


def _are_named(tab: Tab, site: batch.Site, there: Seen) -> bool:
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


def _revise(tab: Tab, new: Rows, there: Rows, *, sheet_id: int) -> Requests:
    """Only the cells whose values differ from those there; whole columns where these are many.

    `new` are the tab's values (`rows_of`).
    """
    there = without_formulas(there, tab)
    requests: Requests = []
    for column, changed in grouped(_differences(new, there), itemgetter(1)).items():
        if len(changed) > _MANY and not _has_formulas(tab, column):
            values = [row[column] if column < len(row) else None for row in new]
            requests.append(_column(values, column, sheet_id))
        else:
            requests += (_one_cell(value, row, column, sheet_id) for row, _, value in changed)
    return requests


def _has_formulas(tab: Tab, column: int) -> bool:
    return any(cell.formula for _, at, cell in placed(tab) if at == column + 1)


def _column(values: list[CellValue], column: int, sheet_id: int) -> dict[str, Any]:
    place = {"sheetId": sheet_id, "startColumnIndex": column, "endColumnIndex": column + 1}
    return _update({"range": place}, [{"values": [typed(value)]} for value in values])


def _one_cell(value: CellValue, row: int, column: int, sheet_id: int) -> dict[str, Any]:
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    return _update({"start": start}, [{"values": [typed(value)]}])


def _update(where: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"updateCells": {**where, "rows": rows, "fields": "userEnteredValue"}}


def _differences(new: Rows, old: Rows) -> Iterator[tuple[int, int, CellValue]]:
    for row in range(max(len(new), len(old))):
        one = new[row] if row < len(new) else ()
        other = old[row] if row < len(old) else ()
        if one == other:  # as nearly all rows of nearly all days
            continue
        for column in range(max(len(one), len(other))):
            value = one[column] if column < len(one) else None
            if value != (other[column] if column < len(other) else None):
                yield row, column, value


def _realigned(tab: Tab, sheet: SheetSeen) -> list[dict[str, Any]]:
    """What deletes inserted and inserts deleted columns, and rows above the table's first line.

    Columns are matched by the header, the last frozen row; nothing if there is none.
    """
    ours, theirs = rows_of(tab), sheet.rows or ()
    if not tab.frozen_rows or len(ours) < tab.frozen_rows:
        return []
    header = ours[tab.frozen_rows - 1]
    at = next((row for row, cells in enumerate(theirs) if _alike(header, cells)), None)
    if at is None:
        return []
    blank = next((n for n, cells in enumerate(theirs[at + 1 :]) if any(cells)), 0)
    above = at - (tab.frozen_rows - 1)
    gap = next((n for n, cells in enumerate(theirs[:at]) if not any(cells)), 0)
    return [
        *_columns(header, theirs[at], sheet.id),
        *_shifted(sheet.id, "ROWS", (at + 1, blank)),
        *_shifted(sheet.id, "ROWS", (gap if above == 1 else 0, above)),
    ]


def _alike(header: Sequence[CellValue], cells: Sequence[CellValue]) -> bool:
    """Whether that is the header, but for a column or two."""
    wanted = {value for value in header if value}
    return len(wanted & set(cells)) * 3 > len(wanted) * 2


def _columns(
    header: Sequence[CellValue], there: Sequence[CellValue], sheet_id: int
) -> Iterator[dict[str, Any]]:
    """The requests that move columns, from the right, so that none moves another.

    Behind the last known header stand our formulas, whose values no header tells, or staff's cells.
    """
    wanted = _until_last(header, {value for value in header if value})
    found = _until_last(there, {*wanted})
    matcher = SequenceMatcher(a=found, b=wanted, autojunk=False)
    for _, start, end, first, last in reversed(matcher.get_opcodes()):
        surplus = (end - start) - (last - first)
        yield from _shifted(sheet_id, "COLUMNS", (start, surplus))


def _shifted(sheet_id: int, dimension: str, place: tuple[int, int]) -> Iterator[dict[str, Any]]:
    """Delete so many rows or columns from an index on, or insert as many as are missing."""
    start, surplus = place
    moved = span(sheet_id, dimension, start, abs(surplus))
    if surplus > 0:
        yield {"deleteDimension": {"range": moved}}
    elif surplus < 0:
        # Google refuses true at the first index, where nothing stands before.
        yield {"insertDimension": {"range": moved, "inheritFromBefore": False}}


def _until_last(row: Sequence[CellValue], known: Collection[CellValue]) -> list[CellValue]:
    """The cells up to the last one that holds any of these values."""
    end = max((i + 1 for i, value in enumerate(row) if value and value in known), default=0)
    return list(row[:end])
