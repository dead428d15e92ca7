"""Our tabs are read by everybody: enough contrast (WCAG 2.2, 1.4.3), nothing by colour alone."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from sheetsync.model import Cell, Tab
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.control import control_tab
from sheetsync.summary.findings import findings_tab
from tests.rendering.states import STATES, state

_PAPER = "FFFFFF"


@pytest.fixture(scope="module", params=STATES)
def tabs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Tab]:
    given, grid = state(request.param, tmp_path_factory.mktemp("looks"))
    return [chair_tab(given), findings_tab(given), control_tab(given, grid=grid)]


def test_words_stand_out_from_what_they_stand_on(tabs: list[Tab]) -> None:
    looks = {cell.look for cell in cells(tabs)}
    assert len(looks) > 15
    for look in looks:
        assert contrast(look.color, look.fill or _PAPER) >= 4.5, look


def test_no_colour_says_what_nothing_else_says(tabs: list[Tab]) -> None:
    """A number in colour is bold as well, and "0" has no coloured ground."""
    for cell in cells(tabs):
        if is_colourful(cell.look.color) and not (cell.target or cell.look.fill):
            assert cell.look.bold or not isinstance(cell.value, int), cell
        if is_colourful(cell.look.fill or _PAPER):
            assert cell.value, cell


def test_the_series_of_a_chart_are_told_apart_in_grey(tabs: list[Tab]) -> None:
    for chart in tabs[0].charts:
        for one, other in combinations(chart.colors, 2):
            assert abs(lightness(one) - lightness(other)) >= 20, chart.key


def cells(tabs: list[Tab]) -> Iterator[Cell]:
    return (
        cell
        for tab in tabs
        for row in tab.rows
        for cell in row.cells
        if cell.value is not None and cell.value != ""
    )


def channels(color: str) -> tuple[float, ...]:
    return tuple(int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))


def is_colourful(color: str) -> bool:
    return max(channels(color)) - min(channels(color)) > 0.05


def luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, paper: str) -> float:
    low, high = sorted((luminance(ink), luminance(paper)))
    return (high + 0.05) / (low + 0.05)


def lightness(color: str) -> float:
    """CIE L*, of which a grey print shows the difference."""
    part = luminance(color)
    return 116 * part ** (1 / 3) - 16 if part > 0.008856 else 903.3 * part
