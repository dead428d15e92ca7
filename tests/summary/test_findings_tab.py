"""The tab «Проверка»: a line a finding, with the place and what to do."""

from dataclasses import replace
from datetime import date

from sheetsync.model import Doubt, Finding
from sheetsync.plan.findings import finding
from sheetsync.summary.findings import findings_tab
from tests.builders import COLUMNS, measure, plan


def impossible() -> Finding:
    doubt = Doubt(code="deadline-impossible", quote="до 31 апреля", hint="в апреле 30 дней")
    return finding(doubt, row=14, number="7", columns=COLUMNS)


def test_a_plan_in_good_order_says_so() -> None:
    tab = findings_tab(plan(measure()), today=date(2021, 5, 4))
    assert tab.rows[0].cells[0].value == "Проверка плана: замечаний нет"


def test_a_finding_is_said_with_its_place_and_leads_there() -> None:
    tab = findings_tab(replace(plan(measure()), findings=(impossible(),)), today=date(2021, 5, 4))
    line = tab.rows[-1].cells
    assert [cell.value for cell in line] == [
        "ошибка",
        "п. 7",
        "C14 «Сроки»",
        "«до 31 апреля» – в апреле 30 дней.",
        "Исправьте дату.",
    ]
    assert line[2].target == "C14"
