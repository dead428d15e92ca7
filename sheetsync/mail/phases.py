"""What a server's answer means for a letter, by how far the letter had come."""

from sheetsync.mail.refusals import Blame, Phase, blame
from sheetsync.model import LetterState
from sheetsync.model.frozen import frozen

__all__ = ["Phase", "Reply"]

_CLOSING = 421  # RFC 5321, 3.8: the server closes the connection after it


@frozen
class Reply:
    """What a server said, or that it said nothing: then `code` is None and the connection gone."""

    phase: Phase
    code: int | None
    words: str

    @property
    def good(self) -> bool:
        """Whether the letter may go on to its next phase, or was taken."""
        return self.code is not None and 200 <= self.code < 300

    @property
    def blame(self) -> Blame | None:
        """For whose sake the server refused, None where it did not."""
        if self.code is None or not 400 <= self.code < 600 or self.phase is Phase.FILE:
            return None
        return blame(self.reply, self.phase)

    @property
    def state(self) -> LetterState:
        """What becomes of the letter; the good answer to its text is the one that ends it well.

        What is refused for our own sake waits, for the addressee would have taken it.
        Where a connection broke while the server was given the text, nobody knows whether it has
        it (RFC 1047).
        """
        if self.code is not None and 500 <= self.code < 600:
            ours = self.blame is not None and self.blame.ours
            return LetterState.DEFERRED if ours else LetterState.REJECTED
        if self.code is not None and 400 <= self.code < 500:
            return LetterState.DEFERRED
        if self.phase in (Phase.SENDER, Phase.RECIPIENT):
            return LetterState.SENDING if self.good else LetterState.DEFERRED
        if self.phase is Phase.FILE:
            return LetterState.WRITTEN
        return LetterState.SENT if self.good else LetterState.UNKNOWN

    @property
    def to_sender(self) -> bool:
        """Whether it answers who we are, before any addressee was named."""
        return self.phase is Phase.SENDER

    @property
    def lost(self) -> bool:
        """Whether the connection broke under it."""
        return self.code is None

    @property
    def closing(self) -> bool:
        """Whether the server wants no more letters now."""
        return self.code == _CLOSING

    @property
    def reply(self) -> str:
        """The answer as the ledger keeps it: with the server's code, where a server gave one."""
        silent = self.code is None or self.phase is Phase.FILE
        return self.words if silent else f"{self.code} {self.words}"
