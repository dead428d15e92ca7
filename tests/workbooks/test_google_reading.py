"""What people see in a shared sheet is what is read of it."""

from datetime import date

from sheetsync.model import Area
from tests.sheets_emulator import Emulator
from tests.workbooks.sheets import shared_sheet

Served = tuple[Emulator, str]


def test_merged_cells_and_months_are_read_as_people_see_them(google: Served) -> None:
    shared = shared_sheet(*google, {"План": [["срок"], [date(2021, 5, 1)], [date(2021, 5, 20)]]})
    area = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    month = {"numberFormat": {"type": "DATE", "pattern": "mmmm yyyy"}}
    dated = {"startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 1}
    shared.emulator.edit(
        shared.id,
        [
            {"mergeCells": {"range": {"sheetId": 100, **area}, "mergeType": "MERGE_ALL"}},
            {
                "repeatCell": {
                    "range": {"sheetId": 100, **dated},
                    "cell": {"userEnteredFormat": month},
                    "fields": "userEnteredFormat.numberFormat",
                }
            },
        ],
    )
    grid = shared.open().read()
    assert grid.rows == (("срок",), ("май 2021",), (date(2021, 5, 20),))
    assert grid.merges == (Area(top=1, left=1, bottom=1, right=2),)
