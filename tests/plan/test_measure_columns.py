"""Which of several columns of words says what is to be done."""

from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.plan.table import PlanTable, read_table
from tests.plan.test_table_forms import grid_of

RULES = load_column_rules(Path())


def table_of(table: str, merges: list[str] | None = None) -> PlanTable:
    return read_table(grid_of({"table": table, "merges": merges or []}), RULES)


def marks_of(table: PlanTable) -> list[str]:
    return [line.status for line in table.lines]


@pytest.mark.parametrize(
    ("header", "again"),
    [
        ("Наименование соревнований", "Первенство области"),
        ("Наименование соревнований", "Турнир"),
        ("Соревнование", "Турнир"),
    ],
)
def test_a_report_that_was_handed_in_is_a_mark_and_no_measure(header: str, again: str) -> None:
    table = table_of(f"""
№ | {header} | Сроки | Место | Проводящая организация | Отчёт
1 | Первенство области | 14-15 февраля | г. Рославль | Федерация дзюдо | сдан
2 | {again} | 8-10 мая | г. Вязьма | Федерация дзюдо | сдан
3 | Сбор | 5-6 декабря | г. Смоленск | Тренерский совет | """)
    assert [line.measure for line in table.lines] == ["Первенство области", again, "Сбор"]
    assert marks_of(table) == ["сдан", "сдан", ""]


def test_a_long_result_is_no_measure() -> None:
    table = table_of("""
№ | Соревнование | Сроки | Проводящая организация | Результат
1 | Первенство | 14-15 февраля | Федерация дзюдо | Проведено, участвовало 120 спортсменов
2 | Турнир | 8-10 мая | Федерация дзюдо | Проведён, приехало восемь команд области""")
    assert [line.measure for line in table.lines] == ["Первенство", "Турнир"]


def test_reports_that_are_to_be_made_are_measures() -> None:
    table = table_of("""
№ | Отчёт | Сроки | Кто готовит
1 | Годовой | до 1 февраля | Бухгалтер
2 | Годовой | до 1 марта | Секретарь""")
    assert [line.measure for line in table.lines] == ["Годовой", "Годовой"]


def test_a_point_of_an_agreement_is_no_measure_beside_what_it_promises() -> None:
    table = table_of(
        """
№ | Пункт КД | Обязательство | Срок | Ответственный | Выполнение |
 | | | | | I полугодие | II полугодие
1 | п. 4.2 | Индексация зарплаты | 1 апреля | Директор | Выполнено |
2 | п. 5.7 | Медосмотр | III квартал | Здравпункт | | Прошли все""",
        ["F1:G1", "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2"],
    )
    assert [line.measure for line in table.lines] == ["Индексация зарплаты", "Медосмотр"]
    assert marks_of(table) == ["I полугодие: Выполнено", "II полугодие: Прошли все"]


@pytest.mark.parametrize(
    ("spoken_of", "ordered"),
    [
        ("Содержание вопроса", "Поручение"),
        ("Вопрос", "Решение"),
        ("Слушали", "Решили"),
        ("Содержание документа", "Резолюция"),
        ("Содержание", "Резолюция руководителя"),
    ],
)
def test_what_is_to_be_done_about_a_question_is_the_measure(spoken_of: str, ordered: str) -> None:
    table = table_of(f"""
№ | {spoken_of} | {ordered} | Исполнитель | Срок
1 | Освещение двора | Заменить лампы | Завхоз | 01.04.2026
2 | Крыша склада | Петрову подготовить смету | Прораб | май
3 | Стоянка | Доложите о ходе работ | Прораб | июнь""")
    done = ["Заменить лампы", "Петрову подготовить смету", "Доложите о ходе работ"]
    assert [line.measure for line in table.lines] == done


@pytest.mark.parametrize(
    ("questions", "outcomes"),
    [
        (("Освещение двора", "Крыша склада"), ("Принято единогласно", "Утверждено")),
        (("Заменить лампы", "Починить крышу"), ("Принять к сведению", "Снять с контроля")),
    ],
)
def test_a_decision_that_tells_an_outcome_is_no_measure(
    questions: tuple[str, str], outcomes: tuple[str, str]
) -> None:
    table = table_of(f"""
№ | Вопрос | Решение | Исполнитель | Срок
1 | {questions[0]} | {outcomes[0]} | Завхоз | апрель
2 | {questions[1]} | {outcomes[1]} | Прораб | май""")
    assert [line.measure for line in table.lines] == [*questions]
