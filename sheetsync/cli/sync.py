"""The command `sync`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.agenda import line_data
from sheetsync.cli.program import open_job, plan_options, print_json
from sheetsync.cli.terminal import tell, under_way, wrapped
from sheetsync.languages import _, active, ngettext
from sheetsync.model import Change, Line, Plan

if TYPE_CHECKING:
    from sheetsync.daily import Reading


@click.command()
@plan_options
@click.option("--accept", is_flag=True, help="Take the plan for truth however it changed.")
def sync(folder: Path, today: date | None, as_json: bool, accept: bool) -> None:
    """Remember the plan as it stands; show what changed."""
    from sheetsync import daily
    from sheetsync.history.change_words import changes_words

    with open_job(folder, today, writes=True) as job, under_way(_("Reading the plan")):
        reading = daily.sync(job, accept=accept)
    if as_json:
        print_json(_changes_data(reading))
        return
    if reading.last is None:
        count = len(reading.rows)
        click.echo(ngettext("{n} measure remembered.", "{n} measures remembered.", count))
        return
    words = changes_words(reading.changes, active()) or (_("no changes"),)
    tell("Since the last time, {day}:", day=active().day(reading.last.taken.date()))
    for line in words:
        click.echo(wrapped(f"  {line}"))


def _changes_data(reading: "Reading") -> dict[str, Any]:
    """The changes since the newest snapshot as plain data; `before` is None at the first sync."""
    return {
        "before": reading.last.taken if reading.last else None,
        "measures": len(reading.rows),
        "changes": [_change_data(change, reading.agenda.plan) for change in reading.changes],
    }


def _change_data(change: Change, plan: Plan) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "identity": change.identity,
        "parent": change.parent,
        "before": _row_data(change.before, plan),
        "after": _row_data(change.after, plan),
        "was_late": change.was_late,
        "ground": change.ground,
    }


def _row_data(line: Line | None, plan: Plan) -> dict[str, Any] | None:
    if line is None:
        return None
    tab = {"tab": plan.tab_of(line.row)} if plan.tabs else {}
    return tab | line_data(line)
