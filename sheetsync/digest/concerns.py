"""What the coordinator should know of a plan today (POLICY, Coordinator and Escalation)."""

from collections.abc import Iterator
from datetime import date, timedelta

from sheetsync.digest.past import Past, Standing
from sheetsync.digest.picture import open_items
from sheetsync.digest.situation import Situation
from sheetsync.digest.stages import Stage
from sheetsync.model import (
    Department,
    Item,
    Meaning,
    Notice,
    NoticeKind,
    Severity,
    State,
    Telling,
)
from sheetsync.words.terms import clip

ESCALATION = "escalation"
_ALARMS = (NoticeKind.FAILED, NoticeKind.GUARD)
# A refused letter is told for as long as a coordinator may be away.
_RECENT = timedelta(days=14)


def concerns(situation: Situation) -> tuple[Notice, ...]:
    """Everything that is so today, whether it was told or not."""
    kinds = (_restored, _undelivered, _escalated, _silent, _groundless, _findings, _no_reports)
    return tuple(notice for kind in kinds for notice in kind(situation))


def alarm_notice(kind: NoticeKind, words: str, *, since: date | None = None) -> Notice:
    """That the plan was not read or not believed, or our tabs not written, and why.

    The same words are told once, and an unreachable plan once for all days `since` it was read:
    a network has many words for one failure.
    """
    what = "" if kind is NoticeKind.FAILED else clip(words, 200)
    telling = Telling(0, what, "", since if kind is NoticeKind.FAILED else None, kind)
    return Notice(kind=kind, telling=telling, words=words)


def is_new(past: Past, address: str, notice: Notice) -> bool:
    """True where the address was not told it yet."""
    return past.standing(address, notice.telling) is not Standing.TOLD


def _restored(situation: Situation) -> Iterator[Notice]:
    """That the plan is read again after an alarm that it was not, until that is told."""
    arrived = [letter for letter in situation.memory.letters if not letter.state.lost]
    alarmed = (each.day for each in arrived if any(t.stage in _ALARMS for t in each.tellings))
    last = max(alarmed, default=None)
    if last is None or last < situation.today - _RECENT:
        return
    telling = Telling(0, "", "", last, NoticeKind.RESTORED)
    # Else a later letter would call it news again.
    if not any(telling in letter.tellings for letter in arrived):
        yield Notice(kind=NoticeKind.RESTORED, telling=telling)


def _undelivered(situation: Situation) -> Iterator[Notice]:
    for letter in situation.memory.undelivered:
        if letter.day >= situation.today - _RECENT:
            what = f"{letter.day} {letter.kind} {letter.address}"
            yield Notice(
                kind=NoticeKind.UNDELIVERED,
                telling=Telling(0, what, "", letter.day, f"{letter.state}"),
                address=letter.address,
                words=letter.reply,
            )


def _escalated(situation: Situation) -> Iterator[Notice]:
    if _is_young(situation):
        return
    for item, _ in open_items(situation):
        lead = item.measure.assignment.lead
        if item.state is State.OVERDUE and lead and _is_long_silent(situation, item, lead):
            yield Notice(
                kind=NoticeKind.ESCALATED,
                telling=situation.telling(item, lead.name, ESCALATION),
                item=item,
                department=lead.name,
                last_word=situation.last_word(item),
            )


def _is_young(situation: Situation) -> bool:
    """True in the first days after the very first letters (POLICY, First run)."""
    start = situation.past.first_day
    return start is None or _working(situation, start, None) < situation.rules.quiet_start


def _is_long_silent(situation: Situation, item: Item, lead: Department) -> bool:
    """Late for long, told so for long, and no word for as long; days of absence do not count."""
    if item.due is None or _working(situation, item.due, lead) < situation.rules.escalate_late:
        return False
    told = _told_late(situation, item, lead)
    if told is None:
        return False
    heard = max(told, situation.last_word(item) or told)
    return _working(situation, heard, lead) >= situation.rules.escalate_silent


def _told_late(situation: Situation, item: Item, lead: Department) -> date | None:
    """The first day on which the lead was told that the item is late, not only shown it."""
    names = situation.timetable.late_names(item, situation.today)
    tellings = (situation.telling(item, lead.name, name) for name in names)
    days = (situation.past.asked_on(telling) for telling in tellings)
    return min((day for day in days if day), default=None)


def _working(situation: Situation, since: date, department: Department | None) -> int:
    """Working days since then, up to today, on which the department was there."""
    days = situation.workdays.between(since, situation.today)
    away = department.away if department else None
    if away is None:
        return days
    first = max(since, away.first - timedelta(days=1))
    return days - situation.workdays.between(first, min(away.last, situation.today))


def _silent(situation: Situation) -> Iterator[Notice]:
    """All-year work without a word, though its lead was asked twice."""
    if _is_young(situation):
        return
    for item, _ in open_items(situation):
        stage, lead = situation.stage(item), item.measure.assignment.lead
        if stage and lead and stage.repeats and _ignored(situation, item, lead, stage):
            yield Notice(
                kind=NoticeKind.SILENT,
                telling=situation.telling(item, lead.name, f"silent-{stage.name}"),
                item=item,
                department=lead.name,
                last_word=situation.last_word(item),
            )


def _ignored(situation: Situation, item: Item, lead: Department, stage: Stage) -> bool:
    """Both questions were asked, and the second is as old as the first was then."""
    first, again = (
        situation.past.asked_on(situation.telling(item, lead.name, name))
        for name in (stage.repeats, stage.name)
    )
    if not first or not again:
        return False
    return _working(situation, again, lead) >= situation.rules.pulse_again


def _groundless(situation: Situation) -> Iterator[Notice]:
    for item in situation.agenda.items:
        progress, lead = item.measure.progress, item.measure.assignment.lead
        moved = item.moved_from and progress.meaning is Meaning.POSTPONED
        if moved and not progress.evidence:
            name = lead.name if lead else ""
            yield Notice(
                kind=NoticeKind.GROUNDLESS,
                telling=situation.telling(item, name, NoticeKind.GROUNDLESS),
                item=item,
                department=name,
            )


def _findings(situation: Situation) -> Iterator[Notice]:
    for finding in situation.agenda.plan.findings:
        if finding.severity is not Severity.NOTE:
            identity = situation.memory.identities.get(finding.row, 0)
            what = clip(finding.sentence, 120)
            yield Notice(
                kind=NoticeKind.FINDING,
                telling=Telling(identity, what, "", None, f"finding-{finding.code}"),
                finding=finding,
            )


def _no_reports(situation: Situation) -> Iterator[Notice]:
    """From the plan's end until a month later, 31 January."""
    if situation.today > situation.agenda.plan.period.closed:
        return
    for item in situation.agenda.items:
        if item.state is State.NO_REPORT:
            lead = item.measure.assignment.lead
            telling = situation.telling(item, "", NoticeKind.NO_REPORT)
            yield Notice(
                kind=NoticeKind.NO_REPORT,
                telling=telling,
                item=item,
                department=lead.name if lead else "",
                last_word=situation.last_word(item),
            )
