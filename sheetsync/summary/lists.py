"""The lists below the first screen, each a block that is left out when empty."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sheetsync.model import (
    LETTER_STATES,
    STATES,
    Agenda,
    Cell,
    CellValue,
    Item,
    Look,
    Measure,
    Move,
    Row,
    State,
)
from sheetsync.model.language import capital, marked
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import Column, heading, left_out, table
from sheetsync.summary.looks import LATE_BAR, LATE_NUMBER, LINK, NUMBER, STRONG_NUMBER, TEXT
from sheetsync.words.clipping import clip

LISTED_AT_MOST = 40
"""Two printed pages. Nobody reads longer lists here: another tab has them all, with a filter."""

NO_RESULT = marked("Over, no result")
NEAR = timedelta(days=30)
_SEE_CONTROL = marked("{n} more: see the tab “Control”.")
_UNLED = 12  # rows; findings tell of all
_BLOCKS = 9  # of the longest bar, as many as its column holds
_SHOWN = (State.DUE_SOON, State.UPCOMING, State.ONGOING, State.WAITING, State.DONE)
_WHEN = {True: marked("after it had passed"), False: marked("before its last day")}
_ONE_MOVE = marked("{times}, {late}, {day}, {ground}")
_MOVES = marked("{times}, the last one {late}, {day}, {ground}")


def late_items(agenda: Agenda) -> list[Item]:
    """What is overdue, the oldest first."""
    late = agenda.items_in(State.OVERDUE)
    return sorted(late, key=lambda item: (-item.late_days, item.measure.row))


def near_items(agenda: Agenda) -> list[tuple[Item, int]]:
    """What ends within `NEAR`, the nearest first, each with the days that are left."""
    open_items = agenda.items_in(State.DUE_SOON, State.UPCOMING)
    left = [(item, (item.due - agenda.today).days) for item in open_items if item.due]
    # Never negative: what has passed is overdue, and stands in the list above.
    near = [(item, days) for item, days in left if days <= NEAR.days]
    return sorted(near, key=lambda pair: pair[1])


def late(inputs: Inputs) -> Iterator[Row]:
    """All that is overdue, the oldest first."""
    items = late_items(inputs.agenda)
    if not items:
        return
    measures = len({item.measure.row for item in items})
    said = inputs.measures(measures)
    if len(items) > measures:
        said = f"{said}, {inputs.deadlines(len(items))}"
    yield from heading(inputs.gettext("Overdue: {measures}; the oldest first", measures=said))
    yield from _item_table(inputs, items, inputs.gettext("Days late"), LATE_NUMBER)


def near(inputs: Inputs) -> Iterator[Row]:
    """What ends in the next weeks."""
    coming = near_items(inputs.agenda)
    if not coming:
        return
    day = inputs.day(inputs.today + NEAR)
    yield from heading(
        inputs.gettext(
            "The next {days} days, until {day}: {deadlines}",
            days=NEAR.days,
            day=day,
            deadlines=inputs.deadlines(len(coming)),
        )
    )
    items = [item for item, _ in coming]
    yield from _item_table(inputs, items, inputs.gettext("Days left"), NUMBER)


def in_state(inputs: Inputs, state: State) -> Iterator[Row]:
    """What waits for others, or has ended without a result."""
    items = inputs.agenda.items_in(state)
    if items:
        words = inputs.gettext(NO_RESULT if state is State.NO_REPORT else STATES[state])
        yield from heading(f"{capital(words)}: {inputs.measures(len(items))}")
        yield from _item_table(inputs, items, "", NUMBER)


def _item_table(inputs: Inputs, items: list[Item], header: str, look: Look) -> Iterator[Row]:
    columns = (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("Measure"), span=5, lines=2),
        Column(header=inputs.gettext("Deadline and last day"), span=2),
        Column(header=header, look=look),
        Column(header=inputs.gettext("Responsible"), span=3, lines=2),
        Column(header=inputs.gettext("Last mark"), span=2, lines=2),
    )
    yield from table(columns, (_item_line(inputs, item) for item in items[:LISTED_AT_MOST]))
    yield from left_out(inputs, len(items) - LISTED_AT_MOST, _SEE_CONTROL)


def _item_line(inputs: Inputs, item: Item) -> list[CellValue | Cell]:
    days: int | None = item.late_days or None
    if item.due and item.state in (State.DUE_SOON, State.UPCOMING):
        days = (item.due - inputs.today).days
    return [
        inputs.link(item.measure),
        inputs.long_title(item),
        inputs.said(item),
        days,
        inputs.lead(item.measure),
        inputs.last_word(item.measure),
    ]


def by_lead(inputs: Inputs) -> Iterator[Row]:
    """How the plan stands by responsible: each measure counts once, with its lead."""
    states = inputs.agenda.states()
    counts: dict[str, Counter[State]] = {}
    for measure in inputs.plan.measures:
        counts.setdefault(inputs.lead(measure), Counter())[states[measure.row]] += 1
    latest = _last_words(inputs)
    nobody = inputs.nobody
    leads = sorted(
        counts, key=lambda n: (n == nobody, -counts[n][State.OVERDUE], -counts[n].total(), n)
    )
    columns = (
        Column(header=inputs.gettext("Responsible"), span=4),
        Column(header=inputs.gettext("Total"), look=STRONG_NUMBER),
        Column(header=capital(inputs.gettext(STATES[State.OVERDUE])), look=LATE_NUMBER),
        Column(header="", look=LATE_BAR),
        *(Column(header=capital(inputs.gettext(STATES[s])), look=NUMBER) for s in _SHOWN),
        Column(header=inputs.gettext("Other"), look=NUMBER),
        Column(header=inputs.gettext("Last mark"), look=NUMBER),
    )
    yield from heading(inputs.gettext("By responsible party"))
    most = max(count[State.OVERDUE] for count in counts.values()) if counts else 0
    yield from table(columns, ([n, *_numbers(counts[n], most), latest.get(n)] for n in leads))


def _numbers(counted: Counter[State], most: int) -> Iterator[int | str | None]:
    """A row of counts, with blanks for zeros; `most` is the count of the longest bar."""
    late, shown = counted[State.OVERDUE], [counted[state] for state in _SHOWN]
    # Letters, for Google has no bars of cells: both kinds of workbook show the same.
    bar = "█" * max(round(_BLOCKS * late / most), 1) if late else None
    yield from (counted.total(), late or None, bar)
    for number in (*shown, counted.total() - late - sum(shown)):
        yield number or None


def _last_words(inputs: Inputs) -> dict[str, str]:
    """By lead when one of its measures had its newest mark."""
    newest: dict[str, tuple[date, Measure]] = {}
    for measure in inputs.plan.measures:
        if measure.row in inputs.context.word_days:
            # What nobody can date is older than all that somebody can.
            day = inputs.word_day(measure) or date.min
            lead = inputs.lead(measure)
            newest[lead] = max(newest.get(lead, (day, measure)), (day, measure), key=lambda p: p[0])
    return {lead: inputs.marked_on(measure) for lead, (_, measure) in newest.items()}


def moves(inputs: Inputs) -> Iterator[Row]:
    """Deadlines that were moved, what moved most often first."""
    moved = sorted(inputs.context.moves, key=lambda move: (-move.times, move.row))
    if not moved:
        return
    yield from heading(
        inputs.gettext("Deadlines moved: {measures}", measures=inputs.measures(len(moved)))
    )
    columns = (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("Measure"), span=4, lines=2),
        Column(header=inputs.gettext("Responsible"), span=3),
        Column(header=inputs.gettext("Moved"), span=3),
        Column(header=inputs.gettext("Circumstances"), span=3),
    )
    measures = {measure.row: measure for measure in inputs.plan.measures}
    shown = moved[:LISTED_AT_MOST]
    yield from table(columns, (_move_line(inputs, measures[m.row], m) for m in shown))
    yield from left_out(inputs, len(moved) - LISTED_AT_MOST)


def _move_line(inputs: Inputs, measure: Measure, move: Move) -> list[CellValue | Cell]:
    return [
        inputs.link(measure),
        inputs.text(measure),
        inputs.lead(measure),
        move_words(inputs, move),
        _circumstances(inputs, move),
    ]


def move_words(inputs: Inputs, move: Move) -> str:
    """From what to what: «июнь» → «сентябрь»."""
    return f"{inputs.quoted(move.before, 60)} → {inputs.quoted(move.after, 60)}"


def _circumstances(inputs: Inputs, move: Move) -> str:
    times = inputs.times(move.times)
    late = inputs.gettext(_WHEN[move.was_late])
    ground = inputs.ground(move.ground)
    day = inputs.day(move.day)
    sentence = _ONE_MOVE if move.times == 1 else _MOVES
    return inputs.gettext(sentence, times=times, late=late, day=day, ground=ground)


def unled(inputs: Inputs) -> Iterator[Row]:
    """The measures that nobody leads."""
    measures = [measure for measure in inputs.plan.measures if not measure.assignment.own_lead]
    if not measures:
        return
    columns = (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("Measure"), span=6, lines=2),
        Column(header=inputs.gettext("In the plan"), span=7),
    )
    yield from heading(
        inputs.gettext("Nobody leads: {measures}", measures=inputs.measures(len(measures)))
    )
    yield from table(columns, (_unled_line(inputs, m) for m in measures[:_UNLED]))
    yield from left_out(inputs, len(measures) - _UNLED, _SEE_CONTROL)


def _unled_line(inputs: Inputs, measure: Measure) -> list[CellValue | Cell]:
    written = measure.responsibles.text
    said = inputs.quoted(written) if written else inputs.gettext("(empty)")
    return [inputs.link(measure), inputs.text(measure), said]


def letters(inputs: Inputs) -> Iterator[Row]:
    """Which letters did not arrive, so that nobody takes silence for consent."""
    missing = inputs.context.letters
    if not missing:
        return
    columns: Iterable[Column] = (
        Column(header=inputs.gettext("Day"), look=TEXT),
        Column(header=inputs.gettext("To"), span=4),
        Column(header=inputs.gettext("What happened"), span=9),
    )
    yield from heading(inputs.gettext("Letters that did not arrive: {n}", n=len(missing)))
    # A day may have several letters: their ids keep them in one order from run to run.
    newest_first = sorted(missing, key=lambda letter: (letter.day, letter.id), reverse=True)
    lines = []
    for letter in newest_first:
        what = inputs.gettext(LETTER_STATES[letter.state])
        reply = f": {clip(letter.reply, 120)}" if letter.reply else ""
        lines.append([inputs.day(letter.day), letter.recipient, f"{what}{reply}"])
    yield from table(tuple(columns), lines)
