"""Board papers: an overview, proposals for decisions, and the plan beside what was done."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from sheetsync.model import (
    Item,
    Meaning,
    Measure,
    PaperItem,
    PaperLead,
    PaperNumber,
    PaperRow,
    Papers,
    Severity,
    State,
)
from sheetsync.model.language import marked
from sheetsync.plan.findings import CATALOGUE
from sheetsync.summary.changed import changes_in_words
from sheetsync.summary.discipline import reckoned
from sheetsync.summary.head import RARE
from sheetsync.summary.inputs import STATES, Inputs, is_unled
from sheetsync.summary.lists import NEAR, NO_RESULT, late_items, near_items
from sheetsync.summary.sitting import agenda_in_words, proposals_in_words, settled_in_words
from sheetsync.words.cleaning import tidy
from sheetsync.words.terms import bound, clip

# The overview has to stay on one page, however long the lists and their texts are.
_LINES, _ITEMS_AT_MOST, _NEAR_AT_LEAST = 13, 10, 3
_MEASURE, _DEADLINE, _LEAD, _STATUS = 75, 26, 50, 40
_QUESTION = 150  # characters of a sentence: two lines in print
_QUOTED, _NAMED = 40, 20
_OCCURRENCES, _NAME = 6, 60  # of a measure that are told one by one
_READ_AS = {
    Meaning.UNCLEAR: marked("the mark is not understood"),
    Meaning.PARTIAL: marked("taken as done in part"),
}
_LAST_DAY = marked("{deadline}, last day {day}")
_MOVED_TO = marked("{deadline}, moved to {day}")
_Detail = Callable[[Item], str]


def papers(inputs: Inputs, *, taken: date | None = None) -> Papers:
    """The papers as of the agenda's day; `taken` is the day of the snapshot it was made from."""
    agenda, language = inputs.agenda, inputs.language
    late, near = late_items(agenda), near_items(agenda)
    asked = tuple(map(bound, questions(inputs)))
    room = min(_ITEMS_AT_MOST, _LINES - len(asked))
    # However much is late, some lines stay for what a sitting can still act on.
    shown_late = late[: room - min(len(near), _NEAR_AT_LEAST)]
    shown_near = near[: room - len(shown_late)]
    of_day = inputs.gettext(
        "the plan was written down on {day}", day=language.day(taken or date.min)
    )
    sitting, since = inputs.context.sitting, inputs.context.since
    return Papers(
        title=tidy(agenda.plan.title),
        day=bound(language.day(agenda.today)),
        source=bound(of_day) if taken else "",
        numbers=tuple(_numbers(inputs)),
        late=tuple(_line(inputs, item, days=item.late_days) for item in shown_late),
        late_more=_more(inputs, len(late), len(shown_late), inputs.gettext("Nothing is overdue.")),
        near=tuple(_line(inputs, item, days=days) for item, days in shown_near),
        near_more=_more(inputs, len(near), len(shown_near), inputs.gettext("No deadlines.")),
        near_until=bound(language.day_short(agenda.today + NEAR)),
        questions=asked,
        plan=tuple(_rows(inputs)),
        sitting=bound(inputs.day(sitting.day)) if sitting else "",
        agenda=tuple(map(bound, agenda_in_words(inputs))),
        leads=tuple(_leads(inputs)),
        all_late=tuple(_line(inputs, item, days=item.late_days) for item in late),
        since=bound(inputs.day(since)) if since else "",
        changes=tuple(map(bound, changes_in_words(inputs))),
        settled=tuple(map(bound, settled_in_words(inputs))),
        proposals=tuple(map(bound, proposals_in_words(inputs))),
    )


def _numbers(inputs: Inputs) -> Iterator[PaperNumber]:
    states = list(inputs.agenda.states().values())
    yield PaperNumber(count=len(states), words=inputs.gettext("measures in all"))
    for state, words in STATES.items():
        count = states.count(state)
        if count or state not in RARE:
            yield PaperNumber(count=count, words=inputs.gettext(words))


def _leads(inputs: Inputs) -> Iterator[PaperLead]:
    found = reckoned(inputs)
    for name, count in sorted(found.leads.items(), key=lambda pair: (-pair[1].open, pair[0])):
        yield PaperLead(
            name=name,
            due=count.due,
            on_time=count.on_time,
            # On paper there are fewer columns: what nobody dated is not shown as on time.
            late=count.late + count.undated,
            open=count.open,
            moved=count.moved + count.ungrounded,
        )


def _more(inputs: Inputs, count: int, shown: int, none: str) -> str:
    left = count - shown
    if not count:
        return none
    return bound(inputs.gettext("{n} more: in the plan that follows.", n=left)) if left else ""


def _line(inputs: Inputs, item: Item, *, days: int) -> PaperItem:
    status = tidy(item.measure.progress.text)
    return PaperItem(
        number=bound(inputs.number(item.measure)),
        measure=clip(tidy(inputs.title(item)), _MEASURE),
        deadline=bound(_term(inputs, item)),
        lead=clip(inputs.lead(item.measure), _LEAD),
        status=clip(status, _STATUS) or inputs.gettext("none"),
        days=days,
    )


def _term(inputs: Inputs, item: Item) -> str:
    """What the sheet says, and the last day that it was understood to mean."""
    words = inputs.quoted(item.said, _DEADLINE) if item.said else inputs.gettext("not given")
    if not item.due or item.state is State.WAITING:
        return words
    said = _MOVED_TO if item.moved_from else _LAST_DAY
    return inputs.gettext(said, deadline=words, day=inputs.day(item.due))


