"""What columns.toml says of a column's cells is held against the plan."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.small_plan import rewrite, small_plan

RULES = """
[own.place]
required = true
headers = ["Место"]
values = ["Актовый зал", "Спортзал"]

[own.percent]
headers = ["%"]
unique = true
values = [0, 50, 100]
"""
PLACES = ("Актовый зал", "актовый  зал", "Спотзал", None)
PERCENTS = (0, 50, 50, None)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with a column of places and one of percent behind its own."""
    rows = [(str(n), f"Слёт {n}", f"до {n} мая", "УМЦ", None) for n in range(1, 5)]
    folder = small_plan(tmp_path / "plan", *rows)
    rewrite(folder, "F", ["Место", *PLACES], first=1)
    rewrite(folder, "G", ["%", *PERCENTS], first=1)
    return folder


def _found(call: Call, folder: Path, rules: str) -> list[tuple[str, str, str]]:
    (folder / "columns.toml").write_text(rules, encoding="utf-8")
    result = call("validate", "-C", folder, "--today", "2021-04-01", "--json")
    found = json.loads(result.stdout)["findings"]
    return sorted((f"{one['column']}{one['row']}", one["code"], one["sentence"]) for one in found)


def test_columns_of_ones_own_are_checked(plan: Path, call: Call) -> None:
    assert _found(call, plan, RULES) == [
        (
            "F4",
            "value-unknown",
            "«Спотзал» нет среди значений этого столбца; ближайшее – «Спортзал».",
        ),
        ("F5", "cell-required", "ячейка пуста, а столбец обязателен."),
        (
            "G4",
            "cell-repeated",
            "«50» уже стоит в строке 3, а значения этого столбца не повторяются.",
        ),
    ]


def test_a_required_column_that_is_not_there_is_told(plan: Path, call: Call) -> None:
    rules = '[own.budget]\nrequired = true\nheaders = ["Смета"]\n'
    (found,) = _found(call, plan, rules)
    assert found == ("1", "column-required", "в плане нет обязательного столбца «Смета».")


def test_columns_of_the_plan_have_rules_too(plan: Path, call: Call) -> None:
    rules = '[measure]\nunique = true\n[responsible]\nvalues = ["Отдел кадров"]\n'
    rewrite(plan, "B", ["Слёт 2"])
    assert [found[:2] for found in _found(call, plan, rules)] == [
        *[(f"B{row}", "cell-repeated") for row in (3,)],
        *[(f"D{row}", "value-unknown") for row in (2, 3, 4, 5)],
    ]


def test_a_share_is_the_percent_that_its_cell_shows(plan: Path, call: Call) -> None:
    rewrite(plan, "G", ["%", 0.5, 1, "50 %", 0.7], first=1)
    rules = '[own.percent]\nheaders = ["%"]\nvalues = ["0%", "50%", "100%"]\n'
    assert [found[:2] for found in _found(call, plan, rules)] == [("G5", "value-unknown")]


def test_large_numbers_are_values_too(plan: Path, call: Call) -> None:
    rewrite(plan, "G", ["Смета", 1_000_000, 1500.5, 1500.4, None], first=1)
    rules = '[own.budget]\nheaders = ["Смета"]\nvalues = [1000000, 1500.5]\n'
    assert [found[0] for found in _found(call, plan, rules)] == ["G4"]


def test_a_column_of_ones_own_is_no_other_field(plan: Path, call: Call) -> None:
    """Its header may begin like that of a deadline."""
    rewrite(plan, "F", ["Срок оплаты", "до 5 мая", "счёт", None, None], first=1)
    assert not _found(call, plan, '[own.paid]\nheaders = ["Срок оплаты"]\n')
    said = call("validate", "-C", plan, "--today", "2021-04-01").stdout
    assert "«Срок оплаты» – paid" in " ".join(said.split())


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            '[own.place]\nheader = ["Место"]\n',
            "own.place.header: такого ключа нет; похож на «headers»",
        ),
        ("[own.place]\n", "own.place.headers: не указано обязательное значение"),
        ("[note]\nunique = 1\n", "note.unique: нужно true или false"),
        ("[note]\nvalues = [true]\n", "note.values.1: нужен текст в кавычках"),
    ],
)
def test_a_slip_in_the_rules_is_told(rules: str, words: str, plan: Path, call: Call) -> None:
    (plan / "columns.toml").write_text(rules, encoding="utf-8")
    result = call("validate", "-C", plan)
    assert (result.exit_code, words in result.stderr) == (3, True), result.stderr
