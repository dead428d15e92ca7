"""The stages of one item for its lead: which one a day belongs to (`help policy`: Stages)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sheetsync.model import Item, PlanPeriod, StageKind, State
from sheetsync.model.frozen import frozen_positional
from sheetsync.model.period import month_after
from sheetsync.model.policy import PolicyRules
from sheetsync.plan.workdays import Workdays

_YEAR = 12  # months


@frozen_positional
class Stage:
    """What sort of stage it is, which of that sort, and the first day on which it is current.

    `repeats` is the name of the stage whose question it asks once more, or "".
    """

    kind: StageKind
    which: str
    begins: date
    silent_since: date | None = None  # it lapses where there was a word on this day or later
    says_overdue: bool = False  # it says so in that word, not only that the last day is over
    repeats: str = ""

    @property
    def name(self) -> str:
        """The stage's name as the ledger has it, "pulse-Q1-2"."""
        return self.kind.named(self.which)


def order(name: str) -> int:
    """How pressing a stage of that name is, for comparing."""
    kind = StageKind.of(name)
    return kind.pressing if kind else -1


@dataclass(frozen=True, kw_only=True)  # no slots: what all items share is worked out once
class Timetable:
    """When stages begin in a plan's period, by its working days and the policy's numbers.

    Months of asking are counted from its beginning, the month of closing from its end: in a
    calendar year they bear their own numbers.
    """

    period: PlanPeriod
    workdays: Workdays
    rules: PolicyRules

    def current(self, item: Item, today: date, last_word: date | None = None) -> Stage | None:
        """The stage of an open item; None before the first, and where a word has answered it.

        Of the stages that have begun it is the last one of the table, so none comes back.
        """
        begun = [stage for stage in self._table(item, today) if stage.begins <= today]
        if not begun:
            return None
        stage = begun[-1]
        answered = stage.silent_since and last_word and last_word >= stage.silent_since
        return None if answered else stage

    def following(self, item: Item, today: date) -> Stage | None:
        """The next stage of an open item that begins after today, as far as it is known.

        Not the first late one: it repeats no question, and says what a letter on a day before it
        that shows the item has said already.
        """
        later = (stage for stage in self._table(item, today) if stage.begins > today)
        return next((stage for stage in later if not stage.kind.late or stage.says_overdue), None)

    def first_question(self, stage: Stage | None) -> Stage | None:
        """The question that a stage asks once more; None for a stage that asks nothing again."""
        if stage is None or not stage.repeats:
            return None
        return next(each for each in self.ongoing if each.name == stage.repeats)

    @cached_property
    def ongoing(self) -> tuple[Stage, ...]:
        """The stages of all-year work."""
        return tuple(_ongoing_stages(self))

    def late_names(self, item: Item, today: date) -> tuple[str, ...]:
        """The names of all stages up to today that called the dated item late."""
        begun = (stage for stage in self._of_due(item, today) if stage.begins <= today)
        return (*(stage.name for stage in begun if stage.kind.late), *self._late_months)

    def questions(self, item: Item, stage: Stage, today: date) -> tuple[str, ...]:
        """The names of all stages that ask what this one does: "overdue" asks it each month."""
        if not stage.says_overdue:
            return (stage.name,)
        said = (each.name for each in self._of_due(item, today) if each.says_overdue)
        return tuple(dict.fromkeys((*said, *self._late_months)))

    def names(self, item: Item, today: date) -> tuple[str, ...]:
        """The names of all stages that the open item has or had, as it stands today."""
        return (*(stage.name for stage in self._table(item, today)), *self._late_months)

    def _table(self, item: Item, today: date) -> tuple[Stage, ...]:
        if item.state in (State.OVERDUE, State.DUE_SOON, State.UPCOMING):
            return self._of_due(item, today)
        if item.state is State.WAITING:
            return self._cached(("ask", item.starts), lambda: _waiting_stages(self, item))
        return self.ongoing if item.state is State.ONGOING else ()

    def _of_due(self, item: Item, today: date) -> tuple[Stage, ...]:
        return self._cached(
            (item.due, item.explicit, today), lambda: _dated_stages(self, item, today)
        )

    def _cached(self, key: object, stages: Callable[[], Iterable[Stage]]) -> tuple[Stage, ...]:
        """Measures share few last days, and each is asked about some ten times a day."""
        known = self._tables
        if key not in known:
            known[key] = tuple(stages())
        return known[key]

    @cached_property
    def _tables(self) -> dict[object, tuple[Stage, ...]]:
        return {}

    @cached_property
    def _late_months(self) -> tuple[str, ...]:
        return tuple(map(StageKind.LATE_MONTH.of_month, self.period.months()))

    def month(self, day: date) -> date:
        """The day of the month's own letter; in the plan's first month not before it begins."""
        return self.workdays.first_from(max(day.replace(day=1), self._start_in(day)))

    def in_plan(self, day: date) -> bool:
        """True where a letter of that day is one of the plan's."""
        return self.period.holds(day, day)

    @property
    def result(self) -> date:
        """The day from which on the plan's result can be told."""
        return self.workdays.first_from(self.period.ends + timedelta(days=1))

    @property
    def closing(self) -> date:
        """The first day of the month in which the result is asked for."""
        return month_after(self.period.ends, self.rules.close_month - _YEAR)

    def asking(self, numbers: Iterable[int]) -> list[tuple[date, int]]:
        """The first days of the plan's months of these numbers, in each of its years, in order.

        Those from the closing month on are counted from the end, as that one is.
        """
        wanted, last = set(numbers), self.rules.close_month
        from_start = enumerate(self.period.months(), 1)
        found = [(day, n) for n, day in from_start if (n - 1) % _YEAR + 1 in wanted - {last}]
        found += [(month_after(self.period.ends, last - _YEAR), last)] if last in wanted else []
        return sorted(found)

    def _start_in(self, day: date) -> date:
        starts = self.period.starts
        return starts if (starts.year, starts.month) == (day.year, day.month) else date.min


