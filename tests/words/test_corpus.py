"""The labelled phrases, where they are at hand: the same judgement as the scorer beside them."""

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sheetsync.model import Deadline, DeadlineKind, PlanPeriod
from sheetsync.morphology import morphology
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled phrases are not here")


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _answer(deadline: Deadline) -> dict[str, object]:
    several = deadline.kind in ("list", "recurring") and deadline.occurrences
    days = [each.due.isoformat() for each in deadline.occurrences]
    return {
        "kind": deadline.kind.value,
        "due": deadline.due and deadline.due.isoformat(),
        "starts": deadline.starts and deadline.starts.isoformat(),
        "occurrences": days if several else None,
    }


def _period(row: dict[str, Any]) -> PlanPeriod | None:
    days = [date.fromisoformat(day) for day in row.get("plan_period") or ()]
    return PlanPeriod(*days) if days else None


def _verdicts(rows: list[dict[str, Any]]) -> list[tuple[str, bool]]:
    judge = _scorer().judge_deadline
    found = []
    for row in rows:
        year = int(str(row["plan_year"]))
        answer = _answer(read_deadline(str(row["text"]), year=year, period=_period(row)))
        found.append((judge(row, answer), answer["kind"] == row["kind"]))
    return found


def test_the_labelled_phrases_are_understood() -> None:
    found = _verdicts(_scorer().load([], "deadlines"))
    verdicts = [verdict for verdict, _ in found]
    assert verdicts.count("right") >= 0.98 * len(verdicts)
    assert verdicts.count("wrong") <= 1
    assert sum(same for _, same in found) >= 0.95 * len(found)


def test_every_row_of_the_sample_plan_is_exact() -> None:
    lines = (CORPUS / "seed_labels.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        row = json.loads(line)
        label = row["deadline"]
        answer = _answer(read_deadline(label["text"], year=row["plan_year"]))
        assert [answer[key] for key in ("kind", "due", "starts", "occurrences")] == [
            label[key] for key in ("kind", "due", "starts", "occurrences")
        ]


def test_the_labelled_parties_are_found() -> None:
    scorer = _scorer()
    rows = scorer.load([], "responsibles")
    words = Vocabulary.of(morphology())
    right = 0
    for row in rows:
        found = read_responsibles(row["text"], morphology=words).parties
        given = {scorer.key(party.name) for party in found}
        right += given == {scorer.key(party) for party in row["parties"]}
    assert right >= 0.9 * len(rows)


def test_the_labelled_marks_are_understood_and_none_is_falsely_done() -> None:
    rows = _scorer().load([], "progress")
    answers = [_meaning(row) for row in rows]
    labels = [row["meaning"] for row in rows]
    pairs = list(zip(answers, labels, strict=True))
    assert sum(answer == label for answer, label in pairs) >= 0.95 * len(rows)
    assert [pair for pair in pairs if pair[0] == "done" != pair[1]] == []


def _meaning(row: dict[str, Any]) -> str:
    kind = DeadlineKind(row.get("deadline_kind", "month"))
    deadline = Deadline(text="", kind=kind, rule="")
    return read_progress(row["text"], deadline=deadline, today=date(2021, 5, 4)).meaning.value
