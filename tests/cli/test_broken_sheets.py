"""A sheet whose cells turned into errors of formulas is not believed, one cell of it is held."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call, data
from tests.cli.small_plan import rewrite, small_plan

ROWS = [
    (str(n), f"Провести семинар {n}", "февраль", "УМЦ", "выполнено 20.02") for n in range(1, 13)
]


@pytest.fixture
def plan(tmp_path: Path, call: Call) -> Path:
    folder = small_plan(tmp_path, *ROWS)
    assert call("run", "-C", folder, "--today", "2021-03-01").exit_code == 0
    return folder


@pytest.mark.parametrize("column", ["C", "D", "E"])
@pytest.mark.parametrize("shown", ["#N/A", "Loading…", "#REF!"])
def test_a_column_of_errors_is_not_believed(
    plan: Path, call: Call, column: str, shown: str
) -> None:
    rewrite(plan, column, [shown] * 12)
    before = set(plan.glob("outbox/new/*umc@*"))
    result = call("run", "-C", plan, "--today", "2021-03-10")
    assert result.exit_code == 5
    assert "в 12 из них слов нет" in result.stderr
    assert set(plan.glob("outbox/new/*umc@*")) == before


def test_marks_that_nobody_understands_any_more_are_not_believed(plan: Path, call: Call) -> None:
    rewrite(plan, "E", [f"абырвалг {n}" for n in range(12)])
    result = call("run", "-C", plan, "--today", "2021-03-10")
    assert (result.exit_code, "Отметки стали непонятны" in result.stderr) == (5, True)


def test_a_cell_with_an_error_keeps_its_last_words(plan: Path, call: Call) -> None:
    rewrite(plan, "E", ["#N/A", "Loading…"])
    for day in ("2021-03-10", "2021-03-11"):  # the error is not what is remembered
        report = data(call("run", "-C", plan, "--today", day, "--json"))
        assert report["states"]["done"] == 12
    found = data(call("validate", "-C", plan, "--today", "2021-03-11", "--json"))["findings"]
    assert [(each["row"], each["code"]) for each in found] == [(2, "cell-error"), (3, "cell-error")]
    assert "считаем прежнюю отметку «выполнено 20.02»" in found[0]["sentence"]


def test_a_new_row_with_an_error_is_told_and_open(tmp_path: Path, call: Call) -> None:
    folder = small_plan(tmp_path, ("1", "Провести слёт", "февраль", "УМЦ", "#REF!"))
    result = call("validate", "-C", folder, "--today", "2021-02-01")
    assert "ошибка формулы («#REF!»); не учитываем" in result.stdout


def test_init_says_of_an_error_what_validate_says(tmp_path: Path, call: Call) -> None:
    workbook = small_plan(tmp_path, ("1", "Провести слёт", "#N/A", "УМЦ", "")) / "plan.xlsx"
    said = call("init", tmp_path / "new", "--plan", workbook, "--yes").stdout
    assert "ошибка формулы («#N/A»); не учитываем" in " ".join(said.split())
