"""The languages of all that people read: catalogues of sentences and of days.

Letters and tabs are in the plan's language, handed to what writes them. Whoever runs a command has
one of their own, `active()`, and `_` and `ngettext` say things in it.

English is the language of the source and has no catalogue: its readers see what stands there. From
the repository's root, a new sentence is appended to the Russian `sheetsync.po` (`pybabel update`
would wrap and order all of it anew), one that counts with all its forms, and that is compiled:

    python -m tests.languages.add "Write to {name}." "Напишите: {name}."
    python -m tests.languages.add "{n} day" "{n} days" "{n} день" "{n} дня" "{n} дней"

One that is worded anew, or that nothing says any more, is changed there by hand: `tests/languages`
names it, and what is missing. Then `pybabel compile -D sheetsync -d sheetsync/languages`.
"""

import gettext
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

DOMAIN, FOLDER = "sheetsync", Path(__file__).parent
_CLICK = "click"  # the domain of click's own sentences, which it looks up for itself

LETTERS: Final = {"ru": "\u0400-\u04ff", "en": ""}
"""By code the letters that tell a plan in that language, "" where all have them.

Of two whose letters a plan has, one with some letters of the other's is meant: "әғқ" beside "ru".
Each but that of the source has a folder here with a whole catalogue; a plan may be in each.
"""
CODES: Final = tuple(LETTERS)
PLANS: Final = "ru"
"""The language of plans whose settings name none; its files have no code in their name."""
SOURCE: Final = "en"
"""The language of the sentences in the source, and of whoever nothing is known of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One language (see `sheetsync.model.language.Language`)."""

    code: str
    sentences: gettext.NullTranslations

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
        # Spelled out: `pybabel extract` finds literal arguments only.
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
    """The language of that code, one of `CODES`. Raises KeyError for any other."""
    if code not in CODES:
        raise KeyError(code)
    if code == SOURCE:
        return Catalogue(code=code, sentences=gettext.NullTranslations())
    return Catalogue(code=code, sentences=gettext.translation(DOMAIN, FOLDER, languages=[code]))


def reader_language(
    folder: Path | None = None, *, words: str = "", environment: Mapping[str, str] = os.environ
) -> str:
    """The language of whoever runs a command, one of `CODES`.

    SHEETSYNC_LANG says it; otherwise it is that of the locale or of the plan: the one of the folder
    or, as long as there is none, the one whose `words` these are.
    """
    if chosen := environment.get("SHEETSYNC_LANG"):
        return _code_of(chosen)
    names = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order of POSIX
    locale = next((environment[name] for name in names if environment.get(name)), "")
    spoken = _code_of(locale)
    if spoken != SOURCE:
        return spoken
    # Machines are in English whoever sits at them: the plan knows better.
    planned = _plan_language(folder) if folder else SOURCE
    return planned if planned != SOURCE else next(iter(_written_in(words)), SOURCE)


def _code_of(locale: str) -> str:
    """The code of "ru" or "ru_RU.UTF-8"; that of the source for a language that we do not have."""
    return next((code for code in CODES if locale.startswith(code)), SOURCE)


def language_of(words: str, *, reader: Catalogue | None = None) -> Catalogue:
    """The language of a plan with those words, told by their letters; else the reader's."""
    written, reader = _written_in(words), reader or active()
    return load_language(written[0]) if written and reader.code not in written else reader


def _written_in(words: str) -> list[str]:
    """The languages whose own letters the words have; none whose alphabet has another's, too."""
    found = {
        code: own
        for code, own in LETTERS.items()
        if own and re.search(f"[{own}]", words, re.IGNORECASE)
    }
    if len(found) < 2:  # as nearly always
        return [*found]
    letters = {code: _letters(own) for code, own in found.items()}
    return [code for code, own in letters.items() if not any(one < own for one in letters.values())]


def _letters(own: str) -> frozenset[str]:
    """Those that an entry of `LETTERS` names, ranges written out."""
    return frozenset(re.findall(f"[{own}]", "".join(map(chr, range(0x10000)))))


