"""Columns that are times only by the marks below them: «I», «II», «III», «IV», days of sittings."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sheetsync.plan.cells import cell_at, cell_text, worded_texts
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.words.column_periods import column_period, is_whole_year, unit_words
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.headings import heading_period
from sheetsync.words.lexicon.kinds import Unit
from sheetsync.words.numerals import month_number
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import Period
from sheetsync.words.school_words import has_terms, names_unit, speaks_of_school
from sheetsync.words.tables import is_mark, is_no_mark

_SITTING = pattern(r"[^\W\d]{3,}(?: №| no\.?)? ?\d{1,2}\W+(?P<day>\d.+?)\)?", re.IGNORECASE)
_QUARTERS = [1, 2, 3, 4]
_FEWEST_DAYS = 3
_FEW = 0.34  # as many rows for each that is marked


def marked_quarters(rows: HeaderRows) -> dict[int, Period]:
    """Four columns beside each other that only count from one to four, with marks below them."""
    numbers = {column: month_number(texts[-1]) for column, texts in rows.texts.items()}
    first = next((c for c in numbers if _counted(numbers, c) == _QUARTERS), None)
    if first is None:
        return {}
    columns = range(first, first + len(_QUARTERS))
    titles = {title for column in columns for title in rows.texts[column][:-1]}
    school = not all(map(_is_of_time, titles)) or _is_of_school(rows)
    if school or not _is_marked(rows, columns, months=Unit.QUARTER.months):
        return {}
    unit = unit_words("quarter", english=rows.english)
    found = ((c, column_period((unit, rows.texts[c][-1]))) for c in columns)
    return {column: period for column, period in found if period}


def marked_days(rows: HeaderRows) -> dict[int, Period]:
    """Columns beside each other that are days of one year each, with marks below them.

    A row of a plan has days beside each other, too, and no marks below them.
    """
    read = ((column, _day(texts)) for column, texts in rows.texts.items())
    found = {column: day for column, day in read if day}
    columns = [*found]
    if len(found) < _FEWEST_DAYS or columns != [*range(columns[0], columns[-1] + 1)]:
        return {}
    days = [(one.starts.month, one.starts.day) for one in found.values()]
    # Those of a school year begin again once.
    in_order = len({*days}) == len(days) and sum(a > b for a, b in pairwise(days)) < 2
    return found if in_order and _is_marked(rows, columns) else {}


def _day(texts: Sequence[str]) -> Period | None:
    *above, own = texts
    if above or not any(map(str.isdigit, own)):
        return None
    numbered = _SITTING.fullmatch(own)
    period = heading_period(numbered["day"] if numbered else own)
    return period if period and period.starts == period.ends else None


def _counted(numbers: Mapping[int, int], first: int) -> list[int]:
    return [numbers.get(first + one, 0) for one in range(len(_QUARTERS))]


def _is_of_time(title: str) -> bool:
    if is_whole_year(title):
        return True
    return says(title, HeaderRole.DEADLINE) and not names_unit(title)


def _is_of_school(rows: HeaderRows) -> bool:
    headers = (rows.whole(column) for column in rows.texts)
    if any(map(has_terms, (*rows.titles, *headers))):
        return True
    return any(map(speaks_of_school, worded_texts(rows.below)))


def _is_marked(rows: HeaderRows, columns: Sequence[int], *, months: int = 0) -> bool:
    """Whether only marks stand below them, but for few rows, as one that counts them.

    Of columns that stand for so many `months` each, a day in its own marks it as well.
    """
    marked = unmarked = 0
    for row in rows.below:
        texts = [cell_text(cell_at(row, column)) for column in columns]
        marks = [is_mark(said) or _lies_in(said, at, months) for at, said in enumerate(texts)]
        only = all(mark or is_no_mark(said) for mark, said in zip(marks, texts, strict=True))
        marked += only and any(marks)
        unmarked += not only
    return marked > 0 and unmarked <= marked * _FEW


def _lies_in(text: str, at: int, months: int) -> bool:
    due = read_in_any_year(text).due if text and months else None
    return due is not None and (due.month - 1) // months == at
