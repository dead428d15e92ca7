"""Who answers for a row: its cell's parties in the roster (`help policy`: Who is responsible)."""

from dataclasses import replace

from sheetsync.model import (
    Assignment,
    Deadline,
    DeadlineKind,
    Department,
    DepartmentKind,
    Doubt,
    Responsibles,
    Roster,
    Tell,
)
from sheetsync.model.frozen import frozen
from sheetsync.model.language import all_quoted, gettext_lazy
from sheetsync.words.roster import Match, RosterIndex


@frozen
class Responsibility:
    """One responsible cell: its parties, who is chased for them, and what the roster doubts."""

    responsibles: Responsibles
    assignment: Assignment
    doubts: tuple[Doubt, ...]


def responsibility(
    responsibles: Responsibles, index: RosterIndex, roster: Roster
) -> Responsibility:
    """The parties of a cell held against the roster."""
    matches = [index.match(party.name) for party in responsibles.parties]
    found = tuple(dict.fromkeys(m.department for m in matches if m.department))
    doubts = [
        doubt
        for party, match in zip(responsibles.parties, matches, strict=True)
        for doubt in _roster_doubts(party.text, match)
    ]
    return Responsibility(
        responsibles=responsibles,
        assignment=assign(found, roster),
        doubts=(*responsibles.doubts, *doubts),
    )


def at_own_pace(deadline: Deadline, assignment: Assignment, index: RosterIndex) -> bool:
    """True for "по плану X" where X is a party of the row itself: it waits for nobody else."""
    if deadline.kind is not DeadlineKind.OPEN or not deadline.waits_for:
        return False
    awaited = index.entry(deadline.waits_for)
    return awaited is not None and awaited in (assignment.lead, *assignment.helpers)


def _roster_doubts(written: str, match: Match) -> list[Doubt]:
    if match.department is None:
        names = all_quoted(", ", match.nearest)
        hint = gettext_lazy("; alike: {names}", names=names) if match.nearest else ""
        return [Doubt(code="responsible-unknown", quote=written, hint=hint)]
    if match.how == "typo":
        name = match.department.name
        return [Doubt(code="responsible-similar", quote=written, hint=name)]
    return []


def assign(departments: tuple[Department, ...], roster: Roster) -> Assignment:
    """The assignment of a measure that names these roster entries, in the order of the cell.

    The lead is the first department or person; where none is named, the one through whom the
    first body or group is reached; where even that leads to nobody, the coordinator, who also
    leads instead of one that gets no letters: nobody would ask about the measure otherwise.
    """
    found = _assigned(departments, roster)
    if found.lead is None or found.lead.tell is not Tell.NONE or roster.coordinator is None:
        return found
    return replace(found, lead=roster.coordinator, silenced=found.lead.name)


def _assigned(departments: tuple[Department, ...], roster: Roster) -> Assignment:
    group = next((e for e in departments[:1] if e.kind is DepartmentKind.GROUP), None)
    by_name = {entry.name: entry for entry in roster.departments}
    staffed = [entry for entry in departments if entry.kind.has_staff]
    if staffed:
        lead, through = staffed[0], ""
    else:
        through = next((entry.name for entry in departments if entry.via or entry.curator), "")
        named = by_name.get(through)
        stand_in = by_name.get(named.via or named.curator) if named else None
        if stand_in is None:
            return Assignment(lead=roster.coordinator, unled=True, helpers=departments, group=group)
        lead = stand_in
    helpers = tuple(entry for entry in departments if entry is not lead)
    return Assignment(lead=lead, through=through, helpers=helpers, group=group)
