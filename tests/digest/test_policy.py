"""Who is told what, and when: the rules of the policy one by one."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.digest.mailboxes import Person
from sheetsync.model import (
    AlertKind,
    Away,
    Change,
    ChangeKind,
    DeadlineKind,
    Department,
    DepartmentKind,
    LetterState,
    Line,
    Meaning,
    Measure,
    Member,
    Role,
    State,
    Tell,
    Topic,
)
from sheetsync.model.policy import PolicyRules
from tests.builders import DEPARTMENT, OPEN, YEAR_ROUND, day, deadline, measure, month, progress
from tests.digest.days import Office, calendar, of

HR, CENTRE = "hr@example.org", Department(name="УМЦ", addresses=("umc@example.org",))
GROUP = Department(
    name="Членские организации",
    kind=DepartmentKind.GROUP,
    curator=DEPARTMENT.name,
    members=(Member(name="Организация № 1", address="one@example.org"),),
)
JUNE = deadline(DeadlineKind.MONTH, month(6))


def started(*measures: Measure, **kwargs: object) -> Office:
    """An office whose departments were introduced to it long ago."""
    office = Office(measures=measures, departments=(DEPARTMENT, CENTRE, GROUP), **kwargs)  # type: ignore[arg-type]
    office.run("2021-01-11")
    return office


def test_a_month_that_nobody_marks_is_told_at_every_stage_once() -> None:
    office = started(measure())
    assert calendar(office.run_through("2021-02-01", "2021-07-05")) == [
        "04-01 monthly",
        "04-23 before-7",
        "04-30 last-day",
        "05-13 late-3",
        "05-24 late-10",
        "06-01 monthly",
        "07-01 monthly",
    ]


@pytest.mark.parametrize(
    ("today", "answer_by"),
    [("2021-04-01", "2021-04-14"), ("2021-12-20", "2021-12-30")],
    ids=["the eve of ten working days", "never after the plan's end"],
)
def test_a_letter_says_until_when_silence_has_no_consequence(today: str, answer_by: str) -> None:
    (letter,) = of(started(measure(when=YEAR_ROUND)).run(today).digests)
    assert letter.answer_by == date.fromisoformat(answer_by)


def test_a_second_run_on_the_same_day_writes_nothing() -> None:
    office = started(measure())
    assert office.run("2021-04-01").digests
    again = office.run("2021-04-01")
    assert (again.digests, again.holds) == ((), ())


def test_a_missed_day_is_made_good_on_the_next_run() -> None:
    office = started(measure())
    office.run("2021-03-31")
    assert calendar(office.run_through("2021-04-05", "2021-04-06")) == ["04-05 monthly"]


def test_a_stage_that_was_missed_altogether_is_not_told_late() -> None:
    office = started(measure())
    office.run_through("2021-04-01", "2021-04-30")
    office.run("2021-05-12")
    assert calendar(office.run_through("2021-05-24", "2021-05-25")) == ["05-24 late-10"]


def test_nothing_is_told_on_a_day_off_and_the_hold_says_so() -> None:
    office = started(measure())
    (hold,) = office.run("2021-04-24").holds
    assert (hold.address, hold.notification.stage, hold.reason) == (HR, "before-7", "day off")


def test_an_address_is_left_alone_for_three_working_days() -> None:
    soon = deadline(DeadlineKind.DATE, day(date(2021, 6, 16)))
    office = started(measure("1", when=soon))
    office.run_through("2021-05-31", "2021-06-07")  # 14 days before it
    office.measures = [measure("1", when=soon), measure("2", when=YEAR_ROUND)]
    office.words = {2: date(2021, 3, 31)}
    office.run("2021-06-09")  # 7 days before it, told
    office.words = {}
    (hold,) = office.run("2021-06-11").holds
    assert (hold.notification.stage, hold.reason) == ("pulse-Q1", "spacing")
    assert calendar(office.run_through("2021-06-12", "2021-06-15")) == ["06-15 pulse-Q1"]


def test_the_last_day_waits_for_no_spacing() -> None:
    soon = deadline(DeadlineKind.DATE, day(date(2021, 4, 16)))
    later = deadline(DeadlineKind.DATE, day(date(2021, 4, 22)))
    office = started(measure("1", when=soon), measure("2", when=later))
    office.run_through("2021-04-01", "2021-04-14")
    assert calendar(office.run_through("2021-04-15", "2021-04-16")) == [
        "04-15 before-7",
        "04-16 last-day",
    ]


def test_every_letter_shows_the_whole_present_picture_and_marks_what_is_new() -> None:
    office = started(measure("1"), measure("2", when=YEAR_ROUND), measure("3", when=OPEN))
    office.run("2021-04-01")
    (digest,) = office.run("2021-04-23").digests
    shown = {
        topic: [(m.item.measure.number, m.stage, m.new) for m in digest_items]
        for topic, digest_items in digest.topics.items()
    }
    assert shown == {
        Topic.DUE_SOON: [("1", "before-7", True)],
        Topic.ASK: [("2", "pulse-Q1-2", True)],
        Topic.WAITING: [("3", "ask-04", False)],
    }


def test_the_first_letter_introduces_itself_and_tells_what_is_current() -> None:
    office = Office(measures=[measure()])
    (digest,) = office.run("2021-05-24").digests
    assert (digest.kind, digest.introduces) == ("introductory", True)
    assert calendar(office.run_through("2021-05-25", "2021-06-30")) == ["06-01 monthly"]


def test_nothing_escalates_in_the_first_ten_working_days() -> None:
    soon = deadline(DeadlineKind.DATE, day(date(2021, 6, 8)))
    office = Office(
        measures=[measure(when=soon)], rules=PolicyRules(escalate_late=3, escalate_silent=3)
    )
    found = office.run_through("2021-06-07", "2021-06-30")
    assert calendar(found, "coordinator@example.org") == ["06-22 escalation"]


def test_what_an_introduction_shows_is_not_yet_asked() -> None:
    """Its lead is escalated ten working days after the first letter that calls it late."""
    office = Office(measures=[measure()])
    found = office.run_through("2021-06-07", "2021-07-30")
    assert calendar(found) == ["06-07 introductory", "07-01 monthly"]
    assert calendar(found, "coordinator@example.org") == ["07-15 escalation"]


def test_nothing_is_asked_before_the_plan_is_adopted() -> None:
    office = Office(measures=[measure()], adopted=date(2021, 4, 12))
    assert [h.reason for h in office.run("2021-04-09").holds] == ["not adopted"]
    assert office.run("2021-04-12").digests[0].kind == "introductory"


@pytest.mark.parametrize("state", [LetterState.REJECTED, LetterState.EXPIRED])
def test_what_did_not_go_is_told_again(state: LetterState) -> None:
    office = started(measure())
    office.result = state
    office.run("2021-04-01")
    office.result = LetterState.SENT
    assert calendar(office.run_through("2021-04-02", "2021-04-06")) == ["04-02 month-2021-04"]


def test_a_letter_of_which_nobody_knows_is_told_again_once() -> None:
    office = started(measure())
    office.result = LetterState.UNKNOWN
    office.run("2021-04-01")
    (again,) = of(office.run_through("2021-04-02", "2021-04-08"))
    assert [digest_item.again for digest_item in again.items()] == [True]
    assert of(office.run_through("2021-04-09", "2021-04-20")) == []


def test_the_first_late_stage_waits_for_no_spacing_even_the_second_time() -> None:
    office = started(measure())
    office.run_through("2021-04-01", "2021-05-12")
    office.result = LetterState.UNKNOWN
    office.run("2021-05-13")
    office.result = LetterState.SENT
    assert calendar(office.run_through("2021-05-14", "2021-05-19")) == ["05-14 late-3"]


def test_a_co_executor_sees_the_measure_in_the_month_s_letter_only() -> None:
    office = started(measure(helpers=(CENTRE,)))
    found = of(office.run_through("2021-03-01", "2021-06-30"), "umc@example.org")
    assert [f"{digest.today:%m-%d}" for digest in found] == ["04-01", "06-01"]
    assert {m.role for digest in found for m in digest.items()} == {Role.HELPER}
    assert {m.stage for digest in found for m in digest.items()} == {""}


def test_members_of_a_group_are_told_only_in_the_month_of_the_due_day() -> None:
    office = started(measure(helpers=(GROUP,)))
    assert calendar(office.run_through("2021-03-01", "2021-06-30"), "one@example.org") == [
        "04-01 monthly"
    ]


def with_group(which: Measure) -> Measure:
    assignment = replace(which.assignment, group=GROUP, helpers=(GROUP,))
    return replace(which, assignment=assignment)


def test_members_of_a_group_that_is_named_first_are_asked_once_a_quarter() -> None:
    office = started(with_group(measure(when=YEAR_ROUND)))
    found = of(office.run_through("2021-02-01", "2021-12-31"), "one@example.org")
    assert [f"{digest.today:%m-%d} {digest.kind}" for digest in found] == [
        "04-01 request",
        "07-01 request",
        "10-01 request",
        "12-01 request",
    ]
    assert {digest.curator for digest in found} == {DEPARTMENT.name}
    assert [digest.since for digest in found] == [date(2021, m, 1) for m in (1, 4, 7, 10)]


def test_a_request_stays_one_where_its_reader_is_a_co_executor_too() -> None:
    office = started(with_group(measure("1", when=YEAR_ROUND)), measure("2", helpers=(GROUP,)))
    (asked,) = of(office.run("2021-04-01").digests, "one@example.org")
    assert (asked.kind, set(asked.topics)) == ("request", {Topic.REQUEST, Topic.HELPING})


def test_a_request_that_did_not_go_is_repeated() -> None:
    office = started(with_group(measure(when=YEAR_ROUND)))
    office.result = LetterState.EXPIRED
    office.run("2021-04-01")
    office.result = LetterState.SENT
    found = office.run_through("2021-04-02", "2021-04-30")
    assert calendar(found, "one@example.org") == ["04-02 request"]


@pytest.mark.parametrize(
    ("tell", "days"),
    [(Tell.ALL, ["04-01", "04-23", "04-30"]), (Tell.MONTHLY, ["04-01"]), (Tell.NONE, [])],
)
def test_a_department_may_want_fewer_letters(tell: Tell, days: list[str]) -> None:
    office = started(measure(lead=replace(DEPARTMENT, tell=tell)))
    found = of(office.run_through("2021-02-01", "2021-04-30"))
    assert [f"{digest.today:%m-%d}" for digest in found] == days


@pytest.mark.parametrize(
    ("address", "reader"), [("sub@example.org", "sub@example.org"), ("", "coordinator@example.org")]
)
def test_letters_of_a_department_that_is_away_go_to_its_substitute(
    address: str, reader: str
) -> None:
    away = Away(first=date(2021, 4, 20), last=date(2021, 4, 29), address=address)
    office = started(measure(lead=replace(DEPARTMENT, away=away)))
    found = office.run_through("2021-04-01", "2021-05-03")
    assert calendar(found, reader)[-1].startswith(("04-20", "04-23"))
    assert calendar(found) == ["04-01 monthly", "04-30 last-day"]


def test_of_several_occurrences_only_the_newest_open_one_is_chased() -> None:
    quarters = deadline(DeadlineKind.LIST, month(3), month(6))
    office = started(measure(when=quarters))
    office.run_through("2021-03-01", "2021-05-31")
    (digest,) = of(office.run("2021-06-01").digests)
    assert [(m.stage, m.missed) for m in digest.items()] == [("month-2021-06", 1)]


def test_a_new_due_date_starts_the_stages_afresh() -> None:
    office = started(measure())
    office.run_through("2021-04-01", "2021-04-30")
    office.measures = [measure(done=progress(Meaning.POSTPONED, date(2021, 6, 30)))]
    assert calendar(office.run_through("2021-05-11", "2021-06-30")) == [
        "06-01 monthly",
        "06-23 before-7",
        "06-30 last-day",
    ]


def test_a_part_of_a_split_row_inherits_what_was_told() -> None:
    office = started(measure("1"))
    office.run("2021-04-01")
    office.measures = [measure("1"), measure("2")]
    office.aliases = {2: (2, 1)}
    assert of(office.run("2021-04-06").digests) == []


def line(deadline: str = "апрель", lead: str = DEPARTMENT.name) -> Line:
    return Line(4, "1", "Провести заседание", deadline, lead, "", "", "")


def change(kind: ChangeKind, before: Line | None, after: Line) -> Change:
    return Change(kind=kind, identity=1, before=before, after=after)


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        (ChangeKind.DEADLINE, line("март")),
        (ChangeKind.RESPONSIBLE, line(lead="УМЦ")),
        (ChangeKind.ADDED, None),
    ],
)
def test_a_new_lead_or_a_moved_deadline_calls_for_a_letter_on_its_second_day(
    kind: ChangeKind, before: Line | None
) -> None:
    office = started(measure(when=JUNE))
    office.changes = {1: (change(kind, before, line()),)}
    assert of(office.run("2021-02-15").digests) == []
    office.yesterday = {1: line()}
    (digest,) = of(office.run("2021-02-16").digests)
    assert (digest.trigger, len(digest.news)) == ("news", 1)


def test_what_the_department_wrote_itself_is_no_news_to_it() -> None:
    office = started(measure(when=JUNE))
    moved = line()._replace(status="postponed")
    office.changes = {1: (change(ChangeKind.STATUS, line(), moved),)}
    office.yesterday = {1: moved}
    assert of(office.run("2021-02-16").digests) == []


def test_a_silent_lead_is_named_to_the_coordinator_once() -> None:
    office = started(measure())
    found = office.run_through("2021-04-01", "2021-12-31")
    escalated = [d for d in of(found, "coordinator@example.org") if d.trigger == "escalation"]
    assert [f"{digest.today:%m-%d}" for digest in escalated] == ["05-27"]


def test_a_word_stops_the_escalation_for_ten_working_days() -> None:
    office = started(measure())
    office.run_through("2021-04-01", "2021-05-25")
    office.words = {1: date(2021, 5, 26)}
    found = office.run_through("2021-05-26", "2021-06-30")
    assert calendar(found, "coordinator@example.org") == ["06-09 escalation"]


def test_days_of_absence_do_not_count_towards_an_escalation() -> None:
    away = Away(first=date(2021, 5, 17), last=date(2021, 5, 28), address="sub@example.org")
    office = started(measure(lead=replace(DEPARTMENT, away=away)))
    found = office.run_through("2021-04-01", "2021-06-30")
    assert calendar(found, "coordinator@example.org") == ["06-10 escalation"]


def test_silence_after_the_second_question_is_the_coordinator_s() -> None:
    office = started(measure(when=YEAR_ROUND))
    found = office.run_through("2021-04-01", "2021-06-30")
    (digest,) = of(found, "coordinator@example.org")
    assert (f"{digest.today:%m-%d}", digest.alerts[0].kind) == ("04-29", AlertKind.SILENT)


def test_nobody_is_called_silent_who_was_only_introduced_and_asked_once() -> None:
    office = Office(measures=[measure(when=YEAR_ROUND)])
    found = office.run_through("2021-04-12", "2021-06-30")
    assert calendar(found) == ["04-12 introductory", "04-26 pulse-Q1-2"]
    assert [digest_item.asked for digest in of(found) for digest_item in digest.items()] == [
        False
    ] * 2
    assert of(found, "coordinator@example.org") == []


def test_a_second_question_comes_ten_working_days_after_the_first() -> None:
    office = started(measure(when=YEAR_ROUND))
    office.run("2021-03-31")
    found = of(office.run_through("2021-04-12", "2021-04-30"))
    assert calendar(found) == ["04-12 monthly", "04-26 pulse-Q1-2"]
    assert [digest_item.asked for digest in found for digest_item in digest.items()] == [
        False,
        True,
    ]


def test_a_new_lead_is_asked_for_the_first_time() -> None:
    office = started(measure(when=YEAR_ROUND))
    office.run_through("2021-04-01", "2021-04-19")
    office.measures = [measure(when=YEAR_ROUND, lead=CENTRE)]
    found = office.run_through("2021-04-20", "2021-06-30")
    told = of(found, "umc@example.org")
    assert [(m.stage, m.asked) for digest in told for m in digest.items()] == [
        ("pulse-Q1", False),
        ("pulse-Q1-2", False),
    ]
    assert of(found, "coordinator@example.org") == []


def test_a_postponement_without_a_document_is_told_to_the_coordinator_once() -> None:
    office = started(measure())
    office.measures = [measure(done=progress(Meaning.POSTPONED, date(2021, 6, 30)))]
    (digest,) = of(office.run_through("2021-02-01", "2021-03-31"), "coordinator@example.org")
    assert [alert.kind for alert in digest.alerts] == [AlertKind.GROUNDLESS]


def test_work_without_a_result_is_the_coordinator_s_in_january() -> None:
    office = started(measure(when=YEAR_ROUND))
    office.run_through("2021-12-01", "2021-12-31")
    found = office.run_through("2022-01-01", "2022-02-28")
    assert [d.address for d in found] == ["coordinator@example.org"]
    assert found[0].alerts[0].kind is AlertKind.NO_REPORT


def chaired(*measures: Measure) -> Office:
    people = {"chair": Person(address="chair@example.org")}
    return started(*measures, people=people, sittings=(date(2021, 4, 22),))


def test_the_chair_is_told_at_the_beginning_of_a_month_if_anything_changed() -> None:
    office = chaired(measure(when=JUNE))
    found = office.run_through("2021-02-01", "2021-03-31")
    assert calendar(found, "chair@example.org") == []
    assert calendar(office.run_through("2021-06-01", "2021-07-01"), "chair@example.org") == [
        "06-01 monthly",
        "07-01 monthly",
    ]


def test_the_chair_is_told_three_working_days_before_a_sitting() -> None:
    office = chaired(measure(when=deadline(DeadlineKind.DATE, day(date(2021, 4, 15)))))
    found = office.run_through("2021-04-01", "2021-04-30")
    assert calendar(found, "chair@example.org") == ["04-01 monthly", "04-19 sitting 2021-04-22"]


def test_an_escalation_is_a_change_for_the_chair() -> None:
    due = deadline(DeadlineKind.DATE, day(date(2021, 5, 14)))
    office = replace(chaired(measure(when=due)), sittings=(date(2021, 6, 24),))
    found = office.run_through("2021-06-01", "2021-09-30")
    letters = of(found, "chair@example.org")
    assert calendar(found, "chair@example.org")[:2] == [
        "06-01 monthly",
        "06-21 sitting 2021-06-24",
    ]
    assert [Topic.ESCALATED in letter.topics for letter in letters] == [False, True]


def test_an_escalated_item_is_named_to_the_chair_once_and_counted_afterwards() -> None:
    office = chaired(measure("1"), measure("2", when=JUNE))
    found = of(office.run_through("2021-04-01", "2021-07-01"), "chair@example.org")
    assert [(digest.count(Topic.ESCALATED), digest.escalated_before) for digest in found[-2:]] == [
        (1, 0),
        (0, 1),
    ]


def test_one_address_gets_one_letter_a_day() -> None:
    office = started(measure(lead=replace(DEPARTMENT, addresses=("coordinator@example.org",))))
    found = office.run_through("2021-04-01", "2021-12-31")
    days = [digest.today for digest in of(found, "coordinator@example.org")]
    assert len(days) == len(set(days))


def test_who_is_department_and_chair_gets_one_letter_a_day_however_often_the_job_runs() -> None:
    office = started(measure(when=JUNE), people={"chair": Person(address="hr@example.org")})
    office.run_through("2021-02-01", "2021-05-31")
    first = of(office.run("2021-06-01").digests)
    office.measures = (measure(when=JUNE), measure("2", when=JUNE))
    office.previous = date(2021, 5, 31)  # today's own run is no earlier one
    again = of(office.run("2021-06-01").digests)
    assert (len(first), again) == (1, [])


def test_the_chair_is_told_in_january_how_the_year_ended() -> None:
    office = chaired(measure(when=YEAR_ROUND))
    office.run_through("2021-12-01", "2021-12-31")
    found = of(office.run_through("2022-01-01", "2022-02-28"), "chair@example.org")
    assert calendar(found, "chair@example.org") == ["01-10 monthly"]
    assert found[0].standing
    assert found[0].standing[State.NO_REPORT] == 1


def test_the_chair_is_shown_the_five_worst_measures_each_once() -> None:
    weeks = [deadline(DeadlineKind.DATE, day(date(2021, 4, n))) for n in (5, 6, 7, 8, 9, 12)]
    office = chaired(*(measure(str(n), when=when) for n, when in enumerate(weeks, 1)))
    office.run("2021-04-01")
    (found,) = of(office.run("2021-05-11").digests, "chair@example.org")
    worst = found.topics[Topic.WORST]
    assert [digest_item.item.measure.number for digest_item in worst] == ["1", "2", "3", "4", "5"]
    assert [item.measure.number for item in found.newly_late] == ["1", "2", "3", "4", "5", "6"]
