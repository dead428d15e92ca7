"""Validates a plan: what is wrong in the sheet, as findings with the place and a suggestion."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from sheetsync.model import (
    Columns,
    DeadlineKind,
    Doubt,
    Finding,
    Meaning,
    Measure,
    Severity,
)
from sheetsync.plan.findings import finding
from sheetsync.plan.reading import Responsibility
from sheetsync.plan.table import PlanTable
from sheetsync.words.terms import day_words

if TYPE_CHECKING:
    import pandas as pd


def check(
    table: PlanTable,
    measures: tuple[Measure, ...],
    responsible: dict[str, Responsibility],
    *,
    year: int,
) -> tuple[Finding, ...]:
    """All findings of a plan, the worst first, then in the sheet's order."""
    columns = table.header.columns()
    about = {measure.row: measure for measure in measures}
    doubts = [(row, doubt) for row, doubt in _table_doubts(table)]
    for measure in measures:
        doubts += [(measure.row, doubt) for doubt in _cell_doubts(measure, year)]
        doubts += [(measure.row, d) for d in responsible[measure.responsibles.text].doubts]
    found = [_place(row, doubt, about, columns) for row, doubt in doubts]
    worst = list(Severity)
    return tuple(sorted(found, key=lambda f: (worst.index(f.severity), f.row, f.column)))


def _place(row: int, doubt: Doubt, about: dict[int, Measure], columns: Columns) -> Finding:
    number = about[row].number if row in about else ""
    return finding(doubt, row=row, number=number, columns=columns)


# What only the whole table shows: repeated and missing numbers, repeated measures.


def _table_doubts(table: PlanTable) -> Iterator[tuple[int, Doubt]]:
    frame = table.frame
    yield from _repeated_numbers(frame)
    yield from _missing_numbers(frame)
    yield from _repeated_measures(frame)
    for row, text in table.lone:
        yield row, Doubt(code="section-assumed", quote=text)


def _repeated_numbers(frame: "pd.DataFrame") -> Iterator[tuple[int, Doubt]]:
    numbered = frame[frame["number"] != ""]
    first = numbered.groupby("number")["row"].transform("min")
    repeated = numbered.assign(first=first)[numbered["row"] != first]
    for row, number, seen in _values(repeated, "row", "number", "first"):
        yield row, Doubt(code="number-duplicate", quote=number, hint=str(seen))


def _missing_numbers(frame: "pd.DataFrame") -> Iterator[tuple[int, Doubt]]:
    """Gaps among numbers of one level: 1, 2, 4 lacks 3; 2.1, 2.3 lacks 2.2."""
    parts = frame["number"].str.extract(r"^(?P<level>(?:\d+\.)*)(?P<last>\d{1,9})$").dropna()
    parts = parts.assign(last=parts["last"].astype("int64"), row=frame["row"])
    for level, group in parts.groupby("level"):
        ordered = group.drop_duplicates("last").sort_values("last")
        ordered = ordered.assign(before=ordered["last"].shift(fill_value=0))
        gaps = ordered[ordered["last"] - ordered["before"] > 1]
        for row, last, before in _values(gaps, "row", "last", "before"):
            lacking = _span(f"{level}{before + 1}", f"{level}{last - 1}")
            yield row, Doubt(code="number-gap", quote=f"{level}{last}", hint=lacking)


def _span(first: str, last: str) -> str:
    return f"номера {first}" if first == last else f"номеров {first}–{last}"


def _repeated_measures(frame: "pd.DataFrame") -> Iterator[tuple[int, Doubt]]:
    words = frame[frame["measure"] != ""]
    same = words[["measure", "deadline", "responsible"]].apply(lambda c: c.str.casefold())
    first = same.assign(row=words["row"]).groupby(list(same.columns))["row"].transform("min")
    repeated = words.assign(first=first)[words["row"] != first]
    for row, text, seen in _values(repeated, "row", "measure", "first"):
        yield row, Doubt(code="measure-duplicate", quote=text, hint=str(seen))


def _values(frame: "pd.DataFrame", *columns: str) -> "zip[tuple[Any, ...]]":
    """The rows of some columns as plain Python values."""
    return zip(*(frame[column].tolist() for column in columns), strict=True)


# What one row shows.


def _cell_doubts(measure: Measure, year: int) -> Iterator[Doubt]:
    if not measure.text:
        yield Doubt(code="measure-empty", quote="")
    if not measure.number:
        yield Doubt(code="number-empty", quote="")
    yield from _deadline_doubts(measure, year)
    yield from _lead_doubts(measure)
    yield from measure.progress.doubts
    yield from _fact_doubts(measure)


def _deadline_doubts(measure: Measure, year: int) -> Iterator[Doubt]:
    deadline = measure.deadline
    if not deadline.text:
        yield Doubt(code="deadline-empty", quote="")
    yield from deadline.doubts
    for milestone in measure.milestones:
        yield from milestone.deadline.doubts
    outside = [o.due for o in deadline.occurrences if o.due.year != year]
    # "за год, до 1 марта следующего" is meant so: only a lone date can be a slip of the year.
    if outside and deadline.kind not in (DeadlineKind.RECURRING, DeadlineKind.LIST):
        yield Doubt(code="deadline-outside-year", quote=deadline.text, hint=day_words(outside[0]))
    silent = measure.progress.meaning is Meaning.BLANK
    if deadline.kind is DeadlineKind.OPEN and silent and not measure.own_pace:
        hint = deadline.waits_for or "дата не названа"
        yield Doubt(code="deadline-waits", quote=deadline.text, hint=hint)


def _lead_doubts(measure: Measure) -> Iterator[Doubt]:
    if not measure.responsibles.text:
        yield Doubt(code="responsible-empty", quote="")
        return
    lead = measure.assignment.lead
    if lead is None:
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
