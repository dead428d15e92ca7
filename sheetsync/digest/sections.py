"""The parts of a letter: topics with their entries, news, and notices, cut to what can be read."""

from collections.abc import Iterator

from sheetsync.digest.desk import Occasion
from sheetsync.digest.entries import entry
from sheetsync.digest.news import news_words
from sheetsync.digest.notices import notice_sections
from sheetsync.model import Digest, Kind, Section, Topic
from sheetsync.model.language import marked

# Longer sections and letters end in "ещё N": mail programs cut what is larger than 100 KB.
SHOWN, SHOWN_IN_ALL = 10, 25
# For the coordinator: alone, and in a letter that has both items and notices.
_NOTICES, _ITEMS_BESIDE, _NOTICES_BESIDE = 7, 11, 3
_SHOWN_TO_THE_CHAIR = 5  # half a screen
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
    Topic.ESCALATED: marked("Long overdue, newly named"),
}


def sections(digest: Digest, occasion: Occasion) -> tuple[Section, ...]:
    """All that the digest tells, what called for the letter first."""
    topics, news = tuple(_topics(digest, occasion)), tuple(_news(digest, occasion))
    shown = _NOTICES_BESIDE if digest.topics else _NOTICES
    notices = tuple(notice_sections(digest.notices, occasion, shown=shown))
    if digest.kind is Kind.COORDINATOR:
        return (*notices, *topics, *news)
    if digest.trigger == "news":
        return (*news, *topics, *notices)
    return (*topics, *news, *notices)


def _topics(digest: Digest, occasion: Occasion) -> Iterator[Section]:
    room, limit = _ITEMS_BESIDE if digest.notices else SHOWN_IN_ALL, _limit(digest)
    for topic, mentions in digest.topics.items():
        shown = mentions[: min(limit, room)]
        room -= len(shown)
        heading = occasion.language.gettext(HEADINGS[topic])
        yield Section(
            topic=topic,
            heading=f"{heading}: {len(mentions)}",
            entries=tuple(entry(mention, topic, digest, occasion) for mention in shown),
            more=occasion.more(len(mentions) - len(shown)),
        )


def _news(digest: Digest, occasion: Occasion) -> Iterator[Section]:
    if digest.news:
        shown = digest.news[: _limit(digest)]
        yield Section(
            topic="news",
            heading=occasion.language.gettext("Since your last letter"),
            lines=tuple(news_words(news, occasion) for news in shown),
            more=occasion.more(len(digest.news) - len(shown)),
        )


def _limit(digest: Digest) -> int:
    return _SHOWN_TO_THE_CHAIR if digest.kind is Kind.CHAIR else SHOWN
