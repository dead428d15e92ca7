"""What became of a letter, in words."""

from sheetsync.languages import _
from sheetsync.model import LetterState, StoredLetter
from sheetsync.model.language import marked

STATES = {
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
    LetterState.PENDING: marked("waiting"),
    LetterState.SENDING: marked("waiting"),
    LetterState.DEFERRED: marked("deferred"),
    LetterState.DATA: marked("unknown whether arrived"),
    LetterState.UNKNOWN: marked("unknown whether arrived"),
    LetterState.REJECTED: marked("refused"),
    LetterState.EXPIRED: marked("not sent in time"),
}
_SETTLED = (LetterState.SENT, LetterState.WRITTEN)
OPEN = tuple(state for state in LetterState if state not in _SETTLED)


def state_words(letter: StoredLetter) -> str:
    """The state, and where the letter was a rehearsal, that its addressee got nothing."""
    if letter.state is LetterState.WRITTEN:
        return _("written to a file, sent to nobody")
    trial = letter.to != letter.address and letter.state is LetterState.SENT
    return (
        _("trial in place of {address}", address=letter.address)
        if trial
        else _(STATES[letter.state])
    )


def answer_words(letter: StoredLetter) -> str:
    """What the server said, or the file that the letter is in."""
    if letter.state is LetterState.WRITTEN:
        return _("file: {reply}", reply=letter.reply)
    return _("server's reply: {reply}", reply=letter.reply or _("none"))
