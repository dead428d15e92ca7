"""The sections of a letter on the whole plan: the worst, the silent, what has changed."""

from collections.abc import Iterator

from sheetsync.digest.entries import led_by
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.news_sections import changes_in_short
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.standing import last_mark, late
from sheetsync.model import Digest, DigestItem, Section, State, Topic

_NAMED = 3  # newly late ones with their words: the letter is half a screen


def overview(digest: Digest, context: RenderContext) -> Iterator[Section]:
    """The sections that only the chair's letter has; none in any other."""
    if digest.standing is None:
        return
    gettext = context.gettext
    worst = digest.topics.get(Topic.WORST, ())
    if worst:
        count = digest.standing.get(State.OVERDUE, 0)
        heading = gettext("Overdue: {n}, the longest first", n=count)
        yield Section(
            topic=Topic.WORST,
            heading=heading if count > 1 else gettext("Overdue: {n}", n=count),
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
    return f"{context.named(item)} – {told}"


def _escalated(digest: Digest, context: RenderContext) -> Iterator[str]:
    new = [one.item.measure for one in digest.topics.get(Topic.ESCALATED, ())]
    if new:
        yield context.gettext("named for the first time: {names}", names=context.numbers(new))
    if digest.escalated_before:
        yield context.ngettext(
            "named in earlier letters: {n} measure",
            "named in earlier letters: {n} measures",
            digest.escalated_before,
        )


def _changed(digest: Digest, context: RenderContext) -> Iterator[str]:
    if digest.newly_late:
        told = {one.item for one in digest.topics.get(Topic.WORST, ())}
        new = [item for item in digest.newly_late if item not in told][:_NAMED]
        others = [item for item in digest.newly_late if item not in new]
        said = [f"{context.named(item)}, {led_by(item, context)}" for item in new]
        said += [context.numbers(item.measure for item in others)] if others else []
        yield context.gettext("became overdue: {names}", names="; ".join(said))
    if STYLES[digest.kind].focus is Focus.PLAN:
        yield from changes_in_short(digest.news, context)
