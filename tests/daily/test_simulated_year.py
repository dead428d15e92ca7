"""A whole year of the sample plan in advance: what is told, where, and how much mail it is."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sheetsync.cli.letters import letter_data
from sheetsync.cli.simulate import read_marks
from sheetsync.config import load_config
from sheetsync.daily.simulation import Marks, SimulatedDays
from tests.daily.plan_folder import make_folder
from tests.daily.test_told_is_named import judged
from tests.policy_checker import sample
from tests.policy_checker.letters import Letter, parse_letters
from tests.policy_checker.verdict import violations
from tests.policy_checker.workdays import DAY
from tests.policy_checker.year import Mark, Year
from tests.policy_checker.year_rules import OFFICE, UNMARKED, over_caps
from tests.sample import sample_grid

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


def simulated(folder: Path, marks: Marks | None = None) -> Sequence[Letter]:
    """The letters as `simulate` prints them; each of them names what it tells."""
    config = load_config(make_folder(folder))
    span = SimulatedDays(first=FIRST, last=LAST)
    found = judged(config, sample_grid(), marks, span=span)
    data = [letter_data(one, day.job) for day, one in found]
    return parse_letters(json.loads(json.dumps(data, default=str)))


def test_a_year_without_marks_keeps_to_the_page_and_its_figures(tmp_path: Path) -> None:
    letters = simulated(tmp_path / "plan")
    assert violations(year(), letters) == []
    assert list(over_caps(year(), letters, UNMARKED)) == []


def test_a_year_of_an_ordinary_office_keeps_to_the_page_and_its_figures(
    tmp_path: Path, shared: Path
) -> None:
    marks = read_marks(shared / "plan" / "marks-office.tsv")
    letters = simulated(tmp_path / "plan", marks)
    assert violations(year(sample.OFFICE), letters) == []
    assert list(over_caps(year(sample.OFFICE), letters, OFFICE)) == []


def test_all_marks_of_the_office_are_labelled(shared: Path) -> None:
    text = (shared / "plan" / "marks-office.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t")[:2] for line in text.splitlines()[1:]]
    labelled = {(str(mark.day), mark.number) for mark in sample.OFFICE}
    assert {tuple(line) for line in lines} == labelled
