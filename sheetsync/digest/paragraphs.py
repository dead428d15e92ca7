"""The paragraphs around the sections: what this letter is, why it came, who stands behind it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sheetsync.digest.chair import SITTING
from sheetsync.digest.figures import sum_of_the_plan
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.render_context import RenderContext
from sheetsync.model import AlertKind, Digest, Role
from sheetsync.model.grouping import grouped
from sheetsync.model.language import marked, one_stop


class _Asking(NamedTuple):
    """The sentences of a request: for today, by a day, and without a day."""

    today: str
    dated: str
    undated: str


_MARKS = _Asking(
    marked("Please send us an update on {names} today."),
    marked("Please send us an update on {names} by {day}."),
    marked("Please send us an update on {names}."),
)
_ANSWERS = _Asking(  # where the sheet has no column for marks
    marked("Please send us an answer about {names} today."),
    marked("Please send us an answer about {names} by {day}."),
    marked("Please send us an answer about {names}."),
)

_SILENCE = (AlertKind.ESCALATED, AlertKind.SILENT, AlertKind.NO_REPORT)


def opening(digest: Digest, context: RenderContext) -> Iterator[str]:
    """What comes before the sections: whatever the reader would ask first."""
    gettext, style = context.gettext, STYLES[digest.kind]
    digest_items = digest.items()
    if style.whole:
        yield from _request(digest, context)
    if digest.introduces and style.focus is not Focus.ALERTS:
        yield from _introduction(context)
    if digest.takes_over:
        yield gettext(
            "You look after the plan now. A program reads its sheet every day and reminds those"
            " responsible of deadlines; to you it writes what only a person can settle, and answers"
            " to its letters come to you. It changes nothing in your cells."
        )
    yield from _nowhere_to_mark(digest, context)
    yield from greeting(digest, context)
    if style.focus is Focus.PLAN:
        yield from _sitting(digest, context)
        yield f"{sum_of_the_plan(digest, context)}."
    yield from _stands_in(digest, context)
    if any(digest_item.again for digest_item in digest_items):
        yield gettext(
            "You may have received some of this already: we could not confirm that our last "
            "letter was delivered."
        )
    if not style.whole:
        yield from _what_is_new(digest, context)


def greeting(digest: Digest, context: RenderContext) -> Iterator[str]:
    """What opens all letters of the kind, where something does."""
    if words := STYLES[digest.kind].greeting:
        since = context.day(digest.since or context.plan.period.starts)
        yield context.gettext(words, curator=digest.curator, since=since)


def closing(digest: Digest, context: RenderContext) -> Iterator[str]:
    """Why it came, in whose name, how often."""
    gettext, letterhead = context.gettext, context.letterhead
    yield _reason(digest, context)
    if letterhead.organisation:
        behind = gettext(
            "It was generated from the plan's spreadsheet on behalf of {organisation}.",
            organisation=letterhead.organisation,
        )
        yield one_stop(behind)
    else:
        yield gettext("It was generated from the plan's spreadsheet.")
    yield _rhythm(digest, context)


def _introduction(context: RenderContext) -> Iterator[str]:
    gettext, letterhead = context.gettext, context.letterhead
    yield gettext(
        "This is your first letter about the plan: a program reads its spreadsheet every day and "
        "reminds you of deadlines. It never edits your cells."
    )
    if context.answers_come_here:
        yield gettext("You manage the plan, and replies to its letters come to you.")
        return
    said = marked(
        "It is run for {organisation}. {coordinator} manages the plan and reads your replies: "
        "{address}."
    )
    if not letterhead.organisation:
        said = marked("{coordinator} manages the plan and reads your replies: {address}.")
    yield gettext(
        said,
        organisation=letterhead.organisation,
        coordinator=letterhead.coordinator,
        address=letterhead.address,
    )


def _nowhere_to_mark(digest: Digest, context: RenderContext) -> Iterator[str]:
    """Why the coordinator hears of silence that no lead could end."""
    if not context.plan.takes_marks and digest.alerted(*_SILENCE):
        yield one_stop(
            context.gettext(
                "No column is for marks, so nothing can be marked as done: “sheetsync setup-sheet” "
                "adds one. If marks stand in another column, put its header into columns.toml, "
                "[status]"
            )
            + "."
        )


def _sitting(digest: Digest, context: RenderContext) -> Iterator[str]:
    """The sitting that the letter came before."""
    occasion, _, day = digest.trigger.partition(" ")
    if occasion == SITTING:
        told = context.language.weekday(date.fromisoformat(day))
        yield context.gettext("The meeting is on {day}.", day=told)


def _request(digest: Digest, context: RenderContext) -> Iterator[str]:
    """What the lead is asked to do, before any detail: who finds one number answers that one."""
    by_day = grouped(digest.asking(), lambda one: one.answer_by or digest.answer_by)
    asked: set[int] = set()
    for by in sorted(by_day, key=lambda day: day or date.max):
        # Parts of one measure have one cell for their marks: the first of their days is named.
        measures = {one.item.measure.row: one.item.measure for one in by_day[by]}
        left = [each for row, each in measures.items() if row not in asked]
        asked |= measures.keys()
        for sentences, takes_mark in ((_MARKS, True), (_ANSWERS, False)):
            of_these = [each for each in left if context.takes_mark(each) is takes_mark]
            if of_these:
                yield _asked_by(by, sentences, context.numbers(of_these), context)


def _asked_by(by: date | None, sentences: _Asking, names: str, context: RenderContext) -> str:
    if by == context.today:
        return context.gettext(sentences.today, names=names)
    if by:
        return context.gettext(sentences.dated, day=context.day(by), names=names)
    return context.gettext(sentences.undated, names=names)


def _what_is_new(digest: Digest, context: RenderContext) -> Iterator[str]:
    """What to look at first, where the rest was told before; by when to answer what is asked."""
    new = {one.item.measure.row: one.item.measure for one in digest.items() if one.is_news}
    asked = {item.measure.row for item in digest.asked_for()}
    if new and not (digest.answer_by and asked == set(new)):
        names = context.numbers(new.values())
        yield context.gettext("New in this letter: {names}.", names=names)
    if digest.answer_by:
        yield from _request(digest, context)


def _stands_in(digest: Digest, context: RenderContext) -> Iterator[str]:
    """For whom a substitute reads, and until when."""
    for department, until in digest.stands_in:
        yield context.gettext(
            "Until {day} you receive the letters for {department} as its substitute.",
            day=context.day(until),
            department=context.quoted(department),
        )


def _reason(digest: Digest, context: RenderContext) -> str:
    gettext, reason = context.gettext, STYLES[digest.kind].reason
    if context.answers_come_here:  # and of what has no lead is told as if they led it
        reason = STYLES["coordinator"].reason
    if reason:
        return gettext(reason)
    roles = {m.role for m in digest.items()} | {news.role for news in digest.news}
    if roles <= {Role.MEMBER, Role.HELPER}:
        return gettext("You are receiving this letter because the plan names you as a participant.")
    return gettext(
        "You are receiving this letter because you are responsible for measures in the plan."
    )


def _rhythm(digest: Digest, context: RenderContext) -> str:
    gettext, rhythm = context.gettext, STYLES[digest.kind].rhythm
    if rhythm:
        return gettext(rhythm)
    roles = {digest_item.role for digest_item in digest.items()}
    if roles and roles <= {Role.MEMBER, Role.HELPER}:
        return _rhythm_of_others(roles, context)
    return gettext(
        "A full overview comes on the first working day of each month; in between you hear from "
        "us only when a deadline is near or has passed, or something has changed."
    )


def _rhythm_of_others(roles: set[Role], context: RenderContext) -> str:
    """How often those who only take part get letters."""
    gettext = context.gettext
    asked = gettext("Such requests come a few times a year.")
    helps = gettext(
        "Where you are a co-executor, we write at the start of the month in which the measure is "
        "due or overdue."
    )
    said = [asked] if Role.MEMBER in roles else []
    return " ".join((*said, *([helps] if Role.HELPER in roles else [])))
