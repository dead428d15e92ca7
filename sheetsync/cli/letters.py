"""Letters and what became of them, in the terminal and as JSON."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.program import warn
from sheetsync.cli.terminal import tell, wrapped
from sheetsync.languages import _, active
from sheetsync.model import (
    LETTER_STATES,
    AlertKind,
    Decision,
    Digest,
    Hold,
    Item,
    LetterState,
    PlanPeriod,
    Role,
    StoredLetter,
)
from sheetsync.model.language import marked
from sheetsync.words.occurrence_names import occurrence_said

if TYPE_CHECKING:
    from sheetsync.daily.job import Job
    from sheetsync.mail.preview import ComposedLetter

# In a column of a list, or beside a count.
SHORT_STATES = {
    LetterState.PENDING: marked("waiting"),
    LetterState.SENDING: marked("being sent"),
    LetterState.DATA: marked("being sent"),
    LetterState.SENT: marked("sent"),
    LetterState.DEFERRED: marked("deferred"),
    LetterState.REJECTED: marked("refused"),
    LetterState.UNKNOWN: marked("unknown"),
    LetterState.EXPIRED: marked("did not go"),
    LetterState.WRITTEN: marked("written"),
}
# What was done by an earlier run of the day.
EARLIER = {LetterState.SENT: "sent earlier", LetterState.WRITTEN: "written earlier"}
RESULTS: dict[str, str] = {
    LetterState.SENT: marked("sent"),
    "sent earlier": marked("sent earlier"),
    LetterState.WRITTEN: marked("written"),
    "written earlier": marked("written earlier"),
    LetterState.PENDING: marked("not sent yet"),
    LetterState.SENDING: marked("not sent yet"),
    LetterState.DEFERRED: marked("deferred"),
    LetterState.DATA: marked("unknown whether arrived"),
    LetterState.UNKNOWN: marked("unknown whether arrived"),
    LetterState.REJECTED: marked("refused"),
    LetterState.EXPIRED: marked("not sent in time"),
}


def letter_data(digest: Digest, job: "Job") -> dict[str, Any]:
    """One letter of the job's plan as plain data; `items` are what it shows, in its order.

    Here and in all other data `address` is whom a letter is for, `to` the mailbox it goes to.
    `stage` is an item's current one, for who leads it, and `new` says that it is told now.
    """
    digest_items = [
        {
            **_item_data(digest_item.item),
            "stage": digest_item.stage or None,
            "new": digest_item.new,
            "role": str(digest_item.role),
        }
        for digest_item in digest.items()
    ]
    alerts = [
        {
            **_item_data(alert.item),
            "stage": alert.notification.stage if alert.kind is AlertKind.ESCALATED else None,
            "new": alert.new,
            "role": str(Role.COORDINATOR),
            # Other programs read it: the key keeps the name that alerts had at first.
            "notice": str(alert.kind),
        }
        for alert in digest.alerts
        if alert.item
    ]
    return {
        "date": digest.today,
        "kind": digest.kind,
        "departments": list(digest.departments),
        "address": digest.address,
        "to": job.recipient_of(digest.address),
        "trigger": digest.trigger,
        "items": [*digest_items, *alerts],
    }


def hold_data(hold: Hold) -> dict[str, Any]:
    """Why a stage is not told today, as plain data."""
    return {
        "address": hold.address,
        "number": hold.number,
        "occurrence": occurrence_said(hold.notification.what, active()),
        "stage": hold.notification.stage,
        "due": hold.notification.due,
        "reason": hold.reason,
    }


def warn_if_too_late(decision: Decision, period: PlanPeriod) -> None:
    """Warn that the plan was over before its first run, if letters are held for that reason."""
    if any(hold.reason == "too late" for hold in decision.holds):
        words = _(
            "The plan of {year} ended on {day}: those responsible get no letters about it. If its "
            "period is wrong, correct it in sheetsync.toml, section [plan]. To write to them all "
            "the same: sheetsync run --accept.",
            year=period.label,
            day=active().day(period.ends),
        )
        warn(words)


def no_letters_note(words: str, *, shown: bool) -> str:
    """`words`, the reason why no letters go today, and whether those of another day are `shown`."""
    return _("{words} Its letters are shown.", words=words) if words and shown else words


def print_letters(
    letters: Sequence["ComposedLetter"], digests: Iterable[Digest], *, instead: str
) -> None:
    """A paragraph a letter: to whom, the subject; first, why they are those of another day."""
    if instead:
        click.echo(wrapped(instead))
    served = {digest.address: digest.departments for digest in digests}
    for letter in letters:
        names = ", ".join(served.get(letter.address, ()))
        click.echo(wrapped(f"{letter.address}  ({names})" if names else letter.address))
        click.echo(wrapped(f"    {letter.rendered.subject}"))
    if not letters:
        day = _("on that day") if instead else _("today")
        tell("No letters: there is nothing to write about {day}.", day=day)


def state_words(letter: StoredLetter) -> str:
    """The state of a letter; of a trial, for whom it was."""
    if letter.state is LetterState.WRITTEN:
        return _(LETTER_STATES[letter.state])
    if letter.recipient != letter.address and letter.state is LetterState.SENT:
        return _("trial in place of {address}", address=letter.address)
    return _(SHORT_STATES[letter.state])


def answer_words(letter: StoredLetter) -> str:
    """The server's reply, or the name of the file that holds the letter."""
    if letter.state is LetterState.WRITTEN:
        return _("file: {reply}", reply=letter.reply)
    return _("server's reply: {reply}", reply=letter.reply or _("none"))


def _item_data(item: Item) -> dict[str, Any]:
    return {
        "number": item.measure.number,
        "occurrence": occurrence_said(item.what, active()),
        "state": str(item.state),
        "due": item.due,
        "late": item.late_days,
    }
