"""What every block of a tab is made from, and what it calls measures, days and people."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from sheetsync.model import (
    Agenda,
    Cell,
    Finding,
    Item,
    Line,
    Meaning,
    Measure,
    Plan,
    State,
    SummaryContext,
    sheet_row,
)
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Language, capital, marked
from sheetsync.plan.findings import sentence_of, suggestion_of
from sheetsync.plan.names import Reader, on_tab
from sheetsync.summary.looks import LINK
from sheetsync.words.cleaning import common_start, fold, tidy
from sheetsync.words.occurrence_names import quarter_name
from sheetsync.words.status.dates import read_days

# A cell may hold 32,767 characters; a line of a tab has to stay readable.
_TITLE, _SAID = 300, 60
_FEW = 6  # numbers that somebody still reads; of more the blocks below have the words
_OTHERS = 50  # titles that one is held against
_BEGINNING = 2  # words by which a title is still known: what is to be done with what

_LAST_DAY = marked("{deadline}, {day}")
_MOVED_TO = marked("{deadline}, moved to {day}")


@frozen
class Inputs(Reader):
    """A plan as of a day, what is known of the days before, and the language of the readers."""

    agenda: Agenda
    context: SummaryContext
    language: Language

    @property
    def plan(self) -> Plan:
        """The plan whose tabs these are."""
        return self.agenda.plan

    @property
    def today(self) -> date:
        """The day as of which the tab is."""
        return self.agenda.today

    @property
    def as_of(self) -> str:
        """«на 11 мая 2021 г.»."""
        return self.gettext("as of {day}", day=self.language.day(self.today))

    def period_title(self, name: str) -> str:
        """The title of a tab of ours where another plan's in the workbook has its usual `name`.

        Plans of one year may be quarters or months of it: «Сводка II квартал 2026».
        """
        period, year = self.plan.period, self.plan.year
        if period.quarter:
            quarter = quarter_name(period.quarter, self.language)
            return f"{name} {quarter} {year}"
        is_part = year == period.ends.year and not period.calendar
        return f"{name} {period.label if is_part else year}"

    def measures(self, n: int) -> str:
        """«12 пунктов»."""
        return self.ngettext("{n} measure", "{n} measures", n)

    def deadlines(self, n: int) -> str:
        """«12 сроков»."""
        return self.ngettext("{n} deadline", "{n} deadlines", n)

    def number_and_tab(self, measure: Measure | Line) -> str:
        """The number and, if the plan has several tabs, the title of its tab."""
        tab = self.tab_of(measure.row)
        return f"{self.number(measure)} ({tab})" if tab else self.number(measure)

    def few_numbers(self, measures: Sequence[Measure]) -> str:
        """The same of a few; "" of none, and of more than somebody reads."""
        return self.numbers(measures) if len(measures) <= _FEW else ""

    def some_numbers(self, measures: Sequence[Measure | Finding], *, few: int = _FEW) -> str:
        """The same; where even as runs they are too many, the first few: «п. 2, 9, ещё 12»."""
        said = self.numbers(measures)
        # "And one more" would be longer than its number.
        if said.count(",") <= few + 1:
            return said
        left = self.gettext("and {n} more", n=len(measures) - few)
        return f"{self.numbers(measures[:few])}, {left}"

    def link(self, measure: Measure | Line, shown: str = "") -> Cell:
        """A cell that leads to the measure in the plan."""
        column = self.plan.columns_of(measure.row).letters.get("measure", "A")
        shown = shown or self.number(measure)
        return self.way(shown, column, measure.row)

    def way(self, shown: str | None, column: str, row: int) -> Cell:
        """A cell that leads to one of the plan's."""
        target = f"{column}{sheet_row(row)}"
        return Cell(value=shown, look=LINK, target=target, tab=self.tab_of(row))

    def text(self, measure: Measure) -> str:
        """The measure's words, after those of its tab where the plan has several."""
        return on_tab(measure.tab, tidy(measure.text))

    def long_title(self, item: Item) -> str:
        """As `title`, for a cell, which holds more than a line of a letter."""
        return self.title(item, limit=_TITLE)

    def apart(self, title: str, shown: str) -> str:
        """The title to cut where others begin with all that a cut has `shown` of it.

        Without their common beginning, but for its first words: «Заседание Совета … по кадрам».
        """
        begins, whole = shown.rstrip("… "), title.rstrip("… ")
        texts = (tidy(measure.text) for measure in self.plan.measures)
        others = (t for t in texts if t.startswith(begins) and not t.startswith(whole))
        words = title.split()
        # A few tell where they part: ten thousand that begin alike would take a second.
        few = islice(others, _OTHERS)
        alike = max((common_start(words, other.split()) for other in few), default=0)
        if not alike:
            return title
        return f"{' '.join(words[:_BEGINNING])} … {' '.join(words[alike:])}"

    def said(self, item: Item) -> str:
        """The deadline in the sheet's own words, and the last day that they mean."""
        text = item.deadline_text
        words = self.quoted(text, _SAID) if text else self.gettext("no deadline given")
        if not item.due or item.state in (State.WAITING, State.ONGOING):
            return words
        said = _MOVED_TO if item.moved_from else _LAST_DAY
        return self.gettext(said, deadline=words, day=self.day(item.due))

    def lead(self, measure: Measure) -> str:
        """Who leads it; not the coordinator, who only hears of what nobody leads."""
        lead = measure.assignment.own_lead
        return lead.name if lead else self.nobody

    @property
    def nobody(self) -> str:
        """The words shown instead of a lead where a measure has none."""
        return self.gettext("nobody known (the coordinator is told)")

    def finding(self, finding: Finding) -> tuple[str, str]:
        """What is wrong, and what to write instead."""
        said = sentence_of(finding, self.language)
        return capital(said), suggestion_of(finding, self.language)

    def word_day(self, measure: Measure) -> date | None:
        """The day of the last mark; None if there is none or its day is unknown.

        A mark that was there at the first run may be older: its own words decide.
        """
        day = self.context.word_days.get(measure.row)
        if day is None or day != self.context.began:
            return day
        return _named_day(measure.progress.text, self.today)

    def ground(self, document: str) -> str:
        """What a postponement is based on."""
        if not document:
            return self.gettext("no document")
        return self.gettext("on the ground of {document}", document=document)

    @property
    def nowhere_to_mark(self) -> str:
        """Words, to go on a sentence, that nothing can be marked as done; "" where it can."""
        if self.plan.takes_marks:
            return ""
        return self.gettext("the sheet has no column for marks, so nothing can be marked as done")

    def last_word(self, measure: Measure) -> str:
        """The status as typed and the day it was first seen: «12 апреля: «в работе»»."""
        if measure.progress.meaning is Meaning.BLANK:
            return self.gettext("no mark")
        text = self.quoted(measure.progress.text)
        when = self.marked_on(measure)
        return f"{when}: {text}" if when else text

    def marked_on(self, measure: Measure) -> str:
        """«12 апреля»; «11 января или раньше», «без даты» where the mark stood before our days."""
        seen, day = self.context.word_days.get(measure.row), self.word_day(measure)
        if day or not seen:
            return self.day(day) if day else ""
        # It was there on that day; that it is today would only say that today is the first.
        if seen == self.today:
            return self.gettext("undated")
        return self.gettext("{day} or earlier", day=self.day(seen))


# A plan says the same words over and over, and a first run asks it of each of ten thousand rows.
@lru_cache(maxsize=65_536)
def _named_day(mark: str, today: date) -> date | None:
    """The latest day up to today that a mark names; for "за 9 месяцев" the period's last day."""
    days, _ = read_days(fold(mark), year=today.year)
    told = (day.last for day in days if day.last <= today and not day.is_promised)
    return max(told, default=None)


def worst_items(agenda: Agenda) -> dict[int, Item]:
    """The item that each measure's one state comes from, by row: of several the earliest due."""
    states = agenda.states()
    worst: dict[int, Item] = {}
    for item in agenda.items:
        row = item.measure.row
        if item.state is states[row]:
            # `min` keeps the first of equals, so undated items stay in the plan's order.
            worst[row] = min(worst.get(row, item), item, key=lambda i: i.due or date.max)
    return worst
