"""A tab as people see it, in words that both kinds of workbook share.

`view_of` says what a `Tab` asks for; `google_views` and `xlsx_views` read back what was written.
Sizes are screen pixels as the writers count them, so no tolerance is needed but for the far corner
of a chart's place, which stands in parts of a cell: see `near`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from sheetsync.model import Area, Cell, CellValue, Chart, ChartKind, Formula, Look, Row, Tab
from sheetsync.model.fitting import fitting_height
from sheetsync.workbooks.values import storable

USUAL_WIDTH, USUAL_HEIGHT = 100, 21  # of columns and rows that nobody sized, in pixels
BLOCK = "sheetsync_"  # how the names of our blocks begin
PLAIN = Look()
WARNING = Look(bold=True, color="FFFFFF", fill="B3261E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """The formula that turns a cell into a warning, and how the warning looks."""

    formula: str
    bold: bool = WARNING.bold
    color: str = WARNING.color
    fill: str = WARNING.fill


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One cell; dates are moments, and what a formula gave is no matter of who writes it.

    Commas stand between the arguments of a formula.
    """

    value: CellValue = None
    formula: str = ""
    look: Look = PLAIN
    target: str = ""
    alarm: Alarm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """One chart; `rows` are those of its data, the names of the series first.

    Its place is compared by `near`, not by equality.
    """

    title: str
    kind: ChartKind
    rows: tuple[int, int]
    categories: int  # the column
    columns: tuple[int, ...]  # one a series
    colors: tuple[str, ...]
    place: Area = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a tab is printed, which Google keeps to itself."""

    landscape: bool
    paper: str = "A4"
    pages_wide: int = 1
    pages_high: int = 0  # as many as it takes
    repeated_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A tab. Plain blank cells, and rows and columns of the usual size, are left out."""

    title: str
    cells: Mapping[str, CellView]
    merges: frozenset[str]
    widths: Mapping[str, int]  # 0 is a hidden column
    heights: Mapping[int, int]
    frozen_rows: int
    color: str
    grid: bool
    page: Page | None
    charts: tuple[ChartView, ...]
    blocks: Mapping[str, Area]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The program that shows a tab, and what formulas and links of its tabs say for the plan."""

    excel: bool
    plan: str  # the plan tab's name in quotes
    link: str  # what a cell's address follows in a link to the plan tab


def view_of(tab: Tab, dialect: Dialect) -> View:
    """What the program should show of the tab."""
    page = Page(landscape=True, repeated_rows=tab.frozen_rows)
    return View(
        title=tab.title,
        cells=dict(_cells(tab, dialect)),
        merges=frozenset(_merges(tab)),
        widths=dict(_widths(tab)),
        heights=dict(_heights(tab, excel=dialect.excel)),
        frozen_rows=tab.frozen_rows,
        color=tab.color,
        grid=False,
        page=page if dialect.excel else None,
        charts=tuple(map(_chart, tab.charts)),
        blocks=dict(tab.blocks),
    )


def near(one: Area, other: Area) -> bool:
    """Whether two places begin in one cell and end at most one row or column apart."""
    same = (one.top, one.left) == (other.top, other.left)
    return same and abs(one.bottom - other.bottom) <= 1 and abs(one.right - other.right) <= 1


def moment(value: CellValue) -> CellValue:
    """A day as its midnight; seconds are what is left of a moment in a spreadsheet."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None, microsecond=0)
    return datetime.combine(value, time()) if isinstance(value, date) else value


def address(row: int, column: int) -> str:
    """A cell's address, such as "E14"; rows and columns count from 1."""
    return f"{letters(column)}{row}"


def letters(column: int) -> str:
    """A column's letters."""
    head, last = divmod(column - 1, 26)
    return (letters(head) if head else "") + chr(65 + last)


def _cells(tab: Tab, dialect: Dialect) -> Iterator[tuple[str, CellView]]:
    for row, column, cell in _placed(tab):
        view = _cell(cell, row, dialect)
        rest = CellView(look=view.look)
        for step in range(cell.span):
            shown = rest if step else view
            if shown != CellView():
                yield address(row, column + step), shown


def _cell(cell: Cell, row: int, dialect: Dialect) -> CellView:
    value = storable(cell.value)
    usual = {datetime: "dd.mm.yyyy hh:mm", date: "dd.mm.yyyy"}.get(type(value), "")
    return CellView(
        value=None if cell.formula else moment(value),
        formula=_filled(cell.formula, row, dialect) if cell.formula else "",
        look=replace(cell.look, format=cell.look.format or usual),
        target=cell.target,
        alarm=Alarm(formula=_filled(cell.alarm, row, dialect)) if cell.alarm else None,
    )


def _filled(formula: Formula, row: int, dialect: Dialect) -> str:
    text = formula.excel if dialect.excel else formula.google
    told = {"{row}": str(row), "{link}": dialect.link, "{plan}": dialect.plan}
    for name, meaning in told.items():
        text = text.replace(name, meaning)
    return text


def _placed(tab: Tab) -> Iterator[tuple[int, int, Cell]]:
    for number, row in enumerate(tab.rows, 1):
        column = 1
        for cell in row.cells:
            yield number, column, cell
            column += cell.span


def _merges(tab: Tab) -> Iterator[str]:
    for row, column, cell in _placed(tab):
        if cell.span > 1:
            yield f"{address(row, column)}:{address(row, column + cell.span - 1)}"


def _widths(tab: Tab) -> Iterator[tuple[str, int]]:
    for column, width in enumerate(tab.widths, 1):
        if pixels_wide(width) != USUAL_WIDTH:
            yield letters(column), pixels_wide(width)


def pixels_wide(characters: float) -> int:
    """A letter of the usual font is 7 pixels wide, and a cell has 5 to spare."""
    return round(characters * 7 + 5) if characters else 0


def _heights(tab: Tab, *, excel: bool) -> Iterator[tuple[int, int]]:
    for number, row in enumerate(tab.rows, 1):
        points = _points(row, tab.widths, excel=excel)
        if points is not None and pixels_high(points) != USUAL_HEIGHT:
            yield number, pixels_high(points)


def _points(row: Row, widths: tuple[float, ...], *, excel: bool) -> float | None:
    """Google fits a row that has no height of its own; for an .xlsx workbook it is estimated."""
    return fitting_height(row, widths) if row.height is None and excel else row.height


def pixels_high(points: float) -> int:
    """A screen has 96 pixels an inch, and an inch has 72 points."""
    return round(points * 96 / 72)


def _chart(chart: Chart) -> ChartView:
    return ChartView(
        title=chart.title,
        kind=chart.kind,
        rows=(chart.data.top, chart.data.bottom),
        categories=chart.data.left,
        columns=chart.columns,
        colors=chart.colors,
        place=chart.place,
    )
