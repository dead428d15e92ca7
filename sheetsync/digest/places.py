"""Where a reader finds things in the sheet: by a link, or by the tab and the row in words."""

from urllib.parse import quote

from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.render_context import RenderContext
from sheetsync.model import Digest, Item, Link, Topic, sheet_row

# Who only takes part has no mark to write.
OF_OTHERS = (Topic.REQUEST, Topic.HELPING)
_ASKED = (Topic.OVERDUE, Topic.DUE_SOON, Topic.ASK, Topic.WAITING)


def row_link(item: Item, topic: Topic, context: RenderContext) -> Link | None:
    """What opens the item's own cell, or at least the sheet, named by the tab and the row.

    Its label says what to do there: the cell is the one for the mark that the letter asks for.
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
    if context.cell_url(item.measure) or topic in OF_OTHERS:
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
