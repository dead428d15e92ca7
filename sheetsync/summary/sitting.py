"""«К заседанию»: its agenda, proposals in ready words, and what became of the last sitting's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from sheetsync.model import STATES, Agenda, Cell, CellValue, Item, Measure, Row, State
from sheetsync.model.grouping import grouped
from sheetsync.model.language import capital
from sheetsync.plan.postponed import Postponement, postponements
from sheetsync.summary.ask import questions_by_lead
from sheetsync.summary.discipline import done_on
from sheetsync.summary.inputs import Inputs, worst_items
from sheetsync.summary.layout import COLUMNS, MORE, Column, fitted, heading, left_out, table
from sheetsync.summary.lists import move_words
from sheetsync.summary.looks import LINK, SUBHEADING
from sheetsync.words.clipping import clip
from sheetsync.words.pattern import pattern

# The organisation's own bodies are written with a capital letter; «Молодежный совет» is another.
_BODIES = pattern(r"\b(?:Президиум|ПРЕЗИДИУМ|Совет|СОВЕТ)(?:а|у|ом|е|А|У|ОМ|Е)?\b")
_OPEN = (State.OVERDUE, State.DUE_SOON, State.UPCOMING, State.ONGOING, State.WAITING)
_SOON = timedelta(days=30)
_OF_ONE_LEAD = 3  # proposals that are told one by one
_AT_MOST = 12  # lines of each part: the rest stands in the blocks below
_Cells = list[CellValue | Cell]


def sitting(inputs: Inputs) -> Iterator[Row]:
    """The block of rows; none where no sitting comes in the next weeks."""
    coming = inputs.context.sitting
    if coming is None or coming.day - inputs.today > _SOON:
        return
    left = (coming.day - inputs.today).days
    day = inputs.day(coming.day)
    said = inputs.gettext("For the meeting on {day}: today", day=day)
    if left:
        said = inputs.ngettext(
            "For the meeting on {day}: {n} day left",
            "For the meeting on {day}: {n} days left",
            left,
            day=day,
        )
    parts = [
        (inputs.gettext("On its agenda"), [*_hearing_lines(inputs)]),
        (inputs.gettext("Proposed decisions"), [*proposals(inputs)]),
    ]
    if coming.then:
        day = inputs.day(coming.then.today)
        name = inputs.gettext("Proposed for the meeting on {day}, and what became of it", day=day)
        parts.append((name, [*_settled_lines(inputs, coming.then)]))
    columns = (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("About"), span=6, lines=2),
        Column(header=inputs.gettext("What is known"), span=7),
    )
    yield from heading(said)
    yield from table(columns, [])
    for name, lines in parts:
        if lines:
            yield fitted([Cell(value=name, look=SUBHEADING, span=COLUMNS)])
        yield from table(columns, lines[:_AT_MOST])[1:]
        yield from left_out(inputs, len(lines) - _AT_MOST)


def hearings(inputs: Inputs) -> list[Item]:
    """What the bodies are to hear or decide, each measure once, the most pressing first."""
    found: dict[int, Item] = {}
    for item in inputs.agenda.items_in(*_OPEN):
        if _BODIES.search(f"{item.what} {item.measure.text}"):
            found.setdefault(item.measure.row, item)
    # In the plan's order what is late could stand below a screen of all-year work.
    return sorted(found.values(), key=lambda i: (_OPEN.index(i.state), i.due or date.max))


def state_words(inputs: Inputs, item: Item) -> str:
    """«просрочено, последний день 30 апреля»."""
    state = inputs.gettext(STATES[item.state])
    if not item.due or item.state is State.ONGOING:
        return state
    return inputs.gettext("{state}, last day {day}", state=state, day=inputs.day(item.due))


def _hearing_lines(inputs: Inputs) -> Iterator[_Cells]:
    for item in hearings(inputs):
        state, lead = state_words(inputs, item), inputs.lead(item.measure)
        said = inputs.gettext("{state}; led by: {lead}", state=state, lead=lead)
        yield [inputs.link(item.measure), inputs.long_title(item), said]


def proposals(inputs: Inputs) -> Iterator[_Cells]:
    """Decisions in ready words, the most pressing first."""
    for lead, questions in questions_by_lead(inputs).items():
        late = [one.item for one in questions if one.item.state is State.OVERDUE]
        for item in late[:_OF_ONE_LEAD]:
            yield _proposal(inputs, item.measure, _of_late(inputs, item, lead))
        if late[_OF_ONE_LEAD:]:
            yield _of_rest(inputs, lead, [item.measure for item in late[_OF_ONE_LEAD:]])
        silent = [one.item.measure for one in questions if one.item.state is State.ONGOING]
        if silent and silent[0].assignment.own_lead:
            said = inputs.gettext(
                "Ask {lead} to report on {names}.", lead=lead, names=inputs.some_numbers(silent)
            )
            yield _proposal(inputs, silent[0], said)
    yield from _of_moves(inputs)


def hearings_in_words(inputs: Inputs) -> Iterator[str]:
    """The items of the agenda as sentences."""
    for number, about, said in _hearing_lines(inputs):
        yield f"{_cell_text(number)} {_cell_text(about)} – {_cell_text(said)}"


def not_listed(inputs: Inputs, items: list[Item]) -> str:
    """What a list of hearings has no room for: «Ещё 9. Весь год: п. 4, 8; впереди: п. 32–38.»."""
    if not items:
        return ""
    said = [
        f"{inputs.gettext(STATES[state])}: {inputs.some_numbers([item.measure for item in alike])}"
        for state, alike in grouped(items, lambda item: item.state).items()
    ]
    more = inputs.gettext(MORE, n=len(items))
    return f"{more} {capital('; '.join(said))}."


def settled_in_words(inputs: Inputs) -> Iterator[str]:
    """What became of the last sitting's proposals, as sentences that name their measures."""
    coming = inputs.context.sitting
    if coming is None or coming.then is None:
        return
    pairs = _then_and_now(inputs, coming.then)
    same = [now.measure for was, now in pairs if _is_still_late(was, now)]
    # The news first, and one by one; of a hundred that stand as they stood nobody reads on.
    told = len(pairs) if len(same) <= _AT_MOST else len(pairs) - len(same)
    for _, _, said in islice(_settled_lines(inputs, coming.then), told):
        yield _cell_text(said)
    for lead, measures in grouped(same if told < len(pairs) else (), inputs.lead).items():
        names = inputs.some_numbers(measures)
        yield inputs.gettext("Still overdue: {lead}, {names}.", lead=lead, names=names)


