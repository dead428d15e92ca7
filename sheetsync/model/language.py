"""What the pure side needs of a language, and messages that wait until one is known."""

import re
from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import Protocol, TypeAlias

from sheetsync.model.frozen import frozen

REMEMBERED = "ru"
"""The language of the names by which code, memory and ledger know rules and occurrences."""


class Language(Protocol):
    """Looks sentences up in a catalogue (GNU gettext), and says days as people say them."""

    @property
    def code(self) -> str:
        """As for the lang attribute: "en"."""

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


Words: TypeAlias = "str | int | date | Message"
"""What a message names: words of the sheet as they stand there, and what each language says."""


@frozen
class Message:
    """A sentence of the catalogues with its values, to be worded once the reader is known.

    Where `many` is set, `count` chooses the form; both may name it `{n}`.
    """

    sentence: str
    values: tuple[tuple[str, Words], ...] = ()
    many: str = ""
    count: int = 0

    def said(self, language: Language) -> str:
        """The sentence in that language, filled in."""
        form = (
            language.ngettext(self.sentence, self.many, self.count)
            if self.many
            else language.gettext(self.sentence)
        )
        # A sentence of one form may name an `n` of its own.
        named = {name: say(each, language) for name, each in self.values}
        return form.format(**{"n": self.count, **named})

    @property
    def key(self) -> str:
        """The same in no reader's language: two messages say one thing where it is equal."""
        keys = {name: each.key if isinstance(each, Message) else each for name, each in self.values}
        return (self.many or self.sentence).format(**{"n": self.count, **keys})


def gettext_lazy(sentence: str, /, **values: Words) -> Message:
    """That sentence, which `pybabel extract` finds where it is called with a literal."""
    return Message(sentence=sentence, values=tuple(values.items()))


def ngettext_lazy(one: str, many: str, count: int, /, **values: Words) -> Message:
    """The form of the sentence that agrees with `count`."""
    return Message(sentence=one, many=many, count=count, values=tuple(values.items()))


def joined(separator: str, words: Iterable[Words]) -> Message:
    """All of them in a row; a separator with words in it would need a sentence of its own."""
    values = {f"each_{place}": each for place, each in enumerate(words)}
    # No catalogue knows a sentence of nothing but places, so that each language says it so.
    return gettext_lazy(separator.join(f"{{{name}}}" for name in values), **values)


def all_quoted(separator: str, texts: Iterable[Words]) -> Message:
    """Words of the sheet in a row, each between quotation marks."""
    return joined(separator, (gettext_lazy("“{words}”", words=text) for text in texts))


def each_and(words: Iterable[Words]) -> Words:
    """All of them, "and" between each two; of a single one only that."""
    return reduce(lambda one, other: gettext_lazy("{one} and {other}", one=one, other=other), words)


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]


def one_stop(text: str) -> str:
    """The text without a second full stop behind words that end with their own: «Белов И.»."""
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)


def say(words: Words, language: Language) -> str:
    """The words as they are, a day and a message in that language."""
    if isinstance(words, Message):
        return words.said(language)
    return language.day(words) if isinstance(words, date) else str(words)
