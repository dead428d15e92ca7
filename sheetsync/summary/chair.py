"""The tab «Сводка»: how the plan stands, for the chair, on one screen."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sheetsync.model import (
    Agenda,
    Cell,
    CellValue,
    Columns,
    Item,
    Meaning,
    Measure,
    Row,
    State,
    Tab,
)
from sheetsync.summary.by_lead import by_lead
from sheetsync.summary.layout import COLUMN_WIDTH, COLUMNS, Column, heading, remark, table
from sheetsync.summary.looks import (
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
from sheetsync.words.terms import clip, day_short, day_words

KEY, NAME = "summary", "Сводка"
_NEAR = timedelta(days=30)
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


def chair_tab(agenda: Agenda, *, stamp: datetime) -> Tab:
    """The tab as of the agenda's day; `stamp` is the time of the run in the plan's zone."""
    rows = [
        *_head(agenda, stamp),
        *_late(agenda),
        *_near(agenda),
        *by_lead(agenda),
        *_waiting(agenda),
        *_unread(agenda),
    ]
    return Tab(
        key=KEY,
        title=NAME,
        rows=tuple(rows),
        widths=(COLUMN_WIDTH,) * COLUMNS,
        color="B3261E" if State.OVERDUE in agenda.states().values() else "1B6E3C",
    )


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
    read = sum(m.deadline.kind != "unreadable" for m in agenda.plan.measures)
    sums_up = "Каждый пункт плана входит ровно в одно из чисел, по худшему из своих сроков."
    yield Row(
        cells=(
            Cell(value=sums_up, look=QUIET, span=21),
            Cell(value=f"Срок понятен: {read} из {total}", look=STAMP, span=9),
        )
    )
    yield from _cards(agenda)


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
_WAITING_COLUMNS = (*_ITEM_COLUMNS[:4], Column(header="Отметка", span=7))


def _late(agenda: Agenda) -> Iterator[Row]:
    items = sorted(_in(agenda, State.OVERDUE), key=lambda i: (-i.late_days, i.measure.row))
    yield from heading("Просрочено, сначала самые давние")
    if not items:
        yield from remark("Просроченных пунктов нет.")
        return
    late = (
        (*_item_cells(i, agenda.plan.columns), Cell(value=i.late_days, look=LATE_NUMBER))
        for i in items
    )
    yield from table(_LATE_COLUMNS, late)


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
            *_item_cells(i, agenda.plan.columns),
            Cell(value=(_due(i) - agenda.today).days, look=NUMBER),
        )
        for i in items
    )
    yield from table(_NEAR_COLUMNS, left)


def _due(item: Item) -> date:
    return item.due or date.max


def _waiting(agenda: Agenda) -> Iterator[Row]:
    items = _in(agenda, State.WAITING)
    if not items:
        return
    yield from heading("Зависят от других")
    yield from table(_WAITING_COLUMNS, (_item_cells(i, agenda.plan.columns) for i in items))


def _unread(agenda: Agenda) -> Iterator[Row]:
    items = _in(agenda, State.UNREAD)
    if not items:
        return
    yield from heading("Срок не понят: исправьте запись, подсказки на листе «Проверка»")
    yield from table(_WAITING_COLUMNS, (_item_cells(i, agenda.plan.columns) for i in items))


def _in(agenda: Agenda, *states: State) -> list[Item]:
    return [item for item in agenda.items if item.state in states]


def _item_cells(item: Item, columns: Columns) -> tuple[CellValue | Cell, ...]:
    measure = item.measure
    title = f"{item.what}: {measure.text}" if item.what else measure.text
    target = f"{columns.letters.get('measure', 'A')}{measure.row}"
    return (
        Cell(value=f"п. {measure.number}", look=LINK, target=target),
        clip(title, 160),
        _term(item),
        _lead(measure),
        _mark(measure),
    )


def _term(item: Item) -> CellValue | Cell:
    """What the sheet says, and the last day that it was understood to mean."""
    said = f"«{item.said}»"
    if item.moved_from and item.due:
        return Cell(value=f"{said}, перенесён на {day_short(item.due)}", look=DUE_TEXT)
    if item.due and item.state is not State.WAITING:
        return f"{said}, последний день {day_short(item.due)}"
    return said


def _lead(measure: Measure) -> str:
    lead = measure.assignment.lead
    return lead.name if lead else "некому напоминать"


def _mark(measure: Measure) -> str:
    if measure.progress.meaning is Meaning.BLANK:
        return "нет"
    return clip(measure.progress.text, 120)
