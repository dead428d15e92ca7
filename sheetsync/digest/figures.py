"""The numbers at the head of a letter, and for the chair the sum of the plan."""

from sheetsync.digest.desk import Occasion
from sheetsync.digest.sections import HEADINGS
from sheetsync.model import Digest, Figure, Kind, NoticeKind, State, Topic
from sheetsync.model.language import marked

_CHASED = (Topic.OVERDUE, Topic.DUE)
_ASKED = (Topic.ASK, Topic.WAITING, Topic.UNREAD)
_STATES = {
    State.OVERDUE: marked("overdue"),
    State.DUE: marked("due soon"),
    State.UPCOMING: marked("ahead"),
    State.ONGOING: marked("all year"),
    State.WAITING: marked("depend on others"),
    State.UNREAD: marked("deadline not understood"),
    State.NO_REPORT: marked("no result"),
    State.DONE: marked("done"),
    State.CANCELLED: marked("cancelled"),
}
_FOR_THE_CHAIR = {State.OVERDUE: marked("Overdue"), State.DONE: marked("Done")}
_NOTICES = {
    marked("Letters not arrived"): (NoticeKind.UNDELIVERED,),
    marked("Leads silent"): (NoticeKind.ESCALATED, NoticeKind.SILENT),
    marked("Remarks on the sheet"): (NoticeKind.FINDING, NoticeKind.GROUNDLESS),
}


def figures(digest: Digest, occasion: Occasion) -> tuple[Figure, ...]:
    """Three numbers; none in a letter that chases nobody."""
    if digest.kind is Kind.CHAIR:
        return _of_the_plan(digest, occasion)
    if digest.kind is Kind.COORDINATOR:
        return _of_the_desk(digest, occasion)
    if not any(digest.count(topic) for topic in (*_CHASED, *_ASKED)):
        return ()
    third = next((topic for topic in _ASKED if digest.count(topic)), Topic.ASK)
    return tuple(
        Figure(
            label=occasion.language.gettext(HEADINGS[topic]),
            count=digest.count(topic),
            topic=topic,
        )
        for topic in (*_CHASED, third)
    )


def sum_of_the_plan(digest: Digest, occasion: Occasion) -> str:
    """Every measure in one number: "Всего 24 = просрочено 2 · впереди 3 · …"."""
    counts, gettext = digest.standing or {}, occasion.language.gettext
    parts = [f"{gettext(words)} {counts[s]}" for s, words in _STATES.items() if counts.get(s)]
    total = gettext("{n} in all").format(n=sum(counts.values()))
    return f"{total} = {' · '.join(parts)}" if parts else total


def _of_the_plan(digest: Digest, occasion: Occasion) -> tuple[Figure, ...]:
    counts, gettext = digest.standing or {}, occasion.language.gettext
    named = (
        Figure(label=gettext(words), count=counts.get(state, 0), topic=state)
        for state, words in _FOR_THE_CHAIR.items()
    )
    return (Figure(label=gettext("In all"), count=sum(counts.values()), topic="all"), *named)


def _of_the_desk(digest: Digest, occasion: Occasion) -> tuple[Figure, ...]:
    found = tuple(
        Figure(
            label=occasion.language.gettext(label),
            count=sum(notice.kind in kinds for notice in digest.notices),
            topic=kinds[0],
        )
        for label, kinds in _NOTICES.items()
    )
    return found if any(figure.count for figure in found) else ()
