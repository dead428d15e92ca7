"""What a key may hold: every mistake is a sentence in the reader's language, with its place."""

import re
import tomllib
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.config.options import Unfit, part
from sheetsync.config.roster_schema import RosterFile
from sheetsync.config.schema import Settings, columns_file

SETTINGS = """
[plan]
year = 2021
[coordinator]
name = "Координатор"
address = "coordinator@example.org"
[mail]
sender = "plan@example.org"
"""

scalars = (
    st.booleans() | st.integers() | st.floats(allow_nan=False) | st.dates() | st.datetimes()
) | (st.times() | st.text(max_size=5))
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("lines", "place", "words"),
    [
        ("digest = 5", "digest", "нужен раздел с ключами"),
        ("[calendar]\nterms = [2021-01-11]", "calendar.terms", "нужен раздел с ключами"),
        ('[calendar.terms]\n"весна" = []', "calendar.terms.весна", "нужна хотя бы одна запись"),
        (
            '[calendar.terms]\n"весна" = [2021-01-11, 2021-02-01, 2021-03-01]',
            *("calendar.terms.весна", "записей может быть не больше 2"),
        ),
        ('[digest]\ncalendar = "да"', "digest.calendar", "нужно true или false"),
        ("[digest]\nbefore = true", "digest.before", "нужно целое число без кавычек"),
        ("[digest]\nclose_month = 13", "digest.close_month", "нужно число не больше 12"),
        ("[digest]\nask_months = 4", "digest.ask_months", "нужен список в квадратных скобках"),
        ("[organisation]\nname = 5", "organisation.name", "нужен текст в кавычках"),
        (
            "[chair]\nsittings = [2021-05-11T10:00:00]",
            *("chair.sittings.1", "нужна дата без времени, например 2021-05-04"),
        ),
        (
            "[chair]\nsittings = [20210511]",
            *("chair.sittings.1", "нужна дата без кавычек, например 2021-05-04"),
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(lines: str, place: str, words: str) -> None:
    # A bare key stands before the first section.
    with pytest.raises(Unfit) as caught:
        part(Settings)(tomllib.loads(SETTINGS) | tomllib.loads(lines))
    assert caught.value.found == ((place, words),)


@pytest.mark.parametrize("written", ['"2021-05-11"', "2021-05-11T00:00:00", "2021-05-11"])
def test_a_date_is_taken_as_people_write_it(written: str) -> None:
    data = tomllib.loads(f"{SETTINGS}[chair]\nsittings = [{written}]")
    assert part(Settings)(data).chair.sittings == (date(2021, 5, 11),)


@given(st.dictionaries(st.sampled_from(["department", "own", "plan", "digest", "нет"]), values))
def test_whatever_a_file_holds_is_read_or_told(data: dict[str, object]) -> None:
    for read in (part(Settings), part(RosterFile), columns_file):
        try:
            read(data)
        except ValueError as error:
            told = error.found if isinstance(error, Unfit) else (("", str(error)),)
            assert all(re.search("[а-я]", words) for _place, words in told)
            assert told


@pytest.mark.parametrize("value", [date(2021, 5, 11), time(10), None, object()])
def test_no_value_is_a_section_but_a_table(value: object) -> None:
    with pytest.raises(ValueError, match="нужен раздел с ключами"):
        part(Settings)(value)
