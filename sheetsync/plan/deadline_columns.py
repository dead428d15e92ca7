"""Which columns of a header hold the deadline: one, or several together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sheetsync.model import DeadlineKind
from sheetsync.model.grouping import grouped
from sheetsync.plan.cells import cell_at, cell_text, column_texts, is_blank
from sheetsync.plan.first_days import hold_days, with_end_beside
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import NO_LAST_DAY, due_rank
from sheetsync.plan.likely_columns import is_mostly
from sheetsync.plan.period_columns import ONE_COLUMN, DeadlineColumns, untold_columns
from sheetsync.words.column_periods import (
    WEEK_OF_YEAR,
    days_listed,
    month_around,
    part_of_a_day,
    unit_of_cells,
)
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.headers import HeaderRole, header_is_about, of_other_days, says, without_number
from sheetsync.words.headings import in_some_month
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR
from sheetsync.words.periods import reads_as_time, reads_without_day
from sheetsync.words.places import asks_for_place
from sheetsync.words.tables import is_either_mark, is_mark, is_no_mark, names_person

_MONTH, _QUARTER = "month", "quarter"
_OF_DAYS = "week", "decade"
_LONGEST_MONTH, _WEEKS_OF_MONTH = 31, 6


def tells_times(head: HeaderInSheet) -> bool:
    """Whether any cell is a time, or a person's name, as in a row of the plan.

    Of times, only where no column stands for one.
    """
    # «Плановый период проверки», «Год» and "Weekday" head days, though they are times themselves.
    # «I полугодие» below «Выполнение» heads marks.
    said = (
        texts[-1]
        for texts in head.rows.texts.values()
        if not (
            says(texts[-1], HeaderRole.WEEKDAY)
            or says(" ".join(texts[:-1]), HeaderRole.NO_DEADLINE)
        )
    )
    words = [one for one in said if not (of_other_days(one) or part_of_a_day(one))]
    if any(map(names_person, words)):
        return True
    return not head.periods_or_amounts.spread and any(map(_is_time, words))


def _is_time(text: str) -> bool:
    # The tab or a section names the month of «4 неделя» and «до 6».
    counted = any(map(str.isdigit, text)) and not text.isdigit()
    return _names_time(text) or (counted and _names_time(in_some_month(text)))


def _names_time(text: str) -> bool:
    read = read_in_any_year(text)
    if read.kind is DeadlineKind.YEAR_ROUND and header_is_about(text) == "deadline":
        return False  # «Календарный период»
    return read.due is not None and not read.doubts  # «Марка» is a March mistyped by a letter


def goes_on(head: HeaderInSheet) -> bool:
    """Whether the times in a row are those of one more measure: above them stand others."""
    above = head.grid.rows[head.rows.first - 1] if head.rows.first else ()
    columns = [*head.periods_or_amounts.periods]
    return bool(columns) and all(reads_as_time(cell_text(cell_at(above, c))) for c in columns)


def with_dates(
    head: HeaderInSheet, fields: dict[str, int], *, amounts: bool
) -> tuple[dict[str, int], DeadlineColumns]:
    """The fields, where the deadline may be spread over columns of months, or days and months.

    One column that holds it whole is worth more: the others are sums or marks then. Where no column
    does, `amounts` below periods may mark it, too.
    """
    rows, there = head.rows, fields.get("deadline")
    others = {field: column for field, column in fields.items() if field != "deadline"}
    free = {c: rows.whole(c) for c in rows.texts if c not in fields.values()}
    often = next((c for c, header in free.items() if says(header, HeaderRole.HOW_OFTEN)), None)
    moved = tuple(c for c, header in free.items() if says(header, HeaderRole.MOVED_DAY))
    placed = there is not None and asks_for_place(rows.whole(there))
    parts = parted_columns(rows, [*others.values()], there)
    if parts.parts:
        parts = replace(parts, often=often, moved=moved, placed=placed)
    last = (head.periods_or_amounts,) if amounts else ()
    for dates in (head.periods, parts, *last):
        if dates.spread and (there in (None, *dates.spread) or _is_total(rows, there, dates)):
            kept = {field: c for field, c in others.items() if c not in dates.spread}
            return {**kept, "deadline": dates.parts.get("day", dates.spread[0])}, dates
    if there is None:
        untold = untold_columns(rows, fields.values())
        return {**fields, "deadline": untold.spread[0]} if untold.spread else fields, untold
    begins = _beginning(rows, there, [*free])
    header = rows.whole(there)
    ends = due_rank(header) == 0
    return fields, DeadlineColumns(
        begins=begins if ends else None,
        often=often,
        moved=moved,
        placed=placed,
        both_days=says(header, HeaderRole.FIRST_DAY) and says(header, HeaderRole.LAST_DAY),
        # Beside a beginning, «Срок, мес.» is how long something takes.
        unit=_unit(rows, there) if begins is None or _alike(rows, begins, there) else "",
        english=rows.english,
    )


def _alike(rows: HeaderRows, first: int, last: int) -> bool:
    """«Квартал начала» and «Квартал окончания»: beside «Начало», «Срок, мес.» is no time."""
    units = {part_of_a_day(rows.texts[column][-1]) for column in (first, last)}
    return len(units) == 1


def _unit(rows: HeaderRows, column: int) -> str:
    """What the column's cells number; of more weeks than a month has, those of the year."""
    unit = unit_of_cells(rows.texts[column][-1])
    numbers = (days_listed(text) for text in column_texts(rows.below, column) if unit == "week")
    late = [number > _WEEKS_OF_MONTH for listed in numbers for number in listed]
    of_year = bool(late) and sum(late) * 2 >= len(late)  # of few, one may be a slip
    return WEEK_OF_YEAR if of_year else unit