def _dated_stages(table: Timetable, item: Item, today: date) -> Iterator[Stage]:
    if item.due is None:
        return
    due, rules, shift = item.due, table.rules, table.workdays.shift
    if table.month(due) <= due:
        yield Stage(StageKind.MONTH, f"{due:%Y-%m}", table.month(due))
    if item.explicit:
        days = rules.before_explicit
        yield Stage(StageKind.BEFORE, f"{days}", due - timedelta(days=days))
    yield Stage(StageKind.BEFORE, f"{rules.before}", due - timedelta(days=rules.before))
    yield Stage(StageKind.LAST_DAY, "", table.workdays.last_until(due))
    first, again = rules.late_explicit if item.explicit else rules.late_words, rules.late_again
    yield Stage(StageKind.LATE, f"{first}", shift(due, first))
    yield Stage(StageKind.LATE, f"{again}", shift(due, again), says_overdue=True)
    letter = _newest_month(table, today)
    if letter >= shift(due, rules.late_monthly):
        yield Stage(StageKind.LATE_MONTH, f"{letter:%Y-%m}", letter, says_overdue=True)


def _newest_month(table: Timetable, today: date) -> date:
    """The day of the plan's newest monthly letter; after its end that of its last month."""
    today = min(today, table.period.ends)
    letter = table.month(today)
    return letter if letter <= today else table.month(today.replace(day=1) - timedelta(days=1))


def _ongoing_stages(table: Timetable) -> Iterator[Stage]:
    for quarter, end in enumerate(table.period.quarter_ends(), 1):
        since = end - timedelta(days=table.rules.word - 1)
        begins = table.workdays.first_from(end + timedelta(days=1))
        asked = Stage(StageKind.PULSE, f"Q{quarter}", begins, since)
        yield asked
        again = table.workdays.shift(begins, table.rules.pulse_again)
        yield Stage(StageKind.PULSE, f"Q{quarter}-2", again, since, repeats=asked.name)
    yield _close(table)
    yield Stage(StageKind.CLOSE, "2", table.workdays.first_from(_close_again(table)))


def _waiting_stages(table: Timetable, item: Item) -> Iterator[Stage]:
    for first, month in table.asking(table.rules.ask_months):
        begins = table.month(first)
        if item.starts is None or item.starts <= begins:
            since = begins - timedelta(days=table.rules.word - 1)
            yield Stage(StageKind.ASK, f"{month:02}", begins, since)
    yield _close(table)


def _close(table: Timetable) -> Stage:
    """The stage that closes the plan: not its first day, if its closing month is all of it."""
    begins = table.month(table.closing)
    if table.closing <= table.period.starts:
        begins = table.workdays.first_from(_close_again(table))
    return Stage(StageKind.CLOSE, "1", begins)


def _close_again(table: Timetable) -> date:
    """Some days before the end: 20 December."""
    day = table.closing.replace(day=table.rules.close_again)
    return day if day <= table.period.ends else table.period.ends - timedelta(days=7)
