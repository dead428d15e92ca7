"""Items as the lines of a table: number, measure, deadline, lead, last word."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sheetsync.model import (
    Agenda,
    Background,
    Cell,
    CellValue,
    Item,
    Meaning,
    Measure,
    Plan,
    Row,
    State,
)
from sheetsync.plan.labels import number, term, title
from sheetsync.summary.layout import Column, remark, table
from sheetsync.summary.looks import DUE_TEXT, LINK
from sheetsync.words.terms import bound, clip, marked_on

NOBODY = "не определён (сообщаем координатору)"
# Nobody reads longer lists, and a workbook takes minutes to lay them out.
LISTED_AT_MOST = 100
NEAR = timedelta(days=30)
_MARK = 120  # characters

ITEM_COLUMNS = (
    Column(header="Пункт", span=2, look=LINK),
    Column(header="Мероприятие", span=9),
    Column(header="Срок", span=5),
    Column(header="Кто отвечает", span=6),
    Column(header="Последняя отметка", span=5),
)


def item_table(
    items: list[Item], columns: tuple[Column, ...], lines: Iterable[list[CellValue | Cell]]
) -> Iterator[Row]:
    """A table of the first items; what is left out is said. `lines` may be shorter than that."""
    yield from table(columns, lines)
    left = len(items) - LISTED_AT_MOST
    if left > 0:
        yield from remark(f"Ещё {left}: их показывает команда «sheetsync overdue».")


def item_cells(item: Item, plan: Plan, background: Background) -> list[CellValue | Cell]:
    """The cells of `ITEM_COLUMNS`."""
    measure = item.measure
    return [
        place(measure, plan, number(item)),
        title(item),
        _term(item, plan.year),
        lead_of(measure),
        last_word(measure, background),
    ]


def place(measure: Measure, plan: Plan, shown: str) -> Cell:
    """A cell that leads to the measure in the plan."""
    target = f"{plan.columns_of(measure.row).letters.get('measure', 'A')}{measure.row}"
    return Cell(value=shown, look=LINK, target=target)


def late_items(agenda: Agenda) -> list[Item]:
    """What is overdue, the oldest first."""
    late = items_in(agenda, State.OVERDUE)
    return sorted(late, key=lambda item: (-item.late_days, item.measure.row))


def near_items(agenda: Agenda) -> list[tuple[Item, int]]:
    """What ends within `NEAR`, the nearest first, each with the days that are left."""
    open_items = items_in(agenda, State.DUE, State.UPCOMING)
    left = [(item, (item.due - agenda.today).days) for item in open_items if item.due]
    near = [(item, days) for item, days in left if days <= NEAR.days]
    return sorted(near, key=lambda pair: pair[1])


def items_in(agenda: Agenda, *states: State) -> list[Item]:
    """The items in any of these states, in the plan's order."""
    return [item for item in agenda.items if item.state in states]


def is_unled(measure: Measure) -> bool:
    """Whether the row offers nobody to chase."""
    return measure.assignment.lead is None or measure.assignment.unled


def lead_of(measure: Measure) -> str:
    """Who leads the measure; not the coordinator, who only hears of what nobody leads."""
    lead = measure.assignment.lead
    return lead.name if lead and not measure.assignment.unled else NOBODY


def last_word(measure: Measure, background: Background) -> str:
    """The status as it stands and the day since when: "12 апреля: «в работе»"."""
    if measure.progress.meaning is Meaning.BLANK:
        return "отметки нет"
    text = f"«{clip(measure.progress.text, _MARK)}»"
    day = background.words.get(measure.row)
    return f"{marked_on(day, background.began)}: {text}" if day else text


def _term(item: Item, year: int) -> CellValue | Cell:
    words = bound(term(item, year))
    return Cell(value=words, look=DUE_TEXT) if item.moved_from and item.due else words
