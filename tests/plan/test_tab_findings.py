"""What is odd about cells themselves is told, once, and hides no other row."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
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
from sheetsync.plan.findings import alike_findings, sentence_of, words_of_alike
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import read_table
from sheetsync.plan.tabs import findings_left_out, read_tabs

RUSSIAN = load_language("ru")

YEAR = PlanPeriod.of_year(2021)

RULES = load_column_rules(Path())
WHO = "Отдел кадров"
ROSTER = Roster(departments=(Department(name=WHO, addresses=("hr@example.org",)),))
HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка")
Row = tuple[CellValue, ...]


def findings(
    *rows: Row, merges: tuple[Area, ...] = (), left_out: tuple[LeftOut, ...] = ()
) -> list[Finding]:
    grid = Grid(title="План", rows=rows, merges=merges, left_out=left_out)
    table = read_table(grid, RULES)
    dictionary = Dictionary(period=YEAR, roster=ROSTER, morphology=morphology())
    measures, responsible = measures_of(table.lines, dictionary, today=date(2021, 5, 4))
    return list(check(table, measures, responsible, period=YEAR, rules=RULES))


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.code, f"{one.column}{one.row}") for one in found]


def struck(row: int, column: int, words: str) -> LeftOut:
    return LeftOut(row=row, column=column, why=Unread.STRUCK, words=words)


def test_struck_words_beside_others_are_a_note() -> None:
    found = findings(HEADER, ("1", "Слёт", "ноябрь", WHO), left_out=(struck(2, 3, "март"),))
    assert told(found) == [("words-struck", "C2")]
    assert "«март»" in sentence_of(found[0], RUSSIAN)


def test_a_new_deadline_holds_beside_the_old_one_and_that_is_told() -> None:
    header = (*HEADER[:4], "Новый срок")
    rows = [("1", "Слёт", "", WHO, "30.06.2021"), ("2", "Смотр", "май", WHO, "июль")]
    found = findings(header, *rows, left_out=(struck(2, 3, "15.04.2021"),))
    assert sorted(told(found)) == [
        ("deadline-moved", "C2"),
        ("deadline-new", "C3"),  # nobody struck its old one
        ("words-struck", "C2"),
    ]


def test_a_row_whose_measure_is_struck_out_is_asked_about() -> None:
    rows = (HEADER, ("1", "Слёт", "май", WHO), ("2", None, None, WHO))
    found = findings(*rows, left_out=(struck(3, 2, "Съезд"), struck(3, 3, "май")))
    assert told(found) == [("row-struck", "B3")]


def test_merged_numbers_and_measures_are_no_duplicates() -> None:
    down = [Area(top=2, left=column, bottom=3, right=column) for column in (1, 2)]
    rows = (HEADER, ("1", "Слёт", "май", WHO), (None, None, "май", WHO))
    assert told(findings(*rows, merges=tuple(down))) == []  # a day of its own is one of its own


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
        ("Результат", "состоялся", "status-assumed"),
        ("Закрыто?", "да", "status-assumed"),
        ("Как выполнено", "18.02 был", "status-unfound"),
        ("%", "100%", "status-assumed"),
        ("Факт начало", date(2021, 2, 20), "status-unfound"),
        ("Фактическая дата", date(2021, 2, 20), "status-assumed"),
        ("Факт", None, "status-assumed"),
        ("Готово?", "да", "status-assumed"),
        ("Sent on", date(2021, 2, 20), "status-assumed"),
        ("Снято с контроля", date(2021, 2, 20), "status-assumed"),
        ("% вып.", "100%", "status-assumed"),
        ("Процент выполнения", 40, "status-assumed"),
        ("% complete", None, "status-assumed"),
        ("Готовность, %", 35, "status-assumed"),
        ("% от плана", "40%", None),
        ("Результат", "рост числа участников", "status-unfound"),
        ("Пометки куратора", "выполнено", "status-unfound"),
    ],
)
def test_marks_under_another_header_are_read_or_asked_about(
    header: str, marks: CellValue, told_as: str | None
) -> None:
    rows = [(str(i), f"Слёт {i}", "февраль", WHO, marks) for i in (1, 2, 3)]
    found = findings((*HEADER[:4], header), *rows)
    assert [(one.code, one.header) for one in found] == ([(told_as, header)] if told_as else [])


def test_marks_of_parts_that_no_time_tells_are_asked_about() -> None:
    header = (*HEADER[:4], "Отметка 1", "Отметка 2")
    found = findings(header, ("1", "Слёт", "май, ноябрь", WHO, "выполнено", None))
    assert told(found) == [("status-unfound", "E1")]


def test_a_column_of_other_words_is_no_column_of_marks() -> None:
    assert findings((*HEADER[:4], "Место"), ("1", "Слёт", "май", WHO, "зал")) == []


def test_what_looks_like_a_part_of_the_plan_and_is_not_read_is_told() -> None:
    header = ("№", "Мероприятие", "Срок", "Ответственный", "Вручение", "Печать")
    rows = [(str(n), f"Слёт {n}", "май", WHO, f"до {n} июня", f"Отдел {n}") for n in range(1, 5)]
    found = told(findings(header, *rows))
    assert found == [("column-days", "E1"), ("column-parties", "F1")]


def test_words_in_a_column_without_a_header_are_told() -> None:
    rows = [("1", "Слёт", "май", WHO, "перенести"), ("2", "Сбор", "июнь", WHO, None)]
    assert told(findings((*HEADER[:4], None), *rows)) == [("column-headless", "E1")]
    assert findings((None, *HEADER[1:4]), *(row[:4] for row in rows)) == []


def test_a_blank_deadline_among_others_that_a_heading_fills_is_told() -> None:
    march = ("Март", None, None, None)
    own = [(str(n), f"Слёт {n}", f"{n}", WHO) for n in (1, 2, 3)]
    blank = ("4", "Сбор", None, WHO)
    assert told(findings(HEADER[:4], march, *own, blank)) == [("deadline-of-section", "C6")]
    assert findings(HEADER[:4], march, own[0], ("2", *blank[1:])) == []


@pytest.mark.parametrize("words", ["Месячник чистоты (апрель)", "Провести сбор до 15 апреля"])
@pytest.mark.parametrize("column", [0, 1])
def test_a_line_that_may_be_a_measure_is_told(words: str, column: int) -> None:
    line = tuple(words if column == at else None for at in range(4))
    rows = ("1", "Слёт", "май", WHO), line, ("2", "Сбор", "июнь", WHO)
    assert [one.code for one in findings(HEADER[:4], *rows)] == ["section-assumed"]


@pytest.mark.parametrize("words", ["Апрель", "Мероприятия на II квартал 2021 года", "Кадры"])
def test_a_heading_that_is_no_measure_is_not_told(words: str) -> None:
    rows = ("1", "Слёт", "май", WHO), (words, None, None, None), ("2", "Сбор", "июнь", WHO)
    assert findings(HEADER[:4], *rows) == []


def test_a_column_that_says_more_than_the_measures_is_told() -> None:
    header = ("№", "Мероприятие", "Срок", "Ответственный", "Повестка")
    agenda = "О смете", "О приёме новых членов", "О летнем отдыхе", "Об итогах конкурса"
    rows = [(str(n), "Заседание", f"{n} мая", WHO, text) for n, text in enumerate(agenda, start=1)]
    assert told(findings(header, *rows)) == [("column-measures", "E1")]
    own = [(number, f"Заседание {number}", *others) for number, _, *others in rows]
    assert findings(header, *own) == []


def test_days_of_groups_beside_a_month_are_told() -> None:
    header = ("Месяц", "Мероприятие", "1 группа", "2 группа", "Ответственный")
    rows = [("Март", "Учёба", 14, 21, WHO), ("Апрель", "Тренировка", 11, 18, WHO)]
    assert told(findings(header, *rows)) == [("column-days", "C1")]


def test_a_second_column_of_measures_or_parties_is_told() -> None:
    header = ("№", "Мероприятие", "Содержание", "Сроки", "Ответственные", "Исполнители")
    found = told(findings(header, ("1", "Слёт", "Съезд", "май", WHO, "УМЦ")))
    assert ("measure-other", "C1") in found


def test_a_column_of_another_year_is_asked_about() -> None:
    header = ("№", "Мероприятие", "Срок 2020", "Ответственные", "Отметка")
    assert told(findings(header, ("1", "Слёт", "май", WHO))) == [("column-other-year", "C1")]


def test_rows_above_the_header_are_told_where_they_hold_days() -> None:
    above = (("Слёт", "май", WHO), ("Съезд", "июнь", WHO))
    assert ("rows-above", "0") in told(findings(*above, HEADER, ("1", "Сбор", "май", WHO)))


def test_a_row_outside_the_columns_of_the_plan_is_told() -> None:
    found = findings(HEADER, ("1", "Слёт", "май", WHO), (None,) * 5 + ("Съезд",))
    assert told(found) == [("row-unread", "3")]


def test_a_day_of_a_heading_is_told_where_its_items_have_their_own() -> None:
    rows = (("1", "Слёты", "в течение года"), ("1.1", "Сбор", "май", WHO))
    assert told(findings(HEADER, *rows)) == [("heading-dated", "C2")]


def test_whoever_answers_for_a_heading_alone_is_told() -> None:
    heading = ("1", "Подготовить корпус:", "до 25 мая", WHO)
    items = (("1.1", "покрасить", None, WHO), ("1.2", "вымыть", None, WHO))
    assert told(findings(HEADER, heading, *items)) == [("heading-dated", "D2")]
    taken = (("1.1", "покрасить", None, None), ("1.2", "вымыть", None, WHO))
    assert told(findings(HEADER, heading, *taken)) == []


def test_a_mark_beside_a_heading_is_told() -> None:
    rows = (("1", "Слёты", None, None, "выполнено"), ("1.1", "Сбор", "май", WHO))
    assert told(findings(HEADER, *rows)) == [("heading-marked", "E2")]


def test_months_marked_twice_are_told() -> None:
    header = ("№", "Мероприятие", "Март", "Март", "Ответственные", "Отметка")
    assert told(findings(header, ("1", "Слёт", "+", "+", WHO))) == [("marks-lost", "C2")]


@pytest.mark.parametrize(
    ("title", "other"), [("II квартал", "III квартал"), ("1 семестр", "2 семестр")]
)
def test_tabs_of_other_times_are_told(title: str, other: str) -> None:
    rows = (HEADER, ("1", "Слёт", "май", WHO))
    grid = Grid(title=title, rows=rows, others=(other, "Справка"))
    (beside,) = findings_left_out(read_table(grid, RULES))
    assert beside.code == "tabs-beside"
    assert f": «{other}»." in sentence_of(beside, RUSSIAN)


def test_of_several_tabs_that_are_named_one_more_is_told() -> None:
    rows = (HEADER, ("1", "Слёт", "15", WHO))
    titles = ("Март", "Апрель", "Май")
    grids = [
        Grid(title=own, rows=rows, others=tuple(one for one in titles if one != own))
        for own in titles[:2]
    ]
    table = read_tabs(grids, RULES, period=YEAR, is_party=lambda _: False, all_of_them=False)
    (beside,) = findings_left_out(table)
    assert ": «Май»." in sentence_of(beside, RUSSIAN)


def test_rows_as_wide_as_the_plans_above_its_header_are_told() -> None:
    lost = ("Питание", "Охват питанием", "6", "Завуч", "да")
    found = told(findings(lost, lost, HEADER, ("1", "Слёт", "май", WHO)))
    assert ("rows-above", "0") in found


def test_rows_of_one_merged_measure_are_told_once() -> None:
    down = [Area(top=2, left=column, bottom=4, right=column) for column in (1, 2, 3)]
    below = [(None, None, None, "Профком"), (None, None, None, "Завхоз")]
    found = told(findings(HEADER, ("1", "Слёт", "май", WHO), *below, merges=tuple(down)))
    assert [one for one in found if one[0] == "rows-merged"] == [("rows-merged", "B3")]


@pytest.mark.parametrize(
    ("beside", "amount", "codes"),
    [
        ("Ед. изм.", 60, [("period-amounts", "D1")]),
        ("Кол-во", 60, [("period-amounts", "D1")]),
        ("Кол-во", 1, []),
        ("Место", 60, [("period-number", "E2")]),
    ],
)
def test_amounts_are_told_once_where_a_column_beside_says_that_they_are(
    beside: str, amount: int, codes: list[tuple[str, str]]
) -> None:
    header = ("№", "Мероприятие", beside, "I кв.", "II кв.", "Ответственные", "Отметка")
    assert told(findings(header, ("1", "Слёт", "шт.", None, amount, WHO))) == codes


def test_lines_below_the_plan_are_told_in_one_sentence() -> None:
    below = (("", "Итого: 1 мероприятие"), ("", "Председатель ________ С.С. Сомов"))
    (group,) = alike_findings(findings(HEADER, ("1", "Слёт", "май", WHO), *below), RUSSIAN)
    assert [finding.row for finding in group] == [3, 4]
    said = words_of_alike(group, RUSSIAN)
    assert said.startswith("«Итого: 1 мероприятие», «Председатель ________ С.С. Сомов» не похожи")


def test_a_number_beside_a_party_alone_heads_nothing() -> None:
    rows = (("1", "Слёт", "май", WHO), ("№ 5", None, None, WHO), ("2", "Сбор", "май", WHO))
    assert ("measure-empty", "B3") in told(findings(HEADER, *rows))
