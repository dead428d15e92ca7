"""A deadline over several columns: one for each month, or for the day, the month and the year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import CellValue, DeadlineKind, Doubt, Grid
from sheetsync.plan.broken_cells import is_broken
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, is_blank
from sheetsync.plan.first_and_last import beginning_of
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import due_rank
from sheetsync.plan.likely_columns import SAMPLE
from sheetsync.plan.parted_dates import parted, parted_columns
from sheetsync.plan.period_columns import (
    DeadlineColumns,
    period_columns,
    untold_columns,
)
from sheetsync.words.column_periods import days_listed, part_of_a_day, years_named
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.periods import LEAP, Period, in_period, names_year
from sheetsync.words.places import asks_for_place
from sheetsync.words.tables import is_mark, is_no_mark

_MONTHS, _LONGEST_MONTH = 12, 31
# Over several months, «постоянно» adds nothing to them.
_SAID = {*DeadlineKind} - {DeadlineKind.UNREADABLE, DeadlineKind.YEAR_ROUND}


def with_dates(
    rows: HeaderRows, fields: dict[str, int], *, amounts: bool
) -> tuple[dict[str, int], DeadlineColumns]:
    """The fields, where the deadline may be spread over columns of months, or days and months.

    One column that holds it whole is worth more: the others are sums or marks then. Where no column
    does, `amounts` below periods may mark it, too.
    """
    there = fields.get("deadline")
    others = {field: column for field, column in fields.items() if field != "deadline"}
    free = {c: rows.whole(c) for c in rows.texts if c not in fields.values()}
    often = next((c for c, header in free.items() if says(header, HeaderRole.HOW_OFTEN)), None)
    moved = next((c for c, header in free.items() if says(header, HeaderRole.MOVED_DAY)), None)
    parts = parted_columns(rows, [*others.values()], there)
    placed = there is not None and asks_for_place(rows.whole(there))
    if parts.parts:
        parts = replace(parts, often=often, moved=moved, placed=placed)
    for dates in (period_columns(rows), parts, period_columns(rows, amounts=amounts)):
        if dates.spread and (there in (None, *dates.spread) or _is_total(rows, there, dates)):
            kept = {field: c for field, c in others.items() if c not in dates.spread}
            return {**kept, "deadline": dates.parts.get("day", dates.spread[0])}, dates
    if there is None:
        untold = untold_columns(rows, fields.values())
        return {**fields, "deadline": untold.spread[0]} if untold.spread else fields, untold
    begins = beginning_of(rows, there, [*free])
    ends = due_rank(rows.whole(there)) == 0
    return fields, DeadlineColumns(
        begins=begins if ends else None,
        often=often,
        moved=moved,
        placed=placed,
        # Beside a beginning, «Срок, мес.» is how long something takes.
        unit=part_of_a_day(rows.texts[there][-1]) if begins is None else "",
        english=rows.english,
    )


def _is_total(rows: HeaderRows, column: int | None, dates: DeadlineColumns) -> bool:
    """«Всего» below the title of the periods beside it, which may speak of deadlines."""
    if column is None:
        return False
    title, own = rows.texts[column][:-1], rows.texts[column][-1]
    beside = any(rows.texts[one][:-1] == title for one in dates.periods)
    return bool(title) and beside and says(own, HeaderRole.COUNT)


def composed(row: Sequence[CellValue], columns: DeadlineColumns, spans: Mapping[int, int]) -> str:
    """The deadline of a row in words; `spans` tells by column to which one a cell is merged."""
    if columns.parts:
        day = columns.parts.get("day")
        return parted(row, columns, moved=moved_to(row, day, columns) if day is not None else "")
    shown = (cell_text(cell_at(row, column)) for column in columns.spread)
    broken = next(filter(is_broken, shown), "")
    if broken:  # nobody knows whether it is a mark: what stood there last holds
        return broken
    over_all = _over_all(row, columns, spans)
    if over_all:
        return over_all
    said = {cell_text(cell_at(row, column)) for column in columns.periods}
    if len(said) == 1 and read_deadline(*said, year=LEAP).kind is DeadlineKind.RECURRING:
        return said.pop()  # «ежемесячно» in each column is the whole year's
    years = _years(row, columns.years, english=columns.english)
    return ", ".join(dict.fromkeys((*_occurrences(row, columns, spans), *years)))


def _over_all(row: Sequence[CellValue], columns: DeadlineColumns, spans: Mapping[int, int]) -> str:
    """What a cell says that is merged over all periods and, before them, over their total."""
    periods = [*columns.periods]
    before = (c for c, end in spans.items() if periods and c < periods[0] and end >= periods[-1])
    value = cell_at(row, next(before, None))
    if says_no(value):
        return ""
    first, last = (columns.periods[column] for column in (periods[0], periods[-1]))
    text = cell_text(value)
    return f"{first.name} – {last.name}" if is_mark(text) and not text.isdigit() else text


def moved_to(row: Sequence[CellValue], there: int | None, columns: DeadlineColumns) -> str:
    """The new deadline, where the old one's cell, `there`, is struck out or blank; "" elsewhere."""
    if columns.moved is None or not is_blank(cell_at(row, there)):
        return ""
    words = cell_lines(cell_at(row, columns.moved))
    return words if words and _is_read(words) else ""


