"""The plan tabs of a shared sheet as this command sees them, and the way to change them."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from gspread.exceptions import APIError

from sheetsync.config.schema import PlanSection
from sheetsync.errors import WorkbookError
from sheetsync.languages import CODES, _, load_language
from sheetsync.model import Grid
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.client import OutcomeUnknown
from sheetsync.workbooks.google.column_requests import GUARD
from sheetsync.workbooks.google.errors import is_protected
from sheetsync.workbooks.google.locating import Sight
from sheetsync.workbooks.google.own_columns import ColumnTag, column_tags
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.reading import CLOSELY, seen
from sheetsync.workbooks.google.troubles import words_of
from sheetsync.workbooks.google.workbook import GoogleWorkbook


@frozen
class GuardSeen:
    """The guard of one of our columns, and its column, from 0."""

    id: int
    index: int


@frozen
class StaffTabSeen:
    """The result of one look. `used` is the number of columns up to the last with content.

    `cells` are CellData by row and column, `rules` the conditional formats, `areas` the columns
    that rules, merges and the like span, `ours` the titles of our own tabs by key; `filtered` says
    that people set a filter, `warning` is what guards are to say.
    """

    id: int
    grid: Grid
    row_count: int
    used: int
    cells: tuple[tuple[Mapping[str, Any], ...], ...]
    rules: tuple[Mapping[str, Any], ...]
    areas: tuple[range, ...]
    tags: tuple[ColumnTag, ...]
    guards: tuple[GuardSeen, ...]
    filtered: bool
    ours: Mapping[str, str]
    warning: str

    def tag(self, name: str) -> ColumnTag | None:
        """The tag on our column of that name."""
        return next((tag for tag in self.tags if tag.name == name), None)

    def column(self, index: int) -> Iterator[Mapping[str, Any]]:
        """The cells of one column from row 0 on."""
        for row in self.cells:
            yield row[index] if index < len(row) else {}

    def spilled(self) -> Iterator[str]:
        """What cells show in which nobody typed: a formula of ours spills into them."""
        for cell in chain.from_iterable(self.cells):
            if "effectiveValue" in cell and "userEnteredValue" not in cell:
                yield str(cell["effectiveValue"].get("stringValue", ""))


def look(book: GoogleWorkbook, plan: PlanSection) -> tuple[StaffTabSeen, ...]:
    """The plan's tab as it is now, or its tabs; `plan` are the settings. One request."""
    if plan.tabs is None:
        sights: tuple[Sight, ...] = (book.sight(plan.one_tab, fields=CLOSELY),)
    else:
        sights = book.sight_all(plan.tabs, fields=CLOSELY)
    sheets, ids = _by_id(sights[0].answer), [one.plan.id for one in sights]
    # The last of a key is not the plan's own but one to claim: the first one counts.
    ours = {one.key: one.title for one in reversed([*sights[0].seen.ours(*ids)])}
    warning = load_language(plan.language).gettext(GUARD)
    return tuple(staff_tab_seen(sheets[one], ours=ours, warning=warning) for one in ids)


def _by_id(answer: Mapping[str, Any]) -> dict[int, Mapping[str, Any]]:
    # Proto3's JSON may leave a zero out, and the first tab has that id.
    return {one["properties"].get("sheetId", 0): one for one in answer["sheets"]}


def apply(
    book: GoogleWorkbook, requests: Requests, before: tuple[StaffTabSeen, ...]
) -> tuple[StaffTabSeen, ...] | WorkbookError:
    """Apply all requests or none, and return the tabs as they are then; one request.

    Returns the error if a new look is needed: a tab changed since the look `before`, or the
    connection broke. Raises `WorkbookError` for all others.
    """
    titles = [one.grid.title for one in before]
    try:
        answer = book.change(requests, tabs=titles, fields=CLOSELY)
    except OutcomeUnknown as error:
        return error
    except WorkbookError as error:
        refused = error.__cause__
        # A 400 refuses the batch as a whole: nothing of it was applied.
        if not isinstance(refused, APIError) or refused.response.status_code != 400:
            raise
        if is_protected(words_of(refused.response)):
            raise _protected(", ".join(titles), book.account) from error
        return error
    sheets = _by_id(answer["updatedSpreadsheet"])
    return tuple(
        staff_tab_seen(sheets[one.id], ours=one.ours, warning=one.warning) for one in before
    )


def _protected(title: str, account: str) -> WorkbookError:
    return WorkbookError(
        "The tab “{title}” or a part of it is protected, and its columns cannot be "
        "changed. Ask the owner of the sheet to lift the protection for a while or "
        "to add {account} to its editors, then try again.",
        title=title,
        account=account or _("of the program"),
    )


def staff_tab_seen(
    sheet: Mapping[str, Any], *, ours: Mapping[str, str], warning: str
) -> StaffTabSeen:
    """Read that one tab of an answer with the mask `CLOSELY`."""
    (tab,) = seen({"sheets": [sheet]}, whole=False).sheets
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
        tags=tuple(column_tags(data)),
        guards=tuple(_guards(sheet)),
        filtered="basicFilter" in sheet,
        ours=ours,
        warning=warning,
    )


def _filled(cells: tuple[tuple[Mapping[str, Any], ...], ...]) -> int:
    """A note or a rule of its own makes a cell as good as filled."""
    parts = ("userEnteredValue", "effectiveValue", "note", "dataValidation")
    return max(
        (
            i + 1
            for row in cells
            for i, cell in enumerate(row)
            if cell and any(map(cell.get, parts))
        ),
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
        # In a GridRange a bound that is missing means there is none.
        yield range(area.get("startColumnIndex", 0), area.get("endColumnIndex", width))


def _areas(sheet: Mapping[str, Any]) -> Iterator[Mapping[str, int]]:
    yield from sheet.get("merges", ())
    for rule in sheet.get("conditionalFormats", ()):
        yield from rule["ranges"]
    for name in ("protectedRanges", "bandedRanges", "tables"):
        yield from (one.get("range", {}) for one in sheet.get(name, ()))
    if "basicFilter" in sheet:
        yield sheet["basicFilter"].get("range", {})


def _guards(sheet: Mapping[str, Any]) -> Iterator[GuardSeen]:
    # In any language: the plan's may have changed since.
    warnings = {load_language(code).gettext(GUARD) for code in CODES}
    for one in sheet.get("protectedRanges", ()):
        if one.get("description") in warnings:
            index = one.get("range", {}).get("startColumnIndex", 0)
            yield GuardSeen(id=one["protectedRangeId"], index=index)
