"""What people do to tabs, theirs and ours, and to the names that the spreadsheet has."""

from collections.abc import Callable
from typing import Any

from tests.drivers.google.edits import Edit
from tests.drivers.google.ground import Requests, Site, area, spot
from tests.sheets_emulator import people
from tests.sheets_emulator.state import Sheet

SUMMARY, CONTROL = "summary", "control"
_RED = {"userEnteredFormat": {"backgroundColor": {"red": 1}}}


def _tab(key: str, edit: Callable[[Sheet], Requests]) -> Edit:
    """An edit of our tab of that key."""

    def done(site: Site) -> Requests | None:
        sheet = site.ours().get(key)
        return None if sheet is None else edit(sheet)

    return done


def _span(sheet: Sheet, dimension: str, start: int, count: int = 1) -> dict[str, Any]:
    span = {"startIndex": start, "endIndex": start + count}
    return {"sheetId": sheet.id, "dimension": dimension, **span}


def _clear(sheet: Sheet) -> Requests:
    return [{"updateCells": {"range": {"sheetId": sheet.id}, "fields": "userEnteredValue"}}]


def _occupy(sheet: Sheet) -> Requests:
    words = [[f"закупка {n}", f"{n}00 руб."] for n in range(60)]
    return [*_clear(sheet), *people.paste(sheet.id, 0, 0, words[: sheet.row_count])]


def _chart(sheet: Sheet) -> Requests:
    position = {"overlayPosition": {"anchorCell": spot(sheet.id, 1, 1)}}
    spec = {"title": "Свой", "basicChart": {"chartType": "LINE"}}
    return [{"addChart": {"chart": {"spec": spec, "position": position}}}]


def _without_charts(sheet: Sheet) -> Requests:
    return [{"deleteEmbeddedObject": {"objectId": chart["chartId"]}} for chart in sheet.charts[:1]]


def _without_rules(sheet: Sheet) -> Requests:
    first = {"sheetId": sheet.id, "index": 0}
    return [{"deleteConditionalFormatRule": first} for _ in sheet.rules]


