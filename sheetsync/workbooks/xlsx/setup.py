"""Adds the status column to the plan's sheet in an .xlsx file; no other part of it changes."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

from sheetsync.errors import WorkbookError, reason
from sheetsync.languages import _
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.cell_names import column_letters
from sheetsync.workbooks.files import Replacement
from sheetsync.workbooks.locks import lock_of
from sheetsync.workbooks.xlsx.column import StatusColumn, add_column
from sheetsync.workbooks.xlsx.drafts import DraftRefused, odd_parts_refused, put_into_draft
from sheetsync.workbooks.xlsx.edits import edited
from sheetsync.workbooks.xlsx.opc import Element, Parts, children, local_name, parse
from sheetsync.workbooks.xlsx.package import examine, refuse_unsound
from sheetsync.workbooks.xlsx.refusals import refusal
from sheetsync.workbooks.xlsx.used import parts_beside, used_beside, used_column


@frozen
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
    with odd_parts_refused(), ZipFile(path) as archive:
        parts = Parts(archive)
        sheet = parse(parts[part])
        tables = [one for one in parts_beside(parts, part) if local_name(one) == "table"]
        return Spot(
            letters=column_letters(_free(parts, part, sheet)),
            filtered=bool(children(sheet, "autoFilter") or tables),
        )


def add_status_column(path: Path, wanted: StatusColumn, *, today: date) -> Spot:
    """Add it, and tell where; a copy dated `today` is kept as before any change.

    Raises `WorkbookError` where the file is open elsewhere, damaged, or cannot be written.
    """
    path = path.resolve()
    refuse_unsound(path)
    _refuse(path)
    part = examine(path).parts[wanted.title]
    spot = free_column(path, wanted)

    def change(parts: Parts) -> None:
        with edited(parts, part) as sheet:
            add_column(sheet, wanted, _free(parts, part, sheet))

    try:
        Replacement(target=path, today=today).by(
            lambda draft: put_into_draft(draft, path, change, edits=part)
        )
    except DraftRefused as error:
        raise WorkbookError(
            _(
                "The column is not added, “{name}” is unchanged: {error}.",
                name=path.name,
                error=error,
            )
        ) from error
    except OSError as error:
        raise WorkbookError(
            _("Could not write “{path}”: {reason}.", path=path, reason=reason(error))
        ) from error
    return spot


def _refuse(path: Path) -> None:
    lock = lock_of(path)
    if lock and not lock.stale:
        raise WorkbookError(
            _("{words} Close it and try again: the column is not added.", words=lock.words)
        )
    with odd_parts_refused(), ZipFile(path) as archive:
        refused = refusal(Parts(archive), adds_tabs=lambda: False)
    if refused:
        raise WorkbookError(_("The column is not added. {refused}", refused=refused))


def _free(parts: Parts, part: str, sheet: Element) -> int:
    return max([used_column(sheet), *used_beside(parts, part)]) + 1
