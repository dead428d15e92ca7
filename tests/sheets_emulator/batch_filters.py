"""Requests about the basic filter and about filter views; none hides a row here."""

from copy import deepcopy
from typing import Any

from . import fieldmask
from .a1 import whole_range
from .change import Change
from .errors import invalid
from .state import Sheet


def set_filter(change: Change, body: dict[str, Any]) -> None:
    area = change.area(body["filter"].get("range", {}))
    area.sheet.filter = {**body["filter"], "range": whole_range(area)}


def clear_filter(change: Change, body: dict[str, Any]) -> None:
    change.sheet(body.get("sheetId", 0)).filter = None


def add_view(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    view = deepcopy(body["filter"])
    area = change.area(view.get("range", {}))
    wanted = view.setdefault("filterViewId", change.new_id())
    if any(v["filterViewId"] == wanted for s in change.book.sheets for v in s.views):
        raise invalid(f"A filter view with id {wanted} already exists.")
    view.setdefault("title", f"Filter {len(area.sheet.views) + 1}")
    view["range"] = whole_range(area)
    area.sheet.views.append(view)
    return {"filter": deepcopy(view)}


def update_view(change: Change, body: dict[str, Any]) -> None:
    _, old = _view(change, body["filter"].get("filterViewId", 0))
    old |= fieldmask.write(old, body["filter"], fieldmask.parse(body.get("fields", "")))


def delete_view(change: Change, body: dict[str, Any]) -> None:
    sheet, view = _view(change, body.get("filterId", 0))
    sheet.views.remove(view)


def duplicate_view(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    sheet, view = _view(change, body.get("filterId", 0))
    twin = {**deepcopy(view), "filterViewId": change.new_id(), "title": f"Copy of {view['title']}"}
    sheet.views.append(twin)
    return {"filter": deepcopy(twin)}


def _view(change: Change, view_id: int) -> tuple[Sheet, dict[str, Any]]:
    for sheet in change.book.sheets:
        for view in sheet.views:
            if view["filterViewId"] == view_id:
                return sheet, view
    raise invalid(f"No filter view with id: {view_id}")


HANDLERS = {
    "setBasicFilter": set_filter,
    "clearBasicFilter": clear_filter,
    "addFilterView": add_view,
    "updateFilterView": update_view,
    "deleteFilterView": delete_view,
    "duplicateFilterView": duplicate_view,
}
