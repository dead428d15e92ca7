"""Formats: the default one, and colours kept in both of the ways in which the API shows them."""

import struct
from functools import cache
from math import ceil
from typing import Any

WHITE = {"red": 1, "green": 1, "blue": 1}

DEFAULT_FORMAT: dict[str, Any] = {
    "backgroundColor": WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {},
        "fontFamily": "arial,sans,sans-serif",
        "fontSize": 10,
        "bold": False,
        "italic": False,
        "strikethrough": False,
        "underline": False,
        "foregroundColorStyle": {"rgbColor": {}},
    },
    "backgroundColorStyle": {"rgbColor": WHITE},
}

_THEME = {
    "TEXT": {},
    "BACKGROUND": WHITE,
    "ACCENT1": {"red": 0.25882354, "green": 0.52156866, "blue": 0.95686275},
    "ACCENT2": {"red": 0.91764706, "green": 0.2627451, "blue": 0.20784314},
    "ACCENT3": {"red": 0.9843137, "green": 0.7372549, "blue": 0.015686275},
    "ACCENT4": {"red": 0.20392157, "green": 0.65882355, "blue": 0.3254902},
    "ACCENT5": {"red": 1, "green": 0.42745098, "blue": 0.003921569},
    "ACCENT6": {"red": 0.27450982, "green": 0.7411765, "blue": 0.7764706},
    "LINK": {"red": 0.06666667, "green": 0.33333334, "blue": 0.8},
}

THEME: dict[str, Any] = {
    "primaryFontFamily": "Arial",
    "themeColors": [
        {"colorType": kind, "color": {"rgbColor": color}} for kind, color in _THEME.items()
    ],
}

_COLORS = ("backgroundColor", "foregroundColor", "tabColor", "color")


def with_both_colors(value: Any, new: Any) -> Any:
    """`value` with each colour in both forms; where they differ, the form that `new` uses wins."""
    if not isinstance(value, dict):
        return value
    new = new if isinstance(new, dict) else {}
    result = {key: with_both_colors(item, new.get(key)) for key, item in value.items()}
    for name in _COLORS:
        _pair(result, name, plain_wins=name in new or name + "Style" not in new)
    return result


def _pair(value: dict[str, Any], name: str, *, plain_wins: bool) -> None:
    style = name + "Style"
    if name in value and (plain_wins or style not in value):
        value[name] = _kept(value[name])
        value[style] = {"rgbColor": value[name]}
    elif "rgbColor" in value.get(style, {}):
        value[name] = _kept(value[style]["rgbColor"])
        value[style] = {"rgbColor": value[name]}


def _kept(color: Any) -> Any:
    """Each part is kept as one of 256; zero, as every default, is left out of answers."""
    parts = {key: _shown(ceil(part * 255 - 0.5)) for key, part in color.items()}
    return {key: part for key, part in parts.items() if part}


@cache
def _shown(part: int) -> float:
    """A 255th as the shortest number that names the same 32-bit float."""
    single = struct.pack("f", part / 255)
    shorter = (float(f"{part / 255:.{digits}g}") for digits in range(1, 9))
    return next(
        (short for short in shorter if struct.pack("f", short) == single), round(part / 255, 9)
    )


def over(default: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """`own` on top of `default`, level by level."""
    result = dict(default)
    for key, value in own.items():
        below = default.get(key)
        nested = isinstance(value, dict) and isinstance(below, dict) and "olor" not in key
        result[key] = over(below, value) if nested and below is not None else value
    return result
