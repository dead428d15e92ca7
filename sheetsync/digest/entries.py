"""Says one measure: what it is, when it is due, how it stands, whose it is, what can be done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.links import links, row_words
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.standing import standing
from sheetsync.model import (
    CoordinatorAlert,
    Digest,
    DigestItem,
    Entry,
    Item,
    StageKind,
    State,
    Topic,
)
from sheetsync.model.grouping import grouped
from sheetsync.plan.names import TITLE
from sheetsync.words.clipping import clip
from sheetsync.words.occurrence_names import occurrence_said

Group = tuple[DigestItem, ...]  # items of one measure
_Told = TypeVar("_Told", DigestItem, CoordinatorAlert)

# Where everything is new, the word would say nothing.
_ALL_NEW = (Topic.REQUEST,)
_UNDATED = (State.ONGOING, State.WAITING, State.UNREAD)
_BRIEF, _PART = 120, 60
_PARTS = 8  # a district may hold 25 places; their days are in the sheet


def by_measure(found: Iterable[_Told]) -> list[tuple[_Told, ...]]:
    """Group items by measure: its words are read once, its places and days below them.

    What is about no item is left out.
    """
    of_items = (one for one in found if one.item)
    groups = grouped(of_items, lambda one: one.item and one.item.measure.row)
    return [tuple(group) for group in groups.values()]


def is_new(group: Sequence[_Told]) -> bool:
    """True where a part of the measure was not told before."""
    return any(one.new for one in group)


def entry(group: Group, topic: Topic, digest: Digest, context: RenderContext) -> Entry:
    """The measure as a part of the topic in this letter."""
    item = group[0].item
    says_new = any(one.is_news for one in group) and topic not in _ALL_NEW
    return replace(
        worded([(one.item, standing(one, topic, context)) for one in group], context),
        role=_role_words(group[0], topic, digest, context),
        new=says_new and _tells_apart(digest),
        place=row_words(item, topic, context),
        links=links(item, topic, context, places=_place_names(group, context)),
    )


def _place_names(group: Group, context: RenderContext) -> tuple[str, ...]:
    """What tells the parts of the measure apart: a place, or the last day of an occurrence."""
    items = [one.item for one in group]
    names = (
        context.day(each.due)
        if each.due and not each.measure.milestones
        else _place_name(each, context)
        for each in items
    )
    return tuple(dict.fromkeys(filter(None, names)))[:_PARTS]


def _place_name(item: Item, context: RenderContext) -> str:
    # An occurrence is told by its day; its label is a word of the sheet that stands above.
    return (
        ""
        if item.due and not item.measure.milestones
        else clip(occurrence_said(item.what, context.language), _PART)
    )


def worded(told: Sequence[tuple[Item, str]], context: RenderContext) -> Entry:
    """Items of one measure, each with how it stands; what is true of all is said once."""
    whens = {when(item, context) for item, _ in told}
    deadlines = {_deadline(item, context) for item, _ in told}
    same_state = len({state for _, state in told}) == 1
    shared = whens if len(whens) == 1 else deadlines
    own = (
        (
            item,
            ("" if len(whens) == 1 else last_day(item, context) or _deadline(item, context)),
            ("" if same_state else state),
        )
        for item, state in told
    )
    parts = ((item, _in_a_row(*words)) for item, *words in own)
    return replace(
        _titled(told, context),
        when=next(iter(shared)) if len(shared) == 1 else "",
        state=told[0][1] if same_state else "",
        parts=_parts(parts, context) if _are_several(told) else (),
    )


def _are_several(told: Sequence[tuple[Item, str]]) -> bool:
    return len({(item.what, item.due) for item, _ in told}) > 1


def _titled(
    told: Sequence[tuple[Item, str]], context: RenderContext, *, limit: int = TITLE
) -> Entry:
    item, state = told[0]
    # Which of several it is each of its parts says.
    item = replace(item, what="") if _are_several(told) else item
    shown = context.title(item, limit=limit)
    return Entry(number=context.number(item.measure), title=shown, when="", state=state, role="")


def _parts(told: Iterable[tuple[Item, str]], context: RenderContext) -> tuple[str, ...]:
    """The places or days of one measure, those of which the same is true in one line."""
    names: dict[str, dict[str, None]] = {}
    for item, words in told:
        names.setdefault(words, {})[_place_name(item, context)] = None
    lines = [": ".join(filter(None, (_in_a_row(*of), words))) for words, of in names.items()]
    more = len(lines) - _PARTS
    if more > 0:
        lines[_PARTS:] = [context.gettext("and {n} more", n=more)]
    return tuple(lines)


def _in_a_row(*words: str) -> str:
    return ", ".join(filter(None, words))


def _tells_apart(digest: Digest) -> bool:
    """Whether the word "new" would say something: some of what is asked was told before."""
    asked = (items for topic, items in digest.topics.items() if not topic.quiet)
    return not digest.introduces and any(not one.new for items in asked for one in items)


def brief(group: Group, topic: Topic, context: RenderContext) -> Entry:
    """The measure in one line: what it is and how it stands."""
    item = group[0].item
    opened = links(item, topic, context)[:1] if context.cell_url(item.measure) else ()
    told = [(one.item, _in_brief(one, topic, context)) for one in group]
    line = in_a_line(told, context)
    if days := _days_ahead(group, topic, context):
        line = replace(line, state=days)
    return replace(line, links=opened)


def _days_ahead(group: Group, topic: Topic, context: RenderContext) -> str:
    """The days of one deadline, whose words are said once; "" where each has words of its own."""
    items = [one.item for one in group]
    days = [context.day(item.due) for item in items if item.due and not item.moved_from]
    together = topic is Topic.UPCOMING and not items[0].measure.milestones
    if not together or len(days) != len(items) or len(set(days)) == 1:
        return ""
    last = context.gettext("last days {days}", days=", ".join(days))
    return _in_a_row(_deadline(items[0], context), last)


def in_a_line(told: Sequence[tuple[Item, str]], context: RenderContext) -> Entry:
    """As `worded`, but the places and days one after the other, each with all of its words."""
    found = _titled(told, context, limit=_BRIEF)
    if not _are_several(told):
        return found
    return replace(found, state="; ".join(_parts(told, context)))


def _in_brief(digest_item: DigestItem, topic: Topic, context: RenderContext) -> str:
    """The day and how it stands; a line has no other place for the day."""
    item = digest_item.item
    # Of what lies ahead the day matters, not what was marked about others of its days.
    state = "" if topic is Topic.UPCOMING else standing(digest_item, topic, context)
    names_day = item.due == context.today or digest_item.kind is StageKind.LAST_DAY
    if not state or (names_day and not item.moved_from):
        return state or when(item, context)
    if topic is Topic.WAITING and not digest_item.stage:  # nobody has read its words before
        return _in_a_row(_deadline(item, context), state)
    return ", ".join(filter(None, (last_day(item, context), state)))


def when(item: Item, context: RenderContext) -> str:
    """The deadline's words and what was understood: срок «апрель», последний день 30 апреля."""
    return _in_a_row(_deadline(item, context), last_day(item, context))


