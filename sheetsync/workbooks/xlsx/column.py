"""Sets one more column into the text of a worksheet's part: its header, choices and width."""

import re
from dataclasses import dataclass
from html import escape

from sheetsync.errors import WorkbookError
from sheetsync.workbooks.cell_names import cell_name, column_letters
from sheetsync.workbooks.xlsx.sheet_text import Element, SheetText, last_column

_LAST_ROW = 1_048_576
_WIDTH = 32  # characters
# All that may stand before <dataValidations> (ECMA-376 part 1, 18.3.1.99).
_BEFORE = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
)
_SPAN = re.compile(rb"""(\bspans\s*=\s*["'](?:\d+:\d+ )*\d+:)(\d+)""")
_REF = re.compile(rb"""(\bref\s*=\s*["'])([^"']*)""")
_COUNT = re.compile(rb"""(\bcount\s*=\s*["'])(\d+)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusColumn:
    """The column to add on the sheet of that title; `row` is the header's, from 1."""

    title: str
    row: int
    header: str
    choices: tuple[str, ...]
    advice: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """Bytes to put in place of those from `start` to `end`."""

    start: int
    end: int
    new: bytes


def with_column(text: SheetText, wanted: StatusColumn, column: int) -> bytes:
    """The part with the column, counted from 1; every other byte is what it was.

    Raises `WorkbookError` where the sheet is protected: nobody could write into the column.
    """
    protection = text.section("sheetProtection")
    if protection and protection.attributes.get("sheet", "0") not in ("0", "false"):
        raise WorkbookError(
            f"Лист «{wanted.title}» защищён. Снимите защиту («Рецензирование – Снять защиту "
            "листа»), повторите и защитите снова, разрешив править новый столбец."
        )
    edits = [
        *_header(text, wanted, column),
        *_dimension(text, wanted.row, column),
        *_width(text, column),
        *_choices(text, wanted, column),
    ]
    data = text.data
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        data = data[: edit.start] + edit.new + data[edit.end :]
    return data


def _header(text: SheetText, wanted: StatusColumn, column: int) -> list[_Edit]:
    if text.row is None or not text.cells:
        raise WorkbookError(f"На листе «{wanted.title}» не нашлось строки {wanted.row}.")
    left = [cell for cell in text.cells if int(cell.attributes["column"]) < column]
    there = [cell for cell in text.cells if int(cell.attributes["column"]) == column]
    at = left[-1].end if left else text.row.inside
    style = left[-1].attributes.get("s") if left else None
    cell = _cell(text.prefix, cell_name(wanted.row, column), style, wanted.header)
    # A cell that is there has a look and no value: anything else counts as used.
    edit = _Edit(there[0].start, there[0].end, cell) if there else _Edit(at, at, cell)
    return [edit, *_in_tag(text, text.row, _SPAN, column)]


def _cell(prefix: str, name: str, style: str | None, words: str) -> bytes:
    look = f' s="{style}"' if style else ""
    p = prefix
    return (
        f'<{p}c r="{name}"{look} t="inlineStr"><{p}is><{p}t>{escape(words)}</{p}t></{p}is></{p}c>'
    ).encode()


def _in_tag(
    text: SheetText, element: Element, number: re.Pattern[bytes], least: int
) -> list[_Edit]:
    """Raise a number in the element's start tag to `least`, where there is one."""
    match = number.search(text.data, element.start, element.inside)
    if match is None or int(match[2]) >= least:
        return []
    return [_Edit(match.start(2), match.end(2), str(least).encode())]


def _dimension(text: SheetText, row: int, column: int) -> list[_Edit]:
    element = text.section("dimension")
    match = _REF.search(text.data, element.start, element.inside) if element else None
    if match is None:
        return []
    first, _, last = match[2].decode().partition(":")
    rows = [int(digits) for digits in re.findall(r"\d+", last or first)]
    corner = cell_name(max([row, *rows]), max(column, last_column(last or first)))
    return [_Edit(match.start(2), match.end(2), f"{first}:{corner}".encode())]


def _width(text: SheetText, column: int) -> list[_Edit]:
    """Room for words, unless people have sized the column already."""
    p, section = text.prefix, text.section("cols")
    new = f'<{p}col min="{column}" max="{column}" width="{_WIDTH}" customWidth="1"/>'
    if section is None:
        data = text.section("sheetData")
        whole = f"<{p}cols>{new}</{p}cols>".encode()
        return [_Edit(data.start, data.start, whole)] if data else []
    spans = [(int(one.attributes["min"]), int(one.attributes["max"])) for one in text.columns]
    if any(first <= column <= last for first, last in spans):
        return []
    before = [one.end for one, span in zip(text.columns, spans, strict=True) if span[1] < column]
    at = max(before, default=section.inside)
    return [_Edit(at, at, new.encode())]


def _choices(text: SheetText, wanted: StatusColumn, column: int) -> list[_Edit]:
    p, letters = text.prefix, column_letters(column)
    place = f"{letters}{wanted.row + 1}:{letters}{_LAST_ROW}"
    rule = (
        f'<{p}dataValidation type="list" allowBlank="1" showInputMessage="1" '
        f'prompt="{escape(wanted.advice)}" sqref="{place}">'
        f"<{p}formula1>{escape(_listed(wanted.choices), quote=False)}</{p}formula1>"
        f"</{p}dataValidation>"
    )
    section = text.section("dataValidations")
    if section is None or section.inside == section.end:
        whole = f'<{p}dataValidations count="1">{rule}</{p}dataValidations>'.encode()
        if section:
            return [_Edit(section.start, section.end, whole)]
        at = max(one.end for one in text.sections if one.name in _BEFORE)
        return [_Edit(at, at, whole)]
    at = text.data.rindex(b"</", section.start, section.end)
    count = _COUNT.search(text.data, section.start, section.inside)
    more = _in_tag(text, section, _COUNT, int(count[2]) + 1) if count else []
    return [_Edit(at, at, rule.encode()), *more]


def _listed(choices: tuple[str, ...]) -> str:
    return '"{}"'.format(",".join(choices))
