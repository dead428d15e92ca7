"""A tab of ours as the XML of a sheet, written as a whole (ECMA-376, 18.3.1.99).

Nothing of an earlier run is left in it that would have to be cleared away, and a plan of 10,000
rows takes a fraction of the second that a tree of elements would.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from lxml import etree

from sheetsync.model import Cell, Row, Tab, column_letters
from sheetsync.model.fitting import fitting_height
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.names import (
    area_name,
    cell_name,
    excel_formula,
    leads_to_plan,
    placed,
    reference,
    runs,
)
from sheetsync.workbooks.values import serial, storable
from sheetsync.workbooks.xlsx.cells import without_cells
from sheetsync.workbooks.xlsx.opc import (
    HEAD,
    MAIN,
    OFFICE,
    Element,
    children,
    escape,
    listed,
    parse,
)

MOST_LINKS = 65_530
"""Excel's limit of links on one sheet; rows after it stay without."""

_CHOSEN = ("tabSelected", "zoomScale", "zoomScaleNormal")
_ESCAPE_LIKE = re.compile(r"_(?=x[\dA-Fa-f]{4}_)")
# One A4 page wide, as many high as it takes (ECMA-376, 18.3.1.63: paperSize 9).
_PAPER = (
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
)
# What people may have added to a tab of ours. A filter or a table of theirs was over other cells,
# and goes.
_KEPT = ("sheetProtection", "protectedRanges", "headerFooter", "legacyDrawing", "extLst")
_CUT = "sheetsync: cut here"
_PAGES = "P / &amp;N"  # how a footer of ours ends, as it is escaped


@frozen
class Setting:
    """What a sheet's XML needs beside its tab.

    `style` gives the number of a cell's style. Without a `plan_tab` nothing is linked, and formulas
    that need one leave their cells blank. `grid` shows the lines between cells.
    """

    style: Callable[[Cell], int]
    plan_tab: str
    epoch_1904: bool = False
    grid: bool = False


@frozen
class Extras:
    """Elements of the sheet that other parts of the package belong to."""

    rules: str = ""
    drawing: str = ""


_NO_EXTRAS = Extras()


def sheet_xml(
    tab: Tab, setting: Setting, *, before: bytes = b"", extras: Extras = _NO_EXTRAS
) -> str:
    """The sheet that shows `tab`, with what people set on the sheet `before`."""
    old = parse(without_cells(before)) if before else etree.Element(f"{{{MAIN}}}worksheet")
    opening, kept = _kept_elements(old)
    extent = _extent(tab)
    pieces = (
        *(HEAD, opening, _properties(tab), f'<dimension ref="A1:{cell_name(*extent)}"/>'),
        *(_view(tab, setting, old), '<sheetFormatPr defaultRowHeight="15"/>', _columns(tab)),
        *("<sheetData>", *_rows(tab, setting, extent[1]), "</sheetData>"),
        *(kept["sheetProtection"], kept["protectedRanges"], _filter(tab), _merges(tab)),
        *(extras.rules, _links(tab, setting.plan_tab), _PAPER),
        *(_footer(tab, kept["headerFooter"]), _breaks(tab)),
        *(extras.drawing, kept["legacyDrawing"], kept["extLst"]),
        "</worksheet>",
    )
    return "".join(pieces)


def _kept_elements(old: Element) -> tuple[str, dict[str, str]]:
    """The start tag and the elements below it that people set, as written; "" for none."""
    more = {key: space for key, space in old.nsmap.items() if space not in (MAIN, OFFICE)}
    spaces: Any = {**more, None: MAIN, "r": OFFICE}  # typed as if the default had no place in it
    attributes = {str(name): str(value) for name, value in old.items()}
    root = etree.Element(f"{{{MAIN}}}worksheet", attributes, nsmap=spaces)
    for name in _KEPT:
        root.append(etree.Comment(_CUT))
        root.extend(deepcopy(children(old, name)[:1]))
    for child in root:
        child.tail = None
    text = etree.tostring(root, encoding="unicode").removesuffix("</worksheet>")
    opening, *found = text.split(f"<!--{_CUT}-->")
    return opening, dict(zip(_KEPT, found, strict=True))


def _properties(tab: Tab) -> str:
    # Excel wants an alpha channel before the colour.
    color = f'<tabColor rgb="FF{tab.color}"/>' if tab.color else ""
    return f'<sheetPr>{color}<pageSetUpPr fitToPage="1"/></sheetPr>'


def _view(tab: Tab, setting: Setting, old: Element) -> str:
    views = listed(old, "sheetViews", "sheetView")
    chosen = {name: views[0].get(name) for name in _CHOSEN} if views else {}
    zoom = "".join(f' {name}="{escape(told)}"' for name, told in chosen.items() if told)
    grid = "" if setting.grid else ' showGridLines="0"'
    pane = ""
    if tab.frozen_rows:
        below = f'topLeftCell="A{tab.frozen_rows + 1}" activePane="bottomLeft" state="frozen"'
        pane = f'<pane ySplit="{tab.frozen_rows}" {below}/>'
    opening = f'<sheetView{grid}{zoom} workbookViewId="0">'
    return f"<sheetViews>{opening}{pane}</sheetView></sheetViews>"


