"""Codes of works below columns of months, «ТО», «К», and the legend that tells them."""

from collections.abc import Iterable

from sheetsync.words.cleaning import fold, in_cyrillic
from sheetsync.words.numerals import is_roman
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import reads_as_time

# Of three letters or more it may as well be a party, «УМЦ», which only a legend can rule out.
_CODE = pattern(r"[A-ZА-ЯЁ]{1,2}\d?|[A-ZА-ЯЁ]{1,3}-\d")
_BETWEEN = pattern(r"\s?[,;/+]\s?")
_ENTRY = pattern(r"(?<![\w-])([A-ZА-ЯЁ]{1,5}(?:-?\d)?)[»\"]?\s*[-–—=:]\s*([а-яёa-z][^,;.]*)")
_TITLE = pattern(r"(?:условные )?обозначения\b|(?:legend|key):?$")
# What a legend says of a month in which nothing is to be done.
_RESTS = pattern(
    r"не\b|нет\b|без\b|резерв|консервац|простой|простаив|выходн|отпуск|\bno\b|idle|spare"
)


def codes_in(text: str) -> tuple[str, ...]:
    """The codes that a cell lists, in one alphabet; what they are its table tells."""
    return tuple(in_cyrillic(one) for one in _BETWEEN.split(text))


def is_code(text: str) -> bool:
    """A code by its looks, though nobody explains it: no time, no numeral, no party."""
    parts = _BETWEEN.split(text)
    return all(_CODE.fullmatch(one) and not is_roman(fold(one)) for one in parts) and not (
        reads_as_time(text)
    )


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """By code what these lines say that it is, as in «ТО – техническое обслуживание»."""
    return {in_cyrillic(entry[1]): entry[2] for text in texts for entry in _ENTRY.finditer(text)}


def is_legend(text: str) -> bool:
    """A line that explains codes, or the title of such lines."""
    return bool(_TITLE.match(fold(text)) or legend_of((text,)))


def tells_work(meaning: str) -> bool:
    """What a legend says of a code is something to do, unlike «резерв»."""
    return not _RESTS.search(fold(meaning))
