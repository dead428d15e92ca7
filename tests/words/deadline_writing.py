"""A deadline back to words: what staff could write to say the same, in Russian or English."""

from datetime import date

from sheetsync.model import Deadline, DeadlineKind, Occurrence
from sheetsync.words.lexicon.calendar import MONTH_NAMES, MONTHS, day_short

_ROMAN = ("I", "II", "III", "IV")
_WORDS = {
    "ru": ("до {due}", "с {starts}", "с {starts} по {due}", "{part} квартал", "{part} полугодие"),
    "en": ("by {due}", "from {starts}", "from {starts} to {due}", "Q{part}", "H{part}"),
}
_YEAR_LONG = {"ru": "в течение {} года", "en": "throughout {}"}


def write_deadline(deadline: Deadline, *, language: str = "ru") -> str:
    """Words that `read_deadline` reads as the same kind and days; `language` is "ru" or "en".

    Empty for the kinds without days of their own (open, relative, unreadable), for repetitions,
    and for a year-long deadline that is not one calendar year.
    """
    match deadline.kind:
        case DeadlineKind.MONTH if deadline.starts:
            return _month(deadline.starts, language)
        case DeadlineKind.QUARTER | DeadlineKind.HALF_YEAR if deadline.starts and deadline.due:
            return _part(deadline.kind, deadline.due, language)
        case DeadlineKind.YEAR_ROUND:
            return _year_long(deadline, language)
        case DeadlineKind.DATE | DeadlineKind.RANGE | DeadlineKind.LIST if deadline.due:
            return ", ".join(_occurrence(each, language) for each in deadline.occurrences)
        case DeadlineKind.RANGE if deadline.starts:
            return _WORDS[language][1].format(starts=_day(deadline.starts, language))
    return ""


def _occurrence(occurrence: Occurrence, language: str) -> str:
    until, _, between, _, _ = _WORDS[language]
    starts, due = occurrence.starts, occurrence.due
    if starts is None:
        return until.format(due=_day(due, language))
    if starts == due:
        return _day(due, language)
    if occurrence.explicit:
        return between.format(starts=_day(starts, language), due=_day(due, language))
    months = [_month(day, language) for day in (starts, due)]
    return months[0] if months[0] == months[1] else " – ".join(months)


def _day(day: date, language: str) -> str:
    return f"{day_short(day)} {day.year} г." if language == "ru" else f"{day.day} {_english(day)}"


def _month(day: date, language: str) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year} г." if language == "ru" else _english(day)


def _english(day: date) -> str:
    """The month and year in English: the first Latin form of the month's line."""
    names = [form for form in MONTHS[day.month - 1].split() if form.isascii()]
    return f"{names[0].title()} {day.year}"


def _part(kind: DeadlineKind, due: date, language: str) -> str:
    quarter = kind is DeadlineKind.QUARTER
    number = due.month // (3 if quarter else 6)
    form = _WORDS[language][3 if quarter else 4]
    said = form.format(part=_ROMAN[number - 1] if language == "ru" else number)
    return f"{said} {due.year} г." if language == "ru" else f"{said} {due.year}"


def _year_long(deadline: Deadline, language: str) -> str:
    year = deadline.due.year if deadline.due else 0
    whole = (deadline.starts, deadline.due) == (date(year or 1, 1, 1), date(year or 1, 12, 31))
    return _YEAR_LONG[language].format(year) if whole else ""
