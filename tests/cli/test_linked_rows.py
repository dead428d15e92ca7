"""`history link` settles what is in doubt, and never makes one of two measures that stand."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.small_plan import rewrite, small_plan

CONCERT = "Провести городской концерт ко дню города с участием детских хоров"
OTHER = "Подготовить выставку рисунков к юбилею библиотеки в парке"


@pytest.fixture
def plan(tmp_path: Path, call: Call) -> Path:
    """No. 2 is gone and in its row stands something else; no. 1 and 3 stand as before."""
    folder = small_plan(
        tmp_path,
        ("1", "Провести слёт", "март", "УМЦ", ""),
        ("2", CONCERT, "июнь", "УМЦ", ""),
        ("3", "Собрать отчёты", "август", "УМЦ", ""),
    )
    run(call, folder, 1)
    rewrite(folder, "B", [OTHER], first=3)
    run(call, folder, 2)
    return folder


def run(call: Call, folder: Path, day: int) -> None:
    assert call("run", "-C", folder, "--today", f"2021-03-0{day}").exit_code in (0, 1)


def life(call: Call, folder: Path) -> str:
    return call("history", "2", "-C", folder).stdout


def test_two_measures_that_stand_are_never_made_one(plan: Path, call: Call) -> None:
    result = call("history", "link", "1", "3", "-C", plan)
    told = " ".join(result.stderr.split())
    assert result.exit_code == 2
    assert "«Провести слёт» и «Собрать отчёты» стояли в плане рядом" in told
    run(call, plan, 3)
    assert "слёт" not in call("history", "3", "-C", plan).stdout


def test_a_former_measure_goes_on_in_the_new_row(plan: Path, call: Call) -> None:
    told = " ".join(call("history", "link", "2", "4", "-C", plan).stdout.split())
    assert "Провести городской концерт" in told
    assert "теперь «Подготовить выставку" in told
    assert f"Отменить: sheetsync history -C {plan} link 4 4" in told
    run(call, plan, 3)
    assert "концерт" in life(call, plan)


@pytest.mark.parametrize("days", [[], [3], [3, 4]])
def test_a_link_is_taken_back(plan: Path, call: Call, days: list[int]) -> None:
    call("history", "link", "2", "4", "-C", plan)
    for day in days:
        run(call, plan, day)
    told = " ".join(call("history", "link", "4", "4", "-C", plan).stdout.split())
    assert told.startswith("Отменено. Со следующего запуска «Подготовить выставку")
    run(call, plan, 5)
    assert "концерт" not in life(call, plan)


def test_a_word_is_said_anew_after_it_was_taken_back(plan: Path, call: Call) -> None:
    for pair in (("2", "4"), ("4", "4"), ("2", "4")):
        assert call("history", "link", *pair, "-C", plan).exit_code == 0
    run(call, plan, 3)
    assert "концерт" in life(call, plan)
