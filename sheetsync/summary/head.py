"""The head of «Сводка»: whether it is fresh, and one line of numbers that sums to the plan."""

from collections.abc import Iterator
from dataclasses import replace

from sheetsync.model import Cell, DeadlineKind, Formula, Measure, Row, State
from sheetsync.summary.discipline import reckoned
from sheetsync.summary.inputs import STATES, Inputs
from sheetsync.summary.layout import COLUMNS, clipped, fitted
from sheetsync.summary.looks import (
    BANNER,
    BAR,
    FRESH,
    MOMENT,
    QUIET,
    REHEARSED,
    SHARE,
    STALE,
    STAMP,
    TITLE,
    card_label,
    card_number,
)

RARE = (State.UNREAD, State.NO_REPORT, State.CANCELLED)
"""Shown only where there are any: a plan in good order has none."""

_MOMENT_COLUMN = "M"  # of the moment of the next update, behind cells that span twelve columns
_FIRST, _SPARE = 2, COLUMNS - 2  # columns of the first card, and those that the others share
_BLOCKS = 40  # of the bar, as many as its four columns hold


def head(inputs: Inputs) -> Iterator[Row]:
    """Banner, title, time and heartbeat."""
    context = inputs.context
    if context.banner:
        yield Row(cells=(Cell(value=context.banner, look=BANNER, span=COLUMNS),), height=24)
    row = 2 if context.banner else 1
    when = inputs.gettext(
        "as of {day}, {time}",
        day=inputs.language.day(inputs.today),
        time=context.stamp.strftime("%H:%M"),
    )
    fresh = _rehearsed(inputs) if context.pretended else _heartbeat(inputs, row + 1)
    title = Cell(value=inputs.agenda.plan.title, look=TITLE, span=7)
    stamp = Cell(value=when, look=replace(STAMP, middle=True), span=3)
    yield fitted([title, stamp, fresh], least=24)
    total = len(inputs.agenda.plan.measures)
    read = sum(map(_is_read, inputs.agenda.plan.measures))
    sums_up = inputs.gettext("Each measure counts once, by the worst of its deadlines.")
    understood = inputs.gettext("Deadlines understood: {n} of {total}", n=read, total=total)
    yield fitted(
        [
            Cell(value=sums_up, look=QUIET, span=6),
            Cell(value=understood, look=STAMP, span=3),
            *_next_update(inputs),
        ]
    )


def _rehearsed(inputs: Inputs) -> Cell:
    """A day that is not the real one has no next update, and nothing about it is an alarm."""
    words = inputs.gettext("a trial run for {day}", day=inputs.language.day(inputs.today))
    return Cell(value=words, look=REHEARSED, span=4)


def _heartbeat(inputs: Inputs, row: int) -> Cell:
    """A word that turns into a warning by itself once an update has not come.

    Under a banner what stands below is not of today, and nothing says that it is.
    """
    unread, updated = inputs.gettext("the plan was not read"), inputs.gettext("updated")
    # The sign is read in grey print and by those who do not tell the colours apart.
    fresh, look = (unread, STALE) if inputs.context.banner else (f"● {updated}", FRESH)
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
        yield Cell(value=inputs.gettext("next update by"), look=STAMP, span=3)
        yield Cell(value=inputs.context.next_update, look=MOMENT, span=2)
    else:
        yield Cell(look=STAMP, span=5)


def _is_read(measure: Measure) -> bool:
    deadlines = (measure.deadline, *(milestone.deadline for milestone in measure.milestones))
    # One unread milestone is enough: nobody would be reminded of its day.
    return all(deadline.kind is not DeadlineKind.UNREADABLE for deadline in deadlines)


def cards(inputs: Inputs) -> Iterator[Row]:
    """One number a state, which sum to the first; what was done of what was due; who is meant."""
    states = list(inputs.agenda.states().values())
    shown = [s for s in STATES if s in states or s not in RARE]
    # Two columns each; with the rare states among them the last ones have to do with one.
    spans = [2 if at < _SPARE - len(shown) else 1 for at in range(len(shown))]
    numbers = [Cell(value=len(states), look=card_number(None), span=_FIRST)]
    labels = [Cell(value=inputs.gettext("measures in all"), look=card_label(None), span=_FIRST)]
    for state, span in zip(shown, spans, strict=True):
        count = states.count(state)
        # A colour under "0" would draw the eye to what is not there.
        dress = state if count else None
        large = state is State.OVERDUE
        numbers.append(Cell(value=count, look=card_number(dress, largest=large), span=span))
        words = inputs.gettext(STATES[state])
        labels.append(Cell(value=words, look=card_label(dress), span=span))
    yield Row(cells=tuple(numbers), height=35)
    yield fitted(labels)
    beside = replace(QUIET, middle=True)
    named = Cell(value="; ".join(_named(inputs)) or None, look=beside, span=5)
    yield fitted([*_progress(inputs), clipped(named, COLUMNS - named.span)], least=17)


def _progress(inputs: Inputs) -> Iterator[Cell]:
    """The share done of what was due, in words and as a bar that is read in grey print too."""
    total = reckoned(inputs).total
    if not total.due:
        yield Cell(value=inputs.gettext("No deadline has passed yet."), look=QUIET, span=9)
        return
    share = total.done / total.due
    said = inputs.gettext(
        "Done {done} of {due} deadlines that have passed, {share} %",
        done=total.done,
        due=total.due,
        share=round(100 * share),
    )
    filled = round(share * _BLOCKS)
    bar = "█" * filled + "░" * (_BLOCKS - filled)
    yield Cell(value=said, look=SHARE, span=5)
    yield Cell(value=bar, look=BAR, span=4)


def _named(inputs: Inputs) -> Iterator[str]:
    """Numbers that ask a question have their names beside them."""
    states = inputs.agenda.states()
    for state in (State.UNREAD, State.WAITING):
        found = [m for m in inputs.agenda.plan.measures if states[m.row] is state]
        if names := inputs.few_numbers(found):
            yield f"{inputs.gettext(STATES[state])}: {names}"
