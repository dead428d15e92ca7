"""Files that hold a plan as a table and are not yet its workbook: what `import` reads."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sheetsync.errors import WorkbookMissing, WorkbookUnreadable, reason
from sheetsync.languages import _
from sheetsync.model import Grid
from sheetsync.model.language import marked
from sheetsync.workbooks.docx_tables import read_docx
from sheetsync.workbooks.text_tables import read_csv, read_tsv
from sheetsync.workbooks.xlsx.package import examine
from sheetsync.workbooks.xlsx.reading import read_grid

_WORD = marked("Open it and save it as “Word Document (.docx)”.")
_EXCEL = marked("Open it and save it as “Excel Workbook (.xlsx)”.")
_OTHERWISE = marked("Save the plan as one of these kinds.")
_SAVE_AS = {
    ".doc": _WORD,
    ".odt": _WORD,
    ".rtf": _WORD,
    ".xls": _EXCEL,
    ".xlsb": _EXCEL,
    ".xlsm": _EXCEL,
    ".ods": _EXCEL,
}


def read_table_file(path: Path) -> Grid:
    """All rows of the file: title lines, blank lines, header and measures alike.

    The suffix tells the kind. Text and .csv cells are `str` or None; of an .xlsx the first visible
    worksheet is read; a .docx gives all its tables. `Grid.title` is the file's name without suffix.

    Raises `WorkbookMissing` where there is no such file and `WorkbookUnreadable` where it is of
    another kind, empty, damaged, or not what its suffix says.
    """
    try:
        _refuse(path)
        grid = _READERS[path.suffix.lower()](path)
    except OSError as error:
        raise WorkbookUnreadable(
            "Could not read “{path}”: {reason}. Check the path and the permission to read it.",
            path=path,
            reason=reason(error),
        ) from error
    return replace(grid, title=path.stem)


_READERS: dict[str, Callable[[Path], Grid]] = {
    ".txt": read_tsv,
    ".tsv": read_tsv,
    ".csv": read_csv,
    ".docx": read_docx,
    ".xlsx": lambda path: read_grid(examine(path), ""),
}


def _refuse(path: Path) -> None:
    # Opening a folder fails everywhere, on Windows for want of a permission that nobody lacks.
    if path.is_dir():
        raise WorkbookUnreadable("“{path}” is a folder. Name the file with the plan.", path=path)
    if not path.exists():
        raise WorkbookMissing("There is no file “{path}”. Check its path and name.", path=path)
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        known = ", ".join(_READERS)
        advice = _(_SAVE_AS.get(suffix, _OTHERWISE))
        raise WorkbookUnreadable(
            "The file “{path}” cannot be read: only {known} can. {advice}",
            path=path,
            known=known,
            advice=advice,
        )
    if path.is_file() and path.stat().st_size == 0:
        raise WorkbookUnreadable(
            "The file “{path}” is empty (0 bytes). Save the plan in it anew.", path=path
        )
