"""Somebody else looks after the plan: the first letter says what that means, and no other does."""

from pathlib import Path

from tests.daily.conftest import Plan
from tests.daily.few_rows import COORDINATOR, LED_BY_CENTRE, LED_BY_OFFICE, few_rows, said, write

ROWS = (
    ("1", "Провести семинар", "апрель", LED_BY_OFFICE),
    ("2", "Ремонт", "скоро", LED_BY_CENTRE),
)
UNREAD = ("3", "Ярмарка", "потом", LED_BY_CENTRE)
SUCCESSOR = "successor@example.org"
WORDS = "План теперь ведёте вы."


def hand_over(plan: Plan) -> None:
    file = plan.folder / "sheetsync.toml"
    file.write_text(file.read_text("utf-8").replace(COORDINATOR, SUCCESSOR), "utf-8")


def test_the_successor_is_told_what_that_means_once(tmp_path: Path) -> None:
    plan = few_rows(tmp_path / "plan", *ROWS)
    plan.run("2021-02-01")
    hand_over(plan)
    plan.run("2021-02-08")
    write(plan, *ROWS, UNREAD)
    plan.run("2021-02-15")
    assert "скоро" in said(plan, COORDINATOR, "2021-02-01")
    assert WORDS not in said(plan, COORDINATOR, "2021-02-01")
    told = [said(plan, SUCCESSOR, day) for day in ("2021-02-08", "2021-02-15")]
    assert all(told)
    assert [WORDS in words for words in told] == [True, False]