def _is_total(rows: HeaderRows, column: int | None, dates: DeadlineColumns) -> bool:
    """«Всего» below the title of the periods beside it, which may speak of deadlines."""
    if column is None:
        return False
    title, own = rows.texts[column][:-1], rows.texts[column][-1]
    beside = any(rows.texts[one][:-1] == title for one in dates.periods)
    return bool(title) and beside and says(own, HeaderRole.COUNT)


def _beginning(rows: HeaderRows, end: int, free: Sequence[int]) -> int | None:
    """The column of first days: below the same title as the last ones, or else the nearest."""
    found = (c for c in free if says(rows.whole(c), HeaderRole.FIRST_DAY))
    planned = [
        c
        for c in found
        if not says(rows.whole(c), HeaderRole.CAME_TO_BE)
        and of_other_days(rows.whole(c)) is of_other_days(rows.whole(end))
    ]
    title = rows.texts[end][:-1]
    return min(planned, key=lambda c: (rows.texts[c][:-1] != title, abs(c - end)), default=None)


def with_days_beside(
    head: HeaderInSheet, known: tuple[dict[str, int], DeadlineColumns], *, taken: Mapping[str, int]
) -> tuple[dict[str, int], DeadlineColumns]:
    """The fields and dates, with the column that tells more of a deadline than its own columns do.

    Beside marks below periods it is one of days: «Точная дата», or «Срок» with blank cells.
    """
    fields, dates = known
    if dates.periods and not dates.amounts:
        free = [c for c in head.free(taken) if c not in dates.spread]
        days = (c for c in free if _tells_day(head, c))
        totals = (c for c in free if _is_of_all(head, c))
        return fields, replace(dates, fixed=next(days, None), total=next(totals, None))
    there = fields.get("deadline")
    several = _of_several(head, fields) if head.words.by_meaning and there is None else ()
    if several:
        return {**fields, "deadline": several[0]}, DeadlineColumns(several=several)
    periods = ONE_COLUMN if dates.spread or there is None else head.periods
    if periods.periods and there is not None and _only_marked(head, periods):
        if _marked_instead(head, periods, there):
            kept = {field: c for field, c in fields.items() if c not in periods.spread}
            return {**kept, "deadline": periods.spread[0]}, replace(periods, fixed=there)
        dates = replace(dates, beside=periods.periods)
    return with_end_beside(head, (fields, dates), taken=taken)


def _of_several(head: HeaderInSheet, fields: Mapping[str, int]) -> tuple[int, ...]:
    """Columns beside each other whose headers differ by a number only, and that all hold days."""
    days = (column for column in sorted(head.free(fields)) if _holds_last_days(head, column))
    groups = grouped(days, lambda column: without_number(head.rows.whole(column)))
    return next((tuple(columns) for key, columns in groups.items() if key and columns[1:]), ())


def _holds_last_days(head: HeaderInSheet, column: int) -> bool:
    header = head.rows.whole(column)
    aside = due_rank(header) == NO_LAST_DAY or says(header, HeaderRole.MOVED_DAY)
    filled = [text for text in head.filled(column) if not is_no_mark(text)]
    return not aside and is_mostly(filled, reads_as_time, fewest=1)


def _tells_day(head: HeaderInSheet, column: int) -> bool:
    header, filled = head.rows.whole(column), head.filled(column)
    speaks = header_is_about(header) == "deadline" and due_rank(header) < NO_LAST_DAY
    aside = says(header, HeaderRole.WEEKDAY, HeaderRole.MOVED_DAY, HeaderRole.DAY_DONE)
    return speaks and not aside and bool(filled) and all(map(reads_as_time, filled))


