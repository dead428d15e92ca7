"""Requests about named and protected ranges."""

import re
from copy import deepcopy
from typing import Any

from . import fieldmask
from .answers import shown_range
from .change import Change
from .errors import invalid
from .state import Sheet

_NAME = re.compile(r"[^\W\d]\w*")
_TAKEN = re.compile(r"true|false|[a-z]{1,3}\d+|r\d*c\d*", re.IGNORECASE)


def add_named(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    named = dict(body["namedRange"])
    change.area(named["range"])
    _refuse_misnamed(named["name"])
    _refuse_taken(change, named["name"])
    wanted = named.pop("namedRangeId", None) or str(change.new_id())
    if any(n["namedRangeId"] == wanted for n in _all(change)):
        raise invalid(f"A named range with id {wanted} already exists.")
    named = {"namedRangeId": wanted, **named}
    change.book.named.append(named)
    return {"namedRange": {**named, "range": shown_range(named["range"])}}


def _refuse_misnamed(name: str) -> None:
    """By the help page "Name a range of cells": no spaces, no digit first, no cell's address."""
    if not _NAME.fullmatch(name) or len(name) > 250 or _TAKEN.fullmatch(name):
        raise invalid(f'The name "{name}" is not valid for a named range.')


def _refuse_taken(change: Change, name: str, but: dict[str, Any] | None = None) -> None:
    """Also by a range whose cells are gone, which nobody sees (gspread's issue 1530)."""
    others = (named for named in _all(change) if named is not but)
    if any(named["name"].casefold() == name.casefold() for named in others):
        raise invalid(
            f"Cannot add named range with name: {name}, a named range with that name already "
            "exists."
        )


def _all(change: Change) -> list[dict[str, Any]]:
    return change.book.named + change.book.lost


def update_named(change: Change, body: dict[str, Any]) -> None:
    new = body["namedRange"]
    old = _named(change, new.get("namedRangeId", ""))
    old |= fieldmask.write(old, new, fieldmask.parse(body.get("fields", "")))
    change.area(old["range"])
    _refuse_misnamed(old["name"])
    _refuse_taken(change, old["name"], old)


def delete_named(change: Change, body: dict[str, Any]) -> None:
    change.book.named.remove(_named(change, body["namedRangeId"]))


def _named(change: Change, named_id: str) -> dict[str, Any]:
    for named in change.book.named:
        if named["namedRangeId"] == named_id:
            return named
    raise invalid(f"No named range with id: {named_id}")


def add_protected(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    protected = {k: v for k, v in body["protectedRange"].items() if v is not False and v != ""}
    place = protected.get("range", {})
    if protected.get("warningOnly") and any(protected.get("editors", {}).values()):
        raise invalid("ProtectedRange is warningOnly. Editors cannot be set on it.")
    sheet = change.sheet(place.get("sheetId", 0))
    if _is_whole(place) and any(_is_whole(p.get("range", {})) for p in sheet.protected):
        raise invalid(f'Sheet "{sheet.title}" already has sheet protection.')
    wanted = protected.pop("protectedRangeId", None)
    if any(p["protectedRangeId"] == wanted for s in change.book.sheets for p in s.protected):
        raise invalid(f"A protected range with id {wanted} already exists.")
    wanted = change.new_id() if wanted is None else wanted
    editors = {k: v for k, v in protected.pop("editors", {}).items() if v}
    protected = {"protectedRangeId": wanted, **protected, "owner": change.caller}
    protected["requestingUserCanEdit"] = True
    if not protected.get("warningOnly"):
        protected["editors"] = editors
    sheet.protected.append(protected)
    shown = {key: value for key, value in protected.items() if key != "owner"}
    return {"protectedRange": deepcopy({**shown, "range": shown_range(place)})}


def _is_whole(place: dict[str, Any]) -> bool:
    return not place.keys() - {"sheetId"}


def update_protected(change: Change, body: dict[str, Any]) -> None:
    new = body["protectedRange"]
    _, old = _protected(change, new.get("protectedRangeId", 0))
    changed = fieldmask.write(old, new, fieldmask.parse(body.get("fields", "")))
    old.clear()
    old |= changed


def delete_protected(change: Change, body: dict[str, Any]) -> None:
    sheet, protected = _protected(change, body.get("protectedRangeId", 0))
    sheet.protected.remove(protected)


def _protected(change: Change, protected_id: int) -> tuple[Sheet, dict[str, Any]]:
    for sheet in change.book.sheets:
        for protected in sheet.protected:
            if protected["protectedRangeId"] == protected_id:
                return sheet, protected
    raise invalid(f"No protected range with id: {protected_id}")


HANDLERS = {
    "addNamedRange": add_named,
    "updateNamedRange": update_named,
    "deleteNamedRange": delete_named,
    "addProtectedRange": add_protected,
    "updateProtectedRange": update_protected,
    "deleteProtectedRange": delete_protected,
}
