"""Adds the status column to the plan's sheet in an .xlsx file; no other part of it changes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from posixpath import join, normpath
from zipfile import ZIP_DEFLATED, ZipFile

from sheetsync.errors import WorkbookError, reason
from sheetsync.workbooks.cell_names import column_letters
from sheetsync.workbooks.files import Replacement
from sheetsync.workbooks.locks import lock_of
from sheetsync.workbooks.xlsx.column import StatusColumn, with_column
from sheetsync.workbooks.xlsx.package import examine, refuse_unsound
from sheetsync.workbooks.xlsx.sheet_text import SheetText, last_column, look_through

_TARGET = re.compile(rb"""\bTarget\s*=\s*["']([^"']+)["']""")
_PLACE = re.compile(r"""\bref\s*=\s*["']([^"']+)["']""")  # of a comment or a table
_ANCHOR = re.compile(r"<(?:\w+:)?col>(\d+)<")  # of a drawing, from 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The letters of a column, and whether a filter or table on the sheet leaves it out."""

    letters: str
    filtered: bool


def free_column(path: Path, wanted: StatusColumn) -> Spot:
    """The column that it would be: right of all that stands on the sheet.

    Raises `WorkbookError` where the file cannot be read.
    """
    path = path.resolve()
    part = examine(path).parts[wanted.title]
    with ZipFile(path) as archive:
        text = look_through(archive.read(part), row=wanted.row)
        beside = [*_beside(archive, part)]
    return Spot(
        letters=column_letters(_free(text, beside)),
        filtered=bool(text.section("autoFilter")) or any("<table " in other for other in beside),
    )


def add_status_column(path: Path, wanted: StatusColumn, *, today: date) -> Spot:
    """Add it, and tell where; a copy dated `today` is kept as before any change.

    Raises `WorkbookError` where the file is open elsewhere, damaged, or cannot be written.
    """
    path = path.resolve()
    refuse_unsound(path)
    lock = lock_of(path)
    if lock and not lock.stale:
        raise WorkbookError(f"{lock.words} Закройте её и повторите: столбец не добавлен.")
    part = examine(path).parts[wanted.title]
    spot = free_column(path, wanted)
    try:
        Replacement(target=path, today=today).by(lambda draft: _build(path, draft, part, wanted))
    except OSError as error:
        raise WorkbookError(f"Не удалось записать «{path}»: {reason(error)}.") from error
    return spot


def _build(source: Path, draft: Path, part: str, wanted: StatusColumn) -> None:
    with ZipFile(source) as before, ZipFile(draft, "w", ZIP_DEFLATED) as after:
        text = look_through(before.read(part), row=wanted.row)
        new = with_column(text, wanted, _free(text, _beside(before, part)))
        for info in before.infolist():
            after.writestr(info, new if info.filename == part else before.read(info))


def _free(text: SheetText, beside: Iterable[str]) -> int:
    ends = [text.used]
    for other in beside:
        ends += map(last_column, _PLACE.findall(other))
        ends += (int(column) + 1 for column in _ANCHOR.findall(other))
    return max(ends) + 1


def _beside(archive: ZipFile, part: str) -> Iterator[str]:
    """The comments, tables and drawings of the sheet, which have parts of their own."""
    folder, name = part.rsplit("/", 1)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return
    for target in _TARGET.findall(archive.read(relations)):
        other = normpath(join(folder, target.decode())).lstrip("/")
        if other in archive.namelist() and other.endswith(".xml"):
            yield archive.read(other).decode("utf-8", "replace")
