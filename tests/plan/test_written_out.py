"""A table whose merges, ditto signs and headings are written out into each row means the same."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sheetsync.model import Area, CellValue, Grid, PlanPeriod
from tests.plan.test_table_forms import read

HEADER = ("№", "Мероприятие", "Срок", "Ответственный")
DAYS = ("15", "до 20", "5, 12", "10-12", "в течение месяца", "последняя декада", "15 мая", "")
WHEN = st.sampled_from(["март", "до 15.05.2026", "II квартал", "в течение года", "по плану ФНПР"])
WHO = st.sampled_from(["УМЦ", "Отдел кадров", "УМЦ, Отдел кадров"])
SIGNS = st.sampled_from(["то же", "-//-", '-"-', '"', "«", "–", "same", "те же"])
# A measure's deadline and parties, then how each of them goes on below it and for how many rows.
RUN = st.tuples(WHEN, WHO, st.sampled_from(["sign", "merge"]), SIGNS, st.integers(0, 3))

YEAR = PlanPeriod.of_year(2026)


def meaning(*rows: tuple[CellValue, ...], merges: tuple[Area, ...] = ()) -> list[list[str]]:
    """What the measures come to, whatever rows they stand in."""
    said, _ = read(Grid(title="План", rows=rows, merges=merges), YEAR)
    return [line.split(" | ")[1:] for line in said]


@given(st.lists(RUN, min_size=1, max_size=4))
def test_merges_and_ditto_signs(runs: list[tuple[str, str, str, str, int]]) -> None:
    drawn: list[tuple[CellValue, ...]] = [HEADER]
    written: list[tuple[CellValue, ...]] = [HEADER]
    merges: list[Area] = []
    for when, who, how, sign, more in runs:
        top = len(drawn) + 1
        for again in range(more + 1):
            first = (str(len(drawn)), f"Семинар {len(drawn)}")
            goes_on = (sign, sign) if how == "sign" else (None, None)
            drawn.append((*first, *((when, who) if again == 0 else goes_on)))
            written.append((*first, when, who))
        if how == "merge" and more:
            merges += (Area(top=top, left=c, bottom=len(drawn), right=c) for c in (3, 4))
    assert meaning(*drawn, merges=tuple(merges)) == meaning(*written)


@given(st.lists(st.tuples(st.sampled_from(["март", "октябрь"]), st.sampled_from(DAYS)), min_size=1))
def test_months_as_headings(measures: list[tuple[str, str]]) -> None:
    of = {"март": "марта", "октябрь": "октября"}
    drawn: list[tuple[CellValue, ...]] = [HEADER]
    written: list[tuple[CellValue, ...]] = [HEADER]
    for number, (month, day) in enumerate(measures, 1):
        words = day if day == "15 мая" else f"{day} {of[month]}".replace("месяца ", "")
        drawn += [(month.upper(), None, None, None), (str(number), f"Слёт {number}", day, "УМЦ")]
        written.append((str(number), f"Слёт {number}", words if day else month, "УМЦ"))
    assert meaning(*drawn) == meaning(*written)


@given(st.lists(st.tuples(WHEN, WHO), min_size=1, max_size=5), st.booleans())
def test_items_below_a_heading(items: list[tuple[str, str]], one_party: bool) -> None:
    shared = "УМЦ" if one_party else None
    drawn = [("1", "Издание приказов", None, shared)]
    written = []
    for number, (when, who) in enumerate(items, 1):
        drawn.append((f"1.{number}", f"О комиссии {number}", when, None if one_party else who))
        written.append((f"1.{number}", f"О комиссии {number}", when, shared or who))
    assert meaning(HEADER, *drawn) == meaning(HEADER, *written)


def test_a_cell_that_shows_an_error_is_no_mark() -> None:
    header = ("№", "Мероприятие", "Март", "Апрель", "Ответственный")
    rows = (header, ("1", "Семинар", "#REF!", "+", "УМЦ"))
    said, asked = read(Grid(title="План", rows=rows), YEAR)
    assert (said, asked) == (["2 | 1 |  | УМЦ"], {"deadline-not-understood"})


def test_a_date_in_a_column_of_months_is_the_day_due() -> None:
    header = ("№", "Мероприятие", "Март", "Апрель", "Ответственный")
    grid = Grid(title="План", rows=(header, ("1", "Семинар", date(2026, 3, 15), None, "УМЦ")))
    typed = replace(grid, rows=(header, ("1", "Семинар", "15.03.2026", None, "УМЦ")))
    assert read(grid, YEAR) == read(typed, YEAR) == (["2 | 1 | 2026-03-15 | УМЦ"], set())


@given(st.lists(st.tuples(WHO, st.lists(WHEN, min_size=1, max_size=3)), min_size=1, max_size=4))
def test_parties_as_headings(parts: list[tuple[str, list[str]]]) -> None:
    drawn: list[tuple[CellValue, ...]] = [HEADER[:3]]
    written: list[tuple[CellValue, ...]] = [HEADER]
    for who, deadlines in parts:
        drawn.append((who, None, None))
        for when in deadlines:
            first = (str(len(written)), f"Слёт {len(written)}", when)
            drawn.append(first)
            written.append((*first, who))
    assert meaning(*drawn) == meaning(*written)


@given(st.lists(st.tuples(WHEN, WHO), min_size=2, max_size=5))
def test_one_party_above_the_table(items: list[tuple[str, str]]) -> None:
    who = items[0][1]
    rows = [(str(n), f"Слёт {n}", when) for n, (when, _) in enumerate(items, 1)]
    above = (f"Ответственный: {who}", None, None)
    written = [(*row, who) for row in rows]
    assert meaning(above, HEADER[:3], *rows) == meaning(HEADER, *written)