def _rows(inputs: Inputs) -> Iterator[PaperRow]:
    items: dict[int, list[Item]] = {}
    for item in inputs.agenda.items:
        items.setdefault(item.measure.row, []).append(item)
    section = ""
    for measure in inputs.agenda.plan.measures:
        yield PaperRow(
            section=measure.section if measure.section != section else "",
            number=measure.number,
            measure=measure.text,
            deadline=measure.deadline.text,
            responsible=measure.responsibles.text,
            status=measure.progress.text,
            remark=bound(remark(inputs, measure, items.get(measure.row, []))),
        )
        section = measure.section


def remark(inputs: Inputs, measure: Measure, items: Sequence[Item]) -> str:
    """What was understood of a measure, without a full stop; "" where the status says it all."""
    told = list(filter(None, (_item_words(inputs, item) for item in items)))
    left = len(told) - _OCCURRENCES
    words = told[:_OCCURRENCES] + ([inputs.gettext("and {n} more", n=left)] if left > 0 else [])
    due = any(item.state in (State.OVERDUE, State.DUE) for item in items)
    if measure.progress.meaning is Meaning.BLANK and due:
        words.append(inputs.gettext("no mark"))
    if measure.progress.meaning in _READ_AS:
        words.append(inputs.gettext(_READ_AS[measure.progress.meaning]))
    sentence = "; ".join(words) if len(told) > 1 else ", ".join(words)
    return sentence[:1].upper() + sentence[1:]


def _item_words(inputs: Inputs, item: Item) -> str:
    words = ", ".join(_state_words(inputs, item))
    return f"{clip(item.what, _NAME)}: {words}" if words and item.what else words


def _state_words(inputs: Inputs, item: Item) -> Iterator[str]:
    closed = item.state in (State.DONE, State.CANCELLED)
    if item.moved_from and item.due and not closed:
        yield inputs.gettext("the deadline was moved to {day}", day=inputs.day(item.due))
    if item.state is State.OVERDUE:
        yield inputs.gettext("overdue by {days}", days=inputs.days(item.late_days))
    elif item.state is State.DUE and item.due and not item.moved_from:
        yield inputs.gettext("last day {day}", day=inputs.day(item.due))
    elif item.state in (State.UNREAD, State.NO_REPORT):
        words = inputs.gettext(NO_RESULT if item.state is State.NO_REPORT else STATES[item.state])
        yield words[:1].lower() + words[1:]


def questions(inputs: Inputs) -> Iterator[str]:
    """What has to be cleared up: «Срок не понят: п. 7, 9 («весной»), п. 12 («до 31 апреля»).»."""
    items, states = inputs.agenda.items, inputs.agenda.states()
    # Reversed, so that of several items of a measure the first stays.
    first = {item.measure.row: item for item in reversed(items)}
    measures = [first[measure.row] for measure in inputs.agenda.plan.measures]

    def of(state: State) -> list[Item]:
        return [item for item in measures if states[item.measure.row] is state]

    def deadline(item: Item) -> str:
        return inputs.quoted(item.said, _QUOTED) if item.said else inputs.gettext("not given")

    unread = [item for item in items if item.state is State.UNREAD]
    doubtful = [item for item in measures if _is_doubtful(item.measure)]
    unled = [item for item in measures if is_unled(item.measure)]
    silent = [i for i in of(State.ONGOING) if i.measure.progress.meaning is Meaning.BLANK]
    asked: tuple[tuple[str, list[Item], _Detail], ...] = (
        (inputs.gettext("Deadline not understood"), unread, deadline),
        (inputs.gettext("Mark not understood"), doubtful, partial(_status, inputs)),
        (inputs.gettext("Responsible not known"), unled, _nothing),
        (inputs.gettext("Deadline moved, no document named"), _moved(inputs), partial(_to, inputs)),
        (inputs.gettext(NO_RESULT), of(State.NO_REPORT), _nothing),
        (inputs.gettext("Deadline depends on others, no date"), of(State.WAITING), deadline),
        (inputs.gettext("All-year work without a mark"), silent, _nothing),
    )
    return (_asked(inputs, what, found, detail) for what, found, detail in asked if found)


def _nothing(_: Item) -> str:
    return ""


def _status(inputs: Inputs, item: Item) -> str:
    return inputs.quoted(item.measure.progress.text, _QUOTED)


def _to(inputs: Inputs, item: Item) -> str:
    return inputs.gettext("to {day}", day=inputs.day(item.due)) if item.due else ""


def _asked(inputs: Inputs, what: str, items: list[Item], detail: _Detail) -> str:
    """The sentence; measures that it has no room for are counted."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(detail(item), []).append(item)
    parts: list[str] = []
    left = len(items)
    for about, group in groups.items():
        shown = [item.measure for item in group[:_NAMED]]
        part = inputs.numbers(shown) + (f" ({about})" if about else "")
        # The first part always has its place, or a long quotation would leave the sentence empty.
        if parts and len("; ".join((what, *parts, part))) > _QUESTION:
            break
        parts.append(part)
        left -= len(shown)
    more = f"; {inputs.gettext('and {n} more', n=left)}" if left else ""
    return f"{what}: {'; '.join(parts)}{more}."


def _moved(inputs: Inputs) -> list[Item]:
    """Postponements that still stand, for which no paper was named."""
    closed = (State.DONE, State.CANCELLED)
    return [
        item
        for item in inputs.agenda.items
        # What is done or cancelled needs no paper for its postponement any more.
        if item.moved_from and item.state not in closed and not item.measure.progress.evidence
    ]


def _is_doubtful(measure: Measure) -> bool:
    """Unclear as a whole, or with words that «Проверка» asks about."""
    if measure.progress.meaning is Meaning.UNCLEAR:
        return True
    doubts = (CATALOGUE[doubt.code].severity for doubt in measure.progress.doubts)
    return any(severity is not Severity.NOTE for severity in doubts)
