"""Which number of a date in figures is its day, and what is asked where nothing shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.languages import load_language
from sheetsync.model import DeadlineKind, Wordings
from sheetsync.model.language import say
from sheetsync.words.date_order import in_column_order, is_undecided
from sheetsync.words.deadline_explained import explain_deadline
from sheetsync.words.deadlines import read_deadline, read_undecided

YEAR = 2026


def undecided(*column: str, latin: bool = True) -> set[str]:
    return {text for text, said in in_column_order(column, latin=latin).items() if said == text}


@pytest.mark.parametrize(
    "text",
    [
        *("04/05/2026", "4/5/2026", "4/5/26", "04-05-2026", "04-05-26", "by 04/05/2026"),
        *("04/05/2026 - 06/07/2026", "05/05/2026, 06/07/2026", "04/05/2026 10:30"),
    ],
)
def test_a_date_that_nothing_decides_is_undecided_below_latin_headers(text: str) -> None:
    assert undecided(text, "June", "05/05/2026") == {text}
    assert undecided(text, latin=False) == set()
    assert undecided(text, "по мере поступления") == set()


@pytest.mark.parametrize(
    "text", ["04.05.2026", "2026-05-04", "05/05/2026", "4 May 2026", "04/2026", "05/28/2026", "1/2"]
)
def test_no_other_day_is_undecided(text: str) -> None:
    assert undecided(text) == set()


@pytest.mark.parametrize("shown", ["25/05/2026", "25-05-2026", "25/5/26", "1/4/2026 - 30/6/2026"])
def test_one_day_above_twelve_shows_that_days_come_first(shown: str) -> None:
    assert in_column_order(["04/05/2026", shown], latin=True) == {}


@pytest.mark.parametrize("shown", ["05/25/2026", "05-25-2026", "5/25/26", "4/1/2026 - 4/30/2026"])
def test_one_day_above_twelve_shows_that_months_come_first(shown: str) -> None:
    spelled = in_column_order(["04/05/2026", "by 4-6-26", shown], latin=True)
    assert (spelled["04/05/2026"], spelled["by 4-6-26"]) == ("2026-04-05", "by 2026-04-06")


def test_a_column_with_both_orders_shows_none() -> None:
    assert undecided("04/05/2026", "25/05/2026", "05/25/2026") == {"04/05/2026"}


def test_a_telephone_number_shows_no_order() -> None:
    assert undecided("04/05/2026", "call 12-25-26") == {"04/05/2026"}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("04/05/2026", "до 4 мая 2026 г.", "до 5 апреля 2026 г."),
        (
            "04/05/2026 - 06/07/2026",
            "с 4 мая 2026 г. по 6 июля 2026 г.",
            "с 5 апреля 2026 г. по 7 июня 2026 г.",
        ),
        ("04/05/2026 - 06/06/2026", "с 4 мая 2026 г. по 6", "с 5 апреля 2026 г. по 6 июня"),
        ("04/05/2026, 06/07/2026", "4 мая, 6 июля 2026 г.", "5 апреля, 7 июня 2026 г."),
    ],
)
def test_both_readings_are_named(text: str, one: str, other: str) -> None:
    deadline = read_undecided(text, year=YEAR)
    assert (deadline.kind, deadline.due, deadline.text) == (DeadlineKind.UNREADABLE, None, text)
    (doubt,) = deadline.doubts
    hint = say(doubt.hint, load_language("ru"))
    assert (doubt.code, doubt.quote) == ("deadline-ambiguous", text)
    assert hint.index(one) < hint.index(" или ") < hint.index(other)


def test_how_to_write_it_is_said_in_both_languages() -> None:
    deadline = read_undecided("04/05/2026, 06/07/2026", year=YEAR)
    russian, english = (explain_deadline(deadline, load_language(code)) for code in ("ru", "en"))
    assert (
        "Напишите месяц словом или начните с года, например: «4 мая 2026 г.» или «2026-05-04»."
        in russian
    )
    assert (
        "Write the month as a word or begin with the year, for example “4 May 2026” or "
        "“2026-05-04”." in english
    )


def test_an_order_in_which_a_range_runs_backwards_is_none() -> None:
    deadline = read_undecided("8/5/2026 - 7/6/2026", year=YEAR)
    assert [str(deadline.starts), str(deadline.due)] == ["2026-05-08", "2026-06-07"]


def test_what_is_not_understood_in_either_order_is_asked_about_as_ever() -> None:
    text = "Form 04/05/2026-B"
    assert read_undecided(text, year=YEAR) == read_deadline(text, year=YEAR)


def test_what_an_organisation_has_settled_holds() -> None:
    settled = Wordings(deadlines=(("04/05/2026", "by 5 April"),))
    deadline = read_undecided("04/05/2026", year=YEAR, wordings=settled)
    assert str(deadline.due) == "2026-04-05"


def test_words_alone_have_a_language_and_numbers_have_none() -> None:
    assert is_undecided("by 04/05/2026")
    assert not any(map(is_undecided, ("04/05/2026", "до 04/05/2026", "by 31/05/2026")))


@given(
    day=st.integers(1, 31),
    month=st.integers(1, 12),
    others=st.lists(st.dates().map(lambda d: f"{d:%d/%m/}{d.year:04}")),
)
def test_a_date_is_read_day_first_asked_about_or_shown_otherwise(
    day: int, month: int, others: list[str]
) -> None:
    text = f"{day:02}/{month:02}/2026"
    shown = any(int(one[:2]) > 12 for one in (text, *others))
    spelled = in_column_order([text, *others], latin=True).get(text)
    assert spelled == (None if shown or day == month else text)


def read_in_column(text: str, *others: str, year: int = YEAR) -> str:
    """The last day of a cell below English headers, or "?"."""
    spelled = in_column_order([text, *others], latin=True).get(text, "")
    read = read_undecided if spelled == text else read_deadline
    return str(read(spelled or text, year=year).due or "?")


# A cell, the others of its column, its last day
WITHOUT_YEAR = [
    ("by 4/30", (), "2026-04-30"),
    ("No later than: 4/30", (), "2026-04-30"),
    ("on or before 30/4", (), "2026-04-30"),
    ("due 4/30", (), "2026-04-30"),
    ("4/30", (), "2026-04-30"),
    ("4/1 - 4/30", (), "2026-04-30"),
    ("from 4/1 to 4/30/26", (), "2026-04-30"),
    ("by 5/5", (), "2026-05-05"),
    ("by 4/5", ("due 4/30",), "2026-04-05"),
    ("4/5", ("by 6/15/2026",), "2026-04-05"),
    ("4/5", ("by 30/4",), "2026-05-04"),
    ("4/5", ("15/06/2026",), "2026-05-04"),
    ("by 4/26", ("by 4/30",), "2026-04-26"),
    # Nothing tells the day from the month, or from the year.
    ("by 4/5", (), "?"),
    ("by 4/5", ("by 4/30", "by 30/6"), "?"),
    ("by 4/26", (), "?"),
    ("by 4/26", ("6/15/2026",), "?"),
    ("by 4/5", ("by 6/26",), "?"),
    # No day at all.
    ("4/5", (), "?"),
    ("1/2", ("by May",), "?"),
    ("by 24/7", (), "?"),
    ("by 2/30", (), "?"),
    ("by 4/32", (), "?"),
    ("Form 4/30", ("by 4/30",), "?"),
    ("by 4/30 if needed", ("by 4/30",), "?"),
]


@pytest.mark.parametrize(("text", "others", "due"), WITHOUT_YEAR)
def test_a_date_without_a_year_is_read_where_its_order_shows(
    text: str, others: tuple[str, ...], due: str
) -> None:
    assert read_in_column(text, *others) == due


def test_a_cyrillic_column_has_no_such_dates() -> None:
    assert in_column_order(["до 4/30", "by 4/30"], latin=True) == {}
    assert in_column_order(["by 4/30"], latin=False) == {}


def test_what_may_be_a_month_of_the_plans_year_is_asked_about_as_both() -> None:
    (doubt,) = read_undecided("by 4/26", year=YEAR).doubts
    hint = say(doubt.hint, load_language("en"))
    assert "26 April 2026" in hint
    assert "30 April 2026" in hint
    assert str(read_undecided("by 4/26", year=2040).due) == "2040-04-26"


@given(day=st.integers(1, 31), month=st.integers(1, 12), first=st.booleans())
def test_a_date_without_a_year_is_never_another_day(day: int, month: int, first: bool) -> None:
    figures = f"{day}/{month}" if first else f"{month}/{day}"
    due = read_in_column(f"by {figures}")
    assert due in ("?", f"2026-{month:02}-{day:02}")
    assert day <= 12 or due != "?" or figures == "24/7" or 20 <= day < 30 or day > 28
