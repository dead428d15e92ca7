"""«Исполнительская дисциплина»: what became of each deadline that has passed, by responsible.

Counted as document control does (an instruction of one day is on time on that day; one that was
moved by a document has the new day, one that was moved without has the old one).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from sheetsync.model import Cell, CellValue, DeadlineKind, Item, Measure, Row, State
from sheetsync.plan.postponed import Postponement, postponement
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import COLUMNS, Column, fitted, heading, remark, table
from sheetsync.summary.looks import LATE_NUMBER, NUMBER, STRONG_NUMBER, SUBHEADING
from sheetsync.summary.months import quarter_of, quarter_title


@dataclass(slots=True, kw_only=True)
class Count:
    """How many deadlines passed and what became of them: six numbers after `passed` sum to it."""

    passed: int = 0
    on_time: int = 0
    late: int = 0
    undated: int = 0  # done, but nobody knows when
    open: int = 0
    moved: int = 0  # by a document, to a day that is still to come
    ungrounded: int = 0  # without one, to such a day
    groundless: int = 0  # moved without one, whatever became of it: no part of the sum
    latest: int = 0  # the most days by which one was late

    @property
    def done(self) -> int:
        """However late."""
        return self.on_time + self.late + self.undated

    def add(self, passed: "PassedDeadline") -> None:
        """One deadline more."""
        self.passed += 1
        setattr(self, passed.became, getattr(self, passed.became) + 1)
        self.groundless += passed.groundless
        self.latest = max(self.latest, passed.days)


class PassedDeadline(NamedTuple):
    """A deadline that has passed: the day that counts, and what became of it.

    `became` is the number of a `Count` that it belongs to, `days` by how many it is or was late.
    """

    item: Item
    due: date
    became: str
    days: int
    groundless: bool


@dataclass(slots=True, kw_only=True)
class Reckoned:
    """The whole period, by responsible and by quarter, numbered without a gap over the years.

    `rows` are those of the measures with such a deadline, `late` are those done late, once
    for each deadline.
    """

    total: Count = field(default_factory=Count)
    leads: dict[str, Count] = field(default_factory=dict)
    quarters: dict[int, Count] = field(default_factory=dict)
    of_quarter: dict[tuple[str, int], Count] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    late: list[Measure] = field(default_factory=list)


def reckoned(inputs: Inputs) -> Reckoned:
    """Every deadline whose last day has passed, by what became of it.

    Those that are not done are the overdue ones that the tab lists.
    """
    found = Reckoned()
    for passed in _passed(inputs):
        measure = passed.item.measure
        found.rows.add(measure.row)
        if passed.became == "late":
            found.late.append(measure)
        lead, quarter = inputs.lead(measure), quarter_of(passed.due)
        for count in (
            found.total,
            found.leads.setdefault(lead, Count()),
            found.quarters.setdefault(quarter, Count()),
            found.of_quarter.setdefault((lead, quarter), Count()),
        ):
            count.add(passed)
    return found


def _passed(inputs: Inputs) -> Iterator[PassedDeadline]:
    moves = {move.row: move for move in inputs.context.moves}
    period = inputs.plan.period
    for item in inputs.agenda.items:
        if item.due and not period.is_long_past(item.due):
            moved = postponement(item, moves.get(item.measure.row), period)
            due = _counted_due(item, moved)
            # On its last day an item is not late yet, so today's deadlines have not passed.
            if due and due < inputs.today:
                became, days = _outcome_of(inputs, item, due, moved)
                groundless = moved is not None and not moved.ground
                yield PassedDeadline(item, due, became, days, groundless=groundless)


def _counted_due(item: Item, moved: Postponement | None) -> date | None:
    """The day that counts: a deadline moved without a document stays where it was."""
    if item.state is State.CANCELLED or _is_all_year(item):
        return None
    if moved is None or (item.state is State.DONE and moved.ground):
        return item.due
    return moved.was


def _is_all_year(item: Item) -> bool:
    """The year's end is nobody's deadline; a milestone within all-year work has one, though."""
    deadline = item.measure.deadline
    # What recurs more often than an occurrence is made for goes on all year, too.
    dated = item.starts is not None or item.explicit
    endless = deadline.kind is DeadlineKind.RECURRING and not dated
    return not item.what and (endless or deadline.kind is DeadlineKind.YEAR_ROUND)


def _outcome_of(
    inputs: Inputs, item: Item, due: date, moved: Postponement | None
) -> tuple[str, int]:
    if item.state is State.DONE:
        return _done(inputs, item, due)
    if moved and item.due and item.due >= inputs.today:
        return ("moved" if moved.ground else "ungrounded"), 0
    return "open", (inputs.today - due).days


def _done(inputs: Inputs, item: Item, due: date) -> tuple[str, int]:
    """How it was done by the day in its status, or by a mark that stood in time, and days late."""
    day = done_on(item)
    if day is None:
        seen = inputs.context.word_days.get(item.measure.row)
        return ("on_time" if seen and seen <= due else "undated"), 0
    late = (day - due).days
    return ("late", late) if late > 0 else ("on_time", 0)


def done_on(item: Item) -> date | None:
    """The day of completion that the status names."""
    progress = item.measure.progress
    for part in progress.parts:
        if part.label.casefold() == item.what.casefold():
            return part.on
    # Where a mark speaks of its parts one by one, its day belongs to one of them.
    return None if progress.parts else progress.on


def done_by(inputs: Inputs, item: Item) -> date:
    """The day of the fact, else the one on which its mark was first seen; at the latest today."""
    seen = inputs.context.word_days.get(item.measure.row, inputs.today)
    # A fact may be dated ahead, and nothing is done after today.
    return min(done_on(item) or seen, inputs.today)


def days_late(item: Item) -> int:
    """By how many days a thing was late when it was done; 0 where it was not or nobody knows."""
    day = done_on(item) if item.state is State.DONE else None
    return max((day - item.due).days, 0) if day and item.due else 0


def discipline(inputs: Inputs) -> Iterator[Row]:
    """The block of rows; none where no deadline has passed yet."""
    found = reckoned(inputs)
    if not found.total.passed:
        return
    yield from heading(inputs.gettext("Keeping to deadlines"))
    yield remark(
        inputs.gettext(
            "Counted are deadlines whose last day has passed; a document that moves one gives it"
            " more time. The day of execution is the one in the mark. What was moved without one"
            " counts as done or not done, too."
        )
    )
    last = quarter_of(inputs.today) - 1
    leads = sorted(
        found.leads.items(),
        # Last what nobody leads: only somebody can be asked.
        key=lambda pair: (pair[0] == inputs.nobody, -pair[1].open, -pair[1].passed, pair[0]),
    )
    lines = [
        [*_count_line(inputs, lead, count), _share(inputs, found.of_quarter.get((lead, last)))]
        for lead, count in leads
    ]
    total = [*_count_line(inputs, inputs.gettext("Total"), found.total)]
    total.append(_share(inputs, found.quarters.get(last)))
    columns = _columns(inputs, last)
    yield from table(columns, lines)
    yield from table([replace(c, look=replace(c.look, bold=True)) for c in columns], [total])[1:]
    by_quarter = [*_by_quarter(inputs, found)]
    if len(by_quarter) > 1:
        named = inputs.gettext("By the quarter of the last day")
        yield fitted([Cell(value=named, look=SUBHEADING, span=COLUMNS)])
        yield from table(columns, by_quarter)[1:]


def _by_quarter(inputs: Inputs, found: Reckoned) -> Iterator[list[CellValue]]:
    """The plan's quarters that have ended, and later ones in which something fell due."""
    period = inputs.plan.period
    behind = min(quarter_of(inputs.today), quarter_of(period.ends) + 1)
    for number in sorted({*found.quarters, *range(quarter_of(period.starts), behind)}):
        count = found.quarters.get(number, Count())
        yield [*_count_line(inputs, quarter_title(inputs, number), count), None]