def with_recurrence(words: str, often: CellValue) -> str:
    """«ежеквартально» before «до 10 числа», where the words alone are no deadline."""
    if is_blank(often) or (words and _is_read(words)):
        return words
    both = f"{cell_text(often)} {words}".strip()
    return both if _is_read(both) else words


def _is_read(words: str) -> bool:
    read = read_deadline(words, year=LEAP)
    return read.kind is not DeadlineKind.UNREADABLE and not read.doubts


def doubted(
    row: Sequence[CellValue], columns: DeadlineColumns, spans: Mapping[int, int]
) -> Iterator[Doubt]:
    """What is to be asked about the columns of periods of a row.

    A number is taken for a mark, though it may be a day or a sum, and so are words, which may be
    those of a party; a date may be of another period.
    """
    for column, period in columns.periods.items():
        value = cell_at(row, column)
        text = cell_text(value)
        if text.isdigit() and not columns.days:
            if text not in ("0", "1") and not columns.amounts:
                yield Doubt(code="period-number", quote=text, hint=period.name)
        elif text in columns.codes | columns.idle:
            continue
        elif column in spans and not (says_no(value) or is_mark(text)):
            if read_deadline(text, year=LEAP).kind is DeadlineKind.UNREADABLE:
                yield Doubt(code="period-words", quote=text, hint=period.name)
        elif text and not says_no(value):
            said = _occurrence(value, period, days=columns.days)
            due = read_deadline(said, year=LEAP).due
            if due and not period.starts.month <= due.month <= period.ends.month:
                yield Doubt(code="period-contradicted", quote=text, hint=period.name)
            elif (
                not is_mark(text) and read_deadline(in_period(text, period), year=LEAP).due is None
            ):
                yield Doubt(code="period-words", quote=text, hint=period.name)


def _occurrences(
    row: Sequence[CellValue], columns: DeadlineColumns, spans: Mapping[int, int]
) -> Iterator[str]:
    for column, period in columns.periods.items():
        value = cell_at(row, column)
        if says_no(value) or cell_text(value) in columns.idle:
            continue
        # A merged cell may go on over their total.
        reached = [c for c in columns.periods if c <= spans.get(column, column)]
        last = columns.periods[reached[-1]]
        if last is not period:
            text = cell_text(value)
            said = not is_mark(text) and read_deadline(text, year=LEAP).kind in _SAID
            yield text if said else f"{period.name} – {last.name}"
        else:
            yield _occurrence(value, period, days=columns.days)


def says_no(value: CellValue) -> bool:
    """A cell in a column of periods that marks nothing."""
    return is_blank(value) or value is False or is_no_mark(cell_text(value))


def numbers_are_days(grid: Grid, rows: HeaderRows, columns: DeadlineColumns) -> bool:
    """Whether the numbers below columns of months are their days, as «4, 18» and 25 can only be.

    Beside a total they are counts, and a header may say either.
    """
    headers = [rows.whole(column) for column in rows.texts]
    if columns.amounts or any(period.months != 1 for period in columns.periods.values()):
        return False
    if any(says(header, HeaderRole.DAYS_BELOW) for header in headers):
        return True
    if any(says(header, HeaderRole.COUNT) for header in headers):
        return False
    body = grid.rows[rows.last + 1 : rows.last + 1 + SAMPLE]
    texts = [cell_text(cell_at(row, column)) for row in body for column in columns.periods]
    listed = list(filter(None, map(days_listed, texts)))
    return all(0 < day <= _LONGEST_MONTH for days in listed for day in days) and any(
        len(days) > 1 or days[0] > _MONTHS for days in listed
    )


def _occurrence(value: CellValue, period: Period, *, days: bool) -> str:
    """A date or words that name one hold; anything else is a mark, and the period is meant."""
    text = cell_text(value)
    if isinstance(value, date):
        return text
    # A number may be hours or money as well as a day: `doubted` asks, and the period holds.
    if isinstance(value, int | float) or text.isdigit() or is_mark(text):
        return in_period(text, period) if days and text.isdigit() else period.name
    said = in_period(text, period)
    read = read_deadline(said, year=LEAP)
    if read.due is None or (read.due == period.ends and not read.occurrences[1:]):
        return period.name
    return said if read.kind is not DeadlineKind.YEAR_ROUND or names_year(said) else period.name


def _years(row: Sequence[CellValue], years: Mapping[int, str], *, english: bool) -> list[str]:
    cells = {year: cell_text(cell_at(row, column)) for column, year in years.items()}
    marked = {year: text for year, text in cells.items() if not says_no(text)}
    said = [f"{text} {year}" for year, text in marked.items() if not is_mark(text)]
    # «июнь» below a year is its June, but for numbers, which may be money.
    if said and len(said) == len(marked) and all(map(_is_read, said)):
        return said
    return years_named([*marked], english=english)
