"""The command line: options, words for people, exit codes. Heavy imports wait in the commands."""

import gc
import os
import sys
from io import TextIOWrapper

import click

from sheetsync import __version__
from sheetsync.cli.output import steady_output
from sheetsync.cli.program import LazyProgram

# In the order in which people need them. A command's module is imported when it is called for.
_COMMANDS = {
    "demo": "folder:demo",
    "init": "init:init",
    "import": "folder:import_file",
    "validate": "validate:validate",
    "setup-sheet": "setup:setup_sheet",
    "overdue": "day:overdue",
    "digest": "digest:digest",
    "summary": "day:summary",
    "run": "day:run",
    "outbox": "outbox:outbox",
    "simulate": "simulate:simulate",
    "sync": "memory:sync",
    "history": "memory:history",
    "report": "papers:report",
    "explain": "explain:explain",
    "departments": "departments:departments",
    "schedule": "schedule:schedule",
    "rollover": "memory:rollover",
    "forget": "memory:forget",
    "doctor": "doctor:doctor",
    "completion": "completion:completion",
    "help": "help:help_pages",
}


@click.group(
    cls=LazyProgram, lazy=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__)
def cli() -> None:
    """Chase the yearly plan that lives in a shared spreadsheet."""


def main() -> None:
    """The `sheetsync` program."""
    # A command lives for seconds and leaves no circles of objects behind: to look for some again
    # and again takes a tenth of a run on 10,000 rows.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows "?" in its place; it does not end the program.
        if isinstance(stream, TextIOWrapper):  # None where a scheduler closed it
            stream.reconfigure(errors="replace")
    if "_SHEETSYNC_COMPLETE" in os.environ:
        from sheetsync.cli import completion  # noqa: F401 - makes PowerShell known to click
    with steady_output():
        cli(prog_name="sheetsync")
