"""One sheet of a workbook as a package of its own, spelled the one way that calamine reads."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sheetsync.model.frozen import frozen

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f'<Relationship Id="{{0}}" Type="{_OFFICE}/{{1}}" Target="{{2}}"/>'


@frozen
class Sheet:
    """The parts of a workbook that one sheet is read from, in UTF-8; b"" where there is none.

    `fresh` says that no program has calculated the workbook since a script wrote it.
    """

    cells: bytes
    strings: bytes
    styles: bytes
    epoch_1904: bool
    fresh: bool


def single(sheet: Sheet) -> BytesIO:
    """A workbook of that sheet alone."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, part in _parts(sheet).items():
            # A fixed time: nothing of the clock goes into what is read.
            archive.writestr(ZipInfo(name), part)
    file.seek(0)
    return file


def _parts(sheet: Sheet) -> dict[str, bytes | str]:
    date = ' date1904="1"' if sheet.epoch_1904 else ""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><workbookPr{date}/>'
            '<sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet.cells,
        "xl/styles.xml": sheet.styles,
        "xl/sharedStrings.xml": sheet.strings,
    }
    return {name: part for name, part in parts.items() if part}


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(_RELATION.format(f"r{i}", *one) for i, one in enumerate(targets, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
