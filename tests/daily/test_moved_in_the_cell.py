"""A deadline that was overwritten in its own cell, and names no document."""

from pathlib import Path

import openpyxl
import pytest

from tests.daily.conftest import Plan
from tests.daily.few_rows import (
    CHAIR,
    COORDINATOR,
    LED_BY_CENTRE,
    LED_BY_OFFICE,
    Cells,
    few_rows,
    said,
    write,
)

SEMINAR = ("1", "Провести семинар", "апрель", LED_BY_OFFICE)
HEADING = "ПЕРЕНЕСЕНО БЕЗ ДОКУМЕНТА: 1"


def repair(deadline: str, status: str = "") -> Cells:
    return ("2", "Ремонт", deadline, LED_BY_CENTRE, status)


def moved(folder: Path, was: Cells, *now: Cells) -> Plan:
    """A plan whose second row had other cells in March, with the days of the letters after."""
    plan = few_rows(folder, SEMINAR, was)
    plan.run("2021-02-01")
    for day, row in zip(("2021-03-01", "2021-03-09", "2021-03-12"), now, strict=False):
        write(plan, SEMINAR, row)
        plan.run(day)
    return plan


def test_the_coordinator_hears_of_it_once(tmp_path: Path) -> None:
    plan = moved(tmp_path / "plan", repair("апрель"), *[repair("15 июня")] * 3)
    told = [said(plan, COORDINATOR, day) for day in ("2021-03-01", "2021-03-09", "2021-03-12")]
    assert [HEADING in words for words in told] == [True, False, False]
    assert "п. 2 Ремонт" in told[0]
    assert "перенесён с 30 апреля на 15 июня" in told[0]


@pytest.mark.parametrize(
    "now",
    [
        repair("март"),  # earlier
        repair("до 30 апреля"),  # the same day
        repair("июнь", "перенесено приказом № 5 от 01.03.2021"),
        repair("июнь", "выполнено"),
    ],
)
def test_there_is_nothing_to_hear_of(tmp_path: Path, now: Cells) -> None:
    plan = moved(tmp_path / "plan", repair("апрель"), now)
    assert HEADING not in said(plan, COORDINATOR, "2021-03-01")


def test_it_is_counted_where_the_new_day_has_passed_too(tmp_path: Path) -> None:
    plan = moved(tmp_path / "plan", repair("1 марта"), repair("5 марта"), repair("5 марта"))
    rows = list(openpyxl.load_workbook(plan.folder / "plan.xlsx")["Сводка"].values)
    (header,) = (row for row in rows if "Без документа" in row)
    (total,) = (row for row in rows if row[0] == "Всего" and rows.index(row) > rows.index(header))
    counted = dict(zip(header, total, strict=True))
    assert (counted["Не выполнено"], counted["Без документа"]) == (1, 1)


def test_of_several_days_the_news_name_the_one_that_was_put_off(tmp_path: Path) -> None:
    put_off = repair("май, октябрь", "перенесено на июнь приказом № 5 от 20.02.2021")
    plan = few_rows(tmp_path / "plan", SEMINAR, repair("май, октябрь"))
    plan.run("2021-02-01")
    write(plan, SEMINAR, put_off)
    plan.run("2021-03-01")
    told = said(plan, CHAIR, "2021-03-01")
    assert "п. 2 Ремонт: срок перенесён с 31 мая на 30 июня" in told
