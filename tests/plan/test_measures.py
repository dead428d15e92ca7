"""A table to measures: every cell of a row understood beside the others."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.model import (
    CellValue,
    DeadlineKind,
    Department,
    DepartmentKind,
    Meaning,
    Measure,
    PlanPeriod,
    Roster,
    Wordings,
)
from sheetsync.morphology import morphology
from sheetsync.plan.leads import Responsibility
from sheetsync.plan.measures import Dictionary, line_reader, measures_of
from sheetsync.plan.table import read_table
from tests.builders import grid
from tests.plan import rows

RULES = load_column_rules(Path())
HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка")
CADRES = Department(name="Отдел кадров", addresses=("hr@example.org",))
CENTRE = Department(name="УМЦ", addresses=("umc@example.org",))
BOARD = Department(name="Комиссия по кадрам", kind=DepartmentKind.BODY, via="Отдел кадров")
ROSTER = Roster(departments=(CADRES, CENTRE, BOARD))
Row = tuple[CellValue, ...]


def measures_in(
    *rows: Row, header: Row = HEADER
) -> tuple[tuple[Measure, ...], dict[str, Responsibility]]:
    table = read_table(grid(header, *rows), RULES)
    dictionary = Dictionary(period=PlanPeriod.of_year(2021), roster=ROSTER, morphology=morphology())
    return measures_of(table.lines, dictionary, today=date(2021, 5, 4))


def one(*row: CellValue, header: Row = HEADER) -> Measure:
    ((measure,), _) = measures_in(row, header=header)
    return measure


def test_all_cells_of_a_row_are_understood() -> None:
    found = one("7.", "Слёт", "апрель", "УМЦ, отдел кадров", "проведён 20.04")
    assert (found.row, found.number, found.text) == (2, "7", "Слёт")
    assert found.deadline.kind is DeadlineKind.MONTH
    assert (found.assignment.lead, found.assignment.helpers) == (CENTRE, (CADRES,))
    assert (found.progress.meaning, found.progress.on) == (Meaning.DONE, date(2021, 4, 20))


@pytest.mark.parametrize(
    ("when", "who", "own"),
    [
        ("по плану УМЦ", "УМЦ", True),
        ("по плану УМЦ", "Отдел кадров, УМЦ", True),
        ("по плану УМЦ", "Отдел кадров", False),
        ("по плану министерства", "УМЦ", False),
        ("апрель", "УМЦ", False),
    ],
)
def test_a_plan_of_ones_own_is_no_wait_for_others(when: str, who: str, own: bool) -> None:
    assert one("1", "Слёт", when, who).own_pace is own


def test_the_day_to_come_is_no_fact_yet() -> None:
    assert (
        one("1", "Слёт", "май", "УМЦ", "проведён 20.05.2021").progress.meaning is not Meaning.DONE
    )


def test_the_same_status_is_read_beside_its_own_deadline() -> None:
    (dated, all_year), _ = measures_in(
        ("1", "Обучение", "апрель", "УМЦ", "обучено 15.04"),
        ("2", "Учёба", "в течение года", "УМЦ", "обучено 15.04"),
    )
    assert (dated.progress.meaning, all_year.progress.meaning) == (Meaning.DONE, Meaning.WORD)


def test_helpers_of_a_second_column_follow_the_lead() -> None:
    header = ("Мероприятие", "Срок", "Исполнитель", "Соисполнители")
    found = one("Слёт", "май", "Отдел кадров", "УМЦ", header=header)
    assert (found.assignment.lead, found.assignment.helpers) == (CADRES, (CENTRE,))


def test_a_post_in_a_second_column_is_nobodys_in_the_first() -> None:
    header = ("Мероприятие", "Срок", "Ответственный", "Соисполнители")
    found = one("Слёт", "май", "Лось Н.Н.", "Староста", header=header)
    assert [party.name for party in found.responsibles.parties] == ["Лось Н.Н.", "Староста"]


def test_a_body_is_reached_through_its_department() -> None:
    found = one("1", "Слёт", "май", "Комиссия по кадрам").assignment
    assert (found.lead, found.through) == (CADRES, "Комиссия по кадрам")


def test_dates_inside_the_measure_are_milestones() -> None:
    text = "Слёты: Северный район (март), Южный район (октябрь)"
    found = one("1", text, "в течение года", "УМЦ").milestones
    assert [m.deadline.due for m in found] == [date(2021, 3, 31), date(2021, 10, 31)]


def test_phrases_that_repeat_are_understood_once() -> None:
    row = ("1", "Слёт", "апрель", "УМЦ", "в работе")
    (first, second), responsible = measures_in(row, row)
    assert first.deadline is second.deadline
    assert first.progress is second.progress
    assert first.responsibles is second.responsibles
    assert list(responsible) == ["УМЦ"]


def test_a_name_out_of_the_roster_is_a_doubt_with_the_nearest_names() -> None:
    _, responsible = measures_in(("1", "Слёт", "май", "УМЦ, Отдел надзора"))
    (doubt,) = responsible["УМЦ, Отдел надзора"].doubts
    assert (doubt.code, doubt.quote) == ("responsible-unknown", "Отдел надзора")


def test_empty_cells_are_understood_as_nothing() -> None:
    found = one("1", "Слёт", None, None)
    assert found.deadline.kind is DeadlineKind.UNREADABLE
    assert found.assignment.lead is None
    assert found.progress.meaning is Meaning.BLANK


def test_words_that_were_settled_are_read_as_settled() -> None:
    table = read_table(grid(HEADER, ("1", "Слёт", "По-соседски", "УМЦ", "у Ани")), RULES)
    settled = Wordings(
        deadlines=(("по-соседски", "до 4 мая"),), statuses=(("у ани", "выполнено 20.04"),)
    )
    dictionary = Dictionary(
        period=PlanPeriod.of_year(2021), roster=ROSTER, morphology=morphology(), wordings=settled
    )
    ((measure,), _) = measures_of(table.lines, dictionary, today=date(2021, 5, 4))
    assert measure.deadline.due == date(2021, 5, 4)
    assert (measure.progress.text, measure.progress.on) == ("у Ани", date(2021, 4, 20))


YEARS = PlanPeriod(date(2024, 1, 1), date(2026, 12, 31))
MEASURES = ("Школа (март), форум (октябрь)", "Выставка", "Сдать отчёт (июль) в архив")
DEADLINES = ("в течение года", "май", "до 1 октября", "ежеквартально", "")
STATUSES = ("", "школа проведена 12.03", "сделано", "отчёт за 1 кв. сдан", "перенос на июнь")


@pytest.mark.parametrize("period", [PlanPeriod.of_year(2025), YEARS])
def test_a_remembered_row_means_what_it_does_in_todays_plan(period: PlanPeriod) -> None:
    said = product(MEASURES, DEADLINES, STATUSES, ("", "2025 год", "Обучение"))
    lines = rows.placed(
        rows.line(measure=measure, deadline=deadline, status=status)._replace(section=section)
        for measure, deadline, status, section in said
    )
    dictionary = Dictionary(period=period, roster=ROSTER, morphology=morphology())
    measures, _ = measures_of(lines, dictionary, today=date(2025, 11, 4))
    remembered = line_reader(dictionary, date(2025, 11, 4))
    assert [remembered.progress(line) for line in lines] == [each.progress for each in measures]
    assert [remembered.deadline_and_milestones(line) for line in lines] == [
        (each.deadline, each.milestones) for each in measures
    ]


def test_a_remembered_mark_is_of_the_year_that_its_section_names() -> None:
    line = rows.line(
        measure="Школа (март), форум (октябрь)",
        deadline="в течение года",
        status="школа проведена 12.03",
    )._replace(section="2025 год")
    dictionary = Dictionary(period=YEARS, roster=ROSTER, morphology=morphology())
    found = line_reader(dictionary, date(2025, 11, 4)).progress(line)
    assert [(part.label, part.on) for part in found.parts] == [("Школа", date(2025, 3, 12))]


@pytest.mark.parametrize(
    ("mark", "times"),
    [("в работе", 1), ("выполнено 12.04", 1), ("перенесено на июнь", 1), ("сценарий написан", 8)],
)
def test_a_mark_that_hangs_on_no_words_is_read_once_for_all_measures(mark: str, times: int) -> None:
    dictionary = Dictionary(period=PlanPeriod.of_year(2021), roster=ROSTER, morphology=morphology())
    reader = line_reader(dictionary, date(2021, 5, 4))
    alike = [rows.line(str(n), f"Рассмотреть вопрос № {n}", status=mark) for n in range(1, 9)]
    assert len({reader.said(row) for row in alike}) == times
