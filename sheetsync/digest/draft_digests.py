"""What a reader leads, helps with, is asked about (`help policy`: Who is responsible)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sheetsync.digest.news import news_of
from sheetsync.digest.notification_history import NotificationStatus
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.digest.stages import Stage
from sheetsync.model import Department, DigestItem, Item, News, Role, StageKind, State, Tell, Topic

_TOPICS = {
    State.OVERDUE: Topic.OVERDUE,
    State.DUE_SOON: Topic.DUE_SOON,
    State.UNREAD: Topic.UNREAD,
    State.WAITING: Topic.WAITING,
    State.UPCOMING: Topic.UPCOMING,
}


@dataclass(slots=True, kw_only=True)
class DraftDigest:
    """What one address is shown. `by_topic` is filled in the plan's order."""

    address: str
    departments: dict[str, None] = field(default_factory=dict)
    by_topic: dict[Topic, list[DigestItem]] = field(default_factory=dict)
    curator: str = ""
    since: date | None = None  # the first day that a member is asked about
    stands_in: dict[str, date] = field(default_factory=dict)  # for whom, and until when
    news: tuple[News, ...] = ()  # what happened since the address's last letter
    # Departments that want the month's letter only.
    monthly_only: set[str] = field(default_factory=set)

    def add(self, topic: Topic, digest_item: DigestItem, name: str) -> None:
        """Show one more item to the department of that name."""
        self.departments[name] = None
        self.by_topic.setdefault(topic, []).append(digest_item)

    def digest_items(self, *roles: Role) -> Iterator[DigestItem]:
        """What is shown in one of these roles."""
        for digest_items in self.by_topic.values():
            yield from (digest_item for digest_item in digest_items if digest_item.role in roles)

    def pending(self) -> list[DigestItem]:
        """The items it leads whose current stage it was not told, or perhaps not."""
        return [digest_item for digest_item in self.digest_items(Role.LEAD) if digest_item.new]

    def topics(self) -> dict[Topic, tuple[DigestItem, ...]]:
        """By topic in the order of reading, the longest overdue first, then by due day."""
        return {
            topic: tuple(sorted(self.by_topic[topic], key=_worst_first))
            for topic in Topic
            if topic in self.by_topic
        }


def _worst_first(digest_item: DigestItem) -> tuple[bool, int, int]:
    due = digest_item.item.due
    return due is None, due.toordinal() if due else 0, digest_item.item.measure.row


def drafts(inputs: PolicyInput) -> dict[str, DraftDigest]:
    """What is shown to each address; nothing to departments that have no part in what is open."""
    found: dict[str, DraftDigest] = {}
    for item, missed in inputs.open_items:
        if item.state.closed:
            continue
        _show_lead(found, inputs, item=item, missed=missed)
        for helper in inputs.helpers(item.measure):
            _show_helper(found, inputs, item=item, helper=helper)
        _show_members(found, inputs, item=item)
    found |= _of_others(inputs, shown=found)
    served = inputs.mailboxes.served()
    for draft in found.values():
        names = {*draft.departments, *served.get(draft.address, ())}
        draft.news = news_of(inputs, address=draft.address, departments=names)
    return found


def _of_others(inputs: PolicyInput, *, shown: Mapping[str, DraftDigest]) -> dict[str, DraftDigest]:
    found: dict[str, DraftDigest] = {}
    for department, address in inputs.mailboxes.all():
        if address not in shown:
            _draft_for(found, department, address).departments[department.name] = None
    return found


def _show_lead(
    found: dict[str, DraftDigest], inputs: PolicyInput, *, item: Item, missed: int
) -> None:
    lead = item.measure.assignment.lead
    if lead is None:
        return
    stage = inputs.stage(item)
    notification = inputs.notification(item, lead.name, stage.name if stage else "")
    digest_item = DigestItem(
        item=item,
        role=Role.LEAD,
        department=lead.name,
        notification=notification,
        stage=notification.stage,
        says_overdue=stage is not None and stage.says_overdue,
        missed=missed,
        asked=_is_asked(inputs, item, lead, stage),
        last_word=inputs.last_word(item),
    )
    for address in inputs.mailboxes.of(lead):
        judged = _marked_new(inputs, digest_item, address, own=lead.addresses)
        _draft_for(found, lead, address).add(_topic_of(item, stage), judged, lead.name)


