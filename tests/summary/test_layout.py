"""Tables on the pages of a print: long ones are parted below a header, short ones stay whole."""

from hypothesis import given
from hypothesis import strategies as st

from sheetsync.model import Row
from sheetsync.summary.layout import Column, Pages, heading, height, remark, table

COLUMNS = (Column(header="Пункт"), Column(header="Мероприятие", span=13))


def block(lines: int) -> list[Row]:
    return [*heading("Просрочено"), *table(COLUMNS, [["п. 1", "Слёт"]] * lines)]


def words(row: Row) -> object:
    return row.cells[0].value if row.cells else None


def test_a_long_table_has_its_header_on_each_page() -> None:
    pages = Pages()
    rows = pages.add(block(100))
    assert len(pages.breaks) == 2
    assert [words(rows[at - 1]) for at in pages.breaks] == ["Пункт", "Пункт"]
    assert [words(row) for row in rows].count("п. 1") == 100


def test_a_short_table_is_not_parted() -> None:
    pages = Pages()
    first = pages.add(block(30))
    second = pages.add(block(10))
    assert pages.breaks == [len(first) + 1]
    assert [words(row) for row in second].count("Пункт") == 1


def test_charts_begin_the_page_that_holds_them_all() -> None:
    pages = Pages()
    rows = pages.add(block(30))
    pages.add_whole([remark("График")] * 12)
    assert pages.breaks == [len(rows) + 1]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8))
def test_no_page_is_too_full_nor_ends_in_a_heading(sizes: list[int]) -> None:
    pages = Pages()
    rows = [row for lines in sizes for row in pages.add(block(lines))]
    ends = [*pages.breaks, len(rows) + 1]
    begins = [1, *pages.breaks]
    for begin, end in zip(begins, ends, strict=True):
        page = rows[begin - 1 : end - 1]
        assert height(page) <= 615
        assert words(page[-1]) == "п. 1"
        assert [words(row) for row in page].count("п. 1") >= min(3, *sizes)
