"""Charts for the chair, each left out where it would be empty.

Their numbers are in hidden columns beside them. The colours differ in lightness, so that they can
be distinguished in grey print and by colour-blind readers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from sheetsync.model import Area, Cell, CellValue, Chart, ChartKind, Item, Row, State
from sheetsync.model.frozen import frozen
from sheetsync.model.period import month_after
from sheetsync.summary.discipline import done_by
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import COLUMNS, heading
from sheetsync.summary.months import dated_items, month_title

LATE, DONE, AHEAD, LINE = "B3261E", "7FA8CF", "DDE2E6", "8A97A3"
_LEADS = 8
_HIGH = 13  # rows that a chart covers: its numbers beside it are twelve months and their header
_ROW = 10.25  # points: a plan of a page prints its tab on two
# The first column is a narrow one.
_PLACES = {1: ((1, COLUMNS),), 2: ((1, 7), (8, COLUMNS)), 3: ((1, 5), (6, 9), (10, COLUMNS))}
_STEPS: list[int] = [digit * 10**power for power in range(9) for digit in (1, 2, 5)]
_Cells = tuple[CellValue, ...]


@frozen
class Charts:
    """The charts, the rows that hold them and their heading, and their numbers."""

    rows: tuple[Row, ...] = ()
    charts: tuple[Chart, ...] = ()
    numbers: tuple[_Cells, ...] = ()

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths of the columns of the numbers: all 0, for they are hidden."""
        return (0.0,) * max(map(len, self.numbers), default=0)


def charts(inputs: Inputs, *, top: int) -> Charts:
    """The block that begins at the sheet's row `top`; empty if nothing has a deadline."""
    dated = dated_items(inputs.agenda)
    tables = [
        (
            "months",
            ChartKind.STACKED_COLUMNS,
            *_without_empty((DONE, LATE, AHEAD), _month_lines(inputs, dated)),
        ),
        ("leads", ChartKind.BARS, (LATE,), _lead_lines(inputs)),
        ("course", ChartKind.LINES, (LINE, "0F4C81"), _course_lines(inputs, dated)),
    ]
    # Without a header and a name in each line only counts are left: all zero is an empty chart.
    shown = [one for one in tables if any(value for line in one[3][1:] for value in line[1:])]
    if not shown:
        return Charts()
    first = top + 2
    drawn, left = list[Chart](), COLUMNS + 1
    for (key, kind, colors, lines), (begin, end) in zip(shown, _PLACES[len(shown)], strict=True):
        width = len(lines[0])
        drawn.append(
            Chart(
                key=key,
                title=_title(inputs, key),
                kind=kind,
                data=Area(
                    top=first, left=left, bottom=first + len(lines) - 1, right=left + width - 1
                ),
                columns=tuple(range(left + 1, left + width)),
                colors=colors,
                place=Area(top=first, left=begin, bottom=first + _HIGH - 1, right=end),
                step=_step(lines),
            )
        )
        left += width
    numbers = _side_by_side(shown)
    rows = [*heading(inputs.gettext("Charts")), *_data_rows(numbers)]
    return Charts(rows=tuple(rows), charts=tuple(drawn), numbers=numbers)


def _without_empty(
    colors: tuple[str, ...], lines: list[_Cells]
) -> tuple[tuple[str, ...], list[_Cells]]:
    """The series with at least one bar: the legend must not list "overdue" if nothing is."""
    kept = [at for at in range(1, len(lines[0])) if any(line[at] for line in lines[1:])]
    series = [(line[0], *(line[at] for at in kept)) for line in lines]
    return tuple(colors[at - 1] for at in kept), series


def _data_rows(numbers: tuple[_Cells, ...]) -> Iterator[Row]:
    """The rows that the charts cover, with their numbers right of the last visible column."""
    for index in range(_HIGH):
        line = numbers[index] if index < len(numbers) else ()
        values = (Cell(value=value) for value in line)
        yield Row(cells=(Cell(span=COLUMNS), *values), height=_ROW)


def _title(inputs: Inputs, key: str) -> str:
    return {
        "months": inputs.gettext("Deadlines by month"),
        "leads": inputs.gettext("Overdue measures by responsible party"),
        "course": inputs.gettext("Course of the year: deadlines and results"),
    }[key]


def _side_by_side(
    shown: Sequence[tuple[str, ChartKind, tuple[str, ...], list[_Cells]]],
) -> tuple[_Cells, ...]:
    height = max(len(lines) for *_, lines in shown)
    padded = [(*lines, *[(None,) * len(lines[0])] * (height - len(lines))) for *_, lines in shown]
    return tuple(tuple(chain.from_iterable(row)) for row in zip(*padded, strict=True))


def _step(lines: list[_Cells]) -> int:
    """Whole numbers, and some five of them."""
    sums = (sum(value for value in line if isinstance(value, int)) for line in lines[1:])
    most = max(sums, default=0)
    # Programs choose their own steps otherwise, and label half a measure.
    return next((step for step in _STEPS if most <= step * 6), _STEPS[-1])


def _month_lines(inputs: Inputs, dated: list[Item]) -> list[_Cells]:
    """The number of dated items in each state, by the month of their last day."""
    states = ((State.DONE,), (State.OVERDUE,), (State.DUE_SOON, State.UPCOMING))
    names = (inputs.gettext("done"), inputs.gettext("overdue"), inputs.gettext("upcoming"))
    lines: list[_Cells] = [(inputs.gettext("Month"), *names)]
    for month in inputs.plan.period.months():
        inside = [item for item in dated if item.due and item.due.replace(day=1) == month]
        counts = (sum(item.state in some for item in inside) for some in states)
        lines.append((month_title(inputs, month), *counts))
    return lines


def _lead_lines(inputs: Inputs) -> list[_Cells]:
    """The leads with most overdue measures."""
    late = inputs.agenda.measures_in(State.OVERDUE)
    counts = Counter(inputs.lead(measure) for measure in late if measure.assignment.own_lead)
    header = (inputs.gettext("Responsible"), inputs.gettext("overdue"))
    return [header, *counts.most_common(_LEADS)]


def _course_lines(inputs: Inputs, dated: list[Item]) -> list[_Cells]:
    """By the end of each month: the last days that had come, and what was done of them by then."""
    done = [done_by(inputs, item) for item in dated if item.state is State.DONE]
    names = (inputs.gettext("by plan"), inputs.gettext("done"))
    lines: list[_Cells] = [(inputs.gettext("Month"), *names)]
    for month in inputs.plan.period.months():
        following = month_after(month, 1)
        came = sum(item.due is not None and item.due < following for item in dated)
        # None, not 0: the line has to end at today instead of falling to the axis.
        by_then = sum(day < following for day in done) if month <= inputs.today else None
        lines.append((month_title(inputs, month), came, by_then))
    return lines
