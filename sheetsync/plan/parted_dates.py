"""A date over the columns of its day, its month and its year; «Месяц» beside a whole deadline."""

from collections.abc import Mapping, Sequence

from sheetsync.model import CellValue, Deadline, DeadlineKind, Doubt
from sheetsync.plan.cells import cell_at, cell_lines, cell_text
from sheetsync.plan.first_days import with_beginning
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.column_periods import column_period, day_of_each, in_units, unit_words
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.periods import BETWEEN, Period, in_period, reads_as_time
from sheetsync.words.tables import is_mark

_MONTH, _QUARTER = "month", "quarter"


def parted(row: Sequence[CellValue], columns: DeadlineColumns, *, moved: str = "") -> str:
    """The date of a row in words; a day that was `moved` stands for that in its own column."""
    words = {part: cell_lines(cell_at(row, column)) for part, column in columns.parts.items()}
    day, month = moved or words.get("day", ""), words.get(_MONTH, "")
    if columns.begins is not None:
        first = cell_text(cell_at(row, columns.begins))
        day = with_beginning(day, first, english=columns.english)
    if columns.unit:
        day = in_units(day, columns.unit, english=columns.english)
    if day and read_in_any_year(month).kind is DeadlineKind.RECURRING:
        return day_of_each(month, day)
    quarter, month_named = _periods(row, columns)
    period = month_named if month else quarter
    # A whole date in the column of days leaves nothing for the other columns to say.
    own = read_in_any_year(day)
    if _is_whole(own) and not (period and own.kind is DeadlineKind.RECURRING):
        return day
    named = month or (quarter.name if quarter else words.get(_QUARTER, ""))
    said = f"{named} {words['year']}".strip() if words.get("year") else named
    title = unit_words(_MONTH, english=columns.english)
    if not period:
        return _in_none(day, said, [column_period((title, one)) for one in BETWEEN.split(month)])
    if quarter and not quarter.starts <= period.starts <= quarter.ends:
        return f"{said} ({quarter.name})"  # which of the two holds is asked
    dated = column_period((title, said)) or column_period((words.get("year", ""), named))
    return in_period(day, dated or period) if day else (dated or period).name


def _in_none(day: str, said: str, months: Sequence[Period | None]) -> str:
    """A day beside what is no single month: «12» and «май, июнь» are one in each of them."""
    if not day or not said:
        return day or said
    named = [month for month in months if month]
    if len(named) == len(months) > 1:
        return ", ".join(in_period(day, month) for month in named)
    # «12» beside «март – апрель» is asked about.
    return f"{day} ({said})" if reads_as_time(said) else f"{day} {said}"


def of_other_month(row: Sequence[CellValue], columns: DeadlineColumns) -> Doubt | None:
    """What is to be asked of a whole date that lies in no month or quarter beside it."""
    day = cell_lines(cell_at(row, columns.parts.get("day")))
    own = read_in_any_year(day)
    quarter, month = _periods(row, columns)
    period = month or quarter
    if period is None or not _is_whole(own) or own.kind is DeadlineKind.RECURRING:
        return None
    return None if _touches(own, period) else _elsewhere(day, period)


def outside_marks(
    row: Sequence[CellValue], periods: Mapping[int, Period], said: str
) -> Doubt | None:
    """What is to be asked of a deadline of days that lie in no period which is marked beside it."""
    marked = [p for column, p in periods.items() if is_mark(cell_text(cell_at(row, column)))]
    if not marked:
        return None
    own = read_in_any_year(said)
    if own.due is None or any(_touches(own, period) for period in marked):
        return None
    return _elsewhere(said, marked[0])


def _elsewhere(day: str, period: Period) -> Doubt:
    return Doubt(code="deadline-other-month", quote=day, hint=period.name)


def _touches(own: Deadline, period: Period) -> bool:
    first, last = period.starts.month, period.ends.month
    days = ((one.starts or one.due, one.due) for one in own.occurrences)
    # Of all of a year, no day is told.
    return not own.occurrences or any(a.month <= last and b.month >= first for a, b in days)


def _is_whole(own: Deadline) -> bool:
    return own.due is not None and own.kind is not DeadlineKind.YEAR_ROUND


def _periods(
    row: Sequence[CellValue], columns: DeadlineColumns
) -> tuple[Period | None, Period | None]:
    """The quarter and the month that the row names in their columns."""
    units = (_QUARTER, _MONTH)
    titles = [unit_words(unit, english=columns.english) for unit in units]
    cells = (cell_lines(cell_at(row, columns.parts.get(unit))) for unit in units)
    quarter, month = (column_period((t, words)) for t, words in zip(titles, cells, strict=True))
    return quarter, month
