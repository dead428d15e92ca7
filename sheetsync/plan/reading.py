"""Understands a table: each distinct phrase once, then every row from those meanings."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial

from sheetsync.model import (
    NO_WORDINGS,
    TAB_ROWS,
    Assignment,
    Deadline,
    DeadlineKind,
    Department,
    DepartmentKind,
    Doubt,
    Line,
    Measure,
    Milestone,
    PlanPeriod,
    Progress,
    Responsibles,
    Roster,
    Tell,
    Wordings,
)
from sheetsync.model.frozen import frozen
from sheetsync.model.language import all_quoted, gettext_lazy
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.milestones import read_milestones
from sheetsync.words.periods import Period, in_period, period_of_plan
from sheetsync.words.plan_period import narrowed
from sheetsync.words.progress import read_progress
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.roster import Match, RosterIndex
from sheetsync.words.vocabulary import Morphology, Vocabulary
from sheetsync.words.wordings import read_by_wordings

# A body only sits and a group is many: neither reads letters itself.
_HAS_STAFF = (DepartmentKind.DEPARTMENT, DepartmentKind.PERSON)


@frozen
class Dictionary:
    """What the words of a plan are read with: the plan's period, the roster, the word forms."""

    period: PlanPeriod
    roster: Roster
    morphology: Morphology
    wordings: Wordings = NO_WORDINGS


@frozen
class Responsibility:
    """One responsible cell: its parties, who is chased for them, and what the roster doubts."""

    responsibles: Responsibles
    assignment: Assignment
    doubts: tuple[Doubt, ...]


def understand(
    lines: Sequence[Line], dictionary: Dictionary, *, today: date, tabs: Sequence[str] = ()
) -> tuple[tuple[Measure, ...], dict[str, Responsibility]]:
    """The measures of a plan's rows, and what each distinct responsible phrase came to.

    `today` is the civil day as of which the status column is read; `tabs` are the titles of the
    plan's tabs where it has several.
    """
    cells = _Cells(_phrases(lines, dictionary), dictionary, today=today)
    with _no_search_for_cycles():
        measures = tuple(_measure(row, cells.meaning(row), tabs) for row in lines)
    return measures, cells.phrases.responsible


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Measures refer to nothing that refers back: looking for cycles takes a fifth of the time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


_Timed = tuple[str, PlanPeriod | None]


@frozen
class _Phrases:
    """What each distinct text of a column means; `milestones` lacks the texts without any.

    `parts` are the years of a longer plan by the section that names them; beside a text stands
    the one that it is read in, None for the plan's whole period.
    """

    parts: dict[str, PlanPeriod]
    deadlines: dict[_Timed, Deadline]
    milestones: dict[_Timed, tuple[Milestone, ...]]
    responsible: dict[str, Responsibility]
    index: RosterIndex


@frozen
class _Meaning:
    """What the cells of a row mean, shared by all rows that say the same."""

    deadline: Deadline
    milestones: tuple[Milestone, ...]
    responsibles: Responsibles
    assignment: Assignment
    progress: Progress
    own_pace: bool


