"""What each address is shown of a plan today: led, helped with, asked about (POLICY, Roles)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from sheetsync.digest.past import Standing
from sheetsync.digest.situation import Situation
from sheetsync.digest.stages import Stage
from sheetsync.model import (
    Department,
    DepartmentKind,
    Item,
    Measure,
    Mention,
    Role,
    State,
    Tell,
    Topic,
)

_TOPICS = {
    State.OVERDUE: Topic.OVERDUE,
    State.DUE: Topic.DUE,
    State.UNREAD: Topic.UNREAD,
    State.WAITING: Topic.WAITING,
    State.UPCOMING: Topic.UPCOMING,
}
_DATED = (State.OVERDUE, State.DUE, State.UPCOMING)
_STAFFED = (DepartmentKind.DEPARTMENT, DepartmentKind.PERSON)


@dataclass(slots=True, kw_only=True)
class Picture:
    """What one address is shown. `by_topic` is filled in the plan's order."""

    address: str
    departments: dict[str, None] = field(default_factory=dict)
    by_topic: dict[Topic, list[Mention]] = field(default_factory=dict)
    curator: str = ""
    stands_in: dict[str, date] = field(default_factory=dict)  # for whom, and until when
    patient: set[str] = field(default_factory=set)  # departments that want the month's letter only

    def add(self, topic: Topic, mention: Mention, name: str) -> None:
        """Show one more item to the department of that name."""
        self.departments[name] = None
        self.by_topic.setdefault(topic, []).append(mention)

    def mentions(self, *roles: Role) -> Iterator[Mention]:
        """What is shown in one of these roles."""
        for mentions in self.by_topic.values():
            yield from (mention for mention in mentions if mention.role in roles)

    def untold(self) -> list[Mention]:
        """The items it leads whose current stage it was not told, or perhaps not."""
        return [mention for mention in self.mentions(Role.LEAD) if mention.new]

    def topics(self) -> dict[Topic, tuple[Mention, ...]]:
        """By topic in the order of reading, the longest overdue first, then by due day."""
        return {
            topic: tuple(sorted(self.by_topic[topic], key=_worst_first))
            for topic in Topic
            if topic in self.by_topic
        }


def _worst_first(mention: Mention) -> tuple[bool, int, int]:
    due = mention.item.due
    return due is None, due.toordinal() if due else 0, mention.item.measure.row


def pictures(situation: Situation) -> dict[str, Picture]:
    """By address what it is shown; whoever is shown nothing is absent."""
    found: dict[str, Picture] = {}
    for item, missed in _shown(situation):
        _show_lead(found, situation, item=item, missed=missed)
        for helper in _helpers(situation, item.measure):
            _show_helper(found, situation, item=item, helper=helper)
        _show_members(found, situation, item=item)
    return found


def late_begun(stage: Stage | None) -> bool:
    """True where the days of grace are over."""
    return stage is not None and stage.late


def due_this_month(situation: Situation, item: Item) -> bool:
    """True for an open item whose last day lies in today's month."""
    due, today = item.due, situation.today
    if due is None or item.state not in _DATED:
        return False
    return (due.year, due.month) == (today.year, today.month)


def open_items(situation: Situation) -> Iterator[tuple[Item, int]]:
    """Every item but those of which a newer occurrence has begun, which counts them as missed."""
    by_row: dict[int, list[Item]] = {}
    for item in situation.agenda.items:
        by_row.setdefault(item.measure.row, []).append(item)
    for items in by_row.values():
        yield from _newest_begun(situation, items)


def _shown(situation: Situation) -> Iterator[tuple[Item, int]]:
    gone = (State.DONE, State.CANCELLED, State.NO_REPORT)
    return ((item, missed) for item, missed in open_items(situation) if item.state not in gone)


def _newest_begun(situation: Situation, items: list[Item]) -> Iterator[tuple[Item, int]]:
    """Milestones are items of their own; of occurrences only the newest open one is chased."""
    if len(items) == 1 or items[0].measure.milestones:
        yield from ((item, 0) for item in items)
        return
    begun = [item for item in items if item.state in _DATED and situation.stage(item)]
    older = begun[:-1]
    for item in items:
        if item not in older:
            yield item, len(older) if item in begun else 0


