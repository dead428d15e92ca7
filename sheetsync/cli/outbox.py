"""The command `outbox`: the letters in the ledger, and what a person can do about them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli import program
from sheetsync.cli.letters import SHORT_STATES, answer_words, state_words
from sheetsync.cli.terminal import table_lines, tell, under_way
from sheetsync.errors import UsageError
from sheetsync.languages import _, day_in_table, load_language, moment_in_table
from sheetsync.model import LetterState, StoredLetter
from sheetsync.model.language import capital

if TYPE_CHECKING:
    from sheetsync.daily import Job


@click.group(cls=program.Program)
def outbox() -> None:
    """Show the letters in the ledger; settle what is unknown."""


@outbox.command("list")
@program.plan_options
@click.option("--all", "everything", is_flag=True, help="Also what was sent.")
def list_letters(folder: Path, today: date | None, as_json: bool, everything: bool) -> None:
    """List what waits or did not arrive."""
    from sheetsync.daily.ledger import letters as filed
    from sheetsync.digest.subjects import subject_prefix

    with program.open_job(folder, today) as job:
        known, server, plan = filed(job), job.config.mail_server, job.config.settings.plan
    letters = [letter for letter in known if everything or not letter.state.gone]
    if as_json:
        program.print_json([_letter_data(letter) for letter in letters])
        return
    if not letters:
        click.echo(_nothing_words(known, in_files=server is None))
        return
    header = ("№", _("day"), _("state"), _("to"), _("subject"))
    # It would leave no room for what tells them apart.
    named = subject_prefix(plan.period, load_language(plan.language))
    lines = (_letter_cells(letter, named) for letter in letters)
    click.echo("\n".join(table_lines(header, lines, whole=(0, 1, 2))))


@outbox.command("show")
@click.argument("id_", type=int, metavar="ID")
@program.folder_option
@program.json_option
def show_letter(id_: int, folder: Path, as_json: bool) -> None:
    """Show one letter: its state, the server's reply, its text."""
    with program.open_job(folder, None) as job:
        letter = _letter_by_id(job, id_)
    if as_json:
        program.print_json(_letter_data(letter))
        return
    for name, value in (
        (_("To"), letter.recipient),
        (_("Subject"), letter.subject),
        (_("Day"), day_in_table(letter.day)),
        (_("State"), f"{state_words(letter)}, {moment_in_table(letter.changed)}"),
        (_("Tries"), letter.tries),
        # Once: a server's reply has colons of its own.
        capital(answer_words(letter)).split(": ", 1),
        ("Message-ID", letter.message_id),
    ):
        click.echo(f"{name}: {value}")
    click.echo(f"\n{_plain_text(letter)}" if letter.raw else _("\nThe text is no longer kept."))


@outbox.command("resolve")
@click.argument("id_", type=int, metavar="ID")
@program.folder_option
@program.today_option
@click.option("--sent", "arrived", is_flag=True, help="It arrived.")
@click.option("--resend", is_flag=True, help="It did not: the same letter goes again today.")
@click.option("--mended", is_flag=True, help="It was refused; the mailbox takes letters now.")
def resolve(
    id_: int, folder: Path, today: date | None, arrived: bool, resend: bool, mended: bool
) -> None:
    """Say what became of a letter that nobody knows about, or was refused."""
    from sheetsync.daily.ledger import resolve as store_state

    if arrived + resend + mended != 1:
        raise click.UsageError(_("say either --sent, --resend or --mended"))
    with program.open_job(folder, today, writes=True) as job:
        letter = _letter_by_id(job, id_)
        if mended:
            _mend(job, letter)
            return
        _refuse_other(letter, LetterState.UNKNOWN)
        # A letter counts days from its own: on another one its words would be wrong.
        if resend and (letter.day != job.today or not letter.raw):
            raise UsageError(
                "Letter {id} is gone, or its day is over: the next letter to this "
                "address will say the same.",
                id=id_,
            )
        state = LetterState.SENT if arrived else LetterState.PENDING
        store_state(job, letter, state)
    if arrived:
        tell("Letter {id} counts as sent.", id=id_)
    else:
        tell(
            "Letter {id} goes again with today's next run, or now by sheetsync outbox retry.",
            wrap=True,
            id=id_,
        )


def _mend(job: "Job", letter: StoredLetter) -> None:
    from sheetsync.daily.ledger import mend

    _refuse_other(letter, LetterState.REJECTED)
    mend(job, letter)
    tell("{address} gets letters again, from the next day of letters on.", address=letter.address)


def _refuse_other(letter: StoredLetter, state: LetterState) -> None:
    """Raise UsageError for a letter in another state, about which nothing is to be settled."""
    if letter.state is not state:
        if letter.state is LetterState.UNKNOWN:
            raise UsageError(
                "Whether letter {id} arrived is unknown: say --sent or --resend.", id=letter.id
            )
        states = _(SHORT_STATES[letter.state])
        raise UsageError(
            "Letter {id}: {states}, there is nothing to settle.", id=letter.id, states=states
        )


@outbox.command("retry")
@program.folder_option
@program.today_option
def retry(folder: Path, today: date | None) -> None:
    """Deliver now what waits today."""
    from sheetsync import daily

    with program.open_job(folder, today, writes=True) as job, under_way(_("Sending letters")):
        delivery, problems = daily.retry(job)
    states = Counter(result.state for result in delivery.results)
    if not delivery.results:
        tell("Nothing waits.")
    elif states[LetterState.WRITTEN]:
        tell("Written to files: {states}, no server is named.", states=states[LetterState.WRITTEN])
    else:
        tell("Sent: {states}.", states=states[LetterState.SENT])
    program.fail_for(problems)


def _letter_by_id(job: "Job", id_: int) -> StoredLetter:
    from sheetsync.daily.ledger import letter as letter_of

    letter = letter_of(job, id_)
    if letter is None:
        raise UsageError(
            "There is no letter {id}. “sheetsync outbox list --all” shows the numbers.", id=id_
        )
    return letter


def _nothing_words(known: Sequence[StoredLetter], *, in_files: bool) -> str:
    """Why the list is empty; letters written to files do not count as sent."""
    if not known:
        return _("No letters.")
    written = sum(letter.state is LetterState.WRITTEN for letter in known)
    if written and in_files:
        return _("Nothing waits. Written to files, no server is named: {written}.", written=written)
    if written == len(known):
        return _("Nothing waits, and no letter was sent yet.")
    return _("All letters are sent.")


def _letter_cells(letter: StoredLetter, plan: str) -> tuple[str, str, str, str, str]:
    day, subject = day_in_table(letter.day), letter.subject.removeprefix(plan)
    return str(letter.id), day, _(SHORT_STATES[letter.state]), letter.recipient, subject


def _plain_text(letter: StoredLetter) -> str:
    """The plain part of the message, as its reader sees it."""
    parts = message_from_bytes(letter.raw or b"").walk()
    plain = next(part for part in parts if part.get_content_type() == "text/plain")
    payload = plain.get_payload(decode=True)
    return payload.decode() if isinstance(payload, bytes) else ""


def _letter_data(letter: StoredLetter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "date": letter.day,
        "kind": letter.kind,
        "address": letter.address,
        "to": letter.recipient,
        "scope": letter.scope,
        "state": str(letter.state),
        "subject": letter.subject,
        "message_id": letter.message_id,
        "sha256": letter.sha256,
        "reply": letter.reply,
        "tries": letter.tries,
        "changed": letter.changed,
    }
