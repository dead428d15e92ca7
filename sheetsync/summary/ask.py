"""What to ask whom: the late and the silent ones by responsible, the worst first."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from sheetsync.model import Cell, CellValue, Item, Meaning, Row, State
from sheetsync.model.frozen import frozen
from sheetsync.model.grouping import grouped
from sheetsync.plan.names import DUE_SOON, NO_RESULT, OVERDUE
from sheetsync.summary import layout
from sheetsync.summary.inputs import Inputs, worst_items
from sheetsync.summary.looks import GROUP, LATE_NUMBER, LINK, NUMBER, QUIET, TEXT
from sheetsync.summary.months import quarter_starts

_LINES, _LEADS, _OF_ONE_LEAD = 6, 4, 3  # on the first screen, beside all else it has to hold
_NAMES = (6, 3, 1)  # numbers of measures in one line, as many as it holds
_SILENT = (State.ONGOING, State.WAITING)  # asked about only where nobody said a word lately
_KINDS = ((State.OVERDUE,), (State.NO_REPORT,), (State.DUE_SOON,), _SILENT)
"""What is asked about, the most pressing first; each is counted by itself."""

_DAY = timedelta(days=1)


@frozen
class OpenQuestion:
    """An item to ask its lead about; one without a day counts while it has no status.

    `same_as` is the number of an identically worded measure that is asked about before it.
    """

    item: Item
    silent_days: int | None = None  # since the last mark, None where nobody can tell
    same_as: str = ""

    @property
    def kind(self) -> int:
        """The place of the item's state in `_KINDS`."""
        return next(at for at, states in enumerate(_KINDS) if self.item.state in states)

    @property
    def rank(self) -> tuple[int, int, int]:
        """The worst first; no mark at all is worse than one without a day, and that than any."""
        days = self.item.late_days or self.silent_days or 0
        if self.item.state in _SILENT and self.silent_days is None:
            days = sys.maxsize - (self.item.measure.progress.meaning is not Meaning.BLANK)
        return self.kind, -days, self.item.measure.row


def questions_by_lead(inputs: Inputs) -> dict[str, list[OpenQuestion]]:
    """The questions by lead: the longest overdue first, then those with more overdue items.

    Measures without a lead come last of those that fit: finding one is a question, too.
    """
    in_turn = sorted(_questions(inputs), key=lambda question: question.rank)
    asked = grouped(in_turn, lambda question: inputs.lead(question.item.measure))

    def weight(lead: str) -> tuple[int, ...]:
        worst, kinds = asked[lead][0], [question.kind for question in asked[lead]]
        return -worst.item.late_days, *(-kinds.count(at) for at in range(len(_KINDS))), *worst.rank

    order = sorted(asked, key=weight)
    nobody = [lead for lead in order if not asked[lead][0].item.measure.assignment.own_lead]
    led = [lead for lead in order if lead not in nobody]
    return {lead: asked[lead] for lead in (*led[: _LEADS - 1], *nobody, *led[_LEADS - 1 :])}


def silent_since(inputs: Inputs) -> date:
    """The first day of the quarter, or of a plan that began in it.

    Work without a day and without a mark since then is silent.
    """
    return max(quarter_starts(inputs.today), inputs.plan.period.starts)


def _questions(inputs: Inputs) -> Iterator[OpenQuestion]:
    """A question about each measure that calls for one, about the worst of its items."""
    # A report on the quarter that has ended names its last day: there is no later one yet.
    first = silent_since(inputs) - _DAY
    asked = {state for states in _KINDS for state in states}
    for item in worst_items(inputs.agenda).values():
        last = inputs.word_day(item.measure) if item.state in _SILENT else None
        if item.state in asked and (last is None or last < first):
            yield OpenQuestion(item=item, silent_days=(inputs.today - last).days if last else None)


