"""From rows to an agenda: what a table, or a snapshot, means as a plan on a day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import (
    Agenda,
    ColumnRule,
    Columns,
    Finding,
    KnownRow,
    Line,
    Measure,
    Plan,
    Snapshot,
)
from sheetsync.model.frozen import frozen
from sheetsync.plan.broken_cells import Held, hold_cell_texts, with_broken
from sheetsync.plan.checks import check
from sheetsync.plan.findings import Remark, finding, worst_first
from sheetsync.plan.items import Warnings, items_of
from sheetsync.plan.leads import Responsibility
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import PlanTable
from sheetsync.plan.tabs import by_tab, columns_by_tab, findings_left_out, measures_of_tab, placed


@frozen
class PlanContext:
    """What the settings say of a plan, whatever the day.

    `title` wins over the table's own; `untitled` is what a plan is called that has neither.
    """

    dictionary: Dictionary
    warnings: Warnings
    column_rules: Mapping[str, ColumnRule]
    title: str
    untitled: str


@frozen
class PlanPast:
    """What is known of a plan's rows from before.

    `last` is the newest snapshot, its rows counted as the plan's tabs stand now; `since` tells by
    identity since when the status stands that a row had in it; `doubts` are about the rows of now.
    """

    last: Snapshot | None
    since: Mapping[int, date]
    doubts: tuple[Remark, ...]


def agenda_of_rows(
    table: PlanTable,
    rows: tuple[KnownRow, ...],
    past: PlanPast,
    context: PlanContext,
    *,
    today: date,
) -> tuple[Agenda, Held]:
    """The agenda of a table whose rows are known again, and those rows as they were read."""
    # Before anything is understood: "#REF!" or "Loading…" in a cell is nobody's word.
    held = hold_cell_texts(rows, past.last.rows if past.last else ())
    table = replace(table, lines=tuple(row.line for row in held.rows))
    plan = plan_of_table(table, context, today=today)
    if past.last and past.last.tab in (plan.tabs or (plan.tab,)):
        # Our tabs belong to it, whichever tab is the first by now.
        plan = replace(plan, tab=past.last.tab)
    plan = with_broken(_with_doubts(plan, past), held)
    since = dict(_since(held.rows, past))
    return build_agenda(plan, today=today, warnings=context.warnings, since=since), held


def plan_without_past(table: PlanTable, context: PlanContext, *, today: date) -> Plan:
    """The plan of a table of which nothing is known from before, with its findings."""
    rows = tuple(KnownRow(identity=at, line=line) for at, line in enumerate(table.lines))
    past = PlanPast(last=None, since={}, doubts=())
    return agenda_of_rows(table, rows, past, context, today=today)[0].plan


def agenda_of_snapshot(snapshot: Snapshot, context: PlanContext, *, today: date) -> Agenda:
    """The agenda of a snapshot; its plan has no findings, and its columns are not known."""
    lines = [row.line for row in snapshot.rows]
    agenda = agenda_of_lines(lines, context, today=today, tabs=snapshot.tabs)
    return replace(agenda, plan=replace(agenda.plan, title=snapshot.title, tab=snapshot.tab))


def agenda_of_lines(
    lines: Sequence[Line], context: PlanContext, *, today: date, tabs: tuple[str, ...] = ()
) -> Agenda:
    """The agenda of rows of whose plan nothing else is known but its `tabs`, if several."""
    measures, _ = measures_of(lines, context.dictionary, today=today, tabs=tabs)
    plan = Plan(
        title="",
        period=context.dictionary.period,
        tab="",
        columns=Columns(row=0, letters={}, headers={}),
        measures=measures,
        tabs=tabs,
    )
    return build_agenda(plan, today=today, warnings=context.warnings)


def build_agenda(
    plan: Plan, *, today: date, warnings: Warnings, since: Mapping[int, date] | None = None
) -> Agenda:
    """All items of the plan; `today`, `warnings` and `since` are those of `items_of`."""
    items = items_of(plan, today=today, warnings=warnings, since=since or {})
    return Agenda(plan=plan, today=today, items=items)


def plan_of_table(table: PlanTable, context: PlanContext, *, today: date) -> Plan:
    """The plan of a table as of a day, with its findings."""
    tabs = tuple(tab.tab for tab in (table, *table.tabs)) if table.tabs else ()
    measures, responsible = measures_of(table.lines, context.dictionary, today=today, tabs=tabs)
    columns, *further = columns_by_tab(table)
    # That of one quarter's tab is not the whole plan's.
    title = table.title if {tab.title for tab in table.tabs} <= {table.title} else ""
    found = (*_findings(table, measures, responsible, context), *findings_left_out(table))
    return Plan(
        title=context.title or title or context.untitled,
        period=context.dictionary.period,
        tab=table.tab,
        columns=columns,
        measures=measures,
        findings=worst_first(found),
        further=tuple(further),
        tabs=tabs,
    )


def _findings(
    table: PlanTable,
    measures: tuple[Measure, ...],
    responsible: Mapping[str, Responsibility],
    context: PlanContext,
) -> Iterator[Finding]:
    """What is wrong on each of the plan's tabs."""
    period, rules = context.dictionary.period, context.column_rules
    for more, tab in by_tab(table):
        own = measures_of_tab(measures, more) if table.tabs else measures
        found = check(tab, own, responsible, period=period, rules=rules)
        yield from placed(found, more, tab=tab.tab if table.tabs else "")


def _with_doubts(plan: Plan, past: PlanPast) -> Plan:
    """The plan with what its past leaves in doubt."""
    numbers = {measure.row: measure.number for measure in plan.measures}
    found = (
        finding(doubt, row=row, number=numbers[row], columns=plan.columns_of(row), field=field)
        for row, doubt, field in past.doubts
    )
    return replace(plan, findings=worst_first((*plan.findings, *found)))


def _since(rows: tuple[KnownRow, ...], past: PlanPast) -> Iterator[tuple[int, date]]:
    """By row, since when its status stands: today, where it was another at the last snapshot."""
    was = {row.identity: row.line.status for row in past.last.rows} if past.last else {}
    for row in rows:
        if row.identity in past.since and was.get(row.identity) == row.line.status:
            yield row.line.row, past.since[row.identity]
