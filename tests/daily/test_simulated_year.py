"""A whole year of the sample plan in advance: what is told, and how much mail it is."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from sheetsync.cli import cli
from tests.daily.plan_folder import make_folder
from tests.policy_checker import sample
from tests.policy_checker.letters import Letter, parse_letters
from tests.policy_checker.verdict import violations
from tests.policy_checker.workdays import DAY
from tests.policy_checker.year import Mark, Year
from tests.policy_checker.year_rules import OFFICE, UNMARKED, over_caps

FIRST, LAST = date(2021, 1, 1), date(2021, 12, 31)


def year(marks: tuple[Mark, ...] = ()) -> Year:
    return Year(
        rows=sample.ROWS,
        workdays=sample.WORKDAYS,
        runs=tuple(FIRST + DAY * n for n in range((LAST - FIRST).days + 1)),
        members=sample.MEMBERS,
        coordinator=sample.COORDINATOR,
        chair=sample.CHAIR,
        marks=marks,
    )


def simulated(folder: Path, *options: str) -> Sequence[Letter]:
    words = ["simulate", "-C", str(folder), "--from", str(FIRST), "--to", str(LAST), "--json"]
    result = CliRunner().invoke(cli, [*words, *options], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return parse_letters(json.loads(result.stdout))


def test_a_year_without_marks_keeps_to_the_page_and_its_figures(tmp_path: Path) -> None:
    letters = simulated(make_folder(tmp_path / "plan"))
    assert violations(year(), letters) == []
    assert list(over_caps(year(), letters, UNMARKED)) == []


def test_a_year_of_an_ordinary_office_keeps_to_the_page_and_its_figures(
    tmp_path: Path, shared: Path
) -> None:
    marks = shared / "plan" / "marks-office.tsv"
    letters = simulated(make_folder(tmp_path / "plan"), "--marks", str(marks))
    assert violations(year(sample.OFFICE), letters) == []
    assert list(over_caps(year(sample.OFFICE), letters, OFFICE)) == []


def test_all_marks_of_the_office_are_labelled(shared: Path) -> None:
    text = (shared / "plan" / "marks-office.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t")[:2] for line in text.splitlines()[1:]]
    labelled = {(str(mark.day), mark.number) for mark in sample.OFFICE}
    assert {tuple(line) for line in lines} == labelled
