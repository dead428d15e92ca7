"""First days that stand in a column beside the last ones."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import CellValue, DeadlineKind
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, column_texts
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import NO_LAST_DAY, due_rank, is_deadline
from sheetsync.plan.likely_columns import ends_what_begins, is_mostly
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.column_periods import days_listed, from_to, in_units
from sheetsync.words.days import LATER, LEAP
from sheetsync.words.deadlines import read_deadline, read_in_any_year
from sheetsync.words.headers import HeaderRole, of_other_days, says
from sheetsync.words.periods import reads_as_time

# What stands for both days where it is written into the column of the first; a month is none.
_WITH_AN_END = (
    *(DeadlineKind.RANGE, DeadlineKind.RECURRING, DeadlineKind.YEAR_ROUND),
    *(DeadlineKind.OPEN, DeadlineKind.RELATIVE),
)
_LAST_OF_MONTH = 31
_TURNED = "deadline-next-year"


def with_beginning(words: str, first: str, *, english: bool = False) -> str:
    """A last day with its first day before it, where both are read as one period.

    Where no last day is written, «в течение года», «1–15 марта» or «по мере поступления» before it
    says it all.
    """
    if first in ("", words):  # of what begins on a day and ends on it, that day says all
        return words
    if is_day(first) and (not words or is_day(words)):
        # «6» and «10» below «Сентябрь»; «28» alone begins what nobody knows the end of.
        ranged, russian, latin = from_to(first, words)
        return ranged if words else (latin if english else russian).strip()
    if not words:
        return first if read_in_any_year(first).kind in _WITH_AN_END else words
    last = read_in_any_year(words).due
    # Words that do not join into one range would make a readable last day unreadable.
    ways = from_to(first, words) if last else ()
    return next((way for way in ways if last and _ends_on(way, last)), words)


def is_day(text: str) -> bool:
    """One number of a day, whose month stands elsewhere."""
    return text.isdigit() and any(day <= _LAST_OF_MONTH for day in days_listed(text))


def first_over_last(words: str) -> str:
    """«01.04/30.04» or two lines, below «Срок нач./оконч.», as one period."""
    days = [*map(str.strip, words.replace("\n", "/").split("/"))]
    if len(days) != 2 or not all(days):
        return words
    first, last = days
    joined = with_beginning(last, first)
    return words if joined == last and first != last else joined


def _ends_on(words: str, due: date) -> bool:
    """A range to that day, be it of the next year: whether a plan goes on there, others know."""
    ranged = read_in_any_year(words)
    doubts = {doubt.code for doubt in ranged.doubts}
    if ranged.kind is not DeadlineKind.RANGE or ranged.due is None or doubts - {_TURNED}:
        return False
    same_day = (ranged.due.month, ranged.due.day) == (due.month, due.day)
    return ranged.due == due or (same_day and bool(doubts))


def begun_later(row: Sequence[CellValue], there: int | None, columns: DeadlineColumns) -> str:
    """A first day that lies behind the last one, so that only the last one counts; "" elsewhere."""
    cells = cell_text(cell_at(row, columns.begins)), cell_lines(cell_at(row, there))
    first, words = (in_units(text, columns.unit, english=columns.english) for text in cells)
    if not first or not words or with_beginning(words, first) != words:
        return ""
    # In either year: beside «2025 г.», a May without a year may be that of the plan.
    return first if all(_ends_before(words, first, year=year) for year in (LEAP, LATER)) else ""


def _ends_before(words: str, first: str, *, year: int) -> bool:
    begins, ends = (read_deadline(text, year=year) for text in (first, words))
    starts = begins.starts or begins.due
    return starts is not None and ends.due is not None and ends.due < starts


def with_end_beside(
    head: HeaderInSheet, known: tuple[dict[str, int], DeadlineColumns], *, taken: Mapping[str, int]
) -> tuple[dict[str, int], DeadlineColumns]:
    """The fields and dates, where the deadline is a beginning whose end has an unknown header.

    Right of «Начало», or of the first of two parts of a title, a column of days that are nowhere
    earlier holds the last ones; where any of them is, both columns are told as they stand. So does
    «Срок ответа» beside a bare «Дата», that of a document.
    """
    fields, dates = known
    there = fields.get("deadline")
    if there is None or dates.spread:
        return known
    if says(head.rows.whole(there), HeaderRole.BARE_DATE):
        due = (c for c in head.rows.texts if c not in taken.values() and _is_due(head, there, c))
        return {**fields, "deadline": next(due, there)}, dates
    beside = there + 1
    if not (says(head.rows.whole(there), HeaderRole.FIRST_DAY) or _are_a_pair(head, there)):
        return known
    free = beside in head.free(taken)
    if not free or due_rank(head.rows.whole(beside)) == NO_LAST_DAY:
        return known
    days = is_mostly(head.filled(beside), reads_as_time, fewest=1)
    if not (days and ends_what_begins(head, there, beside)):
        return known
    return {**fields, "deadline": beside}, replace(dates, begins=there)


def _is_due(head: HeaderInSheet, there: int, column: int) -> bool:
    header = head.rows.whole(column)
    if not is_deadline(header) or due_rank(header) == NO_LAST_DAY or of_other_days(header):
        return False
    # A report on what is held on a «Дата» is due later.
    aside = says(header, HeaderRole.MOVED_DAY, HeaderRole.DAY_DONE, HeaderRole.HANDED_IN)
    days = is_mostly(head.filled(column), reads_as_time, fewest=1)
    return days and not aside and ends_what_begins(head, there, column)


def _are_a_pair(head: HeaderInSheet, column: int) -> bool:
    """Whether it and the one right of it are the two parts of one title: «Останов» and «Пуск»."""
    title = head.rows.texts[column][:-1]
    parts = [c for c, texts in head.rows.texts.items() if title and texts[:-1] == title]
    others = (HeaderRole.MOVED_DAY, HeaderRole.CAME_TO_BE, HeaderRole.NO_DEADLINE)
    return parts == [column, column + 1] and not says(head.rows.texts[column + 1][-1], *others)


def hold_days(rows: HeaderRows, *columns: int) -> bool:
    """Whether the columns hold nothing but days of a month that stands elsewhere."""
    filled = [column_texts(rows.below, column) for column in columns]
    return all(filled) and all(is_day(text) for texts in filled for text in texts)
