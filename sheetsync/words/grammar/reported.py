"""Of what something is done each time, and of which day the figures are that are handed in."""

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.remarks import Remark
from sheetsync.words.lexicon.beside import tells_another_time
from sheetsync.words.lexicon.kinds import NUMERALS, Kind, Unit


def read_each(cursor: Cursor) -> Remark | None:
    """As in "1 раз в квартал по каждому участку": of what, not when."""
    often = any(each.kind in (Kind.FREQUENCY, Kind.TIMES) for each in cursor.spoken[: cursor.at])
    if not often or cursor.ahead().word != "по" or cursor.ahead(1).kind is not Kind.EVERY:
        return None
    cursor.at += 2
    since = cursor.at
    cursor.skip(Kind.WORD)
    told = any(tells_another_time(each.word) for each in cursor.spoken[since : cursor.at])
    ended = cursor.ended or cursor.sees(Kind.COMMA, Kind.SEMICOLON, Kind.CLOSE)
    return Remark() if cursor.at > since and ended and not told else None


def read_as_of(cursor: Cursor) -> Remark | None:
    """As in "ежемесячно по состоянию на первое число": the day of the figures, due in each month.

    What is due by quarters may be due in the month behind: the figures are of its first day.
    """
    often = {each.value for each in cursor.spoken[: cursor.at] if each.kind is Kind.FREQUENCY}
    monthly = often == {Unit.MONTH}
    state = cursor.ahead().word == "по" and cursor.ahead(1).word == "состоянию"
    if not monthly or not state or cursor.ahead(2).word != "на":
        return None
    cursor.at += 3
    day = cursor.take(*NUMERALS)
    return (
        Remark(hedges=True) if day and day.value == 1 and cursor.take(Kind.DAY_OF_MONTH) else None
    )
