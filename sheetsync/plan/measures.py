"""Lines to measures: what their cells mean, held against the roster."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial

from sheetsync.model import (
    TAB_ROWS,
    Assignment,
    Deadline,
    Line,
    Measure,
    Milestone,
    Progress,
    Responsibles,
)
from sheetsync.model.frozen import frozen
from sheetsync.plan.leads import Responsibility, at_own_pace, responsibility
from sheetsync.plan.plan_reader import Dictionary, PlanReader, RowWords, plan_reader
from sheetsync.words.parties.columns import column_case
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.roster import RosterIndex
from sheetsync.words.vocabulary import Vocabulary


def measures_of(
    lines: Sequence[Line], dictionary: Dictionary, *, today: date, tabs: Sequence[str] = ()
) -> tuple[tuple[Measure, ...], dict[str, Responsibility]]:
    """The measures of a plan's rows, and what each distinct responsible phrase came to.

    `today` is the civil day as of which the status column is read; `tabs` are the titles of the
    plan's tabs where it has several.
    """
    roster, words = dictionary.roster, Vocabulary.of(dictionary.morphology)
    index = RosterIndex(roster, morphology=words)
    cells = tuple(dict.fromkeys(line.responsible for line in lines))
    read = partial(
        read_responsibles,
        morphology=words,
        known=index.compound,
        column=column_case(cells, morphology=words),
    )
    responsible = {cell: responsibility(read(cell), index, roster) for cell in cells}
    meanings = _RowMeanings(plan_reader(dictionary, today), responsible, index)
    with _no_search_for_cycles():
        return tuple(_measure(row, meanings.of(row), tabs) for row in lines), responsible


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
        self, reader: PlanReader, responsible: dict[str, Responsibility], index: RosterIndex
    ) -> None:
        self._reader, self._responsible, self._index = reader, responsible, index
        self._known: dict[tuple[RowWords, str], _RowMeaning] = {}

    def of(self, row: Line) -> _RowMeaning:
        """What the cells of a row mean."""
        key = (self._reader.words(row), row.responsible)
        if key not in self._known:
            self._known[key] = self._combined(*key)
        return self._known[key]

    def _combined(self, words: RowWords, responsible: str) -> _RowMeaning:
        deadline, milestones = self._reader.due(words)
        responsibility = self._responsible[responsible]
        return _RowMeaning(
            deadline=deadline,
            milestones=milestones,
            responsibles=responsibility.responsibles,
            assignment=responsibility.assignment,
            progress=self._reader.progress_in(words),
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
