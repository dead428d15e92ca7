"""The last days that go along with a letter: this month's, and what became of earlier ones."""

from collections.abc import Iterable, Iterator
from datetime import date

from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import CalendarDay, DigestItem, Item, StageKind

_Key = tuple[int, str]  # a measure's identity and what tells its items apart


def calendar_days(
    inputs: PolicyInput, address: str, led: Iterable[DigestItem], kind: str
) -> tuple[CalendarDay, ...]:
    """What the calendar of a letter to the address holds; nothing where there is nothing to say.

    A monthly or first letter has the days still to come of the month. Any letter has those of an
    earlier calendar that lie ahead and were moved, done, cancelled or given to somebody else.
    """
    if not inputs.rules.calendar:
        return ()
    days: dict[_Key, CalendarDay] = {}
    if inputs.styles[kind].calendar:
        for item in (one.item for one in led):
            if inputs.due_this_month(item) and item.due and item.due >= inputs.today:
                days[_key(inputs, item)] = _calendar_day(inputs, item, item.due)
    for day in _changed_days(inputs, address):
        days.setdefault((day.identity, day.what), day)
    return tuple(days.values())


def _days_given(inputs: PolicyInput, address: str) -> dict[_Key, date]:
    """The days that the calendars of earlier letters held."""
    return {
        (told.identity, told.what): told.due
        for letter in inputs.memory.letters
        if letter.address == address
        and inputs.styles[letter.kind].calendar
        and not letter.state.lost
        for told in letter.notifications
        if told.due
        and told.due >= letter.day
        and (told.due.year, told.due.month) == (letter.day.year, letter.day.month)
        # Co-executors' items are in no calendar.
        and StageKind.of(told.stage) is not StageKind.HELPING
    }


def _changed_days(inputs: PolicyInput, address: str) -> Iterator[CalendarDay]:
    given = _days_given(inputs, address)
    items = {_key(inputs, item): item for item in inputs.agenda.items} if given else {}
    for key, day in given.items():
        item = items.get(key)
        if max(day, (item.due if item else None) or day) < inputs.today:
            continue
        if item is None:
            yield from _called_off(inputs, key, day)
        elif item.state.closed or item.due is None or not _leads(inputs, item, address):
            yield _calendar_day(inputs, item, day, called_off=True)
        elif item.due != day:
            yield _calendar_day(inputs, item, item.due)


def _called_off(inputs: PolicyInput, key: _Key, day: date) -> Iterator[CalendarDay]:
    """A day of a row that was taken out, or of a deadline that has other days now."""
    # What may go on in another row is not called off before a person has said so.
    if key[0] in inputs.memory.in_doubt:
        return
    changes = (change for found in inputs.memory.changes.values() for change in found)
    lines = (change.before for change in changes if change.identity == key[0])
    line = inputs.memory.last_words.get(key[0]) or next(filter(None, lines), None)
    if line:
        yield CalendarDay(
            identity=key[0], what=key[1], item=None, line=line, day=day, called_off=True
        )


def _leads(inputs: PolicyInput, item: Item, address: str) -> bool:
    lead = item.measure.assignment.lead
    return lead is not None and address in (*lead.addresses, *inputs.mailboxes.of(lead))


def _calendar_day(
    inputs: PolicyInput, item: Item, day: date, *, called_off: bool = False
) -> CalendarDay:
    identity, what = _key(inputs, item)
    return CalendarDay(
        identity=identity, what=what, item=item, line=None, day=day, called_off=called_off
    )


def _key(inputs: PolicyInput, item: Item) -> _Key:
    return inputs.identity(item), item.what
