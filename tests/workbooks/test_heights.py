"""Rows grow with their wrapped text."""

import pytest

from sheetsync.model import Cell, Look, Row
from sheetsync.workbooks.xlsx.heights import HIGHEST_ROW, fitting_height

WRAP = Look(wrap=True)


@pytest.mark.parametrize(
    ("cell", "height"),
    [
        (Cell(value="слово " * 20), None),
        (Cell(value="слово", look=WRAP), None),
        (Cell(value=12_345_678_901_234, look=WRAP), None),
        (Cell(value="слово слово", look=WRAP), 30),
        (Cell(value="раз\nдва\nтри", look=WRAP), 45),
        (Cell(value="слово слово", look=WRAP, span=2), None),
        (Cell(value="слово сло", look=Look(wrap=True, size=22)), 60),
        (Cell(value="слово " * 5_000, look=WRAP), HIGHEST_ROW),
    ],
)
def test_height_fits_the_wrapped_text(cell: Cell, height: float | None) -> None:
    assert fitting_height(Row(cells=(cell,)), (10, 10)) == height


def test_highest_cell_sets_the_height() -> None:
    row = Row(cells=(Cell(value="раз\nдва", look=WRAP), Cell(value="а\nб\nв", look=WRAP)))
    assert fitting_height(row, (10, 10)) == 45
