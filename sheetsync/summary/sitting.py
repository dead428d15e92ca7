"""«К заседанию»: what the Presidium or the Council has to know of the plan, and to decide."""

import re
from collections.abc import Iterator
from datetime import timedelta

from sheetsync.model import (
    Agenda,
    Background,
    Cell,
    CellValue,
    Item,
    Meaning,
    Move,
    PlanPeriod,
    Row,
    State,
)
from sheetsync.plan.change_words import changes_words
from sheetsync.plan.labels import day_of_plan, number, title
from sheetsync.summary.layout import Column, heading, table
from sheetsync.summary.listed import is_unled, items_in, lead_of, place
from sheetsync.summary.looks import LINK, SUBHEADING
from sheetsync.words.terms import clip, day_short, plural, state_words

# The organisation's own bodies are written with a capital letter; «Молодежный совет» is another.
_BODIES = re.compile(r"\b(?:Президиум|ПРЕЗИДИУМ|Совет|СОВЕТ)(?:а|у|ом|е|А|У|ОМ|Е)?\b")
_OPEN = (State.OVERDUE, State.DUE, State.UPCOMING, State.ONGOING, State.WAITING)
_SOON = timedelta(days=30)
_TITLE = 50  # characters: with what is said of it, the line stays one
_AT_MOST = 12  # lines of each part: the rest stands in the blocks below
_COLUMNS = (
    Column(header="О чём", span=5, look=SUBHEADING),
    Column(header="Пункт", span=2, look=LINK),
    Column(header="Что известно", span=23),
)
_Line = list[CellValue | Cell]


def sitting(agenda: Agenda, background: Background) -> Iterator[Row]:
    """The block of rows; none where no sitting comes in the next weeks."""
    coming = background.sitting
    if coming is None or coming.day - agenda.today > _SOON:
        return
    lines = [*_named("О Президиуме и Совете", [*_of_the_bodies(agenda)])]
    if coming.previous:
        changed: list[_Line] = [[None, words] for words in changes_words(coming.changes)]
        lines += _named(f"Изменилось с {day_short(coming.previous)}", changed)
    lines += _named("Причина и новая дата", [*_late(agenda)])
    lines += _named("Переносы без документа", [*_ungrounded(agenda, background)])
    yield from heading(f"К заседанию {day_of_plan(coming.day, agenda.plan.period)}")
    yield from table(_COLUMNS, lines)


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
            due = (
                f", последний день {day_of_plan(item.due, agenda.plan.period)}" if item.due else ""
            )
            words = f"{state_words[item.state]}{due}, {_led_by(item)}"
            yield _line(agenda, item, words)


def _led_by(item: Item) -> str:
    lead = lead_of(item.measure)
    return f"ответственный {lead}" if is_unled(item.measure) else f"отвечает {lead}"


def _late(agenda: Agenda) -> Iterator[_Line]:
    """What is said of each late item; those of which nothing is said stand in one line."""
    late = sorted(items_in(agenda, State.OVERDUE), key=lambda item: -item.late_days)
    silent = [item for item in late if item.measure.progress.meaning is Meaning.BLANK]
    for item in late:
        if item not in silent:
            yield _line(agenda, item, _reason(item, agenda.plan.period))
    if silent:
        names = dict.fromkeys(map(number, silent))
        yield [None, f"просрочено, отметки и причины нет: {', '.join(names)}"]


def _reason(item: Item, period: PlanPeriod) -> str:
    """What the department gives as its reason, and the day that it proposes."""
    progress = item.measure.progress
    days = plural(item.late_days, "день", "дня", "дней")
    said = [f"просрочено на {item.late_days} {days}", f"отметка «{clip(progress.text, 100)}»"]
    said += [f"причина: {clip(progress.reason, 100)}"] if progress.reason else []
    if progress.on and item.due and progress.on > item.due:
        said.append(f"предложенная дата {day_of_plan(progress.on, period)}")
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
    about = f"{clip(title(item), _TITLE)} – {words}"
    return [place(item.measure, agenda.plan, number(item)), about]
