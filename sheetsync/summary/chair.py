"""The tab «Сводка»: how the plan stands, for the chair, on one screen."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sheetsync.model import (
    Agenda,
    Cell,
    CellValue,
    DeadlineKind,
    Filed,
    Item,
    Meaning,
    Measure,
    Plan,
    Row,
    State,
    Tab,
)
from sheetsync.plan.labels import day_of_plan, number, said, title
from sheetsync.summary.by_lead import by_lead
from sheetsync.summary.layout import COLUMN_WIDTH, COLUMNS, Column, heading, remark, table
from sheetsync.summary.looks import (
    BANNER,
    DUE_TEXT,
    LATE_NUMBER,
    LINK,
    NUMBER,
    QUIET,
    STAMP,
    TITLE,
    card_label,
    card_number,
)
from sheetsync.summary.undelivered import undelivered
from sheetsync.words.terms import clip, day_short, day_words

KEY, NAME = "summary", "Сводка"
_NEAR = timedelta(days=30)
# Nobody reads longer lists, and a workbook takes minutes to lay them out.
_LISTED_AT_MOST = 100
_CARDS = {
    State.OVERDUE: "просрочено",
    State.DUE: "срок подходит",
    State.UPCOMING: "впереди",
    State.ONGOING: "весь год",
    State.WAITING: "зависят от других",
    State.DONE: "выполнено",
    State.UNREAD: "срок не понят",
    State.NO_REPORT: "итога нет",
    State.CANCELLED: "отменено",
}
# Shown only where there are any: a plan in good order has none.
_RARE = (State.UNREAD, State.NO_REPORT, State.CANCELLED)


def chair_tab(
    agenda: Agenda, *, stamp: datetime, banner: str = "", letters: tuple[Filed, ...] = ()
) -> Tab:
    """The tab as of the agenda's day; `stamp` is the time of the run in the plan's zone.

    `banner` is what the reader must know before all else, `letters` are those that did not arrive.
    """
    rows = [
        *_banner(banner),
        *_head(agenda, stamp),
        *_late(agenda),
        *_near(agenda),
        *by_lead(agenda),
        *undelivered(letters),
        *(row for state in _LISTED for row in _listed(agenda, state)),
    ]
    return Tab(
        key=KEY,
        title=NAME,
        rows=tuple(rows),
        widths=(COLUMN_WIDTH,) * COLUMNS,
        color="B3261E" if State.OVERDUE in agenda.states().values() else "1B6E3C",
    )


def _banner(words: str) -> Iterator[Row]:
    if words:
        yield Row(cells=(Cell(value=words, look=BANNER, span=COLUMNS),), height=24)


def _head(agenda: Agenda, stamp: datetime) -> Iterator[Row]:
    when = f"на {day_words(agenda.today)}, {stamp:%H:%M}"
    yield Row(
        cells=(
            Cell(value=agenda.plan.title, look=TITLE, span=21),
            Cell(value=when, look=STAMP, span=9),
        ),
        height=26,
    )
    total = len(agenda.plan.measures)
    read = sum(_is_read(measure) for measure in agenda.plan.measures)
    sums_up = "Каждый пункт плана входит ровно в одно из чисел, по худшему из своих сроков."
    yield Row(
        cells=(
            Cell(value=sums_up, look=QUIET, span=21),
            Cell(value=f"Срок понятен: {read} из {total}", look=STAMP, span=9),
        )
    )
    yield from _cards(agenda)


def _is_read(measure: Measure) -> bool:
    deadlines = (measure.deadline, *(milestone.deadline for milestone in measure.milestones))
    return all(deadline.kind is not DeadlineKind.UNREADABLE for deadline in deadlines)


def _cards(agenda: Agenda) -> Iterator[Row]:
    states = list(agenda.states().values())
    counts = {state: states.count(state) for state in _CARDS}
    shown = [state for state in _CARDS if counts[state] or state not in _RARE]
    numbers = [Cell(value=len(states), look=card_number(None), span=3)]
    labels = [Cell(value="всего пунктов", look=card_label(None), span=3)]
    for state in shown:
        largest = state is State.OVERDUE
        numbers.append(Cell(value=counts[state], look=card_number(state, largest=largest), span=3))
        labels.append(Cell(value=_CARDS[state], look=card_label(state), span=3))
    yield Row(cells=tuple(numbers), height=40)
    yield Row(cells=tuple(labels), height=30 if len(shown) > 8 else 18)


_ITEM_COLUMNS = (
    Column(header="Пункт", span=2, look=LINK),
    Column(header="Мероприятие", span=11),
    Column(header="Срок", span=5),
    Column(header="Кто отвечает", span=5),
    Column(header="Отметка", span=4),
)
_LATE_COLUMNS = (*_ITEM_COLUMNS, Column(header="Опоздание, дней", span=3, numeric=True))
_NEAR_COLUMNS = (*_ITEM_COLUMNS, Column(header="Осталось дней", span=3, numeric=True))
_LISTED_COLUMNS = (*_ITEM_COLUMNS[:4], Column(header="Отметка", span=7))


def _late(agenda: Agenda) -> Iterator[Row]:
    items = sorted(_in(agenda, State.OVERDUE), key=lambda i: (-i.late_days, i.measure.row))
    yield from heading("Просрочено, сначала самые давние")
    if not items:
        yield from remark("Просроченных пунктов нет.")
        return
    late = (
        (*_item_cells(i, agenda.plan), Cell(value=i.late_days, look=LATE_NUMBER))
        for i in items[:_LISTED_AT_MOST]
    )
    yield from table(_LATE_COLUMNS, late)
    yield from _rest(items)


def _near(agenda: Agenda) -> Iterator[Row]:
    until = agenda.today + _NEAR
    open_items = _in(agenda, State.DUE, State.UPCOMING)
    items = sorted((i for i in open_items if i.due and i.due <= until), key=_due)
    yield from heading(f"В ближайшие 30 дней, до {day_short(until)}")
    if not items:
        yield from remark("Сроков нет.")
        return
    left = (
        (
            *_item_cells(i, agenda.plan),
            Cell(value=(_due(i) - agenda.today).days, look=NUMBER),
        )
        for i in items[:_LISTED_AT_MOST]
    )
    yield from table(_NEAR_COLUMNS, left)
    yield from _rest(items)


def _rest(items: list[Item]) -> Iterator[Row]:
    """How many items a list leaves to the plan."""
    left = len(items) - _LISTED_AT_MOST
    if left > 0:
        yield from remark(f"Ещё {left}: их показывает команда «sheetsync overdue».")


def _due(item: Item) -> date:
    return item.due or date.max


_LISTED = {
    State.WAITING: "Зависят от других",
    State.UNREAD: "Срок не понят: исправьте запись, подсказки на листе «Проверка»",
    State.NO_REPORT: "Срок закончился, итога нет",
}


def _listed(agenda: Agenda, state: State) -> Iterator[Row]:
    """A block of its own for items that are neither late nor near; none where there are none."""
    items = _in(agenda, state)
    if items:
        yield from heading(_LISTED[state])
        shown = items[:_LISTED_AT_MOST]
        yield from table(_LISTED_COLUMNS, (_item_cells(i, agenda.plan) for i in shown))
        yield from _rest(items)


def _in(agenda: Agenda, *states: State) -> list[Item]:
    return [item for item in agenda.items if item.state in states]


def _item_cells(item: Item, plan: Plan) -> tuple[CellValue | Cell, ...]:
    measure = item.measure
    target = f"{plan.columns.letters.get('measure', 'A')}{measure.row}"
    return (
        Cell(value=number(item), look=LINK, target=target),
        title(item),
        _term(item, plan.year),
        _lead(measure),
        _mark(measure),
    )


def _term(item: Item, year: int) -> CellValue | Cell:
    """What the sheet says, and the last day that it was understood to mean."""
    words = said(item)
    if not item.due or item.state is State.WAITING:
        return words
    due = day_of_plan(item.due, year)
    if item.moved_from:
        return Cell(value=f"{words}, перенесён на {due}", look=DUE_TEXT)
    return f"{words}, последний день {due}"


def _lead(measure: Measure) -> str:
    lead = measure.assignment.lead
    return lead.name if lead else "некому напоминать"


def _mark(measure: Measure) -> str:
    if measure.progress.meaning is Meaning.BLANK:
        return "нет"
    return clip(measure.progress.text, 120)
