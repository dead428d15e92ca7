"""Says one item: what it is, when it is due, how it stands, whose it is, what can be done."""

from sheetsync.digest.answers import links
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.names import number, quoted, title
from sheetsync.digest.places import row_words
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.standing import standing
from sheetsync.model import Digest, DigestItem, Entry, Item, State, Topic

# Where everything is new, the word would say nothing.
_ALL_NEW = (Topic.REQUEST,)
_NOT_ASKED = (Topic.UPCOMING, Topic.ONGOING)
_BRIEF = 80


def entry(digest_item: DigestItem, topic: Topic, digest: Digest, context: RenderContext) -> Entry:
    """The item as a part of the topic in this letter."""
    item = digest_item.item
    return Entry(
        number=number(item, context.language),
        title=title(item, context.language),
        when=when(item, context),
        state=standing(digest_item, topic, context),
        role=_role(digest_item, topic, digest, context),
        new=digest_item.new and topic not in _ALL_NEW and _tells_apart(digest),
        place=row_words(item, topic, context),
        links=links(item, topic, context),
    )


def _tells_apart(digest: Digest) -> bool:
    """Whether the word "new" would say something: some of what is asked was told before."""
    asked = (items for topic, items in digest.topics.items() if topic not in _NOT_ASKED)
    return not digest.introduces and any(not one.new for items in asked for one in items)


def brief(digest_item: DigestItem, topic: Topic, context: RenderContext) -> Entry:
    """The item in one line: what it is and how it stands."""
    item = digest_item.item
    return Entry(
        number=number(item, context.language),
        title=title(item, context.language, limit=_BRIEF),
        when="",
        # Of what lies ahead the day matters, not what was marked about others of its days.
        state=(topic is not Topic.UPCOMING and standing(digest_item, topic, context))
        or when(item, context),
        role="",
        links=links(item, topic, context)[:1] if context.letterhead.cell_url(item.measure) else (),
    )


def when(item: Item, context: RenderContext) -> str:
    """What the sheet says and what was understood: срок «апрель», последний день 30 апреля."""
    gettext = context.language.gettext
    if not item.said:
        return gettext("no deadline given")
    words = gettext("deadline {words}").format(words=quoted(item.said, context.language))
    if not item.due or item.state in (State.ONGOING, State.WAITING, State.UNREAD):
        return words
    due = context.day(item.due)
    if item.moved_from:
        moved = gettext("moved from {before} to {after}")
        return f"{words}, {moved.format(before=context.day(item.moved_from), after=due)}"
    last = gettext("last day {day}").format(day=due)
    return f"{words}, {last}"


def led_by(item: Item, context: RenderContext) -> str:
    """Who leads it; not the coordinator, who only hears of what nobody leads."""
    assignment, gettext = item.measure.assignment, context.language.gettext
    if assignment.lead and not assignment.unled:
        return gettext("led by: {lead}").format(lead=assignment.lead.name)
    return gettext("the lead is not known (the coordinator is told)")


def _role(digest_item: DigestItem, topic: Topic, digest: Digest, context: RenderContext) -> str:
    """Why the reader sees it, where that is not simply that they lead it."""
    gettext, assignment = context.language.gettext, digest_item.item.measure.assignment
    if topic is Topic.HELPING:
        return led_by(digest_item.item, context)
    if topic is Topic.REQUEST:
        asks = gettext("asked by: {curator}").format(curator=digest.curator)
        return "" if STYLES[digest.kind].greeting else asks  # which names the curator
    if assignment.unled:
        return gettext("those named in the plan have no mailbox, so the letter came to you")
    if assignment.through:
        through = quoted(assignment.through, context.language)
        return gettext("the plan names {party}").format(party=through)
    return digest_item.department if len(digest.departments) > 1 else ""
