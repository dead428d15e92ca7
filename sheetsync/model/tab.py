"""Tables in and out: what a workbook reads, and a tab as data that every workbook can write."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

CellValue: TypeAlias = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of one tab as people left them; `rows[0]` is the sheet's row 1, blanks included."""

    title: str
    rows: tuple[tuple[CellValue, ...], ...]


class Align(StrEnum):
    """Where a cell's text stands, from left to right."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value, how it looks, how many columns it spans, and the plan cell it leads to ("E14")."""

    value: CellValue = None
    look: Look = Look()
    span: int = 1
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row from column A on; `height` is points, None lets the program choose."""

    cells: tuple[Cell, ...] = ()
    height: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A whole tab of ours. `key` names it for ever, `title` is what people read on it."""

    key: str
    title: str
    rows: tuple[Row, ...]
    widths: tuple[float, ...]  # of the columns from A on, in characters
    frozen_rows: int = 0
    landscape: bool = True
    color: str = ""  # of the tab itself, RRGGBB
