"""What a server's answer means: how far the letter came, and for whose sake it was refused.

RFC 3463 has codes for it, but servers use them freely, so the words of the large providers count
as well. What is refused for our own sake says nothing of the addressee.
"""

import re
from enum import Enum
from typing import NamedTuple

from sheetsync.languages import _
from sheetsync.model import LetterState
from sheetsync.model.frozen import frozen

_CLOSING = 421  # RFC 5321, 3.8: the server closes the connection after it


class Phase(Enum):
    """How far a letter had come: whether the server may have its text."""

    SENDER = "sender"  # MAIL
    RECIPIENT = "recipient"  # RCPT
    TEXT = "text"  # DATA, up to the answer to the final dot
    FILE = "file"  # no server takes part: the letter is written to the disk


class Blame(Enum):
    """Whose the refusal is, and thus what becomes of this letter and of the others."""

    ADDRESSEE = "addressee"  # the mailbox takes no letters
    LETTER = "letter"  # its size or content
    SENDER = "sender"  # nobody gets letters from this sender
    ACCESS = "access"  # the login, or the server's trust in this computer
    LIMIT = "limit"  # no more letters today
    PACE = "pace"  # not so many at once
    LATER = "later"  # nobody's: it asks for another try

    @property
    def ours(self) -> bool:
        """True where another addressee or another text would not have helped."""
        return self in (Blame.SENDER, Blame.ACCESS, Blame.LIMIT, Blame.PACE)


class _Rule(NamedTuple):
    blame: Blame
    pattern: str  # of the whole reply: «550 5.4.5 Daily user sending limit exceeded»
    phases: tuple[Phase, ...] = (Phase.SENDER, Phase.RECIPIENT, Phase.TEXT)


_OURS = r"^(?!\d{3}\s[45]\.2\.[1-4]\b).*"  # not what RFC 3463 says of the addressee's mailbox
_PERIOD = (
    r"(daily|(per|a|in)[ -]?day|24[ -]?h(ou)?rs?|sending|outgoing|submission|сутки|суточн|дневн)"
)
# Compiled at the first reply: most runs get none, and it takes 3 ms.
_FLAGS = re.IGNORECASE | re.VERBOSE
# The first that fits decides.
_RULES = (
    _Rule(Blame.LETTER, r"\b[45]\.3\.4\b | message.{0,30}(\ssize|larger?\b|too\sbig)"),
    _Rule(
        Blame.PACE,
        _OURS + r"\b(hourly | per\s(hour|minute|second) | ratelimit | в\s(час|минуту))\b",
    ),
    _Rule(
        Blame.LIMIT,
        rf"""{_OURS} ( \b[45]\.4\.5\b | \b5\.1\.90\b | \b5\.7\.(232|233|236)\b
            | SubmissionQuota | \b{_PERIOD}.{{0,40}}(limit|quota|лимит)
            | (limit|quota|лимит).{{0,40}}\b{_PERIOD} )""",
    ),
    _Rule(
        Blame.SENDER,
        r"""\b5\.1\.[78]\b | \b5\.7\.60\b | not\sowned\sby | sender\sverif | SendAsDenied
            | sender\s(address\s)?(is\s)?(rejected|refused|denied|invalid|unknown|not)
            (?!.{0,40}\bto\s(this|the)\s(group|recipient|list|address))
            | (from|envelope|mail\sfrom|return[ -]path)\b.{0,40}
            \b(not\s(allowed|permitted|verified|match|authori[sz]ed)|must\s(be|match)|mismatch)
            | (email\saddress|identit(y|ies)).{0,20}\b(is|are)?\s?not\sverified""",
        (Phase.RECIPIENT, Phase.TEXT),
    ),
    _Rule(
        Blame.LATER,  # greylisting, and what is wrong with the addressee for the time being
        r"^4\d\d\s (4\.2\.\d | .*gr[ae]y-?list)",
    ),
    _Rule(
        Blame.ADDRESSEE,
        r"""\b5\.1\.[0-6]\b | \b5\.2\.\d\b
            | (user|recipient)\s(address\s)?(is\s)?(unknown|rejected) | unknown\s(user|recipient)
            | no\ssuch | does\s?n[o']t\sexist | mailbox""",
        (Phase.RECIPIENT, Phase.TEXT),
    ),
    _Rule(
        Blame.ACCESS,
        r"""^(530|534|535|538|454)\b | \b5\.7\.(8|9|14|25|26|27|57|64)\b | authenticat
            | log(ged)?\s?in\b | relay | black\s?list | block\s?list | spamhaus | \bDNSBL | \bRBL\b
            | \bSPF\b | DMARC | DKIM | reverse\sDNS | \bPTR\b | reputation | suspended""",
    ),
    _Rule(Blame.SENDER, r"^5", (Phase.SENDER,)),
    _Rule(Blame.LETTER, r"^5", (Phase.TEXT,)),
    _Rule(Blame.ADDRESSEE, r"^5"),
    _Rule(
        Blame.PACE,
        _OURS + r"( \b4\.7\.(28|500)\b | \brate\b | too\s(many|fast) | thrott | unusual | flood )",
    ),
)


def blame(reply: str, phase: Phase = Phase.RECIPIENT) -> Blame:
    """For whose sake a reply such as «550 5.1.1 no such user» refuses; 4xx at least ask to wait."""
    for rule in _RULES:
        if phase in rule.phases and re.search(rule.pattern, reply, _FLAGS):
            return rule.blame
    return Blame.LATER


@frozen
class Reply:
    """A server's reply; `code` is None if the connection broke without one."""

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
            return LetterState.DEFERRED
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


def stop_words(whose: Blame | None, reply: str, *, waiting: int) -> str:
    """The sentence for a refusal for our own sake: what is wrong, and what to do."""
    said, waits = f"({reply})", _("Letters that wait: {waiting}.", waiting=waiting)
    match whose:
        case Blame.SENDER:
            return _(
                "The mail server refuses the sender's address {said}. Check [mail] sender: "
                "it has to be the mailbox by whose name the program logs in. {waits}",
                said=said,
                waits=waits,
            )
        case Blame.ACCESS:
            return _(
                "The mail server lets no letters go {said}. It is not about the addressees: "
                "check [mail] login, password and server. {waits}",
                said=said,
                waits=waits,
            )
        case Blame.LIMIT:
            return _(
                "The mail server takes no more letters today: its limit is reached {said}. "
                "{waits} The letters of the next day say the same.",
                said=said,
                waits=waits,
            )
        case _:
            return _(
                "The mail server asks for fewer letters at a time {said}. {waits} They go "
                "with the next run or by “sheetsync outbox retry”.",
                said=said,
                waits=waits,
            )
