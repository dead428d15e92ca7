"""The agenda in the terminal and as JSON."""

from collections.abc import Sequence
from typing import Any

import click

from sheetsync.cli.terminal import cut, table_lines, tell, width
from sheetsync.errors import UsageError
from sheetsync.languages import _, active, ngettext, quoted
from sheetsync.model import STATES, Agenda, Item, Line, PlanPeriod, State, sheet_row
from sheetsync.model.language import marked
from sheetsync.plan.names import item_title
from sheetsync.words.clipping import clip
from sheetsync.words.occurrence_names import occurrence_said

# In few words: a line of the terminal holds them beside the deadline.
STATE_WORDS = STATES | {
    State.NO_REPORT: marked("no outcome"),
    State.UNREAD: marked("not understood"),
    State.WAITING: marked("waiting"),
}
# What somebody has to do something about; the rest is shown by --all.
_CALLING = (State.OVERDUE, State.NO_REPORT, State.UNREAD, State.DUE_SOON, State.WAITING)
_SAID = 120  # characters of a deadline's words: a cell may hold 32,767
_INDENT = 7  # of a measure below its line


def select(agenda: Agenda, *, everything: bool, department: str | None) -> list[Item]:
    """The items to show, the worst state first. Raises UsageError for an unknown department."""
    items = [i for i in agenda.items if everything or i.state in _CALLING]
    if department:
        lead = _matching_lead(agenda, department)
        items = [i for i in items if i.measure.assignment.lead_name == lead]
    order = list(State)
    return sorted(items, key=lambda i: (order.index(i.state), -i.late_days, i.measure.row))


def _matching_lead(agenda: Agenda, department: str) -> str:
    names = sorted({item.measure.assignment.lead_name for item in agenda.items} - {""})
    # A part of it will do: nobody types «Отдел организационной работы» into a terminal.
    found = [name for name in names if department.casefold() in name.casefold()]
    if len(found) != 1:
        listed = "; ".join(map(quoted, found or names))
        problem = _("several fit") if found else _("the plan has no such lead, but")
        raise UsageError(f"--department {quoted(department)}: {problem}: {listed}.")
    return found[0]


def agenda_data(agenda: Agenda, items: Sequence[Item]) -> dict[str, Any]:
    """The items as plain data; `states` counts measures and sums to `measures`."""
    return {
        "today": agenda.today,
        "year": agenda.plan.year,
        "measures": len(agenda.plan.measures),
        "states": {str(state): count for state, count in agenda.counts().items()},
        "items": [item_data(item) for item in items],
    }


def item_data(item: Item) -> dict[str, Any]:
    """One item as plain data."""
    measure = item.measure
    return {
        **({"tab": measure.tab} if measure.tab else {}),
        "row": sheet_row(measure.row),
        "number": measure.number,
        "occurrence": occurrence_said(item.what, active()),
        "measure": measure.text,
        "state": str(item.state),
        "deadline": item.deadline_text,
        "kind": str(measure.deadline.kind),
        "starts": item.starts,
        "due": item.due,
        "late": item.late_days,
        "moved_from": item.moved_from,
        "lead": item.measure.assignment.lead_name or None,
        "helpers": [helper.name for helper in measure.assignment.helpers],
        "mark": measure.progress.text,
    }


def line_data(line: Line) -> dict[str, Any]:
    """A measure's row in the words of the sheet, as plain data."""
    words = line._asdict()
    del words["figures"]  # the reader's own
    return words | {"row": sheet_row(line.row)}


def print_agenda(agenda: Agenda, items: Sequence[Item]) -> None:
    """Two lines of 80 columns an item, what it is below who answers; then how many they are."""
    tell(
        "Plan {year} on {day_and_weekday}",
        year=agenda.plan.period.label,
        day_and_weekday=active().day_and_weekday(agenda.today),
    )
    header = (_("item"), _("state"), _("deadline"), _("lead"))
    rows = (_item_cells(item, agenda.plan.period) for item in items)
    lines = table_lines(header, rows, whole=(0, 1)) if items else []
    for line, title in zip(lines, ("", *map(_item_title, items)), strict=bool(items)):
        click.echo(line)
        if title:
            click.echo(" " * _INDENT + cut(title, width() - _INDENT))
    click.echo(_summed(items))


def _summed(items: Sequence[Item]) -> str:
    """The last line: how many are listed, and how many of them are overdue."""
    if not items:
        return _("Nothing is overdue, and no deadline is near.")
    late = [item for item in items if item.state is State.OVERDUE]
    if not late:
        return _("{counted}, none of them overdue.", counted=_count_words(items))
    return _("{counted}, overdue: {late}.", counted=_count_words(items), late=_count_words(late))


def _count_words(items: Sequence[Item]) -> str:
    """How many measures, and how many dates where a measure has several."""
    count, dates = len({item.measure.row for item in items}), len(items)
    measures = ngettext("{n} measure", "{n} measures", count)
    if count == dates:
        return measures
    several = ngettext("{n} date", "{n} dates", dates)
    return f"{measures} ({several})"


def _item_cells(item: Item, period: PlanPeriod) -> tuple[str, str, str, str]:
    state = _(STATE_WORDS[item.state])
    if item.late_days:
        state = _("{late_days} d late", late_days=item.late_days)
    words = quoted(clip(item.deadline_text, _SAID)) if item.deadline_text else _("not given")
    due = f"{period.day_words(item.due, active())}, {words}" if item.due else words
    assignment = item.measure.assignment
    lead = "" if assignment.unled else assignment.lead_name
    return (item.measure.number or _("no number"), state, due, lead or _("undetermined"))


def _item_title(item: Item) -> str:
    """The milestone first, where the measure has several: it is what the line is about."""
    what = occurrence_said(item.what, active())
    return item_title(what, item.measure.text, item.measure.tab, active())
