"""Russian terms as people say them: counts, days, shortened texts. Pure."""

import re
from collections.abc import Callable
from datetime import date

from sheetsync.model import Meaning
from sheetsync.model.language import marked
from sheetsync.words.lexicon.calendar import OF_MONTHS, WEEKDAYS
from sheetsync.words.pattern import pattern

ROMAN = ("I", "II", "III", "IV")
"""Of quarters and halves, as plans write them."""

_WEEKDAY = tuple(line.split()[0] for line in WEEKDAYS)

# What waits for its noun. By their ends alone: nouns in -ний, -ций, -тий, -лий do not wait.
_LEANING = pattern(
    r" [«(]?(?:без|в|во|для|до|за|из|или|и|к|ко|между|на|над|не|о|об|от|по|под|при|с|со|у|через|"
    r"что|их|а|том|числе|основе|соответствии|an?|and|as|at|by|for|from|in|of|"
    r"on|or|the|to|with|"
    r"[\w-]{2,}(?:[^нцтл]ий|ый|ой|[ая]я|[оеы]е|[иы]х|[ыи]м|[ыи]ми|[ое]го|[ое]му|[ую]ю))$",
    re.IGNORECASE,
)
# A cut before one of these would leave it hanging in front of the ellipsis.
_HANGING = " \t\n\u00a0,;:.-–—(«„\"'/"

# What must not part at the end of a line: "п. 5", "12 дней", a dash and the word before it.
_BOUND = pattern(r"(?<=\bп\.) (?=\d)|(?<=\bстрока) (?=\d)|(?<=\d) (?=[а-я]{2}|г\.)| (?=– )")

MEANINGS: dict[Meaning, str] = {
    Meaning.BLANK: marked("no mark"),
    Meaning.DONE: marked("done"),
    Meaning.DONE_PART: marked("done for the deadline named"),
    Meaning.PARTIAL: marked("partly done"),
    Meaning.PLANNED: marked("planned for later"),
    Meaning.IN_WORK: marked("in progress"),
    Meaning.POSTPONED: marked("postponed"),
    Meaning.CANCELLED: marked("cancelled"),
    Meaning.MERGED: marked("merged with another measure"),
    Meaning.NOT_DONE: marked("not done"),
    Meaning.STILL_WAITING: marked("waiting for others"),
    Meaning.REQUEST_CAME: marked("the request has come"),
    Meaning.REASSIGNED: marked("handed over to another party"),
    Meaning.WORD: marked("work is going on"),
    Meaning.UNCLEAR: marked("not understood: we ask"),
}
"""What a status was taken for, as people are told."""


def plural(count: int, one: str, few: str, many: str) -> str:
    """The form that agrees with `count`: 1 and 21 пункт, 2 and 24 пункта, 0, 5 and 11 пунктов."""
    # The plural rules of CLDR for Russian, of whole numbers.
    tens, units = abs(count) % 100, abs(count) % 10
    if units == 1 and tens != 11:
        return one
    if units in (2, 3, 4) and tens not in (12, 13, 14):
        return few
    return many


def day_words(day: date) -> str:
    """A day with its year: "30 апреля 2021 г."."""
    return f"{day_short(day)} {day.year} г."


def day_short(day: date) -> str:
    """A day of a year that the reader knows: "30 апреля"."""
    return f"{day.day} {OF_MONTHS[day.month - 1]}"


def marked_on(day: date, began: date | None) -> str:
    """Since when a mark stands: "12 апреля"; "до 12 апреля" where it stood at the first look.

    `began` is the day of that look: nobody knows how long before it the mark was made.
    """
    return f"до {day_short(day)}" if day == began else day_short(day)


def day_and_weekday(day: date) -> str:
    """A day with its year and weekday: "11 мая 2021 г., вторник"."""
    return f"{day_words(day)}, {_WEEKDAY[day.weekday()]}"


def clip(text: str, limit: int) -> str:
    """The whole words of `text` that fit into `limit` characters (at least 1), "…" included.

    A text that fits comes back as it is. A single word longer than the limit is cut inside. A
    quotation that the cut leaves open is closed: «…на тему «Устав…»».
    """
    return _closed(text, limit, cut)


def cut(text: str, limit: int) -> str:
    """As `clip`, but a quotation may stay open: for keys, which have to be what they were."""
    if len(text) <= limit:
        return text
    room = text[:limit]
    end = max(room.rfind(" "), room.rfind("\n"), room.rfind("\u00a0"))
    whole = room[:end].rstrip(_HANGING) if end > 0 else ""
    return (whole or room[: limit - 1]) + "…"


def clip_phrase(text: str, limit: int) -> str:
    """As `clip`, but not after a preposition or an adjective: no noun, no sense.

    Where more than a third would be lost, the text ends where it may.
    """
    return _closed(text, limit, _cut_phrase)


def _closed(text: str, limit: int, cut: Callable[[str, int], str]) -> str:
    """What `cut` makes of the text, with its quotations closed, within the limit."""
    if len(text) <= limit:
        return text
    found = (_with_closing(cut(text, room), text) for room in range(limit, 0, -1))
    return next(said for said in found if len(said) <= limit)


def _with_closing(said: str, whole: str) -> str:
    # Those inside come first. English ones open with the sign that closes German ones.
    pairs = (("„", "“") if "„" in said else ("“", "”"), ("«", "»"))
    said += "".join(close * (said.count(first) - said.count(close)) for first, close in pairs)
    # A straight one that has no other in the whole text may be that of inches.
    return f'{said}"' if said.count('"') % 2 and not whole.count('"') % 2 else said


def _cut_phrase(text: str, limit: int) -> str:
    said = cut(text, limit)
    if said == text:
        return text
    whole = said.removesuffix("…")
    while len(whole) > limit * 2 // 3 and _LEANING.search(whole):
        whole = whole[: whole.rfind(" ")].rstrip(_HANGING)
        said = f"{whole}…"
    return said


def bound(text: str) -> str:
    """Our own sentence for print: a number and its word stay on one line."""
    return _BOUND.sub("\u00a0", text)