def proposals_in_words(inputs: Inputs) -> Iterator[str]:
    """The proposed decisions as sentences that name their measures."""
    for _, _, said in proposals(inputs):
        yield _cell_text(said)


def _cell_text(cell: CellValue | Cell) -> str:
    return str(cell.value if isinstance(cell, Cell) else cell)


def _of_late(inputs: Inputs, item: Item, lead: str) -> str:
    progress, number = item.measure.progress, inputs.number_and_tab(item.measure)
    if not item.measure.assignment.own_lead:
        return inputs.gettext("Appoint a responsible for {number}.", number=number)
    # To a day that has passed since nobody would extend a deadline: that one is heard.
    if progress.on and item.due and progress.on > item.due and progress.on >= inputs.today:
        day = inputs.day(progress.on)
        said = inputs.gettext("Extend the deadline of {number} to {day}.", number=number, day=day)
        if progress.reason:
            reason = clip(progress.reason, 100)
            return inputs.gettext("{proposal} Reason: {reason}.", proposal=said, reason=reason)
        return said
    return inputs.gettext(
        "Hear {lead} on {number}: {days} overdue.",
        lead=lead,
        number=number,
        days=inputs.days(item.late_days),
    )


def _of_rest(inputs: Inputs, lead: str, measures: list[Measure]) -> _Cells:
    names = inputs.some_numbers(measures)
    said = inputs.gettext(
        "The same on what {lead} is late with too: {names}.", lead=lead, names=names
    )
    if not measures[0].assignment.own_lead:
        said = inputs.gettext("Appoint a responsible for {number}.", number=names)
    return _proposal(inputs, measures[0], said)


def _of_moves(inputs: Inputs) -> Iterator[_Cells]:
    """Deadlines that were moved without a document and are still open."""
    for one in postponements(inputs.agenda, inputs.context.moves):
        if one.asks:
            measure = one.item.measure
            said = inputs.gettext(
                "Approve the new deadline of {number} ({words}) or keep the old one.",
                number=inputs.number_and_tab(measure),
                words=_moved_words(inputs, one),
            )
            yield _proposal(inputs, measure, said)


def _moved_words(inputs: Inputs, one: Postponement) -> str:
    """From when to when it was put off, in the sheet's words where they are about it alone."""
    if one.move and not one.item.what:
        return move_words(inputs, one.move)
    now = one.item.due
    return f"{inputs.day(one.was)} → {inputs.day(now)}" if now else ""


def _settled_lines(inputs: Inputs, then: Agenda) -> Iterator[_Cells]:
    """What was proposed for the measures overdue then, and their present state.

    No protocol is read: a decision shows in the plan or was not carried out.
    """
    for was, item in _then_and_now(inputs, then):
        said = inputs.gettext(
            "{proposal} Now: {outcome}; {mark}",
            proposal=_of_late(replace(inputs, agenda=then), was, inputs.lead(was.measure)),
            outcome=_outcome(inputs, was, item),
            mark=inputs.last_word(item.measure),
        )
        yield [inputs.link(item.measure), inputs.long_title(item), said]


def _then_and_now(inputs: Inputs, then: Agenda) -> list[tuple[Item, Item]]:
    """What was late then, beside itself now: what has changed first."""
    # By the milestone, too: another one of the same measure may be late for a reason of its own.
    now = {(item.measure.row, item.what): item for item in inputs.agenda.items}
    pairs = [
        (was, now[row, was.what])
        for row, was in worst_items(then).items()
        if was.state is State.OVERDUE and (row, was.what) in now
    ]
    return sorted(pairs, key=lambda pair: _is_still_late(*pair))


def _is_still_late(was: Item, now: Item) -> bool:
    return now.state is State.OVERDUE and now.due == was.due


def _outcome(inputs: Inputs, was: Item, item: Item) -> str:
    if item.state is State.DONE and (done := done_on(item)):
        state = inputs.gettext(STATES[item.state])
        return inputs.gettext("{state} on {day}", state=state, day=inputs.day(done))
    # Before "overdue": a deadline that was extended may have passed once more.
    if item.due and item.due != was.due and item.state is not State.CANCELLED:
        day = inputs.day(item.due)
        if item.due == was.measure.progress.on:
            return inputs.gettext("extended as proposed, last day {day}", day=day)
        return inputs.gettext("the last day is {day} now", day=day)
    if item.state is State.OVERDUE:
        return inputs.gettext("still overdue: {days}", days=inputs.days(item.late_days))
    return inputs.gettext(STATES[item.state])


def _proposal(inputs: Inputs, measure: Measure, said: str) -> _Cells:
    return [inputs.link(measure), inputs.text(measure), said]
