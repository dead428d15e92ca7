"""What only schools say: whose year begins in September, and whose «I – IV» are terms, no quarters.

The first are more: a college and a kindergarten have no four terms.
"""

import re

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern

_SCHOOL_YEAR = pattern(
    r"\bуч(?:ебн\w+|\.)|\bшкол|\bсеместр|\b(?:school|academic|semester)\b"
    r"|\b\w{0,4}(?:доу|сош)\b|\bдетск\w+ сад|\b(?:гимнази|лице[йя]|колледж|техникум)",
    re.IGNORECASE,
)
# In a school «I – IV» are terms, which it dates itself, and a year is two, "2025/2026".
_TERMS = pattern(
    r"учебн|школ|лице[йяе]|гимнази|класс|учащ|\bвшк\b|school|academ|\bterm|pupil"
    r"|20\d\d\s?[-–—/]\s?(?:20)?\d\d\b"
)
_SAYS_SCHOOL = pattern(
    r"\bзавуч|классн\w+ рук|\bкл\. ?рук|педсовет|четверт[ьи]|\bшмо\b|pupil|teacher"
)
_OTHER_UNIT = pattern(r"недел|декад|месяц|четверт|семестр|этап|week|month|term|stage|phase")


def has_school_year(title: str) -> bool:
    """A title's two years are one that begins in September."""
    return bool(_SCHOOL_YEAR.search(title))


def has_terms(text: str) -> bool:
    """A title or a header speaks of a school with terms."""
    return bool(_TERMS.search(fold(text)))


def speaks_of_school(text: str) -> bool:
    """A cell of a plan speaks of what only schools have: «Завуч», «Итоги четверти»."""
    return bool(_SAYS_SCHOOL.search(fold(text)))


def names_unit(title: str) -> bool:
    """A title names units of time that are no quarters: «Недели», "Terms"."""
    return bool(_OTHER_UNIT.search(fold(title)))
