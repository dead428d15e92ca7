"""What Google refuses of conditions and formulas: too few values, bad syntax, other tabs."""

import re
from functools import lru_cache
from typing import Any

from . import references
from .errors import invalid
from .state import Book, Sheet

_DECIMAL_COMMA = ("ru_RU", "fr_FR", "de_DE")
_TEXT = r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'"
_TOKEN = re.compile(
    rf"\s+|(?P<text>{_TEXT})|(?<![\w$])\d+(?:[.,]\d+)?|(?P<comma>,)|(?P<open>[({{])|(?P<close>[)}}])"
    r"|(?P<sign><=|>=|<>|[-+*/^&=<>])|[;:!%$#.\\?@]|\w+"
)
_VALUES = {
    "CUSTOM_FORMULA": 1,
    "TEXT_EQ": 1,
    "TEXT_CONTAINS": 1,
    "TEXT_STARTS_WITH": 1,
    "NUMBER_GREATER": 1,
    "NUMBER_LESS": 1,
    "BLANK": 0,
    "NOT_BLANK": 0,
}


@lru_cache(100_000)
def is_broken(formula: str, locale: str) -> bool:
    """Whether a formula, "=" before it, does not parse; such a cell shows #ERROR!."""
    text, position, depth, last = formula[1:].rstrip(), 0, 0, "sign"
    comma = locale in _DECIMAL_COMMA
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None or (comma and token["comma"]):
            return True
        depth += bool(token["open"]) - bool(token["close"])
        if depth < 0 or (token["close"] and last == "sign"):
            return True
        last = token.lastgroup or ("" if token[0].strip() else last)
        position = token.end()
    return depth != 0 or last == "sign"


def refuse_condition(condition: dict[str, Any], sheet: Sheet, book: Book) -> None:
    """Raise a 400 for the condition of a conditional format or of a validation rule."""
    kind = condition.get("type", "")
    values = [value.get("userEnteredValue", "") for value in condition.get("values", [])]
    if not kind or kind == "CONDITION_TYPE_UNSPECIFIED":
        raise invalid("A condition type is required.")
    if kind in _VALUES and len(values) != _VALUES[kind]:
        raise invalid(f"ConditionType '{kind}' requires exactly {_VALUES[kind]} ConditionValues.")
    if kind == "ONE_OF_LIST" and not values:
        raise invalid("ConditionType 'ONE_OF_LIST' requires at least one ConditionValue.")
    for value in values:
        wrong = kind == "CUSTOM_FORMULA" and not value.startswith("=")
        if wrong or (value.startswith("=") and is_broken(value, book.locale)):
            raise invalid(f"Invalid ConditionValue.userEnteredValue: {value}")


def refuse_rule(rule: dict[str, Any], sheet: Sheet, book: Book) -> None:
    """Raise a 400 for a conditional format that no tab takes."""
    if {place.get("sheetId", 0) for place in rule["ranges"]} != {sheet.id}:
        raise invalid("All ranges of a conditional format must be on the same sheet.")
    condition = rule.get("booleanRule", {}).get("condition")
    if condition is None and "gradientRule" not in rule:
        raise invalid("A conditional format needs a boolean rule or a gradient rule.")
    if condition is None:
        return
    refuse_condition(condition, sheet, book)
    for value in condition.get("values", []):
        text = value.get("userEnteredValue", "")
        others = (title for title in references.titles(text) if text.startswith("="))
        if any(title.casefold() != sheet.title.casefold() for title in others):
            raise invalid("Conditional format rule cannot reference a different sheet.")


def refuse_formula(value: dict[str, Any] | None) -> None:
    """Raise a 400 for a formulaValue that is none; one that does not parse is an error to show."""
    text = (value or {}).get("formulaValue")
    if text is not None and (not text.startswith("=") or len(text) < 2):
        raise invalid(f"Invalid formula value: {text}")
