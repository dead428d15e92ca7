"""Lines that fit the terminal: Cyrillic, wide and combining characters counted as shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.cli.text import WIDTH, columns, shown_width, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [("срок", 4), ("и\u0306", 1), ("日本", 4), ("🎓", 2), ("", 0)],
)
def test_a_width_is_counted_as_shown(text: str, width: int) -> None:
    assert shown_width(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("срок", "срок  "),
        ("апрель", "апрель"),
        ("сентябрь", "сентя…"),
        ("до 15 мая", "до 15…"),
        ("до   мая", "до…   "),
        ("日本日本", "日本… "),
    ],
)
def test_a_cell_is_padded_or_cut_to_its_column(text: str, shown: str) -> None:
    assert columns([(text, "|")], (6, 1)) == f"{shown}  |"


def test_no_line_ends_in_spaces() -> None:
    assert columns([("а", ""), ("б", "в")], (3, 3)) == "а\nб    в"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_a_cell_never_takes_more_than_its_column(text: str) -> None:
    assert shown_width(columns([(text,)], (10,))) <= 10


def test_a_huge_cell_is_cut_at_once() -> None:
    assert columns([("ж" * 50_000,)], (10,)) == "ж" * 9 + "…"


def test_a_paragraph_hangs_below_its_first_line() -> None:
    first, *rest = wrapped("слово " * 40).splitlines()
    assert all(line.startswith("    слово") for line in rest)
    assert max(map(len, (first, *rest))) <= WIDTH


def test_a_hyphen_is_no_place_to_break() -> None:
    assert "информационно-\n" not in wrapped("информационно-аналитической " * 20)
