"""Adds the status column to the plan's sheet in an .xlsx file; no other part of it changes."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from sheetsync.errors import WorkbookError, reason
from sheetsync.languages import PLANS
from sheetsync.model import column_letters, column_number
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.files import Replacement
from sheetsync.workbooks.locks import lock_of
from sheetsync.workbooks.names import cell_name
from sheetsync.workbooks.xlsx import opc
from sheetsync.workbooks.xlsx.cells import numbered, placed
from sheetsync.workbooks.xlsx.drafts import DraftRefused, odd_parts_refused, put_into_draft
from sheetsync.workbooks.xlsx.edits import add_child, edited, insert_in_order
from sheetsync.workbooks.xlsx.package import examine, refuse_unsound
from sheetsync.workbooks.xlsx.refusals import refusal

# The last that a sheet can have: rows that people add later have the choices, too.
_LAST_ROW = 1_048_576
_WIDTH = "32"  # characters
# All that may stand before <dataValidations> (ECMA-376 part 1, 18.3.1.99).
_BEFORE = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
)
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?\d*")
_LAST = (1024, 16_384)  # AMJ and XFD: what reaches these ends nowhere
_ELSEWHERE = ("sheetData", "dimension")
_ANCHOR = "col"  # of a drawing, from 0


@frozen
class StatusColumn:
    """The column to add on the sheet of that title; `row` is the header's, from 1."""

    title: str
    row: int
    header: str
    choices: tuple[str, ...]
    advice: str


@frozen
class Spot:
    """The letters of a column, and whether a filter or table on the sheet leaves it out."""

    letters: str
    filtered: bool


def free_column(path: Path, wanted: StatusColumn) -> Spot:
    """The column it would take: right of everything on the sheet.

    Raises `WorkbookError` where the file cannot be read.
    """
    path = path.resolve()
    part = examine(path).parts[wanted.title]
    with odd_parts_refused(), ZipFile(path) as archive:
        parts = opc.Parts(archive)
        sheet = opc.parse(parts[part])
        tables = [one for one in _parts_beside(parts, part) if opc.local_name(one) == "table"]
        return Spot(
            letters=column_letters(_free(parts, part, sheet)),
            filtered=bool(opc.children(sheet, "autoFilter") or tables),
        )


def add_status_column(
    path: Path, wanted: StatusColumn, *, today: date, language: str = PLANS
) -> Spot:
    """Add it and return its place; a copy dated `today` is kept first.

    `language` is the plan's code, which names the copy.
    Raises `WorkbookError` where the file is open elsewhere, damaged, or cannot be written.
    """
    path = path.resolve()
    refuse_unsound(path)
    _refuse(path)
    part = examine(path).parts[wanted.title]
    spot = free_column(path, wanted)

    def change(parts: opc.Parts) -> None:
        with edited(parts, part) as sheet:
            add_column(sheet, wanted, _free(parts, part, sheet))

    try:
        Replacement(target=path, today=today, language=language).by(
            lambda draft: put_into_draft(draft, path, change, edits=part)
        )
    except DraftRefused as error:
        raise WorkbookError(
            "The column is not added, “{name}” is unchanged: {error}.", name=path.name, error=error
        ) from error
    except OSError as error:
        raise WorkbookError(
            "Could not write “{path}”: {reason}.", path=path, reason=reason(error)
        ) from error
    return spot


def _refuse(path: Path) -> None:
    lock = lock_of(path)
    if lock and not lock.stale:
        raise WorkbookError(
            "{words} Close it and try again: the column is not added.", words=lock.words
        )
    with odd_parts_refused(), ZipFile(path) as archive:
        refused = refusal(opc.Parts(archive), adds_tabs=lambda: False)
    if refused:
        raise WorkbookError("The column is not added. {refused}", refused=refused)


def _free(parts: opc.Parts, part: str, sheet: opc.Element) -> int:
    return max([used_column(sheet), *_used_beside(parts, part)]) + 1


def add_column(sheet: opc.Element, wanted: StatusColumn, column: int) -> None:
    """Add the column, counted from 1; all else on the sheet stays as it is.

    Raises `WorkbookError` where the sheet is protected: nobody could write into the column.
    """
    if opc.says(sheet, "sheetProtection", "sheet"):
        raise WorkbookError(
            "The tab “{title}” is protected. Lift the protection (“Review – Unprotect "
            "Sheet”), try again and protect it anew, allowing edits of the new column.",
            title=wanted.title,
        )
    _put_header(sheet, wanted, column)
    _put_dimension(sheet, wanted.row, column)
    _put_width(sheet, column)
    _put_choices(sheet, wanted, column)


