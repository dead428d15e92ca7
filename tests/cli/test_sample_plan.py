"""The real plan of 24 measures, on the days that people would check first."""

import json
from pathlib import Path
from typing import Any

from sheetsync.config import load_column_rules
from sheetsync.morphology import morphology
from sheetsync.plan.table import read_table
from sheetsync.resources import data_path
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.milestones import read_milestones
from sheetsync.words.responsibles import read_responsibles
from sheetsync.workbooks.tables import read_table_file
from tests.cli.conftest import Call, data


def late(call: Call, made: Path, today: str) -> dict[str, str]:
    result = data(call("overdue", "-C", made, "--today", today, "--json"))
    return {
        f"{item['number']} {item['occurrence']}".strip(): item["due"]
        for item in result["items"]
        if item["state"] == "overdue"
    }


def test_on_the_last_day_of_april_its_measures_are_not_late(call: Call, made: Path) -> None:
    assert late(call, made, "2021-04-30") == {
        "2": "2021-02-28",
        "12 Велижский район": "2021-03-31",
    }


def test_in_may_the_measures_of_april_are_late(call: Call, made: Path) -> None:
    assert late(call, made, "2021-05-04") == {
        "1": "2021-04-30",
        "2": "2021-02-28",
        "5": "2021-04-30",
        "12 Велижский район": "2021-03-31",
        "12 Сафоновский район": "2021-04-30",
        "12 Холм-Жирковский район": "2021-04-30",
    }


def test_every_measure_stands_in_one_number(call: Call, made: Path) -> None:
    result = data(call("overdue", "-C", made, "--today", "2021-05-04", "--json"))
    assert {state: count for state, count in result["states"].items() if count} == {
        "overdue": 4,
        "upcoming": 3,
        "ongoing": 13,
        "waiting": 4,
    }


def test_the_sample_plan_has_no_errors(call: Call, made: Path) -> None:
    result = call("validate", "-C", made, "--today", "2021-05-04", "--json")
    assert result.exit_code == 0
    assert data(result)["counts"] == {"error": 0, "warning": 0, "note": 4}


def labels(shared: Path) -> list[dict[str, Any]]:
    text = (shared / "corpus" / "seed_labels.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_all_rows_are_understood_as_labelled(shared: Path) -> None:
    table = read_table(
        read_table_file(data_path("config", "sample-plan.tsv")), load_column_rules(Path())
    )
    for label, line in zip(labels(shared), table.lines, strict=True):
        deadline = read_deadline(line.deadline, year=2021)
        found = (str(deadline.kind), _iso(deadline.due), _iso(deadline.starts))
        wanted = label["deadline"]
        assert found == (wanted["kind"], wanted["due"], wanted["starts"]), line.number
        responsibles = read_responsibles(line.responsible, morphology=morphology())
        parties = [party.name.casefold() for party in responsibles.parties]
        named = [name.casefold() for name in label["responsibles"]["parties"]]
        assert parties == named, line.number
        milestones = [
            (m.what, _iso(m.deadline.due)) for m in read_milestones(line.measure, year=2021)
        ]
        assert milestones == [
            (what, sub["due"]) for sub in label["sub_deadlines"] for what in sub["what"].split("; ")
        ], line.number


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
