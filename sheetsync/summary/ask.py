"""What to ask whom: the late and the silent ones by responsible, the worst first."""

import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from sheetsync.model import Cell, CellValue, Item, Row, State
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.summary.inputs import Inputs, is_unled, worst_items
from sheetsync.summary.layout import (
    COLUMNS,
    Column,
    clipped,
    fitted,
    heading,
    height,
    remark,
    table,
)
from sheetsync.summary.looks import GROUP, LATE_NUMBER, LINK, NUMBER, QUIET, TEXT

_LINES, _LEADS, _OF_ONE_LEAD = 6, 4, 3  # on the first screen, beside all else it has to hold
_SILENT = (State.ONGOING, State.WAITING)  # asked about only where nobody said a word lately
_ASKED = (State.OVERDUE, State.NO_REPORT, State.DUE, *_SILENT)
_COUNTED = {
    State.OVERDUE: marked("overdue: {n}"),
    State.NO_REPORT: marked("no result: {n}"),
    State.DUE: marked("due soon: {n}"),
    State.ONGOING: marked("silent: {n}"),
    State.WAITING: marked("waits for others: {n}"),
}


@frozen
class OpenQuestion:
    """An item that somebody should be asked about; what has no day is one while it is silent."""

    item: Item
    silent_days: int | None = None  # since the last mark, None where there was none

    @property
    def rank(self) -> tuple[int, int, int]:
        """The worst first; no mark at all is worse than the oldest."""
        never = self.item.state in _SILENT and self.silent_days is None
        days = sys.maxsize if never else self.item.late_days or self.silent_days or 0
        return _ASKED.index(self.item.state), -days, self.item.measure.row


def questions_by_lead(inputs: Inputs) -> dict[str, list[OpenQuestion]]:
    """Whom to ask what: who has most that is late stands first."""
    found: dict[str, list[OpenQuestion]] = {}
    for question in sorted(_questions(inputs), key=lambda question: question.rank):
        found.setdefault(inputs.lead(question.item.measure), []).append(question)

    def weight(lead: str) -> tuple[int, ...]:
        states = [question.item.state for question in found[lead]]
        # The chair can ask only somebody; what nobody leads is the coordinator's to settle.
        nobody = is_unled(found[lead][0].item.measure)
        return (nobody, *(-states.count(state) for state in _ASKED), found[lead][0].rank[1])

    return {lead: found[lead] for lead in sorted(found, key=weight)}


