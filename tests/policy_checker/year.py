"""A year as people see it: what each row of the plan truly means, and what happened on which day.

Written down by hand, never taken from the program that is judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tests.policy_checker.workdays import Workdays

DATED, ONGOING, WAITING = "dated", "ongoing", "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One day by which something has to be done; `label` where a row has several.

    `explicit` where the words name a day; None where either reading is fair.
    """

    on: date
    label: str = ""
    explicit: bool | None = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure. `helpers` are addresses of departments, `group` tells where members stand."""

    number: str
    lead: str
    kind: str
    dues: tuple[Due, ...] = ()
    helpers: tuple[str, ...] = ()
    group: str = ""  # "", "helper" or "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What somebody wrote into the status cell, seen by the first run on or after `day`.

    `done` closes the row, or the occurrence `label`; `due` is a new day; `word` is False for what
    is no sign of life.
    """

    day: date
    number: str
    word: bool = True
    done: bool = False
    cancelled: bool = False
    label: str = ""
    due: Due | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """From `day` on the row means this; `row` is None where it was deleted."""

    day: date
    number: str
    row: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """From the first to the last day the lead's letters go to `to`."""

    address: str
    first: date
    last: date
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to chase as of a day."""

    number: str
    label: str
    kind: str
    lead: str
    due: Due | None
    open: bool

    @property
    def name(self) -> str:
        return f"{self.number} {self.label}".strip()


@dataclass(frozen=True, kw_only=True)
class Year:
    """All that happened. `runs` are the days on which a run came to its end.

    The plan is for the days from `starts` to `ends`, both included.
    """

    rows: tuple[Row, ...]
    workdays: Workdays
    runs: tuple[date, ...]
    members: frozenset[str]
    coordinator: str
    chair: str = ""
    sittings: tuple[date, ...] = ()
    marks: tuple[Mark, ...] = ()
    edits: tuple[Edit, ...] = ()
    absences: tuple[Absence, ...] = ()
    adopted: date | None = None
    quiet: frozenset[str] = frozenset()  # who asked to be told less
    faulty: frozenset[date] = frozenset()  # days on which the post failed
    starts: date = date(2021, 1, 1)
    ends: date = date(2021, 12, 31)

    def holds(self, day: date) -> bool:
        """True on a day of the plan."""
        return self.starts <= day <= self.ends

    @cached_property
    def months(self) -> tuple[date, ...]:
        """The first days of the plan's months, which are numbered from 1."""
        first = self.starts.year * 12 + self.starts.month - 1
        last = self.ends.year * 12 + self.ends.month - 1
        return tuple(date(n // 12, n % 12 + 1, 1) for n in range(first, last + 1))

    def month_number(self, day: date) -> int:
        """Of the plan's months in a year of it, from 1 to 12; 0 outside the plan."""
        first = day.replace(day=1)
        return self.months.index(first) % 12 + 1 if first in self.months else 0

    def letter_of_month(self, day: date) -> date:
        """The first working day of the month, in the plan's first not before it begins."""
        return self.workdays.on_or_after(max(day.replace(day=1), self.starts))

    @property
    def closing(self) -> date:
        """The first day of the month in which the result is asked for: the plan's last."""
        return self.months[-1]

    @cached_property
    def letter_days(self) -> tuple[date, ...]:
        return tuple(day for day in self.runs if self.workdays.working(day))

    def rows_on(self, day: date) -> tuple[Row, ...]:
        """The rows as they stood on that day."""
        found: dict[str, Row | None] = {row.number: row for row in self.rows}
        for edit in self.edits:
            if edit.day <= day:
                found[edit.number] = edit.row
        return tuple(row for row in found.values() if row)

    def row(self, number: str, day: date) -> Row | None:
        return next((row for row in self.rows_on(day) if row.number == number), None)

    def young(self, number: str, day: date) -> bool:
        """True where the row became what it is so lately that one run saw it so."""
        edits = [each.day for each in self.edits if each.number == number and each.day <= day]
        return bool(edits) and sum(max(edits) <= run <= day for run in self.runs) <= 1

    def stood(self, number: str, day: date) -> bool:
        """True where the row was in the plan on that day."""
        return self.row(number, day) is not None

    def said(self, number: str, day: date) -> tuple[Mark, ...]:
        """What stood in the row's status cell up to that day, the oldest first."""
        return tuple(mark for mark in self.marks if mark.number == number and mark.day <= day)

    def words(self, number: str, day: date) -> list[tuple[date, date]]:
        """The words by that day, each as written and as first seen by a run."""
        marks = [mark for mark in self.said(number, day) if mark.word]
        return [(mark.day, self._seen(mark.day)) for mark in marks]

    def items(self, day: date) -> Iterator[Item]:
        """Everything that could be chased on that day, what is closed included."""
        for row in self.rows_on(day):
            yield from self._items(row, day)

    def _items(self, row: Row, day: date) -> Iterator[Item]:
        marks = self.said(row.number, day)
        moved = [mark.due for mark in marks if mark.due]
        whole = next((mark for mark in reversed(marks) if not mark.label), None)
        closed = bool(whole and (whole.done or whole.cancelled))
        parts = {mark.label for mark in marks if mark.label and (mark.done or mark.cancelled)}
        dues = row.dues or ()
        if moved and len(dues) <= 1:
            dues = (moved[-1],)
        base = Item(
            number=row.number, label="", kind=row.kind, lead=row.lead, due=None, open=not closed
        )
        if not dues:
            yield base
        for due in dues:
            still = not closed and due.label not in parts - {""}
            yield replace(base, kind=DATED, label=due.label, due=due, open=still)

    def reader(self, lead: str, day: date) -> str:
        """To whom the lead's letters go on that day."""
        for absence in self.absences:
            if absence.address == lead and absence.first <= day <= absence.last:
                return absence.to or self.coordinator
        return lead

    def addresses(self, lead: str) -> set[str]:
        """All to whom the lead's letters ever go."""
        absences = (each for each in self.absences if each.address == lead)
        return {lead, *(each.to or self.coordinator for each in absences)}

    def away(self, lead: str, day: date) -> bool:
        return any(a.address == lead and a.first <= day <= a.last for a in self.absences)

    def _seen(self, day: date) -> date:
        return next((run for run in self.runs if run >= day), day)