def _put_header(sheet: opc.Element, wanted: StatusColumn, column: int) -> None:
    row = next((row for number, row in _rows(sheet) if number == wanted.row), None)
    there = [] if row is None else [(at, cell) for _, at, cell in placed(row, wanted.row)]
    if row is None or not there:
        raise WorkbookError(
            "The tab “{title}” has no row {row}.", title=wanted.title, row=wanted.row
        )
    left = [cell for at, cell in there if at < column]
    for at, cell in there:
        if at == column:  # it has a look and no value: anything else counts as used
            row.remove(cell)
    style = left[-1].get("s") if left else None
    look = {"s": style} if style else {}
    # Inline: a shared text would change one more part of staff's.
    new = add_child(row, "c", r=cell_name(wanted.row, column), **look, t="inlineStr")
    add_child(add_child(new, "is"), "t").text = wanted.header
    row.insert(row.index(left[-1]) + 1 if left else 0, new)
    spans = row.get("spans", "")
    if spans:
        first, _colon, last = spans.rpartition(":")
        row.set("spans", f"{first}:{max(int(last), column)}")


def _put_dimension(sheet: opc.Element, row: int, column: int) -> None:
    for element in opc.children(sheet, "dimension"):
        first, _colon, last = element.get("ref", "A1").partition(":")
        numbers = [int(digits) for digits in re.findall(r"\d+", last or first)]
        corner = cell_name(max([row, *numbers]), max(column, _last_column(last or first)))
        element.set("ref", f"{first}:{corner}")


def _put_width(sheet: opc.Element, column: int) -> None:
    """Room for words, unless people have sized the column already."""
    there = opc.children(sheet, "cols")
    columns = there[0] if there else insert_in_order(sheet, "cols", _BEFORE[:4])
    sized = [
        (int(one.get("min", "0")), int(one.get("max", "0"))) for one in opc.children(columns, "col")
    ]
    if any(first <= column <= last for first, last in sized):
        return
    at = str(column)
    new = add_child(columns, "col", min=at, max=at, width=_WIDTH, customWidth="1")
    # In their order, or Excel offers to repair the file.
    columns.insert(sum(last < column for _, last in sized), new)


def _put_choices(sheet: opc.Element, wanted: StatusColumn, column: int) -> None:
    there = opc.children(sheet, "dataValidations")
    rules = there[0] if there else insert_in_order(sheet, "dataValidations", _BEFORE)
    letters = column_letters(column)
    rule = add_child(
        rules,
        "dataValidation",
        type="list",
        allowBlank="1",
        showInputMessage="1",
        prompt=wanted.advice,
        sqref=f"{letters}{wanted.row + 1}:{letters}{_LAST_ROW}",
    )
    # Excel takes 255 characters of such a list, and a comma always parts two choices.
    add_child(rule, "formula1").text = '"{}"'.format(",".join(wanted.choices))
    rules.set("count", str(len(opc.children(rules, "dataValidation"))))


def used_column(sheet: opc.Element) -> int:
    """The last column with content, from 1; merely formatted cells do not count."""
    there = (one for number, row in _rows(sheet) for one in placed(row, number))
    filled = [column for _, column, cell in there if len(cell) and column not in _LAST]
    rest = (child for child in sheet if opc.local_name(child) not in _ELSEWHERE)
    return max([0, *filled, *(end for child in rest for end in _ends(child))])


def _rows(sheet: opc.Element) -> Iterator[tuple[int, opc.Element]]:
    return numbered(opc.listed(sheet, "sheetData", "row"))


def _used_beside(parts: opc.Parts, part: str) -> Iterator[int]:
    """The same of the comments, tables and drawings of a sheet, which have parts of their own."""
    for other in _parts_beside(parts, part):
        for element in other.iter("*"):
            yield from _ends(element)
            if opc.local_name(element) == _ANCHOR and (element.text or "").strip().isdecimal():
                yield int(element.text or "") + 1


def _parts_beside(parts: opc.Parts, part: str) -> Iterator[opc.Element]:
    """What a sheet refers to inside the package, as far as it is XML."""
    for one in opc.relations(parts, part):
        if not one.external and one.target.casefold().endswith(".xml") and one.target in parts:
            yield opc.parse(parts[one.target])


def _last_column(places: str) -> int:
    """The last column, from 1, of areas such as "A1:C9 E2"; 0 where they end nowhere."""
    columns = [column_number(letters) for letters in _CELL.findall(places)]
    return max((column for column in columns if column not in _LAST), default=0)


def _ends(element: opc.Element) -> Iterator[int]:
    for one in element.iter("*"):
        yield from (_last_column(one.get(name, "")) for name in ("ref", "sqref"))
        if opc.local_name(one) == "sqref":  # sparklines and the like
            yield _last_column(one.text or "")
