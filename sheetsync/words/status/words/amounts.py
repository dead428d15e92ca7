"""Amounts of money, weight, length and time: «2 млн рублей», «900 кг», «три тысячи»."""

import re
from collections.abc import Iterator

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.counts import NUMBER, THOUSANDS, number_of

_SCALES = {r"тыс(?:яч[аиу]?)?\b\.?|k\b": 1_000, r"млн\b\.?|миллион\w*|m\b": 1_000_000}
# Each with what it is of, and how many of the smallest unit it holds.
_UNITS = {
    r"руб(?:л[яьей]+)?\b\.?|р\b\.?|₽": ("money", 1),
    r"тонн[аыу]?\b|т\b": ("weight", 1_000_000),
    r"ц\b|центнер\w*": ("weight", 100_000),
    r"кг\b|килограмм\w*": ("weight", 1_000),
    r"г\b|грамм\w*": ("weight", 1),
    r"км\b|километр\w*": ("length", 1_000),
    r"м\b|метр\w*|п\.? ?м\b": ("length", 1),
    r"час(?:а|ов)?\b|ч\b": ("time", 60),
    r"мин(?:ут[аы]?)?\b": ("time", 1),
}
_AMOUNT = pattern(
    rf"(?<![\d.,/№:-])(?<!\bза )(?<!сумму )\b(?:(?P<number>\d+(?:[.,]\d+)?|{NUMBER}) ?)?"
    rf"(?P<scale>{'|'.join(_SCALES)})?(?: ?(?P<unit>{'|'.join(_UNITS)}))?"
)


@frozen_positional
class Amount:
    """So much, in the smallest unit of what it is `of`, which is "" where no unit is named."""

    much: float
    of: str


def amounts_in(words: str) -> Iterator[Amount]:
    """The amounts in folded words that name a unit or a scale."""
    for found in _AMOUNT.finditer(THOUSANDS.sub("", words)):
        if not (found["scale"] or (found["number"] and found["unit"])):
            continue
        number = number_of(found["number"]) if found["number"] else 1
        scales = (value for form, value in _SCALES.items() if _is(form, found["scale"]))
        units = (value for form, value in _UNITS.items() if _is(form, found["unit"]))
        of, unit = next(units, ("", 1))
        yield Amount(much=number * next(scales, 1) * unit, of=of)


def _is(form: str, written: str | None) -> bool:
    return written is not None and re.fullmatch(form, written) is not None
