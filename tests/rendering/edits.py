"""A plan full of traps, and what staff do to it between two runs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sheetsync.model import CellValue, Columns, Formula, Grid, Tab
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.table import read_table
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.control import control_tab
from sheetsync.workbooks.values import serial
from tests.builders import inputs, measure, plan, with_words
from tests.plan.test_table import RULES
from tests.rendering.calculation import Given
from tests.sample import sample_grid

_LONG = (
    "Обеспечить в членских организациях проведение отчётно-выборных собраний и конференций "
    "в установленный срок, "
)
_NASTY: tuple[tuple[CellValue, ...], ...] = (
    ("", "Раздел II. Работа с кадрами"),
    (31, "Провести конкурс *", "май", "Отдел кадров"),
    (32, "Провести конкурс", "май", "Отдел кадров"),
    ("33.", "Готовы ли ~ мы? Что «делать»", "июнь", "Отдел кадров"),
    (5.1, 'Семинар "Новое"', "июль", "Отдел кадров"),
    (5.2, "Семинар «Новое»", "июль", "Отдел кадров"),
    ("5,3", "Провести\u00a0заседание\nСовета", "апрель", "Отдел кадров"),
    ("п/п", "Мероприятие", "Сроки", "Ответственные"),
    ("34", "Слово " * 500, "в течение года", "Отдел кадров"),
    ("35", _LONG + "а", "май", "Отдел кадров"),
    ("35", _LONG + "б", "июнь", "Отдел кадров"),
    (36, "<>5", "май", "Отдел кадров"),
    (37, ".+", "май", "Отдел кадров"),
    (40, "Заседание Президиума", "март", "Отдел кадров"),
    (41, "Заседание Президиума", "июнь", "Отдел кадров"),
    (42, "Заседание Президиума", 44440, "Отдел кадров"),
    (43, "Провести семинар", "май", "Отдел кадров"),
    (44, "Провести семинар", "май", "Отдел учёта"),
    ("", "Без номера", "декабрь", "Отдел кадров"),
    ("№ п/п", "Мероприятие", "Сроки", "Ответственные"),
    (1, 2, 3, 4),
    (50, "Провести проверку", "май", "Отдел кадров"),
    (50, "провести проверку", "июнь", "Отдел кадров"),
)

_WARNINGS = Warnings(workdays=Workdays("RU"))


@dataclass(frozen=True)
class Placed:
    """A row of the plan; `origin` is the row in which it stood at the run."""

    cells: tuple[CellValue, ...]
    origin: int | None = None


Rows = list[Placed]


def trap_grid() -> Grid:
    """The sample plan and the rows that make a careless key fail."""
    return replace(sample_grid(), rows=(*sample_grid().rows, *_NASTY))


def at_the_run(grid: Grid) -> tuple[Tab, Columns]:
    """«Контроль» of a plan, in which each state names its row, and the plan's columns.

    So nobody can take the state of one measure for that of another.
    """
    table = read_table(grid, RULES)
    columns = table.header.columns()
    measures = [
        with_words(measure(), row=line.row, number=line.number, measure=line.measure)
        for line in table.lines
    ]
    agenda = build_agenda(
        replace(plan(*measures), columns=columns), today=date(2021, 5, 11), warnings=_WARNINGS
    )
    tab = control_tab(inputs(agenda), grid=grid)
    rows = list(tab.rows)
    for at, found in enumerate(measures, 3):
        state = replace(rows[at].cells[2], value=state_of(found.row))
        rows[at] = replace(rows[at], cells=(*rows[at].cells[:2], state, *rows[at].cells[3:]))
    return replace(tab, rows=tuple(rows)), columns


def state_of(row: int) -> str:
    """What «Контроль» says of the measure that stood in that row at the run."""
    return f"состояние строки {row}"


def laid_out(tab: Tab, formula: Callable[[Formula, int], Given]) -> list[list[Given]]:
    """The cells of a tab for a calculation; `formula` writes one into its row."""
    rows: list[list[Given]] = []
    for number, row in enumerate(tab.rows, 1):
        cells: list[Given] = []
        for cell in row.cells:
            shown = formula(cell.formula, number) if cell.formula else _number(cell.value)
            cells += [shown, *[None] * (cell.span - 1)]
        rows.append(cells)
    return rows


def _number(value: CellValue) -> Given:
    """Dates as the numbers that they are in a cell."""
    return serial(value, epoch_1904=False) if isinstance(value, date) else value


def sorted_by_text(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: str(row.cells[1:2]))


def upside_down(rows: Rows) -> Rows:
    return rows[::-1]


def inserted(rows: Rows) -> Rows:
    new = Placed(cells=("1.", "Открыть приёмную", "май", "Отдел кадров"))
    return [new, *rows[:9], Placed(cells=()), *rows[9:]]


def deleted(rows: Rows) -> Rows:
    return [row for at, row in enumerate(rows) if at % 3]


def renumbered(rows: Rows) -> Rows:
    """A new first measure, and all whole numbers one higher."""
    return [Placed(cells=(1, "Открыть приёмную", "май", "Отдел кадров")), *map(_next, rows)]


def reworded(rows: Rows) -> Rows:
    return [_changed(row, 1, f"Ещё {row.cells[1]}") if row.cells[1:] else row for row in rows]


def lengthened(rows: Rows) -> Rows:
    return [_changed(row, 1, f"{row.cells[1]} Ещё") if row.cells[1:] else row for row in rows]


def repeated(rows: Rows) -> Rows:
    """A row copied with another deadline, as people begin a new one."""
    return [*rows, *(_changed(replace(row, origin=None), 2, "ноябрь") for row in rows[4:8])]


def swapped(rows: Rows) -> Rows:
    """Every row takes the number of the one above it."""
    above = [rows[-1], *rows[:-1]]
    return [_changed(row, 0, other.cells[0]) for row, other in zip(rows, above, strict=True)]


EDITS: tuple[Callable[[Rows], Rows], ...] = (
    list,
    sorted_by_text,
    upside_down,
    inserted,
    deleted,
    renumbered,
    reworded,
    lengthened,
    repeated,
    swapped,
)


def _next(row: Placed) -> Placed:
    number = str(row.cells[0] if row.cells else "").rstrip(".")
    return _changed(row, 0, int(number) + 1) if number.isdigit() else row


def _changed(row: Placed, column: int, value: CellValue) -> Placed:
    return replace(row, cells=(*row.cells[:column], value, *row.cells[column + 1 :]))
