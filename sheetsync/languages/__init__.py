r"""The languages of letters: catalogues of sentences and days, read from the package.

English is the language of the source, but for findings, which are Russian there. After a change
of a sentence, from the repository's root:

    pybabel extract -F pyproject.toml -k marked --sort-by-file --no-location \
        --omit-header --ignore-dirs ".*" -o /tmp/sheetsync.pot sheetsync templates
    pybabel update -D sheetsync -d sheetsync/languages -i /tmp/sheetsync.pot --no-fuzzy-matching
    pybabel compile -D sheetsync -d sheetsync/languages
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

DOMAIN, FOLDER = "sheetsync", Path(__file__).parent

_CODES = ("ru", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One language (see `sheetsync.model.language.Language`)."""

    code: str
    sentences: NullTranslations

    def gettext(self, message: str, /) -> str:
        """The sentence in this language."""
        return self.sentences.gettext(message)

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The form of the sentence that agrees with `count`."""
        return self.sentences.ngettext(one, many, count)

    def day(self, day: date, /) -> str:
        """With its year."""
        return self.gettext("{date} {year}").format(date=self.day_short(day), year=day.year)

    def day_short(self, day: date, /) -> str:
        """Of a year that the reader knows."""
        gettext = self.gettext
        months = (
            *(gettext("{day} January"), gettext("{day} February"), gettext("{day} March")),
            *(gettext("{day} April"), gettext("{day} May"), gettext("{day} June")),
            *(gettext("{day} July"), gettext("{day} August"), gettext("{day} September")),
            *(gettext("{day} October"), gettext("{day} November"), gettext("{day} December")),
        )
        return months[day.month - 1].format(day=day.day)

    def weekday(self, day: date, /) -> str:
        """Of a year that the reader knows, with the weekday."""
        return self._with_weekday(self.day_short(day), day)

    def day_and_weekday(self, day: date, /) -> str:
        """With its year and weekday."""
        return self._with_weekday(self.day(day), day)

    def month_short(self, month: int, /) -> str:
        """As under a chart; months count from 1."""
        gettext = self.gettext
        months = (
            *(gettext("Jan"), gettext("Feb"), gettext("Mar"), gettext("Apr")),
            *(gettext("May"), gettext("Jun"), gettext("Jul"), gettext("Aug")),
            *(gettext("Sep"), gettext("Oct"), gettext("Nov"), gettext("Dec")),
        )
        return months[month - 1]

    def _with_weekday(self, said: str, day: date) -> str:
        gettext = self.gettext
        weekdays = (
            *(gettext("Monday"), gettext("Tuesday"), gettext("Wednesday"), gettext("Thursday")),
            *(gettext("Friday"), gettext("Saturday"), gettext("Sunday")),
        )
        weekday = weekdays[day.weekday()]
        return gettext("{weekday}, {date}").format(weekday=weekday, date=said)


@cache
def load_language(code: str) -> Catalogue:
    """The language of that code, "ru" or "en". Raises KeyError for any other."""
    if code not in _CODES:
        raise KeyError(code)
    return Catalogue(code=code, sentences=translation(DOMAIN, FOLDER, languages=[code]))
