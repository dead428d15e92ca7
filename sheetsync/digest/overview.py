"""The sections of a letter on the whole plan: the worst, the silent, what has changed."""

from collections.abc import Iterable, Iterator

from sheetsync.digest.entries import led_by
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.news_sections import changes_in_short
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.standing import last_mark, late
from sheetsync.model import Digest, DigestItem, Item, Section, State, Topic
from sheetsync.plan.names import named, numbers

_NAMED = 3  # newly late ones with their words: the letter is half a screen


def overview(digest: Digest, context: RenderContext) -> Iterator[Section]:
    """The sections that only the chair's letter has; none in any other."""
    if digest.standing is None:
        return
    gettext = context.language.gettext
    worst = digest.topics.get(Topic.WORST, ())
    if worst:
        count = digest.standing.get(State.OVERDUE, 0)
        heading = gettext("Overdue: {n}, the longest first").format(n=count)
        yield Section(
            topic=Topic.WORST,
            heading=heading if count > 1 else gettext("Overdue: {n}").format(n=count),
            lines=tuple(_line(digest_item, context) for digest_item in worst),
        )
    silent = tuple(_escalated(digest, context))
    if silent:
        heading = gettext("Long overdue, their leads are silent")
        yield Section(topic=Topic.ESCALATED, heading=heading, lines=("; ".join(silent),))
    changed = tuple(_changed(digest, context))
    if changed:
        yield Section(topic="news", heading=gettext("Since your last letter"), lines=changed)


def _line(digest_item: DigestItem, context: RenderContext) -> str:
    """Number, measure, how late, who leads it, and its last mark."""
    item = digest_item.item
    told = ", ".join(
        (
            late(item, context),
            led_by(item, context),
            last_mark(item, digest_item.last_word, context),
        )
    )
    return f"{named(item, context.language)} – {told}"


def _escalated(digest: Digest, context: RenderContext) -> Iterator[str]:
    new = [digest_item.item for digest_item in digest.topics.get(Topic.ESCALATED, ())]
    if new:
        words = context.language.gettext("named for the first time: {names}")
        yield words.format(names=_names(new, context))
    if digest.escalated_before:
        yield context.language.ngettext(
            "named in earlier letters: {n} measure",
            "named in earlier letters: {n} measures",
            digest.escalated_before,
        ).format(n=digest.escalated_before)


def _changed(digest: Digest, context: RenderContext) -> Iterator[str]:
    if digest.newly_late:
        words = context.language.gettext("became overdue: {names}")
        told = {one.item for one in digest.topics.get(Topic.WORST, ())}
        new = [item for item in digest.newly_late if item not in told][:_NAMED]
        others = [item for item in digest.newly_late if item not in new]
        said = [f"{named(item, context.language)}, {led_by(item, context)}" for item in new]
        said += [_names(others, context)] if others else []
        yield words.format(names="; ".join(said))
    if STYLES[digest.kind].focus is Focus.PLAN:
        yield from changes_in_short(digest.news, context)


def _names(items: Iterable[Item], context: RenderContext) -> str:
    rows = ((item.measure.number, item.measure.row) for item in items)
    return numbers(rows, context.language, context.plan)
