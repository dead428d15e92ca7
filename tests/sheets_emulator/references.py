"""References in formulas: which cells they name, and how they follow what happens to these."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

from . import a1
from .state import Book, Cell, Sheet

Move = Callable[[int, int], tuple[int, int] | None]
"""Where a span of indices goes; None where nothing of it is left."""

GONE = "#REF!"
_CORNER = r"\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}|\$?\d+"
_REFERENCE = re.compile(
    r"\"(?:[^\"]|\"\")*\""  # a text
    r"|(?P<title>'(?:[^']|'')+'|[^\W\d][\w.]*)?(?P<mark>!)?"
    rf"(?<![\w$.])(?P<first>{_CORNER})(?::(?P<last>{_CORNER}))?(?![\w(.!])"
)
_PART = re.compile(r"(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?")
_ENDLESS = 10**9


def moved(formula: str, *, own: str, target: str, dimension: str, move: Move) -> str:
    """The formula on tab `own` after rows or columns of tab `target` moved."""
    wanted, at_home = target.casefold(), own.casefold() == target.casefold()
    changed = []
    for found in _references(formula):
        if _title(found).casefold() == wanted if found["mark"] else at_home:
            prefix = f"{found['title']}!" if found["mark"] else ""
            cells = _moved_cells(found["first"], found["last"], dimension, move)
            changed.append((found, prefix + cells if cells else GONE))
    return _replaced(formula, changed)


def retitled(formula: str, old: str, new: str | None) -> str:
    """The formula after the tab `old` was renamed, or deleted where `new` is None."""
    changed = []
    for found in _found(formula):
        if found["mark"] and _title(found).casefold() == old.casefold():
            cells = ":".join(filter(None, (found["first"], found["last"])))
            changed.append((found, GONE if new is None else f"{_written_title(new)}!{cells}"))
    return _replaced(formula, changed)


def _replaced(formula: str, changed: list[tuple[re.Match[str], str]]) -> str:
    """The formula with other texts in the places of these references."""
    pieces, at = [], 0
    for found, text in changed:
        pieces += [formula[at : found.start()], text]
        at = found.end()
    return "".join((*pieces, formula[at:]))


@lru_cache(maxsize=4096)  # every change of a tab asks it of the same formulas
def _found(formula: str) -> tuple[re.Match[str], ...]:
    return tuple(_REFERENCE.finditer(formula))


@lru_cache(maxsize=4096)
def _references(formula: str) -> tuple[re.Match[str], ...]:
    return tuple(found for found in _found(formula) if _is_reference(found))


def titles(formula: str) -> Iterator[str]:
    """The titles of the tabs that a formula names."""
    for found in _references(formula):
        if found["mark"]:
            yield _title(found)


def _is_reference(found: re.Match[str]) -> bool:
    """Whether it is more than a bare word or number, such as TRUE or 12."""
    if found["first"] is None:
        return False
    if found["title"] and not found["mark"]:
        return False
    whole = any(c.isalpha() for c in found["first"]) and any(c.isdigit() for c in found["first"])
    return bool(whole or found["last"])


def _title(found: re.Match[str]) -> str:
    """Of the tab that a reference with a mark names."""
    title = found["title"] or ""
    return title[1:-1].replace("''", "'") if title.startswith("'") else title


def _written_title(title: str) -> str:
    return "'{}'".format(title.replace("'", "''"))


def _moved_cells(first: str, last: str | None, dimension: str, move: Move) -> str:
    start, end = _PART.fullmatch(first), _PART.fullmatch(last or first)
    if start is None or end is None:
        return first if last is None else f"{first}:{last}"
    one, other = _index(start, dimension), _index(end, dimension)
    if one is None and other is None:
        return first if last is None else f"{first}:{last}"
    span = move(one or 0, _ENDLESS if other is None else other + 1)
    if span is None:
        return ""
    new_first = _with_index(start, dimension, span[0]) if one is not None else first
    if last is None:
        return new_first
    new_last = _with_index(end, dimension, span[1] - 1) if other is not None else last
    return f"{new_first}:{new_last}"


def _index(part: re.Match[str], dimension: str) -> int | None:
    if dimension == "ROWS":
        return int(part[4]) - 1 if part[4] else None
    return a1.column_number(part[2]) if part[2] else None


def _with_index(part: re.Match[str], dimension: str, index: int) -> str:
    letters, row = part[2] or "", part[4] or ""
    if dimension == "ROWS":
        row = str(index + 1)
    else:
        letters = a1.letters(index)
    if letters:
        return f"{part[1]}{letters}{part[3]}{row}"
    return f"{part[1]}{row}"


def follow_dimension(book: Book, target: Sheet, dimension: str, move: Move) -> None:
    """Let all formulas of the spreadsheet follow rows or columns of one tab."""
    for sheet in book.sheets:
        follow = partial(
            moved, own=sheet.title, target=target.title, dimension=dimension, move=move
        )
        _edit(sheet, follow, only="" if sheet is target else target.title)


def follow_title(book: Book, old: str, new: str | None) -> None:
    """Let all formulas of the spreadsheet follow a tab's title."""
    for sheet in book.sheets:
        _edit(sheet, lambda text: retitled(text, old, new), only=old)


def _edit(sheet: Sheet, change: Callable[[str], str], *, only: str) -> None:
    """Change the formulas of a tab; those without the text `only` are not looked into."""
    written = only.replace("'", "''").casefold()

    def edit(text: str) -> str:
        return change(text) if written in text.casefold() else text

    for number, line in enumerate(sheet.lines):
        if any("formulaValue" in cell.get("userEnteredValue", ()) for cell in line):
            sheet.lines[number] = tuple(_followed(cell, edit) for cell in line)
    for rule in sheet.rules:
        for value in rule.get("booleanRule", {}).get("condition", {}).get("values", ()):
            if value.get("userEnteredValue", "").startswith("="):
                value["userEnteredValue"] = edit(value["userEnteredValue"])


def _followed(cell: Cell, edit: Callable[[str], str]) -> Cell:
    value: dict[str, Any] = cell.get("userEnteredValue", {})
    if "formulaValue" not in value:
        return cell
    return {**cell, "userEnteredValue": {"formulaValue": edit(value["formulaValue"])}}
