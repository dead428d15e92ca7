"""Reading an untidy tab: the header is found, measures keep the sheet's own row numbers."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sheetsync.config import load_synonyms
from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.model import CellValue, Grid, Line
from sheetsync.plan.columns import column_letter, find_header
from sheetsync.plan.table import PlanTable, read_table
from tests.builders import grid

SYNONYMS = load_synonyms(Path())
HEADER = ("№ п/п", "Мероприятие", "Сроки", "Ответственные")
MEASURE = ("1.", "Провести заседание", "апрель", "Отдел кадров")


def read(*rows: tuple[CellValue, ...]) -> PlanTable:
    return read_table(grid(*rows), SYNONYMS)


def lines(*rows: tuple[CellValue, ...]) -> list[Line]:
    return list(read(*rows).lines)


@pytest.mark.parametrize(
    ("header", "field", "column"),
    [
        (HEADER, "deadline", 2),
        (("N п/п", "Наименование мероприятий", "Исполнители", "Срок выполнения"), "deadline", 3),
        (("Ответственный\nисполнитель:", "СРОКИ ИСПОЛНЕНИЯ", "Мероприятия"), "responsible", 0),
        (("#", "Measure", "Due date", "Owner", "Status"), "status", 4),
        ((*HEADER, "Отметка об исполнении"), "status", 4),
        ((*HEADER, "Примечания"), "note", 4),
    ],
)
def test_headers_are_known_by_synonyms_in_any_order(
    header: tuple[str, ...], field: str, column: int
) -> None:
    assert find_header(grid(header), SYNONYMS).fields[field] == column


def test_an_exact_header_wins_over_one_that_begins_alike() -> None:
    header = ("Мероприятие", "Срок действия договора", "Сроки", "Ответственные")
    assert find_header(grid(header), SYNONYMS).fields["deadline"] == 2


def test_a_missing_column_is_named_with_the_headers_that_were_found() -> None:
    with pytest.raises(ColumnMissing, match=r"строке 2 нет столбца «Срок».*«Мероприятие»"):
        read(("План",), ("№", "Мероприятие", "Ответственные"))


def test_a_sheet_without_a_table_is_no_plan() -> None:
    with pytest.raises(NoPlanTable, match="«План» нет строки с заголовками"):
        read(("Список телефонов",), ("Отдел", "Телефон"))


def test_an_empty_sheet_is_no_plan() -> None:
    with pytest.raises(NoPlanTable):
        read_table(Grid(title="Лист1", rows=()), SYNONYMS)


def test_rows_keep_the_numbers_of_the_sheet() -> None:
    found = lines(("План",), (), HEADER, ("1", "2", "3", "4"), (), MEASURE)
    assert [(line.row, line.number) for line in found] == [(6, "1")]


def test_a_repeated_header_and_a_numbering_row_are_no_measures() -> None:
    found = lines(HEADER, (1, 2, 3, 4), MEASURE, HEADER, ("2", *MEASURE[1:]))
    assert [line.number for line in found] == ["1", "2"]


@pytest.mark.parametrize(
    "section", [("1. Организационные меры", None, None, None), (None, "II. Кадры", None, None)]
)
def test_a_section_row_names_the_measures_below_it(section: tuple[CellValue, ...]) -> None:
    assert [line.section for line in lines(HEADER, MEASURE, section, MEASURE)] == [
        "",
        section[0] or section[1],
    ]


def test_a_section_known_only_by_its_look_is_remembered_as_a_doubt() -> None:
    assert read(HEADER, (None, "Кадры", None, None), MEASURE).lone == ((2, "Кадры"),)


def test_a_measure_without_deadline_and_parties_is_still_a_measure() -> None:
    assert [line.measure for line in lines(HEADER, ("7", "Обновить сайт", None, None))] == [
        "Обновить сайт"
    ]


def test_a_second_column_of_parties_follows_the_first() -> None:
    header = ("Мероприятие", "Срок", "Исполнитель", "Соисполнители")
    (line,) = lines(header, ("Обучение", "май", "Отдел кадров", "УМЦ"))
    assert line.responsible == "Отдел кадров,\nУМЦ"


def test_cells_are_read_as_a_person_sees_them() -> None:
    (line,) = lines(
        (*HEADER, "Статус"),
        (
            1.0,
            "Провести \n  заседание\u00a0совета",
            date(2021, 5, 15),
            "Отдел",
            datetime(2021, 5, 14, tzinfo=UTC),
        ),
    )
    assert (line.number, line.measure) == ("1", "Провести заседание совета")
    assert (line.deadline, line.status) == ("15.05.2021", "14.05.2021")


def test_rows_shorter_than_the_header_are_padded() -> None:
    assert lines(HEADER, ("1", "Провести"))[0].responsible == ""


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("**П Л А Н**", "мероприятий на год"), "План мероприятий на год"),
        (("Приложение к приказу", "План работы"), "План работы"),
        (("Дорожная карта",), "Дорожная карта"),
        ((), ""),
    ],
)
def test_the_title_stands_above_the_header(above: tuple[str, ...], title: str) -> None:
    assert read(*((line,) for line in above), HEADER, MEASURE).title == title


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_have_the_letters_of_the_sheet(index: int, letter: str) -> None:
    assert column_letter(index) == letter
