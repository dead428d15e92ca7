"""A calculator for the few formulas that tests use.

It knows numbers, texts, + - * / ^ & comparisons, references to single cells, HYPERLINK, SUM, IF and
IFERROR. What it does not know shows "Loading...", as a sheet that has not calculated yet.
"""

import re
from typing import Any

from . import a1
from .conditions import is_broken
from .errors import ApiError
from .grid import cell
from .state import Book, Sheet

_TOKEN = re.compile(
    r"\s*(?:(\d+(?:\.\d+)?)|\"((?:[^\"]|\"\")*)\""
    r"|((?:'(?:[^']|'')+'|[^\W\d]\w*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)(?![\w(])"
    r"|([^\W\d]\w*)|(<=|>=|<>|[-+*/^&=<>(),;]))"
)
_ADDRESS = re.compile(
    r"\"[^\"]*\"|'[^']*'|[^\W\d]\w*\(|(?<![\w$])(?P<fc>\$?)(?P<letters>[A-Z]{1,3})(?P<fr>\$?)(?P<row>\d+)(?!\w)"
)
_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))


class Uncalculable(Exception):
    """The formula is beyond this calculator."""


class Failed(Exception):
    """The formula's result is an error value, such as DIVIDE_BY_ZERO."""


def along(formula: str, *, rows: int, columns: int) -> str:
    """The formula as it is written so many rows and columns further: what has no "$" moves."""

    def moved(found: re.Match[str]) -> str:
        if found["letters"] is None:
            return found[0]
        fixed_column, letters, fixed_row, row = found.group("fc", "letters", "fr", "row")
        if not fixed_column:
            letters = a1.letters(a1.column_number(letters) + columns)
        if not fixed_row:
            row = str(int(row) + rows)
        return f"{fixed_column}{letters}{fixed_row}{row}"

    return _ADDRESS.sub(moved, formula)


def effective(book: Book, sheet: Sheet, data: dict[str, Any], *, depth: int = 0) -> dict[str, Any]:
    """The effective value of a cell; {} for a blank one."""
    value: dict[str, Any] = data.get("userEnteredValue") or {}
    if "formulaValue" not in value:
        return value
    if is_broken(value["formulaValue"], book.locale):
        return {"errorValue": {"type": "ERROR", "message": "Formula parse error."}}
    try:
        if depth > 20:
            raise Failed("REF")
        result = _Calculation(book, sheet, value["formulaValue"][1:], depth).result()
    except Failed as error:
        return {"errorValue": {"type": str(error), "message": "Error"}}
    except (Uncalculable, IndexError):
        return {"errorValue": {"type": "LOADING", "message": "Loading..."}}
    if isinstance(result, bool):
        return {"boolValue": result}
    if isinstance(result, str):
        return {"stringValue": result}
    whole = int(result) if float(result).is_integer() else result
    return {"numberValue": whole}


class _Calculation:
    def __init__(self, book: Book, sheet: Sheet, text: str, depth: int) -> None:
        self.book, self.sheet, self.depth = book, sheet, depth
        self.tokens = self._tokens(text)
        self.at = 0

    def _tokens(self, text: str) -> list[Any]:
        tokens, position = [], 0
        text = text.rstrip()
        while position < len(text):
            match = _TOKEN.match(text, position)
            if not match:
                raise Uncalculable(text)
            tokens.append(match.groups())
            position = match.end()
        return tokens

    def result(self) -> Any:
        value = self._level(0)
        if self.at != len(self.tokens):
            raise Uncalculable
        return value

    def _sign(self) -> str:
        return (self.tokens[self.at][5] or "") if self.at < len(self.tokens) else ""

    def _level(self, level: int) -> Any:
        if level == len(_LEVELS):
            return self._atom()
        left = self._level(level + 1)
        while self._sign() in _LEVELS[level] and self._sign():
            sign = self._sign()
            self.at += 1
            left = _applied(sign, left, self._level(level + 1))
        return left

    def _atom(self) -> Any:
        number, text, title, reference, name, sign = self.tokens[self.at]
        self.at += 1
        if number:
            return float(number)
        if text is not None:
            return text.replace('""', '"')
        if reference:
            return self._cell(title or "", reference)
        if name:
            return self._function(name.upper())
        if sign == "-":
            return -_number(self._level(4))
        if sign == "(":
            value = self._level(0)
            self.at += 1
            return value
        raise Uncalculable

    def _cell(self, title: str, reference: str) -> Any:
        full = f"{title or a1.quoted(self.sheet.title) + '!'}{reference.replace('$', '')}"
        try:
            area = a1.parse(full, self.book)
        except ApiError as error:
            raise Failed("REF") from error
        values = [
            effective(self.book, area.sheet, cell(area.sheet, r, c), depth=self.depth + 1)
            for r in range(area.top, area.bottom)
            for c in range(area.left, area.right)
        ]
        plain = [next(iter(value.values()), 0) for value in values]
        for value in plain:
            if isinstance(value, dict):
                raise Failed(value["type"])
        return plain if ":" in reference else plain[0]

    def _function(self, name: str) -> Any:
        if self._sign() != "(":
            return {"TRUE": True, "FALSE": False}[name] if name in ("TRUE", "FALSE") else _no(name)
        self.at += 1
        arguments: list[Any] = []
        while self._sign() != ")":
            arguments.append(self._guarded() if name == "IFERROR" else self._level(0))
            if self._sign() in (",", ";"):
                self.at += 1
        self.at += 1
        return _called(name, arguments)

    def _guarded(self) -> Any:
        try:
            return self._level(0)
        except Failed as error:
            raise Uncalculable from error


def _no(name: str) -> Any:
    raise Failed("NAME") if name.isupper() else Uncalculable


def _called(name: str, arguments: list[Any]) -> Any:
    if name == "HYPERLINK":
        return arguments[-1]
    if name == "IFERROR":
        return arguments[0]
    if name == "IF":
        return arguments[1] if arguments[0] else arguments[2]
    if name == "SUM":
        flat = [x for item in arguments for x in (item if isinstance(item, list) else [item])]
        return sum(x for x in flat if isinstance(x, int | float))
    raise Uncalculable(name)


def _number(value: Any) -> float:
    if isinstance(value, int | float):
        return value
    raise Failed("VALUE")


def _applied(sign: str, left: Any, right: Any) -> Any:
    if sign == "&":
        return f"{_text(left)}{_text(right)}"
    if sign in _LEVELS[0]:
        orders = {"=": left == right, "<>": left != right}
        return orders[sign] if sign in orders else _compared(sign, left, right)
    one, two = _number(left), _number(right)
    if sign == "/" and two == 0:
        raise Failed("DIVIDE_BY_ZERO")
    operations = {"+": one + two, "-": one - two, "*": one * two}
    if sign in operations:
        return operations[sign]
    return one / two if sign == "/" else one**two


def _compared(sign: str, left: Any, right: Any) -> bool:
    one, two = _number(left), _number(right)
    return {"<": one < two, ">": one > two, "<=": one <= two, ">=": one >= two}[sign]


def _text(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
