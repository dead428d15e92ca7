"""Puts tabs of ours into a package; of all else only the lists that they stand in change."""

from collections.abc import Sequence
from html import escape

from sheetsync.model import Tab
from sheetsync.workbooks.cell_names import cell_name, placed
from sheetsync.workbooks.titles import excel_formula
from sheetsync.workbooks.xlsx.blank import NO_STYLES, STYLES_KIND
from sheetsync.workbooks.xlsx.charts import put_charts
from sheetsync.workbooks.xlsx.edits import add_part, edited, relate
from sheetsync.workbooks.xlsx.marks import Marks, repeat_rows
from sheetsync.workbooks.xlsx.opc import Element, Parts, main_part, parse, related, says
from sheetsync.workbooks.xlsx.sheet_xml import Extras, Setting, sheet_xml
from sheetsync.workbooks.xlsx.styles import Styles
from sheetsync.workbooks.xlsx.workbook_xml import (
    add_sheet,
    forget_calculated,
    highest_style,
    sheet_id,
    sheet_parts,
    titles,
)


def put_tabs(parts: Parts, tabs: Sequence[Tab], *, plan_tab: str) -> None:
    """Write the tabs of the plan on `plan_tab`, each into its own sheet or a new one.

    Where the workbook has no such tab, nothing is linked with it.
    """
    with edited(parts, main_part(parts)) as workbook:
        linked = plan_tab if plan_tab in titles(workbook) else ""
        marks = Marks(workbook, plan_tab)
        drawn = {_own_sheet(parts, workbook, marks, tab): tab for tab in tabs}
        for title, tab in drawn.items():
            marks.name_blocks(tab, title)
            repeat_rows(workbook, tab, title)
        _draw(parts, workbook, drawn, plan_tab=linked, grid=False)
        forget_calculated(parts, {sheet_id(workbook, title) for title in drawn})


def lacks_tabs(parts: Parts, tabs: Sequence[Tab], *, plan_tab: str) -> bool:
    """Whether one of the tabs would be a new one."""
    marks = Marks(parse(parts[main_part(parts)]), plan_tab)
    return not all(marks.title(tab) for tab in tabs)


def put_staff_tab(parts: Parts, tab: Tab) -> None:
    """Write a tab that is staff's from then on into a package without sheets."""
    with edited(parts, main_part(parts)) as workbook:
        add_sheet(parts, workbook, tab.title)
        repeat_rows(workbook, tab, tab.title)
        _draw(parts, workbook, {tab.title: tab}, plan_tab="", grid=True)


def _own_sheet(parts: Parts, workbook: Element, marks: Marks, tab: Tab) -> str:
    """The title of the sheet that takes `tab`: the marked one, or a new one behind all others."""
    title = marks.title(tab)
    if not title:
        title = marks.free_title(tab)
        add_sheet(parts, workbook, title)
        marks.mark(tab, title)
    return title


def _draw(
    parts: Parts, workbook: Element, drawn: dict[str, Tab], *, plan_tab: str, grid: bool
) -> None:
    with edited(parts, _styles_part(parts)) as root:
        styles = Styles(root, referred=lambda: highest_style(parts, workbook))
        setting = Setting(
            style=styles.number,
            plan_tab=plan_tab,
            epoch_1904=says(workbook, "workbookPr", "date1904"),
            grid=grid,
        )
        sheets = sheet_parts(parts, workbook)
        for title, tab in drawn.items():
            extras = Extras(
                rules=_alarm_rules(styles, tab, plan_tab=plan_tab),
                drawing=put_charts(parts, sheets[title], tab, title=title),
            )
            before = parts[sheets[title]]
            parts[sheets[title]] = sheet_xml(tab, setting, before=before, extras=extras).encode()


def _alarm_rules(styles: Styles, tab: Tab, *, plan_tab: str) -> str:
    """The rules by which cells turn into a red warning by themselves, one an alarm."""
    return "".join(
        f'<conditionalFormatting sqref="{cell_name(row, column)}"><cfRule type="expression" '
        f'dxfId="{styles.alarm()}" priority="1"><formula>'
        f"{escape(excel_formula(cell.alarm, row=row, plan_tab=plan_tab), quote=False)}"
        "</formula></cfRule></conditionalFormatting>"
        for row, column, cell in placed(tab)
        if cell.alarm
    )


def _styles_part(parts: Parts) -> str:
    """The part of the styles, made where the workbook has none."""
    main = main_part(parts)
    there = [part for part in related(parts, main, "styles") if part in parts]
    if not there:
        there = ["xl/styles.xml"]
        add_part(parts, there[0], NO_STYLES, kind=STYLES_KIND)
        relate(parts, main, "styles", there[0])
    return there[0]
