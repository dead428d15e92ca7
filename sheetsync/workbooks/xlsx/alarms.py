"""Cells of ours that turn into a red warning by themselves, as rules in an .xlsx package."""

import re
from html import escape

from sheetsync.model import Tab
from sheetsync.workbooks.cell_names import cell_name, placed
from sheetsync.workbooks.titles import excel_formula
from sheetsync.workbooks.xlsx.parts import Parts, before_first

_STYLES = "xl/styles.xml"
_RED = (
    '<dxf><font><b/><color rgb="FFFFFFFF"/></font>'
    '<fill><patternFill patternType="solid"><bgColor rgb="FFB3261E"/></patternFill></fill></dxf>'
)
_LIST = re.compile(r"<dxfs\b[^>]*?(?:/>|>(?P<inside>.*?)</dxfs>)", re.DOTALL)
_ONE = re.compile(r"<dxf[\s/>]")
# What may follow the rules on a sheet, and the list of their looks (ECMA-376, 18.3.1.99, 18.8.39).
_AFTER_RULES = (
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "drawing", "legacyDrawing", "tableParts", "extLst"),
)
_AFTER_LOOKS = ("tableStyles", "colors", "extLst")


def put_alarms(parts: Parts, sheet: str, tab: Tab, *, plan_tab: str) -> None:
    """Give the part `sheet`, which has no rules, one for each alarm of the tab."""
    text = parts[sheet].decode()
    alarms = [(row, column, cell.alarm) for row, column, cell in placed(tab) if cell.alarm]
    if alarms:
        look = _look(parts)
        rules = "".join(
            _rule(
                cell_name(row, column),
                excel_formula(alarm, row=row, plan_tab=plan_tab),
                look=look,
            )
            for row, column, alarm in alarms
        )
        text = before_first(text, _AFTER_RULES, rules, end="worksheet")
    parts[sheet] = text.encode()


def _rule(cell: str, formula: str, *, look: int) -> str:
    return (
        f'<conditionalFormatting sqref="{cell}"><cfRule type="expression" dxfId="{look}" '
        f'priority="1"><formula>{escape(formula, quote=False)}</formula></cfRule>'
        "</conditionalFormatting>"
    )


def _look(parts: Parts) -> int:
    """The number of the red look in the workbook's list, to which it is added once."""
    styles = parts[_STYLES].decode()
    match = _LIST.search(styles)
    inside = (match["inside"] or "") if match else ""
    before, red, _ = inside.partition(_RED)
    count = len(_ONE.findall(before))
    if red:
        return count
    looks = f'<dxfs count="{count + 1}">{inside}{_RED}</dxfs>'
    if match:
        styles = styles[: match.start()] + looks + styles[match.end() :]
    else:
        styles = before_first(styles, _AFTER_LOOKS, looks, end="styleSheet")
    parts[_STYLES] = styles.encode()
    return count
