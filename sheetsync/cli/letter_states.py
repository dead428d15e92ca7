"""What state a letter is in, in words."""

from sheetsync.model import LetterState

STATES = {
    LetterState.PENDING: "ждёт",
    LetterState.SENDING: "отправляется",
    LetterState.DATA: "отправляется",
    LetterState.SENT: "отправлено",
    LetterState.DEFERRED: "отложено",
    LetterState.REJECTED: "не принято",
    LetterState.UNKNOWN: "неизвестно",
    LetterState.EXPIRED: "не ушло",
}
OPEN = tuple(state for state in LetterState if state is not LetterState.SENT)
