"""The command `wordings`: what words of this plan mean, settled once by a person."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import Program, folder_option
from sheetsync.cli.terminal import tell
from sheetsync.errors import UsageError
from sheetsync.languages import _, quoted

if TYPE_CHECKING:
    from sheetsync.config import Config

_status_option = click.option("--status", is_flag=True, help="It is a status, not a deadline.")


@click.group(cls=Program)
def wordings() -> None:
    """Settle what words mean, wordings.toml."""


@wordings.command()
@click.argument("phrase", metavar="PHRASE")
@click.option("--as", "meaning", required=True, metavar="WORDS", help="Words that are understood.")
@_status_option
@folder_option
def add(phrase: str, *, meaning: str, status: bool, folder: Path) -> None:
    """Remember that PHRASE means other words, or "open" for a deadline without a date."""
    from sheetsync.config import load_config
    from sheetsync.config.edits import write_wording
    from sheetsync.config.folder import WORDINGS_FILE
    from sheetsync.words.wordings import phrase_key

    config, key = load_config(folder), phrase_key(phrase)
    if not key:
        raise UsageError("The phrase is empty. Put it in quotation marks as it stands in the plan.")
    # What it is to mean must itself be understood, so that no day is ever guessed.
    if not _is_understood(meaning, config, status=status):
        raise UsageError(
            "“{meaning}” is not understood either. What can be written: sheetsync help rules",
            meaning=meaning,
        )
    write_wording(folder / WORDINGS_FILE, _table_name(status), key, meaning=meaning.strip())
    tell("Remembered: “{name}” means “{name2}”.", name=phrase.strip(), name2=meaning.strip())


@wordings.command("list")
@folder_option
def list_wordings(folder: Path) -> None:
    """Show what is settled."""
    from sheetsync.config import load_config

    known = load_config(folder).wordings
    rows = [(_("deadline"), *pair) for pair in known.deadlines]
    rows += [(_("status"), *pair) for pair in known.statuses]
    for kind, phrase, meaning in rows:
        click.echo(f"{kind}: {quoted(phrase)} = {quoted(meaning)}")
    if not rows:
        tell("Nothing is settled yet.")


@wordings.command()
@click.argument("phrase", metavar="PHRASE")
@_status_option
@folder_option
def remove(phrase: str, *, status: bool, folder: Path) -> None:
    """Forget what PHRASE was settled to mean."""
    from sheetsync.config import load_config
    from sheetsync.config.edits import write_wording
    from sheetsync.config.folder import WORDINGS_FILE
    from sheetsync.words.wordings import phrase_key

    known, key = load_config(folder).wordings, phrase_key(phrase)
    # Where it was settled as one of the two only, nobody has to say as which.
    status = status or key not in dict(known.deadlines)
    if key not in dict(known.statuses if status else known.deadlines):
        raise UsageError("“{phrase}” is not settled. See: sheetsync wordings list", phrase=phrase)
    write_wording(folder / WORDINGS_FILE, _table_name(status), key, meaning="")
    tell("Forgotten: “{phrase}”.", phrase=key)


def _is_understood(meaning: str, config: "Config", *, status: bool) -> bool:
    """True where the words say something of a measure of this plan."""
    from sheetsync.model import OPEN, Deadline, DeadlineKind, Meaning
    from sheetsync.words.deadlines import read_deadline
    from sheetsync.words.progress import read_progress

    period = config.settings.plan.period
    if status:
        # Of a kind that one deed closes, on the last day, when no day is still to come (a doubt).
        dated = Deadline(text="", kind=DeadlineKind.MONTH, rule="")
        read = read_progress(meaning, deadline=dated, today=period.ends)
        return read.meaning not in (Meaning.UNCLEAR, Meaning.BLANK)
    deadline = read_deadline(
        meaning, year=period.starts.year, period=period, wordings=config.wordings
    )
    return meaning == OPEN or deadline.kind is not DeadlineKind.UNREADABLE


def _table_name(status: bool) -> str:
    return "statuses" if status else "deadlines"
