"""Whether what is said is of the next month or quarter, or the one before: "следующего за …"."""

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.lexicon.kinds import Kind

_IT = ("ним", "ней")  # "следующего за ним месяца"


def reads_following(cursor: Cursor) -> bool:
    """Reads "следующего", ", следующего за отчетным"; true if what follows is meant."""
    shift, about = _shift(cursor)
    return shift > 0 or (shift < 0 and about)  # "за предыдущий месяц", "предыдущего месяца"


def reads_preceding(cursor: Cursor) -> bool | None:
    """As in ", предшествующего отчётному", which is no "за предыдущим"."""
    shift, about = _shift(cursor)
    return (shift < 0 and not about) or None


def _shift(cursor: Cursor) -> tuple[int, bool]:
    """How many parts on or, below 0, back, and whether "за" was said."""
    since = cursor.at
    shift = cursor.attempt(_shift_of_words) or 0
    return shift, any(word.kind is Kind.FOR for word in cursor.spoken[since : cursor.at])


def _shift_of_words(cursor: Cursor) -> int | None:
    shift = 0
    while cursor.sees(Kind.WHICH, Kind.FOR) or (
        cursor.sees(Kind.COMMA) and cursor.ahead(1).kind is Kind.WHICH
    ):
        lexeme = cursor.take(Kind.WHICH, Kind.FOR, Kind.COMMA)
        shift += lexeme.value if lexeme else 0
        cursor.at += cursor.ahead(-1).kind is Kind.FOR and cursor.ahead().word in _IT
    return shift
