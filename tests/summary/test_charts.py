"""The numbers behind the charts of «Сводка»."""

from datetime import date

import pytest

from sheetsync.model import DeadlineKind, Department, Meaning, Measure
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.charts import Charts, charts
from sheetsync.summary.layout import COLUMNS
from tests.builders import YEAR_ROUND, deadline, inputs, measure, month, plan, progress

TODAY = date(2021, 5, 4)
MAY = deadline(DeadlineKind.MONTH, month(5))


def drawn(*measures: Measure, words: dict[int, date] | None = None) -> Charts:
    warnings = Warnings(workdays=Workdays("RU"))
    agenda = build_agenda(plan(*measures), today=TODAY, warnings=warnings)
    return charts(inputs(agenda, word_days=words or {}), top=40)


def numbers(found: Charts, key: str) -> list[list[object]]:
    """The rows of a chart's data: its category and its series, by the places it names."""
    (chart,) = [chart for chart in found.charts if chart.key == key]
    columns = [column - COLUMNS - 1 for column in (chart.data.left, *chart.columns)]
    rows = found.rows[chart.data.top - 40 : chart.data.bottom - 39]
    return [[row.cells[1:][column].value for column in columns] for row in rows]


def test_months_count_items_by_their_last_day_and_state() -> None:
    done = measure("2", done=progress(Meaning.DONE, date(2021, 4, 20)))
    found = numbers(drawn(measure("1"), done, measure("3", when=MAY)), "months")
    assert found[0] == ["Месяц", "выполнено", "просрочено", "впереди"]
    assert found[4:6] == [["апр", 1, 1, 0], ["май", 0, 0, 1]]
    assert len(found) == 13


def test_all_year_work_has_no_month() -> None:
    assert drawn(measure(when=YEAR_ROUND)).charts == ()


def test_the_course_of_the_year_ends_at_the_present_month() -> None:
    done = measure("2", done=progress(Meaning.DONE, date(2021, 4, 20)))
    found = numbers(drawn(measure("1"), done, measure("3", when=MAY)), "course")
    assert found[3:7] == [["мар", 0, 0], ["апр", 2, 1], ["май", 3, 1], ["июн", 3, None]]


def test_what_has_no_day_is_done_when_its_mark_was_first_seen() -> None:
    done = measure("2", done=progress(Meaning.DONE))
    found = numbers(drawn(done, words={done.row: date(2021, 3, 9)}), "course")
    assert found[2:4] == [["фев", 0, 0], ["мар", 0, 1]]


def test_eight_leads_are_shown_the_latest_first() -> None:
    leads = [Department(name=f"Отдел {n}") for n in range(10)]
    measures = [measure(str(n + 1), lead=lead) for n, lead in enumerate(leads)]
    found = numbers(drawn(*measures, measure("11", lead=leads[9])), "leads")
    assert len(found) == 9
    assert found[1] == ["Отдел 9", 2]


@pytest.mark.parametrize(("count", "step"), [(1, 1), (6, 1), (7, 2), (100, 20)])
def test_lines_of_a_chart_stand_at_whole_numbers(count: int, step: int) -> None:
    found = drawn(*(measure(str(n)) for n in range(1, count + 1)))
    assert {chart.key: chart.step for chart in found.charts}["months"] == step


def test_an_empty_chart_is_left_out() -> None:
    assert [chart.key for chart in drawn(measure(when=MAY)).charts] == ["months", "course"]


def test_charts_fill_the_page_and_their_numbers_are_hidden() -> None:
    found = drawn(measure())
    assert {chart.place.right for chart in found.charts} == {5, 9, COLUMNS}
    assert set(found.widths) == {0.0}
    assert {row.cells[0].span for row in found.rows[1:]} == {COLUMNS}


def test_a_legend_names_only_what_is_drawn() -> None:
    found = drawn(measure(when=deadline(DeadlineKind.MONTH, month(9))))
    months = next(chart for chart in found.charts if chart.key == "months")
    assert [len(months.colors), len(months.columns)] == [1, 1]
    assert found.numbers[0][:2] == ("Месяц", "впереди")
