"""No fixture is richer than a real letter: the program itself fills all that one is made of."""

import ast
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from sheetsync.digest import render_context
from sheetsync.model import digest
from tests.syntax import nodes

ROOT = Path(__file__).parents[2] / "sheetsync"
CLASSES = [
    each
    for module in (digest, render_context)
    for each in vars(module).values()
    if isinstance(each, type) and is_dataclass(each) and each.__module__ == module.__name__
]
# Filled by `replace`, which does not say of what class its object is.
JUDGED = {
    "Digest": {
        *("alerts", "standing", "newly_late", "escalated_before", "takes_over", "answer_by"),
        "named",
    },
    "DigestItem": {"new", "again", "answer_by", "moves"},
    "CoordinatorAlert": {"new"},
    "Entry": {"new", "place", "links"},
}


@cache
def filled() -> frozenset[tuple[str, str]]:
    """Who is called with which keyword anywhere in the program."""
    return frozenset(
        (node.func.id, keyword.arg or "")
        for path in ROOT.rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        for keyword in node.keywords
    )


@pytest.mark.parametrize("made", CLASSES, ids=lambda made: made.__name__)
def test_each_field_of_a_letter_is_filled_outside_of_tests(made: type) -> None:
    assert is_dataclass(made)
    names = {field.name for field in fields(made)}
    given = {keyword for called, keyword in filled() if called == made.__name__}
    judged = {word for word in JUDGED.get(made.__name__, ()) if ("replace", word) in filled()}
    assert names - given - judged == set()
