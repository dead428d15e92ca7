"""A tab that we make for ourselves in somebody's spreadsheet, try things on, and remove again."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any

from gspread.urls import SPREADSHEET_VALUES_BATCH_UPDATE_URL

from sheetsync.errors import SheetsyncError, WorkbookError
from sheetsync.model import Area
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.address import web_address
from sheetsync.workbooks.google.client import OutcomeUnknown, SheetsClient
from sheetsync.workbooks.google.errors import translated, undecided
from sheetsync.workbooks.google.pieces import grid_range
from sheetsync.workbooks.google.tags import own_id
from sheetsync.workbooks.names import free_title, reference

_TITLE = "Проба sheetsync"
# A new tab has 26,000 cells, and a spreadsheet no more than ten million.
_SIZE = {"rowCount": 10, "columnCount": 5}
_TABS = "properties.locale,sheets.properties(sheetId,title)"


@frozen
class Scratch:
    """The one tab that is touched. Its id is ours, so a write never lands on another tab.

    `locale` is the spreadsheet's own, such as "ru_RU"; `account` the address it is shared with.
    """

    client: SheetsClient
    spreadsheet: str
    account: str
    locale: str
    id: int
    title: str

    @property
    def place(self) -> str:
        """The address of the spreadsheet."""
        return web_address(self.spreadsheet)

    def area(self, row: int, column: int, *, height: int = 1) -> dict[str, int]:
        """Cells of one column as a GridRange; rows and columns are counted from 0."""
        cells = Area(top=row + 1, left=column + 1, bottom=row + height, right=column + 1)
        return grid_range(cells, self.id)

    def batch(self, *requests: Mapping[str, Any]) -> None:
        """Apply requests as a whole or not at all."""
        self.client.batch_update(self.spreadsheet, {"requests": requests})

    def write(self, row: int, column: int, *texts: str) -> None:
        """Put texts below each other, as sheetsync writes: typed data."""
        rows = [{"values": [{"userEnteredValue": {"stringValue": text}}]} for text in texts]
        area = self.area(row, column, height=len(texts))
        self.batch({"updateCells": {"range": area, "rows": rows, "fields": "userEnteredValue"}})

    def type_in(self, row: int, column: int, *texts: str) -> None:
        """Put texts below each other as if a person had typed them.

        The range is named by the tab's id: by then people may have given its title to another.
        """
        area = self.area(row, column, height=len(texts))
        data = {"dataFilter": {"gridRange": area}, "values": [[text] for text in texts]}
        url = f"{SPREADSHEET_VALUES_BATCH_UPDATE_URL % self.spreadsheet}ByDataFilter"
        body = {"valueInputOption": "USER_ENTERED", "data": [data]}
        self.client.request("post", url, json=body)

    def look(self, cells: str, fields: str) -> Mapping[str, Any]:
        """What `spreadsheets.get` shows of some cells, as one GridData.

        Raises `WorkbookError` where people have given the title to another tab.
        """
        answer = self.read(f"sheets(properties.sheetId,data({fields}))", cells)
        data: Mapping[str, Any] = answer["sheets"][0]["data"][0]
        return data

    def read(self, fields: str, cells: str = "A1:Z20") -> Mapping[str, Any]:
        """An answer of `spreadsheets.get` about this tab alone; see `look` for what it raises."""
        params = {"ranges": reference(self.title, cells), "fields": fields}
        answer: Mapping[str, Any] = self.client.fetch_sheet_metadata(
            self.spreadsheet, params={**params}
        )
        if _tab_ids(answer) != {self.id}:
            raise WorkbookError(
                "The scratch tab “{title}” was renamed. Try again.", title=self.title
            )
        return answer

    def is_there(self) -> bool:
        """Whether the tab exists, under whatever title."""
        return self.id in _tab_ids(_tabs(self.client, self.spreadsheet))


def choose_scratch(client: SheetsClient, spreadsheet: str, *, account: str) -> Scratch:
    """An id and a title that no tab of the spreadsheet has; one read, nothing is written."""
    with translated(web_address(spreadsheet), account):
        answer = _tabs(client, spreadsheet)
    taken = _tab_ids(answer)
    ids = (own_id(spreadsheet, "probe", number) for number in count())
    return Scratch(
        client=client,
        spreadsheet=spreadsheet,
        account=account,
        locale=answer["properties"]["locale"],
        id=next(found for found in ids if found not in taken),
        title=free_title(_TITLE, [sheet["properties"]["title"] for sheet in answer["sheets"]]),
    )


@contextmanager
def kept(scratch: Scratch) -> Iterator[None]:
    """The tab exists inside. Raises `WorkbookError` where it could not be made or removed."""
    try:
        # Within the try: a tab that was made though the answer was lost is removed as well.
        with translated(scratch.place, scratch.account):
            _make(scratch)
        yield
    finally:
        _remove(scratch)


def _make(scratch: Scratch) -> None:
    properties = {"sheetId": scratch.id, "title": scratch.title, "gridProperties": _SIZE}
    try:
        scratch.batch({"addSheet": {"properties": properties}})
    except OutcomeUnknown:
        if not scratch.is_there():
            raise


def _remove(scratch: Scratch) -> None:
    try:
        with translated(scratch.place, scratch.account):
            _delete(scratch)
    except SheetsyncError as error:
        raise WorkbookError(
            "The scratch tab “{title}” could not be removed. {error} If the tab is still "
            "there, delete it yourself; the probe touched no other.",
            title=scratch.title,
            error=error,
        ) from error


def _delete(scratch: Scratch) -> None:
    """Look after each try: only a look tells what came of a write that broke off."""
    # Deleting by an id of ours may be repeated: no other tab has it.
    for _attempt in range(2):
        if not scratch.is_there():
            return
        with suppress(OutcomeUnknown):
            scratch.batch({"deleteSheet": {"sheetId": scratch.id}})
    if scratch.is_there():
        raise undecided(scratch.place)


def _tabs(client: SheetsClient, spreadsheet: str) -> Mapping[str, Any]:
    answer: Mapping[str, Any] = client.fetch_sheet_metadata(spreadsheet, params={"fields": _TABS})
    return answer


def _tab_ids(answer: Mapping[str, Any]) -> set[int]:
    return {sheet["properties"].get("sheetId", 0) for sheet in answer["sheets"]}
