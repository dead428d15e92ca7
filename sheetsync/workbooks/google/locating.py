"""Finds the plan tab and ours in a spreadsheet, with one request where they are remembered."""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from gspread.exceptions import APIError

from sheetsync.errors import WorkbookError
from sheetsync.model import Place
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.address import asked_for, no_tab
from sheetsync.workbooks.google.client import SheetsClient
from sheetsync.workbooks.google.large import LARGE, Table, column_of, dated_columns, with_values
from sheetsync.workbooks.google.reading import (
    CONTENT,
    LARGE_CONTENT,
    LISTING,
    STAGING,
    Seen,
    SheetSeen,
    seen,
)
from sheetsync.workbooks.names import quoted

_CORNER = "A1"
STAFF = "*"
"""Ours are remembered under their keys, staff's under this and the title they were asked for by."""

Places: TypeAlias = MutableMapping[str, Place]
"""What the caller keeps from run to run; losing it costs one more request, nothing else."""


@frozen
class Sight:
    """The plan tab, all that was read with it, and Google's answer about the tabs' cells."""

    plan: SheetSeen
    seen: Seen
    answer: Mapping[str, Any]


@frozen
class Locator:
    """The tabs of one spreadsheet, and where they were when they were last seen."""

    client: SheetsClient
    spreadsheet: str
    place: str
    places: Places

    def find(self, tab: str, *, fields: str = CONTENT) -> Sight:
        """The plan tab, and all that was seen with it: our tabs with their cells.

        One request, if all tabs still have the titles they had; else as `find_afresh`. With a mask
        of `fields` of its own a plan of very many rows is not read in parts, and ours come without
        their cells.
        """
        return self._as_remembered(tab, fields) or self.find_afresh(tab, fields=fields)

    def find_afresh(self, tab: str, *, fields: str = CONTENT) -> Sight:
        """Two requests: which tabs there are, then the cells of those that matter.

        Twice as many where somebody renames tabs between the two.
        """
        sight = self._listed(tab, fields) or self._listed(tab, fields, again=True)
        if sight is None:
            raise WorkbookError(
                "The tabs of the sheet {place} are being renamed right now. Run again.",
                place=self.place,
            )
        self._note(sight.plan, tab, sight.seen)
        return sight

    def find_all(self, titles: Sequence[str], *, fields: str = CONTENT) -> tuple[Sight, ...]:
        """The plan's tabs, or all visible staff's tabs, and all that was read: one request.

        No range is named, so that it never matters what somebody renamed or added since.
        """
        answer = self.get(fields=fields)
        found = seen(answer, whole=True)
        staff = [sheet for sheet in found.sheets if sheet.visible and not sheet.tag]
        named = [(found.titled(title), title) for title in titles]
        missing = next((title for sheet, title in named if sheet is None), "")
        plan = tuple(sheet for sheet, _ in named if sheet) if titles else tuple(staff)
        if missing or not plan:
            raise no_tab(found, missing, place=self.place)
        for sheet in plan:
            self._note(sheet, sheet.title, found, *(other.id for other in plan))
        return tuple(Sight(plan=sheet, seen=found, answer=answer) for sheet in plan)

    def listing(self) -> Seen:
        """Which tabs there are, without their cells."""
        return seen(self.get(fields=LISTING), whole=True)

    def get(self, **params: str | list[str]) -> Mapping[str, Any]:
        """The answer to `spreadsheets.get`."""
        # gspread's own type of the parameters is wider than a dict of ours can be.
        answer: Mapping[str, Any] = self.client.fetch_sheet_metadata(
            self.spreadsheet, params={**params}
        )
        return answer

    def _as_remembered(self, tab: str, fields: str) -> Sight | None:
        plan = self.places.get(STAFF + tab)
        if plan is None:
            return None
        ours = [place for key, place in self.places.items() if not key.startswith(STAFF)]
        wanted = {place.sheet_id: place.title for place in [plan, *ours]}
        if plan.large and fields == CONTENT:
            return self._in_parts(wanted, plan.sheet_id, again=False)
        return self._content(wanted, plan.sheet_id, fields=fields)

    def _note(self, plan: SheetSeen, tab: str, found: Seen, *others: int) -> None:
        """Remember what was just seen: the tab asked for, and ours that there are.

        Ours may belong to the plan's `others`, too.
        """
        if plan.tag:
            return
        for key in [key for key in self.places if not key.startswith(STAFF)]:
            del self.places[key]
        for sheet in found.ours(plan.id, *others):
            if sheet.key != STAGING:
                self.places.setdefault(sheet.key, Place(sheet_id=sheet.id, title=sheet.title))
        large = plan.shape.row_count > LARGE
        self.places[STAFF + tab] = Place(sheet_id=plan.id, title=plan.title, large=large)

    def _listed(self, tab: str, fields: str, *, again: bool = False) -> Sight | None:
        """All tabs, the plan tab and ours with their cells; None if a title went stale."""
        listing = self.listing()
        plan = self._pick(listing, tab)
        ours = [sheet for sheet in listing.ours(plan.id) if sheet.key != STAGING]
        wanted = {sheet.id: sheet.title for sheet in (plan, *ours)}
        in_parts = plan.shape.row_count > LARGE and not plan.tag and fields == CONTENT
        found = (
            self._in_parts(wanted, plan.id, again=again)
            if in_parts
            else self._content(wanted, plan.id, fields=fields)
        )
        if found is None:
            return None
        sheets = tuple(found.seen.by_id(sheet.id) or sheet for sheet in listing.sheets)
        return replace(found, seen=replace(found.seen, sheets=sheets, whole=True))

    def _pick(self, listing: Seen, tab: str) -> SheetSeen:
        place = self.places.get(STAFF + tab)
        remembered = listing.by_id(place.sheet_id) if place else None
        found = asked_for(listing, tab) or remembered
        if found is None:
            raise no_tab(listing, tab, place=self.place)
        return found

    def _in_parts(self, wanted: Mapping[int, str], plan_id: int, *, again: bool) -> Sight | None:
        """Read as `_content` does a plan of very many rows: values, then formats where needed."""
        try:
            table = self._values(wanted[plan_id])
        except APIError as error:
            _raise_but_stale(error)
            return None
        # One at least: an answer leaves out every tab of which no range was asked for.
        columns = dated_columns(table) or [0]
        cells = [column_of(wanted[plan_id], column) for column in columns]
        found = self._content(wanted, plan_id, fields=LARGE_CONTENT, cells=cells)
        if found is None:
            return None
        seen = with_values(found.seen, found.answer, table, sheet_id=plan_id, again=again)
        plan = seen.by_id(plan_id) if seen else None
        return replace(found, plan=plan, seen=seen) if plan and seen else None

    def _content(
        self, wanted: Mapping[int, str], plan_id: int, *, fields: str, cells: Sequence[str] = ()
    ) -> Sight | None:
        """The cells of tabs by id and title; None if one has been renamed since.

        Of the plan tab only those `cells`, if given.
        """
        known = {place.sheet_id: place.columns for place in self.places.values()}
        if fields not in (CONTENT, LARGE_CONTENT):
            # Who looks closely at the plan's tab needs of ours no more than that they are there,
            # and ours are as long as the plan.
            known = {sheet_id: _CORNER for sheet_id in wanted if sheet_id != plan_id}
        # Titles in quotes always: without them a named range of that name would be read.
        ranges = {
            sheet_id: ["!".join(filter(None, (quoted(title), known.get(sheet_id, ""))))]
            for sheet_id, title in wanted.items()
        }
        if cells:
            ranges[plan_id] = [*cells]
        try:
            answer = self.get(fields=fields, ranges=[r for some in ranges.values() for r in some])
        except APIError as error:
            _raise_but_stale(error)
            return None
        found = seen(answer, whole=False)
        plan = found.by_id(plan_id)
        if plan is None or {sheet.id for sheet in found.sheets} != set(wanted):
            return None
        return Sight(plan=plan, seen=found, answer=answer)

    def _values(self, title: str) -> Table:
        answer = self.client.values_get(
            self.spreadsheet, quoted(title), params={"valueRenderOption": "UNFORMATTED_VALUE"}
        )
        table: Table = answer.get("values", [])
        return table


def _raise_but_stale(error: APIError) -> None:
    """Raise the error, unless Google only knows no such title any more."""
    # "Unable to parse range" is all that Google says of a title that no tab has.
    if error.response.status_code != 400:
        raise error
