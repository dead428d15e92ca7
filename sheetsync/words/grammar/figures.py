"""What a lone token means: numbers, hours and the dates in figures, in all their spellings."""

import re

from sheetsync.words.grammar.tokens import Token, TokenShape
from sheetsync.words.lexicon.calendar import MONTH_NUMBERS
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR, Kind, full_year
from sheetsync.words.lexicon.waiting import SET_STEMS
from sheetsync.words.numerals import month_number

Parts = tuple[int, ...]
_YEARS = range(1900, 2200)
# A cell may hold more digits than int() takes (4300); no number that is read has as many as these.
_MOST_DIGITS = 18


def sense_of_token(token: Token) -> tuple[Kind, int, Parts]:
    """Its kind, value and parts, as they are explained at `Kind`; WORD of what is no figure."""
    digits = "".join(sign if sign.isdecimal() else " " for sign in token.word)
    numbers = tuple(int(number[:_MOST_DIGITS]) for number in digits.split())
    match token.form:
        case TokenShape.NUMBER:
            year = len(token.word) == 4 and numbers[0] in _YEARS
            return (Kind.YEAR if year else Kind.NUMBER), numbers[0], ()
        case TokenShape.NTH:
            return (Kind.YEAR if numbers[0] in _YEARS else Kind.NTH), numbers[0], ()
        case TokenShape.TIME:
            return Kind.TIME, 0, ()
        case TokenShape.SHORT_MONTH:
            month = MONTH_NUMBERS[token.word.split(".")[0]]
            return Kind.MONTH_YEAR, 0, (full_year(numbers[0]), month)
        case TokenShape.ROMAN_MONTH_YEAR:
            return Kind.MONTH_YEAR, 0, (numbers[0], month_number(token.word.split(".")[0]))
        case TokenShape.YEAR_MONTH:
            return Kind.MONTH_YEAR, 0, numbers
        case TokenShape.MONTH_YEAR:
            return Kind.MONTH_YEAR, 0, (numbers[1], numbers[0])
        case TokenShape.WORD | TokenShape.MARK | TokenShape.DOTS:
            known = token.word.startswith(SET_STEMS)
            return (Kind.SET_ELSEWHERE if known else Kind.WORD), 0, ()
    return Kind.DAY_MONTH, 0, _day(token, digits, numbers)


def _day(token: Token, digits: str, numbers: Parts) -> Parts:
    """The year or 0, the month and the day of a date in figures."""
    match token.form:
        case TokenShape.ISO:
            return numbers[:3]  # an hour may follow
        case TokenShape.DAY_MONTH:
            return 0, numbers[1], numbers[0]
        case TokenShape.DAY_SHORT_MONTH:
            month = MONTH_NUMBERS[token.word.split("-")[1].strip()]
            return (_year_of(digits) if len(numbers) > 1 else 0), month, numbers[0]
        case TokenShape.ROMAN_MONTH:
            month = month_number(re.split(r"\W+", token.word)[1])
            return (_year_of(digits) if len(numbers) > 1 else 0), month, numbers[0]
    first, second = numbers[:2]
    if "/" in token.word and first <= MONTHS_IN_YEAR < second:  # "3/31/2026" is American
        first, second = second, first
    return _year_of(digits), second, first


def _year_of(digits: str) -> int:
    """The year at the end: of two digits in this century, "0099" as it is."""
    last = digits.split()[-1]
    return full_year(int(last)) if len(last) == 2 else int(last)
