"""Validates a plan: what is wrong in the sheet, as findings with the place and a suggestion."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetsync.model import (
    Columns,
    Deadline,
    DeadlineKind,
    Doubt,
    Finding,
    Meaning,
    Measure,
)
from sheetsync.plan.findings import finding, worst_first
from sheetsync.plan.lookups import lookup_findings
from sheetsync.plan.reading import Responsibility
from sheetsync.plan.table import PlanTable, frame_of
from sheetsync.words.terms import day_words

if TYPE_CHECKING:
    import pandas as pd


class _Remark(NamedTuple):
    """A doubt about a row; `field` is set where it stands in another column than usual."""

    row: int
    doubt: Doubt
    field: str = ""


def check(
    table: PlanTable,
    measures: tuple[Measure, ...],
    responsible: dict[str, Responsibility],
    *,
    year: int,
) -> tuple[Finding, ...]:
    """All findings of a plan, the worst first, then in the sheet's order."""
    columns = table.header.columns()
    remarks = list(_table_remarks(table))
    for measure in measures:
        remarks += _measure_remarks(measure, year)
        remarks += (_Remark(measure.row, d) for d in responsible[measure.responsibles.text].doubts)
    remarks += _lost_merges(measures)
    found = _placed(remarks, measures, columns)
    return worst_first((*found, *lookup_findings(table.grid.lookups, columns)))


def _placed(
    remarks: list[_Remark], measures: tuple[Measure, ...], columns: Columns
) -> Iterator[Finding]:
    numbers = {measure.row: measure.number for measure in measures}
    for row, doubt, field in dict.fromkeys(remarks):  # the same name twice in a cell is said once
        yield finding(doubt, row=row, number=numbers.get(row, ""), columns=columns, field=field)


# What only the whole table shows: repeated and missing numbers, repeated measures.


def _table_remarks(table: PlanTable) -> Iterator[_Remark]:
    frame = frame_of(table.lines)
    if "number" in table.header.fields:
        # The part of the plan in which a number is meant to stand once.
        scoped = frame.assign(scope=frame["section"] if _counts_anew(frame) else "")
        yield from _empty_numbers(frame)
        yield from _repeated_numbers(scoped)
        yield from _missing_numbers(scoped)
    yield from _repeated_measures(frame)
    for row, text in table.lone:
        yield _Remark(row, Doubt(code="section-assumed", quote=text))


def _counts_anew(frame: "pd.DataFrame") -> bool:
    """Several sections begin with 1, each counting its own measures."""
    first = frame[frame["number"] != ""].groupby("section")["number"].first()
    return int((first == "1").sum()) > 1


def _empty_numbers(frame: "pd.DataFrame") -> Iterator[_Remark]:
    for (row,) in _values(frame[frame["number"] == ""], "row"):
        yield _Remark(row, Doubt(code="number-empty", quote=""))


def _repeated_numbers(frame: "pd.DataFrame") -> Iterator[_Remark]:
    numbered = frame[frame["number"] != ""]
    first = numbered.groupby(["scope", "number"])["row"].transform("min")
    repeated = numbered.assign(first=first)[numbered["row"] != first]
    for row, number, seen in _values(repeated, "row", "number", "first"):
        yield _Remark(row, Doubt(code="number-duplicate", quote=number, hint=str(seen)))


def _missing_numbers(frame: "pd.DataFrame") -> Iterator[_Remark]:
    """Gaps among numbers of one level: 1, 2, 4 lacks 3; 2.1, 2.3 lacks 2.2."""
    parts = frame["number"].str.extract(r"^(?P<level>(?:\d+\.)*)(?P<last>[0-9]{1,9})$").dropna()
    parts = parts.assign(last=parts["last"].astype("int64"), row=frame["row"], scope=frame["scope"])
    for (_, level), group in parts.groupby(["scope", "level"]):
        ordered = group.drop_duplicates("last").sort_values("last")
        ordered = ordered.assign(before=ordered["last"].shift(fill_value=0))
        gaps = ordered[ordered["last"] - ordered["before"] > 1]
        for row, last, before in _values(gaps, "row", "last", "before"):
            lacking = _span(f"{level}{before + 1}", f"{level}{last - 1}")
            yield _Remark(row, Doubt(code="number-gap", quote=f"{level}{last}", hint=lacking))


