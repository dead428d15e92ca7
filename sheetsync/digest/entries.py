"""Says one item in Russian: what it is, when it is due, how it stands, what the reader can do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from sheetsync.model import Entry, Item, Link, Meaning, Measure, State, Topic
from sheetsync.plan.labels import day_of_plan, number, said, title
from sheetsync.words.terms import clip, plural

_ANSWERED = (Topic.OVERDUE, Topic.DUE, Topic.ASK)
_ANSWERS = {
    "Выполнено": "Дата и документ: \n\nПример: 22.04, протокол № 3",
    "Перенос срока": "Новый срок, причина, документ: \n\nПример: до 15.09, пост. № 6-2",
    "Вопрос": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where the reader can turn: the coordinator, and a measure's own cell in the sheet."""

    coordinator: str
    address: str
    cell_url: Callable[[Measure], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What surrounds every item of a letter."""

    desk: Desk
    year: int
    today: date


def entry(item: Item, topic: Topic, occasion: Occasion) -> Entry:
    """The item as a part of the topic."""
    return Entry(
        number=number(item),
        title=title(item),
        when=_when(item, occasion.year),
        state=state(item, occasion.today),
        role=_role(item, topic),
        links=_links(item, topic, occasion),
    )


def state(item: Item, today: date) -> str:
    """How long it is late or has left, and the mark that stands in the sheet."""
    mark = _mark(item.measure)
    if item.state is State.OVERDUE:
        return f"срок вышел {_days(item.late_days)} назад, {mark}"
    if item.state is State.DUE and item.due:
        left = (item.due - today).days
        return f"{f'осталось {_days(left)}' if left else 'последний день сегодня'}, {mark}"
    if item.state is State.UNREAD:
        if not item.said:
            return "впишите срок в таблице"
        return "срок записан так, что его не удалось понять"
    return mark


def _days(count: int) -> str:
    return f"{count} {plural(count, 'день', 'дня', 'дней')}"


def _mark(measure: Measure) -> str:
    if measure.progress.meaning is Meaning.BLANK:
        return "отметки нет"
    return f"отметка: «{clip(measure.progress.text, 120)}»"


def _when(item: Item, year: int) -> str:
    """What the sheet says and what was understood: срок «апрель», последний день 30 апреля."""
    words = f"срок {said(item)}"
    if not item.due or item.state in (State.ONGOING, State.WAITING, State.UNREAD):
        return words
    due = day_of_plan(item.due, year)
    if item.moved_from:
        return f"{words}, перенесён с {day_of_plan(item.moved_from, year)} на {due}"
    return f"{words}, последний день {due}"


def _role(item: Item, topic: Topic) -> str:
    """Why the reader sees it, where that is not simply that they lead it."""
    assignment = item.measure.assignment
    if topic is Topic.HELPING:
        lead = assignment.lead.name if assignment.lead else "никто"
        return f"отвечает {lead}"
    if assignment.unled:
        return "у названных в плане нет почты, поэтому письмо пришло вам"
    return f"в плане назван ответственный «{assignment.through}»" if assignment.through else ""


def _links(item: Item, topic: Topic, occasion: Occasion) -> tuple[Link, ...]:
    url = occasion.desk.cell_url(item.measure)
    sheet = (Link(label="Открыть в таблице", url=url),) if url else ()
    answers = _ANSWERS if topic in _ANSWERED else ()
    return sheet + tuple(_answer(label, item, occasion) for label in answers)


def _answer(label: str, item: Item, occasion: Occasion) -> Link:
    subject = quote(f"План {occasion.year}, {number(item)}: {label.lower()}")
    # RFC 6068: line breaks in a mailto body are %0D%0A.
    body = quote(_ANSWERS[label].replace("\n", "\r\n"))
    return Link(label=label, url=f"mailto:{occasion.desk.address}?subject={subject}&body={body}")
