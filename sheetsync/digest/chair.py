"""What the chair is told: how the plan stands, in half a screen (POLICY, Chair)."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from sheetsync.digest.developments import developments
from sheetsync.digest.past import Standing
from sheetsync.digest.situation import Situation
from sheetsync.model import (
    Digest,
    Item,
    Kind,
    Mention,
    News,
    Notice,
    NoticeKind,
    Role,
    State,
    Telling,
    Topic,
)

_NAMED = "escalation-chair"
_WORST = 5  # half a screen


def chair_digest(situation: Situation, notices: tuple[Notice, ...]) -> Digest | None:
    """The chair's letter of today; None where it is no day for one, or nothing has changed.

    What is escalated is named once and counted afterwards.
    """
    address = situation.chair.address
    occasion = _occasion(situation)
    picture = _picture(situation)
    newest = situation.past.newest(address)
    if not address or not occasion or (newest and picture in newest.tellings):
        return None
    escalated = [(n.item, n) for n in notices if n.kind is NoticeKind.ESCALATED and n.item]
    mentions = [_escalation(situation, item, notice) for item, notice in escalated]
    named = tuple(
        m for m in mentions if situation.past.standing(address, m.telling) is not Standing.TOLD
    )
    topics = {Topic.WORST: tuple(_worst(situation)), Topic.ESCALATED: named}
    return Digest(
        kind=Kind.CHAIR,
        address=address,
        departments=(situation.chair.name,) if situation.chair.name else (),
        today=situation.today,
        trigger=occasion,
        topics={topic: found for topic, found in topics.items() if found},
        news=_news(situation, address),
        tellings=(picture, _sign(occasion), *(mention.telling for mention in named)),
        introduces=newest is None,
        newly_late=tuple(_newly_late(situation, newest.day)) if newest else (),
        standing=standing(situation),
        escalated_before=len(_rows(mentions) - _rows(named)),
    )


def standing(situation: Situation) -> dict[State, int]:
    """How many measures are in each state; they sum to all."""
    states = list(situation.agenda.states().values())
    return {state: states.count(state) for state in State}


def _occasion(situation: Situation) -> str:
    """The month's first working day, or the days before a sitting that had no letter yet.

    The last one comes after the plan's end, when its result can be told.
    """
    if situation.monthly or situation.is_closed:
        return "monthly"
    today, address = situation.today, situation.chair.address
    for day in situation.chair.sittings:
        begins = situation.workdays.shift(day, -situation.rules.sitting)
        name = f"sitting {day}"
        if (
            begins <= today <= day
            and situation.past.standing(address, _sign(name)) is Standing.UNTOLD
        ):
            return name
    return ""


def _sign(occasion: str) -> Telling:
    return Telling(0, "", "", None, occasion)


def _picture(situation: Situation) -> Telling:
    """What the chair sees, as a sign that tells whether anything has changed."""
    rows: Iterable[tuple[int, str, date | None, State]] = (
        (situation.identity(item), item.what, item.due, item.state)
        for item in situation.agenda.items
    )
    digest = hashlib.sha256(repr(sorted(rows, key=repr)).encode()).hexdigest()
    return Telling(0, digest[:16], "", None, "picture")


def _worst(situation: Situation) -> Iterator[Mention]:
    """The measures that are overdue for the longest time, each by its oldest item."""
    states = situation.agenda.states()
    late = [item for item in _late(situation) if states[item.measure.row] is State.OVERDUE]
    oldest = {item.measure.row: item for item in sorted(late, key=lambda item: item.late_days)}
    by_days = sorted(oldest.values(), key=lambda item: (-item.late_days, item.measure.row))
    for item in by_days[:_WORST]:
        lead = item.measure.assignment.lead
        yield _mention(situation, item, lead.name if lead else "", stage="")


def _newly_late(situation: Situation, since: date) -> Iterator[Item]:
    """What was not late yet on the day of the letter before."""
    return (item for item in _late(situation) if item.due and item.due >= since)


def _late(situation: Situation) -> Iterator[Item]:
    return (item for item in situation.agenda.items if item.state is State.OVERDUE)


def _escalation(situation: Situation, item: Item, notice: Notice) -> Mention:
    return _mention(situation, item, notice.department, stage=_NAMED)


def _mention(situation: Situation, item: Item, department: str, *, stage: str) -> Mention:
    return Mention(
        item=item,
        role=Role.CHAIR,
        department=department,
        telling=situation.telling(item, department, stage),
        new=bool(stage),
        last_word=situation.last_word(item),
    )


def _rows(mentions: Iterable[Mention]) -> set[int]:
    return {mention.item.measure.row for mention in mentions}


def _news(situation: Situation, address: str) -> tuple[News, ...]:
    coordinator = situation.roster.coordinator
    names = [d.name for d in (*situation.roster.departments, coordinator) if d]
    return developments(situation, address=address, departments=names)