def _span(first: str, last: str) -> str:
    return f"номера {first}" if first == last else f"номеров {first}–{last}"


def _repeated_measures(frame: "pd.DataFrame") -> Iterator[_Remark]:
    words = frame[frame["measure"] != ""]
    same = words[["measure", "deadline", "responsible"]].apply(lambda c: c.str.casefold())
    first = same.assign(row=words["row"]).groupby(list(same.columns))["row"].transform("min")
    repeated = words.assign(first=first)[words["row"] != first]
    for row, text, seen in _values(repeated, "row", "measure", "first"):
        yield _Remark(row, Doubt(code="measure-duplicate", quote=text, hint=str(seen)))


def _lost_merges(measures: tuple[Measure, ...]) -> Iterator[_Remark]:
    """Merged into a number that no row bears: the measure stays open then."""
    numbers = {measure.number for measure in measures}
    for measure in measures:
        progress = measure.progress
        if progress.meaning is Meaning.MERGED and progress.merged_into not in numbers:
            doubt = Doubt(code="merged-nowhere", quote=progress.text, hint=progress.merged_into)
            yield _Remark(measure.row, doubt)


def _values(frame: "pd.DataFrame", *columns: str) -> "zip[tuple[Any, ...]]":
    """The rows of some columns as plain Python values."""
    return zip(*(frame[column].tolist() for column in columns), strict=True)


# What one row shows.


def _measure_remarks(measure: Measure, year: int) -> Iterator[_Remark]:
    for doubt in _cell_doubts(measure, year):
        yield _Remark(measure.row, doubt)
    for milestone in measure.milestones:
        # Its words stand in the measure, not in the column of deadlines.
        for doubt in (*milestone.deadline.doubts, *_year_doubts(milestone.deadline, year)):
            yield _Remark(measure.row, doubt, "measure")


def _cell_doubts(measure: Measure, year: int) -> Iterator[Doubt]:
    if not measure.text:
        yield Doubt(code="measure-empty", quote="")
    yield from _deadline_doubts(measure, year)
    yield from _lead_doubts(measure)
    yield from measure.progress.doubts
    yield from _fact_doubts(measure)


def _deadline_doubts(measure: Measure, year: int) -> Iterator[Doubt]:
    deadline = measure.deadline
    if not deadline.text:
        yield Doubt(code="deadline-empty", quote="")
    yield from deadline.doubts
    yield from _year_doubts(deadline, year)
    silent = measure.progress.meaning is Meaning.BLANK
    if deadline.kind is DeadlineKind.OPEN and silent and not measure.own_pace:
        hint = deadline.waits_for or "дата не названа"
        yield Doubt(code="deadline-waits", quote=deadline.text, hint=hint)


def _year_doubts(deadline: Deadline, year: int) -> Iterator[Doubt]:
    """A slip of the year: no due date of the deadline lies in the plan's own.

    One of several may: "за год, до 1 марта следующего" is meant so.
    """
    days = [o.due for o in deadline.occurrences] or list(filter(None, [deadline.due]))
    if days and all(day.year != year for day in days):
        yield Doubt(code="deadline-outside-year", quote=deadline.text, hint=day_words(days[0]))


def _lead_doubts(measure: Measure) -> Iterator[Doubt]:
    if not measure.responsibles.text:
        yield Doubt(code="responsible-empty", quote="")
        return
    lead = measure.assignment.lead
    if lead is None or measure.assignment.unled:
        yield Doubt(code="no-lead", quote=measure.responsibles.text)
    elif not lead.addresses:
        yield Doubt(code="no-address", quote=lead.name)


def _fact_doubts(measure: Measure) -> Iterator[Doubt]:
    progress, starts = measure.progress, _first_day(measure)
    if progress.meaning is Meaning.DONE and progress.on and starts and progress.on < starts:
        hint = f"{day_words(starts)}, срок «{measure.deadline.text}»"
        yield Doubt(code="done-before-start", quote=progress.text, hint=hint)
    all_year = measure.deadline.kind is DeadlineKind.YEAR_ROUND and not measure.milestones
    if progress.meaning is Meaning.DONE and not progress.on and all_year:
        yield Doubt(code="done-all-year", quote=progress.text)


def _first_day(measure: Measure) -> date | None:
    occurrences = measure.deadline.occurrences
    return occurrences[0].starts if occurrences else measure.deadline.starts
