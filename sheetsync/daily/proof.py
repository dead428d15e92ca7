"""The proof on one measure: how it was read, and who was told of it when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from sheetsync.daily.job import Job
from sheetsync.daily.papers import write_document
from sheetsync.daily.past_days import life_of
from sheetsync.daily.plan_context import context_of, line_reader_of
from sheetsync.history.changes import changes
from sheetsync.languages import load_language
from sheetsync.model import (
    LETTER_STATES,
    PLAN_FIELDS,
    ChangeKind,
    Deadline,
    KnownRow,
    Line,
    Notification,
    StageKind,
    StoredLetter,
    SummaryContext,
    aliases,
)
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.papers.proof import Page, write_page
from sheetsync.plan.agenda import agenda_of_lines
from sheetsync.summary.changed import NEWS, change_words
from sheetsync.summary.control import in_words
from sheetsync.summary.inputs import Inputs
from sheetsync.words.occurrence_names import occurrence_said

_OTHER = marked("information")
_NAMED, _SAID = 3, 80
# The page quotes marks; what they mean stands under "How the deadline was read".
_SAID_AS = {ChangeKind.DONE: ChangeKind.STATUS, ChangeKind.REOPENED: ChangeKind.STATUS}


@frozen
class Proof:
    """A measure's row as it was last read, what its deadline means, and the letters on it.

    Beside each letter stand the stages that it told of this measure; letters of rehearsals,
    which told nobody anything, are there too.
    """

    line: Line
    deadline: Deadline
    letters: tuple[tuple[StoredLetter, tuple[Notification, ...]], ...]


def proof(job: Job, row: KnownRow) -> Proof:
    """The proof of that row; a part of a split one has the letters of its parent too."""
    return Proof(
        line=row.line,
        deadline=line_reader_of(job.config, today=job.today).deadline(row.line),
        letters=tuple(_letters_on(job, row)),
    )


def written_cells(line: Line, *, but: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The names and the words of the row's cells that are not blank, all `but` some fields."""
    fields = [field for field in PLAN_FIELDS if not field.into and field.name not in but]
    cells = ((field.called, getattr(line, field.name)) for field in fields)
    return tuple((called, words) for called, words in cells if words.strip())


def _letters_on(job: Job, row: KnownRow) -> Iterator[tuple[StoredLetter, tuple[Notification, ...]]]:
    with job.store.reading() as records:
        links, letters = records.past(job.name).links, records.filed(job.name)
    own = aliases(row.identity, links)
    # Before the split the letters spoke of the whole.
    own |= frozenset() if row.parent is None else aliases(row.parent, links)
    for letter in letters:
        told = tuple(
            notification for notification in letter.notifications if notification.identity in own
        )
        if told:
            yield letter, told


def write_proof(job: Job, row: KnownRow, target: Path) -> None:
    """A page on the measure, for people: as a Word document or, by LibreOffice, a PDF.

    Raises UsageError for a target that must not be written or where there is no LibreOffice,
    WorkbookError where the disk refuses.
    """
    settings, inputs = job.config.settings, _inputs(job, row)
    number = inputs.number_and_tab(row.line)
    page = Page(
        organisation=settings.organisation.name,
        title=inputs.gettext(
            "Record of {number} of the plan {period}",
            number=number,
            period=settings.plan.period.label,
        ),
        day=inputs.as_of,
        parts=[(heading, lines) for heading, lines in _page_parts(job, row, inputs) if lines],
        signature=inputs.gettext(
            "Prepared by: {name}    ____________________    Date: ______________",
            name=settings.coordinator.name,
        ),
    )
    write_document(job, target, lambda draft: write_page(draft, page, now=job.now))


def _inputs(job: Job, row: KnownRow) -> Inputs:
    """The measure alone, as it was last read."""
    return Inputs(
        agenda=agenda_of_lines((row.line,), context_of(job.config), today=job.today),
        context=SummaryContext(stamp=job.now),
        language=load_language(job.config.settings.plan.language),
    )


def _page_parts(
    job: Job, row: KnownRow, inputs: Inputs
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    line = row.line
    cells = written_cells(line, but=("number",))
    yield (
        inputs.gettext("In the plan"),
        [(inputs.gettext(called).capitalize(), words) for called, words in cells],
    )
    yield inputs.gettext("How the deadline was read"), [*_due_lines(inputs)]
    events = [*_letter_events(proof(job, row), inputs), *_change_events(job, row, inputs)]
    events.sort(key=lambda event: event[0])
    yield (
        inputs.gettext("Letters, answers and changes in order"),
        [(inputs.language.day(when.date()), words) for when, words in events],
    )


def _due_lines(inputs: Inputs) -> Iterator[tuple[str, str]]:
    """Each last day of the measure with its state."""
    for item in inputs.agenda.items:
        due = inputs.language.day(item.due) if item.due else ""
        day = inputs.gettext("last day {day}", day=due) if due else ""
        state = in_words(inputs, item)
        yield (
            occurrence_said(item.what, inputs.language) or inputs.quoted(item.deadline_text, _SAID),
            ", ".join(filter(None, (day, state))),
        )


def _letter_events(found: Proof, inputs: Inputs) -> Iterator[tuple[datetime, str]]:
    """When who was written to, about what, and what became of it; letters alike in one line."""
    alike: dict[tuple[date, str, str], list[StoredLetter]] = {}
    for letter, told in found.letters:
        stages = dict.fromkeys(_stage_words(notification.stage) for notification in told)
        about = ", ".join(map(inputs.gettext, stages))
        state = inputs.gettext(LETTER_STATES[letter.state])
        alike.setdefault((letter.changed.date(), about, state), []).append(letter)
    sentence = marked("letter to {names}: {about}; {state}")
    for (_, about, state), letters in alike.items():
        names = ", ".join(letter.recipient for letter in letters[:_NAMED])
        if letters[_NAMED:]:
            names += f", {inputs.gettext('and {n} more', n=len(letters) - _NAMED)}"
        yield letters[0].changed, inputs.gettext(sentence, names=names, about=about, state=state)


def _change_events(job: Job, row: KnownRow, inputs: Inputs) -> Iterator[tuple[datetime, str]]:
    life, _ = life_of(job, row)
    progress = line_reader_of(job.config, today=job.today).progress
    for (_, was), (when, now) in pairwise(life):
        before, after = replace(row, line=was), replace(row, line=now)
        for change in changes((before,), (after,), progress=progress):
            if change.kind in NEWS:
                as_mark = replace(change, kind=_SAID_AS.get(change.kind, change.kind))
                yield when, change_words(inputs, as_mark)


def _stage_words(stage: str) -> str:
    kind = StageKind.of(stage)
    return kind.proof if kind else _OTHER
