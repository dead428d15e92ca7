"""The August before a school year, told from the one after it by the order of a plan. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from sheetsync.model import Deadline, Line, PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.model.grouping import grouped
from sheetsync.words.days import LEAP
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.headings import section_period
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import BETWEEN, Period
from sheetsync.words.plan_period import AUGUST, END_OF_SUMMER, SUMMER, named_plan_period

# One school year with the summer before it, and with the summer after it: what differs between
# them hangs on an August. The leap year holds all days.
_BEFORE = PlanPeriod(date(LEAP - 1, 8, 1), date(LEAP, 7, 31))
_AFTER = PlanPeriod(date(LEAP - 1, 9, 1), date(LEAP, 8, 31))
_TWO_YEARS = pattern(r"20\d\d\D{1,3}\d\d")
_SEPTEMBER, _MAY = 0, 8  # months since a school year began
_FIRST, _LAST = -1, 11  # its Augusts
_SUMMER = ((6, 30), (7, 31))  # after May, when most school years end


@frozen
class _Seen:
    """What one cell says: whose August it must be, if it names one, and its first month.

    `first` is True for the summer before; None where the cell alone does not tell. `month` counts
    from September, which is 0; None for an August alone and where the cell names no days.
    """

    august: bool = False
    first: bool | None = None
    month: int | None = None


_NOTHING = _Seen()


def first_augusts(lines: Sequence[Line], columns: Iterable[Period] = ()) -> dict[int, bool | None]:
    """Rows that name an August: True for the one before September, False for the one after.

    None where the order of the rows, of a section called summer and of `columns` that stand for
    months, does not tell.
    """
    seen = _all_seen(lines)
    if not any(one.august for one in seen.values()):
        return {}
    by_columns = _of_columns(columns)
    found = {}
    summers = _summers(lines, seen)
    for group in grouped(lines, lambda line: _group(line.section)).values():
        cells = [seen[line.deadline] for line in group]
        for at, (line, cell) in enumerate(zip(group, cells, strict=True)):
            if cell.august:
                told = (cell.first, by_columns, summers.get(line.section))
                own = next((one for one in told if one is not None), None)
                found[line.row] = _by_order(cells, at) if own is None else own
    return found


def with_august_years(lines: Sequence[Line], columns: Iterable[Period], *titles: str) -> list[Line]:
    """The lines of a plan whose title names a school year, the summer before by its year.

    The summer after it is told by its own where the plan has both, or may have, and where it is
    to end with a first of September.
    """
    if not any(map(_TWO_YEARS.search, titles)):
        return [*lines]
    summer = any(
        AUGUST.search(line.deadline) or END_OF_SUMMER.search(line.deadline) for line in lines
    )
    if not summer:
        return [*lines]
    named = next(filter(None, map(named_plan_period, titles)), None)
    if named is None or not named.schooling:
        return [*lines]
    lines = _with_end_of_summer(lines, named)
    first = first_augusts(lines, columns)
    if {*first.values()} <= {False}:
        return [*lines]
    return [
        line if first.get(line.row) is None else _in_year(line, named, first=bool(first[line.row]))
        for line in lines
    ]


def whole_school_year(
    named: PlanPeriod, lines: Sequence[Line], columns: Iterable[Period] = ()
) -> PlanPeriod:
    """A school year as far as its deadlines go: exams are in June, a plan may begin in August."""
    texts = {line.deadline for line in lines if not line.undecided}
    augusts = {*first_augusts(lines, columns).values()}
    spans = [one for text in texts for one in _read(text, named).occurrences]
    for first, year in ((True, named.starts.year), (False, named.ends.year)):
        summer = PlanPeriod(date(year, 8, 1), date(year, 8, 31))
        if any(summer.holds(day, day) for one in spans for day in (one.starts or one.due, one.due)):
            augusts.add(first)  # by its year

    def read(period: PlanPeriod) -> int:
        return sum(bool(_read(text, period).rule) for text in texts)

    begins = named.starts.replace(month=8) if augusts - {False} else named.starts
    whole = replace(named, starts=begins)
    if None in augusts or augusts == {True, False}:
        return replace(whole, ends=date(named.ends.year, 8, 31))  # both summers are in question
    last = _SUMMER if augusts == {True} else (_SUMMER[0], (8, 31))
    longer = (replace(whole, ends=date(named.ends.year, *day)) for day in last)
    return max((whole, *longer), key=read)  # of equals the first


def with_summer(term: PlanPeriod, lines: Sequence[Line]) -> PlanPeriod:
    """A term that ends with lessons, as far into the summer behind it as its deadlines go."""
    texts = {line.deadline for line in lines if not line.undecided}

    def read(period: PlanPeriod) -> int:
        return sum(bool(_read(text, period).rule) for text in texts)

    longer = (replace(term, ends=date(term.ends.year, *day)) for day in (*_SUMMER, (8, 31)))
    return max((term, *longer), key=read)  # of equals the first


def _all_seen(lines: Sequence[Line]) -> dict[str, _Seen]:
    cells = {(line.deadline, line.undecided) for line in lines}
    return {text: _NOTHING if undecided else _seen(text) for text, undecided in cells}


def _seen(text: str) -> _Seen:
    if not text:
        return _NOTHING
    before, after = _read(text, _BEFORE), _read(text, _AFTER)
    if any(doubt.code == "deadline-which-year" for one in (before, after) for doubt in one.doubts):
        return _NOTHING  # whose quarters, or two months at a time, nobody has said
    days = [_days(one) for one in (before, after)]
    if days[0] == days[1]:
        return _Seen(month=_month(days[0]))
    if not (days[0] and days[1]):
        # «Август – 5 сентября» fits into one of them only, as does «июнь – август».
        first: bool | None = bool(days[0])
    elif len(days[0]) == 1:
        return _Seen(august=True)
    else:
        first = _first_in_list(text)
    month = None if first is None else _FIRST if first else _LAST
    return _Seen(august=True, first=first, month=month)


def _read(text: str, period: PlanPeriod) -> Deadline:
    return read_deadline(text, year=period.starts.year, period=period)


def _days(found: Deadline) -> list[date]:
    """The days that are due, unless the cell names them for every year and month."""
    return [one.due for one in found.occurrences] if found.rule else []


def _month(days: list[date]) -> int | None:
    if len(days) != 1 or not _BEFORE.holds(days[0], days[0]):
        return None
    return (days[0].month - 9) % 12


def _first_in_list(text: str) -> bool | None:
    """Whether an August stands before all other times of its cell, «август, сентябрь»."""
    for at, part in enumerate(parts := BETWEEN.split(text)):
        days = [_days(_read(part.strip(), period)) for period in (_BEFORE, _AFTER)]
        if days[0] and days[0] != days[1]:
            return True if not at else (False if at == len(parts) - 1 else None)
        if days[0]:
            return False if at == len(parts) - 2 else None
    return None


def _of_columns(columns: Iterable[Period]) -> bool | None:
    cells = [_seen(one.name) for one in columns]
    told = {_by_order(cells, at) for at, cell in enumerate(cells) if cell.august}
    return told.pop() if len(told) == 1 else None


def _summers(lines: Sequence[Line], seen: dict[str, _Seen]) -> dict[str, bool | None]:
    """By section called summer, whether it is the one before September.

    May above it makes it the summer after, unless the plan goes on with September.
    """
    found: dict[str, bool | None] = {}
    for section in {line.section for line in lines if SUMMER.search(line.section)}:
        rows = [at for at, line in enumerate(lines) if line.section == section]
        above = _months(seen[line.deadline] for line in lines[: rows[0]])
        below = _months(seen[line.deadline] for line in lines[rows[-1] + 1 :])
        september = bool(below) and below[0] <= _SEPTEMBER
        if september != bool(above):
            found[section] = september if september or above[-1] >= _MAY else None
    return found


def _by_order(cells: Sequence[_Seen], at: int) -> bool | None:
    """Whether the August of that cell is the first: no other month stands before it.

    June and July beside it tell of the summer after, wherever they stand.
    """
    above = [month for month in _months(cells[:at]) if month != _FIRST]
    below = _months(cells[at + 1 :])
    of_year = [month for month in below if month <= _MAY]
    if of_year and not above and (below[0] <= _SEPTEMBER or _in_order(below)):
        return True
    if above and not of_year and (above[-1] >= _MAY or _in_order(above)):
        return False
    return None


def _months(cells: Iterable[_Seen]) -> list[int]:
    return [cell.month for cell in cells if cell.month is not None]


def _in_order(months: list[int]) -> bool:
    return len(months) > 1 and all(one <= then for one, then in pairwise(months))


def _group(section: str) -> str:
    """Rows of one section are in an order of their own, unless the sections are months."""
    return "" if section_period(section) else section


def _with_end_of_summer(lines: Sequence[Line], named: PlanPeriod) -> list[Line]:
    """The lines with the year of «до 1 сентября» in a summer after the lessons."""
    summers = _summers(lines, _all_seen(lines))
    after = {section for section, first in summers.items() if first is False}
    return [
        line._replace(deadline=END_OF_SUMMER.sub(partial(_dated, named.ends.year), line.deadline))
        if line.section in after
        else line
        for line in lines
    ]


def _dated(year: int, said: re.Match[str]) -> str:
    return f"{said[0]}.{year}" if said[0].endswith(".09") else f"{said[0]} {year}"


def _in_year(line: Line, named: PlanPeriod, *, first: bool) -> Line:
    """The line with the year of its August, where that changes nothing else in the deadline."""
    begins, ends = named.starts.year, named.ends.year
    before = PlanPeriod(date(begins, 8, 1), date(ends, 7, 31))
    after = PlanPeriod(date(begins, 9, 1), date(ends, 8, 31))
    meant = _days(_read(line.deadline, before if first else after))
    year = begins if first else ends
    dated = AUGUST.sub(lambda found: f"{found[0]} {year}", line.deadline, count=1)
    same = meant and all(_days(_read(dated, one)) == meant for one in (before, after))
    return line._replace(deadline=dated) if same else line
