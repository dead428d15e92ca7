"""One tab of an .xlsx file as a grid, read by calamine."""

from typing import TYPE_CHECKING

from sheetsync.errors import WorkbookMissing
from sheetsync.model import CellValue, Grid
from sheetsync.workbooks.values import plain
from sheetsync.workbooks.xlsx.package import Package, damaged

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read_grid(package: Package, tab: str) -> Grid:
    """The cells of `tab`, or of the first visible worksheet that is not ours where it is "".

    Raises `WorkbookMissing` for an unknown tab, `WorkbookUnreadable` for a damaged file.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(package.path) as workbook:
            title = _find(package, workbook, tab)
            others = tuple(name for name in _candidates(package, workbook) if name != title)
            # Without skip_empty_area=False the blank rows at the top vanish and row numbers lie.
            raw = workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise damaged(package.path) from error
    # Plain text, most of a plan, is passed on without a call: a third of the time on big sheets.
    rows: list[tuple[CellValue, ...]] = [
        tuple([value if type(value) is str and value else plain(value) for value in row])
        for row in raw
    ]
    _show_errors(package, title, rows)
    return Grid(title=title, rows=tuple(rows), others=others)


def _find(package: Package, workbook: "CalamineWorkbook", tab: str) -> str:
    titles = workbook.sheet_names
    for title in titles if tab else _candidates(package, workbook):
        if not tab or title.casefold() == tab.casefold():
            return title
    there = ", ".join(f"«{title}»" for title in titles)
    if tab:
        raise WorkbookMissing(f"В книге «{package.path}» нет вкладки «{tab}». Есть: {there}.")
    raise WorkbookMissing(f"В книге «{package.path}» нет вкладки с планом. Есть только: {there}.")


def _candidates(package: Package, workbook: "CalamineWorkbook") -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
        and sheet.visible == SheetVisibleEnum.Visible
        and sheet.name not in package.ours.values()
    ]


def _show_errors(package: Package, title: str, rows: list[tuple[CellValue, ...]]) -> None:
    """Put "#REF!" and the like where calamine, which knows no errors, left blanks."""
    for row, column, text in package.errors(title):
        if row < len(rows) and column < len(rows[row]):
            rows[row] = (*rows[row][:column], text, *rows[row][column + 1 :])
