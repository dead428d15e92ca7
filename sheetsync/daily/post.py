"""The letters of a day, ready to go."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheetsync.daily.job import Job
from sheetsync.errors import DeliveryError
from sheetsync.history.history import History
from sheetsync.languages import _
from sheetsync.model import Digest, OutgoingLetter, Plan
from sheetsync.model.frozen import frozen

if TYPE_CHECKING:
    from sheetsync.mail.preview import Preview


@frozen
class Mail:
    """The letters of a day ready to go, and what kept others from being written."""

    letters: "tuple[Preview, ...]"
    posted: tuple[OutgoingLetter, ...]
    errors: tuple[DeliveryError, ...] = ()


def compose(job: Job, plan: Plan, digests: Iterable[Digest], history: History) -> Mail:
    """The letters in the order of their digests; one that cannot be written stops no other."""
    letters: list[Preview] = []
    posted: list[OutgoingLetter] = []
    errors: list[DeliveryError] = []
    for digest in digests:
        # Here, as it brings 25 modules that a day without letters needs none of.
        from sheetsync.daily.composing import compose_letter

        try:
            letter, sent = compose_letter(job, plan, digest, history)
        except Exception as error:  # noqa: BLE001 - one letter never stops the others
            errors.append(
                DeliveryError(
                    _(
                        "The letter to {address} could not be composed: {error!r}.",
                        address=digest.address,
                        error=error,
                    )
                )
            )
        else:
            letters.append(letter)
            posted.append(sent)
    return Mail(letters=tuple(letters), posted=tuple(posted), errors=tuple(errors))
