"""Who is told what on a day: the letters, and what has to wait (`help policy`). Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sheetsync.digest.alerts import ESCALATION, current_alerts, is_new
from sheetsync.digest.calendar import calendar_days
from sheetsync.digest.chair import chair_digest
from sheetsync.digest.developments import calls_for_letter, developments
from sheetsync.digest.draft_digests import DraftDigest, drafts, due_this_month, late_begun
from sheetsync.digest.notification_history import NotificationStatus
from sheetsync.digest.policy_input import Decision, PolicyInput
from sheetsync.digest.stages import order
from sheetsync.model import (
    CoordinatorAlert,
    Digest,
    DigestItem,
    Hold,
    LetterKind,
    News,
    Role,
    State,
)

_Call = tuple[LetterKind, str]  # what sort of letter is called for, and by what
_KINDS = list(LetterKind)


def decide(inputs: PolicyInput) -> Decision:
    """The letters of the day, the most pressing kinds first, and why other stages are not told."""
    shown = drafts(inputs)
    hindrance = _hindrance(inputs)
    if hindrance:
        holds = (hold for draft in shown.values() for hold in _held(draft, hindrance))
        return Decision(digests=(), holds=tuple(holds))
    parts: dict[str, list[Digest]] = {}
    for digest in _to_departments(inputs, shown):
        parts.setdefault(digest.address, []).append(digest)
    for digest in _to_the_head(inputs, busy=frozenset(parts)):
        parts.setdefault(digest.address, []).append(digest)
    digests = sorted(map(_joined, parts.values()), key=lambda d: (_KINDS.index(d.kind), d.address))
    holds = (
        hold
        for draft in shown.values()
        if draft.address not in parts
        for hold in _held(draft, _reason(inputs, draft))
    )
    return Decision(digests=tuple(digests), holds=tuple(holds))


def _hindrance(inputs: PolicyInput) -> str:
    """Why nothing at all is told today; "" where letters may go."""
    if inputs.adopted and inputs.today < inputs.adopted:
        return "not adopted"
    return "" if inputs.workdays.is_working(inputs.today) else "day off"


def _held(draft: DraftDigest, reason: str) -> Iterator[Hold]:
    for digest_item in draft.pending():
        yield Hold(
            address=draft.address,
            number=digest_item.item.measure.number,
            notification=digest_item.notification,
            reason="tell" if digest_item.department in draft.patient else reason,
        )


def _reason(inputs: PolicyInput, draft: DraftDigest) -> str:
    return "told today" if inputs.history.wrote_today(draft.address) else "spacing"


def _to_departments(inputs: PolicyInput, shown: dict[str, DraftDigest]) -> Iterator[Digest]:
    for draft in shown.values():
        news = developments(inputs, address=draft.address, departments=draft.departments)
        call = _call(inputs, draft, news)
        if call is None:
            continue
        told = [
            m
            for digest_items in draft.by_topic.values()
            for m in digest_items
            if m.notification.stage
        ]
        yield Digest(
            kind=call[0],
            address=draft.address,
            departments=tuple(draft.departments),
            today=inputs.today,
            trigger=call[1],
            topics=draft.topics(),
            news=news,
            notifications=tuple(dict.fromkeys(digest_item.notification for digest_item in told)),
            introduces=inputs.history.newest(draft.address) is None,
            curator=draft.curator,
            since=draft.since,
            stands_in=tuple(draft.stands_in.items()),
            answer_by=_answer_by(inputs),
            calendar=calendar_days(inputs, draft.address, draft.digest_items(Role.LEAD), call[0]),
        )


def _answer_by(inputs: PolicyInput) -> date:
    """The eve of the day on which silence is asked about again, or told to the coordinator.

    Never after the plan's end, when what has no mark becomes "no result".
    """
    by = inputs.workdays.shift(inputs.today, inputs.rules.escalate_silent - 1)
    end = inputs.workdays.last_until(inputs.agenda.plan.period.ends)
    return min(by, end) if inputs.today <= end else by


def _call(inputs: PolicyInput, draft: DraftDigest, news: Iterable[News]) -> _Call | None:
    """What calls for a letter to the address today."""
    if inputs.history.wrote_today(draft.address):
        return None
    led = list(draft.digest_items(Role.LEAD))
    if led and inputs.history.last_day(draft.address) is None:
        return LetterKind.INTRODUCTORY, "introductory"
    if inputs.monthly:
        if any(_belongs_to_month(inputs, digest_item) for digest_item in led):
            return LetterKind.MONTHLY, "monthly"
        shared = _call_of_shared(draft)
        if shared:
            return shared
    return _call_between(inputs, draft, news)


def _belongs_to_month(inputs: PolicyInput, digest_item: DigestItem) -> bool:
    """Due this month, late, or its pulse or ask has come (`help policy`: Letters)."""
    if digest_item.item.state in (State.ONGOING, State.WAITING):
        return digest_item.new
    late = late_begun(inputs.stage(digest_item.item))
    return late or due_this_month(inputs, digest_item.item)


def _call_of_shared(draft: DraftDigest) -> _Call | None:
    """The month's letter to who only helps or is asked; outside of it where that never arrived."""
    if any(draft.digest_items(Role.MEMBER)):
        return LetterKind.REQUEST, "request"
    return (LetterKind.MONTHLY, "monthly") if any(draft.digest_items(Role.HELPER)) else None


