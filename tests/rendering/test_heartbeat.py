"""The word on «Сводка» that turns into a warning by itself, as a program calculates it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.chair import chair_tab
from sheetsync.workbooks.names import placed
from sheetsync.workbooks.values import serial
from tests.builders import inputs, measure, plan
from tests.office import Office
from tests.rendering.calculation import Calculation, Given, calculated

DAY = date(2021, 5, 4)
WARNING = "НЕ ОБНОВЛЯЕТСЯ: сообщите администратору"


def sheet(next_update: datetime, *, banner: str) -> list[list[Given]]:
    """The tab's first rows; its alarms stand two rows below the cells that they colour."""
    agenda = build_agenda(plan(measure()), today=DAY, warnings=Warnings(workdays=Workdays("RU")))
    stamp = datetime(2021, 5, 4, 10, 2, tzinfo=UTC)
    tab = chair_tab(inputs(agenda, stamp=stamp, next_update=next_update, banner=banner))
    rows: list[list[Given]] = [[None] * 30 for _ in range(6)]
    for row, column, cell in placed(tab):
        if isinstance(cell.value, datetime):
            rows[row - 1][column - 1] = serial(cell.value, epoch_1904=False)
        if cell.formula and cell.alarm:
            rows[row - 1][column - 1] = Calculation(cell.formula.google)
            rows[row + 2][column - 1] = Calculation(f'IF({cell.alarm.excel},"red","plain")')
    return rows


@pytest.mark.parametrize(
    ("banner", "word"), [("", "● обновлено"), ("План сейчас не читается", "план не прочитан")]
)
def test_it_warns_once_the_next_update_has_not_come(
    tmp_path: Path, office: Office, banner: str, word: str
) -> None:
    passed = datetime(2021, 5, 5, 10, 30)  # noqa: DTZ001 - a sheet knows no time zone
    to_come = datetime(2121, 5, 5, 10, 30)  # noqa: DTZ001
    found = calculated(
        {
            "passed": sheet(passed, banner=banner),
            "to come": sheet(to_come, banner=banner),
        },
        tmp_path,
        office,
    )
    words = {
        name: [cell for row in rows for cell in row if isinstance(cell, str)]
        for name, rows in found.items()
    }
    assert words == {"passed": [WARNING, "red"], "to come": [word, "plain"]}
