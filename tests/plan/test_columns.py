"""Letters of columns as spreadsheets count them."""

import pytest

from sheetsync.plan.cells import column_index, column_letter


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (16383, "XFD")])
def test_a_letter_and_its_column_lead_to_each_other(index: int, letters: str) -> None:
    assert (column_letter(index), column_index(letters)) == (letters, index)
