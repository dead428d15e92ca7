"""Titles of tabs: which one a new tab takes, and how a formula writes them."""

import re
from collections.abc import Collection

from sheetsync.model import Formula

# Excel's limit, which a shared sheet meets as well once it is downloaded.
LONGEST_TITLE = 31
_ARGUMENTS = re.compile(r"\"[^\"]*\"|'[^']*'|,")
_PLACEHOLDER = re.compile(r"\{(?:row|plan|link)\}")
_SHEET = re.compile(r"=?\$?(?:'((?:[^']|'')*)'|([^'!]+))!")


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
    """The formula as it stands in a row of an .xlsx workbook."""
    plan = quoted(plan_tab)
    # Inside a text constant of a formula a quotation mark is written twice.
    link = f"#{plan}!".replace('"', '""')
    return _filled(formula.excel, row=row, plan=plan, link=link)


def leads_to_plan(formula: Formula) -> bool:
    """Whether it says nothing without the plan tab."""
    return "{plan}" in formula.excel or "{link}" in formula.excel


def google_formula(formula: Formula, *, row: int, plan_tab: str, plan_id: int) -> str:
    """The formula as it stands in a row of a Google Sheet, "=" before it."""
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
