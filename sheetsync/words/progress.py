"""What the words of the status column mean, given the deadline and the day."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from sheetsync.model import Deadline, Doubt, Meaning, Milestone, PlanPeriod, Progress
from sheetsync.model.language import Words, all_quoted, gettext_lazy
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.status.case import Case, case_of, doubt
from sheetsync.words.status.parts import parts_of
from sheetsync.words.status.readings import read_case
from sheetsync.words.terms import clip, day_words, meaning_words
from sheetsync.words.wordings import with_offer

# No status is longer; what is, reports in full somewhere else and is not searched for a verdict.
_LONGEST = 2000
# A word that was mistyped by a letter or two; figures must be the same.
_SAME_LETTERS = 90
_MOST_NAMED = 4
_ADVICE = gettext_lazy("Enter “выполнено” and the date, “в работе” or “перенесено на …”.")


def same_word(was: Progress, now: Progress) -> bool:
    """True where two statuses of a row say the same: no mended typo (`help policy`: Marks)."""
    if fold(was.text) == fold(now.text):
        return True
    meant = (was.meaning, was.on, was.parts, was.merged_into)
    if meant != (now.meaning, now.on, now.parts, now.merged_into):
        return False
    figures = re.findall(r"\d+", was.text) == re.findall(r"\d+", now.text)
    return figures and fuzz.ratio(fold(was.text), fold(now.text)) >= _SAME_LETTERS


# One run asks for the row, for its past and for whoever was told: a third of a simulated year.
@lru_cache(maxsize=4096)
def read_progress(
    text: str,
    *,
    deadline: Deadline,
    milestones: tuple[Milestone, ...] = (),
    today: date,
    period: PlanPeriod | None = None,
) -> Progress:
    """Understand one status cell; never raises, what is not understood is `unclear` with a doubt.

    `today` is the day of reading: a deed after it has not happened. A real date arrives as
    "dd.mm.yyyy", a checkbox as "TRUE" or "FALSE". Days without a year lie in the deadline's year,
    or else in the plan's `period`, whatever today is.
    Where `parts` is not empty, it says of each part what `meaning` says of the whole cell.
    """
    if len(text) > _LONGEST:
        long = Doubt(code="progress-unclear", quote=clip(tidy(text), 60))
        return Progress(text=tidy(text), meaning=Meaning.UNCLEAR, doubts=(long,))
    case = case_of(text, deadline=deadline, milestones=milestones, today=today, period=period)
    return _with_offers(_with_lost_words(case, read_case(case)))


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
    return ", ".join(f"«{label}»" for label in dict.fromkeys(lost))


def _advice(labels: list[str]) -> Words:
    if not labels:
        return ""
    named = all_quoted(", ", labels[:_MOST_NAMED])
    return gettext_lazy(
        "Enter, for example, “{first} – выполнено”; the measure's dates: {listed}.",
        first=labels[0],
        listed=gettext_lazy("{listed} and others", listed=named)
        if len(labels) > _MOST_NAMED
        else named,
    )


def explain_progress(progress: Progress) -> str:
    """As in "понято: выполнено, 12 апреля 2021 г.; правило «закрыто»", or that it was not."""
    if progress.meaning is Meaning.UNCLEAR:
        return "не понято"
    parts = [f"понято: {_dated(progress.meaning, progress.on)}"]
    parts += [f"«{part.label}»: {_dated(part.meaning, part.on)}" for part in progress.parts]
    parts += [f"пункт {progress.merged_into}"] if progress.merged_into else []
    parts += [f"правило «{progress.rule}»"] if progress.rule else []
    parts += [f"причина: {progress.reason}"] if progress.reason else []
    return "; ".join(parts)


def _dated(meaning: Meaning, on: date | None) -> str:
    words = meaning_words[meaning]
    return f"{words}, {day_words(on)}" if on else words