def _call_between(inputs: PolicyInput, draft: DraftDigest, news: Iterable[News]) -> _Call | None:
    pending = [m for m in draft.pending() if m.department not in draft.patient]
    pressing = [
        digest_item for digest_item in pending if _is_pressing(inputs, digest_item, draft.address)
    ]
    if pressing:
        return LetterKind.BETWEEN, _foremost(pressing)
    if not _is_free(inputs, draft.address):
        return None
    if pending:
        return LetterKind.BETWEEN, _foremost(pending)
    if any(calls_for_letter(inputs, each) for each in news):
        return LetterKind.BETWEEN, "news"
    return _call_of_shared(draft)


def _is_pressing(inputs: PolicyInput, digest_item: DigestItem, address: str) -> bool:
    """The last day, or the first time that the item is called late, waits for no spacing."""
    stage = inputs.stage(digest_item.item)
    if stage is None or not stage.kind.late:
        return stage is not None and stage.kind.urgent
    names = inputs.timetable.late_names(digest_item.item, inputs.today)
    lead = digest_item.item.measure.assignment.lead
    standings = (
        inputs.history.status(
            address, digest_item.notification._replace(stage=name), lead.addresses if lead else ()
        )
        for name in names
    )
    return NotificationStatus.SENT not in standings


def _is_free(inputs: PolicyInput, address: str) -> bool:
    """True where enough working days have passed since the address's last letter."""
    if inputs.history.wrote_today(address):
        return False
    last = inputs.history.last_day(address)
    if last is None:
        return True
    return inputs.workdays.between(last, inputs.today) >= inputs.rules.spacing


def _foremost(digest_items: Iterable[DigestItem]) -> str:
    return max((digest_item.stage for digest_item in digest_items), key=order)


def _to_the_head(inputs: PolicyInput, *, busy: frozenset[str]) -> Iterator[Digest]:
    """The coordinator's letter and the chair's; those who get another today get it with that."""
    alerts = current_alerts(inputs)
    for address in inputs.coordinator():
        if address in busy or _is_free(inputs, address):
            yield from _coordinator_digest(inputs, address, alerts)
    chair = chair_digest(inputs, alerts)
    if chair is None or inputs.history.wrote_today(chair.address):
        return
    if chair.trigger == "monthly" or _is_free(inputs, chair.address):
        yield chair


def _coordinator_digest(
    inputs: PolicyInput, address: str, alerts: tuple[CoordinatorAlert, ...]
) -> Iterator[Digest]:
    """Escalations are named once; all else is shown for as long as it is so."""
    told = [replace(n, new=is_new(inputs.history, address, n)) for n in alerts]
    if not any(alert.new for alert in told):
        return
    escalated = any(alert.new and alert.notification.stage == ESCALATION for alert in told)
    shown = [alert for alert in told if alert.new or alert.notification.stage != ESCALATION]
    yield Digest(
        kind=LetterKind.COORDINATOR,
        address=address,
        departments=(),
        today=inputs.today,
        trigger=ESCALATION if escalated else "notices",
        topics={},
        alerts=tuple(shown),
        notifications=tuple(dict.fromkeys(alert.notification for alert in shown)),
        introduces=inputs.history.newest(address) is None,
    )


def _joined(parts: list[Digest]) -> Digest:
    """One letter an address a day: what comes from several sides stands in the foremost one."""
    first, *others = sorted(parts, key=lambda digest: _KINDS.index(digest.kind))
    for other in others:
        first = replace(
            first,
            departments=(*first.departments, *other.departments),
            topics=first.topics | other.topics,
            news=tuple(dict.fromkeys((*first.news, *other.news))),
            alerts=(*first.alerts, *other.alerts),
            notifications=(*first.notifications, *other.notifications),
            standing=first.standing or other.standing,
            escalated_before=first.escalated_before or other.escalated_before,
            newly_late=first.newly_late or other.newly_late,
        )
    return first
