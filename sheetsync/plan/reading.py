"""Understands a table: each distinct phrase once, then every row from those meanings."""

from dataclasses import dataclass
from datetime import date

from sheetsync.model import (
    Assignment,
    Deadline,
    DeadlineKind,
    Doubt,
    Measure,
    Milestone,
    Progress,
    Responsibles,
    Roster,
)
from sheetsync.plan.leads import assign
from sheetsync.plan.table import PlanTable, lines_of
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.forms import Morphology
from sheetsync.words.milestones import read_milestones
from sheetsync.words.progress import read_progress
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.roster import Match, RosterIndex
from sheetsync.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """What the words of a plan are read with: the plan's year, the roster, the word forms."""

    year: int
    roster: Roster
    morphology: Morphology


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """One responsible cell: its parties, who is chased for them, and what the roster doubts."""

    responsibles: Responsibles
    assignment: Assignment
    doubts: tuple[Doubt, ...]


def understand(
    table: PlanTable, dictionary: Dictionary, *, today: date
) -> tuple[tuple[Measure, ...], dict[str, Responsibility]]:
    """The measures of a table, and what each distinct responsible phrase came to.

    `today` is the civil day as of which the status column is read.
    """
    frame = table.frame
    year = dictionary.year
    deadlines = {t: read_deadline(t, year=year) for t in frame["deadline"].unique()}
    milestones = {t: read_milestones(t, year=year) for t in frame["measure"].unique()}
    words = Vocabulary.of(dictionary.morphology)
    index = RosterIndex(dictionary.roster, morphology=words)
    responsible = {
        t: _responsibility(read_responsibles(t, morphology=words), index, dictionary.roster)
        for t in frame["responsible"].unique()
    }
    progress = _ProgressReader(today=today)
    measures = tuple(
        Measure(
            row=row.row,
            number=row.number,
            text=row.measure,
            deadline=deadlines[row.deadline],
            milestones=milestones[row.measure],
            responsibles=responsible[row.responsible].responsibles,
            progress=progress.read(row.status, deadlines[row.deadline], milestones[row.measure]),
            assignment=responsible[row.responsible].assignment,
            own_pace=_own_pace(
                deadlines[row.deadline], responsible[row.responsible].assignment, index
            ),
            note=row.note,
            section=row.section,
        )
        for row in lines_of(frame)
    )
    return measures, responsible


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
    """True for "по плану X" where X is a party of the row itself (POLICY, Stages)."""
    if deadline.kind is not DeadlineKind.OPEN or not deadline.waits_for:
        return False
    awaited = index.match(deadline.waits_for).department
    return awaited is not None and awaited in (assignment.lead, *assignment.helpers)


def _roster_doubts(written: str, match: Match) -> list[Doubt]:
    if match.department is None:
        nearest = ", ".join(f"«{name}»" for name in match.nearest)
        hint = f"; похожие: {nearest}" if nearest else ""
        return [Doubt(code="responsible-unknown", quote=written, hint=hint)]
    if match.how == "typo":
        name = match.department.name
        return [Doubt(code="responsible-similar", quote=written, hint=name)]
    return []


class _ProgressReader:
    """Reads a status once for each pair of words and deadline that it stands beside."""

    def __init__(self, *, today: date) -> None:
        self._today = today
        self._known: dict[tuple[str, Deadline, tuple[Milestone, ...]], Progress] = {}

    def read(self, status: str, deadline: Deadline, milestones: tuple[Milestone, ...]) -> Progress:
        key = (status, deadline, milestones)
        if key not in self._known:
            self._known[key] = read_progress(
                status, deadline=deadline, milestones=milestones, today=self._today
            )
        return self._known[key]
