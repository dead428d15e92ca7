"""Columns whose cells look like deadlines or parties, and whose headers say they are others."""

from dataclasses import replace
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.model import CellValue, ColumnRule
from sheetsync.plan.table import PlanTable, read_table
from tests.builders import grid

RULES = load_column_rules(Path())
DAYS = ("15.03.2026", "16.04.2026", "17.05.2026")
UNITS = ("Отдел кадров", "Бухгалтерия", "Комитет спорта")


def read(*rows: tuple[CellValue, ...], rules: dict[str, ColumnRule] | None = None) -> PlanTable:
    return read_table(grid(*rows), rules or RULES)


def with_days(header: str) -> list[tuple[str, ...]]:
    rows = [(str(n), f"Семинар {n}", day, "УМЦ") for n, day in enumerate(DAYS, start=1)]
    return [("№", "Мероприятие", header, "Ответственные"), *rows]


def with_parties(header: str, *, title: str = "План на 2026 год") -> list[tuple[str, ...]]:
    rows = [(f"Осмотр {n}", DAYS[n], unit) for n, unit in enumerate(UNITS)]
    return [(title,), ("Мероприятие", "Срок", header), *rows]


@pytest.mark.parametrize(
    "header",
    [
        *("Дата рождения", "Дата приёма на работу", "Дата последней проверки", "Прошлый осмотр"),
        *("Проверяемый период", "Период, за который сдаётся", "За какой период", "Отчётный период"),
        *("Срок хранения", "Срок годности", "Гарантийный срок", "Срок полномочий", "Срок службы"),
        *("Дата предписания", "Дата и № приказа", "Письмо (№, дата)", "Вх. №, дата", "Реквизиты"),
        *("Дата поступления", "Дата регистрации", "Date of birth", "Period covered", "Date issued"),
    ],
)
def test_days_that_are_no_deadlines_are_never_taken(header: str) -> None:
    with pytest.raises(ColumnMissing) as missing:
        read(*with_days(header))
    assert "deadline" not in missing.value.likely


@pytest.mark.parametrize(
    "header",
    [
        *("Срок действия договора", "Срок действия", "Действует до", "Период проверки"),
        *("Дата изготовления", "Valid until", "Expiry date"),
    ],
)
def test_days_that_may_be_no_deadlines_are_asked_about(header: str) -> None:
    assert read(*with_days(header)).header.likely == {"deadline": header}


@pytest.mark.parametrize(
    "header",
    [
        *("Последний срок", "Последний день", "Последняя дата подачи", "Срок исполнения службами"),
        *("Дата заключения договора", "Дата письменного ответа", "Период стажировки"),
    ],
)
def test_days_by_which_something_is_done_are_deadlines(header: str) -> None:
    header_of = read(*with_days(header)).header
    assert (header_of.texts["deadline"], header_of.likely) == (header, {})


def test_what_a_person_has_listed_is_taken_all_the_same() -> None:
    listed = dict(RULES)
    words = (*RULES["deadline"].headers, "срок действия")
    listed["deadline"] = replace(RULES["deadline"], headers=words)
    assert read(*with_days("Срок действия"), rules=listed).header.likely == {}


@pytest.mark.parametrize(
    "header", ["Проверяемая организация", "Учреждение", "Кого проверяют", "Контролируемое лицо"]
)
def test_who_is_looked_into_is_never_taken_for_the_party(header: str) -> None:
    with pytest.raises(ColumnMissing) as missing:
        read(*with_parties(header))
    assert missing.value.likely == {}


@pytest.mark.parametrize("header", ["Объект контроля", "Адрес", "Место проверки"])
def test_beside_a_place_nobody_is_named(header: str) -> None:
    found = read(*with_parties(header)).header
    assert (found.nobody, "responsible" in found.fields) == (True, False)


def test_a_bare_unit_answers_unless_the_plan_is_one_of_inspections() -> None:
    assert read(*with_parties("Подразделение")).header.texts["responsible"] == "Подразделение"
    with pytest.raises((ColumnMissing, NoPlanTable)):
        read(*with_parties("Подразделение", title="График плановых проверок на 2026 год"))


def test_of_two_columns_of_parties_none_is_proposed() -> None:
    rows = [(f"Осмотр {n}", DAYS[n], unit, "Юрист") for n, unit in enumerate(UNITS)]
    with pytest.raises(ColumnMissing) as missing:
        read(("Мероприятие", "Срок", "Сторона А", "Сторона Б"), *rows)
    assert missing.value.likely == {}


@pytest.mark.parametrize(
    "header",
    [
        *("Состав группы", "Состав комиссии", "Проверяющие", "Проверяющий", "Аудитор", "Ревизор"),
        *("Инспектор", "Кто проверяет", "Бригада", "Рабочая группа", "Уполномоченное лицо"),
        *("Группа аудиторов", "Контролёр", "Звено", "Inspected by", "Crew", "Audit team"),
    ],
)
def test_who_does_it_is_known_by_its_header(header: str) -> None:
    found = read(*with_parties(header)).header
    assert (found.texts["responsible"], found.likely) == (header, {})


