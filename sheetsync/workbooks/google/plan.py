"""Decides, from what was seen, which requests bring our tabs up to date."""

from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.model import Place, Tab
from sheetsync.workbooks.cell_names import column_letters, placed
from sheetsync.workbooks.google.batch import (
    Requests,
    clean,
    create,
    draw,
    release,
    remark,
    revise,
)
from sheetsync.workbooks.google.extras import Site
from sheetsync.workbooks.google.marks import (
    is_foreign,
    mark_of,
    own_id,
    values_digest,
    without_formulas,
)
from sheetsync.workbooks.google.reading import Seen, SheetSeen
from sheetsync.workbooks.titles import free_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to send, where our tabs will be by key, and which ones staff took."""

    requests: Requests
    places: dict[str, Place]
    taken: tuple[tuple[str, str], ...] = ()


def plan_writes(there: Seen, tabs: Sequence[Tab], *, spreadsheet: str, plan: SheetSeen) -> Plan:
    """No request where everything stands there already; `plan` is the plan tab."""
    requests: Requests = []
    places: dict[str, Place] = {}
    taken: list[tuple[str, str]] = []
    titles = [sheet.title for sheet in there.sheets]
    for tab in tabs:
        sheet = next((s for s in there.sheets if s.key == tab.key), None)
        if sheet and _is_occupied(sheet, tab):
            requests.append(release(sheet.id))
            taken.append((sheet.title, free_title(tab.title, titles)))
            sheet = None
        sheet_id = sheet.id if sheet else _free_id(there, spreadsheet, tab.key)
        title = sheet.title if sheet else free_title(tab.title, titles)
        site = Site(
            spreadsheet=spreadsheet, sheet_id=sheet_id, plan_id=plan.id, plan_tab=plan.title
        )
        places[tab.key] = Place(sheet_id=sheet_id, title=title, columns=_columns(tab))
        if sheet is None:
            titles.append(title)
            requests += _created(tab, site, there, title=title)
        else:
            requests += _changed(tab, site, there, sheet)
    return Plan(requests=requests, places=places, taken=tuple(taken))


def _columns(tab: Tab) -> str:
    """Those worth reading: behind the last value there are only formulas, which say nothing."""
    filled = (
        column for _, column, cell in placed(tab) if cell.value is not None and not cell.formula
    )
    last = max(filled, default=1)
    return f"A:{column_letters(last)}" if last < len(tab.widths) else ""


def _is_occupied(sheet: SheetSeen, tab: Tab) -> bool:
    if sheet.rows is None:
        return False
    rows = without_formulas(sheet.rows, tab)
    return not sheet.mark.endswith(values_digest(rows)) and is_foreign(rows, tab)


def _free_id(there: Seen, spreadsheet: str, key: str) -> int:
    number = 0
    while there.by_id(own_id(spreadsheet, key, number)):
        number += 1
    return own_id(spreadsheet, key, number)


def _created(tab: Tab, site: Site, there: Seen, *, title: str) -> Requests:
    mark = mark_of(tab, plan_id=site.plan_id)
    return [
        *create(tab, mark, sheet_id=site.sheet_id, title=title),
        *draw(tab, site, charts_there=frozenset(), there=there),
    ]


def _changed(tab: Tab, site: Site, there: Seen, sheet: SheetSeen) -> Requests:
    mark = mark_of(tab, plan_id=site.plan_id)
    if sheet.rows is None and sheet.mark == str(mark):
        return []
    if sheet.rows is None or sheet.mark.split(" ")[1:2] != [mark.looks]:
        return [
            *clean(tab, mark, sheet_id=sheet.id, rules=sheet.rules),
            *draw(tab, site, charts_there=sheet.charts, there=there),
        ]
    cells = revise(tab, sheet.rows, sheet_id=sheet.id)
    stale = cells or sheet.mark != str(mark)
    return [*cells, remark(mark, sheet_id=sheet.id)] if stale else []
