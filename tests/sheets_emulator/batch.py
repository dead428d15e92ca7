"""spreadsheets.batchUpdate: all requests or none, in order, with a reply each."""

from collections.abc import Callable
from typing import Any

from . import (
    batch_cells,
    batch_charts,
    batch_dimensions,
    batch_filling,
    batch_filters,
    batch_metadata,
    batch_moving,
    batch_ranges,
    batch_rules,
    batch_sheets,
    batch_tables,
)
from .change import Change
from .errors import ApiError, unknown
from .limits import refuse_large_book

Handler = Callable[[Change, dict[str, Any]], dict[str, Any] | None]

HANDLERS: dict[str, Handler] = {
    **batch_sheets.HANDLERS,
    **batch_cells.HANDLERS,
    **batch_dimensions.HANDLERS,
    **batch_ranges.HANDLERS,
    **batch_rules.HANDLERS,
    **batch_charts.HANDLERS,
    **batch_metadata.HANDLERS,
    **batch_moving.HANDLERS,
    **batch_filters.HANDLERS,
    **batch_filling.HANDLERS,
    **batch_tables.HANDLERS,
}

_GROWING = (
    "addSheet",
    "appendCells",
    "appendDimension",
    "duplicateSheet",
    "insertDimension",
    "pasteData",
)


def apply(change: Change, requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Apply the requests to `change.book`, which is a copy: the caller keeps it or drops it."""
    if not requests:
        raise ApiError(400, "INVALID_ARGUMENT", "Must specify at least one request.")
    return [_one(change, index, request) for index, request in enumerate(requests)]


def _one(change: Change, index: int, request: dict[str, Any]) -> dict[str, Any]:
    kinds = [kind for kind, body in request.items() if body is not None]
    if len(kinds) != 1:
        raise ApiError(
            400, "INVALID_ARGUMENT", f"Invalid requests[{index}]: exactly one kind must be set"
        )
    kind = kinds[0]
    if kind not in HANDLERS:
        raise unknown(kind)
    try:
        body = without_nulls(request[kind])
        change.refuse_protected(kind, body)
        batch_tables.refuse_typed(change.book, kind, body)
        reply = HANDLERS[kind](change, body)
        if kind in _GROWING:
            refuse_large_book(change.book)
    except ApiError as error:
        raise _placed(error, index, kind) from error
    return {} if reply is None else {kind: reply}


def without_nulls(value: Any) -> Any:
    """null in a request means: not set."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value


def _placed(error: ApiError, index: int, kind: str) -> ApiError:
    if error.code == 400:
        message = f"Invalid requests[{index}].{kind}: {error}"
        return ApiError(400, "INVALID_ARGUMENT", message)
    return error
