"""Reading an untidy tab: the header is found, measures keep the sheet's own row numbers."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.config import load_column_rules
from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.model import Area, CellValue, Grid, Line
from sheetsync.plan.cells import column_letter
from sheetsync.plan.columns import find_header
from sheetsync.plan.table import PlanTable, read_table
from tests.builders import grid

RULES = load_column_rules(Path())
HEADER = ("№ п/п", "Мероприятие", "Сроки", "Ответственные")
MEASURE = ("1.", "Провести заседание", "апрель", "Отдел кадров")


def read(*rows: tuple[CellValue, ...]) -> PlanTable:
    return read_table(grid(*rows), RULES)


def lines(*rows: tuple[CellValue, ...]) -> list[Line]:
    return list(read(*rows).lines)


@pytest.mark.parametrize(
    ("header", "field", "column"),
    [
        (HEADER, "deadline", 2),
        (("N п/п", "Наименование мероприятий", "Исполнители", "Срок выполнения"), "deadline", 3),
        (("№", "Название", "Когда", "Отв."), "responsible", 3),
        (("№", "Меропр.", "Срок исп.", "Ответств."), "measure", 1),
        ((*HEADER, "Дата выполнения"), "status", 4),
        (("Ответственный\nисполнитель:", "СРОКИ ИСПОЛНЕНИЯ", "Мероприятия"), "responsible", 0),
        (("#", "Measure", "Due date", "Owner", "Status"), "status", 4),
        ((*HEADER, "Отметка об исполнении"), "status", 4),
        *(((*HEADER, one), "status", 4) for one in ("Отм. о вып.", "Отм. об исп.", "Вып-е")),
        ((*HEADER, "Примечания"), "note", 4),
    ],
)
def test_headers_are_known_by_synonyms_in_any_order(
    header: tuple[str, ...], field: str, column: int
) -> None:
    assert find_header(grid(header), RULES).fields[field] == column


@pytest.mark.parametrize(
    "header",
    [
        ("№", "Меро-\nприятие", "Сро-\nки испол-\nнения", "Ответст-\nвенный"),
        ("№", "Мероприя тие", "С р о к и", "Ответст\nвенные"),
        ("№", "Mероприятие", "Cроки", "Oтветственные"),
        ("№", "МЕРО­ПРИЯТИЕ", "CPOK ИСПОЛНЕНИЯ", "Ответ-ственные исполнители"),
    ],
)
def test_headers_are_known_as_people_type_them(header: tuple[str, ...]) -> None:
    found = find_header(grid(header), RULES).fields
    assert found == {"number": 0, "measure": 1, "deadline": 2, "responsible": 3}


@pytest.mark.parametrize(
    ("days", "column"),
    [
        (("Срок начала", "Срок окончания"), 2),
        (("Дата окончания", "Дата начала"), 1),
        (("Дата поручения", "Контрольный срок"), 2),
        (("Срок (план)", "Срок (факт)"), 1),
        (("Факт. срок", "Срок"), 2),
        (("Дата выполнения", "Место"), 1),
    ],
)
def test_of_several_columns_of_days_the_last_day_is_the_deadline(
    days: tuple[str, str], column: int
) -> None:
    assert (
        find_header(grid(("Мероприятие", *days, "Кто отвечает")), RULES).fields["deadline"]
        == column
    )


@pytest.mark.parametrize("fact", ["Факт", "Фактически", "Срок исполнения факт", "Срок (факт)"])
@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ((date(2026, 1, 19), None), "19.01.2026"),
        (("19.01.2026", "исполнено"), "исполнено 19.01.2026"),
        (("выполнено", None), "выполнено"),
        (("120", "в работе"), "в работе"),
    ],
)
def test_what_came_to_be_stands_beside_the_mark(
    fact: str, cells: tuple[CellValue, CellValue], status: str
) -> None:
    table = read((*HEADER, fact, "Отметка"), (1, "Отчёт", "до 20 января", "УМЦ", *cells))
    assert table.lines[0].status == status
    assert table.header.columns().letters["day_done"] == "E"


TWO_ROWS: dict[str, tuple[tuple[tuple[CellValue, ...], ...], tuple[Area, ...]]] = {
    "merged": (
        (
            ("№", "Мероприятие", "Срок исполнения", None, "Ответственный"),
            (None, None, "начало", "окончание", None),
        ),
        (
            *(Area(top=1, left=c, bottom=2, right=c) for c in (1, 2, 5)),
            Area(top=1, left=3, bottom=1, right=4),
        ),
    ),
    "not merged": (
        (
            ("№", "Мероприятие", "Срок исполнения", None, "Ответственный"),
            (None, None, "начало", "окончание", None),
        ),
        (),
    ),
    "of other parts": (
        (
            ("№", "Мероприятие", "Исполнение", None, None),
            (None, None, "Место", "Срок", "Ответственный"),
        ),
        (Area(top=1, left=3, bottom=1, right=5),),
    ),
}


@pytest.mark.parametrize("case", TWO_ROWS)
def test_a_header_of_two_rows(case: str) -> None:
    rows, merges = TWO_ROWS[case]
    body = ("1", "Слёт", "февраль", "ноябрь", "Отдел кадров")
    table = read_table(Grid(title="План", rows=(*rows, body, *rows, body), merges=merges), RULES)
    read_as = [(line.row, line.deadline, line.responsible) for line in table.lines]
    days = "ноябрь" if case == "of other parts" else "февраль – ноябрь"
    assert read_as == [(row, days, "Отдел кадров") for row in (3, 6)]


def test_a_title_that_begins_like_a_header_is_none() -> None:
    table = read(("Мероприятия на 2021 год",), HEADER, MEASURE)
    assert (table.title, table.header.index, len(table.lines)) == ("Мероприятия на 2021 год", 1, 1)


def test_a_merged_cell_holds_for_all_rows_that_it_covers() -> None:
    rows = (
        (*HEADER, "Отметка"),
        ("1", "Слёт", "апрель", "Отдел кадров", "выполнено"),
        ("2", "Съезд", None, None, None),
        ("3", "Сбор", None, "УМЦ", None),
    )
    merges = (
        Area(top=2, left=3, bottom=4, right=3),
        Area(top=2, left=4, bottom=3, right=4),
        Area(top=2, left=5, bottom=3, right=5),
    )
    table = read_table(Grid(title="План", rows=rows, merges=merges), RULES)
    assert [(x.deadline, x.responsible, x.status) for x in table.lines] == [
        ("апрель", "Отдел кадров", "выполнено"),
        ("апрель", "Отдел кадров", "выполнено"),
        ("апрель", "УМЦ", ""),
    ]


def test_a_measure_over_several_rows_is_in_each_that_says_something_of_its_own() -> None:
    rows = (
        HEADER,
        ("1", "Слёт", "апрель", "Отдел кадров"),
        (None, None, "май", "УМЦ"),
        (None, None, None, None),
        ("2", "Съезд", "июнь", "УМЦ"),
    )
    merges = tuple(Area(top=2, left=column, bottom=4, right=column) for column in (1, 2))
    table = read_table(Grid(title="План", rows=rows, merges=merges), RULES)
    assert [(x.row, x.number, x.measure, x.deadline) for x in table.lines] == [
        (2, "1", "Слёт", "апрель"),
        (3, "1", "Слёт", "май"),
        (5, "2", "Съезд", "июнь"),
    ]


def test_a_section_merged_over_the_table_is_a_heading() -> None:
    rows = (HEADER, ("Раздел 1", None, None, None), MEASURE)
    merges = (Area(top=2, left=1, bottom=2, right=4),)
    table = read_table(Grid(title="План", rows=rows, merges=merges), RULES)
    assert [(x.row, x.section) for x in table.lines] == [(3, "Раздел 1")]


values = st.sampled_from([None, "апрель", "до 15 мая", "Отдел кадров", "выполнено", 7])


@given(
    rows=st.lists(st.tuples(values, values, values, values), min_size=1, max_size=8),
    place=st.tuples(st.integers(1, 5), st.integers(0, 8), st.integers(0, 7)),
)
def test_writing_out_what_a_merge_covers_changes_nothing(
    rows: list[tuple[CellValue, ...]], place: tuple[int, int, int]
) -> None:
    column, first, height = place
    named = [(str(i), "Слёт", *row) for i, row in enumerate(rows)]
    header = (*HEADER, "Отметка", "Примечание")
    inside = range(first + 1, min(first + height + 1, len(named)))
    if first < len(named):
        for index in inside:
            named[index] = (*named[index][:column], None, *named[index][column + 1 :])
    area = Area(top=first + 2, left=column + 1, bottom=first + height + 2, right=column + 1)
    merged = Grid(title="План", rows=(header, *named), merges=(area,))
    for index in inside:
        value = named[first][column]
        named[index] = (*named[index][:column], value, *named[index][column + 1 :])
    written = Grid(title="План", rows=(header, *named))
    assert read_table(merged, RULES).lines == read_table(written, RULES).lines


def test_an_exact_header_wins_over_one_that_begins_alike() -> None:
    header = ("Мероприятие", "Срок действия договора", "Сроки", "Ответственные")
    assert find_header(grid(header), RULES).fields["deadline"] == 2


def test_a_missing_column_is_named_with_the_headers_that_were_found() -> None:
    with pytest.raises(ColumnMissing, match=r"строке 2 нет столбца «Срок».*«Мероприятие»"):
        read(("План",), ("№", "Мероприятие", "Ответственные"))


def test_a_missing_column_is_named_where_others_are_known_by_meaning_only() -> None:
    months = [*range(1, 13)]
    with pytest.raises(ColumnMissing, match=r"строке 1 нет столбца «Ответственные».*«Вид работ»"):
        read(("Вид работ", *months, "Участок"), ("Обход", "х", *[None] * 11, "Северный"))


@pytest.mark.parametrize(
    ("header", "marks", "status"),
    [
        ("% выполнения", [100, 40, 0, 1, 120], ["100%", "40%", "0%", "1", "120"]),
        ("% вып.", [0.5, "0,25", 0.125], ["50%", "25%", "12%"]),
        ("Отметка", [100, 40, 0, 1], ["100", "40", "0", "1"]),
    ],
)
def test_a_number_is_a_share_only_below_a_header_of_shares(
    header: str, marks: list[int | float | str], status: list[str]
) -> None:
    rows = [(n, f"Слёт {n}", "май", "УМЦ", mark) for n, mark in enumerate(marks, 1)]
    assert [line.status for line in read((*HEADER, header), *rows).lines] == status


@pytest.mark.parametrize(
    ("header", "marks", "status"),
    [
        (
            "Выполнено (да/нет)",
            ["да", "Нет", "Д", "Н."],
            ["да", "не выполнено", "да", "не выполнено"],
        ),
        ("Done?", ["Y", "N", "no"], ["yes", "not done", "not done"]),
        ("Выполнено", ["да", "нет"], ["да", "нет"]),
    ],
)
def test_a_bare_no_is_an_answer_only_below_a_header_that_asks(
    header: str, marks: list[str], status: list[str]
) -> None:
    rows = [(n, f"Слёт {n}", "май", "УМЦ", mark) for n, mark in enumerate(marks, 1)]
    assert [line.status for line in read((*HEADER, header), *rows).lines] == status


@pytest.mark.parametrize("parts", [("I полугодие", "II полугодие"), ("январь", "июнь")])
@pytest.mark.parametrize("said", ["Отметка за {}", "Выполнено, {}"])
def test_marks_of_parts_of_the_year_are_said_with_them(said: str, parts: tuple[str, str]) -> None:
    header = (*HEADER, *map(said.format, parts))
    rows = (("1", "Слёт", "май", "УМЦ", "да", None), ("2", "Сбор", "июнь", "УМЦ", "да", "нет"))
    first, last = parts
    assert [line.status for line in read(header, *rows).lines] == [
        f"{first}: да",
        f"{first}: да; {last}: нет",
    ]


def test_the_day_of_what_has_a_deadline_is_the_mark_of_it() -> None:
    header = ("№", "Обращение", "Срок ответа", "Исполнитель", "Дата ответа", "Дата приёма")
    (line,) = lines(header, ("1", "О дороге", "11.02.2026", "УМЦ", "09.02.2026", "12.01.2026"))
    assert (line.deadline, line.status) == ("11.02.2026", "09.02.2026")


def test_a_sheet_without_a_table_is_no_plan() -> None:
    with pytest.raises(NoPlanTable, match="«План» нет строки с заголовками"):
        read(("Список телефонов",), ("Отдел", "Телефон"))


def test_an_empty_sheet_is_no_plan() -> None:
    with pytest.raises(NoPlanTable):
        read_table(Grid(title="Лист1", rows=()), RULES)


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
    (remark,) = read(HEADER, (None, "Кадры", None, None), MEASURE).remarks
    assert (remark.row, remark.doubt.code, remark.doubt.quote) == (2, "section-assumed", "Кадры")


def test_a_measure_without_deadline_and_parties_is_still_a_measure() -> None:
    assert [line.measure for line in lines(HEADER, ("7", "Обновить сайт", None, None))] == [
        "Обновить сайт"
    ]


def test_a_second_column_of_parties_follows_the_first() -> None:
    header = ("Мероприятие", "Срок", "Исполнитель", "Соисполнители")
    (line,) = lines(header, ("Обучение", "май", "Отдел кадров", "УМЦ"))
    assert line.responsible == "Отдел кадров;\nУМЦ"


@pytest.mark.parametrize(
    ("value", "said"), [(15.02, "15.02"), (10.1, "10.1 (10.10?)"), ("10.1", "10.1")]
)
def test_a_number_that_lost_its_last_zero_is_no_date(value: CellValue, said: str) -> None:
    found = read(HEADER, ("1", "Слёт", value, "УМЦ"))
    assert found.lines[0].deadline == said
    told = {one.doubt.code: one.doubt.quote for one in found.remarks}
    assert told == ({"deadline-decimal": "10.1"} if "?" in said else {})


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


@pytest.mark.parametrize(
    ("mark", "day", "expected"),
    [
        ("проведено", date(2021, 5, 14), "проведено 14.05.2021"),
        ("", "14.05.2021", "14.05.2021"),
        ("проведено 13.05", date(2021, 5, 14), "проведено 13.05"),
        ("проведено", "в срок", "проведено"),
        ("в работе", None, "в работе"),
    ],
)
def test_the_day_of_doing_may_have_a_column_of_its_own(
    mark: str, day: CellValue, expected: str
) -> None:
    (line,) = lines((*HEADER, "Дата (факт)", "Статус"), ("1", "Сбор", "май", "УМЦ", day, mark))
    assert line.status == expected


def test_rows_shorter_than_the_header_are_padded() -> None:
    assert lines(HEADER, ("1", "Провести"))[0].responsible == ""


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("**П Л А Н**", "мероприятий на год"), "План мероприятий на год"),
        (("Приложение к приказу", "План работы"), "План работы"),
        (("Дорожная карта",), "Дорожная карта"),
        (("ЖСК «Заря»", "Годовой план", "на 2026 год"), "Годовой план на 2026 год"),
        (
            ("Школа № 3", "Годовой план на 2026-2027 год"),
            "Школа № 3. Годовой план на 2026-2027 год",
        ),
        (
            ("План работы", "по реализации", "плана района"),
            "План работы по реализации плана района",
        ),
        (("План на 2026 год", "Plan of work"), "План на 2026 год / Plan of work"),
        ((), ""),
    ],
)
def test_the_title_stands_above_the_header(above: tuple[str, ...], title: str) -> None:
    assert read(*((line,) for line in above), HEADER, MEASURE).title == title


def test_a_numbered_heading_across_the_table_is_no_measure() -> None:
    rows = (HEADER[1:], MEASURE[1:], ("2. Кадры", None, None), ("Слёт", "май", "УМЦ"))
    across = Area(top=3, left=1, bottom=3, right=3)
    table = read_table(Grid(title="План", rows=rows, merges=(across,)), RULES)
    assert [line.section for line in table.lines] == ["", "2. Кадры"]


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_have_the_letters_of_the_sheet(index: int, letter: str) -> None:
    assert column_letter(index) == letter


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (("№", "Мероприятие", "Ответственные"), "«Срок».*: срок, сроки"),
        (("No.", "Measure", "Responsible", "Budget (£)"), "«Deadline».*: deadline, "),
    ],
)
def test_what_is_missing_is_named_in_the_words_of_the_sheet(
    header: tuple[str, ...], words: str
) -> None:
    with pytest.raises(ColumnMissing, match=words):
        read(header, ("1", "Слёт", "УМЦ"))


def test_a_column_of_deadlines_that_no_header_names_is_taken_and_told() -> None:
    rows = [(str(n), f"Семинар {n}", when, "УМЦ") for n, when in enumerate(("май", "июнь", "июль"))]
    header = ("№", "Мероприятие", "К чему готовимся", "Ответственные")
    table = read(header, *rows)
    assert [line.deadline for line in table.lines] == ["май", "июнь", "июль"]
    assert table.header.likely == {"deadline": "К чему готовимся"}
    with pytest.raises(ColumnMissing) as missing:
        read(header, *((number, text, "актив", who) for number, text, _, who in rows))
    assert "похож" not in str(missing.value)


@pytest.mark.parametrize(
    "header",
    [
        ("№", "Мероприятие", "Срок", "Для кого"),
        ("№", "Мероприятие", "Отметка", "Ответственные"),
    ],
)
def test_what_a_header_says_of_its_column_is_not_overruled_by_cells(
    header: tuple[str, ...],
) -> None:
    rows = [(str(n), f"Семинар {n}", "май", "Отдел кадров") for n in range(1, 5)]
    with pytest.raises(ColumnMissing):
        read(header, *rows)


def test_ditto_signs_are_nobody_of_their_own() -> None:
    parties = ("Mrs Patel", "ditto", "Mr Brook", '"', "Finance Committee")
    rows = [(n, f"Visit {n}", "May", party) for n, party in enumerate(parties, start=1)]
    with pytest.raises(ColumnMissing) as missing:
        read(("Item", "Focus", "When", "Governor"), *rows)
    assert missing.value.likely == {"responsible": "Governor"}


@pytest.mark.parametrize(
    ("ends", "proposed"),
    [
        (("июнь", "июль", "август"), "Рубеж"),  # nowhere before the other, so it is the end
        (("июнь", "март", "август"), "Отрезок"),
        (("май", "июнь", "июль"), "Отрезок"),
    ],
)
def test_of_two_columns_of_days_the_one_of_ends_is_proposed(
    ends: tuple[str, ...], proposed: str
) -> None:
    days = zip(("май", "июнь", "июль"), ends, strict=True)
    rows = [("1", "Семинар", first, last, "УМЦ") for first, last in days]
    with pytest.raises(ColumnMissing) as missing:
        read(("№", "Мероприятие", "Отрезок", "Рубеж", "Ответственные"), *rows)
    assert missing.value.likely == {"deadline": proposed}


def test_counts_of_people_below_quarters_are_no_deadlines() -> None:
    rows = [("Участок 1", "план", "Терапевт", 100, 120), ("Участок 2", "план", "Врач", 110, 99)]
    with pytest.raises(ColumnMissing, match="Мероприятие"):
        read(("Участок", "Показатель", "Ответственный", "I кв.", "II кв."), *rows)


def test_what_comes_again_within_a_period_is_told() -> None:
    header = ("Маршрут", "Июль", "Август", "Сентябрь", "Ответственный")
    rows = [
        header,
        ("Парк", 3, 7, 4, "Рощина"),
        ("Рынок", "еженедельно", "еженедельно", 18, "Рощина"),
        ("Стадион", *["еженедельно"] * 3, "Рощина"),
    ]
    found = read_table(Grid(title="План", rows=tuple(rows)), RULES)
    told = [(one.row, one.doubt.hint) for one in found.remarks if one.doubt.code == "period-words"]
    assert told == [(3, "июль"), (3, "август")]


def test_words_below_every_period_are_told_and_those_with_a_time_in_it_are_not() -> None:
    header = ("Мероприятие", "I квартал", "II квартал", "III квартал", "Ответственный")
    rows = [
        header,
        ("Обучение", *["по отдельному плану"] * 3, "УМЦ"),
        ("Сверка", "ежемесячно", None, "ежемесячно", "УМЦ"),
        ("Слёт", *["ежемесячно"] * 3, "УМЦ"),
        ("Сбор", "+", None, None, "УМЦ"),
    ]
    found = read_table(Grid(title="План", rows=tuple(rows)), RULES)
    told = [(one.row, one.doubt.hint) for one in found.remarks if one.doubt.code == "period-words"]
    assert told == [(2, "I квартал"), (2, "II квартал"), (2, "III квартал")]
    assert found.lines[1].deadline == "ежемесячно в I квартале, ежемесячно в III квартале"
