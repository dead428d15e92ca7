"""What the coordinator should know of a plan today (`help policy`: The coordinator)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from sheetsync.digest.notification_history import NotificationHistory, NotificationStatus
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.digest.stages import Stage
from sheetsync.model import (
    AlertKind,
    CoordinatorAlert,
    Department,
    Item,
    LetterState,
    Notification,
    Severity,
    StageKind,
    State,
)
from sheetsync.plan.findings import finding_key
from sheetsync.plan.postponed import postponements
from sheetsync.words.clipping import cut

ESCALATION = StageKind.ESCALATION.named()
_ALARMS = (AlertKind.FAILED, AlertKind.GUARD)
# A refused letter is told for as long as a coordinator may be away.
_RECENT = timedelta(days=14)


@lru_cache(maxsize=1)  # the letters of a day ask up to five times
def current_alerts(inputs: PolicyInput) -> tuple[CoordinatorAlert, ...]:
    """All alerts of today, whether they were told before or not."""
    kinds = (
        *(_too_late, _reading_again, _undelivered, _resting, _escalated, _vanished, _silent),
        *(_groundless, _findings, _no_reports),
    )
    return tuple(alert for kind in kinds for alert in kind(inputs))


def plan_alert(kind: AlertKind, words: str, *, key: str, since: date | None) -> CoordinatorAlert:
    """The alert that the plan was not read or not believed, or our tabs not written, and why.

    What has the same `key`, or the same words where they have none, is told once, and an
    unreachable plan once for all days `since` it was read: a network has many words for one
    failure.
    """
    what = "" if kind is AlertKind.FAILED else alarm_key(key or words)
    notification = Notification(0, what, "", since if kind is AlertKind.FAILED else None, kind)
    return CoordinatorAlert(kind=kind, notification=notification, words=words)


def alarm_key(words: str) -> str:
    """The beginning of an alarm's words, by which it is remembered."""
    return cut(words, 200)


def named_once(alert: CoordinatorAlert) -> bool:
    """Whether later letters leave it out, though it still holds."""
    return alert.kind in (AlertKind.ESCALATED, AlertKind.VANISHED)


def is_new(history: NotificationHistory, address: str, alert: CoordinatorAlert) -> bool:
    """True where the address was not told it yet."""
    return history.status(address, alert.notification) is not NotificationStatus.TOLD


