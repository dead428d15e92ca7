"""Cells of ours that turn into a red warning by themselves, as rules of an .xlsx sheet."""

from html import escape

from sheetsync.model import Tab
from sheetsync.workbooks.cell_names import cell_name, placed
from sheetsync.workbooks.titles import excel_formula
from sheetsync.workbooks.xlsx.styles import Styles


def alarm_rules(styles: Styles, tab: Tab, *, plan_tab: str) -> str:
    """The elements of a sheet that shows the tab, one an alarm; their look is in `styles` then."""
    return "".join(
        f'<conditionalFormatting sqref="{cell_name(row, column)}"><cfRule type="expression" '
        f'dxfId="{styles.alarm()}" priority="1"><formula>'
        f"{escape(excel_formula(cell.alarm, row=row, plan_tab=plan_tab), quote=False)}"
        "</formula></cfRule></conditionalFormatting>"
        for row, column, cell in placed(tab)
        if cell.alarm
    )
