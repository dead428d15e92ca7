"""Plans of other periods than a calendar year, each in advance, by the page of rules."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from sheetsync.cli import cli
from tests.cli.small_plan import small_plan
from tests.policy_checker.letters import Letter, parse_letters
from tests.policy_checker.verdict import violations
from tests.policy_checker.workdays import DAY, Workdays
from tests.policy_checker.year import DATED, ONGOING, WAITING, Due, Row, Year

UMC, HR = "umc@example.org", "kadry@example.org"
LEADS = {UMC: "УМЦ", HR: "Отдел кадров"}
AFTER = 35  # days after the end; the plan is run for a month of them
Case = tuple[str, Row]


def dated(number: str, lead: str, words: str, day: str, *, explicit: bool = False) -> Case:
    due = Due(on=date.fromisoformat(day), explicit=explicit)
    return words, Row(number=number, lead=lead, kind=DATED, dues=(due,))


def undated(number: str, lead: str, words: str, kind: str) -> Case:
    return words, Row(number=number, lead=lead, kind=kind)


PERIODS = {
    "a school year": (
        ("2025-09-01", "2026-05-31"),
        (
            dated("1", UMC, "1 сентября", "2025-09-01", explicit=True),
            dated("2", UMC, "октябрь", "2025-10-31"),
            dated("3", HR, "декабрь – январь", "2026-01-31"),
            dated("4", UMC, "апрель", "2026-04-30"),
            dated("5", HR, "март", "2026-03-31"),
            undated("6", UMC, "в течение года", ONGOING),
            undated("7", HR, "по плану департамента", WAITING),
        ),
    ),
    "a quarter": (
        ("2026-04-01", "2026-06-30"),
        (
            dated("1", UMC, "до 15 апреля", "2026-04-15", explicit=True),
            dated("2", HR, "май", "2026-05-31"),
            dated("3", UMC, "в течение квартала", "2026-06-30"),
            undated("4", UMC, "постоянно", ONGOING),
            undated("5", HR, "по запросу министерства", WAITING),
        ),
    ),
    "half a year": (
        ("2026-07-01", "2026-12-31"),
        (
            dated("1", UMC, "до 10 июля", "2026-07-10", explicit=True),
            dated("2", HR, "III квартал", "2026-09-30"),
            dated("3", UMC, "декабрь", "2026-12-31"),
            undated("4", HR, "постоянно", ONGOING),
            undated("5", UMC, "по плану департамента", WAITING),
        ),
    ),
    "a programme": (
        ("2025-07-01", "2026-12-31"),
        (
            dated("1", UMC, "до 15.10.2025", "2025-10-15", explicit=True),
            dated("2", HR, "март 2026", "2026-03-31"),
            undated("3", UMC, "постоянно", ONGOING),
            undated("4", HR, "по плану департамента", WAITING),
        ),
    ),
}


@pytest.mark.parametrize("name", PERIODS)
def test_a_plan_keeps_to_the_page_in_its_own_period(name: str, tmp_path: Path) -> None:
    (first, last), rows = PERIODS[name]
    starts, ends = date.fromisoformat(first), date.fromisoformat(last)
    runs = tuple(starts + DAY * n for n in range(-14, (ends - starts).days + AFTER))
    year = Year(
        rows=tuple(row for _, row in rows),
        workdays=Workdays("RU"),
        runs=runs,
        members=frozenset(),
        coordinator="coordinator@example.org",
        adopted=starts,
        starts=starts,
        ends=ends,
    )
    letters = simulated(tmp_path / "plan", rows, (first, last), runs)
    assert letters
    assert violations(year, letters) == []


def simulated(
    folder: Path, rows: tuple[Case, ...], period: tuple[str, str], runs: tuple[date, ...]
) -> list[Letter]:
    cells = [
        (row.number, f"Мероприятие {row.number}", words, LEADS[row.lead]) for words, row in rows
    ]
    small_plan(folder, *cells)
    settings = folder / "sheetsync.toml"
    days = "starts = {}\nends = {}".format(*period)
    settings.write_text(settings.read_text("utf-8").replace("year = 2021", days), "utf-8")
    span = ("--from", str(runs[0]), "--to", str(runs[-1]))
    words = ["simulate", "-C", str(folder), *span, "--json"]
    result = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return parse_letters(json.loads(result.stdout))
