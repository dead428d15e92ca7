"""Cells of ours that turn into a red warning by themselves, as rules in an .xlsx package."""

import re
from html import escape

from sheetsync.model import Tab
from sheetsync.workbooks.cell_names import cell_name, placed
from sheetsync.workbooks.titles import excel_formula
from sheetsync.workbooks.xlsx.parts import Parts

_STYLES = "xl/styles.xml"
_RED = (
    '<dxf><font><b/><color rgb="FFFFFFFF"/></font>'
    '<fill><patternFill patternType="solid"><bgColor rgb="FFB3261E"/></patternFill></fill></dxf>'
)
_LIST = re.compile(r"<dxfs\b[^>]*?(?:/>|>(?P<inside>.*?)</dxfs>)", re.DOTALL)
_ONE = re.compile(r"<dxf[\s/>]")
# What may follow the list of looks (ECMA-376, 18.8.39).
_AFTER_LOOKS = re.compile(r"<(?:tableStyles|colors|extLst)\b|</styleSheet>")


def alarm_rules(parts: Parts, tab: Tab, *, plan_tab: str) -> str:
    """The elements of a sheet that shows the tab, one an alarm; their look is in `parts` then."""
    alarms = [(row, column, cell.alarm) for row, column, cell in placed(tab) if cell.alarm]
    look = _look(parts) if alarms else 0
    return "".join(
        _rule(cell_name(row, column), excel_formula(alarm, row=row, plan_tab=plan_tab), look=look)
        for row, column, alarm in alarms
    )


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
        styles = _AFTER_LOOKS.sub(lambda after: looks + after[0], styles, count=1)
    parts[_STYLES] = styles.encode()
    return count
