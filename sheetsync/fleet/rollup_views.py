"""The roll-up as a tab of a workbook for the federation's chair, and as a page for an intranet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sheetsync.errors import OutputError, system_words
from sheetsync.fleet.rollup import Rollup, RollupLine, by_region
from sheetsync.languages import _, active, ngettext
from sheetsync.model import Area, Cell, CellValue, Chart, ChartKind, Row, Tab
from sheetsync.model.language import marked
from sheetsync.resources import data_path
from sheetsync.summary.charts import DONE, LATE
from sheetsync.summary.layout import COLUMNS, WIDTHS, Column, heading, remark, table
from sheetsync.summary.looks import DATA, DATA_NUMBER, LATE_TEXT, NUMBER, QUIET, TITLE
from sheetsync.words.clipping import clip
from sheetsync.workbooks.google.address import is_address

if TYPE_CHECKING:
    from sheetsync.fleet.day import Fleet

KEY, NAME = "fleet", marked("Plans")
_LINES = (
    Column(header=marked("Plan"), span=2),
    Column(header=marked("Total"), look=NUMBER),
    Column(header=marked("Done"), look=NUMBER),
    Column(header=marked("Overdue"), look=NUMBER),
    Column(header=marked("Days late"), look=NUMBER),
    Column(header=marked("Kept, %"), look=NUMBER),
    Column(header=marked("Days without a word"), look=NUMBER),
    Column(header=marked("In a month"), look=NUMBER),
    Column(header=marked("Read"), span=2),
)
_SHARED = (
    Column(header=marked("No.")),
    Column(header=marked("Measure")),
    Column(header=marked("Plans"), look=NUMBER),
    Column(header=marked("Done"), look=NUMBER),
    Column(header=marked("Late"), span=7),
)
_DOUBTS = (
    Column(header=marked("No.")),
    Column(header=marked("Measure")),
    Column(header=marked("Like it"), span=9),
)
_HIGH, _ROW = 14, 15.0  # rows that the chart covers, points a row
_MOST = 200  # lines of a block
_REGIONS = 20


def _rollup_tab(rollup: Rollup, *, now: datetime) -> Tab:
    """The tab: plans by need, a chart by regions, the same measure over plans, doubts."""
    rows = [
        Row(
            cells=(Cell(value=_("Plans of all organisations"), look=TITLE, span=COLUMNS),),
            height=26,
        ),
        Row(cells=(Cell(value=f"{stamp(now)} {totals(rollup)}", look=QUIET, span=COLUMNS),)),
        *heading(_("By plan, those in need first")),
        *table(_columns(_LINES), map(_line_cells, rollup.lines[:_MOST])),
    ]
    regions = by_region(line for line in rollup.lines if line.total)[:_REGIONS]
    charts: tuple[Chart, ...] = ()
    if regions:
        # Below the two rows of the heading that `_chart_rows` begins with.
        top = len(rows) + 3
        charts = (_chart(top, len(regions)),)
        rows += _chart_rows(regions)
    rows += _shared_rows(rollup)
    return Tab(
        key=KEY,
        title=_(NAME),
        rows=tuple(rows),
        widths=WIDTHS,
        color="B3261E" if any(line.failed for line in rollup.lines) else "1B6E3C",
        charts=charts,
    )


def totals(rollup: Rollup) -> str:
    """One sentence about all plans."""
    lines = [line for line in rollup.lines if line.paused is None]
    count, late = len(lines), sum(line.overdue > 0 for line in lines)
    failed = sum(bool(line.failed) for line in lines)
    measures = sum(line.overdue for line in lines)
    words = [ngettext("{n} plan", "{n} plans", count)]
    words += [_("late: {plans} (measures {n})", plans=late, n=measures)] if late else []
    words += [_("not read: {n}", n=failed)] if failed else []
    return f"{', '.join(words)}."


def stamp(now: datetime) -> str:
    """As of when the figures are."""
    return _("As of {day}, {time:%H:%M}.", day=active().day(now.date()), time=now)


def read_words(line: RollupLine) -> str:
    """When the plan was read last, and why not since."""
    day = active().day_short(line.read) if line.read else _("never yet")
    if line.paused is not None:
        return _("paused: {why}", why=line.paused) if line.paused else _("paused")
    return _("not read ({day}): {why}", day=day, why=clip(line.failed, 160)) if line.failed else day


def write_rollup(fleet: "Fleet", rollup: Rollup) -> str:
    """Write the tab in one batch; returns where. Raises WorkbookError."""
    place = fleet.config.settings.summary
    path = fleet.config.folder / place
    if path.suffix.lower() == ".xlsx" and not is_address(place) and not path.exists():
        _make_workbook(path)
    workbook = fleet.workbook(place)
    # A workbook keeps our tabs by the plan tab that they belong to: here staff's first one.
    staff = workbook.read().title
    return workbook.write((_rollup_tab(rollup, now=fleet.now),), plan_tab=staff).place


def _make_workbook(path: Path) -> None:
    from sheetsync.workbooks.xlsx.workbook import create_workbook

    note = Cell(value=_("This tab is yours: the program writes on “{tab}” alone.", tab=_(NAME)))
    notes = Tab(key="", title=_("Notes"), rows=(Row(cells=(note,)),), widths=(60.0,))
    create_workbook(path, notes)


def _columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """With their headers in the reader's language."""
    return tuple(replace(each, header=_(each.header)) for each in columns)


