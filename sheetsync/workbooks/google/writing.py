"""Decides which requests bring our tabs up to date, without what Google has refused today."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from gspread.exceptions import APIError

from sheetsync.model import Place, Tab, column_letters
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.batch import Site, grid_size, release
from sheetsync.workbooks.google.drawing import Drawing
from sheetsync.workbooks.google.errors import family_of, is_closed, refused_request
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.reading import STAGING, Closed, Seen, SheetSeen
from sheetsync.workbooks.google.tags import is_foreign, own_id, values_fingerprint, without_formulas
from sheetsync.workbooks.google.troubles import words_of
from sheetsync.workbooks.names import free_title, placed


@frozen
class TabBatch:
    """What to send about one tab; `size` are its rows and columns, `lacks` what it does without."""

    place: Place
    requests: Requests
    key: str = ""
    size: tuple[int, int] = (0, 0)
    lacks: frozenset[str] = frozenset()


@frozen
class WriteBatch:
    """What to send, and which of our tabs staff took: the title, and that of the new one.

    `stopped` are the tabs that are left alone, by title, and why.
    """

    parts: tuple[TabBatch, ...]
    taken: tuple[tuple[str, str], ...] = ()
    stopped: Mapping[str, str] = field(default_factory=dict)

    @property
    def requests(self) -> Requests:
        """All of them, in order."""
        return [request for part in self.parts for request in part.requests]

    @property
    def places(self) -> dict[str, Place]:
        """Where our tabs will be, by key."""
        return {part.key: part.place for part in self.parts if part.key}


@frozen
class Omissions:
    """What Google refused: families by the tab's key, and whole tabs by key with its words."""

    families: frozenset[tuple[str, str]] = frozenset()
    tabs: Mapping[str, str] = field(default_factory=dict)

    def also(self, key: str, request: Mapping[str, object], words: str) -> "Omissions":
        """These and that request of that tab: its family if it has one, or the whole tab."""
        family = None if is_closed(words) else family_of(request)
        if family and (key, str(family)) not in self.families:
            return replace(self, families=self.families | {(key, str(family))})
        return replace(self, tabs={**self.tabs, key: words})

    def after(self, error: APIError, batch: Requests, anew: "WriteBatch") -> "Omissions":
        """These and what Google names in the batch it refused, if `anew` would send it again."""
        refused = refused_request(error, batch)
        if refused is None:
            return self
        request, before = refused
        again = (p.key for p in anew.parts if p.key and p.requests.count(request) > before)
        key = next(again, "")
        return self.also(key, request, words_of(error.response)) if key else self

    def lacks(self, key: str) -> frozenset[str]:
        """The families that the tab of that key does without."""
        return frozenset(family for one, family in self.families if one == key)


def plan_writes(
    there: Seen,
    tabs: Sequence[Tab],
    *,
    spreadsheet: str,
    plan: SheetSeen,
    omitted: Omissions | None = None,
) -> WriteBatch:
    """The requests that bring the tabs up to date, if any; `plan` is the plan tab."""
    omitted = omitted or Omissions()
    planner = _Planner(there=there, spreadsheet=spreadsheet, plan=plan, omitted=omitted)
    for tab in tabs:
        planner.add(tab)
    return WriteBatch(
        parts=tuple(planner.parts), taken=tuple(planner.taken), stopped=planner.stopped
    )


class _Planner:
    """Takes one tab after the other, so that no two get one title."""

    def __init__(
        self, *, there: Seen, spreadsheet: str, plan: SheetSeen, omitted: Omissions
    ) -> None:
        self._there, self._plan, self._omitted = there, plan, omitted
        self._spreadsheet = spreadsheet
        self._titles = [sheet.title for sheet in there.sheets]
        self.parts = [*_leftovers(there, plan)]
        self.taken: list[tuple[str, str]] = []
        self.stopped: dict[str, str] = {}

    def add(self, tab: Tab) -> None:
        sheet = self._there.own(tab.key, self._plan.id)
        why = self._why_not(tab, sheet)
        if why:
            self.stopped[sheet.title if sheet else tab.title] = why
            return
        # What people put over a tab of ours is theirs: it loses its tag and nothing else.
        if sheet and _is_occupied(sheet, tab):
            place = Place(sheet_id=sheet.id, title=sheet.title)
            self.parts.append(TabBatch(place=place, requests=[release(sheet.id)]))
            self.taken.append((sheet.title, self._free_title(tab)))
            sheet = None
        title = sheet.title if sheet else self._free_title(tab)
        self._titles.append(title)
        self._draw(tab, sheet, title)

    def _why_not(self, tab: Tab, sheet: SheetSeen | None) -> str | Closed | None:
        return self._omitted.tabs.get(tab.key) or (sheet.shape.closed if sheet else None)

    def _draw(self, tab: Tab, sheet: SheetSeen | None, title: str) -> None:
        site = Site(
            spreadsheet=self._spreadsheet,
            sheet_id=sheet.id if sheet else _free_id(self._there, self._spreadsheet, tab.key),
            plan_id=self._plan.id,
            plan_tab=self._plan.title,
            ids={one.title: one.id for one in self._there.sheets},
        )
        drawing = Drawing(
            tab=tab, site=site, there=self._there, refused=self._omitted.lacks(tab.key)
        )
        self.parts.append(
            TabBatch(
                key=tab.key,
                place=Place(sheet_id=site.sheet_id, title=title, columns=_columns(tab)),
                size=grid_size(tab),
                requests=drawing.changed(sheet) if sheet else drawing.created(title),
                lacks=drawing.lacks(sheet),
            )
        )

    def _free_title(self, tab: Tab) -> str:
        """A new tab's title, with the year in it where another plan's tab has the usual one."""
        holder = self._there.titled(tab.title)
        elsewhere = holder and holder.tag and holder not in self._there.ours(self._plan.id)
        wanted = tab.year_title if elsewhere and tab.year_title else tab.title
        return free_title(wanted, self._titles)


def _leftovers(there: Seen, plan: SheetSeen) -> Iterator[TabBatch]:
    """Hidden tabs of a write that broke off."""
    for sheet in there.ours(plan.id):
        if sheet.key == STAGING:
            place = Place(sheet_id=sheet.id, title=sheet.title)
            yield TabBatch(place=place, requests=[{"deleteSheet": {"sheetId": sheet.id}}])


def _columns(tab: Tab) -> str:
    """The columns to compare, up to the last value, as "A:F"; formulas do not count; "" for all."""
    filled = (
        column for _, column, cell in placed(tab) if cell.value is not None and not cell.formula
    )
    last = max(filled, default=1)
    return f"A:{column_letters(last)}" if last < len(tab.widths) else ""


def _is_occupied(sheet: SheetSeen, tab: Tab) -> bool:
    if sheet.rows is None or sheet.tag is None:
        return False
    rows = without_formulas(sheet.rows, tab)
    return sheet.tag.values != values_fingerprint(rows) and is_foreign(rows, tab)


def _free_id(there: Seen, spreadsheet: str, key: str) -> int:
    number = 0
    while there.by_id(own_id(spreadsheet, key, number)):
        number += 1
    return own_id(spreadsheet, key, number)