def _columns(tab: Tab) -> str:
    columns = []
    for start, end, width in runs(tab.widths):
        # With a width of 0 a hidden column would stay invisible to whoever shows it.
        shown = f'width="{width:g}"' if width else 'width="9" hidden="1"'
        columns.append(f'<col min="{start + 1}" max="{end}" {shown} customWidth="1"/>')
    return f"<cols>{''.join(columns)}</cols>" if columns else ""


def _rows(tab: Tab, setting: Setting, columns: int) -> Iterator[str]:
    letters = [column_letters(column) for column in range(1, columns + 1)]
    for number, row in enumerate(tab.rows, 1):
        height = fitting_height(row, tab.widths) if row.height is None else row.height
        sized = "" if height is None else f' ht="{height:g}" customHeight="1"'
        cells = "".join(_cells(row, number, letters, setting))
        yield f'<row r="{number}"{sized}>{cells}</row>'


def _cells(row: Row, number: int, letters: list[str], setting: Setting) -> Iterator[str]:
    """The row's cells; a wide one is followed by blanks that look like it."""
    column = 0
    for cell in row.cells:
        style = setting.style(cell)
        styled = f' s="{style}"' if style else ""
        content = _content(cell, number, setting)
        if styled or content != "/>":
            yield f'<c r="{letters[column]}{number}"{styled}{content}'
        if styled:
            for blank in range(column + 1, column + cell.span):
                yield f'<c r="{letters[blank]}{number}"{styled}/>'
        column += cell.span


def _content(cell: Cell, row: int, setting: Setting) -> str:
    """The rest of the element, from the cell's type on."""
    if cell.formula and (setting.plan_tab or not leads_to_plan(cell.formula)):
        formula = excel_formula(cell.formula, row=row, plan_tab=setting.plan_tab)
        # Without a last result: programs calculate such a cell when they open the file.
        return f"><f>{escape(formula, quote=False)}</f></c>"
    value = None if cell.formula else storable(cell.value)
    if value is None:
        return "/>"
    if isinstance(value, bool):
        return f' t="b"><v>{value:d}</v></c>'
    if isinstance(value, str):
        return f' t="inlineStr"><is>{_text(value)}</is></c>'
    number = serial(value, epoch_1904=setting.epoch_1904) if isinstance(value, date) else value
    # `repr` gives the shortest text that reads back as the same float.
    return f"><v>{number!r}</v></c>"


def _text(text: str) -> str:
    """Text goes into the cell itself: the shared strings only ever grow, run after run."""
    # ECMA-376, 22.9.2.19: "_x0041_" in a text stands for a character unless it is escaped.
    shown = escape(_ESCAPE_LIKE.sub("_x005F_", text), quote=False)
    # Excel drops blanks at either end of a text unless told to keep them.
    kept = "" if text == " ".join(text.split()) else ' xml:space="preserve"'
    return f"<t{kept}>{shown}</t>"


def _merges(tab: Tab) -> str:
    merged = [
        f'<mergeCell ref="{cell_name(row, column)}:{cell_name(row, column + cell.span - 1)}"/>'
        for row, column, cell in placed(tab)
        if cell.span > 1
    ]
    count = len(merged)
    return f'<mergeCells count="{count}">{"".join(merged)}</mergeCells>' if merged else ""


def _links(tab: Tab, plan_tab: str) -> str:
    links = [
        f'<hyperlink ref="{cell_name(row, column)}" '
        f'location="{escape(reference(cell.tab or plan_tab, cell.target))}"/>'
        for row, column, cell in placed(tab)
        if cell.target and plan_tab
    ]
    return f"<hyperlinks>{''.join(links[:MOST_LINKS])}</hyperlinks>" if links else ""


def _filter(tab: Tab) -> str:
    if tab.filtered is None:
        return ""
    return f'<autoFilter ref="{area_name(tab.filtered)}"/>'


def _footer(tab: Tab, kept: str) -> str:
    """The footer that people set, else ours, which has page numbers and a day."""
    if kept and _PAGES not in kept:
        return kept
    footer = f"&L&8{tab.footer.replace('&', '&&')}&R&8&P / &N" if tab.footer else ""
    return f"<headerFooter><oddFooter>{escape(footer)}</oddFooter></headerFooter>" if footer else ""


def _breaks(tab: Tab) -> str:
    """The page breaks, each before the row of its `id`, from 0 (ECMA-376, 18.3.1.3)."""
    marks = "".join(f'<brk id="{row - 1}" max="16383" man="1"/>' for row in tab.breaks)
    count = len(tab.breaks)
    return f'<rowBreaks count="{count}" manualBreakCount="{count}">{marks}</rowBreaks>' * bool(
        count
    )


def _extent(tab: Tab) -> tuple[int, int]:
    """Rows and columns of the tab, at least one of each."""
    widths = [sum(cell.span for cell in row.cells) for row in tab.rows]
    return max(1, len(tab.rows)), max([1, *widths])