def _deadline(item: Item, context: RenderContext) -> str:
    gettext = context.gettext
    if not item.deadline_text:
        return gettext("no deadline given")
    return gettext("deadline {words}", words=context.quoted(item.deadline_text))


def moves_told(group: Group) -> Iterator[DigestItem]:
    """The items of a measure's entry whose words say that they were moved."""
    if len(group) <= _PARTS:  # of more some are only counted
        yield from (one for one in group if one.item.moved_from and _has_day(one.item))


def _has_day(item: Item) -> bool:
    return bool(item.deadline_text and item.due) and item.state not in _UNDATED


def last_day(item: Item, context: RenderContext) -> str:
    """The day as it was understood and whether it was moved; "" where there is none."""
    if not (item.due and _has_day(item)):
        return ""
    gettext, due = context.gettext, context.day(item.due)
    if item.moved_from:
        return gettext(
            "moved from {before} to {after}", before=context.day(item.moved_from), after=due
        )
    return gettext("last day {day}", day=due)


def led_by(item: Item, context: RenderContext, *, coordinator: bool = False) -> str:
    """Who leads it; not the `coordinator`, who reads it or only hears of what nobody leads."""
    assignment, gettext = item.measure.assignment, context.gettext
    if lead := assignment.own_lead:
        return gettext("led by: {lead}", lead=lead.name)
    if coordinator:
        return gettext("the lead is not known")
    return gettext("lead not identified (the coordinator has been told)")


def _role_words(
    digest_item: DigestItem, topic: Topic, digest: Digest, context: RenderContext
) -> str:
    """Why the reader sees it, where that is not simply that they lead it."""
    gettext, assignment = context.gettext, digest_item.item.measure.assignment
    if topic is Topic.HELPING:
        return led_by(digest_item.item, context)
    if topic is Topic.REQUEST:
        asks = gettext("asked by: {curator}", curator=digest.curator)
        return "" if STYLES[digest.kind].greeting else asks  # which names the curator
    if assignment.unled:
        if not digest_item.item.measure.line.responsible:
            return gettext("no one is named in the plan, so this comes to you")
        return gettext("the parties named in the plan have no e-mail address, so this comes to you")
    if assignment.through:
        through = context.quoted(assignment.through)
        return gettext("named in the plan: {party}", party=through)
    return digest_item.department if len(digest.departments) > 1 else ""
