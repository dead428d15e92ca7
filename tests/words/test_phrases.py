"""Fresh phrases as offices write them, each with what a person makes of it.

A line is a phrase, a bar and its meaning. Of a deadline in the plan of 2026: its last day, or all
of several, or how many and the last of more than six; with two dots the first and the last day; a
dash where it has no day of its own; a question mark where nobody may guess. "⏎" is a line break.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sheetsync.model import Deadline, DeadlineKind
from sheetsync.morphology import morphology
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.vocabulary import Vocabulary

PHRASES = Path(__file__).parent / "phrases"
YEAR = 2026
MONTH = Deadline(text="", kind=DeadlineKind.MONTH, rule="")
MOST_SHOWN = 6
STRETCHES = (DeadlineKind.RANGE, DeadlineKind.YEAR_ROUND)


def lines(name: str) -> Iterator[tuple[str, str]]:
    for line in (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        phrase, meaning = line.rsplit(" | ", 1)
        yield phrase.replace("⏎", "\n"), meaning


def shown(deadline: Deadline) -> str:
    if deadline.kind is DeadlineKind.UNREADABLE:
        return "?"
    starts = short(deadline.starts) if deadline.starts else ""
    if deadline.due is None:
        return f"{starts}.." if starts else "-"
    several = deadline.kind in (DeadlineKind.LIST, DeadlineKind.RECURRING)
    days = [short(each.due) for each in deadline.occurrences] if several else []
    if len(days) > MOST_SHOWN:
        return f"{len(days)}x {days[-1]}"
    due = short(deadline.due)
    stretch = deadline.kind in STRETCHES and starts not in ("", due)
    return " ".join(days) or (f"{starts}..{due}" if stretch else due)


def short(day: date) -> str:
    return day.isoformat().removeprefix(f"{YEAR}-")


@pytest.mark.parametrize("name", ["deadlines", "deadlines_english", "deadline_traps"])
def test_deadlines_mean_what_a_person_makes_of_them(name: str) -> None:
    said = dict(lines(name))
    words = morphology()
    read = {t: read_deadline(t, year=YEAR, morphology=words) for t in said}
    assert {phrase: shown(deadline) for phrase, deadline in read.items()} == said


def test_parties_are_those_that_a_person_names() -> None:
    words = Vocabulary.of(morphology())
    said = dict(lines("responsibles"))
    found = {phrase: read_responsibles(phrase, morphology=words).parties for phrase in said}
    assert {phrase: "; ".join(each.name for each in found[phrase]) for phrase in said} == said


def test_marks_say_what_a_person_hears() -> None:
    said = dict(lines("progress"))
    today = date(2021, 5, 4)
    found = {phrase: read_progress(phrase, deadline=MONTH, today=today) for phrase in said}
    assert {phrase: found[phrase].meaning.value for phrase in said} == said
