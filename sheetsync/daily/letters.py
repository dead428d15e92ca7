"""The letters of a day: each worded, rendered, and made into the bytes that the ledger keeps.

Its imports wait in the functions: a day without letters needs none of those 25 modules.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from sheetsync.daily.job import Job
from sheetsync.errors import DeliveryError
from sheetsync.history.history import History
from sheetsync.languages import load_language
from sheetsync.model import Digest, Letter, OutgoingLetter, Plan
from sheetsync.model.frozen import frozen
from sheetsync.resources import data_path
from sheetsync.summary.chair import KEY as SUMMARY

if TYPE_CHECKING:
    from sheetsync.digest.render_context import Letterhead
    from sheetsync.mail.message import Addressing
    from sheetsync.mail.preview import ComposedLetter
    from sheetsync.mail.render import Renderer


@frozen
class Mail:
    """The letters of a day, and the errors that kept others from being composed."""

    letters: "tuple[ComposedLetter, ...]"
    errors: tuple[DeliveryError, ...] = ()

    def outgoing(self) -> tuple[OutgoingLetter, ...]:
        """The letters as the ledger takes them."""
        return tuple(each.outgoing for each in self.letters)


def compose(job: Job, plan: Plan, digests: Iterable[Digest], history: History) -> Mail:
    """The letters in the order of their digests; one that cannot be written stops no other."""
    letters: list[ComposedLetter] = []
    errors: list[DeliveryError] = []
    for digest in digests:
        try:
            letters.append(_composed(job, plan, digest, history))
        except Exception as error:  # noqa: BLE001 - one letter never stops the others
            errors.append(
                DeliveryError(
                    "The letter to {address} could not be composed: {error!r}.",
                    address=digest.address,
                    error=error,
                )
            )
    return Mail(letters=tuple(letters), errors=tuple(errors))


def _composed(job: Job, plan: Plan, digest: Digest, history: History) -> "ComposedLetter":
    from sheetsync.mail.message import as_calendar, build_message
    from sheetsync.mail.preview import ComposedLetter

    letter = _worded(job, plan, digest, history)
    rendered = _renderer(job.config.settings.plan.language).render(letter)
    addressing = _addressing(job, digest, token=history.token)
    calendars = (as_calendar(letter.calendar, addressing),) if letter.calendar else ()
    outgoing = OutgoingLetter(
        day=digest.today,
        kind=digest.kind,
        address=digest.address,
        recipient=addressing.recipient,
        scope=job.scope,
        trigger=digest.trigger,
        subject=rendered.subject,
        message_id=addressing.message_id,
        raw=build_message(rendered, addressing, calendars=calendars),
        notifications=(*digest.notifications, *digest.named),
    )
    return ComposedLetter(rendered=rendered, outgoing=outgoing)


def _worded(job: Job, plan: Plan, digest: Digest, history: History) -> Letter:
    from sheetsync.digest.letter_words import for_trial, in_words

    language = load_language(job.config.settings.plan.language)
    letter = in_words(digest, plan, _letterhead(job, plan, history), language)
    return for_trial(letter, language) if job.redirected else letter


def _letterhead(job: Job, plan: Plan, history: History) -> "Letterhead":
    from sheetsync.digest.render_context import Letterhead

    settings, workbook = job.config.settings, job.workbook
    return Letterhead(
        coordinator=settings.coordinator.name,
        address=settings.coordinator.address,
        organisation=settings.organisation.name,
        # Before its first run the program knows of no change.
        began=history.began(job.today),
        cell_link=workbook.link,
        table_url=workbook.link("", plan_tab=plan.tab) or settings.plan.link,
        summary_url=workbook.tab_link(SUMMARY),
    )


@cache
def _renderer(language: str) -> "Renderer":
    from sheetsync.mail.render import Renderer

    return Renderer(data_path("templates", "email"), load_language(language))


def _addressing(job: Job, digest: Digest, *, token: str) -> "Addressing":
    from sheetsync.mail.message import Addressing

    settings = job.config.settings
    # A name beside the address only where it is the reader's: several share a mailbox, and in a
    # trial the letter goes to somebody else.
    (name,) = digest.departments if len(digest.departments) == 1 and not job.redirected else ("",)
    return Addressing(
        sender=settings.mail.sender,
        reply_to=settings.coordinator.address,
        recipient=job.recipient_of(digest.address),
        name=name,
        address=digest.address,
        kind=digest.kind,
        scope=job.scope,
        plan=token,
        year=settings.plan.year,
        sent=job.now,
    )
