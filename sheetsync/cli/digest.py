"""The command `digest`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.letters import letter_data, no_letters_note, print_letters, warn_if_too_late
from sheetsync.cli.program import FOLDER, fail_for, open_job, plan_options, print_json, warn
from sheetsync.cli.terminal import tell, under_way, wrapped
from sheetsync.errors import SheetsyncError
from sheetsync.languages import _
from sheetsync.model.language import capital

if TYPE_CHECKING:
    from sheetsync.daily import Job, Mail


@click.command()
@plan_options
@click.option(
    "--preview",
    type=FOLDER,
    help="Write the letters as .html, .txt and .eml files with an index.html; nothing is sent.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the preview in a browser.")
@click.option("--send", is_flag=True, help="Send the letters that were not sent today.")
def digest(
    folder: Path,
    today: date | None,
    as_json: bool,
    preview: Path | None,
    open_page: bool,
    send: bool,
) -> None:
    """Show, preview or send the letters of the day.

    On a day without letters, show those of the next one that has some.
    """
    from sheetsync import daily

    if open_page and not preview:
        raise click.UsageError(_("--open needs --preview DIR"))
    with open_job(folder, today, writes=send) as job:
        if send and (ended := daily.ended_words(job)):
            warn(ended)
            return
        found = daily.letters_of(job, to_send=send)
        if send and (relayed := daily.relayed_words(job)):
            warn(relayed)
        mail, digests = found.mail, found.decision.digests
        why = no_letters_note(found.instead, shown=bool(mail.letters))
        if as_json:
            print_json([letter_data(each, job) for each in digests])
        else:
            print_letters(mail.letters, digests, instead=why)
        warn_if_too_late(found.decision, job.config.settings.plan.period)
        if preview:
            _write_files(preview, mail, note=why, open_page=open_page)
        # Beside JSON on stdout, which other programs read.
        problems = _send(job, shown=bool(mail.letters), aside=as_json) if send else mail.errors
    fail_for(problems)


def _send(job: "Job", *, shown: bool, aside: bool) -> tuple[SheetsyncError, ...]:
    """Send what did not go today, say so (`aside` is on stderr), and return what went wrong."""
    from sheetsync import daily
    from sheetsync.cli.run_report import letters_words

    with under_way(_("Sending letters")):
        # By the ledger, not by what was shown: what went today goes no second time.
        mailed = daily.mail_day(job)
    if mailed.letters or shown:
        click.echo(wrapped(f"{capital(letters_words(mailed))}."), err=aside)
    return mailed.problems


def _write_files(folder: Path, mail: "Mail", *, note: str, open_page: bool) -> None:
    from sheetsync.mail.preview import write_preview

    page = write_preview(folder, mail.letters, note=note)
    # Beside JSON on stdout, which other programs read.
    tell("Look at {page}", page=page, err=True)
    if open_page:
        click.launch(str(page))
