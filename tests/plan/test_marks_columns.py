"""Which column says how measures stand, and what it says beside days on which they were done."""

import pytest

from tests.plan.test_measure_columns import marks_of, table_of
from tests.plan.test_table_forms import grid_of, period_of, read

_MERGES = ["C1:F1", "C2:D2", "E2:F2", "A1:A3", "B1:B3", "G1:G3", "H1:H3"]


@pytest.mark.parametrize("last", ["", "Отметка"])
@pytest.mark.parametrize(("begins", "ends"), [("начало", "окончание"), ("с", "по")])
def test_what_was_begun_on_a_day_is_not_done(begins: str, ends: str, last: str) -> None:
    table = table_of(
        f"""
№ | Этап работ | Сроки | | | | Исполнитель | {last}
 | | {begins} | | {ends} | | |
 | | план | факт | план | факт | |
1 | Демонтаж | @2026-03-02 | @2026-03-05 | @2026-03-31 | @2026-04-07 | Подрядчик |
2 | Кровля | @2026-04-01 | @2026-04-10 | @2026-06-30 | | Подрядчик |""",
        _MERGES,
    )
    assert marks_of(table) == ["07.04.2026", ""]
    assert [line.deadline for line in table.lines] == [
        "02.03.2026 – 31.03.2026",
        "01.04.2026 – 30.06.2026",
    ]


@pytest.mark.parametrize(
    ("begun", "done"),
    [
        ("Начало факт", "Окончание факт"),
        ("Факт начала", "Факт окончания"),
        ("Факт с", "Факт по"),
        ("Фактическое начало", "Фактическое окончание"),
        ("Фактическая дата начала", "Фактическая дата окончания"),
        ("Actual start", "Actual end"),
        ("Start (actual)", "End (actual)"),
    ],
)
@pytest.mark.parametrize("status", ["Статус", "Сведения"])
def test_beside_a_status_the_end_that_came_to_be_is_the_day_done(
    begun: str, done: str, status: str
) -> None:
    said = "выполнено" if status == "Статус" else ""
    table = table_of(f"""
№ | Вид работ | Начало план | {begun} | Окончание план | {done} | Исполнитель | {status}
1 | Демонтаж | @2026-03-02 | @2026-03-05 | @2026-03-31 | @2026-04-07 | Подрядчик | {said}
2 | Кровля | @2026-04-01 | @2026-04-10 | @2026-06-30 | | Подрядчик | """)
    assert marks_of(table) == [f"{said} 07.04.2026".strip(), ""]


@pytest.mark.parametrize(
    "header",
    [
        "Сведения о выполнении",
        "Сведения об исполнении мероприятия",
        "Информация об исполнении",
        "Ход реализации",
        "Исполнено/не исполнено",
        "Вып.",
        "Как дела",
    ],
)
def test_a_header_that_asks_how_it_went_is_one_of_marks(header: str) -> None:
    table = table_of(f"""
Мероприятие | Срок | Ответственный | {header}
Соглашение | до 15.02.2026 | Отдел кадров | Достигнута
Пункты проката | до 30.11.2026 | Отдел кадров | Открыто 3 из 7""")
    assert marks_of(table) == ["Достигнута", "Открыто 3 из 7"]


@pytest.mark.parametrize(
    ("cells", "taken"),
    [(("14 July", "15 July"), True), (("4 of 6", "waiting"), True), (("Paris", "12"), False)],
)
def test_marks_in_whatever_words_are_told_by_how_they_are_read(
    cells: tuple[str, str], *, taken: bool
) -> None:
    table = table_of(f"""
# | Task | Due date | Owner | Submitted
1 | Narrative | 15 July | Officer | {cells[0]}
2 | Audit | 16 July | Treasurer | {cells[1]}""")
    assert marks_of(table) == (list(cells) if taken else ["", ""])
    assert {doubt.code for _, doubt in table.header.doubts} == {
        "status-assumed" if taken else "status-unfound"
    }


def test_what_the_result_says_beside_a_blank_day_is_asked_about() -> None:
    form = {
        "merges": ["C1:D1"],
        "table": """
№ | Мероприятие | Срок | | Ответственный | Результат
 | | план | факт | |
1 | Проверка журналов | 20.02.2026 | 18.02.2026 | Провизор | Проверено 40 карт
2 | Проверка склада | 18.09.2026 | | Провизор | перенесено на ноябрь
3 | Проверка аптечек | 12.11.2026 | | Провизор | """,
    }
    _, asked = read(grid_of(form), period_of(form))
    assert asked == {"mark-in-note"}
    assert marks_of(table_of(form["table"], form["merges"])) == ["18.02.2026", "", ""]


@pytest.mark.parametrize("header", ["Выполнена", "Исполнена (да/нет)", "Сделано"])
@pytest.mark.parametrize("day", ["Дата исполнения", "Дата выполнения"])
def test_a_yes_is_a_mark_beside_the_day_it_came(header: str, day: str) -> None:
    table = table_of(f"""
№ | Задача | Исполнитель | Срок | {header} | {day}
1 | Сверить счета | Экономист | 20.01.2026 | Да | 19.01.2026 16:20:11
2 | Списать мебель | Завхоз | 20.02.2026 | Да |
3 | Сдать архив | Архивист | 20.03.2026 | | 18.03.2026
4 | Купить стол | Завхоз | 20.04.2026 | | """)
    assert marks_of(table) == ["Да 19.01.2026", "Да", "18.03.2026", ""]


