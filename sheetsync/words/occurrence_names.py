"""What the parts of a period are called: the labels of occurrences in the reader's language."""

from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.model.language import REMEMBERED, Language, Message, Words
from sheetsync.words.numerals import ROMAN


def quarter_name(number: int, language: Language) -> str:
    """A quarter, from 1: "II квартал", "Q2"."""
    return language.gettext("Q{number}").format(number=number, roman=ROMAN[number - 1])


def period_name(period: PlanPeriod, language: Language) -> str:
    """A plan's period in the title of a tab: «II квартал 2026», "Q2 2026", "2025-2026"."""
    if period.quarter:
        return f"{quarter_name(period.quarter, language)} {period.starts.year}"
    return period.label.replace("/", "-")  # no tab's title holds a slash


def occurrence_said(label: str, language: Language) -> str:
    """An occurrence's label, or what tells an item apart, as the reader's language calls it.

    Memory and ledger know occurrences by Russian labels, whatever the plan is written in. Words of
    the plan's own, those of a milestone, stay as they are.
    """
    if language.code == REMEMBERED or label.isascii():
        return label
    from sheetsync.words.occurrence_forms import said_by_form  # a Russian plan needs none

    return said_by_form(label, language)


@frozen
class _Label(Message):
    """A label in a sentence, to be said once a reader is known."""

    def said(self, language: Language) -> str:
        """As `occurrence_said`."""
        return occurrence_said(self.sentence, language)

    @property
    def key(self) -> str:
        """The label itself: what is no sentence of a catalogue has no places to fill in."""
        return self.sentence


def occurrence_words(label: str) -> Words:
    """As `occurrence_said`, for a sentence whose reader is not known yet."""
    return _Label(sentence=label)
