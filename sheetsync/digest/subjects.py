"""The two lines that a mail program shows of a letter: its subject, and the worst item in words."""

from collections.abc import Iterator

from sheetsync.digest.desk import Occasion
from sheetsync.digest.figures import sum_of_the_plan
from sheetsync.digest.names import named, number
from sheetsync.digest.news import news_in_short, news_words
from sheetsync.digest.notices import notice_words
from sheetsync.digest.standing import standing
from sheetsync.model import Digest, Kind, NoticeKind, State, Topic
from sheetsync.model.language import marked
from sheetsync.words.terms import clip

_LIMIT = 60  # characters: phones show less, nobody shows more
_COUNTS = {
    Topic.OVERDUE: marked("overdue {n}"),
    Topic.DUE: marked("due soon {n}"),
    Topic.ASK: marked("answers needed {n}"),
    Topic.WAITING: marked("depends on others {n}"),
    Topic.UNREAD: marked("deadline unclear {n}"),
    Topic.UPCOMING: marked("ahead {n}"),
    Topic.ONGOING: marked("all year {n}"),
}
_NOTICES = {
    NoticeKind.FAILED: marked("the sheet is out of reach"),
    NoticeKind.GUARD: marked("check the sheet"),
    NoticeKind.RESTORED: marked("the run works again"),
    NoticeKind.BESIDE: marked("summary beside the workbook"),
    NoticeKind.UNDELIVERED: marked("letters not arrived {n}"),
    NoticeKind.ESCALATED: marked("long overdue {n}"),
    NoticeKind.SILENT: marked("no answer {n}"),
    NoticeKind.GROUNDLESS: marked("no document {n}"),
    NoticeKind.FINDING: marked("remarks {n}"),
    NoticeKind.NO_REPORT: marked("no result {n}"),
}


def subject(digest: Digest, occasion: Occasion) -> str:
    """At most 60 characters, the news first; what does not fit any more is left out."""
    words = occasion.language.gettext("Plan {year}: ").format(year=occasion.plan.period.label)
    parts = list(_parts(digest, occasion))
    said = words + clip(parts[0], _LIMIT - len(words)) if parts else words.rstrip(": ")
    for part in parts[1:]:
        if len(said) + len(part) + 2 > _LIMIT:
            break
        said += f", {part}"
    return said


def preheader(digest: Digest, occasion: Occasion) -> str:
    """The worst item, in words: mail programs show it beside the subject."""
    if digest.kind is Kind.CHAIR:
        return sum_of_the_plan(digest, occasion)
    if digest.kind is Kind.COORDINATOR and digest.notices:
        order = list(NoticeKind)
        worst = min(digest.notices, key=lambda notice: order.index(notice.kind))
        return notice_words(worst, occasion)
    if digest.trigger == "news" and digest.news:
        return news_words(digest.news[0], occasion)
    return _worst_item(digest, occasion)


def _worst_item(digest: Digest, occasion: Occasion) -> str:
    for topic, mentions in digest.topics.items():
        state = standing(mentions[0], topic, occasion)
        told = named(mentions[0].item, occasion.language)
        return f"{told} – {state}" if state else told
    others = [news_words(news, occasion) for news in digest.news[:1]]
    others += [notice_words(notice, occasion) for notice in digest.notices[:1]]
    return others[0] if others else ""


def _parts(digest: Digest, occasion: Occasion) -> Iterator[str]:
    gettext = occasion.language.gettext
    if digest.kind is Kind.CHAIR:
        yield from _for_the_chair(digest, occasion)
        return
    if digest.kind is Kind.INTRODUCTORY:
        yield gettext("first letter")
    notices = [(words, _noticed(digest, kind)) for kind, words in _NOTICES.items()]
    if digest.kind is Kind.COORDINATOR:
        yield from (gettext(words).format(n=count) for words, count in notices if count)
    if digest.trigger == "news" and digest.news:
        yield _news(digest, occasion)
    yield from _last_days(digest, occasion)
    counts = [(words, digest.count(topic)) for topic, words in _COUNTS.items()]
    yield from (gettext(words).format(n=count) for words, count in counts if count)
    yield from _with_others(digest, occasion)


def _with_others(digest: Digest, occasion: Occasion) -> Iterator[str]:
    ngettext = occasion.language.ngettext
    if asked := digest.count(Topic.REQUEST):
        words = ngettext(
            "please tell us about {n} measure", "please tell us about {n} measures", asked
        )
        yield words.format(n=asked)
    if helped := digest.count(Topic.HELPING):
        words = ngettext("you help with {n} measure", "you help with {n} measures", helped)
        yield words.format(n=helped)


def _for_the_chair(digest: Digest, occasion: Occasion) -> Iterator[str]:
    counts, gettext = digest.standing or {}, occasion.language.gettext
    total = sum(counts.values())
    yield gettext("overdue {n} of {total}").format(n=counts.get(State.OVERDUE, 0), total=total)
    yield gettext("done {n}").format(n=counts.get(State.DONE, 0))
    silent = {mention.item.measure.row for mention in digest.topics.get(Topic.ESCALATED, ())}
    if silent:
        yield gettext("long overdue {n}").format(n=len(silent))


def _news(digest: Digest, occasion: Occasion) -> str:
    first, more = news_in_short(digest.news[0], occasion), len(digest.news) - 1
    if not more:
        return first
    return occasion.language.gettext("{news} and {n} more").format(news=first, n=more)


def _last_days(digest: Digest, occasion: Occasion) -> Iterator[str]:
    """What ends today is the news where it called for the letter."""
    if digest.trigger == "last-day":
        new = (m.item for m in digest.mentions() if m.stage == "last-day" and m.new)
        ending = [item for item in new if item.due and item.due >= digest.today]
        for item in ending[:1]:
            words = occasion.language.gettext("last day: {measure}")
            yield words.format(measure=number(item, occasion.language))


def _noticed(digest: Digest, kind: NoticeKind) -> int:
    return sum(notice.kind is kind for notice in digest.notices)
