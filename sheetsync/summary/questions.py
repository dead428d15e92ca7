"""What to clear up before a sitting: a sentence for each kind, naming the measures."""

from collections.abc import Callable, Iterator
from functools import partial

from sheetsync.model import Item, Meaning, Measure, Severity, State
from sheetsync.model.grouping import grouped
from sheetsync.model.language import capital
from sheetsync.plan.findings import CATALOGUE
from sheetsync.plan.postponed import postponements
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.lists import NO_RESULT

_SENTENCE = 150  # characters: two lines in print
_QUOTED = 40
_Detail = Callable[[Item], str]


def questions(inputs: Inputs) -> Iterator[str]:
    """What is to be cleared up: «Срок не понят: п. 7, 9 («своевременно»), п. 12 («31 апреля»).»."""
    # Reversed, so that of several items of a measure the first stays.
    first = {item.measure.row: item for item in reversed(inputs.agenda.items)}
    measures = [first[measure.row] for measure in inputs.plan.measures]

    def of(state: State) -> list[Item]:
        return [first[measure.row] for measure in inputs.agenda.measures_in(state)]

    def deadline(item: Item) -> str:
        text = item.deadline_text
        return inputs.quoted(text, _QUOTED) if text else inputs.gettext("not given")

    unread = inputs.agenda.items_in(State.UNREAD)
    doubtful = [item for item in measures if _is_doubtful(item.measure)]
    unled = [item for item in measures if not item.measure.assignment.own_lead]
    silent = [i for i in of(State.ONGOING) if i.measure.progress.meaning is Meaning.BLANK]
    unmarked = inputs.gettext("All-year work without a mark")
    if not inputs.plan.takes_marks:  # where nobody can mark it, it is no news that nobody did
        unmarked = inputs.gettext("All-year work, its course not known")
    asked: tuple[tuple[str, list[Item], _Detail], ...] = (
        (inputs.gettext("Deadline not understood"), unread, deadline),
        (inputs.gettext("Mark not understood"), doubtful, partial(_status, inputs)),
        (inputs.gettext("Responsible not known"), unled, _no_detail),
        (
            inputs.gettext("Deadline moved, no document named"),
            _moved(inputs),
            partial(_until_words, inputs),
        ),
        (inputs.gettext(NO_RESULT), of(State.NO_REPORT), _no_detail),
        (inputs.gettext("Deadline depends on others, no date"), of(State.WAITING), deadline),
        (unmarked, silent, _no_detail),
    )
    if words := inputs.nowhere_to_mark:
        yield f"{capital(words)}."
    yield from (
        _question_words(inputs, what, found, detail) for what, found, detail in asked if found
    )


def _no_detail(_: Item) -> str:
    return ""


def _status(inputs: Inputs, item: Item) -> str:
    return inputs.quoted(item.measure.progress.text, _QUOTED)


def _until_words(inputs: Inputs, item: Item) -> str:
    return inputs.gettext("to {day}", day=inputs.day(item.due)) if item.due else ""


def _question_words(inputs: Inputs, what: str, items: list[Item], detail: _Detail) -> str:
    """The sentence; measures that it has no room for are counted."""
    parts: list[str] = []
    left = len(items)
    for about, group in grouped(items, detail).items():
        part = inputs.some_numbers([item.measure for item in group])
        part += f" ({about})" if about else ""
        # The first part always has its place, or a long quotation would leave the sentence empty.
        if parts and len("; ".join((what, *parts, part))) > _SENTENCE:
            break
        parts.append(part)
        left -= len(group)
    more = f"; {inputs.gettext('and {n} more', n=left)}" if left else ""
    return f"{what}: {'; '.join(parts)}{more}."


def _moved(inputs: Inputs) -> list[Item]:
    """Postponements still in force for which no paper was named."""
    found = postponements(inputs.agenda, inputs.context.moves)
    return [one.item for one in found if one.asks]


def _is_doubtful(measure: Measure) -> bool:
    """Unclear as a whole, or with words that «Проверка» asks about."""
    if measure.progress.meaning is Meaning.UNCLEAR:
        return True
    doubts = (CATALOGUE[doubt.code].severity for doubt in measure.progress.doubts)
    return any(severity is not Severity.NOTE for severity in doubts)
