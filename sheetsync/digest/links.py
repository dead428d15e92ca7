"""Where a letter leads: into the sheet, and to answers that are prefilled letters."""

from collections.abc import Sequence
from urllib.parse import quote

from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.render_context import RenderContext
from sheetsync.model import Digest, Item, Link, Topic, sheet_row
from sheetsync.model.language import marked

# Who only takes part has no mark to write.
_OF_OTHERS = (Topic.REQUEST, Topic.HELPING)
_ASKED = (Topic.OVERDUE, Topic.DUE_SOON, Topic.ASK, Topic.WAITING)
# What is asked for, and after an empty line an example of it.
_ANSWERS = {
    marked("Done"): marked("Date:\nDocument:\n\nExample: 22 April, minutes no. 3"),
    marked("Postponed"): marked(
        "New deadline:\nReason:\nDocument:\n\n"
        "Example: 15 September, awaiting the rules, order no. 6"
    ),
    marked("Report progress"): marked(
        "What has been done, and when:\nDocument:\n\n"
        "Example: two seminars, 14 and 21 April, 36 people trained"
    ),
    marked("Date known"): marked(
        "What arrived, and when:\nWhat has to be done, and by when:\n\n"
        "Example: request received 15 March, reply due 30 April"
    ),
    marked("Question"): "",
}
_CHASED = ("Done", "Postponed", "Question")
_BY_TOPIC = {
    Topic.OVERDUE: _CHASED,
    Topic.DUE_SOON: _CHASED,
    Topic.ASK: ("Report progress", "Question"),
    Topic.WAITING: ("Date known", "Question"),
    Topic.REQUEST: ("Report progress", "Question"),
    Topic.HELPING: ("Question",),
}


def _row_link(item: Item, topic: Topic, context: RenderContext) -> Link | None:
    """A link to the item's own cell or, with the tab and the row as its label, to the sheet.

    The label of a cell says what to do there: it is the one for the mark that is asked for.
    """
    letterhead = context.letterhead
    url = context.cell_url(item.measure)
    if url:
        gettext = context.gettext
        asked = topic in _ASKED and context.takes_mark(item.measure)
        label = gettext("Answer in the sheet") if asked else gettext("Open in the sheet")
        return Link(label=label, url=url)
    if letterhead.table_url:
        words = row_words(item, topic, context)
        return _link(words, letterhead.table_url) if words else None
    return None


def row_words(item: Item, topic: Topic, context: RenderContext) -> str:
    """The tab and the row; "" where a link opens the very cell, or nothing is written there."""
    if context.cell_url(item.measure) or topic in _OF_OTHERS:
        return ""
    return context.gettext(
        "tab {tab}, row {row}",
        tab=context.quoted(context.plan.tab_of(item.measure.row)),
        row=sheet_row(item.measure.row),
    )


def table_link(digest: Digest, context: RenderContext) -> Link | None:
    """The plan's own tab, for the chair the one that sums it up."""
    letterhead, gettext = context.letterhead, context.gettext
    url, words = letterhead.table_url, gettext("Open the plan")
    if STYLES[digest.kind].focus is Focus.PLAN:
        words = gettext("Open the plan, the tab “Summary”")
        if letterhead.summary_url:
            url, words = letterhead.summary_url, gettext("Open the tab “Summary”")
    return _link(words, url) if url else None


def whereabouts(digest: Digest, context: RenderContext) -> str:
    """For the chair the tab that sums the plan up, where no link leads there; else ""."""
    if STYLES[digest.kind].focus is Focus.PLAN and not table_link(digest, context):
        return context.gettext("For details see the tab “Summary” in the plan's workbook.")
    return ""


def _link(label: str, address: str) -> Link:
    """An address as a link; that of a shared file as a non-local file URL (RFC 8089, section 2)."""
    if not address.startswith("\\\\"):
        return Link(label=label, url=address, address=address)
    path = address.removeprefix("\\\\").replace("\\", "/")
    return Link(label=label, url=f"file://{quote(path)}", address=address)


def links(
    item: Item, topic: Topic, context: RenderContext, *, places: Sequence[str] = ()
) -> tuple[Link, ...]:
    """The links of an item: to its row, if any, and to the answers that fit the topic.

    The first is what the reader should do; who only takes part writes no mark but an answer. For
    a measure with several `places` or days the answer asks which are meant. The coordinator, who
    gets the answers, has no links to them.
    """
    row = _row_link(item, topic, context)
    kinds = () if context.answers_come_here else _BY_TOPIC.get(topic, ())
    answers = tuple(_answer(kind, item, context, places) for kind in kinds)
    opened = (row,) if row else ()
    return (*answers, *opened) if topic in _OF_OTHERS else (*opened, *answers)


def _answer(kind: str, item: Item, context: RenderContext, places: Sequence[str]) -> Link:
    gettext = context.gettext
    label = gettext(kind)
    subject = gettext(
        "Plan {year}, {number}: {answer}",
        year=context.plan.period.label,
        number=context.number(item.measure),
        answer=label.lower(),
    )
    body = gettext(_ANSWERS[kind]) if _ANSWERS[kind] else ""
    if body and len(places) > 1:
        said = "; ".join(places)
        about = gettext("About (please delete what is not meant): {places}", places=said)
        body = f"{about}\n{body}"
    # RFC 6068: line breaks in a mailto body are %0D%0A.
    filled = f"&body={quote(body.replace(chr(10), chr(13) + chr(10)))}" if body else ""
    return Link(
        label=label, url=f"mailto:{context.letterhead.address}?subject={quote(subject)}{filled}"
    )
