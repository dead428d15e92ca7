"""Says what happened to measures since the reader's last letter.

The move of a deadline is told once: beside its measure, or else among what happened.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.render_context import RenderContext
from sheetsync.model import Digest, DigestItem, News, NewsKind, Role, Section
from sheetsync.model.language import marked
from sheetsync.words.cleaning import fold

_Key: TypeAlias = tuple[int, date]  # a measure's identity and the day that it is due on now
_SENTENCES = {
    NewsKind.LED: marked("{measure}: you are now the lead, deadline {after}"),
    NewsKind.SPLIT: marked("{measure}: split into {parts}"),
    NewsKind.DONE: marked("{measure}: done, marked {status}"),
    NewsKind.CANCELLED: marked("{measure}: cancelled, marked {status}"),
    NewsKind.REOPENED: marked("{measure}: reopened"),
    NewsKind.REMOVED: marked("{measure}: removed from the plan"),
    NewsKind.GIVEN_UP: marked("{measure}: now led by {lead}"),
}
_UNLED = marked("{measure}: no longer yours, no other lead is known")
# Where the mark says no more than the sentence.
_PLAIN = {
    NewsKind.DONE: marked("{measure}: done"),
    NewsKind.CANCELLED: marked("{measure}: cancelled"),
}
_HELPS = marked("{measure}: you now support it, deadline {after}")
_SHORT = {
    NewsKind.LED: marked("you now lead {measure}"),
    NewsKind.DEADLINE: marked("new deadline for {measure}"),
    NewsKind.SPLIT: marked("{measure} split"),
    NewsKind.DONE: marked("{measure} done"),
    NewsKind.CANCELLED: marked("{measure} cancelled"),
    NewsKind.REOPENED: marked("{measure} reopened"),
    NewsKind.REMOVED: marked("{measure} removed"),
    NewsKind.GIVEN_UP: marked("{measure} is no longer yours"),
}
# As the chair reads them: all measures of a kind in one line.
_TOGETHER = {
    NewsKind.DONE: marked("done: {names}"),
    NewsKind.DEADLINE: marked("other new deadlines: {names}"),
    NewsKind.CANCELLED: marked("cancelled: {names}"),
    NewsKind.REOPENED: marked("reopened: {names}"),
    NewsKind.LED: marked("new in the plan: {names}"),
    NewsKind.SPLIT: marked("split: {names}"),
    NewsKind.REMOVED: marked("removed from the plan: {names}"),
    NewsKind.GIVEN_UP: marked("lead no longer identified: {names}"),
}
_MOVES_TOLD = 3


def news_section(digest: Digest, context: RenderContext, limit: int) -> Iterator[Section]:
    """What happened, a sentence each; the chair reads it in short (`changes_in_short`)."""
    if not digest.news or STYLES[digest.kind].focus is Focus.PLAN:
        return
    told, others = digest.news[:limit], digest.news[limit:]
    yield Section(
        topic="news",
        heading=context.gettext("Since your last letter"),
        lines=tuple(news_words(news, context) for news in told),
        more=context.also(_numbers(others, context)),
    )


def changes_in_short(found: tuple[News, ...], context: RenderContext) -> Iterator[str]:
    """A line for all changes of one kind, but for the first moves, which quote their days."""
    by_kind = {kind: [news for news in found if news.kind is kind] for kind in NewsKind}
    moves = by_kind[NewsKind.DEADLINE]
    yield from (news_words(news, context) for news in moves[:_MOVES_TOLD])
    by_kind[NewsKind.DEADLINE] = moves[_MOVES_TOLD:]
    for kind, words in _TOGETHER.items():
        if by_kind[kind]:
            names = _numbers(tuple(by_kind[kind]), context)
            yield context.gettext(words, names=names)


def news_words(news: News, context: RenderContext) -> str:
    """One change as a sentence, the sheet's own words quoted."""
    if news.kind is NewsKind.DEADLINE:
        return _move_words(news, context)
    line = news.before if news.parts else news.after or news.before
    return context.gettext(
        _sentence(news, context),
        measure=context.line_named(line) if line else "",
        after=_quoted_cell(news.after.deadline if news.after else "", context),
        status=_quoted_cell(news.after.status if news.after else "", context),
        lead=news.lead,
        parts=context.numbers(news.parts),
    )


