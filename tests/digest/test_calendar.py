"""Which days go along with a letter for the reader's calendar."""

from datetime import date

from sheetsync.model import (
    CalendarDay,
    Change,
    ChangeKind,
    DeadlineKind,
    Department,
    Digest,
    Line,
    Meaning,
    Measure,
)
from sheetsync.model.policy import PolicyRules
from tests.builders import DEPARTMENT, YEAR_ROUND, day, deadline, measure, progress
from tests.digest.days import Office, of

SOON = deadline(DeadlineKind.DATE, day(date(2021, 4, 22)))
LATER = deadline(DeadlineKind.DATE, day(date(2021, 4, 29)))
NEXT_MONTH = deadline(DeadlineKind.DATE, day(date(2021, 5, 20)))


def office(*measures: Measure, calendar: bool = True) -> Office:
    found = Office(measures=measures, rules=PolicyRules(calendar=calendar))
    found.run("2021-03-29")  # the introduction
    return found


def days(digests: list[Digest]) -> list[tuple[str, str, date, bool]]:
    return [
        (f"{digest.today:%m-%d}", _number(one), one.day, one.called_off)
        for digest in of(digests)
        for one in digest.calendar
    ]


def _number(one: CalendarDay) -> str:
    if one.item:
        return one.item.measure.number
    return one.line.number if one.line else ""


def test_the_month_s_letter_has_the_days_of_the_month_that_lie_ahead() -> None:
    found = office(measure("1", when=SOON), measure("2", when=YEAR_ROUND))
    found.measures = [*found.measures, measure("3", when=NEXT_MONTH)]
    assert days(found.run_through("2021-04-01", "2021-04-14")) == [
        ("04-01", "1", date(2021, 4, 22), False)
    ]


def test_without_the_setting_there_is_no_calendar() -> None:
    found = office(measure("1", when=SOON), calendar=False)
    assert days(found.run_through("2021-04-01", "2021-04-30")) == []


def test_the_next_letter_moves_what_was_moved_and_takes_out_what_is_done() -> None:
    found = office(measure("1", when=SOON), measure("2", when=SOON), measure("3", when=LATER))
    found.run_through("2021-04-01", "2021-04-14")
    found.measures = [
        measure("1", when=NEXT_MONTH),
        measure("2", when=SOON, done=progress(Meaning.DONE)),
        measure("3", when=LATER),
    ]
    assert days(found.run_through("2021-04-15", "2021-04-22")) == [
        ("04-15", "1", date(2021, 5, 20), False),
        ("04-15", "2", date(2021, 4, 22), True),
        ("04-22", "1", date(2021, 5, 20), False),
        ("04-22", "2", date(2021, 4, 22), True),
    ]
    # The new month has its own days; what has passed is no longer spoken of.
    assert days(found.run_through("2021-05-11", "2021-05-11")) == [
        ("05-11", "1", date(2021, 5, 20), False)
    ]


def test_what_was_taken_out_or_given_away_is_taken_out_of_the_calendar() -> None:
    found = office(measure("1", when=SOON), measure("2", when=SOON), measure("3", when=LATER))
    found.run_through("2021-04-01", "2021-04-14")
    centre = Department(name="УМЦ", addresses=("umc@example.org",))
    found.measures = [measure("2", when=SOON, lead=centre), measure("3", when=LATER)]
    gone = Line(4, "1", "Провести заседание", "до 22 апреля", DEPARTMENT.name, "", "", "")
    removed = Change(kind=ChangeKind.REMOVED, identity=1, before=gone, after=None)
    found.changes = {1: (removed,)}
    assert days(found.run_through("2021-04-15", "2021-04-16"))[:2] == [
        ("04-15", "1", date(2021, 4, 22), True),
        ("04-15", "2", date(2021, 4, 22), True),
    ]


def test_what_may_go_on_in_another_row_is_called_off_once_that_is_settled() -> None:
    found = office(measure("1", when=SOON), measure("3", when=LATER))
    found.run_through("2021-04-01", "2021-04-14")
    found.measures = [measure("3", when=LATER)]
    gone = Line(4, "1", "Провести заседание", "до 22 апреля", DEPARTMENT.name, "", "", "")
    removed = Change(kind=ChangeKind.REMOVED, identity=1, before=gone, after=None)
    found.changes = {1: (removed,)}
    found.in_doubt = frozenset({1})
    assert days(found.run_through("2021-04-15", "2021-04-16")) == []
    found.in_doubt = frozenset()
    assert days(found.run_through("2021-04-19", "2021-04-22")) == [
        ("04-22", "1", date(2021, 4, 22), True)
    ]