def file_in(code: str, name: str) -> str:
    """The name of a file of ours in that language: "policy.en.md", of plans' own "policy.md"."""
    stem, dot, ending = name.rpartition(".")
    return name if code == PLANS else f"{stem}.{code}{dot}{ending}"


def _plan_language(folder: Path) -> str:
    """What its settings name, which may be broken otherwise; the source's where there are none."""
    for file in ("sheetsync.toml", "fleet.toml"):
        with suppress(OSError, ValueError):
            settings = (folder / file).read_text(encoding="utf-8", errors="replace")
            break
    else:
        return SOURCE
    # By pattern, as no TOML parser reads a broken file, whose error needs a language too.
    named = re.search(r"""^\s*language\s*=\s*["'](\w+)""", settings, re.MULTILINE)
    return _code_of(named[1]) if named else PLANS


_active: Catalogue | None = None


def activate(code: str) -> None:
    """Speak that language to whoever runs the command, click's own sentences included."""
    global _active
    _active = load_language(code)
    os.environ["LANGUAGE"] = code  # which gettext asks first, whatever the locale is
    gettext.bindtextdomain(_CLICK, str(FOLDER))
    gettext.textdomain(_CLICK)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak that language while the block runs, unless it activates another one."""
    global _active
    before, asked = _active, os.environ.get("LANGUAGE")
    activate(code)
    try:
        yield
    finally:
        _active = before
        if asked is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = asked


def active() -> Catalogue:
    """The language of whoever runs the command; outside of one, that of plans by default."""
    return _active or load_language(PLANS)


def _(message: str, /, **fields: object) -> str:
    """The sentence in the reader's language, its fields filled in where there are any."""
    said = active().gettext(message) if message else ""  # "" is the catalogue's own header
    return said.format(**fields) if fields else said


def moment(then: datetime) -> str:
    """A day and its hour in a sentence: «11 мая 2021 г., 10:02»."""
    return _("{day}, {time:%H:%M}", day=active().day(then.date()), time=then)


def day_in_table(day: date) -> str:
    """In figures, all of one width: «11.05.2021», "2021-05-11"."""
    return _("{day:%Y-%m-%d}", day=day)


def moment_in_table(then: datetime) -> str:
    """The same with the hour."""
    return f"{day_in_table(then)} {then:%H:%M}"


GLUE: Final = "\x1f"
"""No space to whoever breaks lines; it is one again in what is shown."""


def numbers_kept(text: str) -> str:
    """The text with a glue between a number and the word behind it: «30 апреля», «2021 г.»."""
    return re.sub(r"(?<=\d) (?=[^\W\d_])", GLUE, text)


def numbers_named(text: str) -> str:
    """The text with a glue between a number and what announces it: «№ 5», «п. 5»."""
    return re.sub(r"(№|\b[^\W\d_]{1,3}\.) (?=\d)", rf"\1{GLUE}", text)


def quoted(words: str) -> str:
    """Words of the sheet, or a name, as a language quotes them."""
    return _("“{words}”", words=words)


def first_quoted(names: Sequence[str], most: int) -> str:
    """As many of the names, quoted, and how many there are beside them."""
    more = _(" and {count} more", count=len(names) - most) if len(names) > most else ""
    return ", ".join(map(quoted, names[:most])) + more


def between_quotes(names: Iterable[str]) -> str:
    """Names for a sentence that has quotation marks before the first and after the last one."""
    return _("”, “").join(names)


def decimal(value: float) -> str:
    """With one place behind the point, or what a language has for it."""
    whole, _point, tenths = f"{value:.1f}".partition(".")
    return _("{whole}.{tenths}", whole=whole, tenths=tenths)


def ngettext(one: str, many: str, count: int, /, **fields: object) -> str:
    """The form of the sentence that agrees with `count`, which it may name `{n}`."""
    return active().ngettext(one, many, count).format(n=count, **fields)
