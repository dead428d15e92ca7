"""What people do to the plan tab while a program works on it, as requests that they would make.

Each edit looks at the spreadsheet as it is then. None means that there is nothing to do it to.
"""

from collections.abc import Callable
from typing import Any

from tests.drivers.google.ground import HEADER, Requests, Site, area, spot
from tests.sheets_emulator import people

Edit = Callable[[Site], Requests | None]

_COLOR = {"backgroundColor": {"red": 1}}
_YES = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "да"}]}


def _columns(site: Site, start: int, count: int = 1) -> dict[str, Any]:
    span = {"startIndex": start, "endIndex": start + count}
    return {"sheetId": site.plan.id, "dimension": "COLUMNS", **span}


def _of(name: str, edit: Callable[[Site, int], Requests]) -> Edit:
    """An edit of our column of that name."""

    def done(site: Site) -> Requests | None:
        index = site.columns().get(name)
        return None if index is None else edit(site, index)

    return done


def _both(edit: Callable[[Site, int, int], Requests]) -> Edit:
    """An edit of both columns of ours, from the left."""

    def done(site: Site) -> Requests | None:
        places = sorted(site.columns().values())
        return edit(site, places[0], places[-1]) if len(places) == 2 else None

    return done


def _insert(site: Site, at: int) -> Requests:
    words = people.paste(site.plan.id, HEADER, at, [["Их"], ["слова"]])
    return [{"insertDimension": {"range": _columns(site, at)}}, *words]


def _delete(site: Site, at: int, count: int = 1) -> Requests:
    return [{"deleteDimension": {"range": _columns(site, at, count)}}]


def _move(site: Site, at: int, to: int) -> Requests:
    return [{"moveDimension": {"source": _columns(site, at), "destinationIndex": to}}]


def _cells(site: Site, left: int, *, top: int = 0, width: int = 1) -> dict[str, Any]:
    return area(site.plan.id, top, site.plan.row_count, left, left + width)


def _copy(site: Site, source: int, target: int, *, insert: bool = True) -> Requests:
    """A column copied into a new one, or over one that is there."""
    at = source + (insert and target <= source)
    pair = {"source": _cells(site, at), "destination": _cells(site, target)}
    new: Requests = [{"insertDimension": {"range": _columns(site, target)}}] if insert else []
    return [*new, {"copyPaste": pair}]


def _type(site: Site, row: int, column: int, *texts: str) -> Requests:
    return people.paste(site.plan.id, row, column, [[text] for text in texts])


def _size(site: Site, column: int, **properties: Any) -> Requests:
    wanted = {"range": _columns(site, column), "properties": properties}
    return [{"updateDimensionProperties": {**wanted, "fields": ",".join(properties)}}]


def _merge(site: Site, cells: dict[str, Any], kind: str = "MERGE_ALL") -> Requests:
    return [{"mergeCells": {"range": cells, "mergeType": kind}}]


def _lock(place: dict[str, Any], **more: Any) -> Requests:
    return [{"addProtectedRange": {"protectedRange": {"range": place, **more}}}]


def _table(site: Site, width: int, kind: str) -> Requests:
    """Typed or not, over the plan's rows; merged cells above are not in it."""
    columns = [{"columnIndex": n, "columnType": kind} for n in range(width)]
    place = area(site.plan.id, HEADER, 32, 0, width)
    return [{"addTable": {"table": {"range": place, "columnProperties": columns}}}]


def _rule(site: Site, place: dict[str, Any]) -> Requests:
    when = {"type": "TEXT_EQ", "values": [{"userEnteredValue": "да"}]}
    rule = {"ranges": [place], "booleanRule": {"condition": when, "format": _COLOR}}
    return [{"addConditionalFormatRule": {"rule": rule, "index": 0}}]


def _no_rules(site: Site) -> Requests:
    first = {"sheetId": site.plan.id, "index": 0}
    return [{"deleteConditionalFormatRule": first} for _ in site.plan.rules]


def _paint(cells: dict[str, Any]) -> Requests:
    cell = {"userEnteredFormat": _COLOR}
    return [{"repeatCell": {"range": cells, "cell": cell, "fields": "userEnteredFormat"}}]


def _fill(site: Site) -> Requests:
    source = area(site.plan.id, 30, 32, 0, 4)
    wanted = {"source": source, "dimension": "ROWS", "fillLength": 2}
    return [{"autoFill": {"sourceAndDestination": wanted}}]


