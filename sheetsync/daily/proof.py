"""What there is to show for one measure: how it was read, and who was told of it when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from sheetsync.daily.job import Job
from sheetsync.daily.papers import write_document
from sheetsync.daily.past_days import life_of
from sheetsync.languages import Catalogue, load_language
from sheetsync.model import (
    LETTER_STATES,
    Deadline,
    Line,
    Notification,
    Remembered,
    StoredLetter,
    aliases,
)
from sheetsync.model.language import marked
from sheetsync.papers.proof import write_page
from sheetsync.plan.change_words import measure_life_words
from sheetsync.words.deadlines import explain_deadline
from sheetsync.words.plan_period import deadline_of
from sheetsync.words.terms import clip

# By how the name of a stage begins (`help policy`: Stages); the first that fits.
_STAGES = {
    "late": marked("overdue"),
    "last-day": marked("today is the last day"),
    "before": marked("the deadline is near"),
    "month": marked("due this month"),
    "pulse": marked("question about all-year work"),
    "close": marked("question about the year's result"),
    "ask": marked("question about the date"),
    "request": marked("request to a participant"),
    "with": marked("note to a co-executor"),
    "silent": marked("told to the coordinator: no answer"),
    "finding": marked("told to the coordinator: remark on the sheet"),
}
_OTHER = marked("information")
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A measure's row as it was last read, what its deadline means, and the letters on it.

    Beside each letter stand the stages that it told of this measure; letters of rehearsals,
    which told nobody anything, are there too.
    """

    line: Line
    deadline: Deadline
    letters: tuple[tuple[StoredLetter, tuple[Notification, ...]], ...]


def proof(job: Job, row: Remembered) -> Proof:
    """The proof of that row; a part of a split one has the letters of its parent too."""
    return Proof(
        line=row.line,
        deadline=deadline_of(row.line, job.config.settings.plan.period),
        letters=tuple(_letters(job, row)),
    )


def _letters(job: Job, row: Remembered) -> Iterator[tuple[StoredLetter, tuple[Notification, ...]]]:
    with job.store.reading() as memory:
        links, letters = memory.links(job.name), memory.filed(job.name)
    own = aliases(row.identity, links)
    own |= frozenset() if row.parent is None else aliases(row.parent, links)
    for letter in letters:
        told = tuple(
            notification for notification in letter.notifications if notification.identity in own
        )
        if told:
            yield letter, told


def write_proof(job: Job, row: Remembered, target: Path) -> None:
    """A page on the measure, for people: as a Word document or, by LibreOffice, a PDF.

    Raises UsageError for a target that must not be written or where there is no LibreOffice,
    WorkbookError where the disk refuses.
    """
    language = load_language(job.config.settings.plan.language)
    gettext, line = language.gettext, row.line
    found = proof(job, row)
    number = gettext("no. {number}").format(number=line.number or gettext("none"))
    title = f"{number} {clip(line.measure, 80)}"
    explained = explain_deadline(found.deadline)
    entries = sorted([*_told(found, language), *_changed(job, row)], key=lambda entry: entry[0])
    parts = [
        (gettext("In the plan"), [line.measure, line.deadline, line.responsible, line.status]),
        (gettext("How the deadline was read"), [f"«{line.deadline}»", explained]),
        (gettext("Letters, answers and changes in order"), [words for _, words in entries]),
    ]
    shown = [(heading, [text for text in lines if text.strip()]) for heading, lines in parts]
    write_document(
        job,
        target,
        lambda draft: write_page(draft, title, shown, now=job.now),
    )


def _told(found: Proof, language: Catalogue) -> Iterator[tuple[datetime, str]]:
    """When who was written to, about what, and what became of it; letters alike in one line."""
    alike: dict[tuple[date, str, str], list[StoredLetter]] = {}
    for letter, told in found.letters:
        stages = dict.fromkeys(_stage_words(notification.stage) for notification in told)
        about = ", ".join(map(language.gettext, stages))
        state = language.gettext(LETTER_STATES[letter.state])
        alike.setdefault((letter.changed.date(), about, state), []).append(letter)
    for (day, about, state), letters in alike.items():
        count = len(letters)
        names = ", ".join(letter.to for letter in letters[:_NAMED])
        more = language.gettext("and {n} more").format(n=count - _NAMED)
        said = language.ngettext(
            "{day}: letter to {names} ({about}), {state}",
            "{day}: {n} letters to {names} ({about}), {state}",
            count,
        )
        to = names if count <= _NAMED else f"{names} {more}"
        words = said.format(day=language.day(day), n=count, names=to, about=about, state=state)
        yield letters[0].changed, words


def _changed(job: Job, row: Remembered) -> Iterator[tuple[datetime, str]]:
    life, _ = life_of(job, row)
    for before, after in pairwise(life):
        for words in measure_life_words((before, after))[1:2]:
            yield after[0], words


def _stage_words(stage: str) -> str:
    return next((words for begin, words in _STAGES.items() if stage.startswith(begin)), _OTHER)