def test_other_words_beside_the_day_of_a_deed_are_no_marks() -> None:
    table = table_of("""
№ | Задача | Исполнитель | Срок | Сдано | Дата исполнения
1 | Сверить счета | Экономист | 20.01.2026 | в архив | 19.01.2026
2 | Списать мебель | Завхоз | 20.02.2026 | на склад | """)
    assert marks_of(table) == ["19.01.2026", ""]


@pytest.mark.parametrize(
    ("title", "meant", "came"),
    [
        ("Исполнение", "план, %", "факт, %"),
        ("Исполнение", "План", "Факт"),
        ("Выполнение, %", "план", "факт"),
        ("Готовность", "план", "факт"),
        ("Процент выполнения", "план", "факт"),
        ("Progress", "Planned", "Actual"),
        ("Completion, %", "Plan", "Actual"),
    ],
)
def test_what_was_meant_to_be_is_no_mark(title: str, meant: str, came: str) -> None:
    table = table_of(
        f"""
№ | Мероприятие | Срок | {title} | | Ответственный
 | | | {meant} | {came} |
1 | Ремонт крыши | до 15.03.2026 | 100% | 100% | АХО
2 | Покраска | до 10.06.2026 | 100% | 40% | АХО
3 | Уборка | май | 100% | 0% | Завхоз""",
        ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"],
    )
    assert marks_of(table) == ["100%", "40%", "0%"]


@pytest.mark.parametrize("title", ["Дата выполнения", "Выполнение"])
def test_a_day_that_was_meant_to_be_is_no_mark(title: str) -> None:
    table = table_of(
        f"""
№ | Мероприятие | Срок | {title} | | Ответственный
 | | | план | факт |
1 | Ремонт крыши | I квартал | @2026-03-10 | @2026-03-12 | АХО
2 | Покраска | II квартал | @2026-06-10 | | АХО""",
        ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"],
    )
    assert marks_of(table) == ["12.03.2026", ""]


def test_progress_against_a_plan_is_a_mark() -> None:
    table = table_of("""
Task | Due date | Owner | Progress against plan
Roof | 15 March 2026 | Works | done
Paint | 10 June 2026 | Works | not started""")
    assert marks_of(table) == ["done", "not started"]


def test_what_came_to_be_in_each_quarter_marks_that_quarter() -> None:
    table = table_of(
        """
№ | Мероприятие | I квартал | | II квартал | | III квартал | | Ответственный
 | | план | факт | план | факт | план | факт |
1 | Проверка заземления | + | + | | | + | | Энергетик
2 | День охраны труда | + | + | + | + | + | | Инженер
3 | Закупка спецодежды | + | | | | + | | Снабжение""",
        ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:I2"],
    )
    assert marks_of(table) == ["I квартал: +", "I квартал: +; II квартал: +", ""]


@pytest.mark.parametrize(
    ("header", "cells", "marks"),
    [
        ("Выполнение да | Выполнение нет", ("+ |", " | +"), ["да", "не выполнено"]),
        (
            "Исполнено | Не исполнено",
            ("12.05 |", "- | нет денег"),
            ["12.05", "не исполнено нет денег"],
        ),
        ("Выполнено | Выполнено частично", ("v |", " | v"), ["выполнено", "выполнено частично"]),
        ("Done Yes | Done No", ("x |", " | x"), ["yes", "not done"]),
    ],
)
def test_columns_of_answers_are_one_mark(
    header: str, cells: tuple[str, str], marks: list[str]
) -> None:
    table = table_of(f"""
Мероприятие | Срок | Ответственный | {header} | Дата
Ремонт | до 1 мая | Завхоз | {cells[0]} |
Окраска | до 1 июня | Завхоз | {cells[1]} |""")
    assert marks_of(table) == marks


def test_a_row_of_what_came_to_be_marks_the_measure_above() -> None:
    table = table_of("""
Мероприятие | План/факт | I кв. | II кв. | Ответственный
Чистка | план | + | + | Цех
Чистка | факт | + | | Цех
Ремонт | план | | + | Служба
Ремонт | факт | | | """)
    assert [(line.measure, line.status) for line in table.lines] == [
        ("Чистка", "I квартал: +"),
        ("Ремонт", ""),
    ]


def test_all_columns_of_marks_are_shown() -> None:
    table = table_of("""
Мероприятие | Срок | Ответственный | Выполнено да | Выполнено нет
Ремонт | до 1 мая | Завхоз | + | """)
    columns = table.header.columns()
    assert columns.headers["status"] == "Выполнено да, нет"
    assert columns.others == ()


@pytest.mark.parametrize(
    ("fact", "mark", "said"),
    [
        ("28.11", "", "28.11"),
        ("14–16 мая", "", "14–16 мая"),
        ("-", "", ""),
        ("27.02.2026", "акт № 3", "27.02.2026, акт № 3"),
        ("27.02.2026", "выполнено", "выполнено 27.02.2026"),
        ("27.02.2026", "выполнено 20.02", "выполнено 20.02"),
    ],
)
def test_a_fact_is_the_mark_or_its_day(fact: str, mark: str, said: str) -> None:
    table = table_of(f"""
Мероприятие | Срок план | Срок факт | Ответственный | Отметка
Аукцион | ноябрь | {fact} | Завхоз | {mark}""")
    assert marks_of(table) == [said]


def test_what_came_to_be_is_told_in_english_too() -> None:
    table = table_of(
        """
Ref. | Task | Dates | | Responsible
 | | Planned | Actual |
A1 | Friction test | 31 March 2026 | 27 March 2026 | Airside Ops
A2 | Lamps | April 2026 | | Electrical""",
        ["C1:D1", "A1:A2", "B1:B2", "E1:E2"],
    )
    assert marks_of(table) == ["27 March 2026", ""]
