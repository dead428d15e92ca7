"""One description, two writers: both kinds of workbook show what a tab asks for, all of it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sheetsync.model import (
    Align,
    Area,
    Cell,
    Chart,
    ChartKind,
    Formula,
    Look,
    Row,
    Tab,
)
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.control import control_tab
from sheetsync.summary.findings import findings_tab
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.builders import inputs
from tests.sample import sample_agenda, sample_grid
from tests.sheets_emulator import Emulator
from tests.workbooks.books import TODAY, Rows, write_file
from tests.workbooks.google_views import google_view
from tests.workbooks.sheets import shared_sheet
from tests.workbooks.views import Dialect, View, near, view_of
from tests.workbooks.xlsx_views import xlsx_view

STAFF = "План 'года' 2021"
TABS: dict[str, Rows] = {STAFF: [["№", "Мероприятие"], [1, "Собрать отчёты"]]}
FIGURES = (("месяц", "в срок", "позже"), ("май", 3, 1), ("июнь", 2, 2), ("июль", 4, 0))
LINK = Formula(google='HYPERLINK("{link}B{row}","п. 1")', excel='HYPERLINK("{link}B{row}","п. 1")')
LATE = Formula(google="NOW()>DATE(2021,5,12)", excel="NOW()>DATE(2021,5,12)")
WORDS = Formula(google='IF({plan}!$A$2=1,"да","нет")', excel='IF({plan}!$A$2=1,"да","нет")')


def charts() -> tuple[Chart, ...]:
    data = Area(top=6, left=1, bottom=9, right=3)
    return tuple(
        Chart(
            key=f"figures-{number}",
            title=f"Сроки: {kind.value}",
            kind=kind,
            data=data,
            columns=(2, 3),
            colors=("1B6E3C", "B3261E"),
            place=Area(top=12 + 10 * number, left=1, bottom=20 + 10 * number, right=3),
        )
        for number, kind in enumerate(ChartKind)
    )


def rich_tab() -> Tab:
    """All that a tab can say."""
    quiet = Look(size=10, italic=True, color="3C4043", wrap=True, middle=True)
    number = Look(format="0 %", align=Align.RIGHT, border=True)
    strong = Look(bold=True, fill="FDECEA", color="B3261E", align=Align.CENTER)
    rows = (
        Row(cells=(Cell(value="Итоги", look=Look(bold=True, size=18), span=3),), height=30),
        Row(
            cells=(
                Cell(value=date(2021, 4, 30)),
                Cell(value=datetime(2021, 5, 11, 10, 2, tzinfo=UTC)),
            )
        ),
        Row(
            cells=(
                Cell(value=0.5, look=number),
                Cell(value="п. 5", look=strong, target="E14"),
                Cell(value="Строка за строкой, " * 9, look=quiet),
            )
        ),
        Row(cells=(Cell(value="п. 1", formula=LINK), Cell(value="да", formula=WORDS, span=2))),
        Row(cells=(Cell(value="обновлено", look=quiet, alarm=LATE, span=3),)),
        *(Row(cells=tuple(Cell(value=value) for value in line)) for line in FIGURES),
        *(Row() for _ in range(31)),  # under the charts
    )
    return Tab(
        key="summary",
        title="Сводка",
        rows=rows,
        widths=(12, 9.5, 40, 0),
        frozen_rows=1,
        color="B3261E",
        charts=charts(),
        blocks=(("sheetsync_figures", Area(top=6, left=1, bottom=9, right=3)),),
    )


@pytest.fixture(scope="module", params=["rich", "chair", "findings", "control"])
def tab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tab:
    if request.param == "rich":
        return rich_tab()
    agenda = sample_agenda(tmp_path_factory.mktemp("tab") / "sample", TODAY)
    if request.param == "chair":
        return chair_tab(inputs(agenda))
    if request.param == "control":
        return control_tab(inputs(agenda), grid=sample_grid())
    return findings_tab(inputs(agenda))


Views = tuple[View, View]
"""What a tab asks for, and what is there."""


@pytest.fixture(scope="module", params=["xlsx", "google"])
def views(
    request: pytest.FixtureRequest,
    tab: Tab,
    tmp_path_factory: pytest.TempPathFactory,
    served: tuple[Emulator, str],
) -> Views:
    """Written once, whatever parts of it are looked at."""
    if request.param == "xlsx":
        return in_file(tab, tmp_path_factory.mktemp("views") / "план.xlsx")
    served[0].reset()
    return in_google(tab, served)


def in_file(tab: Tab, path: Path) -> Views:
    XlsxWorkbook(write_file(path, TABS), today=TODAY).write([tab], plan_tab=STAFF)
    place = "'План ''года'' 2021'"
    dialect = Dialect(excel=True, plan=place, link=f"#{place}!")
    return view_of(tab, dialect), xlsx_view(path, tab.title, link=f"{place}!")


def in_google(tab: Tab, google: tuple[Emulator, str]) -> Views:
    shared = shared_sheet(*google, TABS)
    shared.open().write([tab], plan_tab=STAFF)
    link = f"#gid={shared.sheet_id(STAFF)}&range="
    dialect = Dialect(excel=False, plan="'План ''года'' 2021'", link=link)
    book = shared.emulator.world.book(shared.id)
    return view_of(tab, dialect), google_view(book, tab.title, link=link)


PARTS = (
    *("title", "cells", "merges", "widths", "heights", "frozen_rows", "color", "grid"),
    *("page", "charts", "blocks"),
)


@pytest.mark.parametrize("part", PARTS)
def test_a_tab_is_shown_as_told(views: Views, part: str) -> None:
    told, found = views
    assert getattr(found, part) == getattr(told, part)


def test_charts_stand_in_their_places(views: Views) -> None:
    told, found = views
    assert len(found.charts) == len(told.charts)
    for one, other in zip(told.charts, found.charts, strict=True):
        assert near(one.place, other.place), (one.title, other.place)
