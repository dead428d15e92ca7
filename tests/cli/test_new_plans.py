"""Where a new plan cannot stand: one sentence, exit 2, nothing made."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

PLAN = "№\tМероприятие\tСроки\tОтветственные\n1\tСеминар\tмай\tУМЦ\n"


@pytest.mark.parametrize(
    ("target", "words"), [("plan.txt", ".xlsx"), ("", ".xlsx"), ("no/plan.xlsx", "нет. Создайте")]
)
def test_a_workbook_that_cannot_stand_there(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch, target: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.tsv").write_text(PLAN, encoding="utf-8")
    result = call("import", "plan.tsv", "-o", target)
    assert (result.exit_code, words in result.stderr) == (2, True)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.tsv"]


def test_a_folder_that_cannot_be_made(tmp_path: Path, call: Call) -> None:
    (tmp_path / "file").write_text("in the way")
    result = call("demo", tmp_path / "file" / "plan")
    assert (result.exit_code, "Не удалось создать папку" in result.stderr) == (2, True)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_plan_is_of(tmp_path: Path, call: Call, day: str) -> None:
    result = call("demo", tmp_path / "plan", "--today", day)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_a_path_with_spaces_is_quoted_in_the_advice(tmp_path: Path, call: Call) -> None:
    result = call("demo", tmp_path / "Мой план")
    assert f'sheetsync run -v -C "{tmp_path / "Мой план"}"' in result.stdout
