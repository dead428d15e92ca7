"""The tab «Сводка»: how the plan stands, for the chair; the first screen without scrolling."""

from collections.abc import Iterator

from sheetsync.model import Agenda, Area, Background, Cell, Row, State, Tab
from sheetsync.summary.by_lead import by_lead
from sheetsync.summary.charts import charts
from sheetsync.summary.clarify import clarify, unled
from sheetsync.summary.head import cards, head
from sheetsync.summary.layout import COLUMN_WIDTH, COLUMNS, Column, heading, remark
from sheetsync.summary.listed import (
    ITEM_COLUMNS,
    LISTED_AT_MOST,
    NEAR,
    item_cells,
    item_table,
    items_in,
    late_items,
    near_items,
)
from sheetsync.summary.looks import LATE_NUMBER, NUMBER
from sheetsync.summary.moves import moves
from sheetsync.summary.sitting import sitting
from sheetsync.summary.undelivered import undelivered
from sheetsync.words.terms import day_short

KEY, NAME = "summary", "Сводка"
_LATE_COLUMNS = (*ITEM_COLUMNS, Column(header="Опоздание, дней", span=3, numeric=True))
_NEAR_COLUMNS = (*ITEM_COLUMNS, Column(header="Осталось дней", span=3, numeric=True))
_LISTED_COLUMNS = (*ITEM_COLUMNS[:4], Column(header="Последняя отметка", span=8))
_LISTED = {
    State.WAITING: ("waiting", "Зависят от других"),
    State.NO_REPORT: ("no_report", "Срок закончился, итога нет"),
}


def chair_tab(agenda: Agenda, background: Background) -> Tab:
    """The tab as of the agenda's day."""
    rows: list[Row] = []
    blocks: list[tuple[str, Area]] = []
    for name, block in _blocks(agenda, background):
        # A block begins with a blank row that is no part of it, but for the first two.
        top = len(rows) + (1 if name in ("head", "numbers") else 2)
        rows += block
        if len(rows) >= top:
            area = Area(top=top, left=1, bottom=len(rows), right=COLUMNS)
            blocks.append((f"sheetsync_{name}", area))
    drawn = charts(agenda, background, top=len(rows) + 1)
    return Tab(
        key=KEY,
        title=NAME,
        year_title=f"{NAME} {agenda.plan.year}",
        rows=(*rows, *drawn.rows),
        widths=(COLUMN_WIDTH,) * COLUMNS,
        color="B3261E" if State.OVERDUE in agenda.states().values() else "1B6E3C",
        charts=drawn.drawn,
        blocks=(*blocks, *((f"sheetsync_chart_{chart.key}", chart.data) for chart in drawn.drawn)),
    )


def _blocks(agenda: Agenda, background: Background) -> Iterator[tuple[str, list[Row]]]:
    yield "head", [*head(agenda, background)]
    yield "numbers", [*cards(agenda, background)]
    yield "sitting", [*sitting(agenda, background)]
    yield "late", [*_late(agenda, background)]
    yield "leads", [*by_lead(agenda, background)]
    yield "near", [*_near(agenda, background)]
    yield "moves", [*moves(agenda, background)]
    yield "clarify", [*clarify(agenda)]
    yield "unled", [*unled(agenda)]
    yield "letters", [*undelivered(background.letters)]
    for state, (name, title) in _LISTED.items():
        yield name, [*_listed(agenda, background, state, title=title)]


def _late(agenda: Agenda, background: Background) -> Iterator[Row]:
    items = late_items(agenda)
    measures = len({item.measure.row for item in items})
    several = f", сроков {len(items)}" if len(items) != measures else ""
    yield from heading(f"Просрочено: {measures}{several}, сначала самые давние")
    if not items:
        yield from remark("Просроченных пунктов нет.")
        return
    lines = (
        [
            *item_cells(item, agenda.plan, background),
            Cell(value=item.late_days, look=LATE_NUMBER),
        ]
        for item in items[:LISTED_AT_MOST]
    )
    yield from item_table(items, _LATE_COLUMNS, lines)


def _near(agenda: Agenda, background: Background) -> Iterator[Row]:
    near = near_items(agenda)
    yield from heading(
        f"В ближайшие {NEAR.days} дней, до {day_short(agenda.today + NEAR)}: {len(near)}"
    )
    if not near:
        yield from remark("Сроков нет.")
        return
    lines = (
        [*item_cells(item, agenda.plan, background), Cell(value=days, look=NUMBER)]
        for item, days in near[:LISTED_AT_MOST]
    )
    yield from item_table([item for item, _ in near], _NEAR_COLUMNS, lines)


def _listed(agenda: Agenda, background: Background, state: State, *, title: str) -> Iterator[Row]:
    """A block of its own for items that are neither late nor near; none where there are none."""
    items = items_in(agenda, state)
    if items:
        yield from heading(f"{title}: {len(items)}")
        shown = items[:LISTED_AT_MOST]
        lines = (item_cells(item, agenda.plan, background) for item in shown)
        yield from item_table(items, _LISTED_COLUMNS, lines)
