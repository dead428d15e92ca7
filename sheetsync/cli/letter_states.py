"""What became of a letter, in words."""

from sheetsync.model import Filed, LetterState

STATES = {
    LetterState.PENDING: "ждёт",
    LetterState.SENDING: "отправляется",
    LetterState.DATA: "отправляется",
    LetterState.SENT: "отправлено",
    LetterState.DEFERRED: "отложено",
    LetterState.REJECTED: "не принято",
    LetterState.UNKNOWN: "неизвестно",
    LetterState.EXPIRED: "не ушло",
    LetterState.WRITTEN: "записано",
}
_SETTLED = (LetterState.SENT, LetterState.WRITTEN)
OPEN = tuple(state for state in LetterState if state not in _SETTLED)


def state_words(letter: Filed) -> str:
    """The state, and where the letter was a rehearsal, that its addressee got nothing."""
    if letter.state is LetterState.WRITTEN:
        return "записано в файл, никому не послано"
    trial = letter.to != letter.address and letter.state is LetterState.SENT
    return f"проба вместо {letter.address}" if trial else STATES[letter.state]


def answer_words(letter: Filed) -> str:
    """What the server said, or the file that the letter is in."""
    if letter.state is LetterState.WRITTEN:
        return f"файл: {letter.reply}"
    return f"ответ сервера: {letter.reply or 'нет'}"
