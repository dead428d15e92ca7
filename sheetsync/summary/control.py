"""The tab «Контроль»: a row a measure in the plan's order, for staff and for the look-up column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import (
    STATES,
    TAB_ROWS,
    Align,
    Area,
    Cell,
    CellValue,
    Columns,
    Grid,
    Item,
    Meaning,
    Measure,
    Row,
    Severity,
    State,
    Tab,
    sheet_row,
)
from sheetsync.model.language import marked
from sheetsync.plan.cells import column_index
from sheetsync.plan.lookups import FIELDS
from sheetsync.summary import looks
from sheetsync.summary.discipline import days_late
from sheetsync.summary.formulas import OPEN, REPEATED, link, own_key, plan_key
from sheetsync.summary.inputs import Inputs, worst_items
from sheetsync.words.clipping import clip
from sheetsync.words.occurrence_names import occurrence_said

KEY, NAME = "control", marked("Control")
_WIDTHS = (6.0, 46.0, 19.0, 17.0, 12.0, 21.0, 23.0, 24.0, 8.0, 0.0, 0.0, 0.0, 0.0)
_SHOWN = 9  # columns that people see
_KEYS_AT = 11  # the column, counted from 0: from here on there are only formulas
# A filter's button takes the right of a header: what stands under it begins at the left.
# One look down a column is one request of Google's, ten thousand that alternate are megabytes.
_LEFT_LATE = replace(looks.LATE_NUMBER, align=Align.LEFT)
_DAY = replace(looks.NUMBER, align=Align.LEFT, format="dd.mm.yyyy")
_FIRST_ROW = 4  # of the measures
_SPARE = 200  # rows that the plan may grow by until the next run, and links still lead there
_MARK = 120  # characters
_OCCURRENCES = 8
# The signs are read in grey print too; what is still to come has none.
_SIGNS = {State.DONE: " ✓", State.OVERDUE: " ✗", State.NO_REPORT: " ✗", State.CANCELLED: " –"}
_STATES = STATES | {State.WAITING: marked("waits for others")}
# What a status was taken for where its own words do not say so.
_READ_AS = {
    Meaning.DONE_PART: marked("done for the deadline it names"),
    Meaning.PARTIAL: marked("taken as done in part"),
    Meaning.UNCLEAR: marked("not understood"),
    Meaning.STILL_WAITING: marked("still waiting for others"),
    Meaning.REASSIGNED: marked("handed over"),
}


def control_tab(inputs: Inputs, *, grid: Grid, further: Sequence[Grid] = ()) -> Tab:
    """The tab as of the agenda's day.

    `grid` is the plan tab as it was read: numbers and measures are taken from it as they were
    typed, so that the same formula makes the same key of a row here and there. `further` are the
    other tabs of a plan on several; links lead to where its measures stood, for no formula could
    look through all of them.
    """
    of_plan = Cell(formula=plan_key(inputs.plan.columns))
    rows = [row if further else _padded(row, of_plan) for row in _head_rows(inputs)]
    rows += _measure_rows(inputs, (grid, *further), of_plan)
    last = len(rows)
    if not further:
        # Links search the keys of all the plan's rows, those without a measure among them.
        rows += [_padded(Row(), of_plan)] * (len(grid.rows) + _SPARE - len(rows))
    name = inputs.gettext(NAME)
    return Tab(
        key=KEY,
        title=name,
        year_title=inputs.period_title(name),
        rows=tuple(rows),
        widths=_WIDTHS,
        frozen_rows=_FIRST_ROW - 1,
        color="3C4043",
        filtered=Area(top=_FIRST_ROW - 1, left=1, bottom=max(last, _FIRST_ROW), right=_SHOWN),
        footer=inputs.as_of,
    )


def _head_rows(inputs: Inputs) -> Iterator[Row]:
    count = len(inputs.plan.measures)
    title = inputs.ngettext("Control: {n} measure", "Control: {n} measures", count)
    cells = (
        Cell(value=title, look=looks.TITLE, span=7),
        Cell(value=inputs.as_of, look=looks.STAMP, span=2),
    )
    yield Row(cells=cells, height=26)
    how = inputs.gettext(
        "Measures in the plan's order: ✓ done, ✗ overdue. Please correct the plan itself; this "
        "tab is updated by the next check."
    )
    yield Row(cells=(Cell(value=how, look=looks.QUIET, span=_SHOWN),))
    names = (
        *(inputs.gettext("No."), inputs.gettext("Measure"), inputs.gettext("State")),
        *(inputs.gettext("Last days"), inputs.gettext("Days late")),
        *(inputs.gettext("Responsible"), inputs.gettext("Mark, as it was read")),
        *(inputs.gettext("Remark"), inputs.gettext("In the plan")),
    )
    yield Row(cells=tuple(Cell(value=name, look=looks.HEADER) for name in names))


def _measure_rows(inputs: Inputs, grids: Sequence[Grid], of_plan: Cell) -> Iterator[Row]:
    agenda = inputs.agenda
    worst, items = worst_items(agenda), agenda.by_row()
    findings = _worst_findings(inputs)
    columns = agenda.plan.columns
    several = len(grids) > 1
    again = _repeated(agenda.plan.measures)
    way = link(columns.letters["measure"], inputs.gettext)
    for measure in agenda.plan.measures:
        word = inputs.gettext(REPEATED if _measure_key(measure) in again else OPEN)
        there = Cell(value=word, look=looks.LINK, formula=way)
        if several:
            columns = agenda.plan.columns_of(measure.row)
            there = inputs.link(measure, measure.tab)
        number, text, *others = _typed(measure.row, columns, grids)
        # Typed "5.1" may have become the fifth of January: it is shown as it counts.
        look = _DAY if isinstance(number, date) else looks.TEXT
        cells = (
            Cell(value=number, look=look),
            Cell(value=text, look=looks.TEXT),
            Cell(value=in_words(inputs, worst[measure.row]), look=looks.TEXT),
            *_day_cells(inputs, worst[measure.row], items[measure.row]),
            Cell(value=inputs.lead(measure), look=looks.TEXT),
            Cell(value=_mark_words(inputs, measure), look=looks.TEXT),
            Cell(value=findings.get(measure.row, ""), look=looks.TEXT),
            there,
            *(Cell(value=value) for value in others),
            Cell(formula=own_key(measure.tab)),
            *(() if several else (of_plan,)),
        )
        yield Row(cells=cells)


def _typed(row: int, columns: Columns, grids: Sequence[Grid]) -> Iterator[CellValue]:
    """The cells of the plan that distinguish the row from others, as typed."""
    cells = grids[row // TAB_ROWS].rows[sheet_row(row) - 1]
    for field in FIELDS:
        letters = columns.letters.get(field)
        at = column_index(letters) if letters else len(cells)
        yield cells[at] if at < len(cells) else None


def in_words(inputs: Inputs, item: Item) -> str:
    """The state with its days: «просрочено на 12 дней», «срок подходит: осталось 5 дней»."""
    if item.state is State.OVERDUE:
        return inputs.gettext("overdue by {days}", days=inputs.days(item.late_days))
    if item.state is State.DUE_SOON and item.due:
        left = (item.due - inputs.today).days
        if not left:
            return inputs.gettext("the last day is today")
        return inputs.ngettext("due soon: {n} day left", "due soon: {n} days left", left)
    late = days_late(item)
    if late:
        return inputs.gettext("done, {days} late", days=inputs.days(late))
    return inputs.gettext(_STATES[item.state])


def _day_cells(inputs: Inputs, worst: Item, items: list[Item]) -> tuple[Cell, Cell]:
    """All last days of the measure, and by how many days it is or was late."""
    dated = [item for item in items if item.due or item.what]
    late = worst.late_days or max(map(days_late, items)) or None
    count = Cell(value=late, look=_LEFT_LATE)
    if len(dated) < 2:
        return Cell(value=worst.due, look=_DAY), count
    said = [_occurrence(inputs, item) for item in dated[:_OCCURRENCES]]
    left = len(dated) - _OCCURRENCES
    said += [inputs.gettext("and {n} more", n=left)] if left > 0 else []
    return Cell(value=", ".join(said), look=looks.TEXT), count


def _occurrence(inputs: Inputs, item: Item) -> str:
    what = clip(occurrence_said(item.what, inputs.language), 40)
    name = what or (inputs.day(item.due) if item.due else "")
    return f"{name}{_SIGNS.get(item.state, '')}"


def _mark_words(inputs: Inputs, measure: Measure) -> str:
    """The status as typed, with how it was understood unless the words say so."""
    progress = measure.progress
    if progress.meaning is Meaning.BLANK:
        return inputs.gettext("no mark")
    said = clip(progress.text, _MARK)
    read = inputs.gettext(_READ_AS[progress.meaning]) if progress.meaning in _READ_AS else ""
    if progress.meaning is Meaning.DONE and progress.on:
        read = inputs.gettext("done on {day}", day=inputs.day(progress.on))
    elif progress.meaning is Meaning.POSTPONED and progress.on:
        read = inputs.gettext("moved to {day}", day=inputs.day(progress.on))
    return f"{said} ({read})" if read else said


def _worst_findings(inputs: Inputs) -> dict[int, str]:
    """The sentence of each row's worst finding, by row."""
    order = list(Severity)
    found = inputs.plan.findings
    # The worst last, for it is the one that stays under a row in the dict.
    worst_last = sorted(found, key=lambda f: order.index(f.severity), reverse=True)
    return {finding.row: inputs.finding(finding)[0] for finding in worst_last}


def _repeated(measures: tuple[Measure, ...]) -> set[tuple[str, str]]:
    """The measures whose key is not theirs alone, near enough: their formula has the last word."""
    return {name for name, count in Counter(map(_measure_key, measures)).items() if count > 1}


def _measure_key(measure: Measure) -> tuple[str, str]:
    # As the formula's key: so many characters, and programs compare them in any case.
    return measure.number, measure.text[:100].casefold()


def _padded(row: Row, of_plan: Cell) -> Row:
    """A row without a measure: of the hidden columns it has only the key of the plan's row."""
    blank = _KEYS_AT + 1 - sum(cell.span for cell in row.cells)
    return replace(row, cells=(*row.cells, *[Cell()] * blank, of_plan))
