"""Whose letters go where on a day."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.digest.mailboxes import COORDINATOR, Mailboxes, Person
from sheetsync.model import (
    Away,
    Change,
    ChangeKind,
    Department,
    DepartmentKind,
    Line,
    Member,
    Roster,
    Tell,
)
from tests.builders import DEPARTMENT, measure
from tests.digest.days import Office, of

TODAY = date(2021, 5, 4)
CHAIR = Department(
    name="Координатор", kind=DepartmentKind.PERSON, addresses=("coordinator@example.org",)
)
AWAY = Away(first=TODAY, last=TODAY)
BODY = Department(name="Комиссия", kind=DepartmentKind.BODY, via=DEPARTMENT.name)
GROUP = Department(
    name="Организации",
    kind=DepartmentKind.GROUP,
    curator=DEPARTMENT.name,
    members=(Member(name="Завод", address="plant@example.org"),),
)


def mailboxes(*departments: Department) -> Mailboxes:
    people = {"chair": Person(address="chair@example.org"), "auditor": Person()}
    return Mailboxes(
        roster=Roster(departments=departments, coordinator=CHAIR), today=TODAY, people=people
    )


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (DEPARTMENT, ("hr@example.org",)),
        (replace(DEPARTMENT, away=AWAY), ("coordinator@example.org",)),
        (replace(DEPARTMENT, away=replace(AWAY, address="sub@example.org")), ("sub@example.org",)),
        (replace(DEPARTMENT, away=replace(AWAY, last=date(2021, 5, 3))), ("hr@example.org",)),
        (replace(DEPARTMENT, tell=Tell.NONE), ()),
        (replace(DEPARTMENT, tell=Tell.NONE, away=AWAY), ()),
        (BODY, ()),
    ],
)
def test_a_department_is_written_to_where_it_reads(one: Department, found: tuple[str, ...]) -> None:
    assert mailboxes(one).of(one) == found


def test_a_person_of_the_settings_has_the_address_that_stands_there() -> None:
    known = mailboxes()
    sections = (COORDINATOR, "chair", "auditor", "nobody")
    assert [known.of_person(each) for each in sections] == [
        ("coordinator@example.org",),
        ("chair@example.org",),
        (),
        (),
    ]


def test_members_of_a_group_have_their_own_unless_it_wants_to_be_told_nothing() -> None:
    assert [*mailboxes(GROUP).named(GROUP)] == [("Завод", "plant@example.org")]
    assert [*mailboxes(GROUP).named(replace(GROUP, tell=Tell.NONE))] == []


def test_who_serves_a_mailbox_are_those_that_read_it_today() -> None:
    other = replace(DEPARTMENT, name="Канцелярия")
    silent = replace(DEPARTMENT, name="Архив", tell=Tell.NONE)
    known = mailboxes(DEPARTMENT, other, silent, GROUP)
    assert known.served() == {"hr@example.org": ("Отдел кадров", "Канцелярия")}


def test_a_department_hears_of_what_a_body_that_it_answers_for_helps_with() -> None:
    other = Department(name="Канцелярия", addresses=("office@example.org",))
    office = Office(measures=[measure(lead=other, helpers=(BODY,))])
    office.departments = (other, DEPARTMENT, BODY)
    office.run_through("2021-04-01", "2021-04-02")
    was, now = (Line(4, "1", "Отчёт", said, "Канцелярия", "", "", "") for said in ("май", "апрель"))
    office.changes = {1: (Change(kind=ChangeKind.DEADLINE, identity=1, before=was, after=now),)}
    office.yesterday = {1: now}
    (digest,) = of(office.run("2021-06-01").digests)
    assert [news.role for news in digest.news] == ["helper"]
