"""Letters in the terminal and as JSON."""

from collections.abc import Sequence
from typing import Any

import click

from sheetsync.model import Item, Letter, Topic


def letter_data(letter: Letter) -> dict[str, Any]:
    """One letter as plain data; `items` are what it shows, in its order."""
    digest = letter.digest
    return {
        "date": digest.today,
        "kind": "digest",
        "departments": list(digest.departments),
        "to": digest.address,
        "subject": letter.subject,
        "items": [_item(i, topic) for topic, items in digest.topics.items() for i in items],
    }


def print_letters(letters: Sequence[Letter]) -> None:
    """A paragraph a letter: to whom, the subject."""
    for letter in letters:
        click.echo(f"{letter.digest.address}  ({', '.join(letter.digest.departments)})")
        click.echo(f"    {letter.subject}")
    if not letters:
        click.echo("Писем нет: у тех, у кого есть почта, ничего не просрочено и сроки не подходят.")


def _item(item: Item, topic: Topic) -> dict[str, Any]:
    return {
        "number": item.measure.number,
        "occurrence": item.what,
        "state": str(item.state),
        "due": item.due,
        "late": item.late_days,
        "role": "helper" if topic is Topic.HELPING else "lead",
    }
