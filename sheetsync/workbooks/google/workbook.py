"""A plan in a shared Google Sheet: one read and one atomic write a run."""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from gspread.exceptions import APIError

from sheetsync.errors import WorkbookError, WorkbookMissing
from sheetsync.model import Grid, Place, Tab
from sheetsync.workbooks.base import Traffic, Written
from sheetsync.workbooks.google.address import address_of, asked_for, no_tab
from sheetsync.workbooks.google.client import OutcomeUnknown, SheetsClient
from sheetsync.workbooks.google.errors import told, undecided
from sheetsync.workbooks.google.large import (
    LARGE,
    LARGE_CONTENT,
    Table,
    column_of,
    dated_columns,
    with_values,
)
from sheetsync.workbooks.google.plan import Plan, plan_writes
from sheetsync.workbooks.google.reading import CONTENT, LISTING, Seen, SheetSeen, seen
from sheetsync.workbooks.google.staff_tab import StaffTab
from sheetsync.workbooks.titles import quoted

STAFF = "*"
"""Ours are remembered under their keys, staff's under this and the title they were asked for by."""

Places: TypeAlias = MutableMapping[str, Place]
"""What the caller keeps from run to run; losing it costs one more request, nothing else."""


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
        self.place = f"https://docs.google.com/spreadsheets/d/{self._id}/edit"
        self._client = client
        self._places = places
        self._account = account
        self._seen: Seen | None = None
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
        with told(self.place, self._account):
            asked = tab or self._address.tab
            found = self._as_remembered(asked) or self._afresh(asked)
        if self._seen and self._seen.whole:
            staff = (sheet for sheet in self._seen.sheets if sheet.visible and not sheet.mark)
            self._staff = {sheet.id: sheet.title for sheet in staff}
        others = (title for sheet_id, title in self._staff.items() if sheet_id != found.id)
        opened = self._address.tab_id
        is_other = opened not in (None, found.id) and not self._is_ours(opened)
        address_tab = f"gid={opened}" if is_other else ""
        return replace(found.grid, others=tuple(others), address_tab=address_tab)

    def write(self, tabs: Sequence[Tab], *, plan_tab: str) -> Written:
        """See `Workbook.write`; one request, applied as a whole or not at all."""
        with told(self.place, self._account):
            if self._seen is None or not _covers(self._seen, tabs):
                self._afresh(plan_tab)
            plan = self._decide(tabs, plan_tab)
            if plan.requests:
                plan = self._apply(plan, tabs, plan_tab)
        self._remember(plan)
        return Written(place=self.place, changed=bool(plan.requests), taken=plan.taken)

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

    def staff_tab(self, title: str) -> StaffTab:
        """A tab of staff's, for the one command that adds columns to it."""
        return StaffTab(
            client=self._client,
            spreadsheet=self._id,
            title=title,
            place=self.place,
            account=self._account,
        )

    def _is_ours(self, sheet_id: int | None) -> bool:
        """Whether a tab that was seen is ours; who copied the address of one meant the plan."""
        sheets = self._seen.sheets if self._seen else ()
        return any(sheet.id == sheet_id and sheet.mark for sheet in sheets)

    def _as_remembered(self, tab: str) -> SheetSeen | None:
        """One request, if all tabs still have the titles they had; None if not."""
        plan = self._places.get(STAFF + tab)
        if plan is None:
            return None
        ours = [place for key, place in self._places.items() if not key.startswith(STAFF)]
        wanted = {place.sheet_id: place.title for place in [plan, *ours]}
        found = self._content(wanted, large=plan.sheet_id if plan.large else None)
        if found is None:
            return None
        self._seen = found
        return found.by_id(plan.sheet_id)

    def _afresh(self, tab: str) -> SheetSeen:
        """Two requests: which tabs there are, then the cells of those that matter.

        Twice as many where somebody renames tabs between the two.
        """
        plan, found = self._listed(tab)
        if found is None:
            plan, found = self._listed(tab, again=True)
        if found is None:
            raise WorkbookError(
                f"Вкладки таблицы {self.place} переименовывают прямо сейчас. Повторите запуск."
            )
        self._seen = found
        self._note(plan, tab)
        return found.by_id(plan.id) or plan

    def _note(self, plan: SheetSeen, tab: str) -> None:
        """Remember what was just seen: the tab asked for, and ours that there are."""
        for key in [key for key in self._places if not key.startswith(STAFF)]:
            del self._places[key]
        for sheet in self._seen.sheets if self._seen else ():
            if sheet.key:
                self._places[sheet.key] = Place(sheet_id=sheet.id, title=sheet.title)
        if not plan.key:
            large = plan.row_count > LARGE
            self._places[STAFF + tab] = Place(sheet_id=plan.id, title=plan.title, large=large)

    def _listed(self, tab: str, *, again: bool = False) -> tuple[SheetSeen, Seen | None]:
        """The plan tab without its cells, and all that was seen; None if a title went stale."""
        listing = seen(self._get(fields=LISTING), whole=True)
        plan = self._pick(listing, tab)
        wanted = {s.id: s.title for s in listing.sheets if s.key or s.id == plan.id}
        large = plan.id if plan.row_count > LARGE and not plan.key else None
        content = self._content(wanted, large=large, again=again)
        if content is None:
            return plan, None
        sheets = tuple(content.by_id(sheet.id) or sheet for sheet in listing.sheets)
        return plan, replace(content, sheets=sheets, whole=True)

    def _pick(self, listing: Seen, tab: str) -> SheetSeen:
        place = self._places.get(STAFF + tab)
        remembered = listing.by_id(place.sheet_id) if place else None
        found = asked_for(listing, tab) or remembered
        if found is None:
            raise no_tab(listing, tab, place=self.place)
        return found

    def _content(
        self, wanted: Mapping[int, str], *, large: int | None, again: bool = False
    ) -> Seen | None:
        """The cells of tabs by id and title; None where one has another title by now."""
        known = {place.sheet_id: place.columns for place in self._places.values()}
        ranges = {
            sheet_id: ["!".join(filter(None, (quoted(title), known.get(sheet_id, ""))))]
            for sheet_id, title in wanted.items()
        }
        table: Table = []
        try:
            if large is not None:
                table = self._values(wanted[large])
                columns = dated_columns(table) or [0]
                ranges[large] = [column_of(wanted[large], column) for column in columns]
            fields = CONTENT if large is None else LARGE_CONTENT
            answer = self._get(fields=fields, ranges=[r for some in ranges.values() for r in some])
        except APIError as error:
            if error.response.status_code != 400:
                raise
            return None
        found = seen(answer, whole=False)
        if {sheet.id for sheet in found.sheets} != set(wanted):
            return None
        if large is None:
            return found
        return with_values(found, answer, table, sheet_id=large, again=again)

    def _values(self, title: str) -> Table:
        answer = self._client.values_get(
            self._id, quoted(title), params={"valueRenderOption": "UNFORMATTED_VALUE"}
        )
        table: Table = answer.get("values", [])
        return table

    def _get(self, **params: str | list[str]) -> Mapping[str, Any]:
        # gspread's own type of the parameters is wider than a dict of ours can be.
        answer: Mapping[str, Any] = self._client.fetch_sheet_metadata(self._id, params={**params})
        return answer

    def _decide(self, tabs: Sequence[Tab], plan_tab: str) -> Plan:
        there, plan_id = self._seen, self._plan_id(plan_tab)
        plan = there.by_id(plan_id) if there and plan_id is not None else None
        if there is None or plan is None:
            raise WorkbookMissing(f"В таблице {self.place} нет вкладки «{plan_tab}».")
        return plan_writes(there, tabs, spreadsheet=self._id, plan=plan)

    def _plan_id(self, title: str) -> int | None:
        """The id of a tab by its title, as seen in this run or as remembered."""
        known = self._seen.titled(title) if self._seen else None
        if known:
            return known.id
        folded = title.casefold()
        places = [p for p in self._places.values() if p.title.casefold() == folded]
        return places[0].sheet_id if places else None

    def _apply(self, plan: Plan, tabs: Sequence[Tab], plan_tab: str) -> Plan:
        """Once more from a fresh look where a tab went meanwhile, or nobody knows what happened."""
        try:
            self._client.batch_update(self._id, {"requests": plan.requests})
        except (APIError, OutcomeUnknown) as error:
            if isinstance(error, APIError) and error.response.status_code != 400:
                raise
            self._seen = seen(self._get(fields=LISTING), whole=True)
            again = self._decide(tabs, plan_tab)
            if again.requests:
                self._apply_last(again)
            return replace(again, requests=plan.requests)
        return plan

    def _apply_last(self, plan: Plan) -> None:
        try:
            self._client.batch_update(self._id, {"requests": plan.requests})
        except OutcomeUnknown as error:
            raise undecided(self.place) from error

    def _remember(self, plan: Plan) -> None:
        self._places.update(plan.places)
        self._seen = None


def _covers(there: Seen, tabs: Sequence[Tab]) -> bool:
    keys = {sheet.key for sheet in there.sheets}
    return there.whole or all(tab.key in keys for tab in tabs)