def _reading_again(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    """An alert that the plan is read again after an alarm, until a letter has told it."""
    arrived = [letter for letter in inputs.memory.letters if not letter.state.lost]
    alarmed = (each.day for each in arrived if any(t.stage in _ALARMS for t in each.notifications))
    last = max(alarmed, default=None)
    if last is None or last < inputs.today - _RECENT:
        return
    notification = Notification(0, "", "", last, AlertKind.RESTORED)
    # Else a later letter would call it news again.
    if not any(notification in letter.notifications for letter in arrived):
        yield CoordinatorAlert(kind=AlertKind.RESTORED, notification=notification)


def _too_late(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    if inputs.too_late:
        ends = inputs.agenda.plan.period.ends
        notification = Notification(0, "", "", ends, AlertKind.TOO_LATE)
        yield CoordinatorAlert(kind=AlertKind.TOO_LATE, notification=notification)


def _undelivered(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    since = min(_heard(inputs), inputs.today - _RECENT)
    for letter in inputs.memory.undelivered:
        if letter.day >= since:
            what = f"{letter.day} {letter.kind} {letter.address}"
            late = letter.state is LetterState.EXPIRED
            yield CoordinatorAlert(
                kind=AlertKind.DELAYED if late else AlertKind.UNDELIVERED,
                notification=Notification(0, what, "", letter.day, f"{letter.state}"),
                address=letter.address,
                words=letter.reply,
            )


def _heard(inputs: PolicyInput) -> date:
    """The day of the coordinator's newest letter: what came since is told, however late.

    Where no run came for weeks, a refusal would else be too old before anybody heard of it.
    """
    days = [
        letter.day
        for letter in inputs.memory.letters
        if letter.kind == "coordinator"
        and not letter.state.lost
        and not any(one.stage in _ALARMS for one in letter.notifications)
    ]
    return max(days, default=date.min)


def _resting(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    """Mailboxes that get nothing until somebody acts, again in each month."""
    month = inputs.today.replace(day=1)
    for letter in (
        rest.letter for rest in inputs.memory.resting_mailboxes.values() if rest.until is None
    ):
        yield CoordinatorAlert(
            kind=AlertKind.RESTING,
            notification=Notification(0, letter.address, "", month, AlertKind.RESTING),
            address=letter.address,
            words=f"{letter.id}",
            last_word=letter.day,
        )


def _escalated(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    if _is_young(inputs):
        return
    for item, _ in inputs.open_items:
        lead = item.measure.assignment.lead
        if item.state is State.OVERDUE and lead and _is_long_silent(inputs, item, lead):
            yield CoordinatorAlert(
                kind=AlertKind.ESCALATED,
                notification=inputs.notification(item, lead.name, ESCALATION),
                item=item,
                department=lead.name,
                last_word=inputs.last_word(item),
            )


def _vanished(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    for one in inputs.memory.vanished:
        yield CoordinatorAlert(
            kind=AlertKind.VANISHED,
            notification=Notification(one.identity, "", "", one.due, AlertKind.VANISHED),
            line=one.line,
            department=inputs.reader.lead(one.line),
        )


def _is_young(inputs: PolicyInput) -> bool:
    """True in the first days after the very first letters (`help policy`: The coordinator)."""
    return inputs.history.first_day is None or inputs.today < _grown_up(inputs)


def _is_long_silent(inputs: PolicyInput, item: Item, lead: Department) -> bool:
    """Late for long, told so for long, and no word for as long; days of absence do not count."""
    if item.due is None or _working(inputs, item.due, lead) < inputs.rules.escalate_late:
        return False
    told = _told_late(inputs, item, lead)
    if told is None:
        return False
    heard = max(told, inputs.last_word(item) or told)
    return _working(inputs, heard, lead) >= inputs.rules.escalate_silent


def escalated_from(inputs: PolicyInput, item: Item) -> date | None:
    """The day from which on silence about an overdue item is the coordinator's, if it lasts.

    It may come later where the lead was away meanwhile.
    """
    lead = item.measure.assignment.lead
    if item.state is not State.OVERDUE or item.due is None or lead is None:
        return None
    shift, rules = inputs.workdays.shift, inputs.rules
    told = _told_late(inputs, item, lead) or inputs.today
    heard = max(told, inputs.last_word(item) or told)
    return max(
        shift(item.due, rules.escalate_late), shift(heard, rules.escalate_silent), _grown_up(inputs)
    )


def silent_from(inputs: PolicyInput, item: Item) -> date | None:
    """The day from which on silence after a second question is the coordinator's, if it lasts."""
    stage, lead = inputs.stage(item), item.measure.assignment.lead
    if stage is None or lead is None or not stage.repeats:
        return None
    again = inputs.history.asked_on(inputs.notification(item, lead.name, stage.name))
    asked = inputs.workdays.shift(again or inputs.today, inputs.rules.pulse_again)
    return max(asked, _grown_up(inputs))


def _grown_up(inputs: PolicyInput) -> date:
    """The day from which on the plan is no more in its first days (`_is_young`)."""
    start = inputs.history.first_day or inputs.today
    return inputs.workdays.shift(start, inputs.rules.quiet_start)


def _told_late(inputs: PolicyInput, item: Item, lead: Department) -> date | None:
    """The first day on which the lead was told that the item is late, not only shown it."""
    names = inputs.timetable.late_names(item, inputs.today)
    of_item = inputs.notification(item, lead.name, "")
    days = (inputs.history.asked_on(of_item._replace(stage=name)) for name in names)
    return min((day for day in days if day), default=None)


def _working(inputs: PolicyInput, since: date, department: Department) -> int:
    """Working days since then, up to today, on which the department was there."""
    days = inputs.workdays.between(since, inputs.today)
    away = department.away
    if away is None:
        return days
    first = max(since, away.first - timedelta(days=1))
    return days - inputs.workdays.between(first, min(away.last, inputs.today))


def _silent(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    """All-year work without a word, though its lead was asked twice."""
    if _is_young(inputs):
        return
    for item, _ in inputs.open_items:
        stage, lead = inputs.stage(item), item.measure.assignment.lead
        if stage and lead and stage.repeats and _ignored(inputs, item, lead, stage):
            yield CoordinatorAlert(
                kind=AlertKind.SILENT,
                notification=inputs.notification(
                    item, lead.name, StageKind.SILENT.named(stage.name)
                ),
                item=item,
                department=lead.name,
                last_word=inputs.last_word(item),
            )


def _ignored(inputs: PolicyInput, item: Item, lead: Department, stage: Stage) -> bool:
    """Both questions were asked, and the second is as old as the first was then."""
    first, again = (
        inputs.history.asked_on(inputs.notification(item, lead.name, name))
        for name in (stage.repeats, stage.name)
    )
    if not first or not again:
        return False
    return _working(inputs, again, lead) >= inputs.rules.pulse_again


def _groundless(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    for one in postponements(inputs.agenda, inputs.memory.moves):
        if one.asks:
            name = one.item.measure.assignment.lead_name
            yield CoordinatorAlert(
                kind=AlertKind.GROUNDLESS,
                notification=inputs.notification(one.item, name, AlertKind.GROUNDLESS),
                item=replace(one.item, moved_from=one.was),
                department=name,
            )


def _findings(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    for finding in inputs.agenda.plan.findings:
        if finding.severity is not Severity.NOTE:
            identity = inputs.memory.identities.get(finding.row, 0)
            what = finding_key(finding)
            yield CoordinatorAlert(
                kind=AlertKind.FINDING,
                notification=Notification(
                    identity, what, "", None, StageKind.FINDING.named(finding.code)
                ),
                finding=finding,
            )


def _no_reports(inputs: PolicyInput) -> Iterator[CoordinatorAlert]:
    """The measures without a result, from the plan's end until a month later, 31 January."""
    if inputs.today > inputs.agenda.plan.period.closed:
        return
    for item in inputs.agenda.items_in(State.NO_REPORT):
        yield CoordinatorAlert(
            kind=AlertKind.NO_REPORT,
            notification=inputs.notification(item, "", AlertKind.NO_REPORT),
            item=item,
            department=item.measure.assignment.lead_name,
            last_word=inputs.last_word(item),
        )
