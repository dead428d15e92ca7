"""The tab «Контроль»: a row a measure in the plan's order, for staff and for the look-up column."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import ceil

from sheetsync.model import (
    Agenda,
    Cell,
    CellValue,
    Columns,
    Finding,
    Grid,
    Item,
    Look,
    Meaning,
    Measure,
    Row,
    Severity,
    State,
    Tab,
)
from sheetsync.plan.columns import column_index
from sheetsync.summary.formulas import OPEN, REPEATED, link, own_key, plan_key
from sheetsync.summary.listed import lead_of
from sheetsync.summary.looks import (
    HEADER,
    HEADER_NUMBER,
    LATE_NUMBER,
    LINK,
    NUMBER,
    QUIET,
    STAMP,
    TEXT,
    TITLE,
)
from sheetsync.summary.standing import in_words, worst_items
from sheetsync.words.terms import clip, day_words, plural

KEY, NAME = "control", "Контроль"
_HEADERS = (
    Cell(value="№", look=HEADER),
    Cell(value="Мероприятие", look=HEADER),
    Cell(value="Состояние", look=HEADER),
    Cell(value="Последний день", look=HEADER_NUMBER),
    Cell(value="Опоздание, дней", look=HEADER_NUMBER),
    Cell(value="Кто отвечает", look=HEADER),
    Cell(value="Отметка", look=HEADER),
    Cell(value="Замечание", look=HEADER),
    Cell(value="В плане", look=HEADER),
)
_WIDTHS = (6.0, 46.0, 22.0, 12.0, 11.0, 24.0, 24.0, 30.0, 10.0, 0.0, 0.0, 0.0, 0.0)
_KEYS_AT = 11  # the column, counted from 0: from here on there are only formulas
_DAY = replace(NUMBER, format="dd.mm.yyyy")
_FIRST_ROW = 4  # of the measures
_SPARE = 200  # rows that the plan may grow by until the next run, and links still lead there
_LINES, _LINE = 3, 12.8  # how many lines of a text show, and the points of one
_MARK = 120  # characters


def control_tab(agenda: Agenda, *, grid: Grid) -> Tab:
    """The tab as of the agenda's day.

    `grid` is the plan tab as it was read: numbers and measures are taken from it as they were
    typed, so that the same formula makes the same key of a row here and there.
    """
    of_plan = Cell(formula=plan_key(agenda.plan.columns))
    rows = [_padded(row, of_plan) for row in _head(agenda)]
    rows += _body(agenda, grid, of_plan)
    rows += [_padded(Row(), of_plan)] * (len(grid.rows) + _SPARE - len(rows))
    return Tab(
        key=KEY,
        title=NAME,
        year_title=f"{NAME} {agenda.plan.year}",
        rows=tuple(rows),
        widths=_WIDTHS,
        frozen_rows=_FIRST_ROW - 1,
        color="3C4043",
    )


def _head(agenda: Agenda) -> Iterator[Row]:
    count = len(agenda.plan.measures)
    title = f"Контроль: {count} {plural(count, 'пункт', 'пункта', 'пунктов')}"
    yield Row(
        cells=(
            Cell(value=title, look=TITLE, span=7),
            Cell(value=f"на {day_words(agenda.today)}", look=STAMP, span=2),
        ),
        height=26,
    )
    how = "Пункты по порядку плана. Правьте сам план: этот лист обновится при следующей проверке."
    yield Row(cells=(Cell(value=how, look=QUIET, span=len(_HEADERS)),))
    yield Row(cells=_HEADERS, height=31)


def _body(agenda: Agenda, grid: Grid, of_plan: Cell) -> Iterator[Row]:
    items = worst_items(agenda)
    findings = _worst_findings(agenda.plan.findings)
    columns = agenda.plan.columns
    again = _repeated(agenda.plan.measures)
    way, own = link(columns.letters["measure"]), Cell(formula=own_key())
    for measure in agenda.plan.measures:
        word = REPEATED if _name(measure) in again else OPEN
        number, text, *others = _typed(measure.row, columns, grid)
        cells = (
            Cell(value=number, look=_number_look(number)),
            Cell(value=text, look=TEXT),
            *_standing(items[measure.row], agenda.today),
            *_people(measure),
            Cell(value=findings.get(measure.row, ""), look=TEXT),
            Cell(value=word, look=LINK, formula=way),
            *(Cell(value=value) for value in others),
            own,
            of_plan,
        )
        yield Row(cells=cells, height=_height(cells))


def _typed(row: int, columns: Columns, grid: Grid) -> Iterator[CellValue]:
    """What tells the row from others, as it stands in the plan's own cells."""
    cells = grid.rows[row - 1]
    for field in ("number", "measure", "deadline", "responsible"):
        letters = columns.letters.get(field)
        at = column_index(letters) if letters else len(cells)
        yield cells[at] if at < len(cells) else None


def _number_look(number: CellValue) -> Look:
    """Typed "5.1" may have become the fifth of January: it is shown as it counts."""
    return _DAY if isinstance(number, date) else TEXT


def _standing(item: Item, today: date) -> tuple[Cell, Cell, Cell]:
    late = item.late_days if item.state is State.OVERDUE else None
    return (
        Cell(value=in_words(item, today), look=TEXT),
        Cell(value=item.due, look=_DAY),
        Cell(value=late, look=LATE_NUMBER),
    )


def _people(measure: Measure) -> tuple[Cell, Cell]:
    silent = measure.progress.meaning is Meaning.BLANK
    mark = "отметки нет" if silent else clip(measure.progress.text, _MARK)
    return Cell(value=lead_of(measure), look=TEXT), Cell(value=mark, look=TEXT)


def _worst_findings(findings: tuple[Finding, ...]) -> dict[int, str]:
    """The sentence of each row's worst finding, by row."""
    order = list(Severity)
    worst_last = sorted(findings, key=lambda f: order.index(f.severity), reverse=True)
    return {f.row: f.sentence[:1].upper() + f.sentence[1:] for f in worst_last}


def _repeated(measures: tuple[Measure, ...]) -> set[tuple[str, str]]:
    """The measures whose key is not theirs alone, near enough: their formula has the last word."""
    return {name for name, count in Counter(map(_name, measures)).items() if count > 1}


def _name(measure: Measure) -> tuple[str, str]:
    return measure.number, measure.text[:100].casefold()


def _height(cells: tuple[Cell, ...]) -> float:
    wanted = max(_lines(cell.value, width) for cell, width in zip(cells, _WIDTHS, strict=False))
    return _LINE * min(wanted, _LINES) + 2


def _lines(value: CellValue, width: float) -> int:
    if not isinstance(value, str) or not width or (len(value) < width and "\n" not in value):
        return 1
    # A width's unit is a digit of 11-point text; smaller letters take less.
    return sum(max(1, ceil(len(part) / (width * 1.1))) for part in value.split("\n"))


def _padded(row: Row, of_plan: Cell) -> Row:
    """A row without a measure: of the hidden columns it has only the key of the plan's row."""
    blank = _KEYS_AT + 1 - sum(cell.span for cell in row.cells)
    return replace(row, cells=(*row.cells, *[Cell()] * blank, of_plan))
