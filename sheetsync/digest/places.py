"""Where a reader finds things in the sheet: by a link, or by the tab and the row in words."""

from urllib.parse import quote

from sheetsync.digest.desk import Occasion
from sheetsync.digest.names import quoted
from sheetsync.model import Digest, Item, Kind, Link, Topic

# Who only takes part has no mark to write.
OF_OTHERS = (Topic.REQUEST, Topic.HELPING)


def row_link(item: Item, topic: Topic, occasion: Occasion) -> Link | None:
    """What opens the item's own cell, or at least the sheet, named by the tab and the row."""
    desk = occasion.desk
    url = desk.cell_url(item.measure)
    if url:
        return Link(label=occasion.language.gettext("Open in the sheet"), url=url)
    if desk.table_url:
        words = row_words(item, topic, occasion)
        return _link(words, desk.table_url) if words else None
    return None


def row_words(item: Item, topic: Topic, occasion: Occasion) -> str:
    """The tab and the row; "" where a link opens the very cell, or nothing is written there."""
    if occasion.desk.cell_url(item.measure) or topic in OF_OTHERS:
        return ""
    return occasion.language.gettext("tab {tab}, row {row}").format(
        tab=quoted(occasion.plan.tab, occasion.language), row=item.measure.row
    )


def table_link(digest: Digest, occasion: Occasion) -> Link | None:
    """The plan's own tab, for the chair the one that sums it up."""
    desk, gettext = occasion.desk, occasion.language.gettext
    if digest.kind is not Kind.CHAIR:
        return _link(gettext("Open the plan"), desk.table_url) if desk.table_url else None
    if desk.summary_url:
        return _link(gettext("Open the tab «Сводка»"), desk.summary_url)
    if desk.table_url:
        return _link(gettext("Open the plan, the tab «Сводка»"), desk.table_url)
    return None


def whereabouts(digest: Digest, occasion: Occasion) -> str:
    """For the chair the tab that sums the plan up, where no link leads there; else ""."""
    if digest.kind is Kind.CHAIR and not table_link(digest, occasion):
        return occasion.language.gettext("More stands on the tab «Сводка» of the plan's workbook.")
    return ""


def _link(label: str, address: str) -> Link:
    """An address as a link; that of a shared file as a non-local file URL (RFC 8089, section 2)."""
    if not address.startswith("\\\\"):
        return Link(label=label, url=address, address=address)
    path = address.removeprefix("\\\\").replace("\\", "/")
    return Link(label=label, url=f"file://{quote(path)}", address=address)
