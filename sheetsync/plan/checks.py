"""Validates a plan: what is wrong in the sheet, as findings with the place and a suggestion."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sheetsync.model import (
    ColumnRule,
    DeadlineKind,
    Doubt,
    Finding,
    Line,
    Meaning,
    Measure,
    PlanPeriod,
)
from sheetsync.model.language import Words, gettext_lazy
from sheetsync.plan.broken_cells import is_broken
from sheetsync.plan.cells import cell_at, cell_text
from sheetsync.plan.copied_years import copied_years, either_may, year_doubts
from sheetsync.plan.findings import CATALOGUE, Remark, finding, worst_first
from sheetsync.plan.leads import Responsibility
from sheetsync.plan.lookups import lookup_findings
from sheetsync.plan.marks_column import is_mark_of, misplaced
from sheetsync.plan.numbering import first_of_merged, number_remarks
from sheetsync.plan.other_year import other_period, other_year
from sheetsync.plan.row_deadlines import in_its_cell, says_no
from sheetsync.plan.tab_findings import repeated, rule_remarks, struck_words, tab_findings
from sheetsync.plan.table import PlanTable
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.headings import heading_period
from sheetsync.words.lexicon.kinds import Unit
from sheetsync.words.milestones import before_its_cell
from sheetsync.words.periods import reads_as_time
from sheetsync.words.timing.rules import OWN_TERM

_WAITS = DeadlineKind.OPEN, DeadlineKind.RELATIVE
_NAME_TERMS = gettext_lazy(
    "The coordinator names its days in sheetsync.toml, section [calendar], terms."
)
# What a remark on the row's cells says better: «Продлено» is dated by «Новый срок».
_SAID_BY = {
    "deadline-new": "progress-postponed-without-date",
    "deadline-moved": "progress-postponed-without-date",
    "deadline-decimal": "deadline-not-understood",
    "deadline-ditto": "deadline-not-understood",
}


def check(
    table: PlanTable,
    measures: tuple[Measure, ...],
    responsible: Mapping[str, Responsibility],
    *,
    period: PlanPeriod,
    rules: Mapping[str, ColumnRule],
) -> tuple[Finding, ...]:
    """All findings of a plan, the worst first, then in the sheet's order."""
    columns = table.header.columns()
    remarks = list(_table_remarks(table, period))
    if copied := copied_years(measures, period):
        remarks.append(Remark(table.header.index + 1, copied))
    told = {(one.row, one.doubt.code) for one in table.remarks}
    for measure in measures:
        # That nobody answers is said of the table then, not of each row.
        needless = {"responsible-empty"} if table.header_of(measure.row).nobody else set()
        needless |= {code for other, code in _SAID_BY.items() if (measure.row, other) in told}
        remarks += (
            _with_time_beside(one, table) if one.doubt.code == "deadline-empty" else one
            for one in _measure_remarks(measure, period)
            if one.doubt.code not in needless
        )
        remarks += (Remark(measure.row, d) for d in responsible[measure.responsibles.text].doubts)
    remarks += (Remark(row, doubt) for row, doubt in either_may(measures, period))
    remarks += _lost_merges(measures)
    remarks += _lost_marks(table, measures)
    remarks += (*struck_words(table), *rule_remarks(table, rules))
    found = _placed(remarks, measures, table)
    there = replace(columns, tab=table.tab if table.part else "")
    about_tab = (*tab_findings(table, columns, period), *lookup_findings(table.grid.lookups, there))
    return worst_first((*found, *about_tab))


def _with_time_beside(remark: Remark, table: PlanTable) -> Remark:
    """That no deadline is given, with the time that another column of the row says."""
    rows, header = table.grid.rows, table.header_of(remark.row)
    cells = rows[remark.row - 1] if remark.row <= len(rows) else ()
    others = ((c, name) for c, name in header.others.items() if c not in header.fields.values())
    said = ((name, cell_text(cell_at(cells, column))) for column, name in others)
    beside = next(((name, words) for name, words in said if reads_as_time(words)), None)
    if beside is None:
        return remark
    name, words = beside
    hint = gettext_lazy("; the column “{header}” says “{words}”", header=name, words=words)
    return remark._replace(doubt=replace(remark.doubt, hint=hint))