def _shift(site: Site, kind: str) -> Requests:
    place = area(site.plan.id, HEADER + 4, HEADER + 5, 2, 3)
    return [{kind: {"range": place, "shiftDimension": "ROWS"}}]


def _paste(site: Site) -> Requests:
    data = "25.\tНовая мера\tмай\tУМЦ\n26.\tЕщё мера\tиюнь\tУМЦ"
    place = {"coordinate": spot(site.plan.id, 32, 0), "data": data, "delimiter": "\t"}
    return [{"pasteData": place}]


STAFF_COLUMNS: dict[str, Edit] = {
    "a column inserted at the left end": lambda s: _insert(s, 0),
    "a column inserted in the plan": lambda s: _insert(s, 2),
    "a column inserted behind the plan": lambda s: _insert(s, 4),
    "a column of the plan deleted": lambda s: _delete(s, 0),
    "the column behind ours deleted": _both(lambda s, _, last: _delete(s, last + 1)),
    "a column of the plan moved": lambda s: _move(s, 3, 1),
    "a column moved before ours": _both(lambda s, first, last: _move(s, last + 1, first)),
    "a column of the plan moved behind ours": _both(lambda s, _, last: _move(s, 0, last + 1)),
    "a column of the plan copied": lambda s: _copy(s, 3, 4),
    "a column of staff's copied over the next": _both(
        lambda s, _, last: _copy(s, last + 1, last + 2, insert=False)
    ),
    "a column hidden": lambda s: _size(s, 2, hiddenByUser=True),
    "a column widened": lambda s: _size(s, 2, pixelSize=333),
    "a column painted": lambda s: _paint(_cells(s, 3, top=HEADER)),
    "a column locked": lambda s: _lock(_cells(s, 2)),
}
OUR_COLUMNS: dict[str, Edit] = {
    "a column inserted before the status": _of("status", _insert),
    "a column inserted between ours": _of("lookup", _insert),
    "a column inserted behind ours": _both(lambda s, _, last: _insert(s, last + 1)),
    "the status deleted": _of("status", _delete),
    "the look-up deleted": _of("lookup", _delete),
    "both of ours deleted": _both(lambda s, first, _: _delete(s, first, 2)),
    "the status moved to the left end": _of("status", lambda s, at: _move(s, at, 0)),
    "the look-up moved to the left end": _of("lookup", lambda s, at: _move(s, at, 0)),
    "the status moved right": _of("status", lambda s, at: _move(s, at, at + 3)),
    "the look-up moved right": _of("lookup", lambda s, at: _move(s, at, at + 2)),
    "the status copied behind itself": _of("status", lambda s, at: _copy(s, at, at + 1)),
    "the look-up copied behind itself": _of("lookup", lambda s, at: _copy(s, at, at + 1)),
    "the look-up copied to the left end": _of("lookup", lambda s, at: _copy(s, at, 0)),
    "a column of staff's pasted over the status": _of(
        "status", lambda s, at: _copy(s, at + 2, at, insert=False)
    ),
    "the header of the status changed": _of("status", lambda s, at: _type(s, HEADER, at, "Ход")),
    "the header of the status cleared": _of("status", lambda s, at: _type(s, HEADER, at, "")),
    "the formula overwritten": _of("lookup", lambda s, at: _type(s, HEADER, at, "Итог")),
    "words in the status": _of("status", lambda s, at: _type(s, 12, at, "сделано", "в работе")),
    "words in the look-up": _of("lookup", lambda s, at: _type(s, 12, at, "моё")),
    "the status hidden": _of("status", lambda s, at: _size(s, at, hiddenByUser=True)),
    "the look-up narrowed": _of("lookup", lambda s, at: _size(s, at, pixelSize=20)),
    "the status painted": _of("status", lambda s, at: _paint(_cells(s, at))),
    "the status locked": _of("status", lambda s, at: _lock(_cells(s, at))),
    "the look-up's header locked": _of(
        "lookup", lambda s, at: _lock(area(s.plan.id, HEADER, HEADER + 1, at, at + 1))
    ),
    "cells of the status merged": _of(
        "status", lambda s, at: _merge(s, area(s.plan.id, 14, 16, at, at + 1))
    ),
    "cells merged across into ours": _of(
        "status", lambda s, at: _merge(s, area(s.plan.id, 1, 2, 0, at + 2))
    ),
    "cells of both of ours merged": _both(
        lambda s, first, last: _merge(s, area(s.plan.id, 20, 21, first, last + 1), "MERGE_ROWS")
    ),
    "a rule on the status": _of("status", lambda s, at: _rule(s, _cells(s, at, top=HEADER))),
    "other choices in the status": _of(
        "status",
        lambda s, at: [
            {"setDataValidation": {"range": _cells(s, at, top=9), "rule": {"condition": _YES}}}
        ],
    ),
    "no choices in the status": _of(
        "status", lambda s, at: [{"setDataValidation": {"range": _cells(s, at)}}]
    ),
    "a table over ours, too": _both(lambda s, _, last: _table(s, last + 1, "TEXT")),
    "a typed table over ours, too": _both(lambda s, _, last: _table(s, last + 1, "DROPDOWN")),
}
ROWS: dict[str, Edit] = {
    "rows inserted at the top": lambda s: people.insert_rows(s.plan.id, 0, 2),
    "a row inserted below the header": lambda s: people.insert_rows(s.plan.id, HEADER + 1),
    "a row inserted in the plan": lambda s: people.insert_rows(s.plan.id, 15),
    "rows of the plan deleted": lambda s: people.delete_rows(s.plan.id, HEADER + 4, 3),
    "the first row deleted": lambda s: people.delete_rows(s.plan.id, 0),
    "the header deleted": lambda s: people.delete_rows(s.plan.id, HEADER),
    "a row moved": lambda s: people.move_rows(s.plan.id, 12, to=25),
    "the header moved down": lambda s: people.move_rows(s.plan.id, HEADER, to=HEADER + 3),
    "a row copied": lambda s: [
        *people.insert_rows(s.plan.id, 12),
        {
            "copyPaste": {
                "source": area(s.plan.id, 11, 12, 0, 12),
                "destination": area(s.plan.id, 12, 13, 0, 12),
            }
        },
    ],
    "rows sorted": lambda s: people.sort(s.plan.id, column=1, start=HEADER + 2),
    "rows sorted backwards": lambda s: people.sort(
        s.plan.id, column=0, start=HEADER + 2, descending=True
    ),
    "rows pasted below": _paste,
    "rows filled down": _fill,
    "cells inserted": lambda s: _shift(s, "insertRange"),
    "cells deleted": lambda s: _shift(s, "deleteRange"),
    "a row hidden": lambda s: [
        {
            "updateDimensionProperties": {
                "range": {**_columns(s, 12), "dimension": "ROWS"},
                "properties": {"hiddenByUser": True},
                "fields": "hiddenByUser",
            }
        }
    ],
    "words behind the plan": lambda s: _type(s, 9, 10, "их"),
    "a measure changed": lambda s: _type(s, 10, 1, "Новые слова меры"),
    "a deadline cleared": lambda s: _type(s, 11, 2, ""),
    "words replaced everywhere": lambda _: [
        {"findReplace": {"find": "УМЦ", "replacement": "Учебный центр", "allSheets": True}}
    ],
    "titles unmerged": lambda s: [{"unmergeCells": {"range": area(s.plan.id, 0, 6, 0, 12)}}],
    "all rules deleted": _no_rules,
    "a rule over the whole tab": lambda s: _rule(s, {"sheetId": s.plan.id}),
    "a filter": lambda s: [
        {"setBasicFilter": {"filter": {"range": area(s.plan.id, HEADER, 32, 0, 4)}}}
    ],
    "a filter over the whole tab": lambda s: people.filter_rows(s.plan.id),
    "a filter view": lambda s: [
        {"addFilterView": {"filter": {"range": area(s.plan.id, HEADER, 32, 0, 4)}}}
    ],
    "a table over the plan": lambda s: _table(s, 4, "TEXT"),
    "a typed table over the plan": lambda s: _table(s, 4, "DROPDOWN"),
    "the plan locked": lambda s: _lock({"sheetId": s.plan.id}),
    "the header locked": lambda s: _lock(area(s.plan.id, HEADER, HEADER + 1, 0, 12)),
    "the plan with a warning": lambda s: _lock({"sheetId": s.plan.id}, warningOnly=True),
}
