"""What every workbook does, whatever it is made of."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheetsync.errors import WorkbookMissing
from sheetsync.model import Align, Cell, CellValue, Look, Row, Tab, Unread
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.values import storable
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.workbooks.books import TODAY, Rows, tab_of, write_file

NOON = datetime(2021, 4, 30, 12, 5)  # noqa: DTZ001 - a sheet knows no time zone
Maker = Callable[[dict[str, Rows]], Workbook]
PLAN: dict[str, Rows] = {
    "План": [["№", "Мероприятие"], [1, "Собрать отчёты"]],
    "Заметки": [["личное"]],
}


def test_first_tab_is_read_where_none_is_named(make: Maker) -> None:
    assert make(PLAN).read().title == "План"


def test_tab_is_found_whatever_the_case(make: Maker) -> None:
    assert make(PLAN).read("заметки").title == "Заметки"


def test_unknown_tab_is_an_error_that_names_the_tabs_there_are(make: Maker) -> None:
    with pytest.raises(WorkbookMissing, match=r"«Итоги».*«План», «Заметки»"):
        make(PLAN).read("Итоги")


def test_several_tabs_are_read_in_the_order_asked_for(make: Maker) -> None:
    found = make(PLAN).read_all(["заметки", "План"])
    assert [grid.title for grid in found] == ["Заметки", "План"]
    assert [grid.rows for grid in found] == [make_rows("Заметки"), make_rows("План")]


def test_without_titles_all_tabs_of_staffs_are_read_and_none_of_ours(make: Maker) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of(["Просрочено", 2])], plan_tab="План")
    assert [grid.title for grid in workbook.read_all()] == ["План", "Заметки"]


def test_one_unknown_tab_of_several_is_an_error(make: Maker) -> None:
    with pytest.raises(WorkbookMissing, match=r"«Итоги».*«План», «Заметки»"):
        make(PLAN).read_all(["План", "Итоги"])


def make_rows(title: str) -> tuple[tuple[CellValue, ...], ...]:
    return tuple(map(tuple, PLAN[title]))


def test_row_numbers_are_the_sheets_own(make: Maker) -> None:
    grid = make({"План": [[None, None], [None, None], [None, "ниже"]]}).read()
    assert grid.rows == ((None, None), (None, None), (None, "ниже"))


@pytest.mark.parametrize(
    "value",
    ["текст", "007", "+7 900", 5, 2.5, True, date(2021, 4, 30), NOON],
)
def test_value_of_staff_is_read_as_it_stands(make: Maker, value: CellValue) -> None:
    assert make({"План": [[value]]}).read().rows == ((value,),)


def test_struck_out_words_do_not_count_and_are_told(
    make_struck: Callable[[list[list[tuple[str, bool]]]], Workbook],
) -> None:
    cells = [
        [("апрель", True), (" ноябрь", False)],
        [("😀 до ", False), ("мая", True), (" июня", False)],
        [("Слёт", True)],
        [("май", False)],
    ]
    grid = make_struck(cells).read()
    assert grid.rows == (("ноябрь", "😀 до  июня", None, "май"),)
    told = [(one.column, one.why, one.words) for one in grid.left_out]
    assert told == [(n, Unread.STRUCK, w) for n, w in enumerate(("апрель", "мая", "Слёт"), 1)]


def test_empty_tab_has_no_rows(make: Maker) -> None:
    assert make({"План": []}).read().rows == ()


def test_our_tab_is_read_back(make: Maker) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of(["Просрочено", 2], [None, "п. 5"])], plan_tab="План")
    assert workbook.read("Сводка").rows == (("Просрочено", 2), (None, "п. 5"))


def test_our_tab_is_never_taken_for_the_plan(make: Maker) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of(["наше"])], plan_tab="План")
    assert workbook.read().title == "План"


def test_staffs_tabs_read_the_same_after_a_write(make: Maker) -> None:
    workbook = make(PLAN)
    before = [workbook.read(title) for title in PLAN]
    workbook.write([tab_of(["наше"])], plan_tab="План")
    assert [workbook.read(title) for title in PLAN] == before


def test_several_tabs_are_written_at_once(make: Maker) -> None:
    workbook = make(PLAN)
    tabs = [tab_of(["первая"]), tab_of(["вторая"], key="checks", title="Проверка")]
    workbook.write(tabs, plan_tab="План")
    assert [workbook.read(tab.title).rows for tab in tabs] == [(("первая",),), (("вторая",),)]


def test_second_write_of_the_same_changes_nothing(make: Maker) -> None:
    workbook = make(PLAN)
    first = workbook.write([tab_of(["раз"])], plan_tab="План")
    second = workbook.write([tab_of(["раз"])], plan_tab="План")
    assert (first.changed, second.changed) == (True, False)


def test_rewrite_leaves_nothing_of_the_longer_tab_before(make: Maker) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of(["а", "б", "в"], ["г"], ["д"])], plan_tab="План")
    workbook.write([tab_of(["а"])], plan_tab="План")
    assert workbook.read("Сводка").rows == (("а",),)


def test_staffs_tab_of_our_title_is_not_touched(make: Maker) -> None:
    workbook = make({**PLAN, "сводка": [["своё"]]})
    workbook.write([tab_of(["наше"])], plan_tab="План")
    assert workbook.read("сводка").rows == (("своё",),)


def test_our_tab_is_numbered_where_staff_own_its_title(make: Maker) -> None:
    workbook = make({**PLAN, "Сводка": [["своё"]], "Сводка 2": [["своё"]]})
    workbook.write([tab_of(["наше"])], plan_tab="План")
    assert workbook.read("Сводка 3").rows == (("наше",),)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+7 900", "-5", "@имя", "007", "1e5", "inf", "0x1p-2", "_x0041_", "😀 שלום\nдва"],
)
def test_text_stays_text(make: Maker, text: str) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of([text])], plan_tab="План")
    assert workbook.read("Сводка").rows == ((text,),)


@pytest.mark.parametrize("value", [True, 7, -2.5, date(2021, 4, 30), NOON])
def test_value_keeps_its_kind(make: Maker, value: CellValue) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of([value])], plan_tab="План")
    assert workbook.read("Сводка").rows == ((value,),)


def test_control_characters_are_dropped(make: Maker) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of(["до\0после\x07"])], plan_tab="План")
    assert workbook.read("Сводка").rows == (("допосле",),)


@pytest.mark.parametrize("letter", ["ы", "😀"])
def test_endless_text_is_cut_with_a_sign(make: Maker, letter: str) -> None:
    workbook = make(PLAN)
    workbook.write([tab_of([letter * 50_000])], plan_tab="План")
    text = workbook.read("Сводка").rows[0][0]
    assert isinstance(text, str)
    assert text.endswith(letter + "…")
    assert len(text.encode("utf-16-le")) // 2 in (32_766, 32_767)


def test_wide_cell_holds_its_value_in_the_first_column(make: Maker) -> None:
    workbook = make(PLAN)
    wide = Row(cells=(Cell(value="широко", span=3), Cell(value="дальше")))
    tab = Tab(key="summary", title="Сводка", rows=(wide,), widths=())
    workbook.write([tab], plan_tab="План")
    assert workbook.read("Сводка").rows == (("широко", None, None, "дальше"),)


def test_linked_and_dressed_cells_hold_their_values(make: Maker) -> None:
    workbook = make(PLAN)
    look = Look(bold=True, fill="FDECEA", wrap=True, align=Align.RIGHT, border=True, format="0.0")
    row = Row(cells=(Cell(value=3, look=look, target="E14"),), height=30)
    tab = Tab(
        key="summary", title="Сводка", rows=(row,), widths=(9,), frozen_rows=1, color="B3261E"
    )
    workbook.write([tab], plan_tab="План")
    assert workbook.read("Сводка").rows == ((3,),)


@pytest.mark.parametrize("target", ["E14", ""])
def test_a_link_opens_for_every_reader_or_there_is_none(make: Maker, target: str) -> None:
    link = make(PLAN).link(target, plan_tab="План")
    assert link == "" or link.startswith("https://docs.google.com/")


def test_our_tab_has_a_link_only_once_it_is_there(make: Maker) -> None:
    workbook = make(PLAN)
    workbook.read()
    assert workbook.tab_link("summary") == ""
    workbook.write([tab_of(["наше"])], plan_tab="План")
    link = workbook.tab_link("summary")
    assert link == "" or link.startswith("https://docs.google.com/")
    assert link != workbook.link("", plan_tab="План") or link == ""


texts = st.text(max_size=12) | st.from_regex(r"[-+=@]?[0-9_.xefinaINF+-]{1,8}", fullmatch=True)
cells = texts | st.integers(-(2**50), 2**50) | st.booleans() | st.none()


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=5))
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[CellValue]]
) -> None:
    workbook = XlsxWorkbook(
        write_file(tmp_path_factory.mktemp("w") / "план.xlsx", PLAN), today=TODAY
    )
    workbook.write([tab_of(*rows)], plan_tab="План")
    read = {
        (row, column): value
        for row, values in enumerate(workbook.read("Сводка").rows)
        for column, value in enumerate(values)
        if value is not None
    }
    assert read == {
        (row, column): storable(value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if storable(value) is not None
    }
