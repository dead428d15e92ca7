"""The parts of a letter: topics with their entries, news, and notices, cut to what can be read.

Nothing is left out: what has no room for words stands in the section's last line by its number.
"""

from collections.abc import Iterator

from sheetsync.digest.desk import Occasion
from sheetsync.digest.entries import brief, entry
from sheetsync.digest.names import numbers
from sheetsync.digest.news import news_section
from sheetsync.digest.notices import notice_sections
from sheetsync.digest.overview import overview
from sheetsync.model import Digest, Kind, Mention, Section, Topic
from sheetsync.model.language import marked

# Longer sections and letters go on in numbers: mail programs cut what is larger than 100 KB.
SHOWN, SHOWN_IN_ALL = 10, 20
# For the coordinator: alone, and in a letter that has both items and notices.
_NOTICES, _ITEMS_BESIDE, _NOTICES_BESIDE = 7, 11, 3
# What every reader has to see whole, whether it is new or not.
_WHOLE = (Topic.UNREAD, Topic.REQUEST, Topic.HELPING)
HEADINGS = {
    Topic.OVERDUE: marked("Overdue"),
    Topic.DUE: marked("Due soon"),
    Topic.UNREAD: marked("Deadline not understood"),
    Topic.ASK: marked("Your mark is needed"),
    Topic.WAITING: marked("Depends on others"),
    Topic.REQUEST: marked("Please tell us"),
    Topic.UPCOMING: marked("Ahead"),
    Topic.ONGOING: marked("All year, nothing is asked now"),
    Topic.HELPING: marked("You are a co-executor"),
}


def sections(digest: Digest, occasion: Occasion) -> tuple[Section, ...]:
    """All that the digest tells, what called for the letter first."""
    topics, news = tuple(_topics(digest, occasion)), tuple(news_section(digest, occasion, SHOWN))
    shown = _NOTICES_BESIDE if topics else _NOTICES
    notices = tuple(notice_sections(digest.notices, occasion, shown=shown))
    summed_up = tuple(overview(digest, occasion))
    if digest.kind is Kind.COORDINATOR:
        return (*notices, *summed_up, *topics, *news)
    if digest.trigger == "news":
        return (*news, *topics, *notices, *summed_up)
    return (*summed_up, *topics, *news, *notices)


def _topics(digest: Digest, occasion: Occasion) -> Iterator[Section]:
    room = _ITEMS_BESIDE if digest.notices else SHOWN_IN_ALL
    for topic, mentions in digest.topics.items():
        if topic in HEADINGS:
            new_first = sorted(mentions, key=lambda mention: not mention.new)
            shown = new_first[: min(SHOWN, room)]
            room -= len(shown)
            yield _section(topic, new_first, len(shown), digest=digest, occasion=occasion)


def _section(
    topic: Topic, mentions: list[Mention], shown: int, *, digest: Digest, occasion: Occasion
) -> Section:
    """Entries for what is new, a line for what was told before, numbers for all others."""
    heading = occasion.language.gettext(HEADINGS[topic])
    whole = [m for m in mentions[:shown] if m.new or topic in _WHOLE]
    known = [m for m in mentions[:shown] if not (m.new or topic in _WHOLE)]
    left = ((m.item.measure.number, m.item.measure.row) for m in mentions[shown:])
    return Section(
        topic=topic,
        heading=f"{heading}: {len(mentions)}",
        entries=tuple(entry(mention, topic, digest, occasion) for mention in whole),
        brief=tuple(brief(mention, topic, occasion) for mention in known),
        more=occasion.also(numbers(left, occasion.language), late=topic is Topic.OVERDUE),
    )
