"""What is odd about cells themselves is told, once, and hides no other row."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_synonyms
from sheetsync.languages import load_language
from sheetsync.model import (
    Area,
    CellValue,
    Department,
    Finding,
    Grid,
    LeftOut,
    PlanPeriod,
    Roster,
    Unread,
)
from sheetsync.morphology import morphology
from sheetsync.plan.checks import check
from sheetsync.plan.findings import sentence_of
from sheetsync.plan.reading import Dictionary, understand
from sheetsync.plan.table import read_table

RUSSIAN = load_language("ru")

YEAR = PlanPeriod.of_year(2021)

SYNONYMS = load_synonyms(Path())
WHO = "Отдел кадров"
ROSTER = Roster(departments=(Department(name=WHO, addresses=("hr@example.org",)),))
HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка")
Row = tuple[CellValue, ...]


def findings(
    *rows: Row, merges: tuple[Area, ...] = (), left_out: tuple[LeftOut, ...] = ()
) -> list[Finding]:
    grid = Grid(title="План", rows=rows, merges=merges, left_out=left_out)
    table = read_table(grid, SYNONYMS)
    dictionary = Dictionary(period=YEAR, roster=ROSTER, morphology=morphology())
    measures, responsible = understand(table.lines, dictionary, today=date(2021, 5, 4))
    return list(check(table, measures, responsible, period=YEAR, synonyms=SYNONYMS))


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.code, f"{one.column}{one.row}") for one in found]


def struck(row: int, column: int, words: str) -> LeftOut:
    return LeftOut(row=row, column=column, why=Unread.STRUCK, words=words)


def test_struck_words_beside_others_are_a_note() -> None:
    found = findings(HEADER, ("1", "Слёт", "ноябрь", WHO), left_out=(struck(2, 3, "март"),))
    assert told(found) == [("words-struck", "C2")]
    assert "«март»" in sentence_of(found[0], RUSSIAN)


def test_a_row_whose_measure_is_struck_out_is_asked_about() -> None:
    rows = (HEADER, ("1", "Слёт", "май", WHO), ("2", None, None, WHO))
    found = findings(*rows, left_out=(struck(3, 2, "Съезд"), struck(3, 3, "май")))
    assert told(found) == [("row-struck", "B3")]


def test_merged_numbers_and_measures_are_no_duplicates() -> None:
    down = [Area(top=2, left=column, bottom=3, right=column) for column in (1, 2)]
    rows = (HEADER, ("1", "Слёт", "май", WHO), (None, None, "май", WHO))
    assert told(findings(*rows, merges=tuple(down))) == []


def test_totals_and_signatures_are_told_as_such() -> None:
    rows = (
        HEADER,
        ("1", "Слёт", "май", WHO),
        ("Итого", 1),
        ("Председатель", None, None, "А.Б. Ветрова"),
    )
    assert told(findings(*rows)) == [("row-aside", "3"), ("row-aside", "4")]


@pytest.mark.parametrize(
    ("header", "marks", "told_as"),
    [
        ("Что сделано", "выполнено 20.02.2021", "status-assumed"),
        ("Результат", "проведён 20.02.2021", "status-assumed"),
        ("Фактическая дата", date(2021, 2, 20), "status-assumed"),
        ("Факт", None, "status-assumed"),
        ("Результат", "рост числа участников", "status-unfound"),
        ("Пометки куратора", "выполнено", "status-unfound"),
    ],
)
def test_marks_under_another_header_are_read_or_asked_about(
    header: str, marks: CellValue, told_as: str
) -> None:
    rows = [(str(i), f"Слёт {i}", "февраль", WHO, marks) for i in (1, 2, 3)]
    found = findings((*HEADER[:4], header), *rows)
    assert [(one.code, one.header) for one in found] == [(told_as, header)]


def test_a_column_of_other_words_is_no_column_of_marks() -> None:
    assert findings((*HEADER[:4], "Место"), ("1", "Слёт", "май", WHO, "зал")) == []
