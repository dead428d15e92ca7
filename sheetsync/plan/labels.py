"""What an item is called wherever it is shown: its number, its title, its deadline."""

from datetime import date

from sheetsync.model import Item, PlanPeriod, State
from sheetsync.words.terms import clip, day_short, day_words

# A cell may hold 32,767 characters; a letter must stay below 100 KB, a line of a tab readable.
_TITLE, _SAID, _NUMBER = 160, 120, 20


def number(item: Item) -> str:
    """The plan's own number, or the sheet's row where it has none."""
    measure = item.measure
    return f"п. {clip(measure.number, _NUMBER)}" if measure.number else f"строка {measure.row}"


def title(item: Item) -> str:
    """The milestone first, where the measure has several: it is what the line is about."""
    text = clip(item.measure.text, _TITLE) or "мероприятие не названо"
    return f"{clip(item.what, _TITLE)}: {text}" if item.what else text


def said(item: Item) -> str:
    """The deadline in the sheet's own words, quoted: «апрель»."""
    return f"«{clip(item.said, _SAID)}»" if item.said else "не указан"


def day_of_plan(day: date, period: PlanPeriod) -> str:
    """A day as readers of a plan of that period need it: with its year only where it may differ."""
    return day_short(day) if period.tells_year_of(day) else day_words(day)


def term(item: Item, period: PlanPeriod) -> str:
    """What the sheet says, and the last day that it was understood to mean."""
    words = said(item)
    if not item.due or item.state is State.WAITING:
        return words
    due = day_of_plan(item.due, period)
    return f"{words}, перенесён на {due}" if item.moved_from else f"{words}, последний день {due}"
