"""What to ask whom: the late and the silent ones by responsible, the worst first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sheetsync.model import Cell, CellValue, Item, Row, State
from sheetsync.model.fitting import room_of, text_width
from sheetsync.model.language import marked
from sheetsync.summary.inputs import Inputs, clipped, is_unled, worst_items
from sheetsync.summary.layout import COLUMNS, WIDTHS, Column, fitted, heading, remark, table
from sheetsync.summary.looks import GROUP, LATE_NUMBER, LINK, NUMBER, TEXT

_LINES, _LEADS, _OF_ONE_LEAD = 6, 4, 3  # on the first screen, beside all else it has to hold
_NAMED = 10
_SHORT = 16  # of a deadline's words, so that its day still fits
_ASKED = (State.OVERDUE, State.NO_REPORT, State.DUE, State.ONGOING)
_COUNTED = {
    State.OVERDUE: marked("overdue: {n}"),
    State.NO_REPORT: marked("no result: {n}"),
    State.DUE: marked("due soon: {n}"),
    State.ONGOING: marked("silent: {n}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An item that somebody should be asked about; all-year work is one while it is silent."""

    item: Item
    silent_days: int | None = None  # since the last mark, None where there was none

    @property
    def rank(self) -> tuple[int, int, int]:
        """The worst first."""
        days = self.item.late_days or self.silent_days or 0
        return _ASKED.index(self.item.state), -days, self.item.measure.row


def questions_by_lead(inputs: Inputs) -> dict[str, list[Question]]:
    """Whom to ask what: who has most that is late stands first."""
    found: dict[str, list[Question]] = {}
    for question in sorted(_questions(inputs), key=lambda question: question.rank):
        found.setdefault(inputs.lead(question.item.measure), []).append(question)

    def weight(lead: str) -> tuple[int, ...]:
        states = [question.item.state for question in found[lead]]
        nobody = is_unled(found[lead][0].item.measure)  # the coordinator hears of those
        return (nobody, *(-states.count(state) for state in _ASKED), found[lead][0].rank[1])

    return {lead: found[lead] for lead in sorted(found, key=weight)}


def silent_since(inputs: Inputs) -> date:
    """The first day of the quarter: all-year work without a mark since then is silent."""
    return date(inputs.today.year, (inputs.today.month - 1) // 3 * 3 + 1, 1)


def _questions(inputs: Inputs) -> Iterator[Question]:
    """One a measure, about the worst of its items."""
    first = silent_since(inputs)
    for row, item in worst_items(inputs.agenda).items():
        last = inputs.context.words.get(row)
        if item.state in _ASKED and (item.state is not State.ONGOING or _is_old(last, first)):
            yield Question(item=item, silent_days=(inputs.today - last).days if last else None)


def _is_old(last: date | None, first: date) -> bool:
    return last is None or last < first


def ask(inputs: Inputs) -> Iterator[Row]:
    """The block of rows; it always fits the first screen."""
    by_lead = questions_by_lead(inputs)
    yield from heading(inputs.gettext("What to ask whom"))
    if not by_lead:
        yield remark(inputs.gettext("Nothing is overdue, and all-year work has fresh marks."))
        return
    yield from table(_columns(inputs), [])
    left = _LINES
    for lead, questions in list(by_lead.items())[:_LEADS]:
        late = sum(one.item.state is not State.ONGOING for one in questions)
        count = min(max(late, 1), _OF_ONE_LEAD, max(left, 1))
        left -= count
        yield _group(inputs, lead, questions, shown=count)
        yield from table(_columns(inputs), (_line(inputs, one) for one in questions[:count]))[1:]
    others = len(by_lead) - _LEADS
    if others > 0:
        said = inputs.ngettext(
            "{n} more responsible: see “By responsible” below.",
            "{n} more responsible: see “By responsible” below.",
            others,
        )
        yield remark(said)


def _columns(inputs: Inputs) -> tuple[Column, ...]:
    return (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("Measure")),
        Column(header=inputs.gettext("Deadline and last day"), span=3),
        Column(header=inputs.gettext("Days late"), look=NUMBER),
        Column(header=inputs.gettext("Last mark"), span=5),
    )


def _group(inputs: Inputs, lead: str, questions: list[Question], *, shown: int) -> Row:
    """Who is asked, of how much, and by number what has no line of its own."""
    said = []
    for state, words in _COUNTED.items():
        of_state = [one.item.measure for one in questions if one.item.state is state]
        rest = [one.item.measure for one in questions[shown:] if one.item.state is state]
        if of_state:
            names = (
                f" ({inputs.numbers(rest[:_NAMED])}{'…' * (len(rest) > _NAMED)})" if rest else ""
            )
            said.append(inputs.gettext(words, n=len(of_state)) + names)
    cell = Cell(look=GROUP, span=COLUMNS)
    words = clipped(f"{lead} – {', '.join(said)}", cell, WIDTHS, 0)
    return fitted([replace(cell, value=words)])


def _line(inputs: Inputs, question: Question) -> list[CellValue | Cell]:
    item, late = question.item, question.item.late_days or None
    shown = clipped(inputs.title(item), Cell(look=TEXT), WIDTHS, 1)
    said = inputs.said(item)
    if text_width(said) > room_of(Cell(look=TEXT, span=3), WIDTHS, 2):
        said = inputs.said(item, limit=_SHORT)
    words = clipped(_last_word(inputs, question), Cell(look=TEXT, span=5), WIDTHS, 6)
    return [inputs.link(item.measure), shown, said, Cell(value=late, look=LATE_NUMBER), words]


def _last_word(inputs: Inputs, question: Question) -> str:
    words = inputs.last_word(question.item.measure)
    if question.item.state is State.ONGOING and question.silent_days is not None:
        days = inputs.days(question.silent_days)
        return inputs.gettext("no mark for {days}, the last one {words}", days=days, words=words)
    return words
