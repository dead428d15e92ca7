"""Every finding: the cell it is about, the words it quotes, the sentence that people read."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.languages import load_language
from sheetsync.model import (
    CellValue,
    Department,
    DepartmentKind,
    Doubt,
    Finding,
    PlanPeriod,
    Roster,
    Severity,
    Tell,
)
from sheetsync.morphology import morphology
from sheetsync.plan.checks import check
from sheetsync.plan.findings import CATALOGUE, finding, sentence_of, suggestion_of
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import read_table
from tests.builders import COLUMNS, grid

ENGLISH, RUSSIAN = load_language("en"), load_language("ru")

YEAR = PlanPeriod.of_year(2021)

RULES = load_column_rules(Path())
HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка", "Примечание")
ROSTER = Roster(
    departments=(
        Department(name="Отдел кадров", addresses=("hr@example.org",)),
        Department(name="Отдел снабжения"),
        Department(name="Учёный совет", kind=DepartmentKind.BODY),
        Department(name="Архив", tell=Tell.NONE),
    ),
    coordinator=Department(name="Координатор", addresses=("c@example.org",)),
)
WHO = "Отдел кадров"
Row = tuple[CellValue, ...]


def findings(*rows: Row, header: Row = HEADER) -> list[Finding]:
    """The findings of a plan of 2021 whose header stands in row 1, on 4 May."""
    table = read_table(grid(header, *rows), RULES)
    dictionary = Dictionary(period=YEAR, roster=ROSTER, morphology=morphology())
    measures, responsible = measures_of(table.lines, dictionary, today=date(2021, 5, 4))
    return list(check(table, measures, responsible, period=YEAR, rules=RULES))


def codes(*rows: Row, header: Row = HEADER) -> list[str]:
    return [found.code for found in findings(*rows, header=header)]


# The rows below the header, the code, the cell, the words of the sentence.
CASES: dict[str, tuple[tuple[Row, ...], str, str]] = {
    "measure-empty": ((("1", None, "май", WHO),), "B2", "не названо"),
    "measure-duplicate": (
        (("1", "Слёт", "май", WHO), ("2", "СЛЁТ", "Май", WHO)),
        "B3",
        "в строке 2",
    ),
    "section-assumed": (
        (("1", "Слёт", "май", WHO), (None, "Работа с кадрами", None, None)),
        "B3",
        "«Работа с кадрами»",
    ),
    "deadline-serial": ((("1", "Слёт", 44347, WHO),), "C2", "«44347» – число"),
    "number-empty": (((None, "Слёт", "май", WHO),), "A2", "нет номера"),
    "number-duplicate": (
        (("1", "Слёт", "май", WHO), ("1.", "Вебинар", "май", WHO)),
        "A3",
        "номер 1 уже стоит в строке 2",
    ),
    "number-gap": (
        (("1", "Слёт", "май", WHO), ("5", "Вебинар", "май", WHO)),
        "A3",
        "перед номером 5 нет номеров 2–4",
    ),
    "deadline-empty": ((("1", "Слёт", None, WHO),), "C2", "не указан"),
    "deadline-not-understood": ((("1", "Слёт", "когда-нибудь", WHO),), "C2", "«когда-нибудь»"),
    "deadline-impossible": ((("1", "Слёт", "до 31 июня", WHO),), "C2", "в июне 30 дней"),
    "deadline-ambiguous": (
        (("1", "Слёт", "до 1 марта за прошлый год", WHO),),
        "C2",
        "«до 1 марта 2020 г. включительно»",
    ),
    "milestone-outside": (
        (("1", "Слёт, сбор заявок (июнь)", "до 20 мая", WHO),),
        "C2",
        "сказано «сбор заявок (июнь)»",
    ),
    "milestone-earlier": (
        (("1", "Сводка по форме, присылаемой штабом (до 20 мая)", "до 20 июня", WHO),),
        "C2",
        "сказано «до 20 мая»",
    ),
    "deadline-remark": ((("1", "Слёт", "май (в парке)", WHO),), "C2", "не учтено: «в парке»"),
    "deadline-typo": ((("1", "Слёт", "сентебрь", WHO),), "C2", "«сентебрь» прочитано как"),
    "deadline-next-year": ((("1", "Слёт", "май, январь", WHO),), "C2", "«январь 2022 г.»"),
    "deadline-outside-year": ((("1", "Слёт", "май 2020", WHO),), "C2", "31 мая 2020 г."),
    "deadline-years-copied": (
        (
            ("1", "Слёт", "10.03.2020", WHO),
            ("2", "Смотр", "до 5 мая 2020 г.", WHO),
            ("3", "Отчёт", "декабрь 2019", WHO),
        ),
        "C1",
        "1 срок 2019 года (строка 4), 2 срока 2020 года (строки 2, 3)",
    ),
    "deadline-waits": ((("1", "Слёт", "по запросу обкома", WHO),), "C2", "«по запросу обкома»"),
    "responsible-empty": ((("1", "Слёт", "май", None),), "D2", "не указаны"),
    "responsible-unknown": ((("1", "Слёт", "май", f"{WHO}, Гараж"),), "D2", "«Гараж» нет в списке"),
    "responsible-similar": (
        (("1", "Слёт", "май", "Отдел снабжнения"),),
        "D2",
        "«Отдел снабжнения» похоже на «Отдел снабжения»",
    ),
    "no-lead": ((("1", "Слёт", "май", "Учёный совет"),), "D2", "некому напоминать"),
    "lead-not-told": ((("1", "Слёт", "май", "Архив"),), "D2", "«Архив»"),
    "no-address": ((("1", "Слёт", "май", "Отдел снабжения"),), "D2", "«Отдел снабжения»"),
    "done-before-start": (
        (("1", "Слёт", "апрель", WHO, "выполнено 25.02"),),
        "E2",
        "1 апреля 2021 г., срок «апрель»",
    ),
    "done-all-year": ((("1", "Учёба", "в течение года", WHO, "Выполнено"),), "E2", "«Выполнено»"),
    "merged-nowhere": (
        (("1", "Слёт", "май", WHO, "объединено с п. 7"),),
        "E2",
        "пункта 7 в плане нет",
    ),
    "merged-unnamed": (
        (("1", "Слёт", "май", WHO, "совмещено с днём музыки"),),
        "E2",
        "«совмещено с днём музыки»",
    ),
    "progress-unclear": ((("1", "Слёт", "май", WHO, "абырвалг"),), "E2", "«абырвалг»"),
    "progress-no-effect": (
        (("1", "Слёт", "март, июнь", WHO, "апрель – да"),),
        "E2",
        "непонятно, к какому сроку пункта относится «апрель»",
    ),
    "progress-proof": (
        (("1", "Слёт", "май", WHO, "приказ № 3 от 03.05.2021"),),
        "E2",
        "«приказ № 3 от 03.05.2021» – документ",
    ),
    "progress-preparation": (
        (("1", "Слёт", "май", WHO, "Подготовлен зал"),),
        "E2",
        "«Подготовлен зал» может быть лишь шагом",
    ),
    "mark-in-note": (
        (("1", "Слёт", "май", WHO, None, "выполнено 15.05"),),
        "F2",
        "«выполнено 15.05» похоже на отметку",
    ),
    "mark-in-deadline": (
        (("1", "Слёт", "проведён 24.04", WHO),),
        "C2",
        "«проведён 24.04» похоже на отметку",
    ),
    "mark-in-responsible": (
        (("1", "Слёт", "май", f"{WHO} выполнено", None),),
        "D2",
        "«выполнено» похоже на отметку, но стоит среди ответственных",
    ),
    "responsible-deadline": (
        (("1", "Слёт", "май", f"{WHO}, до 15 мая", None),),
        "D2",
        "«до 15 мая»",
    ),
    "progress-question": ((("1", "Слёт", "май", WHO, "выполнено?"),), "E2", "«выполнено?»"),
    "progress-impossible-date": (
        (("1", "Слёт", "май", WHO, "проведён 31 апреля"),),
        "E2",
        "30 дней",
    ),
    "progress-future-fact": (
        (("1", "Слёт", "май", WHO, "проведён 20.05.2021"),),
        "E2",
        "ещё не наступил",
    ),
    "progress-postponed-without-date": (
        (("1", "Слёт", "май", WHO, "перенесено"),),
        "E2",
        "«перенесено»",
    ),
    "progress-handover": (
        (("1", "Слёт", "май", WHO, "передано в отдел снабжения"),),
        "E2",
        "«передано в отдел снабжения»",
    ),
    "progress-partial": (
        (("1", "Слёт", "май", WHO, "выполнено, кроме двух районов"),),
        "E2",
        "кроме двух районов",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_each_finding_names_its_cell_and_quotes_the_words(code: str) -> None:
    rows, cell, words = CASES[code]
    (found,) = [found for found in findings(*rows) if found.code == code]
    assert f"{found.column}{found.row}" == cell
    assert words in sentence_of(found, RUSSIAN)


def test_no_code_is_left_out() -> None:
    """Doubts about rows, tabs and columns of ours are told where these are read."""
    elsewhere = {
        *("cell-error", "formula-uncalculated", "plan-other-year", "plan-other-period"),
        *("identity-doubt", "tab-taken", "tab-contradicts", "lookup-blocked", "lookup-replaced"),
        *("lookup-astray", "lookup-gone"),
        *("tab-protected", "tab-typed", "responsible-helps"),
        *("tab-no-plan", "tab-unread", "tab-other-year", "responsible-of-tab"),
        *("column-required", "cell-required", "cell-repeated", "value-unknown"),
        *("row-struck", "words-struck", "row-aside", "status-assumed", "status-unfound"),
        "status-blank",
        *("deadline-begins", "deadline-units", "deadline-other", "period-words"),
        *("deadline-end-assumed", "deadline-new", "deadline-new-unclear", "deadline-moved"),
        *("deadline-begun-later", "deadline-decimal", "deadline-ditto", "deadline-other-month"),
        *("measure-assumed", "deadline-assumed", "responsible-assumed", "responsible-nowhere"),
        *("deadline-likely", "responsible-likely"),
        *("measures-beside", "measure-other", "responsible-other", "column-days", "column-parties"),
        *("column-other-year", "marks-lost", "rows-above", "row-unread", "tabs-beside"),
        "rows-merged",
        *("heading-dated", "row-header"),
        *("table-unread", "heading-marked", "ditto-dash", "period-number", "period-contradicted"),
        *("deadline-several", "column-measures", "column-headless", "deadline-of-section"),
        *(
            "rows-of-facts",
            "period-days",
            "period-amounts",
            "places-in-column",
            "responsible-or-place",
        ),
        *("responsible-one-person", "responsible-after-sign", "responsible-watches"),
        *("responsible-hands-over",),
    }
    of_other_periods = {"deadline-outside-period", "deadline-which-year"}
    assert set(CATALOGUE) - elsewhere - of_other_periods == set(CASES)


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_sentence_is_whole(code: str) -> None:
    doubt = Doubt(code=code, quote="май {0}", hint="в мае 31 день")
    found = finding(doubt, row=4, number="1", columns=COLUMNS)
    for words in (sentence_of(found, RUSSIAN), suggestion_of(found, RUSSIAN)):
        assert words.endswith(".")
        assert not words.endswith("..")
        assert "{" not in words.replace("май {0}", "")
        assert "!" not in words


@pytest.mark.parametrize("code", CATALOGUE)
def test_nobody_is_sent_to_himself(code: str) -> None:
    """The coordinator is told what to do, not whom to ask."""
    doubt = Doubt(code=code, quote="май {0}", hint="в мае 31 день")
    found = finding(doubt, row=4, number="1", columns=COLUMNS)
    for language, asked in ((RUSSIAN, "координатор"), (ENGLISH, "coordinator")):
        own = suggestion_of(found, language, coordinator=True)
        assert own.endswith(".")
        assert asked not in own
        assert (own != suggestion_of(found, language)) is (asked in suggestion_of(found, language))


@pytest.mark.parametrize("code", [c for c, text in CATALOGUE.items() if text.field != "status"])
def test_no_column_is_named_that_is_not_there(code: str) -> None:
    """Where marks have no column, a remark on another cell says what can be done instead."""
    without = {name: at for name, at in COLUMNS.letters.items() if name != "status"}
    doubt = Doubt(code=code, quote="май", hint="в мае 31 день")
    found = finding(doubt, row=4, number="1", columns=replace(COLUMNS, letters=without))
    said = suggestion_of(found, RUSSIAN)
    assert not re.search(r"в столбец отметок|впишите отметку|в отметку о выполнении", said)


def test_what_waits_is_dated_in_its_own_cell_where_there_is_no_mark() -> None:
    (found,) = findings(("1", "Слёт", "по запросу обкома", WHO), header=HEADER[:4])
    assert (
        suggestion_of(found, RUSSIAN) == "Когда дата станет известна, впишите её вместо этих слов."
    )


@pytest.mark.parametrize(
    ("deadline", "status"),
    [
        ("22.05", "сдан 01.05"),
        ("22 мая", "сдан 01.05"),
        (date(2021, 5, 31), "выполнено 03.05.2021"),
        ("22.05, 22.09", "сдано 01.05"),
    ],
)
def test_what_is_done_before_a_single_day_is_early(deadline: object, status: str) -> None:
    assert codes(("1", "Отчёт", deadline, WHO, status)) == []


@pytest.mark.parametrize(
    ("deadline", "status", "suggestion"),
    [
        ("март, июнь", "отчёт сдан – май", "«март – выполнено»; сроки пункта: «март», «июнь»."),
        ("ежеквартально", "1 кв – № 1, 2 кв – № 2", "«I квартал – выполнено»"),
        ("март", "приказ № 3 от 03.05.2021", "«выполнено 03.05.2021, приказ № 3"),
    ],
)
def test_words_without_effect_are_told_what_would_count(
    deadline: str, status: str, suggestion: str
) -> None:
    (found,) = [f for f in findings(("1", "Отчёт", deadline, WHO, status)) if f.column == "E"]
    assert suggestion in suggestion_of(found, RUSSIAN)


@pytest.mark.parametrize(
    ("note", "told"),
    [("18.05 проведён", True), ("5 мая состоялся", True), ("+", True), ("18.05", False)],
)
def test_a_mark_in_the_note_is_told_wherever_its_day_stands(note: str, told: bool) -> None:
    assert codes(("1", "Слёт", "май", WHO, None, note)) == (["mark-in-note"] if told else [])


@pytest.mark.parametrize("deadline", [None, "когда-нибудь потом"])
def test_nobody_is_asked_when_a_cancelled_measure_was_due(deadline: CellValue) -> None:
    assert not codes(("1", "Слёт", deadline, WHO, "исключено из плана"))


def test_a_plan_in_good_order_has_no_findings() -> None:
    assert codes(("1", "Слёт", "май", WHO, "проведён 03.05"), ("2", "Вебинар", "июнь", WHO)) == []


def test_findings_come_worst_first_then_in_the_sheets_order() -> None:
    found = findings(
        ("1", "Слёт", "по запросу обкома", WHO),
        (None, "Вебинар", "май", WHO),
        ("2", "Семинар", None, WHO),
        ("3", None, "май", WHO),
    )
    assert [(f.severity, f.row) for f in found] == [
        (Severity.ERROR, 4),
        (Severity.ERROR, 5),
        (Severity.WARNING, 3),
        (Severity.NOTE, 2),
    ]


def test_a_plan_without_a_column_of_numbers_lacks_none() -> None:
    assert codes(("Слёт", "май", WHO), ("Вебинар", "май", WHO), header=HEADER[1:4]) == []


SECTION_1, SECTION_2 = ("I. Кадры", None, None, None), ("II. Сайт", None, None, None)


def test_sections_may_count_their_measures_anew() -> None:
    one, two = ("1", "Слёт", "май", WHO), ("2", "Вебинар", "май", WHO)
    other, last = ("1", "Семинар", "май", WHO), ("3", "Отчёт", "май", WHO)
    found = findings(SECTION_1, one, two, SECTION_2, other, last)
    assert [(f.code, f.row) for f in found] == [("number-gap", 7)]


def test_a_number_counted_through_all_sections_may_stand_once() -> None:
    one, two = ("1", "Слёт", "май", WHO), ("2", "Вебинар", "май", WHO)
    assert codes(SECTION_1, one, two, SECTION_2, ("2", "Семинар", "май", WHO)) == [
        "number-duplicate"
    ]


@pytest.mark.parametrize("number", ["٣", "²", "1е5", "9" * 40, "1.1.1", "7а", "=1+1"])
def test_strange_numbers_are_no_gaps(number: str) -> None:
    assert codes((number, "Слёт", "май", WHO)) in ([], ["number-gap"])


def test_gaps_are_counted_level_by_level() -> None:
    rows = [(n, f"Слёт {n}", "май", WHO) for n in ("1.1", "1.2", "2.1", "2.3")]
    (found,) = findings(*rows)
    assert sentence_of(found, RUSSIAN) == "перед номером 2.3 нет номера 2.2."


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("в течение 2020 года", True),
        ("март, октябрь 2020 года", True),
        ("до 1 марта 2012 года, до 1 марта 2021 года", True),
        ("декабрь 2021 г. – январь 2022 г.", True),
        ("в течение 2021 года", False),
        ("ежемесячно", False),
        ("март", False),
    ],
)
def test_a_slip_of_the_year_is_told(when: str, found: bool) -> None:
    assert ("deadline-outside-year" in codes(("1", "Слёт", when, WHO))) is found


@pytest.mark.parametrize(
    ("deadlines", "told"),
    [
        (("10.03.2020", "май"), False),  # one alone may be carried over
        (("10.03.2020", "20.04.2020"), True),
        (("10.03.2022", "20.04.2022"), False),  # next year's were not left from a copy
        (("март", "апрель"), False),
    ],
)
def test_years_that_a_copy_has_kept_are_told_in_one_sentence(
    deadlines: tuple[str, ...], *, told: bool
) -> None:
    rows = [(str(n), f"Слёт {n}", when, WHO) for n, when in enumerate(deadlines, start=1)]
    found = codes(*rows)
    assert ("deadline-years-copied" in found) is told
    assert found.count("deadline-outside-year") == sum("20" in when[-4:] for when in deadlines)


def test_a_doubt_about_a_milestone_stands_where_its_words_do() -> None:
    text = "Слёты: Северный район (31 апреля), Южный район (май)"
    (found,) = findings(("1", text, "в течение года", WHO))
    assert (found.code, found.column) == ("deadline-impossible", "B")


def test_a_finding_does_not_repeat_a_whole_page() -> None:
    (found,) = [f for f in findings(("1", "Слёт", "ж" * 30_000, WHO)) if f.column == "C"]
    assert len(sentence_of(found, RUSSIAN)) < 300


def test_a_cell_of_several_lines_is_quoted_on_one() -> None:
    said = [
        sentence_of(one, RUSSIAN) for one in findings(("1", "Сбор", "по\nрешению", "Отдел\nснов"))
    ]
    assert any("«Отдел снов»" in one for one in said)
    assert not any("\n" in one for one in said)


def test_a_name_that_stands_twice_in_a_cell_is_asked_about_once() -> None:
    assert codes(("1", "Слёт", "май", f"{WHO}, Гараж, Гараж")) == ["responsible-unknown"]


def test_who_helps_is_asked_about_in_the_column_of_helpers() -> None:
    header = ("№", "Мероприятие", "Срок", "Ответственный", "Соисполнители")
    found = findings(("1", "Слёт", "май", WHO, "прочие службы"), header=header)
    (unknown,) = [one for one in found if one.code == "responsible-unknown"]
    assert (unknown.column, unknown.header) == ("E", "Соисполнители")


def test_of_a_deadline_in_several_columns_the_one_that_says_so_is_named() -> None:
    quarters = ("I квартал", "II квартал", "III квартал", "IV квартал")
    header = ("№", "Мероприятие", *quarters, "Ответственные")
    (found,) = findings(("1", "Слёт", None, None, "01.08.2020", None, WHO), header=header)
    assert (found.code, found.column, found.header) == ("deadline-outside-year", "E", "III квартал")
