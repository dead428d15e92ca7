"""The proof of one measure in the terminal and as JSON."""

from typing import Any

import click

from sheetsync.cli.letters import answer_words, state_words
from sheetsync.cli.terminal import wrapped
from sheetsync.daily.proof import Proof
from sheetsync.languages import _, active, ngettext
from sheetsync.model import sheet_row
from sheetsync.words.deadline_explained import explain_deadline
from sheetsync.words.terms import clip


def print_proof(found: Proof) -> None:
    """How it was read, then a paragraph a letter."""
    line = found.line
    click.echo(wrapped(_("no. {number}  {clip}", number=line.number, clip=clip(line.measure, 160))))
    click.echo(_("Deadline “{text}”", text=found.deadline.text))
    click.echo(wrapped(f"    {explain_deadline(found.deadline, active())}"))
    count = len(found.letters)
    if not count:
        click.echo(_("There were no letters about this measure."))
        return
    click.echo(ngettext("{n} letter:", "{n} letters:", count))
    for letter, told in found.letters:
        # Once each: a letter may tell several dates of a measure, all in one stage.
        stages = ", ".join(dict.fromkeys(notification.stage for notification in told))
        when = f"{letter.changed:%d.%m.%Y %H:%M}"
        click.echo(wrapped(f"{when}  {letter.to}  {state_words(letter)}  ({stages})"))
        click.echo(f"    {letter.message_id}")
        click.echo(wrapped(f"    {answer_words(letter)}"))


def proof_data(found: Proof) -> dict[str, Any]:
    """The proof as plain data."""
    line, deadline = found.line, found.deadline
    return {
        "row": sheet_row(line.row),
        "number": line.number,
        "measure": line.measure,
        "deadline": {
            "text": deadline.text,
            "kind": str(deadline.kind),
            "due": deadline.due,
            "rule": deadline.rule,
            "explanation": explain_deadline(deadline, active()),
        },
        "letters": [
            {
                "date": letter.day,
                "kind": str(letter.kind),
                "to": letter.to,
                "state": str(letter.state),
                "scope": letter.scope,
                "message_id": letter.message_id,
                "reply": letter.reply,
                "changed": letter.changed,
                "stages": [notification.stage for notification in told],
            }
            for letter, told in found.letters
        ],
    }
