"""The command line: options, words for people, exit codes. Heavy imports wait in the commands."""

import gc
import sys
from io import TextIOWrapper

import click

from sheetsync import __version__
from sheetsync.cli.day import overdue, run, summary
from sheetsync.cli.departments import departments
from sheetsync.cli.digest import digest
from sheetsync.cli.doctor import doctor
from sheetsync.cli.explain import explain
from sheetsync.cli.folder import demo, import_file
from sheetsync.cli.help import help_pages
from sheetsync.cli.memory import forget, history, rollover, sync
from sheetsync.cli.outbox import outbox
from sheetsync.cli.papers import report
from sheetsync.cli.program import Program
from sheetsync.cli.setup import setup_sheet
from sheetsync.cli.simulate import simulate
from sheetsync.cli.validate import validate


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Chase the yearly plan that lives in a shared spreadsheet."""


for command in (
    demo,
    import_file,
    validate,
    setup_sheet,
    overdue,
    digest,
    summary,
    run,
    outbox,
    simulate,
    sync,
    history,
    report,
    explain,
    departments,
    rollover,
    forget,
    doctor,
    help_pages,
):
    cli.add_command(command)


def main() -> None:
    """The `sheetsync` program."""
    # A command lives for seconds and leaves no circles of objects behind: to look for some again
    # and again takes a tenth of a run on 10,000 rows.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows "?" in its place; it does not end the program.
        if isinstance(stream, TextIOWrapper):  # None where a scheduler closed it
            stream.reconfigure(errors="replace")
    cli(prog_name="sheetsync")
