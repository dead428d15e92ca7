"""The plan tab of a shared sheet as the set-up of its columns sees it, and the way to change it.

Nothing but `setup-sheet` comes here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gspread.exceptions import APIError

from sheetsync.errors import WorkbookError, WorkbookMissing
from sheetsync.model import Grid
from sheetsync.workbooks.google.batch import Requests
from sheetsync.workbooks.google.client import OutcomeUnknown, SheetsClient
from sheetsync.workbooks.google.columns import GUARD
from sheetsync.workbooks.google.errors import told
from sheetsync.workbooks.google.lookups import Tag, tags
from sheetsync.workbooks.google.reading import CONTENT, LISTING, seen
from sheetsync.workbooks.titles import quoted

_AREAS = (
    "conditionalFormats",
    "merges",
    "protectedRanges(protectedRangeId,range,description)",
    "bandedRanges.range",
    "basicFilter.range",
)
_FIELDS = (
    CONTENT.replace("conditionalFormats.ranges.sheetId,merges", ",".join(_AREAS))
    .replace(",protectedRanges(warningOnly,requestingUserCanEdit)", "")
    .replace("userEnteredValue.formulaValue", "userEnteredValue,note,dataValidation")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardSeen:
    """The guard of a column of ours, and the column, from 0, in which it stands."""

    id: int
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffTabSeen:
    """What one look told. `used` are the columns, from the left, in which anything stands.

    `cells` are CellData by row and column, `rules` the conditional formats, `areas` the columns
    that rules, merges and the like span, `ours` the titles of our own tabs by key; `filtered` says
    that people set a filter.
    """

    id: int
    grid: Grid
    row_count: int
    used: int
    cells: tuple[tuple[Mapping[str, Any], ...], ...]
    rules: tuple[Mapping[str, Any], ...]
    areas: tuple[range, ...]
    tags: tuple[Tag, ...]
    guards: tuple[GuardSeen, ...]
    filtered: bool
    ours: Mapping[str, str]

    def tag(self, name: str) -> Tag | None:
        """The mark on our column of that name."""
        return next((tag for tag in self.tags if tag.name == name), None)

    def column(self, index: int) -> Iterator[Mapping[str, Any]]:
        """The cells of one column from row 0 on."""
        for row in self.cells:
            yield row[index] if index < len(row) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffTab:
    """One tab of staff's; `account` is the address that the spreadsheet is shared with."""

    client: SheetsClient
    spreadsheet: str
    title: str
    place: str
    account: str

    def look(self) -> StaffTabSeen:
        """The tab as it is now; two reads. Raises `WorkbookMissing` where it is gone."""
        with told(self.place, self.account):
            listing = seen(self._get({"fields": LISTING}), whole=True)
            if listing.titled(self.title) is None:
                raise WorkbookMissing(f"В таблице {self.place} нет вкладки «{self.title}».")
            answer = self._get({"fields": _FIELDS, "ranges": quoted(self.title)})
        ours = {sheet.key: sheet.title for sheet in listing.sheets if sheet.key}
        return staff_tab_seen(answer, ours=ours)

    def apply(self, requests: Requests) -> WorkbookError | None:
        """Apply all requests or none.

        Gives the error where a new look must tell how things stand: the tab changed since the
        last one, or the connection broke. Raises `WorkbookError` for all others.
        """
        try:
            with told(self.place, self.account):
                self.client.batch_update(self.spreadsheet, {"requests": requests})
        except OutcomeUnknown as error:
            return error
        except WorkbookError as error:
            refused = error.__cause__
            if not isinstance(refused, APIError) or refused.response.status_code != 400:
                raise
            if "protected" in refused.response.text:
                raise self._protected() from error
            return error
        return None

    def _protected(self) -> WorkbookError:
        return WorkbookError(
            f"Лист «{self.title}» или его часть защищены, и менять столбцы в нём нельзя. Попросите "
            "владельца таблицы на время снять защиту или внести в её редакторы адрес "
            f"{self.account or 'программы'}, затем повторите."
        )

    def _get(self, params: dict[str, str]) -> Mapping[str, Any]:
        answer: Mapping[str, Any] = self.client.fetch_sheet_metadata(
            self.spreadsheet, params={**params}
        )
        return answer


def staff_tab_seen(answer: Mapping[str, Any], *, ours: Mapping[str, str]) -> StaffTabSeen:
    """Read an answer to a get of that one tab."""
    (sheet,) = answer["sheets"]
    (tab,) = seen(answer, whole=False).sheets
    data = sheet["data"][0]
    cells = tuple(tuple(row.get("values", ())) for row in data.get("rowData", ()))
    size = sheet["properties"]["gridProperties"]
    return StaffTabSeen(
        id=tab.id,
        grid=tab.grid,
        row_count=size["rowCount"],
        used=max(_filled(cells), _covered(sheet, size["columnCount"])),
        cells=cells,
        rules=tuple(sheet.get("conditionalFormats", ())),
        areas=tuple(_spans(sheet, size["columnCount"])),
        tags=tuple(tags(data)),
        guards=tuple(_guards(sheet)),
        filtered="basicFilter" in sheet,
        ours=ours,
    )


def _filled(cells: tuple[tuple[Mapping[str, Any], ...], ...]) -> int:
    """A note or a rule of its own makes a cell as good as filled."""
    parts = ("userEnteredValue", "effectiveValue", "note", "dataValidation")
    return max(
        (i + 1 for row in cells for i, cell in enumerate(row) if any(map(cell.get, parts))),
        default=0,
    )


def _covered(sheet: Mapping[str, Any], width: int) -> int:
    """Where the areas of rules and merges end; what spans the whole sheet ends nowhere.

    Merged cells end where they end: a column inside them would make them wider.
    """
    merged = [merge["endColumnIndex"] for merge in sheet.get("merges", ())]
    ends = [span.stop for span in _spans(sheet, width) if span.stop < width]
    return max((*merged, *ends), default=0)


def _spans(sheet: Mapping[str, Any], width: int) -> Iterator[range]:
    for area in _areas(sheet):
        yield range(area.get("startColumnIndex", 0), area.get("endColumnIndex", width))


def _areas(sheet: Mapping[str, Any]) -> Iterator[Mapping[str, int]]:
    yield from sheet.get("merges", ())
    for rule in sheet.get("conditionalFormats", ()):
        yield from rule["ranges"]
    for name in ("protectedRanges", "bandedRanges"):
        yield from (one.get("range", {}) for one in sheet.get(name, ()))
    if "basicFilter" in sheet:
        yield sheet["basicFilter"].get("range", {})


def _guards(sheet: Mapping[str, Any]) -> Iterator[GuardSeen]:
    for one in sheet.get("protectedRanges", ()):
        if one.get("description") == GUARD:
            index = one.get("range", {}).get("startColumnIndex", 0)
            yield GuardSeen(id=one["protectedRangeId"], index=index)
