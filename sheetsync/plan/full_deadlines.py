"""Deadlines in full: with what a cell leaves to its column, its section, its tab or the title.

What only the settings tell, the month of a plan of one month, is added as it is read (`measures`).
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sheetsync.model import Doubt, Line
from sheetsync.model.frozen import frozen
from sheetsync.plan.findings import Remark
from sheetsync.plan.inherited import Hierarchy
from sheetsync.plan.school_year import with_august_years
from sheetsync.plan.sections import SectionHeading
from sheetsync.words.date_order import in_column_order
from sheetsync.words.headings import heading_period, is_only_time
from sheetsync.words.hours import are_hours
from sheetsync.words.other_times import unsigned
from sheetsync.words.periods import Period, in_period
from sheetsync.words.tables import list_number
from sheetsync.words.titles import one_day


@frozen
class Around:
    """What stands around the deadlines of a tab and helps to read them.

    `latin` says that its headers are in Latin letters, `sections` are the headings among its rows;
    `heading` is a time that the whole tab may be called, `title` and `tab` what it is called, and
    `columns` are those that stand for times.
    """

    latin: bool
    sections: Sequence[SectionHeading]
    columns: Iterable[Period]
    title: str
    tab: str
    heading: str


def section_remarks(
    found: Hierarchy, lines: Sequence[Line], sections: Sequence[SectionHeading]
) -> Iterator[Remark]:
    """What is to be told of headings, whose `lines` are as `found` but with deadlines in full.

    Blank cells among filled ones, which a heading fills; and headings that name a time besides
    other words, «Месячник (апрель)», where nothing below needs it: they may be measures.
    """
    if not sections:
        return  # a tab may have a million rows
    rows = [one.row for one in sections]
    few_blank = 3 * sum(not own.deadline for own in found.lines) <= len(found.lines)
    used = set()
    for own, line in zip(found.lines, lines, strict=True):
        at = bisect(rows, line.row)
        if at and own.deadline != line.deadline:
            used.add(rows[at - 1])
            if few_blank and not own.deadline:
                doubt = Doubt(code="deadline-of-section", quote=line.deadline)
                yield Remark(line.row, doubt, "deadline")
    for one in sections:
        idle = one.period and one.row not in used
        if idle and not one.sure and not is_only_time(one.heading):
            yield Remark(one.row, Doubt(code="section-assumed", quote=one.heading))


def in_full(found: Hierarchy, around: Around) -> list[Line]:
    """The measures of a tab, with all that their deadlines hang on said in them."""
    lines = _in_one_order(found, latin=around.latin)
    whole = heading_period(around.heading) if around.heading else None
    if whole or any(one.period for one in around.sections):
        lines = _in_their_periods(lines, around.sections, whole)
    day = one_day(unsigned(around.title)) if are_hours(line.deadline for line in lines) else None
    if day:
        lines = [_in_period(line, day) for line in lines]
    return with_august_years(lines, around.columns, around.title, around.tab)


def _in_one_order(found: Hierarchy, *, latin: bool) -> list[Line]:
    """Each date in figures as its column shows the order of the numbers; see `Line.figures`."""
    column = (line.deadline for line in (*found.lines, *found.headings))
    spelled = in_column_order(column, latin=latin)
    return [
        line._replace(deadline=spelled[line.deadline], figures=line.deadline)
        if line.deadline in spelled
        else line
        for line in found.lines
    ]


def _in_their_periods(
    lines: Sequence[Line], sections: Sequence[SectionHeading], whole: Period | None
) -> list[Line]:
    """Each deadline with the time of its section, else with that of the `whole` tab.

    A heading that comes again below each month is part of the month, as are «1.» right below it and
    «2.» after that; any other ends it.
    """
    times = Counter(one.heading for one in sections)
    parts = _parts_of_periods(sections, [line.row for line in lines])
    rows = [one.row for one in sections]
    said = []
    for line in lines:
        at = bisect(rows, line.row)
        own = sections[at - 1] if at else None
        inside = own and (times[own.heading] > 1 or own.row in parts)
        period = own and (own.period or (own.around if inside else None))
        said.append(_in_period(line, period or whole))
    return said


def _parts_of_periods(sections: Sequence[SectionHeading], rows: Sequence[int]) -> set[int]:
    """The rows of headings that number the parts of a time from one on; `rows` are of measures."""
    parts: dict[int, int] = {}  # by row, its number
    for before, own in pairwise(sections):
        number = list_number(own.heading)
        if own.period or not number:
            continue
        begins = before.period is not None and bisect(rows, before.row) == bisect(rows, own.row)
        if number == 1 + (0 if begins else parts.get(before.row, number)):
            parts[own.row] = number
    return {*parts}


def _in_period(line: Line, period: Period | None) -> Line:
    # "04/05/2026" is asked about, not «4 мая» because the section is «Май».
    if period is None or line.undecided:
        return line
    said = in_period(line.deadline, period) if line.deadline else period.name
    return line._replace(deadline=said)
