"""Requests about data validation, conditional formats and banding."""

from typing import Any

from . import grid
from .change import Change
from .conditions import refuse_condition, refuse_rule
from .errors import invalid
from .state import Cell, Sheet


def set_data_validation(change: Change, body: dict[str, Any]) -> None:
    area, rule = change.area(body["range"]), body.get("rule")
    if rule:
        refuse_condition(rule.get("condition", {}), area.sheet, change.book)

    def edit(old: Cell, _row: int, _column: int) -> Cell:
        rest = {name: part for name, part in old.items() if name != "dataValidation"}
        return {**rest, "dataValidation": rule} if rule else rest

    grid.change(area.sheet, (area.top, area.bottom, area.left, area.right), edit)
    grid.trim(area.sheet)


def add_rule(change: Change, body: dict[str, Any]) -> None:
    rule = body["rule"]
    sheet = change.sheet(rule["ranges"][0].get("sheetId", 0))
    refuse_rule(rule, sheet, change.book)
    index = body.get("index", 0)
    if index > len(sheet.rules):
        raise invalid(f"No conditional format on sheet: {sheet.id} at index: {index}")
    sheet.rules.insert(index, rule)


def update_rule(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    index = body.get("index", 0)
    place = body["rule"]["ranges"][0] if "rule" in body else body
    sheet = _sheet(change, place.get("sheetId", 0), index)
    if "rule" in body:
        refuse_rule(body["rule"], sheet, change.book)
        old, sheet.rules[index] = sheet.rules[index], body["rule"]
        return {"newRule": body["rule"], "newIndex": index, "oldRule": old}
    rule = sheet.rules.pop(index)
    sheet.rules.insert(body.get("newIndex", 0), rule)
    return {"newRule": rule, "newIndex": body.get("newIndex", 0), "oldIndex": index}


def delete_rule(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    index = body.get("index", 0)
    return {"rule": _sheet(change, body.get("sheetId", 0), index).rules.pop(index)}


def _sheet(change: Change, sheet_id: int, index: int) -> Sheet:
    sheet = change.sheet(sheet_id)
    if index >= len(sheet.rules):
        raise invalid(f"No conditional format on sheet: {sheet_id} at index: {index}")
    return sheet


def add_banding(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    band = dict(body["bandedRange"])
    sheet = change.sheet(band["range"].get("sheetId", 0))
    if any(other["range"] == band["range"] for other in sheet.bands):
        raise invalid("You cannot add alternating background colors to a range that has them.")
    band.setdefault("bandedRangeId", change.new_id())
    sheet.bands.append(band)
    return {"bandedRange": band}


def delete_banding(change: Change, body: dict[str, Any]) -> None:
    for sheet in change.book.sheets:
        for band in sheet.bands:
            if band["bandedRangeId"] == body.get("bandedRangeId", 0):
                sheet.bands.remove(band)
                return
    raise invalid(f"No banded range with id: {body.get('bandedRangeId', 0)}")


HANDLERS = {
    "setDataValidation": set_data_validation,
    "addConditionalFormatRule": add_rule,
    "updateConditionalFormatRule": update_rule,
    "deleteConditionalFormatRule": delete_rule,
    "addBanding": add_banding,
    "deleteBanding": delete_banding,
}
