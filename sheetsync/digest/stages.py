"""The stages of one item for its lead: which one a day belongs to (POLICY, Stages)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sheetsync.digest.rules import Rules
from sheetsync.model import Item, State
from sheetsync.plan.workdays import Workdays

# By how they begin, the least pressing first.
_PRESSING = ("ask-", "pulse-", "month-", "close-", "before-", "late-month-", "late-", "last-day")
_QUARTERS = {1: (3, 31), 2: (6, 30), 3: (9, 30)}  # the fourth ends with the plan


@dataclass(frozen=True, slots=True)
class Stage:
    """A name that stands in the ledger, and the first day on which the stage is current."""

    name: str
    begins: date
    silent_since: date | None = None  # it lapses where there was a word on this day or later
    overdue: bool = False  # it says so in that word, not only that the last day is over

    @property
    def late(self) -> bool:
        """True where it says that the last day is over."""
        return self.name.startswith("late-")

    @property
    def repeats(self) -> str:
        """The name of the stage whose question it asks once more, or ""."""
        name = self.name.removesuffix("-2")
        return name if self.name.startswith("pulse-") and name != self.name else ""

    @property
    def asks(self) -> bool:
        """True where it asks about work that has no date."""
        return self.name.startswith(("pulse-", "ask-", "close-"))

    @property
    def urgent(self) -> bool:
        """True where it cannot wait until an address may get its next letter."""
        return self.name == "last-day"


def order(name: str) -> int:
    """How pressing a stage of that name is, for comparing."""
    return next(i for i, start in enumerate(_PRESSING) if name.startswith(start))


@dataclass(frozen=True, kw_only=True)  # no slots: what all items share is worked out once
class Timetable:
    """When stages begin in a plan's year, by its working days and the policy's numbers."""

    year: int
    workdays: Workdays
    rules: Rules

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

    def first_question(self, stage: Stage | None) -> Stage | None:
        """The question that a stage asks once more; None for a stage that asks nothing again."""
        if stage is None or not stage.repeats:
            return None
        return next(each for each in self.ongoing if each.name == stage.repeats)

    @cached_property
    def ongoing(self) -> tuple[Stage, ...]:
        """The stages of all-year work."""
        return tuple(_ongoing(self))

    def late_names(self, item: Item, today: date) -> tuple[str, ...]:
        """The names of all stages up to today that called the dated item late."""
        begun = (stage for stage in _dated(self, item, today) if stage.begins <= today)
        names = [stage.name for stage in begun if stage.late]
        months = (date(self.year, month, 1) for month in range(1, 13))
        return (*names, *(f"late-month-{month:%Y-%m}" for month in months))

    def _table(self, item: Item, today: date) -> Iterable[Stage]:
        if item.state in (State.OVERDUE, State.DUE, State.UPCOMING):
            return _dated(self, item, today)
        if item.state is State.WAITING:
            return _waiting(self, item)
        return self.ongoing if item.state is State.ONGOING else ()

    def month(self, day: date) -> date:
        """The day of the month's own letter."""
        return self.workdays.first_of_month(day)

    def in_plan(self, day: date) -> bool:
        """True where a letter of that month is one of the plan's."""
        return day.year == self.year


def _dated(table: Timetable, item: Item, today: date) -> Iterator[Stage]:
    if item.due is None:
        return
    due, rules, shift = item.due, table.rules, table.workdays.shift
    if table.month(due) <= due:
        yield Stage(f"month-{due:%Y-%m}", table.month(due))
    if item.explicit:
        days = rules.before_explicit
        yield Stage(f"before-{days}", due - timedelta(days=days))
    yield Stage(f"before-{rules.before}", due - timedelta(days=rules.before))
    yield Stage("last-day", table.workdays.last_until(due))
    first = rules.late_explicit if item.explicit else rules.late_words
    yield Stage(f"late-{first}", shift(due, first))
    yield Stage(f"late-{rules.late_again}", shift(due, rules.late_again), overdue=True)
    letter = _newest_month(table, today)
    if letter >= shift(due, rules.late_monthly):
        yield Stage(f"late-month-{letter:%Y-%m}", letter, overdue=True)


def _newest_month(table: Timetable, today: date) -> date:
    """The day of the plan's newest monthly letter; after its year that of December."""
    today = min(today, date(table.year, 12, 31))
    letter = table.month(today)
    return letter if letter <= today else table.month(today.replace(day=1) - timedelta(days=1))


def _ongoing(table: Timetable) -> Iterator[Stage]:
    for quarter, (month, day) in _QUARTERS.items():
        end = date(table.year, month, day)
        since = end - timedelta(days=table.rules.word - 1)
        begins = table.workdays.first_from(end + timedelta(days=1))
        yield Stage(f"pulse-Q{quarter}", begins, since)
        again = table.workdays.shift(begins, table.rules.pulse_again)
        yield Stage(f"pulse-Q{quarter}-2", again, since)
    yield _close(table)
    last = date(table.year, table.rules.close_month, table.rules.close_again)
    yield Stage("close-2", table.workdays.first_from(last))


def _waiting(table: Timetable, item: Item) -> Iterator[Stage]:
    for month in sorted(table.rules.ask_months):
        begins = table.month(date(table.year, month, 1))
        if item.starts is None or item.starts <= begins:
            since = begins - timedelta(days=table.rules.word - 1)
            yield Stage(f"ask-{month:02}", begins, since)
    yield _close(table)


def _close(table: Timetable) -> Stage:
    return Stage("close-1", table.month(date(table.year, table.rules.close_month, 1)))
