"""Finds the header row and tells which column holds which field (columns.toml)."""

from dataclasses import replace

from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.model import FIELDS, ColumnRule, Grid
from sheetsync.model.language import all_quoted, gettext_lazy
from sheetsync.plan.cells import is_blank, shown_texts
from sheetsync.plan.columns_beside import columns_beside
from sheetsync.plan.deadline_columns import (
    goes_on,
    numbers_are_amounts,
    numbers_are_days,
    tells_times,
    with_dates,
    with_days_beside,
)
from sheetsync.plan.fact_rows import told_facts
from sheetsync.plan.header import NO_HEADER, Header
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_rows import SAMPLE, header_rows, rows_below, single_row
from sheetsync.plan.header_words import HeaderWords
from sheetsync.plan.likely_columns import (
    all_likely,
    column_missing,
    likely_columns,
    more_helpful,
)
from sheetsync.plan.mark_parts import mark_parts
from sheetsync.plan.marks_column import day_done_column, marks_in, with_marks
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.plan.row_numbers import row_numbers
from sheetsync.plan.service_codes import with_codes
from sheetsync.plan.unnamed_columns import Taken, Unnamed, checked_measures, unnamed

_DEEPEST = 50  # rows in which months beside each other may be a header without any known word


def find_header(grid: Grid, rules: dict[str, ColumnRule]) -> Header:
    """The first row, with the rows of parts below it, that names at least two required fields.

    Only where no row does by the headers that are known, those count that speak of a field.
    Raises NoPlanTable where there is no such row, ColumnMissing where it lacks a required field.
    """
    words = HeaderWords.of(rules)
    meant = replace(words, by_meaning=True)
    try:
        header = _header(grid, words)
    except (NoPlanTable, ColumnMissing) as missing:
        try:  # in a second pass only: by meaning, a title like «План работы, сроки» may be a header
            return _header(grid, meant)
        except (NoPlanTable, ColumnMissing) as lacking:
            raise more_helpful(missing, lacking) from None
    return _earlier(grid, header, meant) or header


def _earlier(grid: Grid, known: Header, words: HeaderWords) -> Header | None:
    """The header of a first table above the one that is known by all its words."""
    fewest = len(words.required)
    for index in range(known.index - 1):
        rows = single_row(grid, index)
        if len(rows.texts) < fewest or not _heads_row(grid, index, fewest):
            continue
        head = HeaderInSheet(grid, rows, words)
        if len(head.named) == fewest:
            return checked(head)
    return None


def _heads_row(grid: Grid, index: int, fewest: int) -> bool:
    """Whether a row as wide as a plan's stands below, but for a heading and blank rows."""
    below = (len(shown_texts(row)) for row in rows_below(grid, index, most=SAMPLE))
    return next((filled for filled in below if filled > 1), 0) >= fewest


def _header(grid: Grid, words: HeaderWords) -> Header:
    unfinished: ColumnMissing | None = None
    for index, row in enumerate(grid.rows):
        known = any(isinstance(value, str) and words.knows(value) for value in row)
        months = words.by_meaning and index < _DEEPEST and _alone(grid, index, words).is_spread
        if not (known or months):
            continue
        head = header_at(grid, index, words)
        if head and words.by_meaning and (tells_times(head) or goes_on(head)):
            continue  # a row of the plan, whose words speak of its fields, too
        # Twelve months beside each other head a plan, whatever its other columns are called.
        if head and (len(head.named) >= 2 or (words.by_meaning and head.is_spread)):
            return checked(head)
        if unfinished is None:
            unfinished = all_likely(grid, index, words)
    if unfinished:
        raise unfinished
    if all(is_blank(value) for row in grid.rows for value in row):
        raise NoPlanTable(
            gettext_lazy(
                "The tab “{tab}” is empty, it has no row with the headers of a plan. Bring the "
                "plan back, or name the tab on which it stands now.",
                tab=grid.title,
            )
        )
    looked_for = all_quoted("; ", (words.rules[field].headers[0] for field in words.required))
    raise NoPlanTable(
        gettext_lazy(
            "The tab “{tab}” has no row with the headers of a plan. The columns {headers} are "
            "needed (similar names will do): check the tab and the headers, or complete "
            "columns.toml.",
            tab=grid.title,
            headers=looked_for,
        )
    )


