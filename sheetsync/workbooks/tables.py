"""Files that hold a plan as a table and are not yet its workbook: what `import` reads."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sheetsync.errors import WorkbookMissing, WorkbookUnreadable, reason
from sheetsync.model import Grid
from sheetsync.workbooks.docx_tables import read_docx
from sheetsync.workbooks.text_tables import read_csv, read_tsv
from sheetsync.workbooks.xlsx.package import examine
from sheetsync.workbooks.xlsx.reading import read_grid

_WORD = "Откройте его и сохраните как «Документ Word (.docx)»."
_EXCEL = "Откройте его и сохраните как «Книга Excel (.xlsx)»."
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
    """All rows of the file as they stand: title lines, blank lines, header and measures alike.

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
            f"Не удалось прочитать «{path}»: {reason(error)}. "
            "Проверьте путь и право читать этот файл."
        ) from error
    return replace(grid, title=path.stem)


def _read_xlsx(path: Path) -> Grid:
    return read_grid(examine(path), "")


_READERS: dict[str, Callable[[Path], Grid]] = {
    ".txt": read_tsv,
    ".tsv": read_tsv,
    ".csv": read_csv,
    ".docx": read_docx,
    ".xlsx": _read_xlsx,
}


def _refuse(path: Path) -> None:
    if path.is_dir():
        raise WorkbookUnreadable(f"«{path}» – это папка. Укажите файл с планом.")
    if not path.exists():
        raise WorkbookMissing(f"Файла «{path}» нет. Проверьте путь и имя файла.")
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        known = ", ".join(_READERS)
        advice = _SAVE_AS.get(suffix, "Сохраните план в одном из этих видов.")
        raise WorkbookUnreadable(f"Файл «{path}» не читается: можно только {known}. {advice}")
    if path.is_file() and path.stat().st_size == 0:
        raise WorkbookUnreadable(f"Файл «{path}» пуст (0 байт). Сохраните в нём план заново.")
