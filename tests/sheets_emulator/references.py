"""References in formulas: which cells they name, and how they follow what happens to these."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

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


class _Span(NamedTuple):
    """A reference that names rows or columns: the title before it, and which ones they are."""

    found: re.Match[str]
    title: str | None
    first: int | None
    last: int | None

    def indices(self) -> tuple[int, int]:
        """From the first up to the one after the last."""
        return self.first or 0, _ENDLESS if self.last is None else self.last + 1


def moved(formula: str, *, own: str, target: str, dimension: str, move: Move) -> str:
    """The formula on tab `own` after rows or columns of tab `target` moved."""
    wanted, at_home = target.casefold(), own.casefold() == target.casefold()
    changed = []
    for span in _spans(formula, dimension):
        if at_home if span.title is None else span.title == wanted:
            indices = span.indices()
            now = move(*indices)
            if now != indices:
                changed.append((span.found, _moved_reference(span, dimension, now)))
    return _replaced(formula, changed) if changed else formula


@lru_cache(maxsize=4096)  # every change of a tab asks it of the same formulas
def _spans(formula: str, dimension: str) -> tuple[_Span, ...]:
    spans = []
    for found in _references(formula):
        start, end = (_PART.fullmatch(found[name] or found["first"]) for name in ("first", "last"))
        if start and end:
            title = _title(found).casefold() if found["mark"] else None
            span = _Span(found, title, _index(start, dimension), _index(end, dimension))
            if (span.first, span.last) != (None, None):
                spans.append(span)
    return tuple(spans)


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


@lru_cache(maxsize=4096)
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


def _moved_reference(span: _Span, dimension: str, now: tuple[int, int] | None) -> str:
    """The text of a reference that now names these rows or columns, or nothing."""
    if now is None:
        return GONE
    found, (first, after) = span.found, now
    new = found["first"] if span.first is None else _with_index(found["first"], dimension, first)
    if found["last"]:
        last = found["last"]
        new += ":" + (last if span.last is None else _with_index(last, dimension, after - 1))
    return f"{found['title']}!{new}" if found["mark"] else new


def _index(part: re.Match[str], dimension: str) -> int | None:
    if dimension == "ROWS":
        return int(part[4]) - 1 if part[4] else None
    return a1.column_number(part[2]) if part[2] else None


def _with_index(corner: str, dimension: str, index: int) -> str:
    part = _PART.fullmatch(corner)
    assert part
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
    formula = value.get("formulaValue", "")
    edited = edit(formula) if formula else formula
    return cell if edited == formula else {**cell, "userEnteredValue": {"formulaValue": edited}}
