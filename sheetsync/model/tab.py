"""Tables in and out: what a workbook reads, and a tab as data that every workbook can write."""

from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked

CellValue: TypeAlias = str | int | float | bool | date | datetime | None

LOOKUP_HEADER = marked("State (filled in by itself)")
"""What the look-up column's formula shows in the header row, in the plan's language."""

LOOKUP_HEADERS = ("Состояние (заполняется само)", LOOKUP_HEADER)
"""By which it is known again: the language of a plan may have been another one."""


def column_letters(column: int) -> str:
    """The column, from 1, as people call it: 28 is "AB"."""
    letters = ""
    # Letters have no zero, A is 1: so 1 is taken off at each place, not only at the last.
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column that letters name, from 1: "AB" is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@frozen
class Area:
    """Cells of a tab; rows and columns count from 1, the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@frozen
class LookupColumn:
    """The look-up column as a read found it; the grid's own rows have blanks in its place.

    `index` counts the columns from 0; `formula` is the row of our formula from 0, None where
    people replaced it, and `text` what it is; `shown` are the cells by row, None where a program
    has not calculated them.
    """

    index: int
    formula: int | None
    shown: tuple[CellValue, ...]
    text: str = ""


UNCALCULATED = "#НЕ РАССЧИТАНО"
"""What a cell says whose formula no spreadsheet program has calculated yet."""


class Unread(StrEnum):
    """Why words of a cell, or of a document beside its tables, do not count."""

    STRUCK = "struck out"
    HIDDEN = "hidden"
    BOXED = "in a text box"
    FOOTNOTE = "a footnote"
    BELOW = "below the last table"


@frozen
class LeftOut:
    """Words that a grid's rows leave out; row and column count from 1."""

    row: int
    column: int
    why: Unread
    words: str


@frozen
class Grid:
    """The cells of one tab as people left them; `rows[0]` is the sheet's row 1, blanks included.

    `lookups` are columns of ours on it, which `rows` show as blank. `merges` are its merged cells,
    of which `rows` holds the value in the first; `others` the titles of staff's other
    tabs, where they were looked at. `closed` are tabs of ours that people closed to us: the title,
    and "protected" or "table". `left_out` are words that are there but do not count; `remarks` are
    sentences to the reader about how the file was read. `paragraphs` are a document's rows of one
    cell that stand outside its tables. `address_tab` is the tab that the address of a shared sheet
    opens, such as "gid=7", where another one was asked for by its title.
    """

    title: str
    rows: tuple[tuple[CellValue, ...], ...]
    lookups: tuple[LookupColumn, ...] = ()
    merges: tuple[Area, ...] = ()
    closed: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    address_tab: str = ""
    paragraphs: frozenset[int] = frozenset()


class Align(StrEnum):
    """Where a cell's text stands, from left to right."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@frozen
class Look:
    """How a cell looks. Colours are RRGGBB without a sign, sizes are points."""

    bold: bool = False
    italic: bool = False
    size: float = 11
    color: str = "202124"
    fill: str = ""
    wrap: bool = False
    align: Align = Align.LEFT
    middle: bool = False  # between the cell's top and bottom, not at its top
    border: bool = False  # a thin line below the cell
    format: str = ""  # a number format code; empty is general


@frozen
class Formula:
    """A formula of ours without its "=", made of constants and addresses: never of staff's text.

    Both are in English with commas. `{row}` stands for the number of the cell's own row, `{plan}`
    for the plan tab's name in quotes ("'План'"), `{link}` for what a cell's address follows in a
    link to the plan tab.
    """

    google: str
    excel: str


@frozen
class Cell:
    """One value, how it looks, how many columns it spans, and the plan cell it leads to ("E14").

    That cell is on the plan tab or, where a plan has several, on the one of the title `tab`.
    With a `formula`, `value` is what that gave at the time of the run. The cell turns into a red
    warning while `alarm` is true.
    """

    value: CellValue = None
    look: Look = Look()
    span: int = 1
    target: str = ""
    tab: str = ""
    formula: Formula | None = None
    alarm: Formula | None = None


@frozen
class Row:
    """The cells of one row from column A on; `height` is points, None lets the program choose."""

    cells: tuple[Cell, ...] = ()
    height: float | None = None


class ChartKind(StrEnum):
    """How a chart shows its series."""

    STACKED_COLUMNS = "stacked columns"
    BARS = "bars"
    LINES = "lines"


@frozen
class Chart:
    """A chart over cells of its tab. `key` names it for ever, `title` is its subject.

    The first row of `data` names the series, its first column the categories; `columns` are those
    of the series in the sheet, from 1. `place` are the cells that the chart covers, `colors` are
    RRGGBB, one a series. `step` is the
    distance of the lines behind whole numbers; a Google chart chooses it itself.
    """

    key: str
    title: str
    kind: ChartKind
    data: Area
    columns: tuple[int, ...]
    colors: tuple[str, ...]
    place: Area
    step: int = 1


@frozen
class Tab:
    """A whole tab of ours. `key` names it for ever, `title` is what people read on it.

    `year_title` is the title where the workbook has another plan's tab of that title: with the
    period in it. `blocks` are areas by the name under which formulas of staff's may refer to them.
    `filtered` are the cells that people may filter, their header first; `breaks` are the rows, from
    1, that begin a printed page. `footer` stands at the left under each of them.
    """

    key: str
    title: str
    year_title: str = ""
    rows: tuple[Row, ...]
    widths: tuple[float, ...]  # of the columns from A on, in characters; 0 hides one
    frozen_rows: int = 0
    color: str = ""  # of the tab itself, RRGGBB
    charts: tuple[Chart, ...] = ()
    blocks: tuple[tuple[str, Area], ...] = ()
    filtered: Area | None = None
    breaks: tuple[int, ...] = ()
    footer: str = ""


@frozen
class Place:
    """One tab. `large` says that its rows are too many to ask for all that is known of each.

    `columns` are those worth reading, "A:K"; "" for all of them.
    """

    sheet_id: int
    title: str
    large: bool = False
    columns: str = ""
