"""Days and lengths of months as messages, each language's own; the words of a cell keep theirs."""

from datetime import date

from sheetsync.model.language import Message, Words, gettext_lazy, marked, ngettext_lazy
from sheetsync.words.lexicon.calendar import day_short

# As the catalogues know a day without its year, "{day} April", and as plans in English write it.
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Whole: Russian has the prepositional after «в».
_IN_MONTH = (
    *(marked("in January"), marked("in February"), marked("in March"), marked("in April")),
    *(marked("in May"), marked("in June"), marked("in July"), marked("in August")),
    *(marked("in September"), marked("in October"), marked("in November")),
    marked("in December"),
)


def days_there(month: int, days: int, *, year: int = 0) -> Message:
    """How many days a month has: "в апреле 30 дней"; with the `year` where it is one's own."""
    at: Words = Message(sentence=_IN_MONTH[month - 1])
    if month == 2 and year:
        at = gettext_lazy("in February {year}", year=year)
    elif year:
        at = gettext_lazy("{month} {year}", month=at, year=year)
    return ngettext_lazy("there is {n} day {month}", "there are {n} days {month}", days, month=at)


def short(day: date) -> Message:
    """A day of a year that the reader knows: "30 апреля"."""
    return Message(sentence=f"{{day}} {ENGLISH_MONTHS[day.month - 1]}", values=(("day", day.day),))


def weekday_of(day: date) -> Message:
    """A day with its year and weekday: "11 мая 2021 г., вторник"."""
    weekday = Message(sentence=_WEEKDAYS[day.weekday()])
    return gettext_lazy("{weekday}, {date}", weekday=weekday, date=day)


def as_written(day: date, beside: str) -> str:
    """The day as a cell may hold it, in the language of the words `beside` it there, if any."""
    if not any(map(str.isalpha, beside)):
        return f"{day:%d.%m.%Y}"
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]}" if beside.isascii() else day_short(day)
