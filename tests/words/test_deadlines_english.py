"""English deadlines: a table of our own phrases, each read in the plan year 2026."""

from datetime import date

import pytest

from sheetsync.model import PlanPeriod
from sheetsync.words.deadlines import read_deadline

YEAR = 2026

# text | kind | last days, MM-DD in the plan year or YYYY-MM-DD
PHRASES = """
April | month | 04-30
in September | month | 09-30
by Aug | month | 08-31
August 2027 | month | 2027-08-31
May (tentative) | month | 05-31
15 May | date | 05-15
May 15, 2026 | date | 05-15
by 15th of May | date | 05-15
by May 15 | date | 05-15
no later than 1 August 2026 | date | 08-01
until 20 October | date | 10-20
before 1 June | date | 05-31
on 2026-08-14 | date | 08-14
by the end of August | date | 08-31
by the end of the year | date | 12-31
before the end of 2027 | date | 2027-12-31
by 1 July of the following year | date | 2027-07-01
Friday, 14 August | date | 08-14
third Thursday of November | date | 11-19
14 August 10:30 | date | 08-14
Q3 | quarter | 09-30
Q1 2027 | quarter | 2027-03-31
third quarter | quarter | 09-30
2nd quarter of 2026 | quarter | 06-30
H1 | half_year | 06-30
second half of 2026 | half_year | 12-31
Aug-Sept | range | 09-30
from March to May | range | 05-31
from 1 to 10 June | range | 06-10
June 1-10 | range | 06-10
between 4 and 19 August | range | 08-19
not before 4 May and no later than 9 June | range | 06-09
Q1-Q2 | range | 06-30
in autumn | range | 11-30
winter 2026-2027 | range | 2027-02-28
2026-2028 | range | 2028-12-31
from 1 September | range |
April, October | list | 04-30 10-31
Q1 and Q3 | list | 03-31 09-30
by 1 May and by 1 October | list | 05-01 10-01
June 1, 10 and 20 | list | 06-01 06-10 06-20
twice a year: May, November | list | 05-31 11-30
monthly, from June to August | recurring | 06-30 07-31 08-31
monthly, by the 7th, in May and June | unreadable |
monthly by the 7th, from May to June | recurring | 05-07 06-07
by the 7th of the month following the reporting quarter | recurring | 04-07 07-07 10-07 2027-01-07
quarterly | recurring | 03-31 06-30 09-30 12-31
quarterly, starting from Q3 | recurring | 09-30 12-31
at least once a quarter, except Q1 | recurring | 06-30 09-30 12-31
twice a year | recurring | 06-30 12-31
every four months | recurring | 04-30 08-31 12-31
annually by 1 March | recurring | 03-01
on Wednesdays in June | recurring | 06-03 06-10 06-17 06-24
by 1 March, then semi-annually | recurring | 03-01 06-30 12-31
throughout the year | year_round | 12-31
ongoing | year_round | 12-31
in 2026 | year_round | 12-31
academic year | year_round | 2027-05-31
on request | open |
at the request of the ministry | open |
according to the plan of the ministry | open |
as needed | open |
after approval of the budget | open |
TBD | open |
within 10 working days of receipt | relative |
two weeks before the forum | relative |
by the opening of the forum | relative |
March or April | unreadable |
by 31 April | unreadable |
"""


def _rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in PHRASES.strip().splitlines()]


def _day(said: str) -> date:
    return date.fromisoformat(said if len(said) > 5 else f"{YEAR}-{said}")


@pytest.mark.parametrize(("text", "kind", "days"), _rows())
def test_an_english_phrase_is_read(text: str, kind: str, days: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    due = [occurrence.due for occurrence in deadline.occurrences] or [deadline.due]
    assert deadline.kind == kind
    assert [day for day in due if day] == [_day(day) for day in days.split()]


def test_what_an_english_phrase_waits_for_is_named() -> None:
    assert read_deadline("upon request of the Council", year=YEAR).waits_for == "Council"
    assert read_deadline("within 10 days of signing", year=YEAR).waits_for == "signing"


FISCAL = PlanPeriod(date(2026, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Q1 26/27", date(2026, 6, 30)),
        ("Q4 2026/27", date(2027, 3, 31)),
        ("Q2 2026-27", date(2026, 9, 30)),
        ("Q3-Q4 2026/27", date(2027, 3, 31)),
        ("Q1-Q2 FY27", date(2026, 9, 30)),
        ("H1 26/27", date(2026, 9, 30)),
        ("by end of Q3 2026/27", date(2026, 12, 31)),
        ("Apr-26 - Mar-27", date(2027, 3, 31)),
        ("by Wed 24 Feb", date(2027, 2, 24)),
        ("Apr 26 - Mar 27", None),  # 26 April to 27 March, or a year of months
        ("Q1 05/06", None),
        ("Q2", None),
        ("Q5 26/27", None),
    ],
)
def test_a_financial_year_is_read_by_its_two_years(text: str, last: date | None) -> None:
    assert read_deadline(text, year=2026, period=FISCAL).due == last


def test_by_before_a_weekday_is_the_word_of_its_date() -> None:
    deadline = read_deadline("by Friday, 12 June", year=YEAR)
    assert (deadline.starts, deadline.due) == (None, date(2026, 6, 12))
    assert (
        read_deadline("by Thursday, 12 June", year=YEAR).doubts[0].quote == "by Thursday, 12 June"
    )
