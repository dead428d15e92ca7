"""Says a digest in Russian: subject, numbers and sections, for the templates to lay out."""

from collections.abc import Iterator

from sheetsync.digest.entries import Desk, Occasion, entry, state
from sheetsync.model import Digest, Figure, Letter, Link, Plan, Section, Topic
from sheetsync.plan.labels import number, title
from sheetsync.words.terms import clip, day_and_weekday, plural

# Longer sections and letters end in "ещё N": mail programs cut what is larger than 100 KB.
SHOWN, SHOWN_IN_ALL = 10, 36
_HEADINGS = {
    Topic.OVERDUE: "Просрочено",
    Topic.DUE: "Срок подходит",
    Topic.UNREAD: "Срок не понят",
    Topic.ASK: "Нужна ваша отметка",
    Topic.WAITING: "Срок зависит от других",
    Topic.UPCOMING: "Впереди",
    Topic.ONGOING: "Весь год, отметка есть",
    Topic.HELPING: "Вы соисполнитель",
}
_FIGURES = (Topic.OVERDUE, Topic.DUE, Topic.ASK)
_NEWS = {Topic.OVERDUE: "просрочено", Topic.DUE: "срок подходит", Topic.ASK: "нужен ответ"}


def word(digest: Digest, plan: Plan, desk: Desk) -> Letter:
    """The digest in words. `plan` gives the heading and the year."""
    occasion = Occasion(desk=desk, year=plan.year, today=digest.today)
    return Letter(
        digest=digest,
        subject=_subject(digest, plan.year),
        preheader=_preheader(digest),
        title=plan.title,
        day=day_and_weekday(digest.today),
        figures=tuple(Figure(label=_HEADINGS[t], count=digest.count(t), topic=t) for t in _FIGURES),
        sections=tuple(_sections(digest, occasion)),
        coordinator=Link(label=desk.coordinator, url=f"mailto:{desk.address}"),
    )


def _subject(digest: Digest, year: int) -> str:
    """At most 60 characters, the news first."""
    news = [f"{words} {digest.count(t)}" for t, words in _NEWS.items() if digest.count(t)]
    return f"План {year}: {', '.join(news)}"


def _preheader(digest: Digest) -> str:
    """The worst item, in words: mail programs show it beside the subject."""
    worst = next(item for items in digest.topics.values() for item in items)
    return f"{number(worst)} {clip(title(worst), 80)} – {state(worst, digest.today)}"


def _sections(digest: Digest, occasion: Occasion) -> Iterator[Section]:
    room = SHOWN_IN_ALL
    for topic, items in digest.topics.items():
        shown = items[: min(SHOWN, room)]
        room -= len(shown)
        yield Section(
            topic=topic,
            heading=f"{_HEADINGS[topic]}: {len(items)}",
            entries=tuple(entry(item, topic, occasion) for item in shown),
            more=_more(len(items) - len(shown)),
        )


def _more(left: int) -> str:
    return f"ещё {left} {plural(left, 'пункт', 'пункта', 'пунктов')} в таблице" if left else ""