def _draft_for(found: dict[str, DraftDigest], department: Department, address: str) -> DraftDigest:
    """What the address is shown, with what the department has agreed on about its letters."""
    draft = _draft_at(found, address)
    if department.away and address not in department.addresses:
        draft.stands_in[department.name] = department.away.last
    if department.tell is Tell.MONTHLY:
        draft.monthly_only.add(department.name)
    return draft


def _is_asked(inputs: PolicyInput, item: Item, lead: Department, stage: Stage | None) -> bool:
    """True where the stage only asks once more what the lead was asked before."""
    if stage is None or not stage.repeats:
        return False
    asked = inputs.history.asked_on(inputs.notification(item, lead.name, stage.repeats))
    return asked is not None


def _topic_of(item: Item, stage: Stage | None) -> Topic:
    if item.state is State.ONGOING:
        return Topic.ASK if stage else Topic.ONGOING
    return _TOPICS[item.state]


def _marked_new(
    inputs: PolicyInput, digest_item: DigestItem, address: str, *, own: tuple[str, ...] = ()
) -> DigestItem:
    if not digest_item.notification.stage:
        return digest_item
    status = inputs.history.status(address, digest_item.notification, own)
    new, again = status is not NotificationStatus.TOLD, status is NotificationStatus.UNCERTAIN
    return replace(digest_item, new=new, again=again)


def _draft_at(found: dict[str, DraftDigest], address: str) -> DraftDigest:
    return found.setdefault(address, DraftDigest(address=address))


def _show_helper(
    found: dict[str, DraftDigest], inputs: PolicyInput, *, item: Item, helper: Department
) -> None:
    """Show in the month's letter what falls due in it, and to departments what is late."""
    late = helper.kind.has_staff and inputs.is_late(item)
    if not (inputs.due_this_month(item) or late):
        return
    for name, address in inputs.mailboxes.named(helper):
        stage = StageKind.HELPING.of_month(inputs.today)
        digest_item = DigestItem(
            item=item,
            role=Role.HELPER,
            department=name,
            notification=inputs.notification(item, name, stage),
        )
        if inputs.monthly or inputs.history.failed(address, digest_item.notification):
            draft = _draft_at(found, address)
            draft.add(Topic.HELPING, _marked_new(inputs, digest_item, address), name)
            draft.curator = draft.curator or helper.curator


def _show_members(found: dict[str, DraftDigest], inputs: PolicyInput, *, item: Item) -> None:
    """Members of a group that is named first in all-year work get one polite request a quarter."""
    group, today = item.measure.assignment.group, inputs.today
    months = [first for first, _ in inputs.timetable.asking(inputs.rules.request_months)]
    asked = today.replace(day=1) in months
    if group is None or not asked or item.state is not State.ONGOING:
        return
    for member in inputs.mailboxes.members(group):
        stage = StageKind.REQUEST.of_month(inputs.today)
        notification = inputs.notification(item, member.name, stage)
        digest_item = DigestItem(
            item=item, role=Role.MEMBER, department=member.name, notification=notification
        )
        if inputs.monthly or inputs.history.failed(member.address, notification):
            draft = _draft_at(found, member.address)
            draft.add(Topic.REQUEST, _marked_new(inputs, digest_item, member.address), member.name)
            draft.curator = group.curator
            # Else a year's requests would differ by their day alone, and look like a mistake.
            draft.since = max(
                (first for first in months if first < today.replace(day=1)),
                default=inputs.agenda.plan.period.starts,
            )
