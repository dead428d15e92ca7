"""What only schools say, and who counts another time than quarters: of both, «I – IV» are none."""

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern

# In a school «I – IV» are terms, which it dates itself, and a year is two, "2025/2026".
_OF_SCHOOL = pattern(
    r"учебн|школ|лице[йяе]|гимнази|класс|учащ|\bвшк\b|school|academ|\bterm|pupil"
    r"|20\d\d\s?[-–—/]\s?(?:20)?\d\d\b"
)
_SAYS_SCHOOL = pattern(
    r"\bзавуч|классн\w+ рук|\bкл\. ?рук|педсовет|четверт[ьи]|\bшмо\b|pupil|teacher"
)
_OTHER_UNIT = pattern(r"недел|декад|месяц|четверт|семестр|этап|week|month|term|stage|phase")


def is_of_school(text: str) -> bool:
    """A title or a header speaks of a school."""
    return bool(_OF_SCHOOL.search(fold(text)))


def speaks_of_school(text: str) -> bool:
    """A cell of a plan speaks of what only schools have: «Завуч», «Итоги четверти»."""
    return bool(_SAYS_SCHOOL.search(fold(text)))


def names_unit(title: str) -> bool:
    """A title names units of time that are no quarters: «Недели», "Terms"."""
    return bool(_OTHER_UNIT.search(fold(title)))