def ask(inputs: Inputs, *, screen: float = 0.0) -> list[Row]:
    """The block of rows; it always fits the first screen.

    `screen` are the points that it has for this block: what they leave over lets long texts go on
    in a second line.
    """
    by_lead = questions_by_lead(inputs)
    rows = layout.heading(inputs.gettext("Who to ask about what"))
    if not by_lead:
        return [*rows, layout.remark(_nothing_to_ask(inputs))]
    rows += layout.table(_columns(inputs, lines=1), [])
    shown = _groups_shown(inputs, list(by_lead.values())[:_LEADS])
    places: list[list[tuple[int, OpenQuestion]]] = []
    for (lead, questions), lines in zip(by_lead.items(), shown, strict=False):
        rows.append(_lead_row(inputs, lead, questions, shown=len(lines)))
        places.append(list(enumerate(lines, start=len(rows))))
        rows += _lines_of(inputs, lines, lines=1)
    rows += _other_leads(inputs, list(by_lead))
    # First whom to ask about what, then what else of the same.
    in_turn = [place for turn in zip_longest(*places) for place in turn if place]
    _let_go_on(inputs, rows, in_turn, spare=screen - layout.height(rows))
    return rows


def _nothing_to_ask(inputs: Inputs) -> str:
    if inputs.agenda.items_in(*_SILENT):
        return inputs.gettext("Nothing is overdue, and all-year work has fresh marks.")
    return inputs.gettext("Nothing is overdue.")


def _other_leads(inputs: Inputs, asked: Sequence[str]) -> Iterator[Row]:
    """Who has no line, and why: silence about them could mean either."""
    leads = {inputs.lead(one) for one in inputs.plan.measures if one.assignment.own_lead}
    more, answered = asked[_LEADS:], sorted(leads.difference(asked))
    if more:
        said = inputs.gettext(
            "Others to ask, see “By responsible party” below: {leads}.", leads=", ".join(more)
        )
    elif answered:
        said = inputs.gettext(
            "Nobody else to ask. No questions: {leads}.", leads=", ".join(answered)
        )
    else:
        return  # all have a line; one more would print the tab of a short plan on a third page
    yield layout.fitted([layout.clipped(Cell(value=said, look=QUIET, span=layout.COLUMNS), 0)])


def _groups_shown(inputs: Inputs, groups: list[list[OpenQuestion]]) -> list[list[OpenQuestion]]:
    """What of each has a line: one at least, then what is late, then the silent ones."""
    # Whoever is named has at least one line, or a long list of the first would hide the others.
    counts = [1] * len(groups)
    for silent_too in (False, True):
        for at, questions in enumerate(groups):
            late = sum(one.item.state not in _SILENT for one in questions)
            wanted = min(len(questions) if silent_too else late, _OF_ONE_LEAD)
            counts[at] += max(0, min(wanted - counts[at], _LINES - sum(counts)))
    first: dict[str, str] = {}
    return [
        [_unlike(inputs, one, first) for one in questions[:count]]
        for questions, count in zip(groups, counts, strict=True)
    ]


def _unlike(inputs: Inputs, question: OpenQuestion, first: dict[str, str]) -> OpenQuestion:
    """Plans repeat measures with other deadlines: two lines that look alike would seem an error."""
    number = inputs.number_and_tab(question.item.measure)
    same = first.setdefault(inputs.long_title(question.item), number)
    return question if same == number else replace(question, same_as=same)


def _let_go_on(
    inputs: Inputs, rows: list[Row], places: list[tuple[int, OpenQuestion]], *, spare: float
) -> None:
    """Long texts of the questions in these places go on in a second line, as long as it fits."""
    if spare <= 0:
        return
    longer = _lines_of(inputs, [question for _, question in places], lines=2)
    for (at, _), row in zip(places, longer, strict=True):
        more = layout.height([row]) - layout.height([rows[at]])
        if more <= spare:
            rows[at], spare = row, spare - more


def _lines_of(inputs: Inputs, questions: Sequence[OpenQuestion], *, lines: int) -> list[Row]:
    """The rows of these questions, without the header."""
    return layout.table(
        _columns(inputs, lines=lines), (_question_line(inputs, one) for one in questions)
    )[1:]


