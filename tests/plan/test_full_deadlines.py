"""What a deadline hangs on is said in it, and its own cell kept where a column decides."""

from pathlib import Path

from sheetsync.config import load_column_rules
from sheetsync.model import CellValue, Grid, Line
from sheetsync.plan.table import read_table

RULES = load_column_rules(Path())
HEADER = ("No.", "Action", "Due date", "Owner")


def lines(*rows: tuple[CellValue, ...]) -> tuple[Line, ...]:
    return read_table(Grid(title="Plan", rows=(HEADER, *rows)), RULES).lines


def test_a_date_in_figures_is_spelled_as_its_column_shows_and_its_cell_kept() -> None:
    rows = (("1", "Audit", "3/5/2026", "HR"), ("2", "Survey", "3/25/2026", "HR"))
    found = [(line.deadline, line.figures, line.undecided) for line in lines(*rows)]
    assert found == [("2026-03-05", "3/5/2026", False), ("2026-03-25", "3/25/2026", False)]


def test_where_a_column_shows_nothing_the_cell_stands_and_is_undecided() -> None:
    first, second = lines(("1", "Audit", "3/5/2026", "HR"), ("2", "Survey", "by June", "HR"))
    assert (first.deadline, first.figures, first.undecided) == ("3/5/2026", "3/5/2026", True)
    assert (second.figures, second.undecided) == ("", False)


def test_a_section_adds_no_month_to_an_undecided_date() -> None:
    rows = (("1", "Audit", "04/05/2026", "HR"), ("2", "Visit", "by 4/5", "HR"))
    found = lines(("May",), *rows, ("3", "Survey", "by 20", "HR"))
    assert [line.deadline for line in found] == ["04/05/2026", "by 4/5", "by 20 May"]


def test_an_item_has_the_date_of_its_measure_as_it_is_read() -> None:
    rows = (("1", "Audit", "3/5/2026", "HR"), ("1.1", "of the branch", None, "HR"))
    found = [
        (line.deadline, line.figures) for line in lines(*rows, ("2", "Survey", "3/25/2026", "HR"))
    ]
    assert found[:2] == [("2026-03-05", "3/5/2026")] * 2
