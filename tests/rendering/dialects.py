"""Formulas of Google Sheets as a LibreOffice can calculate them: as they are, or in older words."""

import re
from collections.abc import Callable

_QUOTED = re.compile(r'("(?:[^"]|"")*")')
_OPEN = re.compile(r"(?<![\w.])([A-Z]{1,3})(\d*):([A-Z]{1,3})(?![\w(])")
_NEWER = re.compile(r"\b(LET|XLOOKUP|XMATCH)\(")
_SINCE_2010 = re.compile(r"\b(UNICHAR|XMATCH)\(")


def closed(formula: str, rows: int) -> str:
    """Ranges without an end, and whole columns, end in row `rows`."""

    def end(match: re.Match[str]) -> str:
        return f"{match[1]}{match[2] or 1}:{match[3]}{rows}"

    return _outside_quotes(formula, lambda part: _OPEN.sub(end, part))


def newer(formula: str) -> str:
    """For a LibreOffice that has all these functions, under the names of its file format."""
    return _outside_quotes(formula, lambda part: _NEWER.sub(r"COM.MICROSOFT.\1(", part))


def in_xlsx(formula: str) -> str:
    """With the names that an .xlsx file has for functions younger than its format."""
    return _outside_quotes(formula, lambda part: _SINCE_2010.sub(r"_xlfn.\1(", part))


def older(formula: str) -> str:
    """For a LibreOffice without LET, XLOOKUP and XMATCH."""
    for name, rewritten in (("LET", _let), ("XLOOKUP", _lookup), ("XMATCH", _match)):
        while f"{name}(" in formula:
            start = formula.index(f"{name}(")
            arguments, end = _arguments(formula, start + len(name) + 1)
            words, end = rewritten(arguments, formula, end)
            formula = formula[:start] + words + formula[end:]
    return formula


def argument(formula: str, function: str, number: int) -> str:
    """What a function is called with, the first argument being number 0."""
    return _arguments(formula, formula.index(f"{function}(") + len(function) + 1)[0][number]


def _let(arguments: list[str], formula: str, end: int) -> tuple[str, int]:
    *bindings, body = arguments
    for name, value in reversed(list(zip(bindings[::2], bindings[1::2], strict=True))):
        body = _named(body, name, f"({value})")
    return body, end


def _named(formula: str, name: str, value: str) -> str:
    return _outside_quotes(formula, lambda part: re.sub(rf"\b{name}\b", lambda _: value, part))


def _lookup(arguments: list[str], formula: str, end: int) -> tuple[str, int]:
    value, keys, values, none, mode = arguments
    assert mode == "0", "any other mode would look for more than the value itself"
    return f"IFNA(INDEX({values},MATCH({value},{keys},0)),{none})", end


def _match(arguments: list[str], formula: str, end: int) -> tuple[str, int]:
    """The first match; where it is held against the last one, whether there is more than one."""
    value, cells, *mode = arguments
    assert mode in ([], ["0"])
    if not formula[end:].startswith("<>XMATCH("):
        return f"MATCH({value},{cells},0)", end
    last, end = _arguments(formula, end + len("<>XMATCH("))
    assert last == [value, cells, "0", "-1"]
    if re.fullmatch(r"[A-Z]+\d+", value):  # one cell, not a column of them
        return f"COUNTIF({cells},{value})>1", end
    ones = f"(LEN({cells})+1)^0"
    return f"MMULT((({value})=TRANSPOSE({cells}))*1,{ones})>1", end


def _arguments(formula: str, start: int) -> tuple[list[str], int]:
    """The arguments of a call from behind its bracket on, and where the call ends."""
    found, depth, quoted, begin = [], 0, False, start
    for at in range(start, len(formula)):
        sign = formula[at]
        quoted ^= sign == '"'
        if quoted or (sign == "," and depth):
            continue
        depth += (sign == "(") - (sign == ")")
        if sign == "," or depth < 0:
            found.append(formula[begin:at])
            begin = at + 1
        if depth < 0:
            return found, at + 1
    raise AssertionError(f"no end to the call in {formula}")


def _outside_quotes(formula: str, change: Callable[[str], str]) -> str:
    parts = _QUOTED.split(formula)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)
