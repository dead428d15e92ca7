"""The paragraphs around the sections: what this letter is, why it came, who stands behind it."""

from collections.abc import Iterator

from sheetsync.digest.desk import Occasion
from sheetsync.digest.figures import sum_of_the_plan
from sheetsync.digest.names import numbers, quoted
from sheetsync.model import Digest, Kind, Mention, Role


def opening(digest: Digest, occasion: Occasion) -> Iterator[str]:
    """What comes before the sections: whatever the reader would ask first."""
    gettext = occasion.language.gettext
    mentions = digest.mentions()
    if digest.introduces and digest.kind is not Kind.COORDINATOR:
        yield from _introduction(occasion)
    if digest.kind is Kind.REQUEST:
        yield gettext(
            "Good day. {curator} gathers what was done about the measures of the plan in which your"
            " organisation takes part. Please tell us: an answer to this letter of two or three"
            " lines is enough."
        ).format(curator=digest.curator)
    if digest.kind is Kind.CHAIR:
        yield f"{sum_of_the_plan(digest, occasion)}."
    yield from _stands_in(digest, occasion)
    if any(mention.again for mention in mentions):
        yield gettext(
            "You may have had a part of this already: it is not known whether the last letter"
            " arrived."
        )
    if digest.kind is Kind.BETWEEN:
        yield from _what_is_new([m for m in mentions if m.new], occasion)


def closing(digest: Digest, occasion: Occasion) -> Iterator[str]:
    """Why it came, in whose name, how often."""
    gettext, desk = occasion.language.gettext, occasion.desk
    yield _reason(digest, occasion)
    behind = gettext(
        "A program wrote it from what stands in the sheet of the plan, on behalf of {organisation}."
    )
    yield behind.format(organisation=desk.organisation or desk.coordinator)
    yield _rhythm(digest, occasion)


def _introduction(occasion: Occasion) -> Iterator[str]:
    gettext, desk = occasion.language.gettext, occasion.desk
    yield gettext(
        "This is your first letter about the plan. A program reads the sheet of the plan every"
        " day and reminds those who are responsible: before the last day, after it, and once a"
        " quarter of what goes on all year. It changes nothing in the sheet."
    )
    yield gettext(
        "Behind it stands {organisation}; {coordinator} looks after the plan and reads the"
        " answers: {address}."
    ).format(
        organisation=desk.organisation or desk.coordinator,
        coordinator=desk.coordinator,
        address=desk.address,
    )


def _what_is_new(new: list[Mention], occasion: Occasion) -> Iterator[str]:
    """What to look at first, where the rest was told before."""
    if new:
        measures = (mention.item.measure for mention in new)
        names = numbers(((m.number, m.row) for m in measures), occasion.language)
        yield occasion.language.gettext("New in this letter: {names}.").format(names=names)


def _stands_in(digest: Digest, occasion: Occasion) -> Iterator[str]:
    """For whom a substitute reads, and until when."""
    for department, until in digest.stands_in:
        yield occasion.language.gettext(
            "Until {day} letters to {department} come to you, who stand in for it."
        ).format(day=occasion.day(until), department=quoted(department, occasion.language))


def _reason(digest: Digest, occasion: Occasion) -> str:
    gettext = occasion.language.gettext
    if digest.kind is Kind.CHAIR:
        return gettext("You got this letter because you preside over the plan's execution.")
    if digest.kind is Kind.COORDINATOR:
        return gettext("You got this letter because you look after the plan.")
    roles = {m.role for m in digest.mentions()} | {news.role for news in digest.news}
    if roles <= {Role.MEMBER, Role.HELPER}:
        return gettext("You got this letter because you are named in the plan as a participant.")
    return gettext("You got this letter because you are responsible for measures of the plan.")


def _rhythm(digest: Digest, occasion: Occasion) -> str:
    gettext = occasion.language.gettext
    if digest.kind is Kind.CHAIR:
        return gettext("It comes at the beginning of a month and before a sitting.")
    if digest.kind is Kind.COORDINATOR:
        return gettext("It comes on working days on which there is something new.")
    roles = {mention.role for mention in digest.mentions()}
    if roles and roles <= {Role.MEMBER, Role.HELPER}:
        return _rhythm_of_others(roles, occasion)
    return gettext(
        "The whole picture comes on the first working day of a month; between, a letter comes only"
        " when a deadline is near or has passed, or something has changed."
    )


def _rhythm_of_others(roles: set[Role], occasion: Occasion) -> str:
    """How often who only takes part is written to."""
    gettext = occasion.language.gettext
    asked = gettext("Such requests come a few times a year.")
    helps = gettext(
        "Where you are a co-executor, we write at the beginning of the month in which it is due."
    )
    said = [asked] if Role.MEMBER in roles else []
    return " ".join((*said, *([helps] if Role.HELPER in roles else [])))
