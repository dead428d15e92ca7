"""Lines to measures: each distinct phrase is read once, then rows are made of what they mean."""

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
    Doubt,
    Line,
    Measure,
    Milestone,
    PlanPeriod,
    Progress,
    Responsibles,
    Roster,
    Wordings,
)
from sheetsync.model.frozen import frozen
from sheetsync.plan.leads import Responsibility, at_own_pace, responsibility
from sheetsync.words.deadlines import read_deadline, read_undecided
from sheetsync.words.milestones import agree, read_milestones
from sheetsync.words.parties.columns import column_case
from sheetsync.words.periods import Period, in_period, period_of_plan
from sheetsync.words.plan_period import narrowed
from sheetsync.words.progress import read_progress
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.roster import RosterIndex
from sheetsync.words.status.preparing import MeasureWords, may_prepare
from sheetsync.words.vocabulary import Morphology, Vocabulary
from sheetsync.words.wordings import read_by_wordings


@frozen
class Dictionary:
    """What the words of a plan are read with: the plan's period, the roster, the word forms."""

    period: PlanPeriod
    roster: Roster
    morphology: Morphology
    wordings: Wordings = NO_WORDINGS

    def __hash__(self) -> int:
        # Readers are kept by it: to hash each department of the roster would be dear.
        return hash(self.period)


def measures_of(
    lines: Sequence[Line], dictionary: Dictionary, *, today: date, tabs: Sequence[str] = ()
) -> tuple[tuple[Measure, ...], dict[str, Responsibility]]:
    """The measures of a plan's rows, and what each distinct responsible phrase came to.

    `today` is the civil day as of which the status column is read; `tabs` are the titles of the
    plan's tabs where it has several.
    """
    meanings = _RowMeanings(_phrases(lines, dictionary), dictionary, today=today)
    with _no_search_for_cycles():
        measures = tuple(_measure(row, meanings.of(row), tabs) for row in lines)
    return measures, meanings.phrases.responsible


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
_Cell = tuple[str, bool, PlanPeriod | None]  # a deadline, and whether it is undecided


@frozen
class _Phrases:
    """What each distinct text of a column means; `milestones` lacks the texts without any.

    `parts` are the years of a longer plan by the section that names them; beside a text stands
    the one that it is read in, None for the plan's whole period.
    """

    parts: dict[str, PlanPeriod]
    deadlines: dict[_Cell, Deadline]
    milestones: dict[_Timed, tuple[Milestone, ...]]
    responsible: dict[str, Responsibility]
    index: RosterIndex


@frozen
class _RowMeaning:
    """What the cells of a row mean, shared by all rows that say the same."""

    deadline: Deadline
    milestones: tuple[Milestone, ...]
    responsibles: Responsibles
    assignment: Assignment
    progress: Progress
    own_pace: bool


class _RowMeanings:
    """Each distinct combination of a row's words is put together once."""

    def __init__(self, phrases: _Phrases, dictionary: Dictionary, *, today: date) -> None:
        self.phrases = phrases
        self._today = today
        self._dictionary = dictionary
        self._known: dict[tuple[_Cell, str, str, str, str], _RowMeaning] = {}
        self._progress: dict[tuple[_Cell, str, str, str], Progress] = {}

    def of(self, row: Line) -> _RowMeaning:
        """What the cells of a row mean, whose texts are among the phrases."""
        part = self.phrases.parts.get(row.section)
        # Of the measure only its milestones matter, and few measures have any; and what it is
        # called, where the mark may be of what is only made ready for it.
        text = row.measure
        dated = text if "(" in text and (text, part) in self.phrases.milestones else ""
        called = text if row.status and may_prepare(row.status) else ""
        cell = (row.deadline, row.undecided, part)
        key = (cell, row.responsible, row.status, dated, called)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._combined(row, cell, dated, called)
        return known

    def _combined(self, row: Line, cell: _Cell, dated: str, called: str) -> _RowMeaning:
        deadline, milestones = self._due(cell, dated)
        responsibility = self.phrases.responsible[row.responsible]
        return _RowMeaning(
            deadline=deadline,
            milestones=milestones,
            responsibles=responsibility.responsibles,
            assignment=responsibility.assignment,
            progress=self._progress_of(row.status, cell, dated, called),
            own_pace=at_own_pace(deadline, responsibility.assignment, self.phrases.index),
        )

    def _due(self, cell: _Cell, dated: str) -> tuple[Deadline, tuple[Milestone, ...]]:
        """What the cell says and, unless that contradicts them, the times in the measure."""
        deadline = self.phrases.deadlines[cell]
        found = self.phrases.milestones.get((dated, cell[-1]), ())
        if agree(found, deadline):
            return deadline, found
        doubt = Doubt(code="milestone-outside", quote=found[0].text)
        return replace(deadline, doubts=(*deadline.doubts, doubt)), ()

    def _progress_of(self, status: str, cell: _Cell, dated: str, called: str) -> Progress:
        key = (cell, status, dated, called)
        if key not in self._progress:
            deadline, milestones = self._due(cell, dated)
            read = partial(
                read_progress,
                deadline=deadline,
                measure=MeasureWords(text=called, milestones=milestones),
                today=self._today,
                period=cell[-1] or self._dictionary.period,
            )
            self._progress[key] = read_by_wordings(status, read, self._dictionary.wordings)
        return self._progress[key]


def _measure(row: Line, meaning: _RowMeaning, tabs: Sequence[str]) -> Measure:
    place = row.row // TAB_ROWS
    return Measure(
        line=row,
        deadline=meaning.deadline,
        milestones=meaning.milestones,
        responsibles=meaning.responsibles,
        progress=meaning.progress,
        assignment=meaning.assignment,
        own_pace=meaning.own_pace,
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
    deadlines = {(line.deadline, line.undecided, parts.get(line.section)) for line in lines}
    read = cell_reader(dictionary)
    cells = tuple(dict.fromkeys(line.responsible for line in lines))
    case = column_case(cells, morphology=words)
    return _Phrases(
        parts=parts,
        deadlines={cell: read(*cell) for cell in deadlines},
        milestones={timed: found for timed, found in dated if found},
        responsible={
            t: responsibility(
                read_responsibles(t, morphology=words, known=index.compound, column=case),
                index,
                roster,
            )
            for t in cells
        },
        index=index,
    )


def cell_reader(dictionary: Dictionary) -> Callable[[str, bool, PlanPeriod | None], Deadline]:
    """What a deadline, perhaps undecided, means in a part of the plan's period, None for all."""
    period, wordings = dictionary.period, dictionary.wordings
    words = Vocabulary.of(dictionary.morphology)
    whole, year = period_of_plan(period), period.starts.year

    def deadline(text: str, undecided: bool, part: PlanPeriod | None) -> Deadline:
        by = read_undecided if undecided else read_deadline
        read = partial(by, year=year, period=part or period, wordings=wordings, morphology=words)
        return read(text) if undecided else _in_whole(text, read, whole)

    return deadline


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
