"""What a status says and what of it changes nothing: that is asked about, with better words."""

from dataclasses import replace

from sheetsync.model import Doubt, Meaning, Progress
from sheetsync.words.status.answers import doubt
from sheetsync.words.status.case import Case
from sheetsync.words.status.parts import parts_of

_MOST_NAMED = 4


def with_lost_words(case: Case, progress: Progress) -> Progress:
    """The answer with a doubt where words of the cell name no part of the measure, or say nothing.

    The doubt says in which words they would have counted.
    """
    if progress.doubts:
        return progress
    labels = [part.label for part in parts_of(case.deadline, case.milestones) if part.label]
    lost = _lost(progress, labels)
    if lost:
        return replace(progress, doubts=(lost_words(case, lost, labels),))
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


def lost_words(case: Case, lost: str, labels: list[str]) -> Doubt:
    """The doubt about words that name none of the parts."""
    return doubt(case, "progress-no-effect", hint=lost, advice=_advice(labels))


def _advice(labels: list[str]) -> str:
    if not labels:
        return ""
    named = ", ".join(f"«{label}»" for label in labels[:_MOST_NAMED])
    more = " и другие" if len(labels) > _MOST_NAMED else ""
    return f"Напишите, например, «{labels[0]} – выполнено»; сроки пункта: {named}{more}."
