"""Titles of tabs: which one a new tab takes, and how a formula writes them."""

import re
from collections.abc import Collection

LONGEST_TITLE = 31
_SHEET = re.compile(r"=?\$?(?:'((?:[^']|'')*)'|([^'!]+))!")


def free_title(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or "wanted 2" and so on where a tab of that title exists (case is ignored)."""
    folded = {title.casefold() for title in taken}
    title, number = wanted[:LONGEST_TITLE], 1
    while title.casefold() in folded:
        number += 1
        tail = f" {number}"
        title = wanted[: LONGEST_TITLE - len(tail)] + tail
    return title


def reference(title: str, cell: str) -> str:
    """A cell of a tab as formulas name it, "'План'!E14"."""
    return "'{}'!{}".format(title.replace("'", "''"), cell)


def referred_title(formula: str) -> str:
    """The title in a reference such as "'План'!$A$1"; "" where the tab is gone ("#REF!$A$1")."""
    match = _SHEET.match(formula)
    if match is None or formula.startswith("#"):
        return ""
    return (match[1] or match[2]).replace("''", "'")
