"""The command `status`."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.letters import SHORT_STATES
from sheetsync.cli.program import open_job, plan_options, print_json, warn
from sheetsync.cli.terminal import table_lines, tell
from sheetsync.errors import RunLate
from sheetsync.languages import _, active, decimal, moment, moment_in_table
from sheetsync.model import LetterState, RunRecord
from sheetsync.model.language import marked

if TYPE_CHECKING:
    from sheetsync.daily.status import Status

_OUTCOMES = {
    "done": marked("done"),
    "failed": marked("exit code {code}"),
    "interrupted": marked("interrupted"),
    "running": marked("under way"),
}


@click.command()
@plan_options
def status(folder: Path, today: date | None, as_json: bool) -> None:
    """Show the last runs, what waits and when the next is due.

    Ends with exit code 8 where a run is late, so that any monitor can ask.
    """
    from sheetsync.daily.status import status as status_of

    with open_job(folder, today) as job:
        found = status_of(job)
    if as_json:
        print_json(_status_data(found))
    else:
        _print_status(found)
    if found.late:
        late = _("The daily run is late. Check the schedule: sheetsync schedule --show.")
        warn(late)
        sys.exit(RunLate.exit_code)


def _print_status(found: "Status") -> None:
    if found.runs:
        head = (_("begun"), _("outcome"), _("seconds"), _("letters"), _("requests"))
        rows = [_run_cells(found, run) for run in found.runs]
        click.echo("\n".join(table_lines(head, rows, whole=(0,))))
    else:
        tell(
            "There was no run yet. If one should have been, check the schedule: "
            "sheetsync schedule --show.",
            wrap=True,
        )
    for state, count in found.waiting.items():
        tell("Letters, {state}: {count}", state=_(SHORT_STATES[LetterState(state)]), count=count)
    if found.ended:
        tell(
            "The plan is over: after {day} it is not run any more. Take it off the schedule: "
            "sheetsync schedule --remove.",
            day=active().day(found.ended),
            wrap=True,
        )
    elif found.next_due:
        tell("Next run: {moment}", moment=moment(found.next_due))
    else:
        tell("Next run: no time is set, write [job] at.")


def _run_cells(found: "Status", run: RunRecord) -> tuple[str, ...]:
    seconds = decimal((run.ended - run.started).total_seconds()) if run.ended else ""
    figures = (str(run.figures.get(name, "")) for name in ("letters", "requests"))
    outcome = _(_OUTCOMES[found.outcome(run)], code=run.exit_code)
    return moment_in_table(run.started), outcome, seconds, *figures


def _status_data(found: "Status") -> dict[str, Any]:
    return {
        "late": found.late,
        "ended": found.ended,
        "next_due": found.next_due,
        "waiting": found.waiting,
        "runs": [
            {
                "started": run.started,
                "ended": run.ended,
                "outcome": found.outcome(run),
                "exit_code": run.exit_code,
                **run.figures,
            }
            for run in found.runs
        ],
    }