class _Cells:
    """Each distinct combination of a row's words is put together once."""

    def __init__(self, phrases: _Phrases, dictionary: Dictionary, *, today: date) -> None:
        self.phrases = phrases
        self._today = today
        self._dictionary = dictionary
        self._known: dict[tuple[str, str, str, str, PlanPeriod | None], _Meaning] = {}
        self._progress: dict[tuple[str, str, str, PlanPeriod | None], Progress] = {}

    def meaning(self, row: Line) -> _Meaning:
        """What the cells of a row mean, whose texts are among the phrases."""
        part = self.phrases.parts.get(row.section)
        # Of the measure only its milestones matter, and few measures have any.
        text = row.measure
        dated = text if "(" in text and (text, part) in self.phrases.milestones else ""
        key = (row.deadline, row.responsible, row.status, dated, part)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._combined(row, dated, part)
        return known

    def _combined(self, row: Line, dated: str, part: PlanPeriod | None) -> _Meaning:
        deadline = self.phrases.deadlines[row.deadline, part]
        responsibility = self.phrases.responsible[row.responsible]
        return _Meaning(
            deadline=deadline,
            milestones=self.phrases.milestones.get((dated, part), ()),
            responsibles=responsibility.responsibles,
            assignment=responsibility.assignment,
            progress=self._progress_of(row, dated, part),
            own_pace=_own_pace(deadline, responsibility.assignment, self.phrases.index),
        )

    def _progress_of(self, row: Line, dated: str, part: PlanPeriod | None) -> Progress:
        key = (row.status, row.deadline, dated, part)
        if key not in self._progress:
            read = partial(
                read_progress,
                deadline=self.phrases.deadlines[row.deadline, part],
                milestones=self.phrases.milestones.get((dated, part), ()),
                today=self._today,
                period=part or self._dictionary.period,
            )
            self._progress[key] = read_by_wordings(row.status, read, self._dictionary.wordings)
        return self._progress[key]


def _measure(row: Line, meaning: _Meaning, tabs: Sequence[str]) -> Measure:
    place = row.row // TAB_ROWS
    return Measure(
        row=row.row,
        number=row.number,
        text=row.measure,
        deadline=meaning.deadline,
        milestones=meaning.milestones,
        responsibles=meaning.responsibles,
        progress=meaning.progress,
        assignment=meaning.assignment,
        own_pace=meaning.own_pace,
        note=row.note,
        section=row.section,
        tab=tabs[place] if place < len(tabs) else "",
    )


def _phrases(lines: Sequence[Line], dictionary: Dictionary) -> _Phrases:
    period, roster = dictionary.period, dictionary.roster
    year = period.starts.year
    words = Vocabulary.of(dictionary.morphology)
    index = RosterIndex(roster, morphology=words)
    parts = _parts(lines, period)
    # Milestones stand in brackets, and most of a million measures are distinct and have none:
    # to hash each of them for a look-up took a third of the time.
    measures = {(line.measure, parts.get(line.section)) for line in lines if "(" in line.measure}
    dated = ((t, read_milestones(t[0], year=year, period=t[1] or period)) for t in measures)
    deadlines = {(line.deadline, parts.get(line.section)) for line in lines}
    whole = period_of_plan(period)
    read = partial(read_deadline, year=year, wordings=dictionary.wordings, morphology=words)
    return _Phrases(
        parts=parts,
        deadlines={
            (text, part): _in_whole(text, partial(read, period=part or period), whole)
            for text, part in deadlines
        },
        milestones={timed: found for timed, found in dated if found},
        responsible={
            t: _responsibility(
                read_responsibles(t, morphology=words, known=index.compound), index, roster
            )
            for t in {line.responsible for line in lines}
        },
        index=index,
    )


def _in_whole(text: str, read: Callable[[str], Deadline], whole: Period | None) -> Deadline:
    """What a cell means; in a plan of one month «15» and «до 20» are days of that month."""
    own = read(text)
    said = in_period(text, whole) if whole and text and own.due is None else text
    return own if said == text else read(said)


def _parts(lines: Sequence[Line], period: PlanPeriod) -> dict[str, PlanPeriod]:
    """Where a month comes more than once, the section may say which year it means."""
    if period.within_a_year:
        return {}
    sections = {line.section for line in lines}
    named = ((section, narrowed(period, section)) for section in sections)
    return {section: part for section, part in named if part != period}


def _responsibility(
    responsibles: Responsibles, index: RosterIndex, roster: Roster
) -> Responsibility:
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


def _own_pace(deadline: Deadline, assignment: Assignment, index: RosterIndex) -> bool:
    """True for "по плану X" where X is a party of the row itself (`help policy`: Stages)."""
    if deadline.kind is not DeadlineKind.OPEN or not deadline.waits_for:
        return False
    awaited = index.match(deadline.waits_for).department
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