def _line_cells(line: RollupLine) -> list[Cell | CellValue]:
    read = read_words(line)
    name = f"{line.plan} ({line.region})" if line.region and line.region != line.plan else line.plan
    return [
        name,
        line.total or None,
        line.done or None,
        line.overdue or None,
        line.worst_days or None,
        line.kept,
        line.silent_days,
        f"{line.moved:+d}" if line.moved else None,
        Cell(value=read, look=LATE_TEXT) if line.failed else read,
    ]


def _chart(top: int, count: int) -> Chart:
    return Chart(
        key="regions",
        title=_("Done and overdue by organisation"),
        kind=ChartKind.STACKED_COLUMNS,
        data=Area(top=top + _HIGH, left=1, bottom=top + _HIGH + count, right=4),
        columns=(3, 4),
        colors=(DONE, LATE),
        place=Area(top=top, left=1, bottom=top + _HIGH - 1, right=COLUMNS),
    )


def _chart_rows(regions: list[tuple[str, int, int]]) -> Iterator[Row]:
    yield from heading(_("By organisation"))
    yield from [Row(cells=(Cell(span=COLUMNS),), height=_ROW)] * _HIGH
    header: list[tuple[CellValue, ...]] = [(_("Organisation"), _("Done"), _("Overdue"))]
    for name, done, overdue in [*header, *regions]:
        cells = (
            Cell(value=name, look=DATA, span=2),
            Cell(value=done, look=DATA_NUMBER),
            Cell(value=overdue, look=DATA_NUMBER),
        )
        yield Row(cells=cells, height=_ROW)


def _shared_rows(rollup: Rollup) -> Iterator[Row]:
    yield from heading(_("The same measure in several plans: {n}", n=len(rollup.shared)))
    if not rollup.shared:
        yield remark(_("No measure is in several plans."))
        return
    yield from table(
        _columns(_SHARED),
        (
            [each.number, each.text, each.plans, each.done or None, _late_plans(each.late)]
            for each in rollup.shared[:_MOST]
        ),
    )
    if rollup.doubts:
        yield from heading(_("These may be one measure: {n}", n=len(rollup.doubts)))
        lines = ([each.number, each.one, each.other] for each in rollup.doubts[:_MOST])
        yield from table(_columns(_DOUBTS), lines)


def _late_plans(plans: tuple[str, ...]) -> str:
    return f"{len(plans)}: {'; '.join(plans)}" if plans else ""


def write_page(folder: Path, rollup: Rollup, *, now: datetime) -> Path:
    """Write the page into the folder as a whole; returns its file. Raises OutputError."""
    file, draft = folder / "index.html", folder / ".index.html"
    sentence = marked("The page could not be written to {folder}: {reason}.")
    with system_words(OutputError, sentence, folder=folder):
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(_page_html(rollup, now=now), encoding="utf-8")
        # A reader never sees half a page.
        draft.replace(file)
    return file


def _page_html(rollup: Rollup, *, now: datetime) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    regions = by_region(line for line in rollup.lines if line.total)
    templates = Environment(
        loader=FileSystemLoader(data_path("templates", "fleet")),
        autoescape=True,
        # A misspelt name is a fault of ours; by default it would be a hole in the page.
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return templates.get_template("status.html").render(
        rollup=rollup,
        language=active().code,
        stamp=stamp(now),
        regions=regions,
        most=max((done + overdue for _, done, overdue in regions), default=1) or 1,
        totals=totals(rollup),
        read_words=read_words,
        _=_,
    )
