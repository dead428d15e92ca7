"""Regular expressions of words that few plans hold."""

import re
from collections.abc import Iterable
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but compiled when it is first asked: a run asks a third of them."""
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


def says_any(text: str, stems: Iterable[str]) -> bool:
    """Whether any of the folded stems stands in a text: a quick look before a pattern.

    What few texts match need not be compiled for the others.
    """
    folded = text.casefold()
    return any(stem in folded for stem in stems)


class _Uncompiled:
    def __init__(self, text: str, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        # Kept as an attribute of its own: from the second call on it costs what re's own does.
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found
