"""The head of «Сводка»: whether it is fresh, and one line of numbers that sums to the plan."""

from collections.abc import Iterator
from dataclasses import replace

from sheetsync.model import STATES, Agenda, Cell, Formula, Row, State
from sheetsync.model.language import capital
from sheetsync.summary import looks
from sheetsync.summary.discipline import Count, Reckoned, reckoned
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import COLUMNS, clipped, fitted

RARE = (State.UNREAD, State.NO_REPORT, State.CANCELLED)
"""Shown only where there are any: a plan in good order has none."""

_MOMENT_COLUMN = "M"  # of the moment of the next update, behind cells that span twelve columns
_FIRST = 2  # columns of the first card
_ROOMY = 6  # more cards than that are one column wide
_BLOCKS = 40  # of the bar, as many as its four columns hold


def head(inputs: Inputs) -> Iterator[Row]:
    """Banner, title, time and heartbeat."""
    context = inputs.context
    if context.banner:
        yield Row(cells=(Cell(value=context.banner, look=looks.BANNER, span=COLUMNS),), height=24)
    row = 2 if context.banner else 1
    title = Cell(value=inputs.plan.title, look=looks.TITLE, span=7)
    fresh = [_rehearsed(inputs)] if context.pretended else [*_stamp_cells(inputs, row)]
    yield fitted([title, *fresh], least=24)
    counts = inputs.agenda.counts()
    total = sum(counts.values())
    sums_up = inputs.gettext("Each measure counts once, by the worst of its deadlines.")
    understood = inputs.gettext(
        "Deadlines understood: {n} of {total}", n=total - counts[State.UNREAD], total=total
    )
    yield fitted(
        [
            Cell(value=sums_up, look=looks.QUIET, span=7),
            Cell(value=understood, look=looks.STAMP, span=COLUMNS - 7 if context.pretended else 3),
            *(() if context.pretended else _next_update(inputs)),
        ]
    )


def _rehearsed(inputs: Inputs) -> Cell:
    """A day that is not the real one has no next update, and nothing about it is an alarm."""
    words = inputs.gettext("a trial run for {day}", day=inputs.language.day(inputs.today))
    return Cell(value=words, look=looks.REHEARSED, span=COLUMNS - 7)


def _stamp_cells(inputs: Inputs, row: int) -> Iterator[Cell]:
    """The time of the run, and whether it was the latest that should have been."""
    when = inputs.gettext(
        "as of {day}, {time}",
        day=inputs.language.day(inputs.today),
        time=inputs.context.stamp.strftime("%H:%M"),
    )
    yield Cell(value=when, look=replace(looks.STAMP, middle=True), span=3)
    yield _heartbeat(inputs, row + 1)


def _heartbeat(inputs: Inputs, row: int) -> Cell:
    """A formula that turns into a warning by itself once an update is late.

    Under a banner the data below is old, so nothing claims that it is current.
    """
    unread, updated = inputs.gettext("the plan was not read"), inputs.gettext("updated")
    # The sign is read in grey print and by those who do not tell the colours apart.
    fresh, look = (unread, looks.STALE) if inputs.context.banner else (f"● {updated}", looks.FRESH)
    # Without a schedule nobody can say when an update is missing: a false alarm is worse.
    if inputs.context.next_update is None:
        return Cell(value=fresh, look=look, span=4)
    stale = inputs.gettext("NOT UPDATED: please tell the administrator")
    # NOW() is counted anew whenever the workbook is opened, also where no run has come for weeks.
    late = f"NOW()>${_MOMENT_COLUMN}${row}"
    text = f'IF({late},"{stale}","{fresh}")'
    return Cell(
        value=fresh,
        look=look,
        span=4,
        formula=Formula(google=text, excel=text),
        alarm=Formula(google=late, excel=late),
    )


def _next_update(inputs: Inputs) -> Iterator[Cell]:
    if inputs.context.next_update:
        yield Cell(value=inputs.gettext("next update by"), look=looks.STAMP, span=2)
        yield Cell(value=inputs.context.next_update, look=looks.MOMENT, span=2)
    else:
        yield Cell(look=looks.STAMP, span=4)


def counts_by_state(agenda: Agenda) -> dict[State, int]:
    """How many measures are in each state that is worth a number; they sum to all."""
    counts = agenda.counts()
    return {state: counts[state] for state in STATES if counts[state] or state not in RARE}


