"""Who is told what on a day: the letters, and what has to wait (POLICY). Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sheetsync.digest.chair import chair_digest
from sheetsync.digest.concerns import ESCALATION, concerns, is_new
from sheetsync.digest.developments import calls_for_letter, developments
from sheetsync.digest.past import Standing
from sheetsync.digest.picture import Picture, due_this_month, late_begun, pictures
from sheetsync.digest.situation import Decision, Situation
from sheetsync.digest.stages import order
from sheetsync.model import Digest, Hold, Kind, Mention, News, Notice, Role, State

_Call = tuple[Kind, str]  # what sort of letter is called for, and by what
_KINDS = list(Kind)


def decide(situation: Situation) -> Decision:
    """The letters of the day, the most pressing kinds first, and why other stages are not told."""
    shown = pictures(situation)
    hindrance = _hindrance(situation)
    if hindrance:
        holds = (hold for picture in shown.values() for hold in _held(picture, hindrance))
        return Decision(digests=(), holds=tuple(holds))
    parts: dict[str, list[Digest]] = {}
    for digest in _to_departments(situation, shown):
        parts.setdefault(digest.address, []).append(digest)
    for digest in _to_the_head(situation, busy=frozenset(parts)):
        parts.setdefault(digest.address, []).append(digest)
    digests = sorted(map(_joined, parts.values()), key=lambda d: (_KINDS.index(d.kind), d.address))
    holds = (
        hold
        for picture in shown.values()
        if picture.address not in parts
        for hold in _held(picture, _reason(situation, picture))
    )
    return Decision(digests=tuple(digests), holds=tuple(holds))


def _hindrance(situation: Situation) -> str:
    """Why nothing at all is told today; "" where letters may go."""
    if situation.adopted and situation.today < situation.adopted:
        return "not adopted"
    return "" if situation.workdays.is_working(situation.today) else "day off"


def _held(picture: Picture, reason: str) -> Iterator[Hold]:
    for mention in picture.untold():
        patient = "tell" if mention.department in picture.patient else reason
        yield Hold(
            address=picture.address,
            number=mention.item.measure.number,
            telling=mention.telling,
            reason=patient,
        )


def _reason(situation: Situation, picture: Picture) -> str:
    return "told today" if situation.past.wrote_today(picture.address) else "spacing"


def _to_departments(situation: Situation, shown: dict[str, Picture]) -> Iterator[Digest]:
    for picture in shown.values():
        news = developments(situation, address=picture.address, departments=picture.departments)
        call = _call(situation, picture, news)
        if call is None:
            continue
        told = [m for mentions in picture.by_topic.values() for m in mentions if m.telling.stage]
        yield Digest(
            kind=call[0],
            address=picture.address,
            departments=tuple(picture.departments),
            today=situation.today,
            trigger=call[1],
            topics=picture.topics(),
            news=news,
            tellings=tuple(dict.fromkeys(mention.telling for mention in told)),
            introduces=situation.past.newest(picture.address) is None,
            curator=picture.curator,
            stands_in=tuple(picture.stands_in.items()),
        )


def _call(situation: Situation, picture: Picture, news: Iterable[News]) -> _Call | None:
    """What calls for a letter to the address today."""
    if situation.past.wrote_today(picture.address):
        return None
    led = list(picture.mentions(Role.LEAD))
    if led and situation.past.last_day(picture.address) is None:
        return Kind.INTRODUCTORY, "introductory"
    if situation.monthly:
        if any(_belongs_to_month(situation, mention) for mention in led):
            return Kind.MONTHLY, "monthly"
        shared = _call_of_shared(picture)
        if shared:
            return shared
    return _call_between(situation, picture, news)


def _belongs_to_month(situation: Situation, mention: Mention) -> bool:
    """Due this month, late, or its pulse or ask has come (POLICY, Letters: monthly)."""
    if mention.item.state in (State.ONGOING, State.WAITING):
        return mention.new
    late = late_begun(situation.stage(mention.item))
    return late or due_this_month(situation, mention.item)


def _call_of_shared(picture: Picture) -> _Call | None:
    """The month's letter to who only helps or is asked; outside of it where that never arrived."""
    if any(picture.mentions(Role.MEMBER)):
        return Kind.REQUEST, "request"
    return (Kind.MONTHLY, "monthly") if any(picture.mentions(Role.HELPER)) else None


def _call_between(situation: Situation, picture: Picture, news: Iterable[News]) -> _Call | None:
    untold = [m for m in picture.untold() if m.department not in picture.patient]
    pressing = [mention for mention in untold if _is_pressing(situation, mention, picture.address)]
    if pressing:
        return Kind.BETWEEN, _foremost(pressing)
    if not _is_free(situation, picture.address):
        return None
    if untold:
        return Kind.BETWEEN, _foremost(untold)
    if any(calls_for_letter(situation, each) for each in news):
        return Kind.BETWEEN, "news"
    return _call_of_shared(picture)


def _is_pressing(situation: Situation, mention: Mention, address: str) -> bool:
    """The last day, or the first time that the item is called late, waits for no spacing."""
    stage = situation.stage(mention.item)
    if stage is None or not stage.late:
        return stage is not None and stage.urgent
    names = situation.timetable.late_names(mention.item, situation.today)
    lead = mention.item.measure.assignment.lead
    standings = (
        situation.past.standing(
            address, mention.telling._replace(stage=name), lead.addresses if lead else ()
        )
        for name in names
    )
    return Standing.TOLD not in standings


def _is_free(situation: Situation, address: str) -> bool:
    """True where enough working days have passed since the address's last letter."""
    if situation.past.wrote_today(address):
        return False
    last = situation.past.last_day(address)
    if last is None:
        return True
    return situation.workdays.between(last, situation.today) >= situation.rules.spacing


def _foremost(mentions: Iterable[Mention]) -> str:
    return max((mention.stage for mention in mentions), key=order)


def _to_the_head(situation: Situation, *, busy: frozenset[str]) -> Iterator[Digest]:
    """The coordinator's letter and the chair's; those who get another today get it with that."""
    notices = concerns(situation)
    for address in situation.coordinator():
        if address in busy or _is_free(situation, address):
            yield from _coordinator_digest(situation, address, notices)
    chair = chair_digest(situation, notices)
    if chair is None or situation.past.wrote_today(chair.address):
        return
    if chair.trigger == "monthly" or _is_free(situation, chair.address):
        yield chair


def _coordinator_digest(
    situation: Situation, address: str, notices: tuple[Notice, ...]
) -> Iterator[Digest]:
    """Escalations are named once; all else is shown for as long as it is so."""
    told = [replace(n, new=is_new(situation.past, address, n)) for n in notices]
    if not any(notice.new for notice in told):
        return
    escalated = any(notice.new and notice.telling.stage == ESCALATION for notice in told)
    shown = [notice for notice in told if notice.new or notice.telling.stage != ESCALATION]
    yield Digest(
        kind=Kind.COORDINATOR,
        address=address,
        departments=(),
        today=situation.today,
        trigger=ESCALATION if escalated else "notices",
        topics={},
        notices=tuple(shown),
        tellings=tuple(dict.fromkeys(notice.telling for notice in shown)),
        introduces=situation.past.newest(address) is None,
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
            notices=(*first.notices, *other.notices),
            tellings=(*first.tellings, *other.tellings),
            standing=first.standing or other.standing,
            escalated_before=first.escalated_before or other.escalated_before,
            newly_late=first.newly_late or other.newly_late,
        )
    return first
