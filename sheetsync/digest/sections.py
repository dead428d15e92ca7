"""The parts of a letter: topics with their entries, news, and alerts, cut to what can be read.

Nothing is left out: what has no room for words stands in the section's last line by its number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from sheetsync.digest.alert_sections import alert_sections
from sheetsync.digest.entries import Group, brief, by_measure, entry, is_new, led_by, moves_told
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.news_sections import (
    changes_in_short,
    news_section,
    with_moves,
    without_moves_of,
)
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.standing import last_mark, late
from sheetsync.model import Digest, DigestItem, Item, Section, State, Topic
from sheetsync.model.language import marked

# Longer sections and letters go on in numbers: mail programs cut what is larger than 100 KB.
SHOWN, SHOWN_IN_ALL = 10, 20
_ONGOING_SHOWN = 5  # nothing is asked about these now
# For the coordinator: alone, and in a letter that has both items and notices.
_ALERTS, _ITEMS_BESIDE, _ALERTS_BESIDE = 7, 11, 3
_NAMED = 3  # newly late ones with their words: the chair's letter is half a screen
# What every reader has to see whole, whether it is new or not.
_WHOLE = (Topic.UNREAD, Topic.REQUEST, Topic.HELPING)
HEADINGS = {
    Topic.OVERDUE: marked("Overdue"),
    Topic.DUE_SOON: marked("Due soon"),
    Topic.UNREAD: marked("Deadline not understood"),
    Topic.ASK: marked("Your update is needed"),
    Topic.WAITING: marked("Depends on others"),
    Topic.REQUEST: marked("Please let us know"),
    Topic.UPCOMING: marked("Upcoming"),
    Topic.ONGOING: marked("Year-round, nothing needed now"),
    Topic.HELPING: marked("You are supporting"),
}


def sections(digest: Digest, context: RenderContext) -> tuple[Section, ...]:
    """All that the digest tells, what called for the letter first."""
    digest = with_moves(digest)
    groups = tuple(_groups_by_topic(digest))
    topics = tuple(_topic_section(*each, digest=digest, context=context) for each in groups)
    in_words = (group for _, found, shown in groups for group in found[:shown])
    digest = without_moves_of(digest, chain.from_iterable(map(moves_told, in_words)))
    shown = _ALERTS_BESIDE if topics else _ALERTS
    parts = {
        "overview": tuple(_overview(digest, context)),
        "topics": topics,
        "news": news_section(digest, context, SHOWN),
        "alerts": alert_sections(digest.alerts, context, shown=shown),
    }
    if STYLES[digest.kind].focus is not Focus.PLAN:  # beside what is the reader's own
        parts["overview"] = tuple(_of_whole_plan(one, context) for one in parts["overview"])
    order = STYLES[digest.kind].order
    if digest.trigger == "news":
        order = ("news", *(name for name in order if name != "news"))
    return tuple(section for name in order for section in parts[name])


def _groups_by_topic(digest: Digest) -> Iterator[tuple[Topic, list[Group], int]]:
    """Each topic with its measures, and how many of them are told in words."""
    room = _ITEMS_BESIDE if digest.alerts else SHOWN_IN_ALL
    for topic, found in digest.topics.items():
        digest_items = _by_number_once(topic, found, digest)
        if topic in HEADINGS and digest_items:
            most = min(_most_shown(topic, digest), room)
            in_turn = _in_turn(by_measure(digest_items), most, digest.today)
            shown = len(in_turn[:most])
            room -= shown
            yield topic, in_turn, shown


def _by_number_once(
    topic: Topic, found: tuple[DigestItem, ...], digest: Digest
) -> tuple[DigestItem, ...]:
    """The items without later days of what is told already, where only numbers would stand."""
    if topic is not Topic.UPCOMING or STYLES[digest.kind].whole:
        return found
    pressing = {
        one.item.measure.row
        for each, items in digest.topics.items()
        if each in HEADINGS and not each.quiet
        for one in items
    }
    return tuple(one for one in found if one.new or one.item.measure.row not in pressing)


def _most_shown(topic: Topic, digest: Digest) -> int:
    if topic.quiet and not STYLES[digest.kind].whole:  # it came for the sake of others
        return len({one.item.measure.row for one in digest.topics[topic] if one.new})
    return _ONGOING_SHOWN if topic is Topic.ONGOING else SHOWN


def _in_turn(groups: Sequence[Group], most: int, today: date) -> list[Group]:
    """What is new first; of more known items than there is room for, others each month.

    Half of the room is kept for the first, the worst ones: they have to be seen in every letter.
    """
    new = [group for group in groups if is_new(group)]
    known = [group for group in groups if not is_new(group)]
    room = most - len(new)
    if not 1 < room < len(known):
        return [*new, *known]
    kept, others = known[: room // 2], known[room // 2 :]
    told_from = others[0][0].item.due or date(today.year - 1, 12, 1)  # new in the month after it
    months = 12 * (today.year - told_from.year) + today.month - told_from.month - 1
    first = max(months, 0) * (room - len(kept)) % len(others)
    return [*new, *kept, *others[first:], *others[:first]]


def _topic_section(
    topic: Topic, groups: list[Group], shown: int, *, digest: Digest, context: RenderContext
) -> Section:
    """Entries for what is new, a line for what was told before, numbers for all others."""
    heading = heading_words(topic, (one.item for group in groups for one in group), context)
    whole = [group for group in groups[:shown] if is_new(group) or topic in _WHOLE]
    known = [group for group in groups[:shown] if group not in whole]
    left = (one.item.measure for one, *_ in groups[shown:])
    return Section(
        topic=topic,
        heading=f"{heading}: {len(groups)}",
        entries=tuple(entry(group, topic, digest, context) for group in whole),
        brief=tuple(brief(group, topic, context) for group in known),
        more=context.also(context.numbers(left), late=topic is Topic.OVERDUE, alone=not shown),
    )


def heading_words(topic: Topic, items: Iterable[Item], context: RenderContext) -> str:
    """What the topic is called: no mark is asked for where the sheet has no column for it."""
    if topic is Topic.ASK and not any(context.takes_mark(item.measure) for item in items):
        return context.gettext("Your answer is needed")
    return context.gettext(HEADINGS[topic])


def _overview(digest: Digest, context: RenderContext) -> Iterator[Section]:
    """The sections that only the chair's letter has; none in any other."""
    if digest.standing is None:
        return
    gettext = context.gettext
    worst = digest.topics.get(Topic.WORST, ())
    if worst:
        count = digest.standing.get(State.OVERDUE, 0)
        words = marked("Overdue: {n}, the longest first") if count > 1 else marked("Overdue: {n}")
        if count > len(worst):
            words = marked("Overdue: {n}, the longest of them")
        yield Section(
            topic=Topic.WORST,
            heading=gettext(words, n=count),
            lines=tuple(_worst_line(digest_item, context) for digest_item in worst),
        )
    silent = tuple(_escalated_words(digest, context))
    if silent:
        words = marked("Long overdue, no updates")
        if not context.plan.takes_marks:
            words = marked("Long overdue")
        heading = gettext(words)
        yield Section(topic=Topic.ESCALATED, heading=heading, lines=("; ".join(silent),))
    changed = tuple(_changed_lines(digest, context))
    if changed:
        yield Section(topic="news", heading=gettext("Since your last letter"), lines=changed)


