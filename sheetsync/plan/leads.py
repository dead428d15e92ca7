"""Who is chased for a measure: the effective lead and those who help (POLICY, Roles)."""

from dataclasses import replace

from sheetsync.model import Assignment, Department, DepartmentKind, Roster, Tell

_HAS_STAFF = (DepartmentKind.DEPARTMENT, DepartmentKind.PERSON)


def assign(departments: tuple[Department, ...], roster: Roster) -> Assignment:
    """The assignment of a measure that names these roster entries, in the order of the cell.

    The lead is the first department or person; where none is named, the one through whom the
    first body or group is reached; where even that leads to nobody, the coordinator, who
    also leads instead of one that gets no letters: nobody would ask about the measure otherwise.
    """
    found = _named(departments, roster)
    if found.lead is None or found.lead.tell is not Tell.NONE or roster.coordinator is None:
        return found
    return replace(found, lead=roster.coordinator, silenced=found.lead.name)


def _named(departments: tuple[Department, ...], roster: Roster) -> Assignment:
    group = next((e for e in departments[:1] if e.kind is DepartmentKind.GROUP), None)
    by_name = {entry.name: entry for entry in roster.departments}
    staffed = [entry for entry in departments if entry.kind in _HAS_STAFF]
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
