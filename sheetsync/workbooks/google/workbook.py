"""A plan in a shared Google Sheet: one read and one atomic write a run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from gspread.exceptions import APIError
from gspread.urls import SPREADSHEET_BATCH_UPDATE_URL

from sheetsync.errors import WorkbookMissing
from sheetsync.model import Grid, Tab
from sheetsync.workbooks.base import Traffic, Written
from sheetsync.workbooks.google.address import address_of, web_address
from sheetsync.workbooks.google.client import OutcomeUnknown, SheetsClient
from sheetsync.workbooks.google.errors import is_closed, missed, stopped, translated, undecided
from sheetsync.workbooks.google.locating import Locator, Places, Sight
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.portions import portions
from sheetsync.workbooks.google.reading import Seen, SheetSeen
from sheetsync.workbooks.google.troubles import words_of
from sheetsync.workbooks.google.writing import Omissions, WriteBatch, plan_writes
from sheetsync.workbooks.names import quoted

_TRIES = 10  # each of three tabs may lack three families, or be left alone


class GoogleWorkbook:
    """A spreadsheet of Google's; see `Workbook` for what its methods promise.

    `spreadsheet` is its address or id; an address may choose the tab, too. Nothing is cached from
    one write to the next: people edit all day.
    """

    def __init__(
        self, spreadsheet: str, client: SheetsClient, *, places: Places, account: str = ""
    ) -> None:
        self._address = address_of(spreadsheet)
        self._id = self._address.spreadsheet
        self.place = web_address(self._id)
        self._client = client
        self._places = places
        self.account = account
        self._seen: Seen | None = None
        self._locator = Locator(
            client=client, spreadsheet=self._id, place=self.place, places=places
        )
        self._staff: dict[int, str] = {}  # titles by id, as of the last look at all tabs

    @property
    def traffic(self) -> Traffic:
        """What was sent and received so far."""
        return self._client.traffic

    @property
    def local(self) -> bool:
        """See `Workbook.local`."""
        return self._client.local

    @property
    def zone(self) -> str:
        """The spreadsheet's own time zone, such as "Europe/Moscow"; "" before the first read."""
        return self._seen.zone if self._seen else ""

    def read(self, tab: str = "") -> Grid:
        """See `Workbook.read`."""
        with translated(self.place, self.account):
            found = self._locator.find(tab or self._address.tab)
        self._note(found.seen)
        others = (title for sheet_id, title in self._staff.items() if sheet_id != found.plan.id)
        return replace(
            found.plan.grid,
            others=tuple(others),
            closed=_closed(found.seen, found.plan.id),
            address_tab=self._address_tab(found),
        )

    def read_all(self, titles: Sequence[str] = ()) -> tuple[Grid, ...]:
        """See `Workbook.read_all`."""
        with translated(self.place, self.account):
            sights = self._locator.find_all(titles)
        found = sights[0].seen
        self._note(found)
        closed = _closed(found, *(one.plan.id for one in sights))
        first, *others = (one.plan.grid for one in sights)
        return replace(first, closed=closed), *others

    def _note(self, found: Seen) -> None:
        self._seen = found
        if found.whole:
            staff = (sheet for sheet in found.sheets if sheet.visible and not sheet.tag)
            self._staff = {sheet.id: sheet.title for sheet in staff}

    def _address_tab(self, sight: Sight) -> str:
        """The tab that the address opens, where that is another one of staff's.

        Who copied the address of a tab of ours meant the plan.
        """
        opened = self._address.tab_id
        is_ours = any(sheet.id == opened and sheet.tag for sheet in sight.seen.sheets)
        return "" if is_ours or opened in (None, sight.plan.id) else f"gid={opened}"

    def write(self, tabs: Sequence[Tab], *, plan_tab: str) -> Written:
        """See `Workbook.write`.

        One request, applied as a whole or not at all; more only where it would be too large.
        """
        with translated(self.place, self.account):
            if not self._covers(tabs, plan_tab):
                self._seen = self._locator.find_afresh(plan_tab).seen
            first = self._decide(tabs, plan_tab, Omissions())
            done = self._deliver(first, tabs, plan_tab)
        self._places.update(done.places)
        self._seen = None
        return Written(
            place=self.place,
            changed=bool(first.requests),
            taken=done.taken,
            stopped=tuple(
                (title, stopped(title, why, account=self.account))
                for title, why in done.stopped.items()
            ),
            missing=tuple(
                missed(part.place.title, family) for part in done.parts for family in part.lacks
            ),
        )

    def _deliver(self, plan: WriteBatch, tabs: Sequence[Tab], plan_tab: str) -> WriteBatch:
        """Send the plan; gives it as it was carried out in the end.

        A tab may have gone meanwhile: then a fresh look mends it. What is refused in spite of that
        is left out: what a tab can do without, or that tab. Raises `APIError` where no tab was
        accepted for another cause than people's, `OutcomeUnknown` where the connection broke twice.
        """
        plan_id = self._plan_id(plan_tab) or 0
        omitted, broken = Omissions(), False
        for attempt in range(_TRIES):
            batch: Requests = []
            try:
                for batch in portions(plan, plan_id=plan_id):
                    self._client.batch_update(self._id, {"requests": batch})
                return plan
            except OutcomeUnknown as error:
                if broken:
                    raise undecided(self.place) from error
                broken = True
                self._seen = self._locator.listing()
                plan = self._decide(tabs, plan_tab, omitted)
            except APIError as error:
                # Google refuses a batch as a whole, and names the first request at fault.
                if error.response.status_code != 400 or attempt == _TRIES - 1:
                    raise
                self._seen = self._locator.listing()
                omitted = omitted.after(error, batch, self._decide(tabs, plan_tab, omitted))
                plan = self._decide(tabs, plan_tab, omitted)
                is_theirs = is_closed(words_of(error.response))
                if plan.stopped and not plan.places and not is_theirs:
                    raise
        raise AssertionError("the last try returns or raises")

    def link(self, target: str, *, plan_tab: str) -> str:
        """See `Workbook.link`."""
        sheet_id = self._plan_id(plan_tab)
        if sheet_id is None:
            return ""
        return f"{self.place}#gid={sheet_id}" + (f"&range={target}" if target else "")

    def tab_link(self, key: str) -> str:
        """See `Workbook.tab_link`."""
        place = self._places.get(key)
        return f"{self.place}#gid={place.sheet_id}" if place else ""

    def is_binned(self) -> bool:
        """See `Workbook.is_binned`; one more request, to Drive."""
        return self._client.is_binned(self._id)

    def sight(self, tab: str, *, fields: str) -> Sight:
        """Read as `read` does, by the caller's mask of `fields`; Google's answer goes along."""
        with translated(self.place, self.account):
            found = self._locator.find(tab or self._address.tab, fields=fields)
        self._seen = found.seen
        if any(found.seen.ours(found.plan.id)):
            # Ours came without their cells, by which it is decided what to write.
            self._seen = replace(found.seen, sheets=(found.plan,), whole=False)
        return found

    def sight_all(self, titles: Sequence[str], *, fields: str) -> tuple[Sight, ...]:
        """As `read_all`, with a mask of `fields` of the caller's."""
        with translated(self.place, self.account):
            sights = self._locator.find_all(titles, fields=fields)
        found = sights[0].seen
        # As in `sight`: of ours this mask tells no more than that they are there.
        self._seen = replace(found, sheets=tuple(one.plan for one in sights), whole=False)
        return sights

    def change(self, requests: Requests, *, tabs: Sequence[str], fields: str) -> Mapping[str, Any]:
        """Apply all requests or none, and return those tabs as they are then.

        For `setup-sheet` alone: these requests are about tabs of staff's.
        """
        body = {
            "requests": requests,
            "includeSpreadsheetInResponse": True,
            "responseRanges": [quoted(title) for title in tabs],
            "responseIncludeGridData": True,
        }
        url = SPREADSHEET_BATCH_UPDATE_URL % self._id
        mask = {"fields": f"updatedSpreadsheet({fields})"}
        with translated(self.place, self.account):
            response = self._client.request("post", url, params=mask, json=body)
            answer: Mapping[str, Any] = response.json()
        return answer

    def own_title(self, key: str) -> str:
        """The title of our tab of that key, once read or written; "" if there is none."""
        return self._places[key].title if key in self._places else ""

    def _decide(self, tabs: Sequence[Tab], plan_tab: str, omitted: Omissions) -> WriteBatch:
        there, plan = self._seen, self._plan_sheet(plan_tab)
        if there is None or plan is None:
            raise WorkbookMissing(
                "The sheet {place} has no tab “{plan_tab}”.", place=self.place, plan_tab=plan_tab
            )
        return plan_writes(there, tabs, spreadsheet=self._id, plan=plan, omitted=omitted)

    def _plan_sheet(self, title: str) -> SheetSeen | None:
        plan_id = self._plan_id(title)
        return self._seen.by_id(plan_id) if self._seen and plan_id is not None else None

    def _plan_id(self, title: str) -> int | None:
        """The id of a tab by its title, as seen in this run or as remembered."""
        known = self._seen.titled(title) if self._seen else None
        if known:
            return known.id
        folded = title.casefold()
        places = [p for p in self._places.values() if p.title.casefold() == folded]
        return places[0].sheet_id if places else None

    def _covers(self, tabs: Sequence[Tab], plan_tab: str) -> bool:
        """Whether enough was seen to decide about these tabs."""
        there, plan = self._seen, self._plan_sheet(plan_tab)
        if there is None or plan is None:
            return False
        return there.whole or all(there.own(tab.key, plan.id) for tab in tabs)


def _closed(found: Seen, *plan_ids: int) -> tuple[tuple[str, str], ...]:
    """The tabs of ours on which nothing can be written, and why."""
    ours = found.ours(*plan_ids)
    return tuple((sheet.title, str(sheet.shape.closed)) for sheet in ours if sheet.shape.closed)