def _columns(inputs: Inputs, *, lines: int) -> tuple[layout.Column, ...]:
    """The measure takes more room than below: its first words are often those of others too."""
    fresh = inputs.gettext("Last mark")
    if inputs.plan.takes_marks:
        day = inputs.day(silent_since(inputs))
        fresh = inputs.gettext("Last mark (a new one expected since {day})", day=day)
    return (
        layout.Column(header=inputs.gettext("No."), look=LINK),
        layout.Column(header=inputs.gettext("Measure"), span=7, lines=lines, apart=inputs.apart),
        layout.Column(header=inputs.gettext("Deadline and last day"), span=2, lines=1),
        layout.Column(header=inputs.gettext("Late, days"), look=NUMBER),
        layout.Column(header=fresh, span=3, lines=lines),
    )


def _lead_row(inputs: Inputs, lead: str, questions: list[OpenQuestion], *, shown: int) -> Row:
    """The lead, the number of measures, and which they are unless each has a line."""
    nobody = not questions[0].item.measure.assignment.own_lead
    who = inputs.gettext("Responsible not known") if nobody else _with_head(lead, questions)
    for few in _NAMES:
        said = ", ".join(_counts(inputs, questions, shown=shown, few=few))
        cell = Cell(value=f"{who} – {said}", look=GROUP, span=layout.COLUMNS)
        # A list that were cut at its end would name fewer than it counts.
        if layout.clipped(cell, 0) == cell:
            break
    return layout.fitted([layout.clipped(cell, 0)])


def _counts(
    inputs: Inputs, questions: list[OpenQuestion], *, shown: int, few: int
) -> Iterator[str]:
    for kind in range(len(_KINDS)):
        of_kind = [one.item.measure for one in questions if one.kind == kind]
        in_lines = sum(one.kind == kind for one in questions[:shown])
        if of_kind:
            count = _counted(inputs, kind, len(of_kind))
            named = len(of_kind) > in_lines
            yield f"{count} ({inputs.some_numbers(of_kind, few=few)})" if named else count


def _with_head(lead: str, questions: list[OpenQuestion]) -> str:
    """The lead with the person who heads it, where the roster knows one."""
    led_by = questions[0].item.measure.assignment.lead
    return f"{lead} ({led_by.head})" if led_by and led_by.head else lead


def _counted(inputs: Inputs, kind: int, n: int) -> str:
    silent = inputs.ngettext(
        "{n} measure without a fresh mark", "{n} measures without a fresh mark", n
    )
    if not inputs.plan.takes_marks:  # nobody can give one
        silent = inputs.ngettext("{n} measure to ask about", "{n} measures to ask about", n)
    return (
        inputs.counted(OVERDUE, n),
        inputs.counted(NO_RESULT, n),
        inputs.counted(DUE_SOON, n),
        silent,
    )[kind]


def _question_line(inputs: Inputs, question: OpenQuestion) -> list[CellValue | Cell]:
    item = question.item
    late = Cell(value=item.late_days or None, look=LATE_NUMBER)
    return [
        inputs.link(item.measure),
        _question_title(inputs, question),
        _deadline_words(inputs, item),
        late,
        _last_word(inputs, question),
    ]


def _question_title(inputs: Inputs, question: OpenQuestion) -> str:
    title = inputs.long_title(question.item)
    if not question.same_as:
        return title
    return inputs.gettext("The same as {number}: {title}", number=question.same_as, title=title)


def _deadline_words(inputs: Inputs, item: Item) -> str:
    """The words with the last day; the day alone where they have no room beside it."""
    said = inputs.said(item)
    if item.due is None or item.state in _SILENT or _fits(said, column=8, span=2):
        return said
    return inputs.day(item.due)


def _last_word(inputs: Inputs, question: OpenQuestion) -> str:
    """The last word, with its age where silence is the question and a line has room for both."""
    measure, days = question.item.measure, question.silent_days
    told, last = inputs.last_word(measure), inputs.word_day(measure)
    if not (last and days and question.item.state in _SILENT and measure.progress.text):
        return told
    aged = inputs.gettext(
        "{day}, {days} ago: {text}",
        day=inputs.day(last),
        days=inputs.days(days),
        text=inputs.quoted(measure.progress.text),
    )
    return aged if _fits(aged, column=11, span=3) else told


def _fits(text: str, *, column: int, span: int) -> bool:
    cell = Cell(value=text, look=TEXT, span=span)
    return layout.clipped(cell, column) == cell
