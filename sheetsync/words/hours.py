"""Hours of a day that others name: «14:00», «с 10-30 до 13-00, каб. 12»."""

from collections.abc import Iterable

from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.pattern import pattern

# With a colon: «10.12» may as well be a day.
_HOUR = pattern(r"(?:[сcв] )?\d{1,2}:\d\d(?:\s*(?:[-–]|до)\s*\d{1,2}:\d\d)?(?: ?ч\.?)?")
# Below a day «11.00», «с 8-00», «10-30⏎13-00», and the place on a line of its own; no month is 00.
_CLOCK = r"(?:[01]?\d|2[0-3])(?::\d\d|\.(?:00|1[3-9]|[2-5]\d)|-(?:00|15|30|45))"
_HOURS_OF_A_DAY = pattern(
    rf"(?:[сcвк]\s?)?{_CLOCK}(?:(?:\s*(?:[-–,и]|до)\s*|\n){_CLOCK})*(?:\s?ч(?:ас\w*)?\b\.?)?"
    r"(?:[\n,]\s*(?P<place>\D[^\n]{2,}|каб\w*\.? ?\d+|\d{1,4} ?каб\w*\.?|\d{2,4}))?"
)
_LONGEST_HEAD = 3  # signs of «с 1», by which a text of hours can be told from most others


def is_hour(text: str) -> bool:
    """A time of day and nothing else: «14:00», «с 10:00 до 12:00»."""
    return bool(_HOUR.fullmatch(text))


def are_hours(texts: Iterable[str]) -> bool:
    """Whether they tell hours and places of one day that they do not name."""
    said = filter(None, texts)
    return is_of_a_day(next(said, "")) and all(map(is_of_a_day, said))


def is_of_a_day(text: str) -> bool:
    """Hours of one day, perhaps with a place beside them that is no time."""
    if not any(map(str.isdecimal, text[:_LONGEST_HEAD])):
        return False
    hours = _HOUR.fullmatch(text) or _HOURS_OF_A_DAY.fullmatch(text)
    place = hours.groupdict().get("place") if hours else None
    # What names a place names no time in any year.
    return hours is not None and not (place and read_in_any_year(place).due)
