"""What heads a further table on a tab, and measures whose words only speak of the same."""

from itertools import product
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.languages import load_language
from sheetsync.model import CellValue, PlanPeriod, Roster
from sheetsync.morphology import morphology
from sheetsync.plan.checks import check
from sheetsync.plan.findings import finding_words
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import read_table
from tests.builders import grid
from tests.plan.test_table_forms import TODAY

RULES, RUSSIAN = load_column_rules(Path()), load_language("ru")
HEADER = ("№", "Мероприятие", "Срок", "Ответственный")
FIRST = (1, "Праздник", "10.03.2026", "Воспитатель")
LAST = (9, "Семинар", "до 15 ноября", "Завхоз")

MEASURES = (
    "Работа с родителями",
    "Дело № 5: архив",
    "Мероприятие по теме недели",
    "Мероприятия",
    "Срок сдачи отчёта",
    "Содержание работ по благоустройству",
    "Ответственность родителей",
    "Дата основания школы",
    "Период адаптации",
)
DEADLINES = ("3-4 неделя", "по графику", "Дата уточняется", "день города", "каникулы", "дата", None)
PARTIES = ("Воспитатель", "Ответственный дежурный", "Ведущий", "Отдел кадров", "Исполнители")
ABOVE: tuple[tuple[CellValue, ...], ...] = (("НОЯБРЬ", None, None, None), (None,) * 4, FIRST)


@pytest.mark.parametrize("number", [2, "2.", "2.1", "IV", "№ 2"])
def test_a_row_with_a_number_is_a_measure_whatever_it_speaks_of(number: CellValue) -> None:
    every = [*product(ABOVE, product(MEASURES, DEADLINES, PARTIES))]
    for above, said in every[len(str(number)) :: 5]:  # a fifth of them for each spelling
        table = read_table(grid(HEADER, FIRST, above, (number, *said), LAST), RULES)
        assert table.lines[-2].measure == said[0], said
        assert (table.later, table.lines[-1].number) == ((), "9")


@pytest.mark.parametrize("due", ["3-4 неделя", "по графику", "до конца месяца", "15", "май"])
def test_a_row_without_a_number_is_known_by_its_deadline(due: str) -> None:
    for measure, above in product(MEASURES, ABOVE):
        rows = ((None, measure, due, "Организатор"), LAST)
        table = read_table(grid(HEADER, FIRST, above, *rows), RULES)
        assert [line.measure for line in table.lines[-2:]] == [measure, "Семинар"]


def test_a_row_without_a_number_is_known_by_a_party_of_the_rows_around() -> None:
    for measure in MEASURES:
        row = (measure, "когда придёт поставка", "Куратор")
        rows = (("Осмотр", "май", "Куратор"), (None,) * 3, row, ("Слёт", "июнь", "Организатор"))
        table = read_table(grid(HEADER[1:], *rows), RULES)
        assert [line.measure for line in table.lines] == ["Осмотр", measure, "Слёт"]


def notes_of(*rows: tuple[CellValue, ...]) -> list[str]:
    table = read_table(grid(*rows), RULES)
    period = PlanPeriod.of_year(2026)
    dictionary = Dictionary(period=period, roster=Roster(departments=()), morphology=morphology())
    measures, responsible = measures_of(table.lines, dictionary, today=TODAY)
    found = check(table, measures, responsible, period=period, rules=RULES)
    said = [one for one in found if one.code == "row-header"]
    return [f"{one.row}: {finding_words(one, RUSSIAN)}" for one in said]


def test_a_header_that_is_taken_is_told_with_its_columns() -> None:
    other = ("№", "Ответственный", "Мероприятие", "Дата")
    (said,) = notes_of(HEADER, FIRST, ("Раздел II",), other, (1, "Завхоз", "Слёт", "май"))
    assert said == (
        "4: строка прочитана как заголовок ещё одной таблицы: A «№», B «Ответственный», "
        "C «Мероприятие», D «Дата». Если это мероприятие, впишите его номер или запишите срок "
        "полностью."
    )


def test_a_header_in_the_same_columns_is_told_unless_it_is_the_same() -> None:
    other = ("№", "Мероприятие", "Дата проведения", "Исполнители")
    assert len(notes_of(HEADER, FIRST, other, LAST)) == 1
    assert notes_of(HEADER, FIRST, HEADER, LAST) == []
