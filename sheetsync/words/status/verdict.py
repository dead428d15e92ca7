"""The answer to a status, with an offer of words where it was not understood or names nothing."""

import re
from dataclasses import replace

from sheetsync.model import Meaning, Progress
from sheetsync.model.language import Words, all_quoted, gettext_lazy
from sheetsync.words.cleaning import fold
from sheetsync.words.occurrence_names import occurrence_words
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, doubt, unclear
from sheetsync.words.status.own_deed import read_own_deed
from sheetsync.words.status.parts import parts_of
from sheetsync.words.status.preparing import MeasureWords, only_prepares
from sheetsync.words.status.readings import read_case
from sheetsync.words.wordings import with_offer

_MOST_NAMED = 4
# One of several places or shares of work: «участок № 1», «2-й этаж», "Block A"; «2 группы» are two.
_NOMINATIVE = (
    r"участок|цех|корпус|этаж|объект|секция|подъезд|линия|котел|блок|бригада|смена|звено|отделение"
    r"|очередь|школа|группа|класс|филиал|дом"
)
_THERE = r"участке|цехе|корпусе|этаже|объекте|секции|подъезде|линии|блоке|отделении|филиале"
_NUMBERED_PLACE = pattern(
    rf"\b(?P<what>{_NOMINATIVE}|{_THERE})\s*(?:№\s*)?(?P<which>\d{{1,4}}|[а-гa-d])\b(?!\.\d)"
    rf"|\b(?P<nth>\d{{1,2}})(?:-?(?:[йяем]|ая|ое|ый|ой|ом))? (?P<place>{_NOMINATIVE}|{_THERE})\b"
    r"|\b(?P<unit>block|floor|building|unit|zone|site|ward) (?P<one>\d{1,3}|[a-d])\b"
)
# Where an event was held is no share of it.
_HELD_THERE = pattern(r"\b(?:провед|провел|состоя|прош[её]?л|held|took place)")
_ADVICE = gettext_lazy("Enter “done” and the date, “in progress” or “postponed to …”.")


def verdict(case: Case, measure: MeasureWords) -> Progress:
    """What a status comes to, and how to write it where that is a doubt."""
    found = read_case(case)
    if found.meaning is Meaning.UNCLEAR and measure.text:
        found = read_own_deed(case, measure.text) or found
    if found.meaning in (Meaning.DONE, Meaning.DONE_PART) and only_prepares(case, measure):
        return unclear(case, "progress-preparation")
    if found.meaning is Meaning.DONE and _of_one_place(case.words, measure.text):
        doubts = (doubt(case, "progress-partial"),)
        return replace(found, meaning=Meaning.PARTIAL, doubts=doubts)
    return _with_offers(_with_lost_words(case, found))


def _of_one_place(words: str, measure: str) -> bool:
    """«Участок № 1 – выполнено», where the measure names no such one: the others are not told."""
    named = [*_NUMBERED_PLACE.finditer(words)]
    if len(named) != 1 or _HELD_THERE.search(words):
        return False
    what, which = (part for part in named[0].groups() if part)
    if which.isalpha() and not what.isalpha():
        what, which = which, what
    own = fold(measure)
    return what[:4] not in own or not re.search(rf"\b{re.escape(which)}\b", own)


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
