"""How a cell of a Google spreadsheet looks, as the styles of a page."""

from typing import Any

from tests.workbooks.google_views import hex_color

Answer = dict[str, Any]

_SIDES = ("top", "right", "bottom", "left")
_ALIGN = {"LEFT": "left", "CENTER": "center", "RIGHT": "right"}
_ACROSS = {"left": "flex-start", "center": "center", "right": "flex-end"}
_DOWN = {"TOP": "top", "MIDDLE": "middle", "BOTTOM": "bottom"}
_ALONG = {"top": "flex-start", "middle": "center", "bottom": "flex-end"}
_LINES = {"SOLID": "1px solid", "SOLID_MEDIUM": "2px solid", "DOTTED": "1px dotted"}
_LINK = "#1155cc"  # Google's own colour of links


def shown_text(cell: Answer, given: str | None) -> str:
    """What the cell shows; a formula that was not calculated shows itself, or what is given."""
    formula: str = cell.get("userEnteredValue", {}).get("formulaValue", "")
    if given is not None:
        return given
    waits = cell.get("effectiveValue", {}).get("errorValue", {}).get("type") == "LOADING"
    return formula if formula and waits else cell.get("formattedValue", "")


def lies_over(cell: Answer, text: str) -> bool:
    """Whether the text may run over the blank cells beside it."""
    own = cell.get("userEnteredFormat", {})
    left = own.get("horizontalAlignment", "LEFT") == "LEFT"
    overflows = own.get("wrapStrategy", "OVERFLOW_CELL") == "OVERFLOW_CELL"
    return bool(text) and left and overflows and "numberValue" not in cell.get("effectiveValue", {})


def cell_style(cell: Answer, alarm: Answer) -> tuple[str, str]:
    """Styles of the cell and of what stands in it; `alarm` wins over the cell's own format."""
    own = cell.get("userEnteredFormat", {})
    across = _ALIGN[own.get("horizontalAlignment") or _usual_align(cell)]
    down = _DOWN[own.get("verticalAlignment", "BOTTOM")]
    outer = [f"vertical-align:{down}", *_borders(own)]
    fill = hex_color(alarm.get("backgroundColorStyle") or own.get("backgroundColorStyle"))
    outer += [f"background:#{fill}"] if fill else []
    wraps = own.get("wrapStrategy") == "WRAP"
    inner = [
        f"text-align:{across}",
        f"justify-content:{_ACROSS[across]}",
        f"align-items:{_ALONG[down]}",
        *_padding(own),
        "white-space:pre-wrap;overflow-wrap:break-word" if wraps else "white-space:pre",
        *_font({**own.get("textFormat", {}), **alarm.get("textFormat", {})}),
    ]
    return ";".join(outer), ";".join(inner)


def _padding(own: Answer) -> list[str]:
    """What stands between the words and the cell's edges, where it is not the page's usual."""
    sides = own.get("padding")
    return [f"padding:{' '.join(f'{sides[side]}px' for side in _SIDES)}"] if sides else []


def _usual_align(cell: Answer) -> str:
    kind = next(iter(cell.get("effectiveValue", {})), "stringValue")
    return {"numberValue": "RIGHT", "boolValue": "CENTER"}.get(kind, "LEFT")


def _font(text: Answer) -> list[str]:
    linked = "link" in text
    color = hex_color(text.get("foregroundColorStyle"))
    font = [f"color:#{color}" if color else f"color:{_LINK if linked else '#000'}"]
    font += [f"font-size:{text['fontSize']}pt"] if "fontSize" in text else []
    font += ["font-weight:bold"] if text.get("bold") else []
    font += ["font-style:italic"] if text.get("italic") else []
    # A link is underlined unless it is told not to be.
    return font + (["text-decoration:none"] if not text.get("underline", linked) else [])


def _borders(own: Answer) -> list[str]:
    return [
        f"border-{side}:{_LINES.get(line.get('style', ''), '1px solid')} "
        f"#{hex_color(line.get('colorStyle', {'rgbColor': {}}))}"
        for side, line in own.get("borders", {}).items()
        if line.get("style", "NONE") != "NONE"
    ]
