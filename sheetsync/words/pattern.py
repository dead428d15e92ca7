"""Regular expressions of words that few plans hold."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeAlias

_Ask: TypeAlias = Callable[..., re.Match[str] | None]


class LazyPattern:
    """A regular expression that is compiled when it is first asked: a run asks a third of them.

    Each method is that of `re.Pattern`, and from its second call on costs no more.
    """

    def __init__(self, text: str, flags: int = 0) -> None:
        self._written = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._written)

    @cached_property
    def search(self) -> _Ask:
        """The first place that fits, None where there is none."""
        return self._compiled.search

    @cached_property
    def match(self) -> _Ask:
        """What fits at the beginning."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> _Ask:
        """The whole text, where it fits."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """All that fits, from left to right."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[[str], list[Any]]:
        """The words of all that fits, or of its groups."""
        return self._compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str | Any]]:
        """The text between all that fits, and its groups."""
        return self._compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """The text with something else for all that fits."""
        return self._compiled.sub


class SignedPattern:
    """A regular expression that is asked only of texts that hold one of its `signs`.

    What few texts fit need not be compiled for the others. The signs are folded stems, "+" for a
    space in them, one of which stands in all that fits, as a test proves.
    """

    def __init__(self, text: str, flags: int = 0, *, signs: str) -> None:
        self.text, self.flags = text, flags
        self.signs = tuple(sign.replace("+", " ") for sign in signs.split())
        self._pattern = LazyPattern(text, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that fits, None where there is none."""
        return self._pattern.search(text) if says_any(text, self.signs) else None

    def match(self, text: str) -> re.Match[str] | None:
        """What fits at the beginning."""
        return self._pattern.match(text) if says_any(text, self.signs) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text, where it fits."""
        return self._pattern.fullmatch(text) if says_any(text, self.signs) else None

    def sub(self, other: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with `other` for all that fits."""
        return self._pattern.sub(other, text) if says_any(text, self.signs) else text


def pattern(text: str, flags: int = 0) -> LazyPattern:
    """As `re.compile`, but compiled late."""
    return LazyPattern(text, flags)


def says_any(text: str, stems: Iterable[str]) -> bool:
    """Whether any of the folded stems stands in a text: a quick look before a pattern."""
    folded = text.casefold()
    return any(stem in folded for stem in stems)
