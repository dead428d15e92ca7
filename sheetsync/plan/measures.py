"""Lines to measures: each distinct phrase is read once, then rows are made of what they mean."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

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
from sheetsync.words.headings import is_of_year
from sheetsync.words.milestones import agree, read_milestones
from sheetsync.words.parties.columns import column_case
from sheetsync.words.periods import in_period, period_of_plan
from sheetsync.words.plan_period import narrowed, other_years
from sheetsync.words.progress import read_progress
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.roster import RosterIndex
from sheetsync.words.status.measure_words import MeasureWords
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
) -> tuple[tuple[Measure, ...], Mapping[str, Responsibility]]:
    """The measures of a plan's rows, and what each distinct responsible phrase came to.

    `today` is the civil day as of which the status column is read; `tabs` are the titles of the
    plan's tabs where it has several.
    """
    cells = tuple(dict.fromkeys(line.responsible for line in lines))
    responsible, index = _responsible(cells, dictionary)
    meanings = _RowMeanings(LineReader(dictionary, today), responsible, index)
    with _no_search_for_cycles():
        measures = tuple(_measure(row, meanings.of(row), tabs) for row in lines)
    return measures, responsible


def lead_reader(
    dictionary: Dictionary, known: Mapping[str, str], *, today: date
) -> Callable[[Line], str]:
    """Who leads a row; `known` are the leads of responsible cells that are understood already."""
    leads = dict(known)

    def lead(line: Line) -> str:
        if line.responsible not in leads:
            (measure,), _ = measures_of((line,), dictionary, today=today)
            leads[line.responsible] = measure.assignment.lead_name
        return leads[line.responsible]

    return lead


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


# A deadline, whether it is undecided, and the year of a longer plan that it is read in.
_Cell = tuple[str, bool, PlanPeriod | None]
_Said = tuple[_Cell, str, str]


class LineReader:
    """What the cells of a row mean, of today or remembered: each distinct text is read once.

    `today` is the civil day as of which the status is read.
    """

    def __init__(self, dictionary: Dictionary, today: date) -> None:
        self._period, self._wordings = dictionary.period, dictionary.wordings
        self._words, self._today = Vocabulary.of(dictionary.morphology), today
        self._whole = period_of_plan(self._period)
        self._parts: dict[str, PlanPeriod | None] = {}
        self._deadlines: dict[_Cell, Deadline] = {}
        self._progress: dict[tuple[str, _Said], Progress] = {}

    def deadline(self, row: Line) -> Deadline:
        """What its cell says, below its section's heading."""
        key = self._cell(row)
        if key not in self._deadlines:
            self._deadlines[key] = self._read_deadline(*key)
        return self._deadlines[key]

    def _read_deadline(self, text: str, undecided: bool, part: PlanPeriod | None) -> Deadline:
        """In a part of the plan's period, None for all; of a plan of one month, in that month."""
        read = partial(
            read_undecided if undecided else read_deadline,
            year=self._period.starts.year,
            period=part or self._period,
            wordings=self._wordings,
            morphology=self._words,
        )
        own = read(text)
        if undecided or own.due or not (self._whole and text):
            return own
        said = in_period(text, self._whole)
        return own if said == text else read(said)

    def deadline_and_milestones(self, row: Line) -> tuple[Deadline, tuple[Milestone, ...]]:
        """What the cell says and, unless that contradicts them, the times in the measure."""
        deadline, found = self.deadline(row), self._milestones(row)
        if agree(found, deadline):
            return deadline, found
        doubt = Doubt(code="milestone-outside", quote=found[0].text)
        return replace(deadline, doubts=(*deadline.doubts, doubt)), ()

    def progress(self, row: Line) -> Progress:
        """What its status means for its deadline."""
        key = row.status, self.said(row)
        if key not in self._progress:
            deadline, milestones = self.deadline_and_milestones(row)
            read = partial(
                read_progress,
                deadline=deadline,
                measure=MeasureWords(text=_called(row), milestones=milestones),
                today=self._today,
                period=self._part(row) or self._period,
            )
            self._progress[key] = read_by_wordings(row.status, read, self._wordings)
        return self._progress[key]

    def said(self, row: Line) -> _Said:
        """What `due` depends on and, beside the status itself, `progress`.

        Of the measure only its milestones matter, and few measures have any; and what it is
        called, where the mark may be of what is only made ready for it.
        """
        dated = row.measure if self._milestones(row) else ""
        return self._cell(row), dated, _called(row)

    def _cell(self, row: Line) -> _Cell:
        return row.deadline, row.undecided, self._part(row)

    def _part(self, row: Line) -> PlanPeriod | None:
        """The year that the section names, None where all of the plan is meant."""
        if not row.section:
            return None
        if row.section not in self._parts:
            part = narrowed(self._period, row.section)
            heading = row.section.rpartition(". ")[2]  # behind the title of its tab
            outside = other_years(heading, part)
            if len(outside) == 1 and is_of_year(heading):
                part = PlanPeriod.of_year(*outside)  # of its measures is told that they are outside
            self._parts[row.section] = part if part != self._period else None
        return self._parts[row.section]

    def _milestones(self, row: Line) -> tuple[Milestone, ...]:
        # They stand in brackets, and most of a million measures are distinct and have none: to hash
        # each of them for a look-up took a third of the time.
        if "(" not in row.measure:
            return ()
        period = self._period
        return read_milestones(
            row.measure, year=period.starts.year, period=self._part(row) or period
        )


@lru_cache(maxsize=1)  # several ask for it in one run, and share what it has read
def line_reader(dictionary: Dictionary, today: date) -> LineReader:
    """The reader of remembered rows as of a day."""
    return LineReader(dictionary, today)


def _called(row: Line) -> str:
    if not row.status:
        return ""
    from sheetsync.words.status.readings.own_deed import hangs_on_measure  # and all the verbs

    return row.measure if hangs_on_measure(row.status) else ""


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

    def __init__(
        self, reader: LineReader, responsible: Mapping[str, Responsibility], index: RosterIndex
    ) -> None:
        self._reader, self._responsible, self._index = reader, responsible, index
        self._known: dict[tuple[str, str, _Said], _RowMeaning] = {}

    def of(self, row: Line) -> _RowMeaning:
        """What the cells of a row mean, whose responsible text is among those understood."""
        key = row.responsible, row.status, self._reader.said(row)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._combined(row)
        return known

    def _combined(self, row: Line) -> _RowMeaning:
        deadline, milestones = self._reader.deadline_and_milestones(row)
        responsibility = self._responsible[row.responsible]
        return _RowMeaning(
            deadline=deadline,
            milestones=milestones,
            responsibles=responsibility.responsibles,
            assignment=responsibility.assignment,
            progress=self._reader.progress(row),
            own_pace=at_own_pace(deadline, responsibility.assignment, self._index),
        )


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


# A run asks for the table and for its past, a simulated year does so on each of its days.
@lru_cache(maxsize=16)
def _responsible(
    cells: tuple[str, ...], dictionary: Dictionary
) -> tuple[Mapping[str, Responsibility], RosterIndex]:
    """What each distinct responsible text comes to, read as its column's others are.

    And the roster, prepared for look-ups.
    """
    words = Vocabulary.of(dictionary.morphology)
    index = RosterIndex(dictionary.roster, morphology=words)
    case = column_case(cells, morphology=words)
    responsible = {
        text: responsibility(
            read_responsibles(text, morphology=words, known=index.compound, column=case),
            index,
            dictionary.roster,
        )
        for text in cells
    }
    return responsible, index