def _of_whole_plan(section: Section, context: RenderContext) -> Section:
    heading = section.heading[:1].lower() + section.heading[1:]
    return replace(section, heading=context.gettext("Whole plan – {heading}", heading=heading))


def _worst_line(digest_item: DigestItem, context: RenderContext) -> str:
    """Number, measure, how late, who leads it, and its last mark."""
    item = digest_item.item
    last = last_mark(item, digest_item.last_word, context)
    told = filter(None, (late(item, context), led_by(item, context), last))
    return f"{context.named(item)} – {', '.join(told)}"


def _escalated_words(digest: Digest, context: RenderContext) -> Iterator[str]:
    new = [one.item.measure for one in digest.topics.get(Topic.ESCALATED, ())]
    if new:
        yield context.gettext("reported for the first time: {names}", names=context.numbers(new))
    if digest.escalated_before:
        yield context.ngettext(
            "reported in earlier letters: {n} measure",
            "reported in earlier letters: {n} measures",
            digest.escalated_before,
        )


def _changed_lines(digest: Digest, context: RenderContext) -> Iterator[str]:
    if digest.newly_late:
        told = {one.item for one in digest.topics.get(Topic.WORST, ())}
        new = [item for item in digest.newly_late if item not in told][:_NAMED]
        others = [item for item in digest.newly_late if item not in new]
        said = [f"{context.named(item)}, {led_by(item, context)}" for item in new]
        said += [context.numbers(item.measure for item in others)] if others else []
        yield context.gettext("newly overdue: {names}", names="; ".join(said))
    if STYLES[digest.kind].focus is Focus.PLAN:
        yield from changes_in_short(digest.news, context)