def header_at(grid: Grid, index: int, words: HeaderWords) -> HeaderInSheet | None:
    """The header that begins in that row, one row or several; None where none does."""
    alone = _alone(grid, index, words)
    named = len(alone.named)
    if not named:
        return None
    rows = header_rows(grid, index)
    if rows.last == index:
        return alone
    deeper = HeaderInSheet(grid, rows, words)
    if len(deeper.named) < named:
        return alone
    # A title line may begin like a header; the row below it is one without it.
    title = named < 2 and len(_alone(grid, index + 1, words).named) >= len(deeper.named)
    return alone if title else deeper


def _alone(grid: Grid, index: int, words: HeaderWords) -> HeaderInSheet:
    return HeaderInSheet(grid, single_row(grid, index), words)


def checked(head: HeaderInSheet) -> Header:
    """The header. Raises ColumnMissing where it lacks a required field."""
    matched = _matched(head)
    own = {field: column for field, column in matched.items() if field not in FIELDS}
    fields, dates = _dated_fields(head, matched)
    known = fields | own | {f"deadline {column}": column for column in dates.spread}
    bare = _stand_ins(head, Taken(known, dates.codes, dates.unit))
    kept = {f: c for f, c in fields.items() if bare.shared or c not in bare.columns.values()}
    fields = kept | bare.columns
    texts = dict.fromkeys((*bare.columns.values(), *fields.values()), NO_HEADER)
    texts |= {column: head.rows.whole(column) for column in head.rows.texts}
    facts = None if head.facts in (*fields.values(), *own.values(), *dates.read) else head.facts
    unread = {c: texts[c] for c in {*texts} - {*own.values(), *dates.read, facts}}
    headless = {c for row in head.sample for c in range(len(row))} - {*texts}
    marks = marks_in(unread | dict.fromkeys(headless, NO_HEADER), fields, head.body)
    fields = with_marks(fields, marks, headers=texts, body=head.body)
    marked = ((marks.column, marks.doubt),) if marks else ()
    return Header(
        index=head.rows.first,
        last=head.rows.last,
        fields=fields,
        texts={field: texts[column] for field, column in fields.items()},
        parts={field: head.rows.texts.get(column, ("",)) for field, column in fields.items()},
        others={
            c: text for c, text in texts.items() if c in dates.spread or c not in fields.values()
        },
        dates=replace(dates, who=bare.shared),
        doubts=(
            *columns_beside(head, fields=fields | own, dates=dates),
            *marked,
            *told_facts(facts),
            *bare.doubts(),
        ),
        own=own,
        day_done=day_done_column(fields, {*dates.spread, dates.begins}, texts),
        marks=mark_parts(fields.get("status"), unread),
        facts=facts,
        party=bare.party,
        nobody=bare.nobody,
    )


def _matched(head: HeaderInSheet) -> dict[str, int]:
    """The columns of the fields that the header's words name, and that of bare numbers."""
    named = {field: column for field, column in head.fields.items() if column != head.facts}
    matched = checked_measures(head, named)
    numbers = None if "number" in matched else row_numbers(head)
    return matched if numbers is None else {**matched, "number": numbers}


def _dated_fields(
    head: HeaderInSheet, matched: dict[str, int]
) -> tuple[dict[str, int], DeadlineColumns]:
    """The fields of all plans, and the columns over which the deadline is spread."""
    whole = {field: column for field, column in matched.items() if field in FIELDS}
    fields, dates = with_dates(head, whole, amounts=True)
    fields, dates = with_days_beside(head, (fields, dates), taken=matched)
    # Amounts are no deadlines where a column tells them by its cells, which a run need not look at.
    told = dates.amounts and likely_columns(head, fields=matched, missing=["deadline"])
    if told:
        fields, dates = with_dates(head, whole, amounts=False)
    if dates.periods:
        days = numbers_are_days(head, dates)
        amounts = dates.amounts or (not days and numbers_are_amounts(head, dates))
        dates = replace(dates, days=days, amounts=amounts)
        dates = with_codes(head, dates)
    return fields, dates


def _stand_ins(head: HeaderInSheet, known: Taken) -> Unnamed:
    """What holds the required fields that no header names. Raises ColumnMissing for the others."""
    missing = [field for field in head.words.required if field not in known.columns]
    bare = Unnamed(missing=missing)
    if missing and head.words.by_meaning:
        bare = unnamed(head, taken=known, missing=missing)
    if bare.missing:
        likely = likely_columns(head, fields=known.columns, missing=bare.missing)
        raise column_missing(head.rows, lacking=head.words.rules[bare.missing[0]], likely=likely)
    return bare
