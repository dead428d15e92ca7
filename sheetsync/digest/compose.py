"""Decides what each address is told: one digest an address, the whole present picture of it."""

from collections.abc import Iterable
from datetime import date

from sheetsync.model import Agenda, Department, Digest, Item, Meaning, State, Topic

_TOPICS = {
    State.OVERDUE: Topic.OVERDUE,
    State.DUE: Topic.DUE,
    State.UNREAD: Topic.UNREAD,
    State.WAITING: Topic.WAITING,
    State.UPCOMING: Topic.UPCOMING,
}
# What makes a letter worth sending; the rest is shown in it.
_NEWS = (Topic.OVERDUE, Topic.DUE)


def compose(agenda: Agenda) -> tuple[Digest, ...]:
    """A digest for every address whose departments lead something late or due.

    In the order of the addresses; an address that serves several departments gets one digest.
    """
    serves: dict[str, list[Department]] = {}
    for department in _leads(agenda):
        for address in department.addresses:
            serves.setdefault(address, []).append(department)
    digests = (_digest(agenda, address, serves[address]) for address in sorted(serves))
    return tuple(d for d in digests if any(d.count(topic) for topic in _NEWS))


def _leads(agenda: Agenda) -> list[Department]:
    leads = (measure.assignment.lead for measure in agenda.plan.measures)
    return list(dict.fromkeys(lead for lead in leads if lead))


def _digest(agenda: Agenda, address: str, departments: list[Department]) -> Digest:
    led = [i for i in agenda.items if _leads_it(i, departments)]
    helped = [i for i in agenda.items if _helps(i, departments)]
    by_topic = {topic: [i for i in led if _topic(i) is topic] for topic in Topic}
    by_topic[Topic.HELPING] = [i for i in helped if _topic(i) in _NEWS]
    return Digest(
        address=address,
        departments=tuple(department.name for department in departments),
        today=agenda.today,
        topics={topic: _worst_first(items) for topic, items in by_topic.items() if items},
    )


def _leads_it(item: Item, departments: list[Department]) -> bool:
    return item.measure.assignment.lead in departments


def _helps(item: Item, departments: list[Department]) -> bool:
    if _leads_it(item, departments):
        return False
    return any(department in departments for department in item.measure.assignment.helpers)


def _topic(item: Item) -> Topic | None:
    if item.state is State.ONGOING:
        silent = item.measure.progress.meaning in (Meaning.BLANK, Meaning.UNCLEAR)
        return Topic.ASK if silent else Topic.ONGOING
    return _TOPICS.get(item.state)


def _worst_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """The longest overdue first, then by due day; items without a day last, in the plan's order."""
    return tuple(sorted(items, key=lambda item: (item.due or date.max, item.measure.row)))
