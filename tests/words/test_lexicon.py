"""The word lists: complete, folded, and without two meanings for one month's form."""

import pytest

from sheetsync.words.cleaning import fold
from sheetsync.words.lexicon import MONTHS, entries
from sheetsync.words.timing.kinds import Kind
from sheetsync.words.timing.lexemes import lexemes, slip_of

FORMS = sorted({form for _, _, forms in entries() for form in forms})


def test_every_form_is_folded() -> None:
    assert [form for form in FORMS if form != fold(form)] == []


def test_every_form_is_heard_whole() -> None:
    silent = [form for form in FORMS if len(lexemes(form)) > 1]
    assert silent == []


@pytest.mark.parametrize("month", range(12))
def test_every_form_of_a_month_is_that_month(month: int) -> None:
    heard = [lexemes(form)[0] for form in MONTHS[month].split()]
    assert {(lexeme.kind, lexeme.value) for lexeme in heard} == {(Kind.MONTH, month + 1)}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("октябь", "октябрь"),
        ("ферваль", "февраль"),
        ("ежеквартльно", "ежеквартально"),
        ("июмь", ""),  # June or July
        ("карта", ""),  # another word, not "марта"
        ("договор", ""),
    ],
)
def test_a_slip_is_mended_only_where_one_word_is_near(word: str, meant: str) -> None:
    assert slip_of(word) == meant
