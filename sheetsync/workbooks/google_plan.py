"""Decides, from what was seen, which requests bring our tabs up to date."""

from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.model import Tab
from sheetsync.workbooks.google_batch import (
    Requests,
    clean,
    create,
    draw,
    release,
    remark,
    revise,
)
from sheetsync.workbooks.google_marks import is_foreign, mark_of, own_id, values_digest
from sheetsync.workbooks.google_reading import Seen, SheetSeen
from sheetsync.workbooks.titles import free_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to send, where our tabs will be (key to id and title), and which ones staff took."""

    requests: Requests
    places: dict[str, tuple[int, str]]
    taken: tuple[tuple[str, str], ...] = ()


def plan_writes(there: Seen, tabs: Sequence[Tab], *, spreadsheet: str, plan_id: int) -> Plan:
    """No request where everything stands there already."""
    requests: Requests = []
    places: dict[str, tuple[int, str]] = {}
    taken: list[tuple[str, str]] = []
    titles = [sheet.title for sheet in there.sheets]
    for tab in tabs:
        sheet = next((s for s in there.sheets if s.key == tab.key), None)
        if sheet and _is_occupied(sheet, tab):
            requests.append(release(sheet.id))
            taken.append((sheet.title, free_title(tab.title, titles)))
            sheet = None
        if sheet is None:
            title = free_title(tab.title, titles)
            titles.append(title)
            places[tab.key] = (_free_id(there, spreadsheet, tab.key), title)
            requests += _created(tab, *places[tab.key], plan_id=plan_id)
        else:
            places[tab.key] = (sheet.id, sheet.title)
            requests += _changed(tab, sheet, plan_id=plan_id)
    return Plan(requests=requests, places=places, taken=tuple(taken))


def _is_occupied(sheet: SheetSeen, tab: Tab) -> bool:
    if sheet.rows is None:
        return False
    as_written = sheet.mark.endswith(values_digest(sheet.rows))
    return not as_written and is_foreign(sheet.rows, tab)


def _free_id(there: Seen, spreadsheet: str, key: str) -> int:
    number = 0
    while there.by_id(own_id(spreadsheet, key, number)):
        number += 1
    return own_id(spreadsheet, key, number)


def _created(tab: Tab, sheet_id: int, title: str, *, plan_id: int) -> Requests:
    mark = mark_of(tab, plan_id=plan_id)
    return [
        *create(tab, mark, sheet_id=sheet_id, title=title),
        *draw(tab, sheet_id=sheet_id, plan_id=plan_id),
    ]


def _changed(tab: Tab, sheet: SheetSeen, *, plan_id: int) -> Requests:
    mark = mark_of(tab, plan_id=plan_id)
    if sheet.rows is None and sheet.mark == str(mark):
        return []
    if sheet.rows is None or sheet.mark.split(" ")[1:2] != [mark.looks]:
        redrawn = draw(tab, sheet_id=sheet.id, plan_id=plan_id)
        return [*clean(tab, mark, sheet_id=sheet.id), *redrawn]
    cells = revise(tab, sheet.rows, sheet_id=sheet.id)
    stale = cells or sheet.mark != str(mark)
    return [*cells, remark(mark, sheet_id=sheet.id)] if stale else []
