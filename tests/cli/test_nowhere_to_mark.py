"""A plan without a column for marks: whoever sets it up hears so, and how to get one."""

from dataclasses import replace
from pathlib import Path

import pytest

from sheetsync.daily.readiness import marks_words
from sheetsync.model import Columns
from tests.builders import plan
from tests.cli.conftest import Call
from tests.cli.small_plan import rewrite, small_plan

ROW = ("1", "Провести слёт", "апрель", "УМЦ", "Выполнено 12.04")
SAID = "Столбца отметок нет, поэтому отметить выполнение негде: его добавит"
COLUMNS = '[status]\nheaders = ["Примечание"]\n'


@pytest.fixture
def unmarked(tmp_path: Path) -> Path:
    """Its last column is for notes."""
    folder = small_plan(tmp_path / "plan", ROW)
    rewrite(folder, "E", ["Примечание"], first=1)
    return folder


def words(call: Call, *line: str | Path) -> str:
    result = call(*line)
    return " ".join((result.stdout + result.stderr).split())


@pytest.mark.parametrize("command", ["validate", "doctor"])
def test_it_is_said_with_the_command_that_adds_one(
    unmarked: Path, call: Call, command: str
) -> None:
    told = words(call, command, "-C", unmarked)
    assert f"{SAID} «sheetsync setup-sheet -C {unmarked}»" in told


def test_init_says_it_first(unmarked: Path, call: Call, tmp_path: Path) -> None:
    plan, who = unmarked / "plan.xlsx", "Координатор <coordinator@example.org>"
    assert SAID in words(call, "init", tmp_path / "new", "--plan", plan, "--coordinator", who)


def test_a_header_in_columns_toml_makes_another_column_that_one(unmarked: Path, call: Call) -> None:
    (unmarked / "columns.toml").write_text(COLUMNS, encoding="utf-8")
    told = words(call, "validate", "-C", unmarked)
    assert SAID not in told
    assert "«Примечание» – отметка о выполнении" in told


def test_a_plan_with_such_a_column_says_nothing(tmp_path: Path, call: Call) -> None:
    folder = small_plan(tmp_path / "plan", ROW)
    for command in ("validate", "doctor"):
        assert "Столбца отметок нет" not in words(call, command, "-C", folder)


def test_a_further_table_that_has_one_is_enough() -> None:
    without = Columns(row=1, letters={"measure": "B"}, headers={})
    further = Columns(row=9, letters={"measure": "B", "status": "E"}, headers={})
    assert marks_words(replace(plan(), columns=without))
    assert not marks_words(replace(plan(), columns=without, further=(further,)))