def cards(inputs: Inputs) -> Iterator[Row]:
    """One number a state, which sum to the first; what became of what was due; who is meant."""
    shown, outcomes = counts_by_state(inputs.agenda), reckoned(inputs)
    # All of one width, and beside the whole plan: the columns left over stay empty.
    span = 2 if len(shown) <= _ROOMY else 1
    whole = sum(shown.values())
    numbers = [Cell(value=whole, look=looks.card_number(None), span=_FIRST)]
    labels = [
        Cell(value=inputs.gettext("measures in all"), look=looks.card_label(None), span=_FIRST)
    ]
    for state, count in shown.items():
        # A colour under "0" would draw the eye to what is not there, and what was late is no feat.
        quiet = not count or (state is State.DONE and outcomes.total.late > 0)
        dress = None if quiet else state
        large = state is State.OVERDUE
        numbers.append(Cell(value=count, look=looks.card_number(dress, largest=large), span=span))
        words = inputs.gettext(STATES[state])
        labels.append(Cell(value=words, look=looks.card_label(dress), span=span))
    yield Row(cells=tuple(numbers), height=35)
    yield fitted(labels)
    became = _progress_cells(inputs, outcomes.total, overdue=shown[State.OVERDUE])
    yield fitted([*became], least=17)
    if named := "; ".join(_outcome_numbers(inputs, outcomes)):
        yield fitted([clipped(Cell(value=capital(named), look=looks.QUIET, span=COLUMNS), 0)])


def _progress_cells(inputs: Inputs, total: Count, *, overdue: int) -> Iterator[Cell]:
    """The outcome of the deadlines that have passed, and the share done as a bar.

    The bar is legible in grey print; there is none if nothing is done.
    """
    if not total.passed:
        yield Cell(
            value=inputs.gettext("No deadline has passed yet."), look=looks.QUIET, span=COLUMNS
        )
        return
    yield Cell(value=_outcome_words(inputs, total, overdue=overdue), look=looks.SHARE, span=10)
    filled = round(total.done / total.passed * _BLOCKS)
    if filled:
        # Green would praise what was late.
        color = looks.BAR.color if total.on_time == total.passed else looks.QUIET.color
        bar = "█" * filled + "░" * (_BLOCKS - filled)
        yield Cell(value=bar, look=replace(looks.BAR, color=color), span=4)


def _outcome_words(inputs: Inputs, total: Count, *, overdue: int) -> str:
    """«Наступило сроков: 7; выполнено 7 (100 %), из них с опозданием 2.»: the parts sum to it."""
    done = inputs.gettext(
        "done {n} ({share} %)", n=total.done, share=round(100 * total.done / total.passed)
    )
    of_these = (
        (total.late, inputs.gettext("late {n}", n=total.late)),
        (total.undated, inputs.gettext("undated {n}", n=total.undated)),
    )
    if told := ", ".join(words for count, words in of_these if count):
        done = inputs.gettext("{done}, of these {told}", done=done, told=told)
    measures = inputs.measures(overdue)
    not_done = (
        inputs.gettext("not done {n}", n=total.open)
        if overdue == total.open
        else inputs.gettext("not done {n}, of {measures}", n=total.open, measures=measures)
    )
    others = (
        (total.open, not_done),
        (total.moved, inputs.gettext("moved by a document {n}", n=total.moved)),
        (total.ungrounded, inputs.gettext("moved without a document {n}", n=total.ungrounded)),
    )
    parts = (done, *(words for count, words in others if count))
    return inputs.gettext(
        "Deadlines that have passed: {n}; {parts}.", n=total.passed, parts="; ".join(parts)
    )


def _outcome_numbers(inputs: Inputs, outcomes: Reckoned) -> Iterator[str]:
    """Numbers that ask a question have their names beside them; why none may be done."""
    if words := inputs.nowhere_to_mark:
        yield words
    for state in (State.UNREAD, State.WAITING):
        if names := inputs.few_numbers(inputs.agenda.measures_in(state)):
            yield f"{inputs.gettext(STATES[state])}: {names}"
    if names := inputs.few_numbers(outcomes.late):
        yield inputs.gettext("done late: {names}", names=names)
    done = inputs.agenda.measures_in(State.DONE)
    early = [measure for measure in done if measure.row not in outcomes.rows]
    if names := inputs.few_numbers(early):
        yield inputs.gettext("done early or without a deadline: {names}", names=names)
