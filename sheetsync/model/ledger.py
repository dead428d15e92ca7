"""What was written to whom, and what became of it: the ledger's view of a letter."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final, NamedTuple

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked


class LetterState(StrEnum):
    """How far a letter came.

    `data` from its turn to the server's last answer: a run that dies there leaves it open whether
    the letter arrived. `sending` was a first part of that to older versions of the program.
    """

    PENDING = "pending"
    SENDING = "sending"
    DATA = "data"
    SENT = "sent"
    DEFERRED = "deferred"  # the server asked for another try
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    EXPIRED = "expired"  # its day ended before it went
    WRITTEN = "written"  # into a file, because no server is named: nobody was sent anything

    @property
    def gone(self) -> bool:
        """True where it went where letters go: to a server, or into a file."""
        return self in GONE

    @property
    def unsettled(self) -> bool:
        """True where there is still something to do about it."""
        return self in UNSETTLED

    @property
    def lost(self) -> bool:
        """True where it surely did not arrive, and will not."""
        return self in _LOST

    @property
    def failed(self) -> bool:
        """True where it was lost, or nobody knows whether it arrived."""
        return self.lost or self is LetterState.UNKNOWN

    @property
    def taken(self) -> bool:
        """True where it counts against the limit of the day."""
        return self in TAKEN

    def settled(self, *, late: bool) -> "LetterState":
        """What it means once nobody is at work; `late` where the letter's day is over."""
        if self is LetterState.DATA:
            return LetterState.UNKNOWN
        if late and self.unsettled:
            return LetterState.EXPIRED
        return LetterState.PENDING if self is LetterState.SENDING else self


GONE: Final = (LetterState.SENT, LetterState.WRITTEN)
TAKEN: Final = (LetterState.DATA, LetterState.SENT, LetterState.UNKNOWN)
"""The server has the letter, or may have it."""
YET_TO_GO: Final = (LetterState.PENDING, LetterState.SENDING, LetterState.DEFERRED)
"""Nobody has it, and it may still go."""
UNSETTLED: Final = (*YET_TO_GO, LetterState.DATA)
_LOST = (LetterState.REJECTED, LetterState.EXPIRED)


LETTER_STATES: Final = {
    LetterState.SENT: marked("sent"),
    LetterState.PENDING: marked("not sent yet"),
    LetterState.SENDING: marked("not sent yet"),
    LetterState.DATA: marked("delivery not confirmed"),
    LetterState.DEFERRED: marked("the server asks for another try"),
    LetterState.REJECTED: marked("the server refused it"),
    LetterState.UNKNOWN: marked("delivery not confirmed"),
    LetterState.EXPIRED: marked("the letter did not go out on its day"),
    LetterState.WRITTEN: marked("written into a file, sent to nobody"),
}
"""What became of a letter, in words; for the catalogues."""


class Notification(NamedTuple):
    """One stage of one item told to one department (`help policy`: Letters).

    `identity` is the measure's (0 where it is about none), `what` its occurrence. What the
    coordinator and the chair are told is kept in the same way, under stages of its own.
    """

    identity: int
    what: str
    department: str
    due: date | None
    stage: str

    @classmethod
    def sign(cls, name: str) -> "Notification":
        """What remembers that a letter went on an occasion of that name, about no measure."""
        return cls(0, "", "", None, name)


_KEPT_BACK = "kept-back"


def kept_back(identity: int, snapshot: int) -> Notification:
    """A sign that a letter kept the news of a measure back; they count from that snapshot on."""
    # About no measure: it is nothing that was told of one.
    return Notification(0, f"{identity} {snapshot}", "", None, _KEPT_BACK)


@frozen
class PastLetter:
    """A letter of the ledger as the policy needs it.

    `kind` is a name of `digest.letter_kinds`. `address` is whom it was for, `snapshot` the serial
    of the snapshot it was composed from.
    """

    day: date
    kind: str
    address: str
    state: LetterState
    snapshot: int = 0
    notifications: tuple[Notification, ...] = ()

    def kept_back(self) -> dict[int, int]:
        """By identity the snapshot since which news of a measure are still to be told."""
        signs = (n.what.split() for n in self.notifications if n.stage == _KEPT_BACK)
        return {int(identity): int(snapshot) for identity, snapshot in signs}


@frozen
class OutgoingLetter:
    """A letter as it is put into the ledger, ready to be sent.

    `address` is whom it is for, `recipient` the mailbox it goes to: another one only in a trial.
    `scope` is "" for letters that are really sent; rehearsals have scopes of their own. `raw` are
    the bytes of the whole message.
    """

    day: date
    kind: str
    address: str
    recipient: str
    scope: str
    trigger: str
    subject: str
    message_id: str
    raw: bytes
    notifications: tuple[Notification, ...]


@frozen
class StoredLetter(PastLetter):
    """A letter as it lies in the ledger; `raw` is None once its bytes are no longer kept.

    `reply` is what the server said last, `tries` how often it was tried, `changed` when its state
    became what it is.
    """

    id: int
    recipient: str
    changed: datetime
    scope: str = ""
    trigger: str = ""
    subject: str = ""
    message_id: str = ""
    sha256: str = ""  # of the bytes, in hexadecimal
    reply: str = ""
    tries: int = 0
    raw: bytes | None = None
