"""Every sentence gets the values that it names, and no others."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.languages.saying import error_names, named
from tests.syntax import nodes

ROOT = Path(__file__).parents[2] / "sheetsync"
CALLS = {"_", "gettext", "ngettext", "gettext_lazy", "ngettext_lazy", "tell", *error_names(ROOT)}


def calls() -> Iterator[object]:
    """The calls that translate a sentence and give it values by name."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in nodes(path):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called, first = node.func, node.args[0]
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            given = {keyword.arg for keyword in node.keywords}
            if name in CALLS and isinstance(first, ast.Constant) and given and None not in given:
                place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                yield pytest.param(str(first.value), given, id=place)


@pytest.mark.parametrize(("sentence", "given"), list(calls()))
def test_a_sentence_is_given_what_it_names(sentence: str, given: set[str]) -> None:
    assert named(sentence) - {"n"} <= given
