"""What people read stands in the catalogues: Russian is written where its grammar is known."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sheetsync.model import PLAN_FIELDS
from sheetsync.plan.findings import CATALOGUE as FINDINGS
from tests.syntax import nodes

ROOT = Path(__file__).parents[2] / "sheetsync"
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
QUOTED = re.compile('“[^”]*”|«[^»]*»|"[^"]*"')  # examples of what staff write, and our tabs
DATA = ("words", "pages")  # the grammar, and the rules that a page lists
# Constants that a file still has. It shrinks: who moves a sentence takes it from here.
STILL = {
    "digest/standing.py": 1,
    "history/matching/likeness.py": 20,
    "mail/preview.py": 1,
    "mail/replies.py": 3,
    "model/fields.py": len(PLAN_FIELDS),  # a header each
    "model/tab.py": 2,
    "plan/broken_cells.py": 1,
    "plan/roster_draft.py": 24,
    "plan/table_title.py": 3,
    "probe/questions.py": 12,
    "probe/recording.py": 1,
    "probe/rehearsal.py": 5,
    "probe/scratch.py": 1,
    "state/forgetting.py": 1,
    "summary/plan_sheet.py": 1,
    "summary/sitting.py": 1,
    "workbooks/docx_numbering.py": 1,
    "workbooks/files.py": 2,
    "workbooks/text_tables.py": 2,
    "workbooks/unsaved.py": 1,
    "workbooks/values.py": 15,
}


def constants(path: Path) -> int:
    """How many strings in Cyrillic a file has, its docstrings aside."""
    texts = (n for n in nodes(path) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    there = {node for node in texts if CYRILLIC.search(QUOTED.sub("", node.value))}
    return len(there - set(_docstrings(path)) if there else there)


def _docstrings(path: Path) -> Iterator[ast.AST]:
    for node in nodes(path):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            yield node.body[0].value  # type: ignore[attr-defined]


def modules() -> Iterator[str]:
    """Those with a letter in Cyrillic: a quick look, for each process that collects tests."""
    for path in sorted(ROOT.rglob("*.py")):
        inside = path.relative_to(ROOT)
        if inside.parts[0] not in DATA and CYRILLIC.search(path.read_text(encoding="utf-8")):
            yield inside.as_posix()


@pytest.mark.parametrize("name", [*modules()])
def test_a_sentence_stands_in_the_catalogues(name: str) -> None:
    assert constants(ROOT / name) <= STILL.get(name, 0)


@pytest.mark.parametrize("code", FINDINGS)
def test_findings_are_english_but_for_the_words_that_they_quote(code: str) -> None:
    text = FINDINGS[code]
    said = QUOTED.sub("", f"{text.sentence} {text.suggestion}")
    assert not CYRILLIC.search(said)


def test_the_list_has_no_file_that_needs_no_place_there() -> None:
    assert [name for name in STILL if not constants(ROOT / name)] == []
