"""Roman numbers as plans write them, be it in letters that look alike, and years in short."""

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern

ROMAN_TO_TWELVE = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""Of months and of headings that count."""
ROMAN = ROMAN_TO_TWELVE[:4]
"""Of quarters and halves, as we write them."""
UP_TO_FOUR, UP_TO_FORTY = "[ivі]{1,3}", "[ivxіх]{1,4}"
"""For patterns over folded words."""

_ROMAN = pattern(r"(?=[ivxхіl])(?:[xх]{0,3})(?:[iі][xх]|[iі]?v|v?[iі]{0,3})")
_MONTH_OF_YEAR = pattern(r"([^\W\d_]{3,8})-([2-9]\d)")
_QUARTER_OF_YEAR = pattern(r"([1-4])\s?(?i:[qк])(?:в\.?)?\s?'?([2-9]\d)")
_LATIN = str.maketrans("ІХ", "IX")


def month_number(header: str) -> int:
    """The month of a header that only counts it, "3", "03", «III»; 0 for any other."""
    numeral = header.upper().translate(_LATIN).rstrip(".")
    if numeral in ROMAN_TO_TWELVE:
        return ROMAN_TO_TWELVE.index(numeral) + 1
    number = int(header) if header.isdecimal() and len(header) < 3 else 0
    return number if number <= len(ROMAN_TO_TWELVE) else 0


def is_roman(number: str) -> bool:
    """A Roman number up to forty, whose letters may be mistyped so that they only look alike."""
    return bool(number) and bool(_ROMAN.fullmatch(fold(number).rstrip(".")))


def spelled_year(words: str) -> str:
    """A month or quarter as spreadsheets shorten it, in full: «Янв 2026» of «Янв-26», "Q1 2026"."""
    if not words[-2:].isdigit():
        return words  # as of most headers
    month = _MONTH_OF_YEAR.fullmatch(words)
    quarter = _QUARTER_OF_YEAR.fullmatch(words)
    if month:
        return f"{month[1]} 20{month[2]}"
    return f"Q{quarter[1]} 20{quarter[2]}" if quarter else words
