"""An .xlsx package of a workbook without sheets: what a new one begins with."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from sheetsync.workbooks.xlsx.opc import HEAD, MAIN, OFFICE, PACKAGE, parse

_KINDS = "application/vnd.openxmlformats"
_SHEETS = f"{_KINDS}-officedocument.spreadsheetml"

STYLES_KIND = f"{_SHEETS}.styles+xml"
NO_STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
).encode()

PROPERTIES = "docProps/core.xml"

_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_KINDS}-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{STYLES_KIND}"/>'
        f'<Override PartName="/{PROPERTIES}" '
        f'ContentType="{_KINDS}-package.core-properties+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Target="{PROPERTIES}" '
        f'Type="{PACKAGE}/relationships/metadata/core-properties"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews>'
        "<sheets/></workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
}


def blank_package(*, made: date | None = None) -> BytesIO:
    """The package as a file in memory, optionally with us and a day as its origin."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, HEAD + text)
        archive.writestr("xl/styles.xml", NO_STYLES)
        archive.writestr(PROPERTIES, _core(made))
    return file


def day_made(core: bytes) -> date | None:
    """The day in the properties of a package of ours; None where another program saved it."""
    created = parse(core).findtext("{http://purl.org/dc/terms/}created", "")
    try:
        day = date.fromisoformat(created[:10])
    except ValueError:
        return None
    return day if core == _core(day).encode() else None


def _core(made: date | None) -> str:
    day = f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}T00:00:00Z</dcterms:created>'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>sheetsync</dc:creator>'
        f"{day if made else ''}</cp:coreProperties>"
    )
