"""The paragraphs around the sections: what this letter is, why it came, who stands behind it."""

from collections.abc import Iterator
from datetime import date

from sheetsync.digest.chair import SITTING
from sheetsync.digest.figures import sum_of_the_plan
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.render_context import RenderContext
from sheetsync.model import Digest, Role
from sheetsync.model.grouping import grouped
from sheetsync.model.language import marked, one_stop


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
    yield from greeting(digest, context)
    if style.focus is Focus.PLAN:
        yield from _sitting(digest, context)
        yield f"{sum_of_the_plan(digest, context)}."
    yield from _stands_in(digest, context)
    if any(digest_item.again for digest_item in digest_items):
        yield gettext(
            "You may have had a part of this already: it is not known whether the last letter"
            " arrived."
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
            "A program wrote it from what stands in the sheet of the plan,"
            " on behalf of {organisation}.",
            organisation=letterhead.organisation,
        )
        yield one_stop(behind)
    else:
        yield gettext("A program wrote it from what stands in the sheet of the plan.")
    yield _rhythm(digest, context)


def _introduction(context: RenderContext) -> Iterator[str]:
    gettext, letterhead = context.gettext, context.letterhead
    yield gettext(
        "This is your first letter about the plan: a program reads its sheet every day and reminds"
        " of deadlines. It changes nothing in your cells."
    )
    if context.answers_come_here:
        yield gettext("You look after the plan, and answers to its letters come to you.")
        return
    said = marked(
        "Behind it stands {organisation}; {coordinator} looks after the plan and reads the"
        " answers: {address}."
    )
    if not letterhead.organisation:
        said = marked("{coordinator} looks after the plan and reads the answers: {address}.")
    yield gettext(
        said,
        organisation=letterhead.organisation,
        coordinator=letterhead.coordinator,
        address=letterhead.address,
    )


def _sitting(digest: Digest, context: RenderContext) -> Iterator[str]:
    """The sitting that the letter came before."""
    occasion, _, day = digest.trigger.partition(" ")
    if occasion == SITTING:
        told = context.language.weekday(date.fromisoformat(day))
        yield context.gettext("The sitting is on {day}.", day=told)


def _request(digest: Digest, context: RenderContext) -> Iterator[str]:
    """What the lead is asked to do, before any detail: who finds one number answers that one."""
    by_day = grouped(digest.asking(), lambda one: one.answer_by or digest.answer_by)
    asked: set[int] = set()
    for by in sorted(by_day, key=lambda day: day or date.max):
        # Parts of one measure have one cell for their marks: the first of their days is named.
        measures = {one.item.measure.row: one.item.measure for one in by_day[by]}
        names = context.numbers(each for row, each in measures.items() if row not in asked)
        asked |= measures.keys()
        if not names:
            continue
        if by == context.today:
            yield context.gettext("What we ask of you today: a mark on {names}.", names=names)
        elif by:
            dated, day = marked("What we ask of you by {day}: a mark on {names}."), context.day(by)
            yield context.gettext(dated, day=day, names=names)
        else:
            yield context.gettext("What we ask of you: a mark on {names}.", names=names)


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
            "Until {day} letters to {department} come to you, who stand in for it.",
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
        return gettext("You got this letter because you are named in the plan as a participant.")
    return gettext("You got this letter because you are responsible for measures of the plan.")


def _rhythm(digest: Digest, context: RenderContext) -> str:
    gettext, rhythm = context.gettext, STYLES[digest.kind].rhythm
    if rhythm:
        return gettext(rhythm)
    roles = {digest_item.role for digest_item in digest.items()}
    if roles and roles <= {Role.MEMBER, Role.HELPER}:
        return _rhythm_of_others(roles, context)
    return gettext(
        "The whole picture comes on the first working day of a month; between, a letter comes only"
        " when a deadline is near or has passed, or something has changed."
    )


def _rhythm_of_others(roles: set[Role], context: RenderContext) -> str:
    """How often who only takes part is written to."""
    gettext = context.gettext
    asked = gettext("Such requests come a few times a year.")
    helps = gettext(
        "Where you are a co-executor, we write at the beginning of the month in which it is due."
    )
    said = [asked] if Role.MEMBER in roles else []
    return " ".join((*said, *([helps] if Role.HELPER in roles else [])))
