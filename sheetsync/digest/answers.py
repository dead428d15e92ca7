"""The answers that a reader can give by one click: prefilled letters to the coordinator."""

from collections.abc import Sequence
from urllib.parse import quote

from sheetsync.digest.places import OF_OTHERS, row_link
from sheetsync.digest.render_context import RenderContext
from sheetsync.model import Item, Link, Topic
from sheetsync.model.language import marked

# What is asked for, and after an empty line an example of it.
_ANSWERS = {
    marked("Done"): marked("Date:\nDocument:\n\nExample: 22 April, minutes no. 3"),
    marked("Postpone"): marked(
        "New deadline:\nReason:\nDocument:\n\nExample: by 15 September, rules awaited, order no. 6"
    ),
    marked("Tell"): marked(
        "What was done, and when:\nDocument:\n\nExample: two seminars, 14 and 21 April, 36 trained"
    ),
    marked("The date is known"): marked(
        "What came, and when:\nWhat is to be done by which day:\n\n"
        "Example: a request of 15 March, the answer is due by 30 April"
    ),
    marked("Question"): "",
}
_CHASED = ("Done", "Postpone", "Question")
_BY_TOPIC = {
    Topic.OVERDUE: _CHASED,
    Topic.DUE_SOON: _CHASED,
    Topic.ASK: ("Tell", "Question"),
    Topic.WAITING: ("The date is known", "Question"),
    Topic.REQUEST: ("Tell", "Question"),
    Topic.HELPING: ("Question",),
}


def links(
    item: Item, topic: Topic, context: RenderContext, *, places: Sequence[str] = ()
) -> tuple[Link, ...]:
    """The link to the item's row, if any leads there, and those to the answers that fit the topic.

    The first is what the reader should do: who has no mark to write answers. Of a measure with
    several `places` or days the answer asks which are meant. Nobody answers themselves.
    """
    row = row_link(item, topic, context)
    kinds = () if context.answers_come_here else _BY_TOPIC.get(topic, ())
    answers = tuple(_answer(kind, item, context, places) for kind in kinds)
    opened = (row,) if row else ()
    return (*answers, *opened) if topic in OF_OTHERS else (*opened, *answers)


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
