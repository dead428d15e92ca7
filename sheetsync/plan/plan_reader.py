"""What the cells of a row mean, today's or a remembered one's: each phrase is read once."""

from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from sheetsync.model import (
    NO_WORDINGS,
    Deadline,
    Doubt,
    Line,
    Milestone,
    PlanPeriod,
    Progress,
    Roster,
    Wordings,
)
from sheetsync.model.frozen import frozen
from sheetsync.words.deadlines import read_deadline, read_undecided
from sheetsync.words.milestones import agree, read_milestones
from sheetsync.words.periods import in_period, period_of_plan
from sheetsync.words.plan_period import narrowed
from sheetsync.words.progress import read_progress
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


class RowWords(NamedTuple):
    """What of a row its deadline and its status hang on; rows of the same words mean the same.

    `part` is the year of a longer plan that its section names, None for the plan's whole period.
    """

    deadline: str
    undecided: bool
    part: PlanPeriod | None
    dated: str  # the measure, where it holds milestones
    status: str
    called: str  # the measure, where the status may be of what is only made ready for it


@lru_cache(maxsize=1)  # the rows of a run, now and then, share what has been read
def plan_reader(dictionary: Dictionary, today: date) -> "PlanReader":
    """What reads a plan's rows, its statuses as of a civil day."""
    return PlanReader(dictionary, today)


class PlanReader:
    """Reads rows of one plan. One that is remembered means what it would mean today."""

    def __init__(self, dictionary: Dictionary, today: date) -> None:
        self._dictionary, self._today = dictionary, today
        self._vocabulary = Vocabulary.of(dictionary.morphology)
        self._whole = period_of_plan(dictionary.period)
        self._parts: dict[str, PlanPeriod | None] = {}
        self._deadlines: dict[tuple[str, bool, PlanPeriod | None], Deadline] = {}
        self._milestones: dict[tuple[str, PlanPeriod | None], tuple[Milestone, ...]] = {}
        self._progress: dict[RowWords, Progress] = {}

    def deadline(self, row: Line) -> Deadline:
        """What its deadline means, below its section's heading."""
        return self._deadline(row.deadline, row.undecided, self._part(row.section))

    def progress(self, row: Line) -> Progress:
        """What its status means."""
        return self.progress_in(self.words(row))

    def words(self, row: Line) -> RowWords:
        """What of the row tells."""
        part, text = self._part(row.section), row.measure
        # Most of a million measures are distinct and have no milestones, which stand in brackets:
        # to hash each of them for a look-up took a third of the time.
        dated = text if "(" in text and self._milestones_in(text, part) else ""
        called = text if row.status and may_prepare(row.status) else ""
        return RowWords(row.deadline, row.undecided, part, dated, row.status, called)

    def due(self, words: RowWords) -> tuple[Deadline, tuple[Milestone, ...]]:
        """What the cell says and, unless that contradicts them, the times in the measure."""
        deadline = self._deadline(words.deadline, words.undecided, words.part)
        found = self._milestones_in(words.dated, words.part) if words.dated else ()
        if agree(found, deadline):
            return deadline, found
        doubt = Doubt(code="milestone-outside", quote=found[0].text)
        return replace(deadline, doubts=(*deadline.doubts, doubt)), ()

    def progress_in(self, words: RowWords) -> Progress:
        """What the status of a row of these words means."""
        if words not in self._progress:
            deadline, milestones = self.due(words)
            read = partial(
                read_progress,
                deadline=deadline,
                measure=MeasureWords(text=words.called, milestones=milestones),
                today=self._today,
                period=words.part or self._dictionary.period,
            )
            said = read_by_wordings(words.status, read, self._dictionary.wordings)
            self._progress[words] = said
        return self._progress[words]

    def _part(self, section: str) -> PlanPeriod | None:
        """Where a month comes more than once, the section may say which year it means."""
        if section not in self._parts:
            whole = self._dictionary.period
            part = narrowed(whole, section)
            self._parts[section] = None if part == whole else part
        return self._parts[section]

    def _deadline(self, text: str, undecided: bool, part: PlanPeriod | None) -> Deadline:
        cell = (text, undecided, part)
        if cell not in self._deadlines:
            self._deadlines[cell] = self._read(*cell)
        return self._deadlines[cell]

    def _milestones_in(self, text: str, part: PlanPeriod | None) -> tuple[Milestone, ...]:
        if (text, part) not in self._milestones:
            period = part or self._dictionary.period
            year = self._dictionary.period.starts.year
            self._milestones[text, part] = read_milestones(text, year=year, period=period)
        return self._milestones[text, part]

    def _read(self, text: str, undecided: bool, part: PlanPeriod | None) -> Deadline:
        """What a cell means; in a plan of one month «15» and «до 20» are days of that month."""
        plan = self._dictionary.period
        read = partial(
            read_undecided if undecided else read_deadline,
            year=plan.starts.year,
            period=part or plan,
            wordings=self._dictionary.wordings,
            morphology=self._vocabulary,
        )
        own = read(text)
        if undecided or own.due or not (text and self._whole):
            return own
        said = in_period(text, self._whole)
        return own if said == text else read(said)
