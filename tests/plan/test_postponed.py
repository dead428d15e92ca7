"""A deadline that is later than it was: from which day, and by which document."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.model import Meaning, Measure, Move, PartProgress, Progress
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.postponed import Postponement, postponements
from sheetsync.plan.workdays import Workdays
from tests.builders import deadline, measure, milestone, month, plan, progress, with_words

WARNINGS = Warnings(workdays=Workdays("RU"))
TODAY = date(2021, 5, 4)
MARCH, APRIL, JUNE = date(2021, 3, 31), date(2021, 4, 30), date(2021, 6, 30)
PUT_OFF = Progress(text="перенос", meaning=Meaning.POSTPONED, on=JUNE)
UNTIL_JUNE = deadline(measure().deadline.kind, month(6))


def moved(was: date = APRIL, *, ground: str = "") -> Move:
    """The measure's deadline was edited, for the first time or once more."""
    return Move(
        row=4, times=1, day=TODAY, before="", after="", was_late=False, ground=ground, was_due=was
    )


def found(one: Measure, *moves: Move) -> list[Postponement]:
    return [*postponements(build_agenda(plan(one), today=TODAY, warnings=WARNINGS), moves)]


@pytest.mark.parametrize(
    ("text", "note", "ground"),
    [
        ("postponed by board minute 12 of 10 May", "", "minute 12 of 10 May"),
        ("postponed", "board resolution no. 3", "resolution no. 3"),
        ("postponed", "decision no. 7 of 4 May 2021", "decision no. 7 of 4 May 2021"),
        ("перенос", "", ""),
        ("перенос", "приказ № 5 от 01.04", "приказ № 5 от 01.04"),
        ("перенос, протокол № 3", "приказ № 5", "протокол № 3"),
        # It shows where something lies, not who decided it.
        ("перенос, https://docs.example.org/5", "", ""),
    ],
)
def test_a_status_names_the_day_and_the_row_the_document(text: str, note: str, ground: str) -> None:
    one = with_words(measure(done=replace(PUT_OFF, text=text)), note=note)
    (told,) = found(one)
    assert (told.was, told.ground, told.asks) == (APRIL, ground, not ground)


def test_a_deadline_that_was_overwritten_is_put_off_as_well() -> None:
    (told,) = found(measure(when=UNTIL_JUNE), moved())
    assert (told.was, told.ground, told.asks) == (APRIL, "", True)
    (told,) = found(measure(when=UNTIL_JUNE), moved(ground="приказ № 5"))
    assert (told.ground, told.asks) == ("приказ № 5", False)


def test_what_was_moved_twice_counts_from_its_first_day() -> None:
    (told,) = found(measure(done=PUT_OFF), moved(MARCH))
    assert told.was == MARCH


@pytest.mark.parametrize(
    ("one", "move"),
    [
        (measure(), None),
        (measure(), moved(JUNE)),  # earlier now
        (measure(when=UNTIL_JUNE), moved(date(2011, 4, 30))),  # the year was a slip
        (measure(done=replace(PUT_OFF, on=None)), None),  # to no day
        (measure(done=progress(Meaning.CANCELLED)), moved(MARCH)),
        # A move is told of the measure's own cell.
        (measure(milestones=(milestone("Север", month(6)),)), moved()),
    ],
)
def test_nothing_was_put_off(one: Measure, move: Move | None) -> None:
    assert found(one, *([move] if move else [])) == []


def test_a_milestone_is_put_off_by_its_part_of_the_status() -> None:
    said = replace(
        PUT_OFF, parts=(PartProgress(label="Север", meaning=Meaning.POSTPONED, on=JUNE),)
    )
    places = (milestone("Север", month(4)), milestone("Юг", month(8)))
    (told,) = found(measure(done=said, milestones=places))
    assert (told.item.what, told.was) == ("Север", APRIL)


def test_what_is_done_lacks_no_document() -> None:
    (told,) = found(measure(when=UNTIL_JUNE, done=progress(Meaning.DONE)), moved())
    assert not told.ground
    assert not told.asks


def test_a_row_that_was_merged_into_another_is_asked_about_there() -> None:
    heir = measure("2", done=PUT_OFF)
    merged = measure(done=replace(progress(Meaning.MERGED), merged_into="2"))
    agenda = build_agenda(plan(merged, heir), today=TODAY, warnings=WARNINGS)
    assert [one.item.measure.number for one in postponements(agenda, ())] == ["2"]
