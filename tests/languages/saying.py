"""What says sentences, the classes of errors too, and how: its places, its letters."""

import re
import string
from pathlib import Path

from babel.core import get_global

_CLASS = re.compile(r"^class (\w+)\((\w+)\):", re.MULTILINE)


def error_names(root: Path) -> frozenset[str]:
    """The classes of the tree of `sheetsync.errors`, wherever they stand."""
    texts = (path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    bases = dict(found.groups() for text in texts for found in _CLASS.finditer(text))
    names = {"SheetsyncError"}
    while more := {name for name, base in bases.items() if base in names} - names:
        names |= more
    return frozenset(names)


def named(sentence: str) -> set[str]:
    """The values that a sentence has places for; what else stands between braces is none."""
    found = (field for _, field, *_ in string.Formatter().parse(sentence) if field)
    return {field for field in found if field.isidentifier()}


def in_cyrillic(code: str) -> bool:
    """Whether that language is written so, as Unicode says (CLDR, likely subtags)."""
    return "_Cyrl" in get_global("likely_subtags")[code]
