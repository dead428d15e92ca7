"""What the words of the status column mean, given the deadline and the day."""

import re
from datetime import date
from functools import lru_cache

from sheetsync.model import Deadline, Doubt, Meaning, PlanPeriod, Progress
from sheetsync.model.language import Language, Message, Words, gettext_lazy, joined, marked, say
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.clipping import clip
from sheetsync.words.occurrence_names import occurrence_said
from sheetsync.words.status.measure_words import UNTOLD, MeasureWords
from sheetsync.words.status.rules import EMPTY

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

# No status is longer; what is, reports in full somewhere else and is not searched for a verdict.
_LONGEST = 2000
# A word that was mistyped by a letter or two; figures must be the same.
_SAME_LETTERS = 90


def same_word(was: Progress, now: Progress) -> bool:
    """True where two statuses of a row say the same: no mended typo (`help policy`: Marks)."""
    if fold(was.text) == fold(now.text):
        return True
    meant = (was.meaning, was.on, was.parts, was.merged_into)
    if meant != (now.meaning, now.on, now.parts, now.merged_into):
        return False
    if re.findall(r"\d+", was.text) != re.findall(r"\d+", now.text):
        return False
    from rapidfuzz import fuzz  # few marks are only typed anew

    return fuzz.ratio(fold(was.text), fold(now.text)) >= _SAME_LETTERS


# One run asks for the row, for its past and for whoever was told: a third of a simulated year.
@lru_cache(maxsize=4096)
def read_progress(
    text: str,
    *,
    deadline: Deadline,
    measure: MeasureWords = UNTOLD,
    today: date,
    period: PlanPeriod | None = None,
) -> Progress:
    """Understand one status cell; never raises, what is not understood is `unclear` with a doubt.

    `today` is the day of reading: a deed after it has not happened. A real date arrives as
    "dd.mm.yyyy", a checkbox as "TRUE" or "FALSE". Days without a year lie in the deadline's year,
    or else in the plan's `period`, whatever today is.
    `measure` is what its own words say: by them «зал подготовлен» is all of it, or only prepares.
    Where `parts` is not empty, it says of each part what `meaning` says of the whole cell.
    """
    if len(text) > _LONGEST:
        long = Doubt(code="progress-unclear", quote=clip(tidy(text), 60))
        return Progress(text=tidy(text), meaning=Meaning.UNCLEAR, doubts=(long,))
    if not tidy(text):
        return Progress(text="", meaning=Meaning.BLANK, rule=EMPTY.name)
    from sheetsync.words.status.case import case_of
    from sheetsync.words.status.verdict import verdict  # and all the word tables: most are blank

    case = case_of(
        text, deadline=deadline, milestones=measure.milestones, today=today, period=period
    )
    return verdict(case, measure)


def explain_progress(progress: Progress, language: Language) -> str:
    """As in "понято: выполнено, 12 апреля 2021 г.; правило «закрыто»", or that it was not."""
    from sheetsync.words.rule_names import rule_said  # a daily run names no rule

    if progress.meaning is Meaning.UNCLEAR:
        return language.gettext("not understood")
    sense = _dated(progress.meaning, progress.on)
    parts: list[Words] = [gettext_lazy("understood: {sense}", sense=sense)]
    for part in progress.parts:
        label = occurrence_said(part.label, language)
        sense = _dated(part.meaning, part.on)
        parts.append(gettext_lazy("“{words}”: {sense}", words=label, sense=sense))
    if progress.merged_into:
        parts.append(gettext_lazy("measure {number}", number=progress.merged_into))
    if progress.rule:
        parts.append(gettext_lazy("rule “{rule}”", rule=rule_said(progress.rule, language)))
    if progress.reason:
        parts.append(gettext_lazy("reason: {reason}", reason=progress.reason))
    return say(joined("; ", parts), language)


def _dated(meaning: Meaning, on: date | None) -> Words:
    words = Message(sentence=MEANINGS[meaning])
    return joined(", ", (words, on)) if on else words
