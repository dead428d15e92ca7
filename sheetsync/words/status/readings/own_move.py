"""Marks of a measure that is a move or a cancellation itself: «Перенесли» of «Перенос»."""

from sheetsync.words.pattern import pattern
from sheetsync.words.status.readings.measure_deed import leading_deed
from sheetsync.words.status.roots import have_one_root
from sheetsync.words.status.rules import Sign
from sheetsync.words.status.statements import Statement

_DONE = pattern(
    r"\b(?:перенес(?:ен[аы]?|л[аи]?)|(?:отмен|исключ)(?:ен[аы]?|ил[аи]?)|продл(?:ен[аы]?|ил[аи]?))\b"
)
_ON = frozenset({"на", "до", "к"})


def is_own_move(said: Statement, measure: str) -> bool:
    """Whether what a folded measure is to move, cancel or prolong has been.

    «Перенесён на июнь» moves the measure instead.
    """
    if said.sign not in (Sign.POSTPONED, Sign.CANCELLED):
        return False
    done = _DONE.search(said.words)
    if done is None or not have_one_root(done[0], leading_deed(measure)):
        return False
    prolonged = done[0].startswith("продл")  # «до 2031» is what it holds until
    return prolonged or not any(day.before in _ON for day in said.days)
