"""What a plan's rows are called for people: number, title, the sheet's own words quoted."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import itemgetter

from sheetsync.model import Finding, Item, Line, Measure, Plan, sheet_row
from sheetsync.model.grouping import grouped
from sheetsync.model.language import Language, Message, marked, ngettext_lazy
from sheetsync.words.cleaning import tidy
from sheetsync.words.clipping import clip, clip_phrase
from sheetsync.words.occurrence_names import occurrence_said

# A cell may hold 32,767 characters; a letter must stay below 100 KB.
TITLE, _IN_A_LINE, _QUOTED, _NUMBER = 160, 80, 120, 20
_RUN = 3  # numbers that are shorter as a run
_TIMES = {
    1: marked("for the first time"),
    2: marked("for the second time"),
    3: marked("for the third time"),
}
# By the last digit. In English 11, 12 and 13 end as all others do, of each hundred.
_ENDINGS = {
    1: marked("for the {n}st time"),
    2: marked("for the {n}nd time"),
    3: marked("for the {n}rd time"),
}
_OTHERS = marked("for the {n}th time")
_TEENS = (11, 12, 13)
# So many of a plan's measures; the number itself comes later.
OVERDUE = ngettext_lazy("{n} measure overdue", "{n} measures overdue", 0)
NO_RESULT = ngettext_lazy("{n} measure without a result", "{n} measures without a result", 0)
DUE_SOON = ngettext_lazy("{n} measure due soon", "{n} measures due soon", 0)


class Reader(ABC):
    """Whom a plan is told to: which plan, on which day, in which language.

    Tabs, papers and letters call measures, days and words of the sheet by the same names.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def plan(self) -> Plan:
        """The plan that is told."""

    @property
    @abstractmethod
    def today(self) -> date:
        """The day as of which it is told."""

    @property
    @abstractmethod
    def language(self) -> Language:
        """The language in which it is told."""

    def gettext(self, message: str, /, **values: object) -> str:
        """The sentence in the reader's language, filled in."""
        return self.language.gettext(message).format(**values)

    def ngettext(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form that agrees with `n`, filled in; `n` is one of the values."""
        return self.language.ngettext(one, many, n).format(n=n, **values)

    def counted(self, message: Message, n: int) -> str:
        """So many: the form of the message that agrees with `n`."""
        return replace(message, count=n).said(self.language)

    def day(self, day: date) -> str:
        """A day as readers of the plan need it."""
        return self.plan.period.day_words(day, self.language)

    def days(self, n: int) -> str:
        """A number of days: «21 день»."""
        return self.ngettext("{n} day", "{n} days", n)

    def times(self, n: int) -> str:
        """Which time of several: «во второй раз», "for the 21st time"."""
        ending = _OTHERS if n % 100 in _TEENS else _ENDINGS.get(n % 10, _OTHERS)
        return self.gettext(_TIMES.get(n, ending), n=n)

    def quoted(self, words: str, limit: int = _QUOTED) -> str:
        """Words of the sheet between quotation marks, cut where they are long."""
        return self.gettext("“{words}”", words=clip(tidy(words), limit))

    def mark(self, words: str) -> str:
        """The status as the sheet has it."""
        return self.gettext("marked {words}", words=self.quoted(words))

    def number(self, measure: Measure | Line) -> str:
        """The plan's own number, or the sheet's row where it has none."""
        if measure.number:
            return self.gettext("no. {number}", number=clip(measure.number, _NUMBER))
        return self.gettext("row {row}", row=sheet_row(measure.row))

    def numbers(self, measures: Iterable[Measure | Line | Finding]) -> str:
        """Several in the plan's order, each once: «п. 4–7, 12, 2а, строка 30».

        Of a plan on several tabs, tab by tab: «I квартал: п. 3, 4; II квартал: п. 1».
        """
        # By the row as well: several measures without a number, or with the same, are several.
        found = dict.fromkeys((measure.row, measure.number) for measure in measures)
        in_order = sorted(found, key=itemgetter(0))
        by_tab = grouped(in_order, lambda place: self.tab_of(place[0]))
        said = [(tab, self._on_one_tab(own)) for tab, own in by_tab.items()]
        return "; ".join(f"{tab}: {words}" if tab else words for tab, words in said)

    def _on_one_tab(self, measures: list[tuple[int, str]]) -> str:
        named = [clip(number, _NUMBER) for _, number in measures if number]
        rows = [str(sheet_row(row)) for row, number in measures if not number]
        said = []
        if len(named) == 1:
            said.append(self.gettext("no. {number}", number=named[0]))
        elif named:
            said.append(self.gettext("nos. {numbers}", numbers=runs(named)))
        if rows:
            few = min(len(rows), 2)
            said.append(self.ngettext("row {rows}", "rows {rows}", few, rows=runs(rows)))
        return ", ".join(said)

    def tab_of(self, row: int) -> str:
        """The tab of the plan's row, if it has to be told."""
        return self.plan.tab_of(row) if self.plan.tabs else ""

    def title(self, item: Item, *, limit: int = TITLE) -> str:
        """The milestone first, where the measure has several: it is what the entry is about.

        Before it the tab, where the plan has several: its numbers may stand on others, too.
        """
        text = clip_phrase(tidy(item.measure.text), limit)
        what = clip(occurrence_said(item.what, self.language), limit)
        return item_title(what, text, item.measure.tab, self.language)

    def named(self, item: Item) -> str:
        """Number and short title, for a sentence: п. 2 Заседание Совета."""
        return f"{self.number(item.measure)} {self.title(item, limit=_IN_A_LINE)}"

    def line_named(self, line: Line) -> str:
        """As `named`, of a row as it was remembered."""
        words = on_tab(self.tab_of(line.row), clip_phrase(tidy(line.measure), _IN_A_LINE))
        return f"{self.number(line)} {words}"


def item_title(what: str, text: str, tab: str, language: Language) -> str:
    """The tab, if it has to be told, what of the measure the item is, and the measure's words."""
    text = text or language.gettext("the measure is not named")
    return on_tab(tab, f"{what}: {text}" if what else text)


def on_tab(tab: str, words: str) -> str:
    """The words with the tab before them, if it has to be told."""
    return f"{tab} · {words}" if tab else words


def runs(names: Iterable[str]) -> str:
    """«4–7» of three and more that follow one another; numbers such as 1.2 stay as they are."""

    def run(place: tuple[int, str]) -> int | str:
        # What grows by one from place to place is as far from its place all along.
        index, name = place
        return int(name) - index if name.isdecimal() else name

    said: list[str] = []
    for _, places in groupby(enumerate(names), key=run):
        found = [name for _, name in places]
        said += found if len(found) < _RUN else [f"{found[0]}–{found[-1]}"]
    return ", ".join(said)
