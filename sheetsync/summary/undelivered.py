"""Which letters did not arrive, so that nobody takes silence for consent."""

from collections.abc import Iterator

from sheetsync.model import Filed, LetterState, Row
from sheetsync.summary.layout import Column, heading, table
from sheetsync.words.terms import clip, day_short

_STATES = {
    LetterState.PENDING: "ещё не отправлено",
    LetterState.SENDING: "ещё не отправлено",
    LetterState.DATA: "неизвестно, дошло ли",
    LetterState.DEFERRED: "сервер просит повторить позже",
    LetterState.REJECTED: "сервер не принял",
    LetterState.UNKNOWN: "неизвестно, дошло ли",
    LetterState.EXPIRED: "не ушло в свой день",
    LetterState.WRITTEN: "записано в файл, никому не послано",
}
_COLUMNS = (
    Column(header="День", span=4),
    Column(header="Кому", span=9),
    Column(header="Что случилось", span=17),
)


def undelivered(letters: tuple[Filed, ...]) -> Iterator[Row]:
    """The block of rows, the newest letter first; none where all arrived."""
    if not letters:
        return
    yield from heading(f"Письма не доставлены: {len(letters)}")
    newest_first = sorted(letters, key=lambda letter: (letter.day, letter.id), reverse=True)
    yield from table(_COLUMNS, (_line(letter) for letter in newest_first))


def _line(letter: Filed) -> tuple[str, str, str]:
    what = _STATES[letter.state]
    reply = f": {clip(letter.reply, 120)}" if letter.reply else ""
    return day_short(letter.day), letter.to, f"{what}{reply}"
