"""Who is told what on a day: the letters, and what has to wait (`help policy`). Pure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from sheetsync.digest.answer_by import with_answer_days
from sheetsync.digest.calendar import calendar_days
from sheetsync.digest.draft_digests import DraftDigest, drafts
from sheetsync.digest.letter_kinds import LETTER_KINDS, LetterKind, ToDepartments, ToPerson
from sheetsync.digest.mailboxes import COORDINATOR
from sheetsync.digest.news import signs_of_doubt
from sheetsync.digest.notification_history import NotificationStatus
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import Decision, Digest, DigestItem, Hold, Notification, Role

_NAMED = "named"


def decide(inputs: PolicyInput) -> Decision:
    """The letters of the day, the most pressing kinds first, and why other stages are not told."""
    shown = drafts(inputs)
    hindrance = _hindrance(inputs)
    if hindrance:
        holds = (hold for draft in shown.values() for hold in _holds_of(draft, hindrance))
        return Decision(digests=(), holds=tuple(holds))
    parts: dict[str, list[Digest]] = {}
    for digest in () if inputs.too_late else _to_departments(inputs, shown):
        parts.setdefault(digest.address, []).append(digest)
    for digest in _to_persons(inputs, busy=frozenset(parts)):
        parts.setdefault(digest.address, []).append(digest)
    joined = (_recorded(inputs, _joined_parts(digests)) for digests in parts.values())
    letters = sorted((_with_signs(inputs, digest) for digest in joined), key=_in_turn)
    resting = inputs.memory.resting_mailboxes
    waits = (
        hold
        for draft in shown.values()
        if draft.address not in parts
        for hold in _holds_of(draft, _hold_reason(inputs, draft))
    )
    refused = (digest for digest in letters if digest.address in resting)
    return Decision(
        digests=tuple(digest for digest in letters if digest.address not in resting),
        holds=(*waits, *chain.from_iterable(map(_left_out, refused))),
    )


def _in_turn(digest: Digest) -> tuple[int, str]:
    return _kind_order(digest), digest.address


def _kind_order(digest: Digest) -> int:
    return list(LETTER_KINDS).index(digest.kind)


def _hindrance(inputs: PolicyInput) -> str:
    """Why nothing at all is told today; "" where letters may go."""
    if inputs.adopted and inputs.today < inputs.adopted:
        return "not adopted"
    return "" if inputs.workdays.is_working(inputs.today) else "day off"


def _holds_of(draft: DraftDigest, reason: str) -> Iterator[Hold]:
    for digest_item in draft.pending():
        monthly_only = digest_item.department in draft.monthly_only
        yield _hold_on(draft.address, digest_item, "tell" if monthly_only else reason)


def _left_out(digest: Digest) -> Iterator[Hold]:
    """The holds for a letter to a resting mailbox, which is not sent."""
    # Only a stage can be told later; what is merely shown comes with any next letter.
    told = (digest_item for digest_item in digest.items() if digest_item.notification.stage)
    return (_hold_on(digest.address, digest_item, "refused") for digest_item in told)


def _hold_on(address: str, digest_item: DigestItem, reason: str) -> Hold:
    return Hold(
        address=address,
        number=digest_item.item.measure.number,
        notification=digest_item.notification,
        reason=reason,
    )


def _hold_reason(inputs: PolicyInput, draft: DraftDigest) -> str:
    if inputs.too_late:
        return "too late"
    return "told today" if inputs.history.wrote_today(draft.address) else "spacing"


def _to_departments(inputs: PolicyInput, shown: dict[str, DraftDigest]) -> Iterator[Digest]:
    for draft in shown.values():
        if inputs.history.wrote_today(draft.address):
            continue
        kinds = _kinds_for(draft)
        calls = ((kind, _trigger(inputs, draft, each)) for kind, each in kinds.items())
        called = next(((kind, trigger) for kind, trigger in calls if trigger), None)
        if called:
            kind, trigger = called
            digest = with_answer_days(inputs, _digest_of(inputs, draft, kind, trigger))
            yield kinds[kind].tells(inputs, digest)


def _kinds_for(draft: DraftDigest) -> dict[str, LetterKind]:
    to = [ToDepartments.ALL, *([ToDepartments.SHOWN] if draft.by_topic or draft.news else [])]
    return {kind: each for kind, each in LETTER_KINDS.items() if each.to in to}


def _trigger(inputs: PolicyInput, draft: DraftDigest, kind: LetterKind) -> str:
    """What calls for a letter of the kind: once for what no item can remember as told."""
    trigger = kind.when(inputs, draft)
    if kind.to is ToDepartments.SHOWN or not trigger:
        return trigger
    status = inputs.history.status(draft.address, Notification.sign(trigger))
    return trigger if status is NotificationStatus.UNTOLD else ""


def _digest_of(inputs: PolicyInput, draft: DraftDigest, kind: str, trigger: str) -> Digest:
    shown = [one for found in draft.by_topic.values() for one in found if one.notification.stage]
    told = dict.fromkeys(digest_item.notification for digest_item in shown)
    if LETTER_KINDS[kind].to is ToDepartments.ALL:
        told[Notification.sign(trigger)] = None
    return Digest(
        kind=kind,
        address=draft.address,
        departments=tuple(draft.departments),
        today=inputs.today,
        trigger=trigger,
        topics=draft.topics(),
        news=draft.news,
        notifications=tuple(told),
        introduces=inputs.history.newest(draft.address) is None,
        curator=draft.curator,
        since=draft.since,
        stands_in=tuple(draft.stands_in.items()),
        calendar=calendar_days(inputs, draft.address, draft.digest_items(Role.LEAD), kind),
    )


def _to_persons(inputs: PolicyInput, *, busy: frozenset[str]) -> Iterator[Digest]:
    """The coordinator's letter, the chair's, and those of others whom the settings name."""
    for kind, each in LETTER_KINDS.items():
        if not isinstance(each.to, ToPerson):
            continue
        if inputs.too_late and each.to.section != COORDINATOR:
            continue
        for address in inputs.mailboxes.of_person(each.to.section):
            if inputs.history.wrote_today(address):
                continue
            trigger = each.when(inputs, DraftDigest(address=address))
            joins = each.to.joins and address in busy
            if trigger and (joins or trigger == "monthly" or inputs.is_free(address)):
                yield each.tells(inputs, _of_nothing(inputs, address, kind, trigger))


def _of_nothing(inputs: PolicyInput, address: str, kind: str, trigger: str) -> Digest:
    return Digest(
        kind=kind,
        address=address,
        departments=(),
        today=inputs.today,
        trigger=trigger,
        topics={},
        introduces=inputs.history.newest(address) is None,
    )


def _recorded(inputs: PolicyInput, digest: Digest) -> Digest:
    """The digest with the measures that it only shows, to prove later who was told of them."""
    items = [*(one.item for one in digest.items()), *digest.newly_late]
    shown = {inputs.identity(item) for item in items} | {news.identity for news in digest.news}
    told = {notification.identity for notification in digest.notifications}
    named = (Notification(identity, "", "", None, _NAMED) for identity in sorted(shown - told))
    return replace(digest, named=tuple(named))


def _with_signs(inputs: PolicyInput, digest: Digest) -> Digest:
    """The digest with signs of the news that it keeps back until a person settles a doubt."""
    signs = signs_of_doubt(inputs, digest.address)
    return replace(digest, notifications=(*digest.notifications, *signs))


def _joined_parts(parts: list[Digest]) -> Digest:
    """One letter an address a day: what comes from several sides stands in the foremost one."""
    first, *others = sorted(parts, key=_kind_order)
    for other in others:
        first = replace(
            first,
            departments=(*first.departments, *other.departments),
            topics=first.topics | other.topics,
            news=tuple(dict.fromkeys((*first.news, *other.news))),
            alerts=(*first.alerts, *other.alerts),
            notifications=(*first.notifications, *other.notifications),
            takes_over=first.takes_over or other.takes_over,
            standing=first.standing or other.standing,
            escalated_before=first.escalated_before or other.escalated_before,
            newly_late=first.newly_late or other.newly_late,
        )
    return first
