"""The numbers at the head of a letter, and for the chair the sum of the plan."""

from collections.abc import Iterator

from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.sections import heading_words
from sheetsync.model import STATES, AlertKind, Digest, Figure, Item, State, Topic
from sheetsync.model.language import marked

_CHASED = (Topic.OVERDUE, Topic.DUE_SOON)
_ASKED = (Topic.ASK, Topic.WAITING, Topic.UNREAD)
_FIGURES = 3
_COUNTED = (*_CHASED, *_ASKED)
_MARKS, _ANSWERS = marked("Updates needed in total"), marked("Answers needed in total")
_LED = marked("Measures you are responsible for")
_FOR_THE_CHAIR = {State.OVERDUE: marked("Overdue"), State.DONE: marked("Done")}
_ALERTS = {
    marked("Undelivered letters"): (AlertKind.UNDELIVERED,),
    marked("No response"): (AlertKind.ESCALATED, AlertKind.SILENT),
    marked("Issues in the sheet"): (AlertKind.FINDING,),
    marked("Postponed without a supporting document"): (AlertKind.GROUNDLESS,),
}


def figures(digest: Digest, context: RenderContext) -> tuple[Figure, ...]:
    """Up to three numbers, none of them zero; for the chair zero is an answer."""
    focus = STYLES[digest.kind].focus
    if focus is Focus.PLAN:
        return _of_the_plan(digest, context)
    if focus is Focus.ALERTS:
        return _of_the_alerts(digest, context)
    counts = {topic: digest.count(topic) for topic in _CHASED}
    labels = {topic: heading_words(topic, _items_of(digest, topic), context) for topic in _COUNTED}
    third = next((topic for topic in _ASKED if digest.count(topic)), None)
    if third:
        counts[third] = digest.count(third)
        asked = {item.measure.row: item.measure for item in digest.asked_for()}
        if len(asked) > counts[third]:  # what is late is asked about, too
            marks = any(context.takes_mark(measure) for measure in asked.values())
            counts[third] = len(asked)
            labels[third] = context.gettext(_MARKS if marks else _ANSWERS)
    found = tuple(
        Figure(label=labels[topic], count=count, topic=topic)
        for topic, count in counts.items()
        if count
    )
    rows = {item.measure.row for item in digest.led()}
    if STYLES[digest.kind].counts_led and rows:
        led = Figure(label=context.gettext(_LED), count=len(rows), topic="all")
        return (led, *found)[:_FIGURES]
    return found


def _items_of(digest: Digest, topic: Topic) -> Iterator[Item]:
    return (one.item for one in digest.topics.get(topic, ()))


def sum_of_the_plan(digest: Digest, context: RenderContext) -> str:
    """Every measure in one number: "Всего 24 = просрочено 2 · впереди 3 · …"."""
    counts, gettext = digest.standing or {}, context.gettext
    parts = [f"{gettext(words)} {counts[s]}" for s, words in STATES.items() if counts.get(s)]
    total = gettext("{n} in total", n=sum(counts.values()))
    return f"{total} = {' · '.join(parts)}" if parts else total


def _of_the_plan(digest: Digest, context: RenderContext) -> tuple[Figure, ...]:
    counts, gettext = digest.standing or {}, context.gettext
    named = (
        Figure(label=gettext(words), count=counts.get(state, 0), topic=state)
        for state, words in _FOR_THE_CHAIR.items()
    )
    return (Figure(label=gettext("Total"), count=sum(counts.values()), topic="all"), *named)


def _of_the_alerts(digest: Digest, context: RenderContext) -> tuple[Figure, ...]:
    counts = {label: n for label, kinds in _ALERTS.items() if (n := digest.alerted(*kinds))}
    # One number alone would only say what the subject and the section's heading say.
    return tuple(
        Figure(label=context.gettext(label), count=count, topic=_ALERTS[label][0])
        for label, count in counts.items()
        if len(counts) > 1
    )[:_FIGURES]
