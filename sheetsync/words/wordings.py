"""Phrases that a person has settled: how they are found, and whether a meaning can be taken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sheetsync.model import OPEN, Deadline, DeadlineKind, Meaning, Progress, Wordings
from sheetsync.model.language import Message, gettext_lazy, joined, marked
from sheetsync.words.cleaning import fold, tidy

_LONGEST = 100  # characters of a phrase that anybody would type into a command
# Of a kind that one deed closes: the meaning is then judged by its words alone.
_DATED = Deadline(text="", kind=DeadlineKind.MONTH, rule="")


def phrase_key(text: str) -> str:
    """What a settled phrase is found by: the same for all ways to type it."""
    return fold(text).strip(" .,;:!")


def with_offer(advice: Message, text: str, *, status: bool = False) -> Message:
    """The advice with the command that settles the phrase for good, where it can be typed."""
    line = tidy(text)
    if len(line) > _LONGEST or '"' in line or not any(map(str.isalnum, line)):
        return advice
    offer = (
        gettext_lazy(
            'Or decide it once for all: sheetsync wordings add --status "{text}" --as "in work"',
            text=line,
        )
        if status
        else gettext_lazy(
            'Or decide it once for all: sheetsync wordings add "{text}" --as "by 15 May"', text=line
        )
    )
    return joined(" ", (advice, offer))


def read_by_wordings(text: str, read: Callable[[str], Progress], wordings: Wordings) -> Progress:
    """What a status means, by `read` or as it is settled, which overrules all rules."""
    words = dict(wordings.statuses).get(phrase_key(text)) if wordings.statuses else None
    if words is None:
        return read(text)
    return replace(read(words), text=tidy(text), rule=f"принятая фраза: «{words}»")


def meaning_problem(
    phrase: str, meaning: str, *, year: int, wordings: Wordings, status: bool
) -> str:
    """Why the phrase cannot be settled to mean that, with {phrase} and {meaning}; "" where it can.

    What it is to mean must itself be understood, so that no day is ever guessed.
    """
    # Here, as both modules import this one.
    from sheetsync.words.deadlines import read_deadline
    from sheetsync.words.progress import read_progress

    if not phrase:
        return marked("The phrase is empty. Put it in quotation marks as it stands in the plan.")
    if status:
        # On the last day of the year no day of the meaning is still to come (a doubt).
        read = read_progress(meaning, deadline=_DATED, today=date(year, 12, 31))
        understood = read.meaning not in (Meaning.UNCLEAR, Meaning.BLANK)
    else:
        deadline = read_deadline(meaning, year=year, wordings=wordings)
        understood = meaning == OPEN or deadline.kind is not DeadlineKind.UNREADABLE
    if understood:
        return ""
    return marked("“{meaning}” is not understood either. What can be written: sheetsync help rules")