def _is_of_all(head: HeaderInSheet, column: int) -> bool:
    """«План на год» beside its quarters, where a cell says «по мере поступления»."""
    counts = says(head.rows.whole(column), HeaderRole.COUNT, HeaderRole.AMOUNT)
    return counts and any(map(reads_without_day, head.filled(column)))


def _only_marked(head: HeaderInSheet, columns: DeadlineColumns) -> bool:
    """Whether only marks stand below the periods."""
    texts = (text for column in columns.periods for text in head.filled(column))
    return all(map(is_either_mark, texts))


def _marked_instead(head: HeaderInSheet, columns: DeadlineColumns, there: int) -> bool:
    """Whether a mark below the periods stands where the cell of deadlines is blank."""
    blank = (row for row in head.sample if is_blank(cell_at(row, there)))
    return any(is_mark(cell_text(cell_at(row, c))) for row in blank for c in columns.periods)


def parted_columns(
    rows: HeaderRows, taken: Sequence[int], there: int | None = None
) -> DeadlineColumns:
    """The columns of a day, a month and a year, where a month has one of its own beside others.

    Beside a month, the column of deadlines, `there`, holds its days, whatever it is called.
    """
    parts: dict[str, int] = {}
    for column, texts in rows.texts.items():
        part = part_of_a_day(texts[-1])
        if part and column not in taken:
            parts.setdefault(part, column)
    timed = not parts.keys().isdisjoint((_MONTH, _QUARTER))
    bare = timed and parts.keys().isdisjoint(("day", *_OF_DAYS))
    begins = None
    if bare and there is not None:
        free = [c for c in rows.texts if c not in (*taken, *parts.values(), there)]
        begins = _beginning(rows, there, free)
        if (begins is not None and hold_days(rows, begins, there)) or (
            begins is None and _holds_days(rows, there, taken)
        ):
            parts["day"] = there
    enough = timed and len(parts) > 1
    if not enough:
        return ONE_COLUMN
    unit = "" if "day" in parts else next((one for one in _OF_DAYS if one in parts), "")
    if unit:
        parts["day"] = parts.pop(unit)
    return DeadlineColumns(parts=parts, begins=begins, unit=unit, english=rows.english)


def _holds_days(rows: HeaderRows, column: int, taken: Sequence[int]) -> bool:
    """Whether what a column of deadlines leaves out may stand in that of months beside it."""
    others = (HeaderRole.FIRST_DAY, HeaderRole.DURATION, HeaderRole.HANDED_IN)
    other = says(rows.whole(column), *others) or part_of_a_day(rows.texts[column][-1])
    return column not in taken and not other


def numbers_are_days(head: HeaderInSheet, columns: DeadlineColumns) -> bool:
    """Whether the numbers below columns of months are their days, as «4, 18» and 25 can only be.

    Below «8-15» and «16-23», 11 and 20 are. Beside a total they are counts; headers may say either.
    """
    headers = [head.rows.whole(column) for column in head.rows.texts]
    if not columns.amounts and _hold_their_days(head, columns):
        return True
    if columns.amounts or any(period.months != 1 for period in columns.periods.values()):
        return False
    if any(says(header, HeaderRole.DAYS_BELOW) for header in headers):
        return True
    if any(says(header, HeaderRole.COUNT) for header in headers):
        return False
    texts = [cell_text(cell_at(row, column)) for row in head.sample for column in columns.periods]
    listed = list(filter(None, map(days_listed, texts)))
    return all(0 < day <= _LONGEST_MONTH for days in listed for day in days) and any(
        len(days) > 1 or days[0] > MONTHS_IN_YEAR for days in listed
    )


def numbers_are_amounts(head: HeaderInSheet, columns: DeadlineColumns) -> bool:
    """Whether numbers stand below columns of periods, and «Ед. изм.» or «Всего» beside them."""
    counted = any(says(head.rows.whole(column), HeaderRole.COUNT) for column in head.rows.texts)
    below = (text for column in columns.periods for text in head.filled(column))
    return counted and any(text.isdigit() and text != "1" for text in below)


def _hold_their_days(head: HeaderInSheet, columns: DeadlineColumns) -> bool:
    """Whether all numbers below days of a month are among these, and some is of no first ones."""
    numbers = [
        (period, days)
        for column, period in columns.periods.items()
        for text in head.filled(column)
        if (days := days_listed(text))
    ]
    inside = all(
        month_around(period) and period.starts.day <= day <= period.ends.day
        for period, days in numbers
        for day in days
    )
    return inside and any(period.starts.day > 1 for period, _ in numbers)
