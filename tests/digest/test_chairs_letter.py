"""What the chair's letter says of the whole plan, also beside what its reader leads."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.digest.letter_words import in_words
from sheetsync.languages import load_language
from sheetsync.model import Digest, Letter, State, Topic
from tests.builders import measure, plan
from tests.digest.digests import LETTERHEAD, digest, digest_item, item, of_topic


def letter(found: Digest) -> Letter:
    return in_words(found, plan(), LETTERHEAD, load_language("ru"))


def of_plan(overdue: int, *, kind: str = "chair", trigger: str = "monthly") -> Digest:
    """The chair is shown two overdue measures of so many."""
    due = date(2021, 4, 30)
    worst = (digest_item(item(due=due, of=measure(number))) for number in ("1", "2"))
    found = digest(of_topic(Topic.WORST, *worst), kind=kind, trigger=trigger)
    return replace(found, standing={State.OVERDUE: overdue, State.DONE: 3})


@pytest.mark.parametrize(
    ("overdue", "heading"),
    [(2, "Просрочено: 2, сначала самые давние"), (7, "Просрочено: 7, самые давние")],
)
def test_a_heading_says_whether_all_are_shown(overdue: int, heading: str) -> None:
    assert letter(of_plan(overdue)).sections[0].heading == heading


def test_a_letter_before_a_sitting_names_its_day() -> None:
    assert letter(of_plan(2, trigger="sitting 2021-05-25")).opening[0] == (
        "Заседание – 25 мая, вторник."
    )
    assert not any("Заседание" in words for words in letter(of_plan(2)).opening)


def test_beside_what_its_reader_leads_the_whole_plan_is_named() -> None:
    own = of_topic(Topic.OVERDUE, digest_item(item(due=date(2021, 4, 30)), "late-3", new=True))
    found = of_plan(7, kind="monthly")
    headings = [
        section.heading
        for section in letter(replace(found, topics=dict([own]) | found.topics)).sections
    ]
    assert headings == ["Весь план – просрочено: 7, самые давние", "Просрочено: 1"]