def silent_since(inputs: Inputs) -> date:
    """The first day of the quarter: work without a day and without a mark since then is silent."""
    return date(inputs.today.year, (inputs.today.month - 1) // 3 * 3 + 1, 1)


def _questions(inputs: Inputs) -> Iterator[OpenQuestion]:
    """One a measure, about the worst of its items."""
    first = silent_since(inputs)
    for row, item in worst_items(inputs.agenda).items():
        last = inputs.context.words.get(row)
        if item.state in _ASKED and (item.state not in _SILENT or _is_old(last, first)):
            yield OpenQuestion(item=item, silent_days=(inputs.today - last).days if last else None)


def _is_old(last: date | None, first: date) -> bool:
    return last is None or last < first


def ask(inputs: Inputs, *, screen: float = 0.0) -> list[Row]:
    """The block of rows; it always fits the first screen.

    `screen` are the points that it has for this block: what they leave over lets long texts go on
    in a second line.
    """
    by_lead = questions_by_lead(inputs)
    rows = heading(inputs.gettext("What to ask whom"))
    if not by_lead:
        nothing = inputs.gettext("Nothing is overdue, and all-year work has fresh marks.")
        return [*rows, remark(nothing)]
    rows += table(_columns(inputs, lines=1), [])
    shown = _shown(list(by_lead.values())[:_LEADS])
    places: list[list[tuple[int, OpenQuestion]]] = []
    for (lead, questions), count in zip(by_lead.items(), shown, strict=False):
        rows.append(_group(inputs, lead, questions, shown=count))
        places.append(list(enumerate(questions[:count], start=len(rows))))
        rows += _lines_of(inputs, questions[:count], lines=1)
    others = len(by_lead) - _LEADS
    if others > 0:
        said = inputs.ngettext(
            "{n} more responsible: see “By responsible” below.",
            "{n} more responsible: see “By responsible” below.",
            others,
        )
        rows.append(remark(said))
    # With all places taken there is no room for it on the first screen.
    elif others < 0:
        rows += _answered(inputs, by_lead.keys())
    # First whom to ask about what, then what else of the same.
    in_turn = [place for turn in zip_longest(*places) for place in turn if place]
    _let_go_on(inputs, rows, in_turn, spare=screen - height(rows))
    return rows


def _answered(inputs: Inputs, asked: Collection[str]) -> Iterator[Row]:
    """Where few are asked, who is not: silence about the others could mean either."""
    leads = {inputs.lead(one) for one in inputs.agenda.plan.measures if not is_unled(one)}
    names = ", ".join(sorted(leads.difference(asked)))
    if names:
        said = inputs.gettext("No questions: {leads}.", leads=names)
        yield fitted([clipped(Cell(value=said, look=QUIET, span=COLUMNS), 0)])


def _shown(groups: list[list[OpenQuestion]]) -> list[int]:
    """How many of each have a line: one at least, then what is late, then the silent ones."""
    # Whoever is named has at least one line, or a long list of the first would hide the others.
    counts = [1] * len(groups)
    for silent_too in (False, True):
        for at, questions in enumerate(groups):
            late = sum(one.item.state not in _SILENT for one in questions)
            wanted = min(len(questions) if silent_too else late, _OF_ONE_LEAD)
            counts[at] += max(0, min(wanted - counts[at], _LINES - sum(counts)))
    return counts


def _let_go_on(
    inputs: Inputs, rows: list[Row], places: list[tuple[int, OpenQuestion]], *, spare: float
) -> None:
    """Long texts of the questions in these places go on in a second line, as long as it fits."""
    if spare <= 0:
        return
    longer = _lines_of(inputs, [question for _, question in places], lines=2)
    for (at, _), row in zip(places, longer, strict=True):
        more = height([row]) - height([rows[at]])
        if more <= spare:
            rows[at], spare = row, spare - more


def _lines_of(inputs: Inputs, questions: Sequence[OpenQuestion], *, lines: int) -> list[Row]:
    """Their rows, without the header."""
    return table(_columns(inputs, lines=lines), (_line(inputs, one) for one in questions))[1:]


def _columns(inputs: Inputs, *, lines: int) -> tuple[Column, ...]:
    """The measure takes more room than below: its first words are often those of others too."""
    return (
        Column(header=inputs.gettext("No."), look=LINK),
        Column(header=inputs.gettext("Measure"), span=7, lines=lines, apart=inputs.apart),
        Column(header=inputs.gettext("Deadline and last day"), span=2, lines=1),
        Column(header=inputs.gettext("Days"), look=NUMBER),
        Column(header=inputs.gettext("Last mark"), span=3, lines=lines),
    )


def _group(inputs: Inputs, lead: str, questions: list[OpenQuestion], *, shown: int) -> Row:
    """Who is asked, of how much, and by number what few have no line of their own."""
    said = []
    for state, words in _COUNTED.items():
        of_state = [one.item.measure for one in questions if one.item.state is state]
        rest = [one.item.measure for one in questions[shown:] if one.item.state is state]
        if of_state:
            names = inputs.few_numbers(rest)
            count = inputs.gettext(words, n=len(of_state))
            said.append(f"{count} ({names})" if names else count)
    cell = Cell(value=f"{lead} – {', '.join(said)}", look=GROUP, span=COLUMNS)
    return fitted([clipped(cell, 0)])


def _line(inputs: Inputs, question: OpenQuestion) -> list[CellValue | Cell]:
    item = question.item
    late = Cell(value=item.late_days or None, look=LATE_NUMBER)
    return [
        inputs.link(item.measure),
        inputs.title(item),
        _deadline(inputs, item),
        late,
        _last_word(inputs, question),
    ]


def _deadline(inputs: Inputs, item: Item) -> str:
    """The words with the last day; the day alone where they have no room beside it."""
    said = inputs.said(item)
    cell = Cell(value=said, look=TEXT, span=2)
    if item.due is None or item.state in _SILENT or clipped(cell, 8) == cell:
        return said
    return inputs.day(item.due)


def _last_word(inputs: Inputs, question: OpenQuestion) -> str:
    """With its age where silence is the question; nobody knows that of a first run's marks."""
    measure, days = question.item.measure, question.silent_days
    last = inputs.context.words.get(measure.row)
    is_about_silence = question.item.state in _SILENT and measure.progress.text
    # What stood in the sheet at the first run may be older than anybody can tell.
    if not (last and days and is_about_silence) or last == inputs.context.began:
        return inputs.last_word(measure)
    return inputs.gettext(
        "{day}, {days} ago: {text}",
        day=inputs.day(last),
        days=inputs.days(days),
        text=inputs.quoted(measure.progress.text),
    )
