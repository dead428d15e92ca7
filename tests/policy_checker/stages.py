"""Which stage an item may be at on a day, by the table of the page of rules.

Where the page leaves room, every fair reading is among the names, and `sure` is False where by
one of them there is no stage at all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.policy_checker.workdays import DAY
from tests.policy_checker.year import ONGOING, Item, Year

BEFORE, BEFORE_EXPLICIT, WORD = 7, 14, 45
LATE_AGAIN, LATE_MONTHLY, PULSE_AGAIN = 10, 20, 10
ASKS = (2, 4, 7, 10)
FIRST_LATE = ("late-1", "late-3")
URGENT = frozenset({"last-day", *FIRST_LATE})

# The day on which the item's lead was first told a stage, None where it was not.
ToldOn = Callable[[str], date | None]
_Step = tuple[date, str]


@dataclass(frozen=True, slots=True)
class Options:
    """The stages that a fair reader of the page could name."""

    names: frozenset[str] = frozenset()
    sure: bool = True

    @property
    def must(self) -> bool:
        return bool(self.names) and self.sure


NONE = Options()


def options(item: Item, day: date, year: Year, notified_on: ToldOn) -> Options:
    """What the item's lead may be told on that day."""
    if not item.open:
        return NONE
    if item.due:
        found = _dated(item, day, year)
    elif not year.holds(day):
        return NONE
    elif item.kind == ONGOING:
        found = _ongoing(item, day, year, notified_on)
    else:
        found = _waiting(item, day, year)
    return Options(found.names, sure=found.sure and not year.young(item.number, day))


def first_warning(item: Item, year: Year) -> date:
    """The first day on which a dated item has a stage."""
    return min(begin for begin, _ in _steps(item, item.due.on, year, explicit=False))  # type: ignore[union-attr]


def last_chance(item: Item, year: Year) -> date:
    """The last working day before the item is late."""
    return year.workdays.on_or_before(item.due.on)  # type: ignore[union-attr]


def _dated(item: Item, day: date, year: Year) -> Options:
    due = item.due
    assert due
    readings = (True, False) if due.explicit is None else (due.explicit,)
    found = [_begun(item, day, year, explicit=explicit) for explicit in readings]
    names = frozenset(name for steps in found for name in _latest(steps))
    between = due.on < day and not any(name.startswith("late") for name in names)
    return Options(names, sure=all(found) and not between)


def _begun(item: Item, day: date, year: Year, *, explicit: bool) -> list[_Step]:
    assert item.due
    steps = list(_steps(item, item.due.on, year, explicit=explicit))
    return [step for step in (*steps, *_monthly_late(item.due.on, day, year)) if step[0] <= day]


def _latest(steps: list[_Step]) -> set[str]:
    """The one that began last, and the last in the table's order: both are fair."""
    if not steps:
        return set()
    newest = max(begin for begin, _ in steps)
    return {steps[-1][1], *(name for begin, name in steps if begin == newest)}


def _steps(item: Item, due: date, year: Year, *, explicit: bool) -> Iterator[_Step]:
    days = year.workdays
    if year.letter_of_month(due) <= due or not year.holds(due):
        yield year.letter_of_month(due), f"month-{due:%Y-%m}"
    if explicit:
        yield due - DAY * BEFORE_EXPLICIT, "before-14"
    yield due - DAY * BEFORE, "before-7"
    yield days.on_or_before(due), "last-day"
    grace, first = (1, "late-1") if explicit else (3, "late-3")
    yield days.after(due, grace), first
    yield days.after(due, LATE_AGAIN), "late-10"


def _monthly_late(due: date, day: date, year: Year) -> Iterator[_Step]:
    """The last of them is that of the plan's last month."""
    day = min(day, year.ends)
    first = year.workdays.first_of_month(day)
    if first >= year.workdays.after(due, LATE_MONTHLY):
        yield first, f"late-month-{day:%Y-%m}"


def _ongoing(item: Item, day: date, year: Year, notified_on: ToldOn) -> Options:
    closing = _closing(item, day, year)
    if closing.names:
        return closing
    for quarter, first in reversed([*enumerate(year.months[3::3], 1)]):
        last = first - DAY
        start = year.workdays.on_or_after(last + DAY)
        if start <= day:
            return _pulse(item, day, year, notified_on, (quarter, last, start))
    return NONE


def _pulse(
    item: Item, day: date, year: Year, notified_on: ToldOn, quarter: tuple[int, date, date]
) -> Options:
    number, last, start = quarter
    if _answered(item, day, year, since=last - DAY * (WORD - 1)) is True:
        return NONE
    name = f"pulse-Q{number}"
    sure = _answered(item, day, year, since=last - DAY * (WORD - 1)) is False and year.stood(
        item.number, start
    )
    again, told = year.workdays.after(start, PULSE_AGAIN), notified_on(name)
    if day < again:
        return Options(frozenset({name}), sure=sure)
    if told and day >= year.workdays.after(max(told, start), PULSE_AGAIN):
        return Options(frozenset({f"{name}-2"}), sure=sure)
    return Options(frozenset({name, f"{name}-2"}), sure=sure)


def _waiting(item: Item, day: date, year: Year) -> Options:
    closing = _closing(item, day, year)
    if closing.names:
        lately = _answered(item, day, year, since=day - DAY * WORD)
        return Options(frozenset({"close-1"}), sure=closing.sure and lately is False)
    for number, month in reversed([*enumerate(year.months, 1)]):
        start = year.letter_of_month(month)
        if year.month_number(month) in ASKS and start <= day:
            return _ask(item, day, year, start, f"ask-{number:02}")
    return NONE


def _ask(item: Item, day: date, year: Year, start: date, name: str) -> Options:
    since = _answered(item, day, year, since=start)
    lately = _answered(item, day, year, since=day - DAY * (WORD - 1))
    if since is True or lately is True:
        return NONE
    at_start = _answered(item, day, year, since=start - DAY * (WORD - 1))
    sure = at_start is False and year.stood(item.number, start)
    return Options(frozenset({name}), sure=sure)


def _closing(item: Item, day: date, year: Year) -> Options:
    first = year.letter_of_month(year.closing)
    if day < first:
        return NONE
    quiet = _answered(item, day, year, since=first) is False
    if item.kind == ONGOING and day >= year.closing.replace(day=20):
        return Options(frozenset({"close-2"}), sure=quiet)
    return Options(frozenset({"close-1"}), sure=quiet)


def _answered(item: Item, day: date, year: Year, *, since: date) -> bool | None:
    """Whether a word came since then; None where that hangs on a day's reading."""
    words = year.words(item.number, day)
    if any(min(written, seen) >= since for written, seen in words):
        return True
    near = any(max(written, seen) >= since - timedelta(days=2) for written, seen in words)
    return None if near else False
