"""Titles of tabs, in lists and in formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.workbooks.names import LONGEST_TITLE, free_title, reference, referred_title


@pytest.mark.parametrize(
    ("taken", "title"),
    [
        ([], "Сводка"),
        (["План"], "Сводка"),
        (["СВОДКА"], "Сводка 2"),
        (["Сводка", "Сводка 2"], "Сводка 3"),
    ],
)
def test_title_is_the_first_free_one(taken: list[str], title: str) -> None:
    assert free_title("Сводка", taken) == title


def test_numbered_title_is_no_longer_than_allowed() -> None:
    wanted = "а" * LONGEST_TITLE
    assert free_title(wanted, [wanted]) == "а" * (LONGEST_TITLE - 2) + " 2"


@pytest.mark.parametrize(
    ("formula", "title"),
    [
        ("'Сводка'!$A$1", "Сводка"),
        ("Сводка!$A$1", "Сводка"),
        ("=$Сводка!$A$1", "Сводка"),
        ("'О''Нил и др.'!$A$1", "О'Нил и др."),
        ("Сводка!#REF!", "Сводка"),
        ("#REF!$A$1", ""),
        ("#REF!", ""),
        ("42", ""),
    ],
)
def test_title_is_found_in_a_reference(formula: str, title: str) -> None:
    assert referred_title(formula) == title


@given(st.text(min_size=1))
def test_reference_names_its_title(title: str) -> None:
    assert referred_title(reference(title, "$A$1")) == title
