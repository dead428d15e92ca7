"""A letter: a digest in words of the chosen language, for the templates to lay out."""

from dataclasses import replace

from sheetsync.digest.figures import figures
from sheetsync.digest.links import table_link, whereabouts
from sheetsync.digest.paragraphs import closing, opening
from sheetsync.digest.render_context import Letterhead, RenderContext
from sheetsync.digest.sections import sections
from sheetsync.digest.subjects import preheader, subject
from sheetsync.model import CalendarDay, CalendarEvent, Digest, Letter, Link, Plan
from sheetsync.model.language import Language


def in_words(digest: Digest, plan: Plan, letterhead: Letterhead, language: Language) -> Letter:
    """The digest in words. `plan` gives the heading and the year."""
    context = RenderContext(
        letterhead=letterhead,
        plan=plan,
        today=digest.today,
        language=language,
        address=digest.address,
    )
    return Letter(
        digest=digest,
        language=language.code,
        subject=subject(digest, context),
        preheader=preheader(digest, context),
        title=plan.title,
        day=language.day_and_weekday(digest.today),
        figures=figures(digest, context),
        sections=sections(digest, context),
        opening=tuple(opening(digest, context)),
        closing=tuple(closing(digest, context)),
        coordinator=Link(label=letterhead.coordinator, url=f"mailto:{letterhead.address}"),
        table=table_link(digest, context),
        whereabouts=whereabouts(digest, context),
        has_marks=any(context.takes_mark(item.measure) for item in digest.led()),
        takes_marks=plan.takes_marks,
        answers_come_here=context.answers_come_here,
        calendar=tuple(_event(day, context) for day in digest.calendar),
    )


def _event(day: CalendarDay, context: RenderContext) -> CalendarEvent:
    line = day.line
    short = context.line_named(line) if line else ""
    words = line.measure if line else ""
    if day.item:
        short, words = context.named(day.item), context.title(day.item)
    return CalendarEvent(
        key=f"{day.identity} {day.what}",
        day=day.day,
        title=context.gettext("Last day: {measure}", measure=short),
        words=words,
        called_off=day.called_off,
    )


def for_trial(letter: Letter, language: Language) -> Letter:
    """The letter marked as one that its addressee does not get."""
    gettext, address = language.gettext, letter.digest.address
    subject = gettext("Trial, for {address}: {subject}")
    words = gettext(
        "This is a trial: the letter is meant for {address}. For now all letters come to you "
        "alone, and nobody counts as informed."
    )
    return replace(
        letter,
        subject=subject.format(address=address, subject=letter.subject),
        opening=(words.format(address=address), *letter.opening),
    )
