"""Charts of the test's own page: one shape a value, in the colours of the series."""

import re
from typing import Any

import pytest

from tests.rendering.sheet_charts import chart_svg

CELLS = [["месяц", "в срок", "позже"], ["май", "3", "1"], ["июнь", "2", "2"]]
GREEN, RED = {"red": 27 / 255, "green": 110 / 255, "blue": 60 / 255}, {"red": 1}


def column(index: int) -> dict[str, Any]:
    source = {
        "startRowIndex": 0,
        "endRowIndex": 3,
        "startColumnIndex": index,
        "endColumnIndex": index + 1,
    }
    return {"sourceRange": {"sources": [source]}}


def drawn(kind: str, cells: list[list[str]] = CELLS) -> str:
    series = [
        {"series": column(1), "colorStyle": {"rgbColor": GREEN}},
        {"series": column(2), "colorStyle": {"rgbColor": RED}},
    ]
    basic = {"chartType": kind, "domains": [{"domain": column(0)}], "series": series}
    chart = {
        "spec": {"title": "Сроки", "basicChart": basic},
        "position": {"overlayPosition": {"widthPixels": 400, "heightPixels": 200}},
    }
    return chart_svg(chart, lambda row, at: cells[row - 1][at - 1], left=46)


@pytest.mark.parametrize(("kind", "shapes"), [("COLUMN", 3), ("BAR", 3), ("LINE", 2)])
def test_each_series_is_drawn_and_named_in_its_colour(kind: str, shapes: int) -> None:
    svg = drawn(kind)
    assert svg.count("#1B6E3C") == svg.count("#FF0000") == shapes
    assert all(f">{word}</text>" in svg for word in ("Сроки", "в срок", "позже", "май", "июнь"))


def test_a_line_ends_where_its_cells_are_blank() -> None:
    svg = drawn("LINE", [*CELLS[:2], ["июнь", "", "2"]])
    points = re.findall('points="(.*?)"', svg)
    assert [len(line.split()) for line in points] == [1, 2]
