"""A chart of a Google spreadsheet as a simple drawing: title, axes, legend, the series' colours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from math import ceil, log10
from typing import Any

from tests.workbooks.google_views import area_of, hex_color

Answer = dict[str, Any]
Text = Callable[[int, int], str]
"""What a cell shows, by its row and column."""

_HEAD, _FOOT, _SIDE = 44, 56, 48
_INK, _LINE = "#3c4043", "#dadce0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What is drawn, and where: the box of the plot in pixels, the highest value on its scale."""

    categories: list[str]
    names: list[str]
    values: list[list[float | None]]  # one list a series; None is a blank cell
    colors: list[str]
    box: tuple[float, float, float, float]  # left, top, width, height
    top: float

    def place(self, index: int) -> float:
        """The part of the box's length at which a category is in the middle."""
        return (index + 0.5) / max(1, len(self.categories))


def chart_svg(chart: Answer, text: Text, *, left: int) -> str:
    """The drawing of an embedded chart, `left` pixels from where it hangs."""
    spec, overlay = chart["spec"], chart["position"]["overlayPosition"]
    width, height = overlay.get("widthPixels", 600), overlay.get("heightPixels", 371)
    kind = spec["basicChart"]["chartType"]
    plot = _plot(spec["basicChart"], text, (width, height))
    draw = {"COLUMN": _columns, "BAR": _bars, "LINE": _lines}[kind]
    parts = [
        _words(16, 26, spec.get("title", ""), size=16, weight="bold"),
        *(_scale_below(plot) if kind == "BAR" else _scale_beside(plot)),
        *draw(plot),
        *_legend(plot, height),
    ]
    size = f'width="{width}" height="{height}" style="left:{left}px"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def _plot(basic: Answer, text: Text, size: tuple[int, int]) -> Plot:
    categories = _column(basic["domains"][0]["domain"], text)
    series = [_column(one["series"], text) for one in basic["series"]]
    values = [[*map(_number, one[1:])] for one in series]
    stacked = basic.get("stackedType") == "STACKED"
    sums = [sum(filter(None, row)) for row in zip(*values, strict=True)]
    highest = max(sums if stacked else [v or 0 for one in values for v in one], default=0)
    side = 190 if basic["chartType"] == "BAR" else _SIDE
    return Plot(
        categories=categories[1:],
        names=[one[0] for one in series],
        values=values,
        colors=[f"#{hex_color(one.get('colorStyle'))}" for one in basic["series"]],
        box=(side, _HEAD, size[0] - side - 24, size[1] - _HEAD - _FOOT),
        top=_round_up(highest),
    )


def _column(data: Answer, text: Text) -> list[str]:
    area = area_of(data["sourceRange"]["sources"][0])
    return [text(row, area.left) for row in range(area.top, area.bottom + 1)]


def _number(shown: str) -> float | None:
    try:
        return float(shown.replace("\u00a0", "").replace(",", "."))
    except ValueError:
        return None


def _round_up(value: float) -> float:
    """The next of 4, 8, 20, 40, 80, 200 ...: a scale of four even steps."""
    if value <= 4:
        return 4
    power = 10 ** int(log10(value))
    return next(step * power for step in (2, 4, 8, 20) if step * power >= value)


def _columns(plot: Plot) -> Iterator[str]:
    left, top, width, height = plot.box
    thick = width / max(1, len(plot.categories)) * 0.6
    below = [0.0] * len(plot.categories)
    for values, color in zip(plot.values, plot.colors, strict=True):
        for index, value in enumerate(number or 0 for number in values):
            below[index] += value
            x = left + width * plot.place(index) - thick / 2
            y = top + height * (1 - below[index] / plot.top)
            yield _box(x, y, thick, height * value / plot.top, color)


def _bars(plot: Plot) -> Iterator[str]:
    left, top, width, height = plot.box
    thick = height / max(1, len(plot.categories)) * 0.6 / max(1, len(plot.values))
    for number, (values, color) in enumerate(zip(plot.values, plot.colors, strict=True)):
        for index, value in enumerate(number or 0 for number in values):
            offset = thick * (number - len(plot.values) / 2)
            y = top + height * plot.place(index) + offset
            yield _box(left, y, width * value / plot.top, thick, color)


def _lines(plot: Plot) -> Iterator[str]:
    left, top, width, height = plot.box
    for values, color in zip(plot.values, plot.colors, strict=True):
        points = " ".join(
            f"{left + width * plot.place(index):.1f},{top + height * (1 - value / plot.top):.1f}"
            for index, value in enumerate(values)
            if value is not None
        )
        yield f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>'


def _scale_beside(plot: Plot) -> Iterator[str]:
    left, top, width, height = plot.box
    for step in range(5):
        y = top + height * (1 - step / 4)
        yield _line(left, y, left + width, y)
        yield _words(left - 8, y + 4, f"{plot.top * step / 4:g}", anchor="end")
    every = ceil(len(plot.categories) * 44 / width) if width else 1
    for index, name in enumerate(plot.categories):
        if index % every == 0:
            x = left + width * plot.place(index)
            yield _words(x, top + height + 18, name, anchor="middle")


def _scale_below(plot: Plot) -> Iterator[str]:
    left, top, width, height = plot.box
    for step in range(5):
        x = left + width * step / 4
        yield _line(x, top, x, top + height)
        yield _words(x, top + height + 18, f"{plot.top * step / 4:g}", anchor="middle")
    for index, name in enumerate(plot.categories):
        short = name if len(name) <= 26 else f"{name[:25]}…"
        yield _words(left - 8, top + height * plot.place(index) + 4, short, anchor="end")


def _legend(plot: Plot, height: int) -> Iterator[str]:
    x = plot.box[0]
    for name, color in zip(plot.names, plot.colors, strict=True):
        yield _box(x, height - 22, 12, 12, color)
        yield _words(x + 18, height - 12, name)
        x += 36 + 7 * len(name)


def _box(x: float, y: float, width: float, height: float, color: str) -> str:
    size = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {size} fill="{color}"/>'


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{_LINE}"/>'


def _words(
    x: float, y: float, text: str, *, size: int = 12, weight: str = "", anchor: str = "start"
) -> str:
    look = f'font-size="{size}" font-weight="{weight or "normal"}" text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{_INK}" {look}>{escape(text)}</text>'
