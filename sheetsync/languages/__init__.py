r"""The languages of letters: catalogues of sentences, read from the package, and days by Babel.

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

_LOCALES = {"ru": "ru_RU", "en": "en_GB"}
# With its year, of a known year, with the weekday, with both (Unicode TR 35, date patterns).
_PATTERNS = {
    "ru": ("d MMMM y 'г.'", "d MMMM", "d MMMM, EEEE", "d MMMM y 'г.', EEEE"),
    "en": ("d MMMM y", "d MMMM", "EEEE, d MMMM", "EEEE, d MMMM y"),
}


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
        return self._said(day, 0)

    def day_short(self, day: date, /) -> str:
        """Of a year that the reader knows."""
        return self._said(day, 1)

    def weekday(self, day: date, /) -> str:
        """Of a year that the reader knows, with the weekday."""
        return self._said(day, 2)

    def day_and_weekday(self, day: date, /) -> str:
        """With its year and weekday."""
        return self._said(day, 3)

    def _said(self, day: date, pattern: int) -> str:
        from babel.dates import format_date

        return format_date(day, _PATTERNS[self.code][pattern], locale=_LOCALES[self.code])


@cache
def load_language(code: str) -> Catalogue:
    """The language of that code, "ru" or "en". Raises KeyError for any other."""
    _ = _LOCALES[code]
    return Catalogue(code=code, sentences=translation(DOMAIN, FOLDER, languages=[code]))
