"""What the words of the status column mean, given the deadline and the day."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sheetsync.model import Deadline, Doubt, Meaning, PlanPeriod, Progress
from sheetsync.model.language import Language, Message, Words, all_quoted, gettext_lazy, joined, say
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.occurrence_names import occurrence_said, occurrence_words
from sheetsync.words.status.case import Case, case_of, doubt, unclear
from sheetsync.words.status.parts import parts_of
from sheetsync.words.status.preparing import UNTOLD, MeasureWords, only_prepares
from sheetsync.words.status.readings import read_case
from sheetsync.words.terms import MEANINGS, clip
from sheetsync.words.wordings import with_offer

# No status is longer; what is, reports in full somewhere else and is not searched for a verdict.
_LONGEST = 2000
# A word that was mistyped by a letter or two; figures must be the same.
_SAME_LETTERS = 90
_MOST_NAMED = 4
_ADVICE = gettext_lazy("Enter “done” and the date, “in progress” or “postponed to …”.")


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
    case = case_of(
        text, deadline=deadline, milestones=measure.milestones, today=today, period=period
    )
    found = read_case(case)
    if found.meaning in (Meaning.DONE, Meaning.DONE_PART) and only_prepares(case, measure):
        return unclear(case, "progress-preparation")
    return _with_offers(_with_lost_words(case, found))


def _with_offers(progress: Progress) -> Progress:
    """What is not understood comes with the command that settles it."""
    advised = tuple(
        replace(each, advice=with_offer(_ADVICE, progress.text, status=True))
        if each.code == "progress-unclear" and not each.advice
        else each
        for each in progress.doubts
    )
    return replace(progress, doubts=advised) if advised != progress.doubts else progress


def _with_lost_words(case: Case, progress: Progress) -> Progress:
    """The answer with a doubt where words of the cell name no part of the measure, or say nothing.

    The doubt says in which words they would have counted.
    """
    if progress.doubts:
        return progress
    labels = [part.label for part in parts_of(case.deadline, case.milestones) if part.label]
    lost = _lost(progress, labels)
    if lost:
        found = doubt(case, "progress-no-effect", hint=lost, advice=_advice(labels))
        return replace(progress, doubts=(found,))
    if progress.meaning is Meaning.UNCLEAR:
        advice = _advice(labels)
        return replace(progress, doubts=(doubt(case, "progress-unclear", advice=advice),))
    return progress


def _lost(progress: Progress, labels: list[str]) -> str:
    """The names in a status that are nobody's; "" where each is a part's and says something."""
    known = {label.casefold() for label in labels}
    if not known:
        return ""
    lost = [
        part.label
        for part in progress.parts
        if part.label.casefold() not in known or part.meaning is Meaning.UNCLEAR
    ]
    # Text, not a message: by it a remark is known again.
    return ", ".join(f"“{one}”" if one.isascii() else f"«{one}»" for one in dict.fromkeys(lost))


def _advice(labels: list[str]) -> Words:
    if not labels:
        return ""
    named = all_quoted(", ", map(occurrence_words, labels[:_MOST_NAMED]))
    return gettext_lazy(
        "Enter, for example, “{first} – done”; the measure's dates: {listed}.",
        first=occurrence_words(labels[0]),
        listed=gettext_lazy("{listed} and others", listed=named)
        if len(labels) > _MOST_NAMED
        else named,
    )


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
