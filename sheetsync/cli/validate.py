"""The command `validate`."""

import sys
from datetime import date
from pathlib import Path

import click

from sheetsync.cli.program import fail_for, open_job, plan_options, print_json
from sheetsync.cli.terminal import tell
from sheetsync.errors import ColumnMissing, PlanError
from sheetsync.languages import _
from sheetsync.model import Severity


@click.command()
@plan_options
@click.option(
    "--accept-columns",
    is_flag=True,
    help="First write the headers that an error proposes into columns.toml.",
)
def validate(folder: Path, today: date | None, *, as_json: bool, accept_columns: bool) -> None:
    """List what is wrong in the plan.

    The exit code is 5 where it has errors, 3 where letters could not be sent.
    """
    from sheetsync.cli.findings import findings_data, print_findings
    from sheetsync.daily import lacking, read
    from sheetsync.daily.readiness import binned

    if accept_columns:
        _accept_columns(folder, today)
    with open_job(folder, today) as job:
        plan = read(job).agenda.plan
        problems = (*lacking(job), *binned(job))
    if as_json:
        print_json(findings_data(plan))
    else:
        print_findings(plan)
    fail_for(problems)
    if any(finding.severity is Severity.ERROR for finding in plan.findings):
        sys.exit(PlanError.exit_code)


def _accept_columns(folder: Path, today: date | None) -> None:
    """Write the headers of columns that their cells gave away into columns.toml, and print them."""
    from sheetsync.config.edits import accept_headers
    from sheetsync.daily.plan_reading import plan_table

    try:
        with open_job(folder, today) as job:
            table = plan_table(job)
        likely = {f: h for part in (table, *table.tabs) for f, h in part.header.likely.items()}
    except ColumnMissing as missing:
        if not missing.likely:
            raise
        likely = dict(missing.likely)
    if not likely:
        tell("All columns are known: there is nothing to accept.", err=True)
        return
    path = accept_headers(folder, likely)
    for field, header in likely.items():
        words = _("{path}: [{field}] now knows “{header}”.", path=path, field=field, header=header)
        click.echo(words, err=True)
