"""What stands round a status, a bullet, quotes, a sign at its end, changes nothing it says."""

from datetime import date
from functools import cache

import pytest

from sheetsync.model import Deadline, DeadlineKind, Meaning
from sheetsync.words.progress import read_progress
from tests.words.test_phrases import lines

MONTH = Deadline(text="", kind=DeadlineKind.MONTH, rule="")
DONE = (Meaning.DONE, Meaning.DONE_PART)


def meaning(text: str) -> Meaning:
    return read_progress(text, deadline=MONTH, today=date(2021, 5, 4)).meaning


@cache
def open_ones() -> tuple[str, ...]:
    """All marks of the phrases that are not done."""
    said = dict(lines("progress"))
    return tuple(text for text in said if meaning(text) not in DONE)


@pytest.mark.parametrize("wrapped", ["- {}", "«{}»", "({});", "{}!", "{}…", "1. {}"])
def test_no_sign_round_a_mark_makes_it_done(wrapped: str) -> None:
    assert [text for text in open_ones() if meaning(wrapped.format(text)) in DONE] == []


@pytest.mark.parametrize(
    "mark",
    [
        *("- выполнено", "• Выполнено;", "«выполнено»", "(выполнено)", "выполнено!", "выполнено…"),
        *("1. Проведено", '"done"', "— да", "выполнено (12.04)", "12.04 проведено", "да, 12.04"),
    ],
)
def test_a_plain_mark_stays_done(mark: str) -> None:
    assert meaning(mark) is Meaning.DONE


@pytest.mark.parametrize(
    "mark",
    [
        *("запланировано на 20 мая, 12.04", "12.04 – ✗", "12.04, ⏳", "12.04 – рано"),
        *("12.04, забыто", "12.04 – вместо Лосева Сомов", "12.04 – да, в июле"),
        *("12.04 +/-", "12.04 – готовность 50", "передано Лосеву (12.04)", "12.04 сделали другие"),
    ],
)
def test_a_day_beside_other_words_is_no_deed(mark: str) -> None:
    assert meaning(mark) not in DONE
