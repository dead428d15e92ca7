"""Every sentence gets the values that it names, and no others."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.languages.saying import error_names, named
from tests.syntax import nodes

ROOT = Path(__file__).parents[2] / "sheetsync"
MODULES = sorted(ROOT.rglob("*.py"))
CALLS = {"_", "gettext", "ngettext", "gettext_lazy", "ngettext_lazy", "tell", *error_names(ROOT)}


def calls(path: Path) -> Iterator[tuple[int, str, set[str]]]:
    """The calls that translate a sentence and give it values by name: line, sentence, names."""
    for node in nodes(path):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called, first = node.func, node.args[0]
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        given = {keyword.arg or "" for keyword in node.keywords}
        if name in CALLS and isinstance(first, ast.Constant) and given and "" not in given:
            yield node.lineno, str(first.value), given


@pytest.mark.parametrize("room", sorted({path.relative_to(ROOT).parts[0] for path in MODULES}))
def test_a_sentence_is_given_what_it_names(room: str) -> None:
    found = [
        (path, call)
        for path in MODULES
        if path.relative_to(ROOT).parts[0] == room
        for call in calls(path)
    ]
    lacking = [
        (str(path), line, sentence, given)
        for path, (line, sentence, given) in found
        if not named(sentence) - {"n"} <= given
    ]
    assert lacking == []


def test_such_calls_are_found() -> None:
    assert [*calls(ROOT / "cli" / "run.py"), *calls(ROOT / "daily" / "watching.py")]
