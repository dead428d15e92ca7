"""What the columns of one row say of its deadline, in words, and what is to be asked of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import CellValue, Columns, DeadlineKind, Doubt
from sheetsync.plan.broken_cells import is_broken
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, column_letter, is_blank
from sheetsync.plan.first_days import begun_later, first_over_last, with_beginning
from sheetsync.plan.fixed_days import with_fixed
from sheetsync.plan.header import Header
from sheetsync.plan.new_deadlines import moved_to, new_doubts
from sheetsync.plan.parted_dates import of_other_month, outside_marks, parted
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.column_periods import (
    days_listed,
    first_to_last,
    in_units,
    month_around,
    shown_in_english,
    years_named,
)
from sheetsync.words.deadlines import is_beyond_doubt, read_in_any_year
from sheetsync.words.periods import YEAR, Period, in_period, names_year, reads_without_day
from sheetsync.words.places import without_place
from sheetsync.words.shared_cells import time_and_party
from sheetsync.words.tables import is_mark, is_no_mark

# Over several months, «постоянно» adds nothing to them.
_SAID = {*DeadlineKind} - {DeadlineKind.UNREADABLE, DeadlineKind.YEAR_ROUND}


def deadline_in(row: Sequence[CellValue], header: Header, spans: Mapping[int, int] | None) -> str:
    """The deadline of a row in its own words.

    `spans` tell how far each of its cells is merged to the right; without them, the first of
    several columns stands for all.
    """
    dates, there = header.dates, header.fields.get("deadline")
    begins = dates.begins
    # «Июнь» in one cell merged over the first and the last day is the whole deadline.
    if (merged := _merged_over(there, header, spans)) is not None:
        return cell_lines(cell_at(row, merged))
    if spans is not None and dates.spread:
        said = _composed(row, header, spans)
    else:
        moved = moved_to(row, there, dates)
        said = _said_in(cell_at(row, there if moved is None else moved))
        said = shown_in_english(said) if dates.english else said
    if dates.who:
        said, _ = time_and_party(said)
    if dates.both_days:
        said = first_over_last(said)
    if dates.unit:
        said = in_units(said, dates.unit, english=dates.english)
    if begins is not None and not dates.parts:
        first = in_units(cell_text(cell_at(row, begins)), dates.unit, english=dates.english)
        first = shown_in_english(first) if dates.english else first
        said = with_beginning(said, first, english=dates.english)
    if dates.often is not None:
        said = _with_recurrence(said, cell_at(row, dates.often))
    return without_place(said) if dates.placed else said


def _said_in(value: CellValue) -> str:
    """The words of a cell; the number 10.1 may have been typed as 10.10, and is asked about."""
    said = cell_lines(value)
    return f"{said} ({said}0?)" if _may_lack_nought(value) else said


def _may_lack_nought(value: CellValue) -> bool:
    return isinstance(value, float) and cell_text(value).endswith(".1")


def _merged_over(there: int | None, header: Header, spans: Mapping[int, int] | None) -> int | None:
    """The column of no field whose cell is merged over that of deadlines, `there`.

    One that goes over columns of other fields, too, heads a section.
    """
    if not spans or there is None or header.dates.spread:
        return None
    others = {*header.fields.values()} - {there}
    over = ((c, range(c, end + 1)) for c, end in spans.items() if c < there <= end)
    return next((c for c, reach in over if others.isdisjoint(reach)), None)


def deadline_doubts(
    row: Sequence[CellValue], header: Header, spans: Mapping[int, int], *, said: str
) -> Iterator[Doubt]:
    """What is to be asked about the columns of a row whose deadline they have `said`."""
    dates, there = header.dates, header.fields.get("deadline")
    yield from new_doubts(row, header)
    own = cell_at(row, there)
    if _may_lack_nought(own):
        yield Doubt(code="deadline-decimal", quote=cell_text(own))
    later = begun_later(row, there, dates) if dates.begins is not None else ""
    if later:
        yield Doubt(code="deadline-begun-later", quote=said, hint=later)
    elsewhere = (
        of_other_month(row, dates) if dates.parts else outside_marks(row, dates.beside, said)
    )
    if elsewhere:
        yield elsewhere
    if dates.periods:
        yield from _doubted(row, dates, spans, whole=said)


def _with_recurrence(words: str, often: CellValue) -> str:
    """«ежеквартально» before «до 10 числа», where the words alone are no deadline.

    Nor is «до 10 числа следующего месяца» that of every month beside it.
    """
    alone = bool(words) and is_beyond_doubt(words)
    if is_blank(often) or (alone and read_in_any_year(words).kind is not DeadlineKind.RECURRING):
        return words
    both = f"{cell_text(often)} {words}".strip()
    return both if is_beyond_doubt(both) else words


def _composed(row: Sequence[CellValue], header: Header, spans: Mapping[int, int]) -> str:
    """The deadline of a row in words; `spans` tells by column to which one a cell is merged."""
    columns = header.dates
    if columns.parts:
        moved = moved_to(row, columns.parts.get("day", columns.spread[0]), columns)
        return parted(
            row, columns, moved=cell_lines(cell_at(row, moved)) if moved is not None else ""
        )
    shown = (cell_text(cell_at(row, column)) for column in columns.spread)
    broken = next(filter(is_broken, shown), "")
    if broken:  # nobody knows whether it is a mark: what stood there last holds
        return broken
    if columns.several:
        days = filter(None, (cell_lines(cell_at(row, column)) for column in columns.several))
        return ", ".join(day for day in days if not is_no_mark(day))
    over_all = _over_all(row, header, spans)
    if over_all:
        return over_all
    said = {cell_text(cell_at(row, column)) for column in columns.periods}
    if len(said) == 1 and read_in_any_year(*said).kind is DeadlineKind.RECURRING:
        return said.pop()  # «ежемесячно» in each column is the whole year's
    years = _years(row, columns.years, english=columns.english)
    marked = list(_occurrences(row, columns, spans))
    if not (marked or years):
        beside = cell_lines(cell_at(row, columns.total))
        return beside if reads_without_day(beside) else ""
    if columns.fixed is not None and not is_blank(cell_at(row, columns.fixed)):
        return with_fixed(marked, cell_lines(cell_at(row, columns.fixed)))
    times = [*dict.fromkeys((*(words for words, _ in marked), *years))]
    if len(times) < 2:
        return "".join(times)
    from sheetsync.words.month_parts import unbounded  # most rows have one deadline

    return ", ".join(unbounded(times))


def _over_all(row: Sequence[CellValue], header: Header, spans: Mapping[int, int]) -> str:
    """What a cell says that is merged over all periods, be it with their total before them.

    One that goes over columns of other fields, too, is no row's deadline.
    """
    periods = [*header.dates.periods]
    wide = (c for c, end in spans.items() if periods and c <= periods[0] and end >= periods[-1])
    fields = header.fields.values()
    over = (c for c in wide if not any(c <= field < periods[0] for field in fields))
    value = cell_at(row, next(over, None))
    if says_no(value):
        return ""
    first, last = (header.dates.periods[column] for column in (periods[0], periods[-1]))
    text = cell_text(value)
    if is_mark(text) and not text.isdigit():
        return first_to_last(first, last)
    # Over the whole year, «в течение года» says it all; a party's name says nothing.
    return text if periods[0] not in spans or _says_all(text) else ""


def _says_all(text: str) -> bool:
    read = read_in_any_year(text)
    return read.kind is DeadlineKind.YEAR_ROUND and not read.unused


def _occurrences(
    row: Sequence[CellValue], columns: DeadlineColumns, spans: Mapping[int, int]
) -> Iterator[tuple[str, Period]]:
    """What each marked column says, with its period."""
    for column, period in columns.periods.items():
        value = cell_at(row, column)
        if says_no(value) or cell_text(value) in columns.idle:
            continue
        # A merged cell may go on over their total.
        reached = [c for c in columns.periods if c <= spans.get(column, column)]
        last = columns.periods[reached[-1]]
        if last is not period:
            text = cell_text(value)
            said = not is_mark(text) and read_in_any_year(text).kind in _SAID
            yield text if said else first_to_last(period, last), last
        else:
            yield _occurrence(value, period, columns), period


def says_no(value: CellValue) -> bool:
    """A cell in a column of periods that marks nothing."""
    return is_blank(value) or value is False or is_no_mark(cell_text(value))


def _occurrence(value: CellValue, period: Period, columns: DeadlineColumns) -> str:
    """A date or words that name one hold; anything else is a mark, and the period is meant."""
    text, days = cell_text(value), columns.days
    if isinstance(value, date):
        return text
    # A number may be hours or money as well as a day: `_doubted` asks, and the period holds.
    if isinstance(value, int | float) or text.isdigit() or is_mark(text):
        numbered = days and text.isdigit()
        return in_period(text, month_around(period) or period) if numbered else period.name
    listed = days and days_listed(text)
    said = in_period(text, (month_around(period) if listed else None) or period)
    read = read_in_any_year(said)
    if read.due is None:
        return period.name
    whole = read.starts is None or read.starts.month == period.starts.month
    if whole and read.due == period.ends and not read.occurrences[1:]:
        # Of «декабрь» below «2 четверть» nobody knows the end, were it not for the month.
        return period.name if read_in_any_year(period.name).due else text
    if read.kind is DeadlineKind.YEAR_ROUND and not names_year(said):
        return period.name
    return _in_its_year(said, period, columns)


def _in_its_year(said: str, period: Period, columns: DeadlineColumns) -> str:
    """«Октябрь» below «II полугодие» of one year of several."""
    if not YEAR.search(period.name):
        return said  # as of most columns
    if len({one.starts.year for one in columns.periods.values()}) == 1:
        return said
    dated = f"{said} {period.starts.year}"
    due = read_in_any_year(dated).due
    return dated if due and period.starts <= due <= period.ends else said


def _years(row: Sequence[CellValue], years: Mapping[int, str], *, english: bool) -> list[str]:
    cells = {year: cell_text(cell_at(row, column)) for column, year in years.items()}
    marked = {year: text for year, text in cells.items() if not says_no(text)}
    said = [f"{text} {year}" for year, text in marked.items() if not is_mark(text)]
    # «июнь» below a year is its June, but for numbers, which may be money.
    if said and len(said) == len(marked) and all(map(is_beyond_doubt, said)):
        return said
    return years_named([*marked], english=english)


def _doubted(
    row: Sequence[CellValue], columns: DeadlineColumns, spans: Mapping[int, int], *, whole: str
) -> Iterator[Doubt]:
    """What is to be asked about the columns of periods of a row, of which `whole` is the deadline.

    A number is taken for a mark, though it may be a day or a sum, and so are words, which may be
    those of a party; a date may be of another period, and «еженедельно» is only its period.
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
            if read_in_any_year(text).kind is DeadlineKind.UNREADABLE:
                yield Doubt(code="period-words", quote=text, hint=period.name)
        elif text and not says_no(value):
            said = _occurrence(value, period, columns)
            due = read_in_any_year(said).due
            if due and not period.has_month_of(due):
                yield Doubt(code="period-contradicted", quote=text, hint=period.name)
            elif text != whole and not _is_told(text, said, period, days=columns.days):
                yield Doubt(code="period-words", quote=text, hint=period.name)


def _is_told(text: str, said: str, period: Period, *, days: bool) -> bool:
    """A mark, or a time once its period is `said` with it."""
    if is_mark(text) or (days and days_listed(text)):
        return True
    if read_in_any_year(text).kind is DeadlineKind.RECURRING:
        return said != period.name
    return read_in_any_year(in_period(text, period)).due is not None


def in_its_cell(columns: Columns, row: Sequence[CellValue], header: Header, quote: str) -> Columns:
    """The columns with that of the deadline which says this, or is the only one to say anything."""
    whole = (header.dates.total,) if header.dates.total is not None else ()
    places = (*header.dates.spread, *whole)
    said = [column for column in places if not says_no(cell_at(row, column))]
    own = [column for column in said if cell_text(cell_at(row, column)) == quote] or said
    if len(own) != 1:
        return columns
    letters = {**columns.letters, "deadline": column_letter(own[0])}
    headers = {**columns.headers, "deadline": header.others[own[0]]}
    return replace(columns, letters=letters, headers=headers)
