"""The day that a letter names for a mark is kept: until it has passed, silence changes nothing."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from sheetsync.model import Deadline, DeadlineKind, Digest, StageKind
from tests.builders import APRIL, YEAR_ROUND, day, deadline, measure, month
from tests.digest.days import Office, of
from tests.digest.test_policy import started

COORDINATOR = "coordinator@example.org"
# Each falls due on another day, so that letters about one repeat what was asked about others.
DEADLINES = (
    YEAR_ROUND,
    APRIL,
    deadline(DeadlineKind.DATE, day(date(2021, 4, 9))),
    deadline(DeadlineKind.DATE, day(date(2021, 4, 20))),
    deadline(DeadlineKind.MONTH, month(6)),
    deadline(DeadlineKind.DATE, day(date(2021, 6, 8))),
)


def promises(letters: list[Digest]) -> Iterator[tuple[date, str, date]]:
    """By letter and question the day that is named."""
    for letter in letters:
        for one in letter.asking():
            assert one.answer_by
            yield letter.today, one.item.measure.number, one.answer_by


def consequences(found: list[Digest]) -> Iterator[tuple[date, str]]:
    """When a measure is named to the coordinator, or asked about again."""
    for digest in of(found, COORDINATOR):
        yield from (
            (digest.today, n.item.measure.number) for n in digest.alerts if n.item and n.new
        )
    for digest in of(found):
        for one in digest.asking():
            again = one.asked or (one.says_overdue and one.kind is StageKind.LATE)
            if one.new and again:
                yield digest.today, one.item.measure.number


def lived(*deadlines: Deadline) -> list[Digest]:
    office: Office = started(*(measure(str(n), when=each) for n, each in enumerate(deadlines, 1)))
    return office.run_through("2021-03-01", "2021-11-30")


def test_nothing_comes_of_silence_before_the_day_that_was_named() -> None:
    found = lived(*DEADLINES)
    told = list(consequences(found))
    assert {number for _, number in told} == {"1", "2", "3", "4", "5", "6"}
    broken = [
        (asked, number, named, on)
        for asked, number, named in promises(of(found))
        for on, about in told
        if about == number and asked < on <= named
    ]
    assert broken == []


@pytest.mark.parametrize("when", [YEAR_ROUND, APRIL])
def test_a_letter_that_repeats_a_question_gives_no_more_time(when: Deadline) -> None:
    """Up to the day on which the coordinator is told."""
    found = lived(when, *DEADLINES[2:])
    told = next(on for on, number in consequences(found) if number == "1")
    named: dict[str, set[date | None]] = {}
    for digest in of(found):
        for one in digest.asking():
            if one.item.measure.number == "1" and digest.today < told:
                named.setdefault(one.stage, set()).add(one.answer_by)
    assert len(named) > 1
    assert {stage: len(days) for stage, days in named.items()} == dict.fromkeys(named, 1)


def test_a_question_without_a_consequence_keeps_its_day_until_that_has_passed() -> None:
    waiting = deadline(DeadlineKind.OPEN)
    # Their letters name it again within these days.
    found = lived(waiting, *(deadline(DeadlineKind.DATE, day(date(2021, 4, n))) for n in (9, 20)))
    named = [(on, by) for on, number, by in promises(of(found)) if number == "1"]
    repeated = [(by, later) for asked, by in named for on, later in named if asked < on <= by]
    assert repeated
    assert [pair for pair in repeated if pair[0] != pair[1]] == []


def test_a_monthly_letter_moves_the_day_of_what_is_overdue_no_further() -> None:
    found = lived(deadline(DeadlineKind.DATE, day(date(2021, 4, 20))), *DEADLINES[2:])
    named = [(on, by) for on, number, by in promises(of(found)) if number == "1"]
    assert [
        (by, later) for asked, by in named for on, later in named if asked < on <= by < later
    ] == []


@pytest.mark.parametrize(
    "introduced",
    # Of a measure just asked about once more, ten days late, newly quarterly, long late.
    [date(2021, 3, 15), date(2021, 4, 26), date(2021, 6, 24), date(2021, 9, 20)],
    ids=str,
)
def test_no_letter_names_a_later_day_while_that_of_the_introduction_lies_ahead(
    introduced: date,
) -> None:
    found = introduced_on(introduced, *DEADLINES, deadline(DeadlineKind.OPEN))
    letters = of(found)
    assert letters[0].kind == "introductory"
    named = list(promises(letters))
    later = [
        (number, first, by, on)
        for asked, number, first in named
        for on, about, by in named
        if about == number and asked < on <= first < by
    ]
    assert named
    assert later == []


def test_an_introduction_does_not_hasten_what_comes_of_silence() -> None:
    """It names a day for what is late; the coordinator is told ten days after the next letter."""
    late = deadline(DeadlineKind.DATE, day(date(2021, 4, 20)))
    found = introduced_on(date(2021, 5, 21), late)
    asked = next(letter.today for letter in of(found) if letter.kind != "introductory")
    told = next(on for on, number in consequences(of(found, COORDINATOR)) if number == "1")
    assert asked == date(2021, 6, 1)
    assert told >= date(2021, 6, 16)
    assert {by for on, _, by in promises(of(found)) if on <= date(2021, 6, 3)} == {date(2021, 6, 3)}


def test_what_an_introduction_shows_has_one_day_also_where_a_stage_begins_before_it() -> None:
    """Of April's end the tenth day of lateness is 24 May: that stage is the first to ask."""
    found = introduced_on(date(2021, 5, 14), APRIL, YEAR_ROUND)
    first, second, *_ = of(found)
    assert {one.answer_by for one in first.asking()} == {date(2021, 5, 27)}
    assert (second.today, second.trigger) == (date(2021, 5, 24), "late-10")
    assert {one.answer_by for one in second.asking()} == {date(2021, 5, 27)}


def test_the_first_word_of_lateness_takes_no_time_from_a_letter_just_before_it() -> None:
    """April's end is told on 13 May, after three days of grace; a letter of 11 May shows it."""
    found = lived(APRIL, deadline(DeadlineKind.DATE, day(date(2021, 5, 7))))
    named = {on: by for on, number, by in promises(of(found)) if number == "1"}
    before = min(named)
    assert before < date(2021, 5, 13) <= named[before] - timedelta(days=3)


def introduced_on(today: date, *deadlines: Deadline) -> list[Digest]:
    """The letters of two months from the first one on, also about a measure not yet asked of."""
    measures = [measure(str(n), when=each) for n, each in enumerate(deadlines, 1)]
    office = Office(measures=measures)
    return office.run_through(str(today), str(today + timedelta(days=60)))
