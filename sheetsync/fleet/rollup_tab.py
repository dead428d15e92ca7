"""The roll-up as a tab of a workbook for the federation's chair, and where it is written."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from sheetsync.fleet.rollup import Line, Rollup, by_region
from sheetsync.model import Area, Cell, CellValue, Chart, ChartKind, Row, Tab
from sheetsync.summary.charts import DARK, MIDDLE
from sheetsync.summary.layout import COLUMN_WIDTH, COLUMNS, Column, heading, remark, table
from sheetsync.summary.looks import DATA, DATA_NUMBER, LATE_TEXT, NUMBER, QUIET, TITLE
from sheetsync.words.terms import clip, day_short, plural

if TYPE_CHECKING:
    from sheetsync.fleet.day import Fleet
    from sheetsync.workbooks.base import Workbook

KEY, NAME = "fleet", "Планы"
_LINES = (
    Column(header="План", span=7),
    Column(header="Всего", span=2, look=NUMBER, numeric=True),
    Column(header="Выполнено", span=2, look=NUMBER, numeric=True),
    Column(header="Просрочено", span=3, look=NUMBER, numeric=True),
    Column(header="Опоздание, дн.", span=3, look=NUMBER, numeric=True),
    Column(header="Исполнение, %", span=3, look=NUMBER, numeric=True),
    Column(header="Без отметок, дн.", span=3, look=NUMBER, numeric=True),
    Column(header="За месяц", span=2, look=NUMBER, numeric=True),
    Column(header="Прочитан", span=5),
)
_SHARED = (
    Column(header="№", span=2),
    Column(header="Мероприятие", span=13),
    Column(header="Планов", span=2, look=NUMBER, numeric=True),
    Column(header="Выполнено", span=2, look=NUMBER, numeric=True),
    Column(header="Опаздывают", span=11),
)
_DOUBTS = (
    Column(header="№", span=2),
    Column(header="Мероприятие", span=14),
    Column(header="Похоже на него", span=14),
)
_HIGH, _ROW = 14, 15.0  # rows that the chart covers, points a row
_MOST = 200  # lines of a block
_REGIONS = 20


def rollup_tab(rollup: Rollup, *, now: datetime) -> Tab:
    """The tab: plans by need, a chart by regions, the same measure over plans, doubts."""
    rows = [
        Row(cells=(Cell(value="Планы организаций", look=TITLE, span=COLUMNS),), height=26),
        Row(cells=(Cell(value=f"На {now:%d.%m.%Y %H:%M}. {totals(rollup)}", look=QUIET, span=30),)),
        *heading("По планам, сначала те, где нужна помощь"),
        *table(_LINES, map(_line, rollup.lines[:_MOST])),
    ]
    regions = by_region(line for line in rollup.lines if line.total)[:_REGIONS]
    charts: tuple[Chart, ...] = ()
    if regions:
        top = len(rows) + 3
        charts = (_chart(top, len(regions)),)
        rows += _chart_rows(regions)
    rows += _shared(rollup)
    return Tab(
        key=KEY,
        title=NAME,
        rows=tuple(rows),
        widths=(COLUMN_WIDTH,) * COLUMNS,
        color="B3261E" if any(line.failed for line in rollup.lines) else "1B6E3C",
        charts=charts,
    )


def totals(rollup: Rollup) -> str:
    """One sentence about all plans."""
    lines = [line for line in rollup.lines if line.paused is None]
    count, late = len(lines), sum(line.overdue > 0 for line in lines)
    failed = sum(bool(line.failed) for line in lines)
    measures = sum(line.overdue for line in lines)
    words = f"{count} {plural(count, 'план', 'плана', 'планов')}, с просрочкой {late}"
    words += f" (пунктов {measures})" if measures else ""
    return f"{words}, не прочитано {failed}." if failed else f"{words}."


def read_words(line: Line) -> str:
    """When the plan was read last, and why not since."""
    day = day_short(line.read) if line.read else "ещё ни разу"
    if line.paused is not None:
        return f"пауза: {line.paused}" if line.paused else "пауза"
    return f"не прочитан ({day}): {clip(line.failed, 160)}" if line.failed else day


def write_rollup(fleet: "Fleet", rollup: Rollup) -> str:
    """Write the tab in one batch; returns where. Raises WorkbookError."""
    workbook = _workbook(fleet)
    staff = workbook.read().title
    return workbook.write((rollup_tab(rollup, now=fleet.now),), plan_tab=staff).place


def _workbook(fleet: "Fleet") -> "Workbook":
    place = fleet.config.settings.summary
    if place.startswith("https://") or "." not in place:
        from sheetsync.workbooks.google.workbook import GoogleWorkbook

        client, account = fleet.accounts.client(fleet.accounts.bound(place))
        return GoogleWorkbook(place, client, places={}, account=account)
    from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook, create_workbook

    path = fleet.config.folder / place
    if not path.exists():
        note = Cell(value="Здесь можно писать своё: программа ведёт только лист «Планы».")
        notes = Tab(key="", title="Заметки", rows=(Row(cells=(note,)),), widths=(60.0,))
        create_workbook(path, notes)
    return XlsxWorkbook(path, today=fleet.now.date())


def _line(line: Line) -> list[Cell | CellValue]:
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
        title="Выполнено и просрочено по организациям",
        kind=ChartKind.STACKED_COLUMNS,
        data=Area(top=top + _HIGH, left=1, bottom=top + _HIGH + count, right=11),
        columns=(9, 11),
        colors=(DARK, MIDDLE),
        place=Area(top=top, left=1, bottom=top + _HIGH - 1, right=COLUMNS),
    )


def _chart_rows(regions: list[tuple[str, int, int]]) -> Iterator[Row]:
    yield from heading("По организациям")
    yield from [Row(cells=(Cell(span=COLUMNS),), height=_ROW)] * _HIGH
    header: list[tuple[CellValue, ...]] = [("Организация", "выполнено", "просрочено")]
    for name, done, overdue in [*header, *regions]:
        cells = (
            Cell(value=name, look=DATA, span=8),
            Cell(value=done, look=DATA_NUMBER, span=2),
            Cell(value=overdue, look=DATA_NUMBER, span=2),
        )
        yield Row(cells=cells, height=_ROW)


def _shared(rollup: Rollup) -> Iterator[Row]:
    yield from heading(f"Одно мероприятие в разных планах: {len(rollup.shared)}")
    if not rollup.shared:
        yield from remark("Общих мероприятий нет.")
        return
    yield from table(
        _SHARED,
        (
            [each.number, each.text, each.plans, each.done or None, _late(each.late)]
            for each in rollup.shared[:_MOST]
        ),
    )
    if rollup.doubts:
        yield from heading(f"Может быть, это одно и то же: {len(rollup.doubts)}")
        lines = ([each.number, each.one, each.other] for each in rollup.doubts[:_MOST])
        yield from table(_DOUBTS, lines)


def _late(plans: tuple[str, ...]) -> str:
    return f"{len(plans)}: {'; '.join(plans)}" if plans else ""
