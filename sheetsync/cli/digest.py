"""The command `digest`."""

import sys
from datetime import datetime
from pathlib import Path

import click

from sheetsync.cli.program import folder_option, json_option, open_job, print_json, today_option


@click.command()
@folder_option
@today_option
@json_option
@click.option(
    "--preview",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the letters as .html, .txt and .eml files with an index.html; nothing is sent.",
)
@click.option("--send", is_flag=True, help="Send the letters that were not sent today.")
def digest(
    folder: Path, today: datetime | None, as_json: bool, preview: Path | None, send: bool
) -> None:
    """Show, preview or send the letters of the day."""
    from sheetsync import daily
    from sheetsync.cli.letters import letter_data, print_letters
    from sheetsync.errors import DeliveryError
    from sheetsync.mail.preview import write_preview

    with open_job(folder, today, writes=send) as job:
        letters = daily.letters(job, daily.read(job).agenda)
        if as_json:
            print_json([letter_data(letter) for letter in letters])
        else:
            print_letters(letters)
        if preview:
            page = write_preview(preview, daily.previews(job, letters))
            click.echo(f"Посмотрите: {page}", err=True)
        sent = [daily.deliver(job, letter) for letter in letters] if send else []
    errors = [delivery.error for delivery in sent if delivery.error]
    for error in errors:
        click.echo(f"sheetsync: {error}", err=True)
    sys.exit(DeliveryError.exit_code if errors else 0)
