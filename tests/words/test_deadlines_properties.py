"""What holds for every text, and for every phrase however it is typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.languages import load_language
from sheetsync.model import Deadline, DeadlineKind
from sheetsync.words.deadline_explained import explain_deadline
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.lexicon.entries import entries
from sheetsync.words.timing.rules import RULES
from tests.words.deadline_writing import write_deadline

RUSSIAN = load_language("ru")

PHRASES = (
    *(rule.example for rule in RULES),
    *("с 4 по 19 августа 2021 г.", "май – июнь, ноябрь", "ежемесячно, кроме мая и июня"),
    *("вплоть до весны", "до 31 июня", "трёхдневный срок", "включая ещё вчёрашний день"),
    *("from March to May", "by the end of the year", "within 10 days", "«17» июня", "I п/г"),
)
WORDS = sorted({form for _, _, forms in entries() for form in forms})
YEARS = st.integers(min_value=1, max_value=9999)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([*",.;:-–/()?~«»", "31", "30", "12", "2021", "15.05", "10-го", "№"]),
    st.integers(min_value=0, max_value=10**6).map(str),
)
SPACES = st.sampled_from([" ", "  ", "\u00a0", "\n", " \t "])
DASHES = st.sampled_from(["-", "–", "—", "−", "‑"])


def _meaning(deadline: Deadline) -> tuple[object, ...]:
    days = [(each.due, each.starts, each.explicit) for each in deadline.occurrences]
    return deadline.kind, deadline.rule, deadline.starts, deadline.due, days


def _holds_together(deadline: Deadline) -> None:
    unreadable = deadline.kind is DeadlineKind.UNREADABLE
    assert (deadline.rule == "") is unreadable
    days = [each.due for each in deadline.occurrences]
    assert days == sorted(set(days))
    assert not days or days[-1] == deadline.due
    assert all(doubt.code != "deadline-typo" for doubt in deadline.doubts) or not unreadable
    assert deadline.starts is None or deadline.due is None or deadline.starts <= deadline.due
    assert explain_deadline(deadline, RUSSIAN)


@given(text=st.text(), year=YEARS)
def test_no_text_raises(text: str, year: int) -> None:
    _holds_together(read_deadline(text, year=year))


@settings(max_examples=400)
@given(pieces=st.lists(PIECES, max_size=9), year=YEARS)
def test_no_row_of_known_words_raises(pieces: list[str], year: int) -> None:
    _holds_together(read_deadline(" ".join(pieces), year=year))


@pytest.mark.parametrize("word", ["пн", "Mon,", "май", "до", "1", "последний рабочий день"])
def test_no_word_said_again_and_again_raises(word: str) -> None:
    _holds_together(read_deadline(" ".join([word] * 1000), year=2021))


def test_a_name_without_end_is_read_as_fast_as_any() -> None:
    _holds_together(read_deadline(f"15 мая, отв. {'а' * 5000}!", year=2021))


@given(text=st.sampled_from(PHRASES), change=st.sampled_from([str.upper, str.title, str.lower]))
def test_case_changes_nothing(text: str, change: object) -> None:
    changed = change(text)  # type: ignore[operator]
    assert _meaning(read_deadline(changed, year=2021)) == _meaning(read_deadline(text, year=2021))


@given(text=st.sampled_from(PHRASES), space=SPACES, dash=DASHES)
def test_longer_spaces_other_dashes_and_e_for_yo_change_nothing(
    text: str, space: str, dash: str
) -> None:
    typed = text.replace(" ", space).replace("-", dash).replace("–", dash).replace("ё", "е")
    assert _meaning(read_deadline(typed, year=2021)) == _meaning(read_deadline(text, year=2021))


@given(day=st.dates(date(2012, 1, 1), date(2046, 12, 31)))
def test_a_day_in_digits_is_that_day(day: date) -> None:
    text = f"до {day:%d.%m}.{day.year:04}"
    assert read_deadline(text, year=2021).due == day


WRITTEN = (
    *("до 5 мая", "5 мая 2022 г.", "июнь", "II квартал", "второе полугодие", "с 4 мая"),
    *(
        "август – октябрь",
        "май, ноябрь – декабрь",
        "5 ноября, 1 апреля",
        "до 4 мая, с 1 по 5 июня",
        "в течение года",
    ),
)


@pytest.mark.parametrize("text", WRITTEN)
@given(year=st.integers(min_value=1900, max_value=2198), language=st.sampled_from(["ru", "en"]))
def test_what_is_written_is_read_as_the_same(text: str, year: int, language: str) -> None:
    deadline = read_deadline(text, year=year)
    written = write_deadline(deadline, language=language)
    again = read_deadline(written, year=year)
    assert _meaning(again)[0] == deadline.kind
    assert _meaning(again)[2:] == _meaning(deadline)[2:]


def test_what_has_no_days_is_not_written() -> None:
    for text in ("по запросу министерства", "к открытию форума", "учебный год", "ежегодно"):
        assert write_deadline(read_deadline(text, year=2021)) == ""


def test_a_cell_that_no_deadline_fills_is_asked_about_at_once() -> None:
    read = read_deadline("05." * 10_000, year=2021)
    assert [doubt.code for doubt in read.doubts] == ["deadline-not-understood"]
