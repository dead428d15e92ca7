"""Who is chased for a measure: the table of POLICY, Roles."""

from dataclasses import replace

import pytest

from sheetsync.model import Department, DepartmentKind, Roster, Tell
from sheetsync.plan.leads import assign

KINDS = DepartmentKind
CADRES = Department(name="Отдел кадров")
CENTRE = Department(name="УМЦ")
CLERK = Department(name="Сидорова А.А.", kind=KINDS.PERSON)
BOARD = Department(name="Комиссия по кадрам", kind=KINDS.BODY, via="Отдел кадров")
YOUTH = Department(name="Молодёжный совет", kind=KINDS.BODY, via="УМЦ")
MEMBERS = Department(name="Членские организации", kind=KINDS.GROUP, curator="УМЦ")
LOST = Department(name="Штаб", kind=KINDS.BODY, via="Отдел, которого нет")
MUTE = Department(name="Президиум", kind=KINDS.BODY)
ROSTER = Roster(departments=(CADRES, CENTRE, CLERK, BOARD, YOUTH, MEMBERS, LOST, MUTE))


@pytest.mark.parametrize(
    ("named", "lead", "through"),
    [
        ((CADRES,), CADRES, ""),
        ((CADRES, CENTRE), CADRES, ""),
        ((CENTRE, CADRES), CENTRE, ""),
        ((CLERK, CADRES), CLERK, ""),
        ((BOARD, CENTRE), CENTRE, ""),
        ((BOARD, MEMBERS, CLERK), CLERK, ""),
        ((MEMBERS, CADRES), CADRES, ""),
        ((BOARD,), CADRES, BOARD.name),
        ((YOUTH, BOARD), CENTRE, YOUTH.name),
        ((MEMBERS,), CENTRE, MEMBERS.name),
        ((MEMBERS, BOARD), CENTRE, MEMBERS.name),
        ((MUTE, BOARD), CADRES, BOARD.name),
        ((MUTE,), None, ""),
        ((LOST,), None, ""),
        ((), None, ""),
    ],
)
def test_the_effective_lead(
    named: tuple[Department, ...], lead: Department | None, through: str
) -> None:
    found = assign(named, ROSTER)
    assert (found.lead, found.through) == (lead, through)


def test_the_coordinator_leads_for_who_gets_no_letters() -> None:
    quiet, head = replace(CADRES, tell=Tell.NONE), Department(name="Координатор")
    found = assign((quiet, CENTRE), replace(ROSTER, coordinator=head))
    assert (found.lead, found.silenced, found.helpers) == (head, CADRES.name, (CENTRE,))
    assert assign((quiet,), ROSTER).lead == quiet  # there is nobody else


@pytest.mark.parametrize(
    ("named", "helpers"),
    [
        ((CADRES, CENTRE, BOARD), (CENTRE, BOARD)),
        ((BOARD, CADRES), (BOARD,)),
        ((BOARD,), (BOARD,)),
        ((MUTE, LOST), (MUTE, LOST)),
    ],
)
def test_all_others_that_are_named_help(
    named: tuple[Department, ...], helpers: tuple[Department, ...]
) -> None:
    assert assign(named, ROSTER).helpers == helpers


def test_what_nobody_leads_is_the_coordinators() -> None:
    person = Department(name="Координатор", addresses=("coordinator@example.org",))
    found = assign((), replace(ROSTER, coordinator=person))
    assert (found.lead, found.unled) == (person, True)
