"""A tick means the same wherever it stands: alone, beside a month, in a column of its own."""

from datetime import date

import pytest

from sheetsync.model import Meaning, Progress
from sheetsync.plan.marks_column import find_marks
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
from sheetsync.words.signs import CROSSES, EMPTY_BOX, TICKS
from sheetsync.words.tables import is_mark, is_no_mark

SHOWN = sorted({*TICKS, "✔\ufe0f", "☑\ufe0f"})  # as phones type the last two
DUE = read_deadline("март, октябрь", year=2026)


def read(status: str) -> Progress:
    return read_progress(status, deadline=DUE, today=date(2026, 11, 1))


@pytest.mark.parametrize("tick", SHOWN)
def test_a_tick_is_done_wherever_it_stands(tick: str) -> None:
    assert read(tick).meaning is Meaning.DONE
    for status in (f"март {tick}", f"март – {tick}"):
        assert [(part.label, part.meaning) for part in read(status).parts] == [
            ("март", Meaning.DONE)
        ]
    assert is_mark(tick)


@pytest.mark.parametrize("cross", sorted(CROSSES))
def test_a_cross_says_yes_of_a_month_and_nothing_of_a_mark(cross: str) -> None:
    assert is_mark(cross)
    assert read(cross).meaning is Meaning.UNCLEAR


def test_an_empty_box_says_no_and_is_no_mark() -> None:
    assert is_no_mark(EMPTY_BOX)
    assert not is_mark(EMPTY_BOX)
    assert read(EMPTY_BOX).meaning is Meaning.BLANK


@pytest.mark.parametrize("sign", [*SHOWN, *sorted(CROSSES)])
def test_a_column_of_ticks_and_crosses_looks_like_marks(sign: str) -> None:
    found = find_marks({1: "Колонка"}, [("Слёт", sign), ("Форум", sign), ("Смотр", None)])
    assert found
    assert (found.column, found.read) == (1, False)
