"""What a number format makes of a date: the day, or the month, quarter or year that people see."""

from datetime import date

import pytest

from sheetsync.workbooks.values import as_shown, shows_in_words

DAY = date(2021, 5, 1)


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("mmmm yyyy", "май 2021"),
        ("MMM.YY", "май 2021"),
        ("mmm-yy", "май 2021"),
        ("[$-419]MMMM\\ YYYY;@", "май 2021"),
        ("mm.yyyy", "май 2021"),
        ('mmmm yyyy "года"', "май 2021"),
        ('[Red]mmm\\-yy;[Blue]"нет даты"', "май 2021"),
        ("mmmm", "май"),
        ("mm", "май"),
        ("yyyy", "2021 год"),
        ('yyyy" г."', "2021 год"),
        ("QQ YYYY", "2 квартал 2021 года"),
        ('[Red]"II кв. "yyyy;@', "II кв. 2021"),
    ],
)
def test_a_format_without_a_day_shows_words(pattern: str, shown: str) -> None:
    assert (shows_in_words(pattern), as_shown(DAY, pattern)) == (True, shown)


@pytest.mark.parametrize(
    "pattern",
    [
        *("dd.mm.yyyy", "d mmmm", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "", "General"),
        *("0.00", "#,##0", "mm:ss", "h:mm", "[h]:mm", 'dd" день" mmmm', "yyyy-mm-dd hh:mm"),
    ],
)
def test_any_other_format_leaves_the_day(pattern: str) -> None:
    assert (shows_in_words(pattern), as_shown(DAY, pattern)) == (False, DAY)


def test_what_is_no_date_stays() -> None:
    assert as_shown(44317, "mmmm yyyy") == 44317


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [(1, "0%", "100%"), (0.5, "0.00%", "50%"), (0.125, "0.0%", "12.5%"), (0.29, "0%", "29%")],
)
def test_a_share_is_the_percentage_that_people_see(value: float, pattern: str, shown: str) -> None:
    assert (shows_in_words(pattern), as_shown(value, pattern)) == (True, shown)


def test_a_percent_sign_in_quotes_makes_no_percentage() -> None:
    assert as_shown(5, '0" %"') == 5
