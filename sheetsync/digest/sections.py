"""The parts of a letter: topics with their entries, news, and alerts, cut to what can be read.

Nothing is left out: what has no room for words stands in the section's last line by its number.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from sheetsync.digest.alert_sections import alert_sections
from sheetsync.digest.entries import Group, brief, by_measure, entry, is_new
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.news_sections import news_section
from sheetsync.digest.overview import overview
from sheetsync.digest.render_context import RenderContext
from sheetsync.model import Digest, DigestItem, Section, Topic
from sheetsync.model.language import marked

# Longer sections and letters go on in numbers: mail programs cut what is larger than 100 KB.
SHOWN, SHOWN_IN_ALL = 10, 20
_ONGOING_SHOWN = 5  # nothing is asked about these now
# For the coordinator: alone, and in a letter that has both items and notices.
_ALERTS, _ITEMS_BESIDE, _ALERTS_BESIDE = 7, 11, 3
# What every reader has to see whole, whether it is new or not.
_WHOLE = (Topic.UNREAD, Topic.REQUEST, Topic.HELPING)
HEADINGS = {
    Topic.OVERDUE: marked("Overdue"),
    Topic.DUE_SOON: marked("Due soon"),
    Topic.UNREAD: marked("Deadline not understood"),
    Topic.ASK: marked("Your mark is needed"),
    Topic.WAITING: marked("Depends on others"),
    Topic.REQUEST: marked("Please tell us"),
    Topic.UPCOMING: marked("Ahead"),
    Topic.ONGOING: marked("All year, nothing is asked now"),
    Topic.HELPING: marked("You are a co-executor"),
}


def sections(digest: Digest, context: RenderContext) -> tuple[Section, ...]:
    """All that the digest tells, what called for the letter first."""
    topics = tuple(_topics(digest, context))
    shown = _ALERTS_BESIDE if topics else _ALERTS
    parts = {
        "overview": overview(digest, context),
        "topics": topics,
        "news": news_section(digest, context, SHOWN),
        "alerts": alert_sections(digest.alerts, context, shown=shown),
    }
    order = STYLES[digest.kind].order
    if digest.trigger == "news":
        order = ("news", *(name for name in order if name != "news"))
    return tuple(section for name in order for section in parts[name])


def _topics(digest: Digest, context: RenderContext) -> Iterator[Section]:
    room = _ITEMS_BESIDE if digest.alerts else SHOWN_IN_ALL
    for topic, found in digest.topics.items():
        digest_items = _by_number_once(topic, found, digest)
        if topic in HEADINGS and digest_items:
            most = min(_most(topic, digest), room)
            in_turn = _in_turn(by_measure(digest_items), most, digest.today)
            shown = len(in_turn[:most])
            room -= shown
            yield _section(topic, in_turn, shown, digest=digest, context=context)


def _by_number_once(
    topic: Topic, found: tuple[DigestItem, ...], digest: Digest
) -> tuple[DigestItem, ...]:
    """Without later days of what the letter tells already, where they would be numbers alone."""
    if topic is not Topic.UPCOMING or STYLES[digest.kind].whole:
        return found
    pressing = {
        one.item.measure.row
        for each, items in digest.topics.items()
        if each in HEADINGS and not each.quiet
        for one in items
    }
    return tuple(one for one in found if one.new or one.item.measure.row not in pressing)


def _most(topic: Topic, digest: Digest) -> int:
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


def _section(
    topic: Topic, groups: list[Group], shown: int, *, digest: Digest, context: RenderContext
) -> Section:
    """Entries for what is new, a line for what was told before, numbers for all others."""
    heading = context.gettext(HEADINGS[topic])
    whole = [group for group in groups[:shown] if is_new(group) or topic in _WHOLE]
    known = [group for group in groups[:shown] if group not in whole]
    left = (one.item.measure for one, *_ in groups[shown:])
    return Section(
        topic=topic,
        heading=f"{heading}: {len(groups)}",
        entries=tuple(entry(group, topic, digest, context) for group in whole),
        brief=tuple(brief(group, topic, context) for group in known),
        more=context.also(
            context.numbers(left),
            late=topic is Topic.OVERDUE,
            alone=not shown,
        ),
    )