def _show_lead(found: dict[str, Picture], situation: Situation, *, item: Item, missed: int) -> None:
    lead = item.measure.assignment.lead
    if lead is None or lead.tell is Tell.NONE:
        return
    stage = situation.stage(item)
    telling = situation.telling(item, lead.name, stage.name if stage else "")
    mention = Mention(
        item=item,
        role=Role.LEAD,
        department=lead.name,
        telling=telling,
        stage=telling.stage,
        overdue=stage is not None and stage.overdue,
        missed=missed,
        asked=_is_asked(situation, item, lead, stage),
        last_word=situation.last_word(item),
    )
    for address in situation.addresses(lead):
        picture = _of(found, address)
        if lead.away and address not in lead.addresses:
            picture.stands_in[lead.name] = lead.away.last
        if lead.tell is Tell.MONTHLY:
            picture.patient.add(lead.name)
        judged = _judged(situation, mention, address, own=lead.addresses)
        picture.add(_topic(item, stage), judged, lead.name)


def _is_asked(situation: Situation, item: Item, lead: Department, stage: Stage | None) -> bool:
    """True where the stage only asks once more what the lead was asked before."""
    if stage is None or not stage.repeats:
        return False
    asked = situation.past.asked_on(situation.telling(item, lead.name, stage.repeats))
    return asked is not None


def _topic(item: Item, stage: Stage | None) -> Topic:
    if item.state is State.ONGOING:
        return Topic.ASK if stage else Topic.ONGOING
    return _TOPICS[item.state]


def _judged(
    situation: Situation, mention: Mention, address: str, *, own: tuple[str, ...] = ()
) -> Mention:
    if not mention.telling.stage:
        return mention
    standing = situation.past.standing(address, mention.telling, own)
    new, again = standing is not Standing.TOLD, standing is Standing.MAYBE
    return replace(mention, new=new, again=again)


def _of(found: dict[str, Picture], address: str) -> Picture:
    return found.setdefault(address, Picture(address=address))


def _helpers(situation: Situation, measure: Measure) -> tuple[Department, ...]:
    """The co-executors with a mailbox; a body is reached through its department."""
    by_name = {entry.name: entry for entry in situation.roster.departments}
    named = [by_name.get(d.via, d) if d.via else d for d in measure.assignment.helpers]
    lead = measure.assignment.lead
    return tuple(d for d in dict.fromkeys(named) if d != lead)


def _show_helper(
    found: dict[str, Picture], situation: Situation, *, item: Item, helper: Department
) -> None:
    """In the month's letter only: what falls due in it, and to departments what is late."""
    if helper.tell is Tell.NONE:
        return
    late = helper.kind in _STAFFED and late_begun(situation.stage(item))
    if not (due_this_month(situation, item) or late):
        return
    for name, address in _mailboxes(situation, helper):
        stage = f"with-{situation.today:%Y-%m}"
        mention = Mention(
            item=item,
            role=Role.HELPER,
            department=name,
            telling=situation.telling(item, name, stage),
        )
        if situation.monthly or situation.past.failed(address, mention.telling):
            picture = _of(found, address)
            picture.add(Topic.HELPING, _judged(situation, mention, address), name)
            picture.curator = picture.curator or helper.curator


def _mailboxes(situation: Situation, department: Department) -> Iterator[tuple[str, str]]:
    """The names and addresses of a department, or of a group's members."""
    for address in situation.addresses(department):
        yield department.name, address
    for member in department.members:
        yield member.name, member.address


def _show_members(found: dict[str, Picture], situation: Situation, *, item: Item) -> None:
    """Members of a group that is named first in all-year work get one polite request a quarter."""
    group, today = item.measure.assignment.group, situation.today
    months = (first for first, _ in situation.timetable.asking(situation.rules.request_months))
    asked = group and group.tell is not Tell.NONE and today.replace(day=1) in months
    if not group or not asked or item.state is not State.ONGOING:
        return
    for member in group.members:
        stage = f"request-{situation.today:%Y-%m}"
        telling = situation.telling(item, member.name, stage)
        mention = Mention(item=item, role=Role.MEMBER, department=member.name, telling=telling)
        if situation.monthly or situation.past.failed(member.address, telling):
            picture = _of(found, member.address)
            picture.add(Topic.REQUEST, _judged(situation, mention, member.address), member.name)
            picture.curator = group.curator