def _columns(inputs: Inputs, last: int) -> tuple[Column, ...]:
    quarter = quarter_title(inputs, last)
    return (
        Column(header=inputs.gettext("Responsible"), span=4),
        Column(header=inputs.gettext("Deadlines passed"), look=STRONG_NUMBER),
        Column(header=inputs.gettext("Done on time"), look=NUMBER),
        Column(header=inputs.gettext("Done late"), look=NUMBER),
        Column(header=inputs.gettext("Done, day not named"), look=NUMBER),
        Column(header=inputs.gettext("Not done"), look=LATE_NUMBER),
        Column(header=inputs.gettext("Moved by a document"), look=NUMBER),
        Column(header=inputs.gettext("Moved without one"), look=NUMBER),
        Column(header=inputs.gettext("Most days late"), look=NUMBER),
        Column(header=inputs.gettext("Done on time, %"), look=NUMBER),
        Column(header=inputs.gettext("The same in {quarter}, %", quarter=quarter), look=NUMBER),
    )


def _count_line(inputs: Inputs, name: str, count: Count) -> list[CellValue]:
    """A row of counts, with blanks for zeros, which are quicker to read past."""
    counts = (count.on_time, count.late, count.undated, count.open, count.moved, count.groundless)
    shown = (one or None for one in (*counts, count.latest))
    return [name, count.passed, *shown, _share(inputs, count)]


def _share(inputs: Inputs, count: Count | None) -> CellValue:
    if count and count.passed:
        return round(100 * count.on_time / count.passed)
    return inputs.gettext("no deadlines")
