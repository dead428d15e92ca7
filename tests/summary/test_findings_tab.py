"""The tab «Проверка»: a line a finding, with the place and what to do."""

from dataclasses import replace
from datetime import date

from sheetsync.languages import load_language
from sheetsync.model import Area, Doubt, Finding
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.findings import CATALOGUE, finding
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.findings import _KINDS, clarify, findings_tab
from sheetsync.summary.inputs import Inputs
from tests.builders import COLUMNS, inputs, measure, plan

RUSSIAN = load_language("ru")

WARNINGS = Warnings(workdays=Workdays("RU"))


def impossible() -> Finding:
    doubt = Doubt(code="deadline-impossible", quote="до 31 апреля", hint="в апреле 30 дней")
    return finding(doubt, row=14, number="7", columns=COLUMNS)


def of(*findings: Finding) -> Inputs:
    found = replace(plan(measure()), findings=findings)
    return inputs(build_agenda(found, today=date(2021, 5, 4), warnings=WARNINGS))


def test_a_plan_in_good_order_says_so() -> None:
    tab = findings_tab(of())
    assert tab.rows[0].cells[0].value == "Проверка плана: замечаний нет"


def test_a_finding_is_said_with_its_place_and_leads_there() -> None:
    line = findings_tab(of(impossible())).rows[-1].cells
    assert [cell.value for cell in line] == [
        "Ошибка в сроке",
        "ошибка",
        "п. 7",
        "C14 «Сроки»",
        "«до 31 апреля» – в апреле 30 дней.",
        "Исправьте дату.",
    ]
    assert line[3].target == "C14"


def test_findings_stand_under_their_kind_with_its_count_the_worst_first() -> None:
    waits = finding(
        Doubt(code="deadline-waits", quote="по запросу", hint="ФНПР"),
        row=9,
        number="3",
        columns=COLUMNS,
    )
    tab = findings_tab(of(waits, impossible(), waits))
    kinds = [row.cells[0].value for row in tab.rows[3:] if len(row.cells) == 1]
    assert kinds == ["Ошибка в сроке: 1", "Срок зависит от других: 2"]
    assert str(tab.rows[1].cells[0].value).endswith(
        "\nОшибка в сроке: 1; Срок зависит от других: 2"
    )


def test_all_findings_can_be_filtered_and_the_header_stays() -> None:
    tab = findings_tab(of(impossible()))
    assert tab.filtered == Area(top=3, left=1, bottom=len(tab.rows), right=6)
    assert tab.frozen_rows == 3


def test_staff_read_no_names_of_our_files() -> None:
    for text in CATALOGUE.values():
        said = RUSSIAN.gettext(text.sentence) + RUSSIAN.gettext(text.suggestion)
        assert ".toml" not in said


def test_in_the_summary_findings_that_say_the_same_stand_in_one_line() -> None:
    alike = (replace(impossible(), row=7 + n, number=str(n)) for n in range(1, 9))
    rows = list(clarify(of(*alike, replace(impossible(), row=40, number="", quote="весной"))))
    _, first, other = (row.cells for row in rows[2:])
    assert (first[0].target, first[0].value) == ("C8", "п. 1")
    assert str(first[1].value).endswith("в апреле 30 дней. То же: п. 2–8.")
    assert other[0].value == "C40"


def test_what_is_said_of_a_column_is_no_mistake_in_a_deadline() -> None:
    doubts = [Doubt(code=code, quote="Срок") for code in ("deadline-assumed", "deadline-remark")]
    found = [finding(doubt, row=0, number="", columns=COLUMNS) for doubt in doubts]
    kinds = [row.cells[0].value for row in findings_tab(of(*found)).rows]
    assert {"Столбцы плана: 1", "Слова рядом со сроком: 1"} <= set(kinds)


def test_each_code_has_a_kind_and_each_kind_a_code() -> None:
    begins = {code: next(filter(code.startswith, _KINDS), "") for code in CATALOGUE}
    lacking = [code for code, begin in begins.items() if not begin]
    assert not lacking, f"Say in `_KINDS` of summary/findings.py what these are: {lacking}"
    assert {*begins.values()} == {*_KINDS}
