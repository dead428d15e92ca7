"""The command line: options, words for people, exit codes. Heavy imports wait in the commands.

Each command has a module named after it. What several share:

    program      groups, exit codes, the common options and their types, JSON
    output       standard output that may fail; `terminal` is what fits and shows on one
    prompts      questions to the person at the terminal, and their answers
    offers       the commands that messages offer, with the folder that the reader has named
    agenda, findings, letters, first_look, run_report, checkup
                 data that several commands show, for people and as JSON

`fleet` goes on in `fleet_service`; `fleet_words` is what both print, `explained` what `explain`
does.
"""

import atexit
import gc
import os
import sys
from io import TextIOWrapper

import click

from sheetsync import __version__
from sheetsync.cli.output import steady_output
from sheetsync.cli.program import LazyProgram

# In the order in which people need them, each with the first line of its help. A command's module
# is imported when it is called for.
_COMMANDS = {
    "demo": ("demo:demo", "Make DIR with a sample plan, and run a day."),
    "init": ("init:init", "Set up DIR for a plan of your own."),
    "import": ("import_:import_file", "Make a workbook from a plan in a file."),
    "validate": ("validate:validate", "List what is wrong in the plan."),
    "setup-sheet": ("setup_sheet:setup_sheet", "Prepare the plan tab for staff, once."),
    "overdue": ("overdue:overdue", "Show what is late, due or waiting."),
    "digest": ("digest:digest", "Show, preview or send the letters of the day."),
    "summary": ("summary:summary", "Write our tabs into the workbook."),
    "run": ("run:run", "Do the day's work: letters and tabs."),
    "status": ("status:status", "Show the last runs, what waits and when the next is due."),
    "outbox": ("outbox:outbox", "Show the letters in the ledger; settle what is unknown."),
    "simulate": ("simulate:simulate", "Show in advance how many letters go to whom."),
    "sync": ("sync:sync", "Remember the plan as it stands; show what changed."),
    "history": ("history:history", "Tell what changed, or how a past day stood."),
    "report": ("report:report", "Make papers for a meeting: an overview and the plan."),
    "explain": ("explain:explain", "Tell how words are understood."),
    "departments": ("departments:departments", "Work on the roster, departments.toml."),
    "wordings": ("wordings:wordings", "Settle what words mean, wordings.toml."),
    "fleet": ("fleet_service:fleet", "Run many plans from one place."),
    "schedule": ("schedule:schedule", "Run every day at the time that [job] names."),
    "rollover": ("rollover:rollover", "Make DIR for the next plan; this one's past stays."),
    "forget": ("forget:forget", "Remove an ADDRESS from what is remembered."),
    "doctor": ("doctor:doctor", "Check that all is there that a daily run needs."),
    "completion": (
        "completion:completion",
        "Print a script that completes commands and options in SHELL.",
    ),
    "help": ("help:help_pages", "Show a long page, or the list of commands and pages."),
}


@click.group(
    cls=LazyProgram, lazy=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, help="Show the version and exit.")
def cli() -> None:
    """Chase the yearly plan that lives in a shared spreadsheet."""


def main() -> None:
    """The `sheetsync` program."""
    # A command lives for seconds and leaves no circles of objects behind: to look for some again
    # and again takes a tenth of a run on 10,000 rows.
    gc.disable()
    # At its end Python would go through all that was imported for circles: a twentieth of a run.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows "?" in its place; it does not end the program.
        if isinstance(stream, TextIOWrapper):  # None where a scheduler closed it
            stream.reconfigure(errors="replace")
    if "_SHEETSYNC_COMPLETE" in os.environ:
        from sheetsync.cli import completion  # noqa: F401 - makes PowerShell known to click
    with steady_output():
        cli(prog_name="sheetsync")
