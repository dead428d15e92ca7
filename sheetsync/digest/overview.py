"""The chair's sections: the worst of the plan, who is silent, what changed; half a screen."""

from collections.abc import Iterable, Iterator

from sheetsync.digest.desk import Occasion
from sheetsync.digest.entries import led_by
from sheetsync.digest.names import named, numbers
from sheetsync.digest.news import changes_in_short
from sheetsync.digest.standing import last_mark, late
from sheetsync.model import Digest, Item, Kind, Mention, Section, State, Topic


def overview(digest: Digest, occasion: Occasion) -> Iterator[Section]:
    """The sections that only the chair's letter has; none in any other."""
    if digest.standing is None:
        return
    gettext = occasion.language.gettext
    worst = digest.topics.get(Topic.WORST, ())
    if worst:
        count = digest.standing.get(State.OVERDUE, 0)
        heading = gettext("Overdue: {n}, the longest first").format(n=count)
        yield Section(
            topic=Topic.WORST,
            heading=heading if count > 1 else gettext("Overdue: {n}").format(n=count),
            lines=tuple(_line(mention, occasion) for mention in worst),
        )
    silent = tuple(_escalated(digest, occasion))
    if silent:
        heading = gettext("Long overdue, their leads are silent")
        yield Section(topic=Topic.ESCALATED, heading=heading, lines=("; ".join(silent),))
    changed = tuple(_changed(digest, occasion))
    if changed:
        yield Section(topic="news", heading=gettext("Since your last letter"), lines=changed)


def _line(mention: Mention, occasion: Occasion) -> str:
    """Number, measure, how late, who leads it, and its last mark."""
    item = mention.item
    told = ", ".join(
        (late(item, occasion), led_by(item, occasion), last_mark(item, mention.last_word, occasion))
    )
    return f"{named(item, occasion.language)} – {told}"


def _escalated(digest: Digest, occasion: Occasion) -> Iterator[str]:
    new = [mention.item for mention in digest.topics.get(Topic.ESCALATED, ())]
    if new:
        words = occasion.language.gettext("named for the first time: {names}")
        yield words.format(names=_names(new, occasion))
    if digest.escalated_before:
        yield occasion.language.ngettext(
            "named in earlier letters: {n} measure",
            "named in earlier letters: {n} measures",
            digest.escalated_before,
        ).format(n=digest.escalated_before)


def _changed(digest: Digest, occasion: Occasion) -> Iterator[str]:
    if digest.newly_late:
        words = occasion.language.gettext("became overdue: {names}")
        yield words.format(names=_names(digest.newly_late, occasion))
    if digest.kind is Kind.CHAIR:
        yield from changes_in_short(digest.news, occasion)


def _names(items: Iterable[Item], occasion: Occasion) -> str:
    return numbers(((i.measure.number, i.measure.row) for i in items), occasion.language)
