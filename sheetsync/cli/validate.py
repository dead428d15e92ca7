"""The command `validate`."""

import sys
from datetime import datetime
from pathlib import Path

import click

from sheetsync.cli.program import (
    fail_for,
    folder_option,
    json_option,
    open_job,
    print_json,
    today_option,
)


@click.command()
@folder_option
@today_option
@json_option
def validate(folder: Path, today: datetime | None, as_json: bool) -> None:
    """List what is wrong in the plan.

    The exit code is 5 where it has errors, 3 where letters could not be sent.
    """
    from sheetsync.cli.findings import findings_data, print_findings
    from sheetsync.daily import lacking, read
    from sheetsync.daily.bin import binned
    from sheetsync.errors import PlanError
    from sheetsync.model import Severity

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