def _placed(
    remarks: list[Remark], measures: tuple[Measure, ...], table: PlanTable
) -> Iterator[Finding]:
    columns = {header.index: header.columns() for header in (table.header, *table.later)}
    numbers = {measure.row: measure.number for measure in measures}
    for row, doubt, field in dict.fromkeys(remarks):  # the same name twice in a cell is said once
        header = table.header_of(row)
        there = columns[header.index]
        if (field or CATALOGUE[doubt.code].field) == "deadline" and row in numbers:
            # The measures may be those of a past day, some of them below all that the tab has now.
            cells = table.grid.rows[row - 1] if row <= len(table.grid.rows) else ()
            there = in_its_cell(there, cells, header, doubt.quote)
        if not field and CATALOGUE[doubt.code].field == "responsible":
            field = "helper" if _is_of_helpers(table, row, doubt.quote) else ""
        yield finding(doubt, row=row, number=numbers.get(row, ""), columns=there, field=field)


def _is_of_helpers(table: PlanTable, row: int, quote: str) -> bool:
    """Whether the words stand among the helpers of a row, and not among those who answer."""
    fields = table.header_of(row).fields
    if not quote or not {"responsible", "helper"} <= fields.keys() or row > len(table.grid.rows):
        return False
    cells = table.grid.rows[row - 1]
    answer, helps = (
        tidy(cell_text(cell_at(cells, fields[name]))) for name in ("responsible", "helper")
    )
    return quote in helps and quote not in answer


# What only the whole table shows: repeated and missing numbers, repeated measures.


def _table_remarks(table: PlanTable, period: PlanPeriod) -> Iterator[Remark]:
    lines = table.lines
    if "number" in table.header.fields:
        yield from number_remarks(table)
    yield from _repeated_measures(first_of_merged(table, lines, "measure"))
    yield from _merged_rows(table)
    doubt = other_year(table, period) or other_period(table, period)
    if doubt:
        # The title's row, just above the header; a header in the first row has none above it.
        yield Remark(max(table.header.index, 1), doubt)
    for remark in table.remarks:
        # The first half of a school year holds other months than that of a calendar year.
        contradicted = remark.doubt.code == "period-contradicted"
        if not (period.schooling and contradicted and _is_half(remark.doubt.hint)):
            yield remark


def _is_half(name: Words) -> bool:
    half = heading_period(name) if isinstance(name, str) else None
    return half is not None and half.months == Unit.HALF_YEAR.months


def _merged_rows(table: PlanTable) -> Iterator[Remark]:
    """The first row of another party whose measure and deadline stand in merged cells above."""
    rows = (line.row for line in table.lines if (line.row, "deadline") in table.merged)
    again = (row for row in rows if (row, "measure") in table.merged)
    row = next((row for row in again if (row, "responsible") not in table.merged), None)
    if row is not None:
        yield Remark(row, Doubt(code="rows-merged", quote=""))


def _repeated_measures(lines: Iterable[Line]) -> Iterator[Remark]:
    # «Заседание Президиума» for another quarter or by another party is another measure.
    worded = (
        (line, tuple(map(str.casefold, (line.measure, line.deadline, line.responsible))))
        for line in lines
        if line.measure
    )
    for line, first in repeated(worded):
        doubt = Doubt(code="measure-duplicate", quote=line.measure, hint=str(first.row))
        yield Remark(line.row, doubt)


def _lost_merges(measures: tuple[Measure, ...]) -> Iterator[Remark]:
    """Merged into a number that no row bears: the measure stays open then."""
    numbers = {measure.number for measure in measures}
    for measure in measures:
        into = measure.progress.merged_into
        if into and into not in numbers:
            doubt = Doubt(code="merged-nowhere", quote=measure.progress.text, hint=into)
            yield Remark(measure.row, doubt)


def _lost_marks(table: PlanTable, measures: tuple[Measure, ...]) -> Iterator[Remark]:
    """Rows of which more months are marked than days were understood."""
    if not any(header.dates.periods for header in (table.header, *table.later)):
        return  # as in most of the largest plans
    for measure in measures:
        dates, deadline = table.header_of(measure.row).dates, measure.deadline
        if not (dates.periods and deadline.occurrences) or measure.row > len(table.grid.rows):
            continue  # «постоянно», «по мере необходимости», or a row of before
        row = table.grid.rows[measure.row - 1]
        cells = [(column, cell_at(row, column)) for column in dates.periods]
        said = [(column, cell_text(value)) for column, value in cells if not says_no(value)]
        # «апрель» of both streams of one half-year is one day.
        marked = {text if reads_as_time(text) else column for column, text in said}
        marks = len(marked - {column for column, text in said if text in dates.idle})
        if len(deadline.occurrences) < marks:
            yield Remark(
                measure.row, Doubt(code="marks-lost", quote=deadline.text, hint=str(marks))
            )


