"""Says one item: what it is, when it is due, how it stands, whose it is, what can be done."""

from sheetsync.digest.answers import links
from sheetsync.digest.desk import Occasion
from sheetsync.digest.names import number, quoted, title
from sheetsync.digest.places import row_words
from sheetsync.digest.standing import standing
from sheetsync.model import Digest, Entry, Item, Kind, Mention, State, Topic

# Where everything is new, the word would say nothing.
_ALL_NEW = (Topic.REQUEST,)
_BRIEF = 80


def entry(mention: Mention, topic: Topic, digest: Digest, occasion: Occasion) -> Entry:
    """The item as a part of the topic in this letter."""
    item = mention.item
    return Entry(
        number=number(item, occasion.language),
        title=title(item, occasion.language),
        when=when(item, occasion),
        state=standing(mention, topic, occasion),
        role=_role(mention, topic, digest, occasion),
        new=mention.new and topic not in _ALL_NEW and not digest.introduces,
        place=row_words(item, topic, occasion),
        links=links(item, topic, occasion),
    )


def brief(mention: Mention, topic: Topic, occasion: Occasion) -> Entry:
    """The item in one line: what it is and how it stands."""
    item = mention.item
    return Entry(
        number=number(item, occasion.language),
        title=title(item, occasion.language, limit=_BRIEF),
        when="",
        state=standing(mention, topic, occasion) or when(item, occasion),
        role="",
        links=links(item, topic, occasion)[:1] if occasion.desk.cell_url(item.measure) else (),
    )


def when(item: Item, occasion: Occasion) -> str:
    """What the sheet says and what was understood: срок «апрель», последний день 30 апреля."""
    gettext = occasion.language.gettext
    if not item.said:
        return gettext("no deadline given")
    words = gettext("deadline {words}").format(words=quoted(item.said, occasion.language))
    if not item.due or item.state in (State.ONGOING, State.WAITING, State.UNREAD):
        return words
    due = occasion.day(item.due)
    if item.moved_from:
        moved = gettext("moved from {before} to {after}")
        return f"{words}, {moved.format(before=occasion.day(item.moved_from), after=due)}"
    last = gettext("last day {day}").format(day=due)
    return f"{words}, {last}"


def led_by(item: Item, occasion: Occasion) -> str:
    """Who leads it; not the coordinator, who only hears of what nobody leads."""
    assignment, gettext = item.measure.assignment, occasion.language.gettext
    if assignment.lead and not assignment.unled:
        return gettext("led by: {lead}").format(lead=assignment.lead.name)
    return gettext("the lead is not known (the coordinator is told)")


def _role(mention: Mention, topic: Topic, digest: Digest, occasion: Occasion) -> str:
    """Why the reader sees it, where that is not simply that they lead it."""
    gettext, assignment = occasion.language.gettext, mention.item.measure.assignment
    if topic is Topic.HELPING:
        return led_by(mention.item, occasion)
    if topic is Topic.REQUEST:
        asks = gettext("asked by: {curator}").format(curator=digest.curator)
        return "" if digest.kind is Kind.REQUEST else asks
    if assignment.unled:
        return gettext("those named in the plan have no mailbox, so the letter came to you")
    if assignment.through:
        through = quoted(assignment.through, occasion.language)
        return gettext("the plan names {party}").format(party=through)
    return mention.department if len(digest.departments) > 1 else ""