def _sentence(news: News, context: RenderContext) -> str:
    """The English sentence that says such a change."""
    if news.kind is NewsKind.LED and news.role is Role.HELPER:
        return _HELPS
    if news.kind is NewsKind.GIVEN_UP and _is_unled(news, context):
        return _UNLED
    plain = _PLAIN.get(news.kind)
    if plain and news.after:
        said = context.gettext(plain, measure="").split()
        if fold(news.after.status).strip(" .!") in map(fold, said):
            return plain
    return _SENTENCES[news.kind]


def _is_unled(news: News, context: RenderContext) -> bool:
    """Whether the row offers nobody: the coordinator, who leads it then, was not named in it."""
    stands_in = news.lead == context.letterhead.coordinator
    named = news.after is not None and fold(news.lead) in fold(news.after.responsible)
    return not news.lead or (stands_in and not named)


def news_in_short(news: News, context: RenderContext) -> str:
    """The change in three words, for a subject."""
    line = news.before if news.parts else news.after or news.before
    measure = context.number(line) if line else ""
    return context.gettext(_SHORT[news.kind], measure=measure)


def _move_words(news: News, context: RenderContext) -> str:
    """The sentence that a deadline moved, from day to day; what is no day, in the sheet's words."""
    was, now = news.before, news.after
    if not was or not now:
        return ""
    in_cell = fold(was.deadline) != fold(now.deadline)
    before, after = _quoted_cell(was.deadline, context), _quoted_cell(now.deadline, context)
    sentence = marked("{measure}: the deadline moved from {before} to {after}{times}")
    if news.due and news.due == news.was_due and in_cell:
        sentence = marked("{measure}: the deadline now reads {after}; the last day is still {day}")
    elif news.due and news.was_due and news.due != news.was_due:
        before, after = context.day(news.was_due), context.day(news.due)
    elif in_cell and (news.due or news.was_due):  # what was or is no day has not moved
        sentence = marked("{measure}: the deadline is now {after} (it was {before})")
    elif not in_cell:
        sentence = marked("{measure}: postponed with no new date, marked {status}")
    return context.gettext(
        sentence,
        measure=context.line_named(now),
        before=before,
        after=after,
        day=context.day(news.due) if news.due else "",
        times=f" ({context.times(news.moves)})" if news.moves > 1 else "",
        status=_quoted_cell(now.status, context),
    )


def _numbers(found: tuple[News, ...], context: RenderContext) -> str:
    lines = (news.after or news.before for news in found)
    return context.numbers(line for line in lines if line)


def _quoted_cell(words: str, context: RenderContext) -> str:
    return context.quoted(words, limit=60) if words else context.gettext("(empty)")


def with_moves(digest: Digest) -> Digest:
    """The digest whose items say how they were moved since the last letter.

    A letter that came for its news begins with them: there they alone say it.
    """
    moves = _moves_by_key(digest.news)
    if not moves:
        return digest
    leads_with_news = digest.trigger == "news"
    topics = {
        topic: tuple(_with_move(one, moves, by_news=leads_with_news) for one in found)
        for topic, found in digest.topics.items()
    }
    return replace(digest, topics=topics)


def without_moves_of(digest: Digest, told: Iterable[DigestItem]) -> Digest:
    """The digest without the news of moves that these items tell already."""
    if digest.trigger == "news":
        return digest
    said = {(one.notification.identity, one.item.due) for one in told}
    kept = (news for news in digest.news if not (_is_move(news) and _move_key(news) in said))
    return replace(digest, news=tuple(kept))


def _moves_by_key(found: Iterable[News]) -> dict[_Key, News]:
    return {(news.identity, news.due): news for news in found if news.due and _is_move(news)}


def _is_move(news: News) -> bool:
    days = (news.was_due, news.due)
    return news.kind is NewsKind.DEADLINE and None not in days and news.was_due != news.due


def _move_key(news: News) -> tuple[int, date | None]:
    return news.identity, news.due


def _with_move(one: DigestItem, moves: Mapping[_Key, News], *, by_news: bool) -> DigestItem:
    item = one.item
    news = moves.get((one.notification.identity, item.due)) if item.due else None
    if news is None:
        return one
    if by_news:
        return replace(one, item=replace(item, moved_from=None))
    return replace(one, item=replace(item, moved_from=news.was_due), moves=news.moves)