# What one row shows.


def _measure_remarks(measure: Measure, period: PlanPeriod) -> Iterator[Remark]:
    for doubt in _cell_doubts(measure, period):
        yield Remark(measure.row, doubt)
    if earlier := before_its_cell(measure.milestones, measure.deadline):
        yield Remark(measure.row, Doubt(code="milestone-earlier", quote=earlier))
    for milestone in measure.milestones:
        # Its words stand in the measure, not in the column of deadlines.
        for doubt in (*milestone.deadline.doubts, *year_doubts(milestone.deadline, period)):
            yield Remark(measure.row, doubt, "measure")


def _cell_doubts(measure: Measure, period: PlanPeriod) -> Iterator[Doubt]:
    if not measure.text:
        yield Doubt(code="measure-empty", quote="")
    yield from _deadline_doubts(measure, period)
    yield from _lead_doubts(measure)
    yield from measure.progress.doubts
    yield from misplaced(measure, period)
    yield from _fact_doubts(measure)


def _deadline_doubts(measure: Measure, period: PlanPeriod) -> Iterator[Doubt]:
    deadline = measure.deadline
    if measure.progress.meaning is Meaning.CANCELLED:
        return  # when it was to be done is nobody's question any more
    if not deadline.text:
        yield Doubt(code="deadline-empty", quote="")
    # As words the number is unreadable as well: the advice that helps stands in place of that.
    day = _serial_day(deadline.text)
    if is_broken(deadline.text):
        # What such a cell means is nothing to settle by `sheetsync wordings`.
        mended = gettext_lazy("Correct the formula or type the words in.")
        yield from (replace(doubt, advice=mended) for doubt in deadline.doubts)
    elif day:
        yield Doubt(code="deadline-serial", quote=deadline.text, hint=day)
    elif deadline.kind is DeadlineKind.UNREADABLE and is_mark_of(deadline.text, measure, period):
        yield Doubt(code="mark-in-deadline", quote=deadline.text)
    else:
        yield from deadline.doubts
    yield from year_doubts(deadline, period)
    silent = measure.progress.meaning is Meaning.BLANK
    if deadline.kind in _WAITS and silent and not measure.own_pace:
        awaited = deadline.waits_for
        quoted = fold(awaited) == fold(deadline.text)
        hint = gettext_lazy("no date is named") if quoted or not awaited else awaited
        advice = _NAME_TERMS if deadline.rule == OWN_TERM.name else ""
        yield Doubt(code="deadline-waits", quote=deadline.text, hint=hint, advice=advice)


def _serial_day(text: str) -> date | None:
    """The day that a bare number is to a spreadsheet (ECMA-376, 18.17.4), of 2009 to 2064."""
    # From 30 December, not 31: the 1900 system counts a 29 February 1900 that never was.
    is_day = len(text) == 5 and text.isdecimal() and "40000" <= text < "60000"
    return date(1899, 12, 30) + timedelta(days=int(text)) if is_day else None


def _lead_doubts(measure: Measure) -> Iterator[Doubt]:
    if not measure.responsibles.text:
        yield Doubt(code="responsible-empty", quote="")
        return
    lead = measure.assignment.own_lead
    if not lead:
        yield Doubt(code="no-lead", quote=measure.responsibles.text)
    elif not lead.addresses:
        yield Doubt(code="no-address", quote=lead.name)
    if measure.assignment.silenced:
        yield Doubt(code="lead-not-told", quote=measure.assignment.silenced)


def _fact_doubts(measure: Measure) -> Iterator[Doubt]:
    progress, starts = measure.progress, _earliest_day(measure)
    if progress.meaning is Meaning.DONE and progress.on and starts and progress.on < starts:
        hint = gettext_lazy(
            "{day}, deadline “{deadline}”", day=starts, deadline=measure.deadline.text
        )
        yield Doubt(code="done-before-start", quote=progress.text, hint=hint)
    all_year = measure.deadline.kind is DeadlineKind.YEAR_ROUND and not measure.milestones
    if progress.meaning is Meaning.DONE and not progress.on and all_year:
        yield Doubt(code="done-all-year", quote=progress.text)


def _earliest_day(measure: Measure) -> date | None:
    """Before it nothing can be done; of a single day that is not said, it may be done early."""
    occurrences = measure.deadline.occurrences
    if not occurrences:
        return measure.deadline.starts
    first = occurrences[0]
    return None if first.starts == first.due else first.starts
