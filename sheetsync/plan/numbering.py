"""Numbers of measures: those that are empty, stand twice or are missing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sheetsync.model import Doubt, Line
from sheetsync.model.grouping import grouped
from sheetsync.model.language import Message, gettext_lazy
from sheetsync.plan.findings import Remark
from sheetsync.plan.tab_findings import repeated
from sheetsync.plan.table import PlanTable
from sheetsync.words.tables import list_number

# A cell may hold more digits than int() takes (4300): nine are enough for any plan.
_LEVEL = re.compile(r"(?P<level>(?:\d+\.)*)(?P<last>[0-9]{1,9})")


def number_remarks(table: PlanTable) -> Iterator[Remark]:
    """What is amiss with the numbers of a table that has a column of them."""
    numbered = [line for line in table.lines if "number" in table.header_of(line.row).fields]
    headed = any(list_number(section.heading) for section in table.sections)
    if not headed or any(line.number for line in numbered):  # else only headings are numbered
        yield from _empty_numbers(numbered)
    # A heading has a number of its own, which then is not missing.
    for part in _numbered_parts(sorted((*table.lines, *table.headings)), table):
        # A cell that is merged over several rows is seen once.
        yield from _repeated_numbers(first_of_merged(table, part, "number"))
        yield from _missing_numbers(part, first=0 if not table.part else None)


def first_of_merged(table: PlanTable, lines: Iterable[Line], field: str) -> Iterator[Line]:
    """The lines whose own words that field holds: others are merged into a cell above."""
    return (line for line in lines if (line.row, field) not in table.merged)


def _numbered_parts(lines: Iterable[Line], table: PlanTable) -> Sequence[list[Line]]:
    """The numbered rows, cut into the parts in which a number is meant to stand once."""
    numbered = [line for line in lines if line.number]
    sections = grouped(
        numbered, lambda line: (table.header_of(line.row).index, line.section)
    ).values()
    # Several sections or tables that begin with 1 count their own measures each.
    if sum(part[0].number == "1" for part in sections) < 2:
        return [numbered]
    parts: list[list[Line]] = []
    for section in sections:
        if parts and _counts_on(parts[-1][-1].number, section[0].number):
            parts[-1] += section
        else:
            parts.append([*section])
    return parts


def _counts_on(before: str, first: str) -> bool:
    """Whether a section goes on with the numbers of the one above it."""
    one, other = map(_LEVEL.fullmatch, (before, first))
    if not (one and other) or one["level"] != other["level"]:
        return False
    return int(one["last"]) + 1 == int(other["last"])


def _empty_numbers(lines: Iterable[Line]) -> Iterator[Remark]:
    for line in lines:
        if not line.number:
            yield Remark(line.row, Doubt(code="number-empty", quote=""))


def _repeated_numbers(part: Iterable[Line]) -> Iterator[Remark]:
    for line, first in repeated((line, line.number) for line in part):
        doubt = Doubt(code="number-duplicate", quote=line.number, hint=str(first.row))
        yield Remark(line.row, doubt)


def _missing_numbers(part: Iterable[Line], *, first: int | None) -> Iterator[Remark]:
    """Gaps among numbers of one level: 1, 2, 4 lacks 3; 2.1, 2.3 lacks 2.2.

    They count from after `first`; None where another tab may hold the numbers before them.
    """
    levels: dict[str, dict[int, int]] = {}  # by level the row that first has each last number
    for line in part:
        match = _LEVEL.fullmatch(line.number)
        if match:
            levels.setdefault(match["level"], {}).setdefault(int(match["last"]), line.row)
    for level, rows in levels.items():
        # From 0, or a level that begins with 2 would not lack its 1.
        counted = sorted(rows) if first is None else [first, *sorted(rows)]
        for before, last in pairwise(counted):
            if last - before > 1:
                lacking = _span(f"{level}{before + 1}", f"{level}{last - 1}")
                doubt = Doubt(code="number-gap", quote=f"{level}{last}", hint=lacking)
                yield Remark(rows[last], doubt)


def _span(first: str, last: str) -> Message:
    if first == last:
        return gettext_lazy("number {first}", first=first)
    return gettext_lazy("numbers {first}–{last}", first=first, last=last)