MONTHS = ("январь", "февраль", "март", "апрель")


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        # Whose holidays they are, and who is on duty.
        ("Сотрудник", [("Сомов П.П.", "О", "", "О", ""), ("Соболь К.К.", "", "О", "", "О")]),
        ("Оборудование", [("Насос", "ОСМ", "", "Сомов", ""), ("Кран", "", "ОСМ", "", "ОСМ")]),
        ("Оборудование", [("Насос", "УМЦ", "", "АХО", ""), ("Кран", "", "УМЦ", "", "АХО")]),
        ("Оборудование", [("Насос", "I", "", "II", ""), ("Кран", "", "I", "", "II")]),
        ("Оборудование", [("Насос", "О", "", "", ""), ("Кран", "", "К", "", "")]),
    ],
)
def test_months_with_words_that_are_no_codes_of_works_are_no_plan(
    header: str, rows: list[tuple[str, ...]]
) -> None:
    with pytest.raises((ColumnMissing, NoPlanTable)):
        read(("График на 2026 год",), (header, *MONTHS), *rows)


def test_a_legend_that_explains_other_words_tells_nothing() -> None:
    title, header = ("План ППР – приложение 1",), ("Оборудование", *MONTHS)
    lines = read(title, header, ("Насос", "О", "", "К", ""), ("Кран", "", "О", "", "")).lines
    assert [line.deadline for line in lines] == ["январь, март", "февраль"]


def with_four(title: str, *, above: str = "", who: str = "Мастер") -> list[tuple[str, ...]]:
    numbers = ("I", "II", "III", "IV")
    rows = [("Осмотр кровли", who, "+", "", "+", ""), ("Сверка", who, "", "+", "", "+")]
    if above:
        parts = (("Мероприятие", "Кто", above, "", "", ""), ("", "", *numbers))
        return [(title,), *parts, *rows]
    return [(title,), ("Мероприятие", "Кто", *numbers), *rows]


def test_four_counted_columns_of_marks_are_quarters() -> None:
    table = read(*with_four("План на 2026 год"))
    assert [line.deadline for line in table.lines] == [
        "I квартал, III квартал",
        "II квартал, IV квартал",
    ]


@pytest.mark.parametrize(
    "plan",
    [
        with_four("План школы на 2026 год"),
        with_four("План на 2025/2026 год"),
        with_four("План на 2026 год", who="Завуч"),
        with_four("План на 2026 год", above="Этапы"),
        with_four("План на 2026 год", above="Количество"),
    ],
)
def test_four_counted_columns_of_anything_else_are_none(plan: list[tuple[str, ...]]) -> None:
    with pytest.raises((ColumnMissing, NoPlanTable)):
        read(*plan)


@pytest.mark.parametrize(
    "below",
    [
        (("15.02.2026", "3", "+"), ("20.02.2026", "", "+")),
        (("", "", ""), ("", "", "")),
        (("отчёт", "", ""), ("", "доклад", "")),
    ],
)
def test_days_over_anything_but_marks_are_no_sittings(below: tuple[tuple[str, ...], ...]) -> None:
    rows = [(f"Вопрос {n}", "Секретарь", *cells) for n, cells in enumerate(below)]
    with pytest.raises((ColumnMissing, NoPlanTable)):
        read(("Вопрос", "Докладчик", "14 января", "15 апреля", "14 октября"), *rows)


@pytest.mark.parametrize(
    "due", ["Контрольный срок", "Срок контроля", "Срок ответа", "Срок по карточке"]
)
def test_a_bare_date_is_a_documents_beside_a_deadline(due: str) -> None:
    header = ("№", "Дата", "Содержание", "Исполнитель", due, "Состояние")
    rows = [(str(n), f"0{n}.02.2026", f"О сверке {n}", "УМЦ", day) for n, day in enumerate(DAYS)]
    table = read(header, *rows)
    assert [line.deadline for line in table.lines] == [*DAYS]


def test_a_report_due_after_a_date_is_not_the_measures_deadline() -> None:
    header = ("№", "Дата", "Мероприятие", "Ответственный", "Срок сдачи отчёта")
    rows = [(str(n), f"0{n}.02.2026", f"Слёт {n}", "УМЦ", day) for n, day in enumerate(DAYS, 1)]
    days = [f"0{n}.02.2026" for n in (1, 2, 3)]
    assert [line.deadline for line in read(header, *rows).lines] == days


@pytest.mark.parametrize("other", ["Срок подачи заявок", "Срок хранения", "Срок действия"])
def test_a_date_after_another_deadline_stays_the_measures(other: str) -> None:
    header = ("№", "Дата", "Мероприятие", "Ответственный", other)
    rows = [(str(n), day, f"Слёт {n}", "УМЦ", f"0{n}.02.2026") for n, day in enumerate(DAYS, 1)]
    assert [line.deadline for line in read(header, *rows).lines] == [*DAYS]
