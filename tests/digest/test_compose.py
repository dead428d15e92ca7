"""Who gets a letter, and what stands in it."""

from dataclasses import replace
from datetime import date

from sheetsync.digest.compose import compose
from sheetsync.model import Department, Digest, Meaning, Measure, Topic
from sheetsync.plan.agenda import Warnings, build_agenda
from sheetsync.plan.workdays import Workdays
from tests.builders import DEPARTMENT, OPEN, YEAR_ROUND, measure, plan, progress

LATE = date(2021, 5, 4)
CENTRE = Department(name="УМЦ", addresses=("umc@example.org",))


def digests(*measures: Measure, on: date = LATE) -> tuple[Digest, ...]:
    return compose(
        build_agenda(plan(*measures), today=on, warnings=Warnings(workdays=Workdays("RU")))
    )


def topics(digest: Digest) -> dict[Topic, list[str]]:
    return {t: [i.measure.number for i in items] for t, items in digest.topics.items()}


def test_nothing_late_or_due_is_no_letter() -> None:
    assert digests(measure(when=YEAR_ROUND), measure("2", when=OPEN)) == ()


def test_a_lead_with_something_late_is_shown_the_whole_present_picture() -> None:
    (digest,) = digests(
        measure("1"),
        measure("2", when=YEAR_ROUND),
        measure("3", when=OPEN),
        measure("4", when=YEAR_ROUND, done=progress(Meaning.WORD)),
    )
    assert topics(digest) == {
        Topic.OVERDUE: ["1"],
        Topic.ASK: ["2"],
        Topic.WAITING: ["3"],
        Topic.ONGOING: ["4"],
    }


def test_a_helper_alone_gets_no_letter() -> None:
    assert [d.address for d in digests(measure(helpers=(CENTRE,)))] == ["hr@example.org"]


def test_a_helper_is_shown_what_is_late_in_a_letter_of_its_own() -> None:
    letters = digests(measure("1", helpers=(CENTRE,)), measure("2", lead=CENTRE))
    assert topics(letters[1]) == {Topic.OVERDUE: ["2"], Topic.HELPING: ["1"]}


def test_one_address_of_two_departments_gets_one_letter() -> None:
    other = Department(name="Бухгалтерия", addresses=DEPARTMENT.addresses)
    (digest,) = digests(measure("1"), measure("2", lead=other))
    assert digest.departments == ("Отдел кадров", "Бухгалтерия")
    assert topics(digest) == {Topic.OVERDUE: ["1", "2"]}


def test_every_address_of_a_department_gets_the_letter() -> None:
    both = replace(DEPARTMENT, addresses=("b@example.org", "a@example.org"))
    assert [d.address for d in digests(measure(lead=both))] == ["a@example.org", "b@example.org"]


def test_a_measure_that_nobody_leads_stops_no_other_letter() -> None:
    assert len(digests(measure("1", lead=None), measure("2"))) == 1
