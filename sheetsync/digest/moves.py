"""Tells a move of a deadline once: beside its measure, or else under what has happened."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from sheetsync.model import Digest, DigestItem, News, NewsKind

_Key: TypeAlias = tuple[int, date]  # a measure's identity and the day that it is due on now


def with_moves(digest: Digest) -> Digest:
    """The digest whose items say how they were moved since the last letter.

    A letter that came for its news begins with them: there they alone say it.
    """
    moves = _moves(digest.news)
    if not moves:
        return digest
    leads_with_news = digest.trigger == "news"
    topics = {
        topic: tuple(_moved(one, moves, by_news=leads_with_news) for one in found)
        for topic, found in digest.topics.items()
    }
    return replace(digest, topics=topics)


def without_moves_of(digest: Digest, told: Iterable[DigestItem]) -> Digest:
    """The digest without the news of moves that these items tell already."""
    if digest.trigger == "news":
        return digest
    said = {(one.notification.identity, one.item.due) for one in told}
    kept = (news for news in digest.news if not (_is_move(news) and _key(news) in said))
    return replace(digest, news=tuple(kept))


def _moves(found: Iterable[News]) -> dict[_Key, News]:
    return {(news.identity, news.due): news for news in found if news.due and _is_move(news)}


def _is_move(news: News) -> bool:
    days = (news.was_due, news.due)
    return news.kind is NewsKind.DEADLINE and None not in days and news.was_due != news.due


def _key(news: News) -> tuple[int, date | None]:
    return news.identity, news.due


def _moved(one: DigestItem, moves: Mapping[_Key, News], *, by_news: bool) -> DigestItem:
    item = one.item
    news = moves.get((one.notification.identity, item.due)) if item.due else None
    if news is None:
        return one
    if by_news:
        return replace(one, item=replace(item, moved_from=None))
    return replace(one, item=replace(item, moved_from=news.was_due), moves=news.moves)
