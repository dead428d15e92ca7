"""One tab of a Google spreadsheet as a page that looks as Google Sheets would show it.

It takes the answer of `spreadsheets.get` with `includeGridData`. By hand, for a running emulator:

    python -m tests.rendering.sheet_html http://127.0.0.1:PORT SPREADSHEET TITLE > page.html
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.request import urlopen

from sheetsync.model import Area
from tests.rendering.sheet_cells import cell_style, lies_over, shown_text
from tests.rendering.sheet_charts import chart_svg
from tests.workbooks.google_views import area_of, sizes
from tests.workbooks.views import USUAL_HEIGHT, address, letters

Answer = dict[str, Any]

ROW_NUMBERS = 46  # the column of row numbers, in pixels
_PAGE = """<!DOCTYPE html><html lang="ru"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ margin: 0; background: #fff }}
table {{ border-collapse: separate; border-spacing: 0; table-layout: fixed; width: {width}px }}
td, th {{ padding: 0; position: relative; font: 10pt/1.2 Arial, "Liberation Sans", sans-serif }}
th {{ background: #f8f9fa; color: #5f6368; font-size: 8pt; font-weight: normal; line-height: 1;
  box-shadow: inset -1px -1px #c0c0c0 }}
td {{ {grid} }}
td > div {{ padding: 2px 3px; box-sizing: border-box; width: 100% }}
td.fixed > div, td.over > div {{ position: absolute; inset: 0; display: flex; overflow: hidden }}
td.over > div {{ z-index: 1 }}
tr.frozen td, tr.frozen th {{ height: 4px; background: #bdc1c6; box-shadow: none }}
a {{ color: inherit }}
svg {{ position: absolute; top: 0; z-index: 2; background: #fff; border: 1px solid #dadce0 }}
</style>
<table><colgroup><col style="width:{numbers}px">{columns}</colgroup>
{rows}</table></html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One tab of an answer. `given` are the values of formulas, by address."""

    answer: Answer
    given: Mapping[str, str] = field(default_factory=dict)
    alarmed: bool = False  # as if the formula of every warning were true

    @property
    def data(self) -> Answer:
        """Its cells and sizes."""
        data: Answer = self.answer["data"][0]
        return data

    def cell(self, row: int, column: int) -> Answer:
        """A cell of it; rows and columns count from 1."""
        lines = self.data.get("rowData", [])
        cells = lines[row - 1].get("values", []) if row <= len(lines) else []
        return cells[column - 1] if column <= len(cells) else {}

    def text(self, row: int, column: int) -> str:
        """What the cell shows."""
        return shown_text(self.cell(row, column), self.given.get(address(row, column)))


def sheet_html(
    answer: Answer, title: str, *, given: Mapping[str, str] | None = None, alarmed: bool = False
) -> str:
    """The page of the tab of that title."""
    found = next(s for s in answer["sheets"] if s["properties"]["title"] == title)
    sheet = Sheet(answer=found, given=given or {}, alarmed=alarmed)
    widths = sizes(sheet.data["columnMetadata"])
    lines = found["properties"]["gridProperties"].get("hideGridlines")
    return _PAGE.format(
        title=escape(title),
        width=ROW_NUMBERS + sum(widths),
        numbers=ROW_NUMBERS,
        grid="" if lines else "box-shadow: inset -1px -1px #e2e3e3",
        columns="".join(f'<col style="width:{width}px">' for width in widths if width),
        rows="".join(_rows(sheet, widths)),
    )


def _rows(sheet: Sheet, widths: list[int]) -> Iterator[str]:
    shown = [column for column, width in enumerate(widths, 1) if width]
    head = "".join(f"<th>{letters(column)}</th>" for column in shown)
    yield f'<tr style="height:24px"><th></th>{head}</tr>\n'
    merges = {(a.top, a.left): a for a in map(area_of, sheet.answer.get("merges", []))}
    frozen = sheet.answer["properties"]["gridProperties"].get("frozenRowCount", 0)
    for row, height in enumerate(sizes(sheet.data["rowMetadata"]), 1):
        cells = "".join(_cells(sheet, row, widths, merges)) if height else ""
        number = f"<th>{row}{''.join(_charts(sheet, row, widths))}</th>"
        yield f'<tr style="height:{height}px">{number}{cells}</tr>\n' if height else ""
        if row == frozen:
            yield f'<tr class="frozen"><td colspan="{len(shown) + 1}"></td></tr>\n'


def _cells(
    sheet: Sheet, row: int, widths: list[int], merges: Mapping[tuple[int, int], Area]
) -> Iterator[str]:
    covered = {
        (at, column)
        for area in merges.values()
        for at in range(area.top, area.bottom + 1)
        if at == row
        for column in range(area.left, area.right + 1)
    } - set(merges)
    for column, width in enumerate(widths, 1):
        if width and (row, column) not in covered:
            one = Area(top=row, left=column, bottom=row, right=column)
            yield _cell(sheet, merges.get((row, column), one), widths)


def _cell(sheet: Sheet, area: Area, widths: list[int]) -> str:
    row, column = area.top, area.left
    cell, text = sheet.cell(row, column), sheet.text(row, column)
    outer, inner = cell_style(cell, _alarm(sheet, row, column) if sheet.alarmed else {})
    room = 0
    if area.right == column and lies_over(cell, text):
        room = sum(widths[column - 1 : _free_until(sheet, row, column, len(widths))])
        inner += f";width:{room}px"
    sized = sizes(sheet.data["rowMetadata"][row - 1 : row]) != [USUAL_HEIGHT]
    kind = "over" if room else "fixed" if sized else "fitted"
    spans = f'colspan="{sum(w > 0 for w in widths[column - 1 : area.right])}"'
    spans += f' rowspan="{area.bottom - row + 1}"'
    opening = f'<td class="{kind}" {spans} data-cell="{address(row, column)}" style="{outer}">'
    return f"{opening}{_words(cell, text, inner)}</td>"


def _words(cell: Answer, text: str, style: str) -> str:
    words = escape(text)
    if "hyperlink" in cell:
        words = f'<a href="{escape(cell["hyperlink"])}">{words}</a>'
    return f'<div style="{style}"><span>{words}</span></div>' if text else ""


def _free_until(sheet: Sheet, row: int, column: int, last: int) -> int:
    """The last column before the next cell that holds anything: so far may a text reach."""
    while column < last and not sheet.text(row, column + 1):
        column += 1
    return column


def _alarm(sheet: Sheet, row: int, column: int) -> Answer:
    for rule in sheet.answer.get("conditionalFormats", []):
        for area in map(area_of, rule["ranges"]):
            if area.top <= row <= area.bottom and area.left <= column <= area.right:
                shown: Answer = rule.get("booleanRule", {}).get("format", {})
                return shown
    return {}


def _charts(sheet: Sheet, row: int, widths: list[int]) -> Iterator[str]:
    """The charts that hang in this row, from its number on."""
    for chart in sheet.answer.get("charts", []):
        overlay = chart["position"]["overlayPosition"]
        anchor = overlay.get("anchorCell", {})
        if anchor.get("rowIndex", 0) + 1 == row:
            left = sum(widths[: anchor.get("columnIndex", 0)]) + overlay.get("offsetXPixels", 0)
            yield chart_svg(chart, sheet.text, left=ROW_NUMBERS + left)


def main() -> None:
    base, spreadsheet, title = sys.argv[1:4]
    address_ = f"{base}/v4/spreadsheets/{spreadsheet}?includeGridData=true"
    with urlopen(address_) as response:
        print(sheet_html(json.load(response), title))


if __name__ == "__main__":
    main()
