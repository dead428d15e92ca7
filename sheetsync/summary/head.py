"""The head of «Сводка»: whether it is fresh, and one line of numbers that sums to the plan."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sheetsync.model import (
    Agenda,
    Background,
    Cell,
    DeadlineKind,
    Formula,
    Measure,
    Row,
    State,
)
from sheetsync.summary.layout import COLUMNS
from sheetsync.summary.looks import (
    BANNER,
    FRESH,
    MOMENT,
    QUIET,
    REHEARSED,
    STALE,
    STAMP,
    TITLE,
    card_label,
    card_number,
)
from sheetsync.words.terms import chair_words, day_words, rare_states

_Card = tuple[int, str, State | None]
_MOMENT_COLUMN = "AA"  # of the moment of the next update, behind cells that span 26 columns


def head(agenda: Agenda, background: Background) -> Iterator[Row]:
    """Banner, title, time and heartbeat."""
    if background.banner:
        yield Row(cells=(Cell(value=background.banner, look=BANNER, span=COLUMNS),), height=24)
    row = 2 if background.banner else 1
    when = f"на {day_words(agenda.today)}, {background.stamp:%H:%M}"
    yield Row(
        cells=(
            Cell(value=agenda.plan.title, look=TITLE, span=15),
            Cell(value=when, look=replace(STAMP, middle=True), span=6),
            _rehearsed(agenda.today) if background.pretended else _heartbeat(background, row + 1),
        ),
        height=26,
    )
    total = len(agenda.plan.measures)
    read = sum(map(_is_read, agenda.plan.measures))
    sums_up = "Каждый пункт входит ровно в одно из чисел, по худшему из своих сроков."
    yield Row(
        cells=(
            Cell(value=sums_up, look=QUIET, span=14),
            Cell(value=f"Срок понятен: {read} из {total}", look=STAMP, span=7),
            *_next_update(background),
        )
    )


def _rehearsed(day: date) -> Cell:
    """A day that is not the real one has no next update, and nothing about it is an alarm."""
    return Cell(value=f"пробный запуск за {day_words(day)}", look=REHEARSED, span=9)


def _heartbeat(background: Background, row: int) -> Cell:
    """A word that turns into a warning by itself once an update has not come.

    Under a banner what stands below is not of today, and nothing says that it is.
    """
    fresh, look = ("план не прочитан", STALE) if background.banner else ("● обновлено", FRESH)
    if background.next_update is None:
        return Cell(value=fresh, look=look, span=9)
    late = f"NOW()>${_MOMENT_COLUMN}${row}"
    text = f'IF({late},"НЕ ОБНОВЛЯЕТСЯ: сообщите администратору","{fresh}")'
    return Cell(
        value=fresh,
        look=look,
        span=9,
        formula=Formula(google=text, excel=text),
        alarm=Formula(google=late, excel=late),
    )


def _next_update(background: Background) -> Iterator[Cell]:
    if background.next_update:
        yield Cell(value="следующее обновление до", look=STAMP, span=5)
        yield Cell(value=background.next_update, look=MOMENT, span=4)
    else:
        yield Cell(span=9)


def _is_read(measure: Measure) -> bool:
    deadlines = (measure.deadline, *(milestone.deadline for milestone in measure.milestones))
    return all(deadline.kind is not DeadlineKind.UNREADABLE for deadline in deadlines)


def cards(agenda: Agenda, background: Background) -> Iterator[Row]:
    """One number a state; they sum to the first."""
    states = list(agenda.states().values())
    counts = {state: states.count(state) for state in chair_words}
    shown = [state for state in chair_words if counts[state] or state not in rare_states]
    cells = [(len(states), "всего пунктов", None), *((counts[s], chair_words[s], s) for s in shown)]
    spans = [COLUMNS // len(cells) + (i < COLUMNS % len(cells)) for i in range(len(cells))]
    yield Row(cells=tuple(map(_number, cells, spans)), height=40)
    yield Row(cells=tuple(map(_label, cells, spans)), height=30 if len(cells) > 8 else 18)
    silent = _silent(agenda, background)
    if silent:
        first = _quarter(agenda.today)
        words = f"Из тех, что идут весь год, без отметки с {day_words(first)}: {silent}"
        yield Row(cells=(Cell(value=words, look=QUIET, span=COLUMNS),))


def _number(card: _Card, span: int) -> Cell:
    count, _, state = card
    # A colour under "0" would draw the eye to what is not there.
    look = card_number(state if count else None, largest=state is State.OVERDUE)
    return Cell(value=count, look=look, span=span)


def _label(card: _Card, span: int) -> Cell:
    count, words, state = card
    return Cell(value=words, look=card_label(state if count else None), span=span)


def _silent(agenda: Agenda, background: Background) -> int:
    """How many all-year measures have had no word in this quarter."""
    first = _quarter(agenda.today)
    ongoing = (row for row, state in agenda.states().items() if state is State.ONGOING)
    return sum(background.words.get(row, date.min) < first for row in ongoing)


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
