"""What tabs, areas and cells are called: by people, and in formulas."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from sheetsync.model import Area, Cell, Formula, Tab, column_letters

# Excel's limit, which a shared sheet meets as well once it is downloaded.
LONGEST_TITLE = 31
_ARGUMENTS = re.compile(r"\"[^\"]*\"|'[^']*'|,")
_PLACEHOLDER = re.compile(r"\{(?:row|plan|link)\}")
_SHEET = re.compile(r"=?\$?(?:'((?:[^']|'')*)'|([^'!]+))!")
_Each = TypeVar("_Each")


def free_title(wanted: str, taken: Collection[str], *, instead: str = "") -> str:
    """`wanted`, where a tab of that title exists `instead`, or else "wanted 2" and so on.

    Case is ignored.
    """
    folded = {title.casefold() for title in taken}
    if instead and wanted.casefold() in folded and instead.casefold() not in folded:
        return instead
    title, number = wanted[:LONGEST_TITLE], 1
    while title.casefold() in folded:
        number += 1
        tail = f" {number}"
        title = wanted[: LONGEST_TITLE - len(tail)] + tail
    return title


def reference(title: str, cell: str) -> str:
    """A cell of a tab as formulas name it, "'План'!E14"."""
    return f"{quoted(title)}!{cell}"


def quoted(title: str) -> str:
    """The title as formulas name a tab, "'План'"."""
    return "'{}'".format(title.replace("'", "''"))


def excel_formula(formula: Formula, *, row: int, plan_tab: str) -> str:
    """The formula for a row of an .xlsx workbook."""
    plan = quoted(plan_tab)
    # Inside a text constant of a formula a quotation mark is written twice.
    link = f"#{plan}!".replace('"', '""')
    return _filled(formula.excel, row=row, plan=plan, link=link)


def leads_to_plan(formula: Formula) -> bool:
    """Whether it needs the plan tab."""
    return "{plan}" in formula.excel or "{link}" in formula.excel


def google_formula(formula: Formula, *, row: int, plan_tab: str, plan_id: int) -> str:
    """The formula for a row of a Google Sheet, with its "="."""
    text = any_locale(formula.google)
    filled = _filled(text, row=row, plan=quoted(plan_tab), link=f"#gid={plan_id}&range=")
    return f"={filled}"


def any_locale(formula: str) -> str:
    """The formula with semicolons between arguments: where a comma is decimal no other will do."""
    return _ARGUMENTS.sub(lambda found: ";" if found[0] == "," else found[0], formula)


def _filled(text: str, *, row: int, plan: str, link: str) -> str:
    values = {"{row}": str(row), "{plan}": plan, "{link}": link}
    # In one pass: what is filled in is a title of people's, and may look like a placeholder.
    return _PLACEHOLDER.sub(lambda found: values[found[0]], text)


def referred_title(formula: str) -> str:
    """The title in a reference such as "'План'!$A$1"; "" where the tab is gone ("#REF!$A$1")."""
    match = _SHEET.match(formula)
    if match is None or formula.startswith("#"):
        return ""
    return (match[1] or match[2]).replace("''", "'")


def cell_name(row: int, column: int) -> str:
    """The cell as people call it: "AB12"; both count from 1."""
    return f"{column_letters(column)}{row}"


def area_name(area: Area) -> str:
    """The area as people call it: "A1:C9"."""
    return f"{cell_name(area.top, area.left)}:{cell_name(area.bottom, area.right)}"


def fixed_area(area: Area) -> str:
    """The area as formulas name it wherever they are copied to: "$A$1:$C$9"."""
    first = f"${column_letters(area.left)}${area.top}"
    return f"{first}:${column_letters(area.right)}${area.bottom}"


def placed(tab: Tab) -> Iterator[tuple[int, int, Cell]]:
    """Row and column, from 1, of each cell of a tab."""
    for number, row in enumerate(tab.rows, 1):
        column = 1
        for cell in row.cells:
            yield number, column, cell
            column += cell.span


def runs(items: Iterable[_Each]) -> Iterator[tuple[int, int, _Each]]:
    """Runs of equal neighbours: where each begins, counted from 0, where it ends, and of what."""
    end = 0
    for item, run in groupby(items):
        start, end = end, end + len([*run])
        yield start, end, item
