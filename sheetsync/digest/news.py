"""Says what happened to measures since the reader's last letter."""

from sheetsync.digest.desk import Occasion
from sheetsync.digest.names import line_named, line_number, quoted
from sheetsync.model import Line, News, NewsKind, Role
from sheetsync.model.language import Language, marked

_SENTENCES = {
    NewsKind.LED: marked("{measure}: you lead it now, deadline {after}"),
    NewsKind.DEADLINE: marked("{measure}: the deadline moved from {before} to {after}{times}"),
    NewsKind.DONE: marked("{measure}: done, marked {status}"),
    NewsKind.CANCELLED: marked("{measure}: cancelled, marked {status}"),
    NewsKind.REOPENED: marked("{measure}: open again"),
    NewsKind.REMOVED: marked("{measure}: taken out of the plan"),
    NewsKind.GIVEN_UP: marked("{measure}: led by {lead} now"),
}
_HELPS = marked("{measure}: you are a co-executor now, deadline {after}")
_SHORT = {
    NewsKind.LED: marked("new to you: {measure}"),
    NewsKind.DEADLINE: marked("new deadline: {measure}"),
    NewsKind.DONE: marked("done: {measure}"),
    NewsKind.CANCELLED: marked("cancelled: {measure}"),
    NewsKind.REOPENED: marked("open again: {measure}"),
    NewsKind.REMOVED: marked("taken out of the plan: {measure}"),
    NewsKind.GIVEN_UP: marked("led by others: {measure}"),
}
_TIMES = {2: marked(" (for the second time)"), 3: marked(" (for the third time)")}
_OFTEN = marked(" (for the {n}th time)")


def news_words(news: News, occasion: Occasion) -> str:
    """One change as a sentence, the sheet's own words quoted."""
    language, line = occasion.language, news.after or news.before
    helps = news.kind is NewsKind.LED and news.role is Role.HELPER
    sentence = language.gettext(_HELPS if helps else _SENTENCES[news.kind])
    return sentence.format(
        measure=line_named(line, language) if line else "",
        before=_deadline(news.before, language),
        after=_deadline(news.after, language),
        times=_times(news.moves, language),
        status=_status(news.after, language),
        lead=news.lead or language.gettext("nobody"),
    )


def news_in_short(news: News, occasion: Occasion) -> str:
    """The change in three words, for a subject."""
    language, line = occasion.language, news.after or news.before
    measure = line_number(line, language) if line else ""
    return language.gettext(_SHORT[news.kind]).format(measure=measure)


def _deadline(line: Line | None, language: Language) -> str:
    if not line or not line.deadline:
        return language.gettext("(empty)")
    return quoted(line.deadline, language, limit=60)


def _status(line: Line | None, language: Language) -> str:
    if not line or not line.status:
        return language.gettext("(empty)")
    return quoted(line.status, language, limit=60)


def _times(moves: int, language: Language) -> str:
    if moves < 2:
        return ""
    return language.gettext(_TIMES.get(moves, _OFTEN)).format(n=moves)
