"""What the chair is told: how the plan stands, in half a screen (POLICY, Chair)."""

import hashlib
from collections.abc import Iterable
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
    NewsKind,
    Notice,
    NoticeKind,
    Role,
    State,
    Telling,
    Topic,
)

_NAMED = "escalation-chair"


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
    mentions = tuple(
        _mention(notice, notice.item)
        for notice in notices
        if notice.kind is NoticeKind.ESCALATED and notice.item
    )
    named = tuple(
        m for m in mentions if situation.past.standing(address, m.telling) is not Standing.TOLD
    )
    return Digest(
        kind=Kind.CHAIR,
        address=address,
        departments=(situation.chair.name,) if situation.chair.name else (),
        today=situation.today,
        trigger=occasion,
        topics={Topic.ESCALATED: named} if named else {},
        news=_moved(situation, address),
        tellings=(picture, _sign(occasion), *(mention.telling for mention in named)),
        introduces=newest is None,
        standing=standing(situation),
        escalated_before=len(mentions) - len(named),
    )


def standing(situation: Situation) -> dict[State, int]:
    """How many measures are in each state; they sum to all."""
    states = list(situation.agenda.states().values())
    return {state: states.count(state) for state in State}


def _occasion(situation: Situation) -> str:
    """The month's first working day, or the days before a sitting that had no letter yet."""
    if situation.monthly:
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


def _mention(notice: Notice, item: Item) -> Mention:
    return Mention(
        item=item,
        role=Role.CHAIR,
        department=notice.department,
        telling=notice.telling._replace(stage=_NAMED),
        stage=notice.telling.stage,
        new=True,
        last_word=notice.last_word,
    )


def _moved(situation: Situation, address: str) -> tuple[News, ...]:
    names = [d.name for d in situation.roster.departments]
    news = developments(situation, address=address, departments=names)
    return tuple(n for n in news if n.kind in (NewsKind.DEADLINE, NewsKind.CANCELLED))
