"""One tab of an .xlsx file as a grid, read by calamine."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeAlias

from sheetsync.errors import WorkbookMissing
from sheetsync.languages import quoted
from sheetsync.model import CellValue, Grid
from sheetsync.workbooks.values import plain
from sheetsync.workbooks.xlsx.cells import Sheet, as_utf8, merged, single
from sheetsync.workbooks.xlsx.extent import bounded
from sheetsync.workbooks.xlsx.opc import Parts, related
from sheetsync.workbooks.xlsx.overlay import CellPlace, overlay
from sheetsync.workbooks.xlsx.package import Package, damaged, opened

_Raw: TypeAlias = str | float | bool | date | time | timedelta


def read_grid(package: Package, tab: str) -> Grid:
    """The cells of `tab`, or of the first visible worksheet that is not ours where it is "".

    Raises `WorkbookMissing` for an unknown tab, `WorkbookUnreadable` for a damaged file and for
    one with a cell far from all others.
    """
    title = _find(package, tab)
    with opened(package.path) as archive:
        whole = _sheet(package, Parts(archive), title)
        sheet = replace(whole, cells=bounded(whole, title=title))
        raw = _values(package, sheet)
        # Plain text, most of a plan, is passed on without a call: a third of the time.
        rows: list[tuple[CellValue, ...]] = [
            tuple([value if type(value) is str and value else plain(value) for value in row])
            for row in raw
        ]
        seen, left_out = overlay(rows, sheet)
        merges = merged(sheet.cells)
    return Grid(
        title=title,
        rows=_with(rows, seen),
        merges=merges,
        others=tuple(other for other in staff_tabs(package) if other != title),
        left_out=left_out,
    )


def _sheet(package: Package, parts: Parts, title: str) -> Sheet:
    def whole(kind: str) -> bytes:
        names = related(parts, package.main, kind)
        return as_utf8(parts[names[0]]) if names and names[0] in parts else b""

    return Sheet(
        cells=as_utf8(parts[package.parts[title]]),
        strings=whole("sharedStrings"),
        styles=whole("styles"),
        epoch_1904=package.epoch_1904,
        fresh=package.fresh,
    )


def _find(package: Package, tab: str) -> str:
    titles = list(package.parts)
    for title in titles if tab else staff_tabs(package):
        if not tab or title.casefold() == tab.casefold():
            return title
    there = ", ".join(quoted(title) for title in titles)
    if tab:
        raise WorkbookMissing(
            "The workbook “{path}” has no tab “{tab}”. There are: {there}.",
            path=package.path,
            tab=tab,
            there=there,
        )
    raise WorkbookMissing(
        "The workbook “{path}” has no tab with a plan. There are only: {there}.",
        path=package.path,
        there=there,
    )


def staff_tabs(package: Package) -> list[str]:
    """The titles of the visible worksheets that are not ours, in the workbook's order."""
    return [title for title in package.worksheets if title not in package.ours]


def _with(
    rows: list[tuple[CellValue, ...]], seen: dict[CellPlace, CellValue]
) -> tuple[tuple[CellValue, ...], ...]:
    """The rows with these cells put in, all of one width still."""
    if not seen:
        return tuple(rows)
    width = max(len(rows[0]) if rows else 0, *(column for _, column in seen))
    lower = max(row for row, _ in seen) - len(rows)
    grid = [[*row, *[None] * (width - len(row))] for row in rows]
    grid += [[None] * width for _ in range(lower)]
    for (row, column), value in seen.items():
        grid[row - 1][column - 1] = value
    return tuple(map(tuple, grid))


def _values(package: Package, sheet: Sheet) -> list[list[_Raw]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(single(sheet)) as workbook:
            # Without skip_empty_area=False the blank rows at the top vanish and row numbers lie.
            return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise damaged(package.path) from error
