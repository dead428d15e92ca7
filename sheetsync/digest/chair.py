"""What the chair is told of a plan, in half a screen (`help policy`: The coordinator)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sheetsync.digest.alerts import current_alerts
from sheetsync.digest.draft_digests import DraftDigest
from sheetsync.digest.news import news_of
from sheetsync.digest.notification_history import NotificationStatus
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import (
    AlertKind,
    Digest,
    DigestItem,
    Item,
    News,
    Notification,
    Role,
    StageKind,
    State,
    Topic,
)

_NAMED = StageKind.ESCALATION.named("chair")
SITTING = "sitting"
"""What begins the trigger of a letter before one; its day follows."""
_WORST = 5  # half a screen


def chair_trigger(inputs: PolicyInput, draft: DraftDigest) -> str:
    """The occasion of today's letter; "" where it is no day for one, or nothing has changed."""
    newest = inputs.history.newest(draft.address)
    occasion = _occasion(inputs, draft.address)
    unchanged = occasion and newest and _picture(inputs) in newest.notifications
    # An escalation changes no item, and would else reach the chair with the next other change.
    return "" if unchanged and not _not_yet_named(inputs, draft.address) else occasion


def chair_digest(inputs: PolicyInput, begun: Digest) -> Digest:
    """The chair's letter of today: what is escalated is named once and counted afterwards."""
    address, newest = begun.address, inputs.history.newest(begun.address)
    escalated, named = _escalated_items(inputs), _not_yet_named(inputs, address)
    topics = {Topic.WORST: tuple(_worst_items(inputs)), Topic.ESCALATED: named}
    name = inputs.people["chair"].name
    return replace(
        begun,
        departments=(name,) if name else (),
        topics={topic: found for topic, found in topics.items() if found},
        news=_chair_news(inputs, address),
        notifications=(
            _picture(inputs),
            Notification.sign(begun.trigger),
            *(digest_item.notification for digest_item in named),
        ),
        newly_late=tuple(_newly_late(inputs, newest.day)) if newest else (),
        standing=inputs.agenda.counts(),
        escalated_before=len(_rows_of(escalated) - _rows_of(named)),
    )


def _occasion(inputs: PolicyInput, address: str) -> str:
    """The month's first working day, or the days before a sitting that had no letter yet.

    The last one comes after the plan's end, when its result can be told.
    """
    if inputs.monthly or inputs.is_closed:
        return "monthly"
    today = inputs.today
    for day in inputs.sittings:
        begins = inputs.workdays.shift(day, -inputs.rules.sitting)
        name = f"{SITTING} {day}"
        if (
            begins <= today <= day
            and inputs.history.status(address, Notification.sign(name)) is NotificationStatus.UNTOLD
        ):
            return name
    return ""


def _escalated_items(inputs: PolicyInput) -> list[DigestItem]:
    """What is escalated today, told to the chair or not."""
    return [
        _digest_item(inputs, alert.item, alert.department, stage=_NAMED)
        for alert in current_alerts(inputs)
        if alert.kind is AlertKind.ESCALATED and alert.item
    ]


def _not_yet_named(inputs: PolicyInput, address: str) -> tuple[DigestItem, ...]:
    return tuple(
        one
        for one in _escalated_items(inputs)
        if inputs.history.status(address, one.notification) is not NotificationStatus.TOLD
    )


def _picture(inputs: PolicyInput) -> Notification:
    """What the chair sees, as a sign that tells whether anything has changed."""
    import hashlib  # with it comes OpenSSL, which most days have no use for

    rows: Iterable[tuple[int, str, date | None, State]] = (
        (inputs.identity(item), item.what, item.due, item.state) for item in inputs.agenda.items
    )
    digest = hashlib.sha256(repr(sorted(rows, key=repr)).encode()).hexdigest()
    return Notification(0, digest[:16], "", None, "picture")


def _worst_items(inputs: PolicyInput) -> Iterator[DigestItem]:
    """The measures that are overdue for the longest time, each by its oldest item."""
    late = sorted(inputs.agenda.items_in(State.OVERDUE), key=lambda item: item.late_days)
    oldest = {item.measure.row: item for item in late}
    by_days = sorted(oldest.values(), key=lambda item: (-item.late_days, item.measure.row))
    for item in by_days[:_WORST]:
        yield _digest_item(inputs, item, item.measure.assignment.lead_name, stage="")


def _newly_late(inputs: PolicyInput, since: date) -> Iterator[Item]:
    """What was not late yet on the day of the letter before."""
    late = inputs.agenda.items_in(State.OVERDUE)
    return (item for item in late if item.due and item.due >= since)


def _digest_item(inputs: PolicyInput, item: Item, department: str, *, stage: str) -> DigestItem:
    return DigestItem(
        item=item,
        role=Role.CHAIR,
        department=department,
        notification=inputs.notification(item, department, stage),
        new=bool(stage),
        last_word=inputs.last_word(item),
    )


def _rows_of(digest_items: Iterable[DigestItem]) -> set[int]:
    return {digest_item.item.measure.row for digest_item in digest_items}


def _chair_news(inputs: PolicyInput, address: str) -> tuple[News, ...]:
    coordinator = inputs.roster.coordinator
    names = [d.name for d in (*inputs.roster.departments, coordinator) if d]
    return news_of(inputs, address=address, departments=names)
