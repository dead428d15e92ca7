"""What a tab of ours calculates: its formulas, and the cells that turn red by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sheetsync.model import Area, Formula, Tab
from sheetsync.workbooks.cell_names import placed
from sheetsync.workbooks.google.looks import color, grid_range
from sheetsync.workbooks.titles import google_formula

_RED = {
    "backgroundColorStyle": color("B3261E"),
    "textFormat": {"bold": True, "foregroundColorStyle": color("FFFFFF")},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a tab is drawn: the spreadsheet, the tab's id, and the plan tab that it leads to."""

    spreadsheet: str
    sheet_id: int
    plan_id: int
    plan_tab: str


def formulas(tab: Tab, site: Site) -> Iterator[dict[str, Any]]:
    """One request for each run of one formula down a column: Google moves its references along."""
    runs: dict[tuple[int, int], tuple[Formula, int]] = {}  # row after the run, column: first row
    for row, column, cell in placed(tab):
        if cell.formula:
            formula, first = runs.pop((row, column), (cell.formula, row))
            if formula != cell.formula:
                runs[row, column] = formula, first
                first = row
            runs[row + 1, column] = cell.formula, first
    for (after, column), (formula, first) in runs.items():
        area = Area(top=first, left=column, bottom=after - 1, right=column)
        value = {"userEnteredValue": {"formulaValue": _filled(formula, first, site)}}
        yield {
            "repeatCell": {
                "range": grid_range(area, site.sheet_id),
                "cell": value,
                "fields": "userEnteredValue",
            }
        }


def alarms(tab: Tab, site: Site) -> Iterator[dict[str, Any]]:
    """A rule for each cell that turns red by itself."""
    for row, column, cell in placed(tab):
        if cell.alarm:
            area = Area(top=row, left=column, bottom=row, right=column + cell.span - 1)
            when = {
                "type": "CUSTOM_FORMULA",
                "values": [{"userEnteredValue": _filled(cell.alarm, row, site)}],
            }
            rule = {
                "ranges": [grid_range(area, site.sheet_id)],
                "booleanRule": {"condition": when, "format": _RED},
            }
            yield {"addConditionalFormatRule": {"rule": rule, "index": 0}}


def pixels(width: float) -> int:
    """A column's width: a letter of the usual font is 7 pixels wide, and a cell has 5 to spare."""
    return round(width * 7 + 5)


def _filled(formula: Formula, row: int, site: Site) -> str:
    return google_formula(formula, row=row, plan_tab=site.plan_tab, plan_id=site.plan_id)
