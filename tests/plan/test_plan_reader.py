"""A remembered row means what it would mean today."""

from datetime import date

import pytest

from sheetsync.model import Line, PlanPeriod, Roster
from sheetsync.morphology import morphology
from sheetsync.plan.measures import measures_of
from sheetsync.plan.plan_reader import Dictionary, plan_reader

TODAY = date(2027, 4, 1)
YEARS = Dictionary(
    period=PlanPeriod(date(2026, 1, 1), date(2027, 12, 31)),
    roster=Roster(departments=()),
    morphology=morphology(),
)


@pytest.mark.parametrize(
    ("measure", "deadline", "status"),
    [
        ("Провести слёт (март)", "в течение года", "проведён в марте"),
        ("Провести слёт", "март, октябрь", "выполнено в марте"),
        ("Провести слёт", "апрель", "запланировано на 20 апреля"),
        ("Провести слёт (15 августа 2026)", "май", "приказ подготовлен"),
    ],
)
def test_a_row_below_a_year_is_read_in_that_year(measure: str, deadline: str, status: str) -> None:
    row = Line(4, "1", measure, deadline, "УМЦ", status, "", "2027 год")
    reader = plan_reader(YEARS, TODAY)
    ((today,), _) = measures_of((row,), YEARS, today=TODAY)
    assert (reader.progress(row), reader.deadline(row).due) == (today.progress, today.deadline.due)
    assert all(part.on is None or part.on.year == 2027 for part in today.progress.parts)
    assert str(today.deadline.due).startswith("2027")