def _shrink(sheet: Sheet) -> Requests:
    rows = max(sheet.row_count // 2, 5)
    properties = {"sheetId": sheet.id, "gridProperties": {"rowCount": rows}}
    return [
        {"updateSheetProperties": {"properties": properties, "fields": "gridProperties.rowCount"}}
    ]


def _paint(sheet: Sheet) -> Requests:
    place = {"range": {"sheetId": sheet.id}, "cell": _RED, "fields": "userEnteredFormat"}
    return [{"repeatCell": place}]


def _copy(sheet: Sheet) -> Requests:
    return [{"duplicateSheet": {"sourceSheetId": sheet.id}}]


def _name(edit: Callable[[dict[str, Any]], Requests]) -> Edit:
    """An edit of the first name of ours, which are known by their ids."""

    def done(site: Site) -> Requests | None:
        ours = [one for one in site.book.named if one["namedRangeId"].startswith("sheetsync")]
        return edit(ours[0]) if ours else None

    return done


def _renamed(named: dict[str, Any]) -> Requests:
    new = {"namedRangeId": named["namedRangeId"], "name": "моё_имя"}
    return [{"updateNamedRange": {"namedRange": new, "fields": "name"}}]


def _taken(named: dict[str, Any]) -> Requests:
    mine = {"name": named["name"], "range": area(100, 8, 9, 0, 1)}
    return [
        {"deleteNamedRange": {"namedRangeId": named["namedRangeId"]}},
        {"addNamedRange": {"namedRange": mine}},
    ]


def _table(sheet: Sheet) -> Requests:
    place = area(sheet.id, 2, min(10, sheet.row_count), 0, 4)
    return [{"addTable": {"table": {"range": place}}}]


def _protect(sheet: Sheet) -> Requests:
    # People's own protections have ids of Google's choice, not the tab's.
    return [{"addProtectedRange": {"protectedRange": {"range": {"sheetId": sheet.id}}}}]


TABS: dict[str, Edit] = {
    "the plan tab renamed": lambda s: people.rename(s.plan.id, "План 2021"),
    "the plan tab renamed with an apostrophe": lambda s: people.rename(s.plan.id, "О'План"),
    "the plan tab moved to the end": lambda s: people.move_tab(s.plan.id, len(s.book.sheets)),
    "the plan tab hidden": lambda s: people.hide_tab(s.plan.id),
    # As the menu of a tab does it: the copy stands right behind.
    "the plan tab copied": lambda s: [
        {
            "duplicateSheet": {
                "sourceSheetId": s.plan.id,
                "insertSheetIndex": s.book.sheets.index(s.plan) + 1,
            }
        }
    ],
    "the plan tab deleted": lambda s: people.delete_tab(s.plan.id),
    "a tab of staff's deleted": lambda _: people.delete_tab(300),
    "a tab of staff's renamed like ours": lambda s: (
        None if s.book.titled("Сводка") else people.rename(300, "Сводка")
    ),
    "a new tab with a title of ours": lambda s: (
        None if s.book.titled("Контроль") else people.add_tab("Контроль", 301)
    ),
    "a tab of staff's moved first": lambda _: people.move_tab(300, 0),
    "the overview renamed": _tab(SUMMARY, lambda t: people.rename(t.id, "Обзор дел")),
    "the overview moved first": _tab(SUMMARY, lambda t: people.move_tab(t.id, 0)),
    "the overview hidden": _tab(SUMMARY, lambda t: people.hide_tab(t.id)),
    "the overview deleted": _tab(SUMMARY, lambda t: people.delete_tab(t.id)),
    "the control tab deleted": _tab(CONTROL, lambda t: people.delete_tab(t.id)),
    "the overview copied": _tab(SUMMARY, _copy),
    "the control tab copied": _tab(CONTROL, _copy),
    "the overview locked": _tab(SUMMARY, _protect),
    "the control tab locked": _tab(CONTROL, _protect),
    "words in the overview": _tab(SUMMARY, lambda t: people.paste(t.id, 3, 3, [["их"]])),
    "words in the control tab": _tab(CONTROL, lambda t: people.paste(t.id, 8, 1, [["их"]])),
    "a column inserted in the control tab": _tab(
        CONTROL, lambda t: [{"insertDimension": {"range": _span(t, "COLUMNS", 2)}}]
    ),
    "a column deleted in the control tab": _tab(
        CONTROL, lambda t: [{"deleteDimension": {"range": _span(t, "COLUMNS", 2)}}]
    ),
    "rows inserted in the overview": _tab(SUMMARY, lambda t: people.insert_rows(t.id, 2, 3)),
    "a row deleted in the overview": _tab(SUMMARY, lambda t: people.delete_rows(t.id, 4)),
    "a row deleted in the control tab": _tab(CONTROL, lambda t: people.delete_rows(t.id, 8)),
    "a chart of ours deleted": _tab(SUMMARY, _without_charts),
    "the alarm deleted": _tab(SUMMARY, _without_rules),
    "the overview painted": _tab(SUMMARY, _paint),
    "the overview unmerged": _tab(
        SUMMARY, lambda t: [{"unmergeCells": {"range": {"sheetId": t.id}}}]
    ),
    "the control tab sorted": _tab(CONTROL, lambda t: people.sort(t.id, column=1, start=3)),
    "the control tab filtered": _tab(CONTROL, lambda t: people.filter_rows(t.id)),
    "a table in the control tab": _tab(CONTROL, _table),
    "a chart of staff's in the overview": _tab(SUMMARY, _chart),
    "the overview cleared": _tab(SUMMARY, _clear),
    "the overview taken for something else": _tab(SUMMARY, _occupy),
    "the control tab made smaller": _tab(CONTROL, _shrink),
    "the overview made smaller": _tab(SUMMARY, _shrink),
    "a name of ours deleted": _name(
        lambda one: [{"deleteNamedRange": {"namedRangeId": one["namedRangeId"]}}]
    ),
    "a name of ours changed": _name(_renamed),
    "a name of ours taken by staff": _name(_taken),
    "cells of staff's other tab changed": lambda _: people.paste(300, 1, 1, [["15"]]),
    "a row of staff's other tab deleted": lambda _: people.delete_rows(300, 1),
}
