"""Three charts for the chair, each over cells of a fixed number of rows below it.

The colours differ in lightness, so that they are told apart in grey print and by everybody.
"""

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from sheetsync.model import (
    Agenda,
    Area,
    Background,
    Cell,
    CellValue,
    Chart,
    ChartKind,
    DeadlineKind,
    Item,
    PlanPeriod,
    Row,
    State,
)
from sheetsync.model.period import month_after
from sheetsync.summary.layout import COLUMNS, heading
from sheetsync.summary.listed import NOBODY, lead_of
from sheetsync.summary.looks import DATA, DATA_HEADER, DATA_NUMBER

DARK, MIDDLE, LIGHT, LINE = "0F4C81", "E8871E", "C9D3DC", "8A97A3"
_MONTHS = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
_LEADS = 8
_HIGH = 14  # rows that a chart covers
_ROW = 15.0  # points
_SPANS = {"months": (4, 2, 2, 2), "leads": (8, 2), "course": (4, 3, 3)}
_LEFT = {"months": 1, "leads": 11, "course": 21}
_TITLES = {
    "months": "Сроки по месяцам",
    "leads": "Просрочено по ответственным",
    "course": "Ход года: сроки и выполнение",
}
_KINDS = {
    "months": ChartKind.STACKED_COLUMNS,
    "leads": ChartKind.BARS,
    "course": ChartKind.LINES,
}
_COLORS = {"months": (DARK, MIDDLE, LIGHT), "leads": (MIDDLE,), "course": (LINE, DARK)}
_STEPS: list[int] = [digit * 10**power for power in range(9) for digit in (1, 2, 5)]
_Line = tuple[CellValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """The charts, and the rows in which they and their numbers stand, with a heading."""

    rows: tuple[Row, ...]
    drawn: tuple[Chart, ...]


def charts(agenda: Agenda, background: Background, *, top: int) -> Charts:
    """The block whose first row is the sheet's row `top`."""
    tables = {
        "months": _months(agenda),
        "leads": _leads(agenda),
        "course": _course(agenda, background),
    }
    rows = [*heading("Графики"), *[Row(cells=(Cell(span=COLUMNS),), height=_ROW)] * _HIGH]
    first = top + len(rows) - _HIGH
    for index in range(max(_LEADS + 1, *map(len, tables.values()))):
        cells: list[Cell] = []
        for key, lines in tables.items():
            line = lines[index] if index < len(lines) else (None,) * len(_SPANS[key])
            cells += _cells(line, _SPANS[key], header=index == 0)
        rows.append(Row(cells=tuple(cells), height=_ROW))
    return Charts(
        rows=tuple(rows),
        drawn=tuple(_chart(key, first, lines) for key, lines in tables.items()),
    )


def _chart(key: str, first: int, lines: list[_Line]) -> Chart:
    left, spans = _LEFT[key], _SPANS[key]
    starts = [left, *(left + offset for offset in accumulate(spans[:-1]))]
    header = first + _HIGH
    count = _LEADS if key == "leads" else len(lines) - 1
    return Chart(
        key=key,
        title=_TITLES[key],
        kind=_KINDS[key],
        data=Area(top=header, left=left, bottom=header + count, right=starts[-1]),
        columns=tuple(starts[1:]),
        colors=_COLORS[key],
        place=Area(top=first, left=left, bottom=header - 1, right=left + sum(spans) - 1),
        step=_step(lines),
    )


def _step(lines: list[_Line]) -> int:
    """Whole numbers, and some five of them."""
    sums = (sum(value for value in line if isinstance(value, int)) for line in lines[1:])
    most = max(sums, default=0)
    return next((step for step in _STEPS if most <= step * 6), _STEPS[-1])


def _cells(line: _Line, spans: tuple[int, ...], *, header: bool) -> list[Cell]:
    looks = [DATA_HEADER if header else DATA] + [DATA_HEADER if header else DATA_NUMBER] * 3
    return [
        Cell(value=value, look=look, span=span)
        for value, look, span in zip(line, looks, spans, strict=False)
    ]


def _months(agenda: Agenda) -> list[_Line]:
    """By the month of its last day, how each dated item stands."""
    dated = _dated(agenda)
    states = ((State.DONE,), (State.OVERDUE,), (State.DUE, State.UPCOMING))
    lines: list[_Line] = [("Месяц", "выполнено", "просрочено", "впереди")]
    for month in agenda.plan.period.months():
        inside = [item for item in dated if item.due and item.due.replace(day=1) == month]
        counts = (sum(i.state in some for i in inside) for some in states)
        lines.append((_month_name(month, agenda.plan.period), *counts))
    return lines


def _month_name(month: date, period: PlanPeriod) -> str:
    name = _MONTHS[month.month - 1]
    return name if period.within_a_year else f"{name} {month:%y}"


def _dated(agenda: Agenda) -> list[Item]:
    """The items with a last day of their own in the plan's period, milestones among them."""
    return [
        item
        for item in agenda.items
        if item.due
        and agenda.plan.period.holds(item.due, item.due)
        and (item.what or item.measure.deadline.kind is not DeadlineKind.YEAR_ROUND)
    ]


def _leads(agenda: Agenda) -> list[_Line]:
    """The leads with most overdue measures; those with none fill the places that are left."""
    states = agenda.states()
    late = dict.fromkeys(map(lead_of, agenda.plan.measures), 0)
    late.pop(NOBODY, None)
    for measure in agenda.plan.measures:
        late[lead_of(measure)] = late.get(lead_of(measure), 0) + (
            states[measure.row] is State.OVERDUE
        )
    first = sorted(late.items(), key=lambda pair: -pair[1])[:_LEADS]
    return [("Кто отвечает", "просрочено"), *first]


def _course(agenda: Agenda, background: Background) -> list[_Line]:
    """By the end of each month: the last days that had come, and what was done of them by then."""
    today, dated = agenda.today, _dated(agenda)
    done = [_done_on(item, background, today) for item in dated if item.state is State.DONE]
    lines: list[_Line] = [("Месяц", "по плану", "выполнено")]
    for month in agenda.plan.period.months():
        following = month_after(month, 1)
        came = sum(item.due is not None and item.due < following for item in dated)
        by_then = sum(day < following for day in done) if month <= today else None
        lines.append((_month_name(month, agenda.plan.period), came, by_then))
    return lines


def _done_on(item: Item, background: Background, today: date) -> date:
    """The day of the fact, else the one on which its mark was first seen."""
    progress = item.measure.progress
    seen = background.words.get(item.measure.row, today)
    return min(progress.on or seen, today)
