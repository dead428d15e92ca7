"""Everything that the policy looks at on a day."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sheetsync.digest.letter_style import LetterStyle
from sheetsync.digest.mailboxes import Mailboxes, Person
from sheetsync.digest.notification_history import NotificationHistory
from sheetsync.digest.stages import Stage, Timetable
from sheetsync.digest.undelivered import RestingMailbox
from sheetsync.model import (
    Agenda,
    Change,
    Department,
    Item,
    Line,
    Meaning,
    Measure,
    Move,
    Notification,
    PastLetter,
    Roster,
    StoredLetter,
    Vanished,
)
from sheetsync.model.frozen import frozen
from sheetsync.model.policy import PolicyRules
from sheetsync.plan.workdays import Workdays


@frozen
class PolicyMemory:
    """What is remembered of a plan, as far as letters depend on it.

    `identities` gives by row who a measure is, `aliases` by identity those whose past is its own,
    `word_days` the day of a measure's last word. `changes` holds, by the serial of a snapshot, what
    changed since; `yesterday` the rows of the newest snapshot of an earlier day, by identity.
    `moves` are those of each measure whose deadline was ever moved. `vanished` are overdue rows
    that are gone, `last_words` those of all rows that are gone, by identity. `in_doubt` are those
    of whom nobody knows yet whether they are gone, new or one another. `letters` are those of one
    scope, `resting_mailboxes` has by address those that get none today. `previous` is the newest
    earlier working day of a run.
    """

    identities: Mapping[int, int]
    letters: tuple[PastLetter, ...] = ()
    undelivered: tuple[StoredLetter, ...] = ()
    resting_mailboxes: Mapping[str, RestingMailbox] = field(default_factory=dict)
    aliases: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    word_days: Mapping[int, date] = field(default_factory=dict)
    changes: Mapping[int, tuple[Change, ...]] = field(default_factory=dict)
    yesterday: Mapping[int, Line] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    previous: date | None = None
    in_doubt: frozenset[int] = frozenset()
    last_words: Mapping[int, Line] = field(default_factory=dict)
    vanished: tuple[Vanished, ...] = ()


@frozen
class RowReader:
    """Reads the words of a remembered row: who leads it, what its status means, when it is due.

    The last day is that which a postponement in the status names, or else the deadline's.
    """

    lead: Callable[[Line], str]
    meaning: Callable[[Line], Meaning]
    due: Callable[[Line], date | None]


# No slots: what is worked out of it is kept beside it. No two are equal: by itself each is known.
@dataclass(frozen=True, kw_only=True, eq=False)
class PolicyInput:
    """A day of a plan.

    `people` are by section of the settings who is told of the whole plan, `styles` by kind how
    letters read. `adopted` is the day before which nothing is asked. It is `too_late` where the
    plan was over before its first run.
    """

    agenda: Agenda
    memory: PolicyMemory
    roster: Roster
    reader: RowReader
    workdays: Workdays
    rules: PolicyRules
    styles: Mapping[str, LetterStyle]
    people: Mapping[str, Person] = field(default_factory=dict)
    sittings: tuple[date, ...] = ()
    adopted: date | None = None
    too_late: bool = False

    @property
    def today(self) -> date:
        """The day."""
        return self.agenda.today

    @cached_property
    def history(self) -> NotificationHistory:
        """What the ledger says was told before."""
        return NotificationHistory(
            self.memory.letters,
            today=self.today,
            aliases=self.memory.aliases,
            shown_only=[kind for kind, style in self.styles.items() if not style.poses],
        )

    @cached_property
    def mailboxes(self) -> Mailboxes:
        """The mailboxes to which the letters of each entry and person go today."""
        return Mailboxes(roster=self.roster, today=self.today, people=self.people)

    @cached_property
    def timetable(self) -> Timetable:
        """When stages begin."""
        period = self.agenda.plan.period
        return Timetable(period=period, workdays=self.workdays, rules=self.rules)

    @cached_property
    def times_moved(self) -> dict[int, int]:
        """By row how often its measure's deadline was moved; never, where it is not in here."""
        return {move.row: move.times for move in self.memory.moves}

    @cached_property
    def put_off(self) -> dict[tuple[int, date], date]:
        """The day that a deadline was put off from, by row and the day that its status names."""
        items = ((item, item.due, item.moved_from) for item in self.agenda.items)
        return {(item.measure.row, due): was for item, due, was in items if due and was}

    @cached_property
    def monthly(self) -> bool:
        """True on the first run of a month that comes on its letter's day or after it."""
        letter = self.timetable.month(self.today)
        due = self.timetable.in_plan(self.today) and letter <= self.today
        return due and self._is_first_since(letter)

    @cached_property
    def is_closed(self) -> bool:
        """True on the first run after the plan's end: its result can be told."""
        letter = self.timetable.result
        due = letter <= self.today <= self.agenda.plan.period.closed
        return due and self._is_first_since(letter)

    def identity(self, item: Item) -> int:
        """The identity of the item's measure."""
        return self.memory.identities[item.measure.row]

    def stage(self, item: Item) -> Stage | None:
        """The item's current stage; a second question waits for an answer to the first."""
        stage = self.timetable.current(item, self.today, self.last_word(item))
        first = self.timetable.first_question(stage)
        return stage if first is None or self._has_waited(item, first) else first

    def next_stage(self, item: Item) -> date | None:
        """The day on which the item's lead is asked again; None where none is known yet."""
        current = self.timetable.current(item, self.today)
        first = self.timetable.first_question(current)
        lead = item.measure.assignment.lead
        following = self.timetable.following(item, self.today)
        begins = following.begins if following else None
        if current and first and lead and not self._has_waited(item, first):
            # The next quarter may ask before that.
            return min(self._waited_until(item, first), begins or date.max)
        if following is None or not following.repeats or current is None or lead is None:
            return begins
        return max(following.begins, self._waited_until(item, current))

    def is_late(self, item: Item) -> bool:
        """True where the days of grace are over."""
        stage = self.stage(item)
        return stage is not None and stage.kind.late

    def due_this_month(self, item: Item) -> bool:
        """True for an open item whose last day lies in today's month."""
        due = item.due
        if due is None or not item.state.dated:
            return False
        return (due.year, due.month) == (self.today.year, self.today.month)

    @cached_property
    def open_items(self) -> tuple[tuple[Item, int], ...]:
        """Every item but those of which a newer occurrence has begun, which counts them."""
        several = self.agenda.by_row().values()
        return tuple(found for items in several for found in self._newest_begun(items))

    def notification(self, item: Item, department: str, stage: str) -> Notification:
        """The stage of the item as the ledger keeps it."""
        due = item.due if item.state.dated else None
        return Notification(self.identity(item), item.what, department, due, stage)

    def _newest_begun(self, items: list[Item]) -> Iterator[tuple[Item, int]]:
        """Milestones are items of their own; of occurrences only the newest open one is chased."""
        if len(items) == 1 or items[0].measure.milestones:
            yield from ((item, 0) for item in items)
            return
        begun = [item for item in items if item.state.dated and self.stage(item)]
        older = begun[:-1]
        for item in items:
            if item not in older:
                yield item, len(older) if item in begun else 0

    def _is_first_since(self, day: date) -> bool:
        return self.memory.previous is None or self.memory.previous < day

    def _has_waited(self, item: Item, question: Stage) -> bool:
        """True where its lead had the time to answer that question."""
        return self._waited_until(item, question) <= self.today

    def _waited_until(self, item: Item, question: Stage) -> date:
        """The day on which its lead has had that time; counted from today where nobody was told."""
        lead = item.measure.assignment.lead
        asked = self.notification(item, lead.name, question.name) if lead else None
        told = self.history.notified_on(asked) if asked else None
        return self.workdays.shift(told or self.today, self.rules.pulse_again)

    def helpers(self, measure: Measure) -> tuple[Department, ...]:
        """The measure's co-executors that letters may reach, but for its lead."""
        assignment = measure.assignment
        found = self.mailboxes.reached(assignment.helpers)
        return tuple(helper for helper in found if helper != assignment.lead)

    def last_word(self, item: Item) -> date | None:
        """The day of the last word on the item's measure."""
        identity = self.identity(item)
        aliases = self.memory.aliases.get(identity, (identity,))
        days = [self.memory.word_days[each] for each in aliases if each in self.memory.word_days]
        return max(days, default=None)

    def is_free(self, address: str) -> bool:
        """Enough working days have passed since the address's last letter; none is of today."""
        last = self.history.last_day(address)
        return last is None or self.workdays.between(last, self.today) >= self.rules.spacing
