"""A tab of ours as the XML of a sheet: what it keeps of the one before, and how text goes in."""

from datetime import date

import pytest

from sheetsync.model import Cell, CellValue, Row, Tab
from sheetsync.workbooks.xlsx.opc import OFFICE, parse
from sheetsync.workbooks.xlsx.sheet_xml import Setting, sheet_xml

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SETTING = Setting(style=lambda _: 0, plan_tab="План")


def tab(*values: CellValue, widths: tuple[float, ...] = (20, 20, 0)) -> Tab:
    cells = tuple(Cell(value=value) for value in values)
    return Tab(key="summary", title="Сводка", rows=(Row(cells=cells),), widths=widths)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a<b>&", "<is><t>a&lt;b&gt;&amp;</t></is>"),
        (" a\nb", '<is><t xml:space="preserve"> a\nb</t></is>'),
        ("_x0041_", "<is><t>_x005F_x0041_</t></is>"),
        ("007", "<is><t>007</t></is>"),
        (7, '<c r="A1"><v>7</v></c>'),
        (0.1, '<c r="A1"><v>0.1</v></c>'),
        (True, '<c r="A1" t="b"><v>1</v></c>'),
        (date(2021, 4, 30), "<v>44316.0</v>"),
    ],
)
def test_values_have_their_types(value: CellValue, expected: str) -> None:
    assert expected in sheet_xml(tab(value), SETTING)


def test_columns_of_one_width_are_told_together_and_none_is_hidden() -> None:
    assert (
        '<col min="1" max="2" width="20" customWidth="1"/>'
        '<col min="3" max="3" width="9" hidden="1" customWidth="1"/>'
    ) in sheet_xml(tab("раз"), SETTING)


def test_zoom_protection_and_comments_of_people_stay() -> None:
    before = (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetViews><sheetView tabSelected="1" '
        'zoomScale="80" workbookViewId="0"/></sheetViews><sheetData><row r="9"/></sheetData>'
        '<sheetProtection sheet="1"/><autoFilter ref="A1:B2"/><pageMargins left="1"/>'
        '<legacyDrawing r:id="rId7"/></worksheet>'
    )
    text = sheet_xml(tab("раз"), SETTING, before=before.encode())
    kept = ('tabSelected="1"', 'zoomScale="80"', '<sheetProtection sheet="1"/>')
    assert [piece for piece in kept if piece not in text] == []
    assert '<legacyDrawing r:id="rId7"/></worksheet>' in text
    assert 'row r="9"' not in text
    assert text.count("<pageMargins") == 1


def test_extensions_of_rules_are_not_taken_for_those_of_the_sheet() -> None:
    before = (
        f'<worksheet xmlns="{MAIN}"><sheetData/><conditionalFormatting sqref="A1"><cfRule><extLst>'
        "<ext>bar</ext></extLst></cfRule></conditionalFormatting>"
        "<extLst><ext>sparklines</ext></extLst></worksheet>"
    )
    text = sheet_xml(tab("раз"), SETTING, before=before.encode())
    assert "<extLst><ext>sparklines</ext></extLst></worksheet>" in text
    assert "bar" not in text


def test_what_a_prefix_stands_before_is_kept_and_no_more_is_written_so() -> None:
    before = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetViews><x:sheetView zoomScale="80"/></x:sheetViews>'
        '<x:sheetData><x:row r="9"/></x:sheetData><x:sheetProtection sheet="1"/></x:worksheet>'
    )
    text = sheet_xml(tab("раз"), SETTING, before=before.encode())
    assert ('zoomScale="80"' in text, '<x:row r="9"' in text) == (True, False)
    assert f"{{{MAIN}}}sheetProtection" in {element.tag for element in parse(text.encode())}


def test_prefixes_that_the_sheet_names_stay_known() -> None:
    """A prefix that is told to be ignored has to be declared, or no program opens the file."""
    spaces = 'xmlns:mc="urn:mc" xmlns:xr="urn:revision" mc:Ignorable="xr" xr:uid="{1}"'
    before = f'<worksheet xmlns="{MAIN}" {spaces}><sheetData/><extLst xr:a="b"/></worksheet>'
    once = sheet_xml(tab("раз"), SETTING, before=before.encode())
    root = parse(once.encode())
    assert (root.nsmap["xr"], root.get("{urn:mc}Ignorable")) == ("urn:revision", "xr")
    assert sheet_xml(tab("раз"), SETTING, before=once.encode()) == once
