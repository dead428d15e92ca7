"""What people see in a shared sheet is what is read of it."""

from datetime import date

from sheetsync.model import Area
from tests.sheets_emulator import Emulator
from tests.workbooks.books import tab_of
from tests.workbooks.sheets import shared_sheet, struck

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


def test_a_run_of_text_inherits_what_it_does_not_say(google: Served) -> None:
    """As TextFormatRun has it: only what is said to be not struck out, is not."""
    shared = shared_sheet(*google, {"План": [["апрель май"]]})
    cell = {
        "userEnteredFormat": {"textFormat": {"strikethrough": True}},
        "textFormatRuns": [
            {"format": {"bold": True}},
            {"startIndex": 7, "format": {"strikethrough": False}},
        ],
    }
    start = {"sheetId": 100}
    fields = "userEnteredFormat,textFormatRuns"
    write = {"start": start, "rows": [{"values": [cell]}], "fields": fields}
    shared.emulator.edit(shared.id, [{"updateCells": write}])
    grid = shared.open().read()
    assert (grid.rows, grid.left_out[0].words) == ((("май",),), "апрель")


def test_what_a_rule_strikes_out_counts(google: Served) -> None:
    """A rule that strikes out what is done takes no words back."""
    shared = shared_sheet(*google, {"План": [["выполнено"]]})
    when = {"type": "TEXT_EQ", "values": [{"userEnteredValue": "выполнено"}]}
    shown = {"condition": when, "format": {"textFormat": {"strikethrough": True}}}
    rule = {"ranges": [{"sheetId": 100}], "booleanRule": shown}
    shared.emulator.edit(shared.id, [{"addConditionalFormatRule": {"rule": rule, "index": 0}}])
    grid = shared.open().read()
    assert (grid.rows, grid.left_out) == ((("выполнено",),), ())


def test_our_own_tab_is_read_as_it_was_written(google: Served) -> None:
    shared = shared_sheet(*google, {"План": [["срок"]]})
    shared.open().write([tab_of(["Просрочено"])], plan_tab="План")
    shared.emulator.edit(shared.id, struck(shared.sheet_id("Сводка"), [[("Просрочено", True)]]))
    workbook = shared.open()
    assert workbook.read("Сводка").rows == (("Просрочено",),)
    workbook.read()
    assert not workbook.write([tab_of(["Просрочено"])], plan_tab="План").changed
