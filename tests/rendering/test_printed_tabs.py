"""Our tabs on paper: no cell cuts its text, and numbers stand under their headers."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from sheetsync.model import Align, Tab
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.control import control_tab
from sheetsync.summary.findings import findings_tab
from sheetsync.summary.looks import HEADER, HEADER_NUMBER
from tests.office import Office
from tests.rendering.printed_tab import PrintedRow, Word, printed
from tests.rendering.states import STATES, state

_TABS = ("summary", "findings", "control")


Find = Callable[[str, str], list[PrintedRow]]


@pytest.fixture(scope="module")
def rows_of(tmp_path_factory: pytest.TempPathFactory, office: Office) -> Find:
    """The printed rows of a tab in a state, of which all tabs are printed together."""

    @cache
    def rows(name: str) -> dict[str, list[PrintedRow]]:
        folder = tmp_path_factory.mktemp("printed")
        return dict(zip(_TABS, printed(tabs_of(name, folder), folder, office), strict=True))

    return lambda name, key: rows(name)[key]


def tabs_of(name: str, folder: Path) -> list[Tab]:
    given, grid = state(name, folder / "plan")
    return [chair_tab(given), findings_tab(given), control_tab(given, grid=grid)]


@pytest.mark.parametrize("key", _TABS)
@pytest.mark.parametrize("name", STATES)
def test_no_cell_cuts_its_text(rows_of: Find, name: str, key: str) -> None:
    rows = rows_of(name, key)
    assert len(rows) > 4
    for one in rows:
        assert not [pair for pair in combinations(one.words, 2) if overlap(*pair)], one.row
        if one.bottom is not None:
            assert not [word for word in one.words if word.bottom > one.bottom + 1.5], one.row
            assert letters("".join(word.text for word in one.words)) == letters(one.seen), one.row


@pytest.mark.parametrize("key", _TABS)
@pytest.mark.parametrize("name", STATES)
def test_what_stands_under_a_header_begins_or_ends_where_it_does(
    rows_of: Find, name: str, key: str
) -> None:
    seen = 0
    for header, below in tables(rows_of(name, key)):
        column = 0
        for cell, under in zip(header.row.cells, below.row.cells, strict=False):
            words, others = (one.inside(column, cell.span) for one in (header, below))
            column += cell.span
            if words and others and under.span == cell.span:
                seen += 1
                assert abs(edge(words, cell.look.align) - edge(others, cell.look.align)) < 2, under
    assert seen > 5


def edge(words: list[Word], align: Align) -> float:
    """Where a cell's words end, or begin."""
    return max(w.right for w in words) if align is Align.RIGHT else min(w.left for w in words)


def tables(rows: list[PrintedRow]) -> Iterator[tuple[PrintedRow, PrintedRow]]:
    """Each row of a table with its header."""
    header: PrintedRow | None = None
    for one in rows:
        if any(cell.look in (HEADER, HEADER_NUMBER) for cell in one.row.cells):
            header = one
        elif len(one.row.cells) == 0 or one.row.cells[0].span > 2:
            header = header if one.row.cells else None
        elif header and header.edges == one.edges and one.bottom is not None:
            yield header, one


def letters(text: str) -> Counter[str]:
    """What is read of it, however its lines and words are parted."""
    return Counter("".join(text.split()))


def overlap(one: Word, other: Word) -> bool:
    """Whether two words stand on each other; lines of one text touch."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > 0.5 * (one.bottom - one.top)
