"""Finds the plan tab and ours in a spreadsheet, with one request where they are remembered."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from gspread.exceptions import APIError

from sheetsync.errors import WorkbookError, WorkbookMissing
from sheetsync.model import Place
from sheetsync.workbooks.google.client import SheetsClient
from sheetsync.workbooks.google.large import (
    LARGE,
    Table,
    column_of,
    dated_columns,
    with_values,
)
from sheetsync.workbooks.google.reading import BESIDE, CONTENT, LISTING, Seen, SheetSeen, seen
from sheetsync.workbooks.titles import quoted

STAFF = "*"
"""Ours are remembered under their keys, staff's under this and the title they were asked for by."""

Places: TypeAlias = MutableMapping[str, Place]
"""What the caller keeps from run to run; losing it costs one more request, nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The plan tab, all that was seen with it, and what Google told of the tabs' cells."""

    plan: SheetSeen
    seen: Seen
    answer: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The tabs of one spreadsheet, and where they were when they were last seen."""

    client: SheetsClient
    spreadsheet: str
    place: str
    places: Places

    def find(self, tab: str, *, fields: str = CONTENT) -> Sight:
        """The plan tab, and all that was seen with it: our tabs with their cells.

        One request, if all tabs still have the titles they had; else as `find_afresh`. With a mask
        of `fields` of its own a plan of very many rows is not read in parts.
        """
        return self._as_remembered(tab, fields) or self.find_afresh(tab, fields=fields)

    def find_afresh(self, tab: str, *, fields: str = CONTENT) -> Sight:
        """Two requests: which tabs there are, then the cells of those that matter.

        Twice as many where somebody renames tabs between the two.
        """
        found = self._listed(tab, fields) or self._listed(tab, fields)
        if found is None:
            raise WorkbookError(
                f"Вкладки таблицы {self.place} переименовывают прямо сейчас. Повторите запуск."
            )
        self._note(found.plan, tab, found.seen)
        return found

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
        large = plan.sheet_id if plan.large and fields == CONTENT else None
        return self._content(wanted, plan.sheet_id, fields=fields, large=large)

    def _note(self, plan: SheetSeen, tab: str, found: Seen) -> None:
        """Remember what was just seen: the tab asked for, and ours that there are."""
        if plan.mark:
            return
        for key in [key for key in self.places if not key.startswith(STAFF)]:
            del self.places[key]
        for sheet in found.ours(plan.id):
            if sheet.key != BESIDE:
                self.places.setdefault(sheet.key, Place(sheet_id=sheet.id, title=sheet.title))
        large = plan.shape.row_count > LARGE
        self.places[STAFF + tab] = Place(sheet_id=plan.id, title=plan.title, large=large)

    def _listed(self, tab: str, fields: str) -> Sight | None:
        """All tabs, the plan tab and ours with their cells; None if a title went stale."""
        listing = self.listing()
        plan = self._pick(listing, tab)
        ours = [sheet for sheet in listing.ours(plan.id) if sheet.key != BESIDE]
        wanted = {sheet.id: sheet.title for sheet in (plan, *ours)}
        in_parts = plan.shape.row_count > LARGE and not plan.mark and fields == CONTENT
        large = plan.id if in_parts else None
        found = self._content(wanted, plan.id, fields=fields, large=large)
        if found is None:
            return None
        sheets = tuple(found.seen.by_id(sheet.id) or sheet for sheet in listing.sheets)
        return replace(found, seen=replace(found.seen, sheets=sheets, whole=True))

    def _pick(self, listing: Seen, tab: str) -> SheetSeen:
        place = self.places.get(STAFF + tab)
        remembered = listing.by_id(place.sheet_id) if place else None
        found = listing.titled(tab) if tab else None
        found = found or remembered or (None if tab else listing.first_of_staff())
        if found:
            return found
        there = ", ".join(f"«{sheet.title}»" for sheet in listing.sheets)
        if tab:
            raise WorkbookMissing(f"В таблице {self.place} нет вкладки «{tab}». Есть: {there}.")
        raise WorkbookMissing(f"В таблице {self.place} нет вкладки с планом. Есть только: {there}.")

    def _content(
        self, wanted: Mapping[int, str], plan_id: int, *, fields: str, large: int | None
    ) -> Sight | None:
        """The cells of tabs by id and title; None where one has another title by now."""
        known = {place.sheet_id: place.columns for place in self.places.values()}
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
            answer = self.get(fields=fields, ranges=[r for some in ranges.values() for r in some])
        except APIError as error:
            if error.response.status_code != 400:
                raise
            return None
        found: Seen | None = seen(answer, whole=False)
        if found and {sheet.id for sheet in found.sheets} != set(wanted):
            return None
        if found and large is not None:
            found = with_values(found, answer, table, sheet_id=large)
        plan = found.by_id(plan_id) if found else None
        return Sight(plan=plan, seen=found, answer=answer) if plan and found else None

    def _values(self, title: str) -> Table:
        answer = self.client.values_get(
            self.spreadsheet, quoted(title), params={"valueRenderOption": "UNFORMATTED_VALUE"}
        )
        table: Table = answer.get("values", [])
        return table
