"""Cuts what is to be sent into portions that Google takes: it answers 400 over 10 MB.

Nobody sees half a tab: the cells of large tabs are prepared on hidden tabs beside, and one last
portion copies them over, for all tabs at once. Tags come last of all, so that a write that broke
off is begun anew.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sheetsync.model import Area
from sheetsync.workbooks.google.batch import CELL, tag_tab
from sheetsync.workbooks.google.pieces import Requests, grid_range
from sheetsync.workbooks.google.reading import STAGING
from sheetsync.workbooks.google.tags import TabTag, own_id
from sheetsync.workbooks.google.writing import TabBatch, WriteBatch

BUDGET = 8_000_000
"""Bytes of a request: well below what is refused."""

_LARGE = 16  # from that part of the budget on the cells of a tab are prepared beside
_TAGS = ("createDeveloperMetadata", "updateDeveloperMetadata")


def portions(plan: WriteBatch, *, plan_id: int, budget: int = BUDGET) -> list[Requests]:
    """The requests of a plan in batches to send one after the other; mostly there is one."""
    if _size(plan.requests) <= budget:
        return [plan.requests] if plan.requests else []
    large = [part for part in plan.parts if _size(_cells(part)) > budget // _LARGE]
    # First of all: what a broken write left has the very ids that are made again below.
    leftovers = [request for request in plan.requests if "deleteSheet" in request]
    prepared = [request for part in large for request in _prepared(part, plan_id, budget=budget)]
    final = [r for part in plan.parts for r in _final(part, large) if r not in leftovers]
    final += [{"deleteSheet": {"sheetId": _staging_id(part)}} for part in large]
    batches = _packed([*leftovers, *prepared], budget)
    if batches and _size([*batches[-1], *final]) <= budget:
        return [*batches[:-1], [*batches[-1], *final]]
    whole = [final] if _size(final) <= budget else _packed(_hidden_until_done(final), budget)
    return [*batches, *whole]


def _size(requests: Requests) -> int:
    return len(json.dumps(requests, ensure_ascii=False, separators=(",", ":")).encode())


def _cells(part: TabBatch) -> Requests:
    """The request that holds all cells of a tab, if the tab is drawn."""
    return [request for request in part.requests if _is_whole(request)]


def _is_whole(request: dict[str, Any]) -> bool:
    place = request.get("updateCells", {}).get("range", {})
    return bool(place) and "startColumnIndex" not in place


def _staging_id(part: TabBatch) -> int:
    return own_id(str(part.place.sheet_id), STAGING)


def _prepared(part: TabBatch, plan_id: int, *, budget: int) -> Iterator[dict[str, Any]]:
    """A hidden tab of the same size, and the cells in lots of rows."""
    sheet_id, (height, width) = _staging_id(part), part.size
    properties = {
        "sheetId": sheet_id,
        "title": f"{part.place.title} {sheet_id}",
        "hidden": True,
        "gridProperties": {"rowCount": height, "columnCount": width},
    }
    yield {"addSheet": {"properties": properties}}
    yield tag_tab(TabTag(key=STAGING, plan=str(plan_id)), sheet_id=sheet_id)
    for request in _cells(part):
        top = 0
        for rows in _packed(request["updateCells"]["rows"], budget // 2):
            start = {"sheetId": sheet_id, "rowIndex": top, "columnIndex": 0}
            yield {"updateCells": {"start": start, "rows": rows, "fields": CELL}}
            top += len(rows)


def _packed(requests: Iterable[dict[str, Any]], budget: int) -> list[Requests]:
    """The same in their order, in batches that keep to the budget."""
    batches: list[Requests] = []
    room = 0
    for request in requests:
        size = _size([request])
        if size > room:
            batches.append([])
            room = budget
        batches[-1].append(request)
        room -= size
    return batches


def _final(part: TabBatch, large: list[TabBatch]) -> Iterator[dict[str, Any]]:
    for request in part.requests:
        if part in large and _is_whole(request):
            whole = Area(top=1, left=1, bottom=part.size[0], right=part.size[1])
            source, here = (
                grid_range(whole, at) for at in (_staging_id(part), part.place.sheet_id)
            )
            paste = {"source": source, "destination": here, "pasteType": "PASTE_NORMAL"}
            yield {"copyPaste": paste}
        else:
            yield request


def _hidden_until_done(requests: Requests) -> Requests:
    """Unhide new tabs and set tags only in the last batch."""
    shown, tags, rest = Requests(), Requests(), Requests()
    for request in requests:
        if "addSheet" in request:
            properties = request["addSheet"]["properties"]
            rest.append({"addSheet": {"properties": {**properties, "hidden": True}}})
            visible = {"sheetId": properties["sheetId"], "hidden": False}
            show = {"updateSheetProperties": {"properties": visible, "fields": "hidden"}}
            shown.append(show)
        else:
            (tags if next(iter(request)) in _TAGS else rest).append(request)
    return [*rest, *shown, *tags]
