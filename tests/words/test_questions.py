"""Headers that ask, and words that only begin like a question."""

import pytest

from sheetsync.words.questions import asks


@pytest.mark.parametrize(
    "header",
    [
        *("Что сделать", "Кто", "На ком", "Кому поручено", "К какому сроку", "До какого числа"),
        *("Когда", "Сколько", "Где", "What to do", "By whom", "By when", "How much"),
    ],
)
def test_a_header_asks(header: str) -> None:
    assert asks(header)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Чтение",
        "Сколоченный",
        "На комиссии",
        "До 5 мая",
        "К сроку",
        "Когдатошний",
        "Whole year",
    ],
)
def test_other_words_ask_nothing(words: str) -> None:
    assert not asks(words)
