"""Rows grow with their wrapped text."""

import pytest

from sheetsync.model import Cell, Look, Row
from sheetsync.model.fitting import HIGHEST_ROW, fitting_height

WRAP = Look(wrap=True, size=10)


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        (Cell(value="слово " * 20), None),
        (Cell(value="слово", look=WRAP), None),
        (Cell(value=12_345_678_901_234, look=WRAP), None),
        (Cell(value="слово слово", look=WRAP), 2),
        (Cell(value="раз\nдва\nтри", look=WRAP), 3),
        (Cell(value="слово слово", look=WRAP, span=2), None),
        (Cell(value="Ш" * 20, look=WRAP), 4),
        (Cell(value="і" * 15, look=WRAP), None),
    ],
)
def test_height_fits_the_wrapped_text(cell: Cell, lines: int | None) -> None:
    height = lines and (lines * 12.5 + 3)
    found = fitting_height(Row(cells=(cell,)), (10, 10))
    assert (
        (found is None) if height is None else (found is not None and height <= found < height + 1)
    )


def test_no_row_is_higher_than_excel_allows() -> None:
    assert (
        fitting_height(Row(cells=(Cell(value="слово " * 5_000, look=WRAP),)), (10,)) == HIGHEST_ROW
    )


def test_highest_cell_sets_the_height() -> None:
    row = Row(cells=(Cell(value="раз\nдва", look=WRAP), Cell(value="а\nб\nв", look=WRAP)))
    assert fitting_height(row, (10, 10)) == 41
