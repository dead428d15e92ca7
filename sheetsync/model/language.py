"""The language of a letter, as far as the pure side needs to know one."""

from datetime import date
from typing import Protocol


class Language(Protocol):
    """Looks sentences up in a catalogue (GNU gettext), and says days as people say them."""

    @property
    def code(self) -> str:
        """As for the lang attribute, "ru" or "en"."""

    def gettext(self, message: str, /) -> str:
        """The sentence in this language; the English one where the catalogue lacks it."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The form of the sentence that agrees with `count`."""

    def day(self, day: date, /) -> str:
        """With its year: "30 апреля 2021 г."."""

    def day_short(self, day: date, /) -> str:
        """Of a year that the reader knows: "30 апреля"."""

    def weekday(self, day: date, /) -> str:
        """Of a year that the reader knows, with the weekday: "4 мая, вторник"."""

    def day_and_weekday(self, day: date, /) -> str:
        """With its year and weekday: "11 мая 2021 г., вторник"."""

    def month_short(self, month: int, /) -> str:
        """As under a chart, "янв"; months count from 1."""


def marked(message: str) -> str:
    """The sentence itself: marks what stands in a table and is looked up later."""
    return message
