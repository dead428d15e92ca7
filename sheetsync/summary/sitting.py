"""«К заседанию»: what the Presidium or the Council has to know of the plan, and to decide."""

import re
from collections.abc import Iterator

from sheetsync.model import (
    Agenda,
    Background,
    Cell,
    CellValue,
    Item,
    Meaning,
    Move,
    Row,
    Sitting,
    State,
)
from sheetsync.plan.change_words import changes_words
from sheetsync.plan.labels import day_of_plan, number, title
from sheetsync.summary.layout import Column, heading, table
from sheetsync.summary.listed import items_in, lead_of, place
from sheetsync.summary.looks import LINK, SUBHEADING, TEXT
from sheetsync.words.terms import clip, day_short, plural, state_words

# The organisation's own bodies are written with a capital letter; «Молодежный совет» is another.
_BODIES = re.compile(r"\b(?:Президиум|ПРЕЗИДИУМ|Совет|СОВЕТ)(?:а|у|ом|е|А|У|ОМ|Е)?\b")
_OPEN = (State.OVERDUE, State.DUE, State.UPCOMING, State.ONGOING, State.WAITING)
_AT_MOST = 12  # lines of each part: the rest stands in the blocks below
_COLUMNS = (
    Column(header="О чём", span=5, look=SUBHEADING),
    Column(header="Пункт", span=2, look=LINK),
    Column(header="Что известно", span=23),
)
_Line = list[CellValue | Cell]


def sitting(agenda: Agenda, background: Background) -> Iterator[Row]:
    """The block of rows; none where no sitting is to come."""
    coming = background.sitting
    if coming is None:
        return
    parts = (
        ("О Президиуме и Совете", [*_of_the_bodies(agenda)]),
        (_since(coming), [*_changed(coming)]),
        ("Просрочено: причина и новая дата", [*_late(agenda)]),
        ("Переносы без документа", [*_ungrounded(agenda, background)]),
    )
    yield from heading(f"К заседанию {day_of_plan(coming.day, agenda.plan.year)}")
    lines = [line for name, found in parts for line in _named(name, found)]
    yield from table(_COLUMNS, lines)


def _since(coming: Sitting) -> str:
    return f"Изменилось с {day_short(coming.previous)}" if coming.previous else "Изменилось"


def _named(name: str, lines: list[_Line]) -> Iterator[_Line]:
    """The part's name beside its first line; "нет" where it has none."""
    if not lines:
        yield [name, None, "нет"]
    for index, line in enumerate(lines[:_AT_MOST]):
        yield ["" if index else name, *line]
    left = len(lines) - _AT_MOST
    if left > 0:
        yield ["", None, f"и ещё {left}"]


def _of_the_bodies(agenda: Agenda) -> Iterator[_Line]:
    for item in items_in(agenda, *_OPEN):
        if _BODIES.search(f"{item.what} {item.measure.text}"):
            due = f", последний день {day_of_plan(item.due, agenda.plan.year)}" if item.due else ""
            state = f"{state_words[item.state]}{due}"
            yield _line(agenda, item, f"{title(item)} – {state}, отвечает {lead_of(item.measure)}")


def _changed(coming: Sitting) -> Iterator[_Line]:
    for words in changes_words(coming.changes):
        yield [None, words]


def _late(agenda: Agenda) -> Iterator[_Line]:
    late = sorted(items_in(agenda, State.OVERDUE), key=lambda item: -item.late_days)
    for item in late:
        days = f"{item.late_days} {plural(item.late_days, 'день', 'дня', 'дней')}"
        yield _line(agenda, item, f"{title(item)} – {days}; {_reason(item, agenda.plan.year)}")


def _reason(item: Item, year: int) -> str:
    """What the department gives as its reason, and the day that it proposes."""
    progress = item.measure.progress
    if progress.meaning is Meaning.BLANK:
        return "отметки нет, причина не названа"
    said = [f"отметка «{clip(progress.text, 100)}»"]
    said += [f"причина: {clip(progress.reason, 100)}"] if progress.reason else []
    if progress.on and progress.on > (item.due or progress.on):
        said.append(f"предложенная дата {day_of_plan(progress.on, year)}")
    return ", ".join(said)


def _ungrounded(agenda: Agenda, background: Background) -> Iterator[_Line]:
    previous = background.sitting.previous if background.sitting else None
    measures = {measure.row: measure for measure in agenda.plan.measures}
    for move in background.moves:
        if not move.ground and (previous is None or move.day >= previous):
            measure = measures[move.row]
            where = place(measure, agenda.plan, f"п. {clip(measure.number, 20)}")
            yield [where, f"{move_words(move)}, {day_short(move.day)}"]


def move_words(move: Move) -> str:
    """From what to what: "«июнь» → «сентябрь»"."""
    return f"«{clip(move.before, 60)}» → «{clip(move.after, 60)}»"


def _line(agenda: Agenda, item: Item, words: str) -> _Line:
    return [place(item.measure, agenda.plan, number(item)), Cell(value=words, look=TEXT)]
