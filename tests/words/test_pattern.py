"""Patterns that are asked only of texts with one of their signs: the signs may miss nothing."""

import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from sheetsync import words
from sheetsync.words.pattern import SignedPattern

_BREAK = "\n"  # between two letters of which nobody knows that they stand side by side
_FEW = 8  # letters of a set, each of which is tried


def texts(parsed: Iterable[Any]) -> Iterator[str]:
    """Each way to fit a pattern, by the letters that it cannot do without."""
    return map("".join, product(*(tuple(_ways(*node)) for node in parsed)))


def _ways(code: Any, argument: Any) -> Iterator[str]:
    if code is codes.LITERAL:
        yield chr(argument)
    elif (
        code is codes.IN and len(argument) <= _FEW and all(k is codes.LITERAL for k, _ in argument)
    ):
        yield from (chr(letter) for _, letter in argument)
    elif code is codes.IN and argument == [(codes.CATEGORY, codes.CATEGORY_DIGIT)]:
        yield "0"  # for any digit: either all of them are signs or none
    elif code is codes.SUBPATTERN:
        yield from texts(argument[-1])
    elif code is codes.BRANCH:
        for branch in argument[1]:
            yield from texts(branch)
    elif code is codes.ASSERT:
        yield from (f"{_BREAK}{way}{_BREAK}" for way in texts(argument[1]))
    elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[0]:
        yield from (f"{way}{_BREAK}" for way in texts(argument[2]))
    else:
        yield "" if code in (codes.AT, codes.ASSERT_NOT) else _BREAK


def unsigned(pattern: SignedPattern) -> set[str]:
    """The ways to fit a pattern without any of its signs."""
    parsed = parser.parse(pattern.text, pattern.flags)
    ways = {way.casefold() for way in texts(parsed)}
    return {way for way in ways if not any(sign in way for sign in pattern.signs)}


def signed_patterns() -> Iterator[object]:
    for module in pkgutil.walk_packages(words.__path__, f"{words.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, SignedPattern):
                yield pytest.param(value, id=f"{module.name}.{name}")


@pytest.mark.parametrize("pattern", [*signed_patterns()])
def test_whatever_fits_has_a_sign(pattern: SignedPattern) -> None:
    assert unsigned(pattern) == set()


@pytest.mark.parametrize(
    ("text", "signs", "missed"),
    [
        ("зим(?:а|ы)|весна", "зим весн", set()),
        ("зим(?:а|ы)|весна", "зима весн", {"зимы"}),
        ("зим[аы]|весна", "зима весн", {"зимы"}),
        ("(?:зима )?лето", "зима", {"\nлето"}),
        (r"(?:зима )+\d", "зима", set()),
        (r"\d(?= зима)", "зима", set()),
        (r"\d(?! зима)", "зима", {"0"}),
    ],
)
def test_a_sign_that_is_missing_is_found(text: str, signs: str, missed: set[str]) -> None:
    assert unsigned(SignedPattern(text, signs=signs)) == missed


def test_a_text_without_a_sign_comes_back_as_it_is() -> None:
    pattern = SignedPattern(r"зим\w+", re.IGNORECASE, signs="зим")
    assert pattern.sub("…", "Лето и осень") == "Лето и осень"
    assert pattern.sub("…", "Зима и осень") == "… и осень"
    assert not any(ask("Лето") for ask in (pattern.search, pattern.match, pattern.fullmatch))
