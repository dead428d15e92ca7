"""Workbooks as other programs write them: generated, then spelled as the standard allows."""

import random
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import openpyxl
import xlsxwriter
from lxml import etree

from tests.workbooks.staff import png, write_staff_workbook

Parts = dict[str, bytes]
Change = Callable[[Parts, random.Random], None]

PLAN = "План"
ROWS = [["№", "Мероприятие", "Срок", "Отметка"], *([n, f"Дело {n}", "май", None] for n in range(6))]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "[Content_Types].xml"
WORKBOOK, STYLES = "xl/workbook.xml", "xl/styles.xml"
LINKS = "xl/_rels/workbook.xml.rels"
LISTS = (TYPES, WORKBOOK, STYLES, LINKS, "_rels/.rels")


def by_xlsxwriter(chance: random.Random) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheets = [
            book.add_worksheet(title) for title in chance.sample([PLAN, "Лист & 'два' ещё"], 2)
        ]
        sheets.sort(key=lambda sheet: sheet.name != PLAN)
        plan = sheets[0]
        for number, row in enumerate(ROWS):
            plan.write_row(number, 0, row)
        plan.write_formula("F2", "=SUM(A2:A7)", None, 15)
        extras: list[Callable[[], object]] = [
            lambda: plan.insert_image("H2", "a.png", {"image_data": BytesIO(png())}),
            lambda: plan.write_comment("B2", "Спросить"),
            lambda: plan.add_table("J1:K4"),
            lambda: plan.autofilter("A1:D7"),
            lambda: plan.repeat_rows(0),
            lambda: plan.set_column(
                "A:A", 9, book.add_format({"num_format": "0.00", "bold": True})
            ),
            lambda: plan.conditional_format("A1:A9", {"type": "data_bar", "data_bar_2010": True}),
            lambda: book.define_name("Сводное", f"={PLAN}!$A$1"),
            lambda: book.define_name("sheetsync_late", f"={PLAN}!$A$1:$B$2"),
            lambda: plan.insert_chart("M2", _chart(book)),
            lambda: book.add_chartsheet("Диаграмма").set_chart(_chart(book)),
            lambda: book.add_worksheet("Сводка").write(0, 0, "своё"),
            lambda: book.add_worksheet("Скрыто").very_hidden(),
            lambda: sheets[1].insert_button("A1"),
        ]
        for extra in chance.sample(extras, 5):
            extra()
    return file.getvalue()


def _chart(book: xlsxwriter.Workbook) -> xlsxwriter.chart.Chart:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"={PLAN}!$A$2:$A$7"})
    return chart


def by_openpyxl(chance: random.Random) -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    sheet = book.active
    sheet.title = PLAN
    for row in ROWS:
        sheet.append(row)
    sheet["A1"].font = openpyxl.styles.Font(bold=True, name=chance.choice(["Arial", "Times"]))
    sheet.print_title_rows = "1:1"
    book.create_sheet("Архив").sheet_state = chance.choice(["hidden", "veryHidden", "visible"])
    book.save(file)
    return file.getvalue()


def by_hand(chance: random.Random) -> bytes:
    """The least that is a workbook: no styles, no theme, no properties."""
    del chance
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{v}</t></is></c>' for v in row) + "</row>"
        for row in ROWS
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        TYPES: f'<Types xmlns="{RELATIONS.replace("relationships", "content-types")}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/{WORKBOOK}" ContentType="{kind}.sheet.main+xml"/></Types>',
        "_rels/.rels": _relations(("officeDocument", WORKBOOK)),
        WORKBOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{PLAN}" sheetId="65534" r:id="r1"/></sheets></workbook>',
        LINKS: _relations(("worksheet", "worksheets/plan.xml")),
        "xl/worksheets/plan.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    return packed({name: text.encode() for name, text in parts.items()})


def by_a_clerk(chance: random.Random, folder: Path) -> bytes:
    del chance
    return write_staff_workbook(folder / "clerk.xlsx").read_bytes()


def _relations(*links: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def unpacked(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, *, method: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def prefixed(parts: Parts, chance: random.Random) -> None:
    """A prefix before every name of a list."""
    name = chance.choice([name for name in LISTS if name in parts])
    root = etree.fromstring(parts[name])
    space = etree.QName(root).namespace
    spaces = {"z": space, **{k: v for k, v in root.nsmap.items() if k}}
    new = etree.Element(root.tag, dict(root.attrib), nsmap=spaces)
    new.extend(list(root))
    new.text = root.text
    etree.cleanup_namespaces(new, keep_ns_prefixes=list(spaces))
    parts[name] = etree.tostring(new, encoding="UTF-8", xml_declaration=True)


def repeated_namespaces(parts: Parts, chance: random.Random) -> None:
    name = chance.choice([name for name in (WORKBOOK, STYLES) if name in parts])
    ext = f'<ext uri="{{A}}" xmlns="{MAIN}" xmlns:q="urn:q"><q:a q:b="c">текст</q:a></ext>'
    _append(parts, name, f'<extLst xmlns:q="urn:q">{ext}</extLst>')


def _append(parts: Parts, name: str, text: str) -> None:
    root = etree.fromstring(parts[name])
    wrapped = etree.fromstring(f'<a xmlns="{MAIN}" xmlns:r="{OFFICE}">{text}</a>')
    root.extend(list(wrapped))
    parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _insert(parts: Parts, name: str, text: str, *, at: int = 0) -> None:
    root = etree.fromstring(parts[name])
    root.insert(at, etree.fromstring(f'<a xmlns="{MAIN}">{text}</a>')[0])
    parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def revisions(parts: Parts, chance: random.Random) -> None:
    """As newer Excel saves it: ignorable namespaces, a mark of the revision, a path."""
    del chance
    spaces = f'xmlns:mc="{MC}" xmlns:xr="urn:xr" xmlns:xr2="urn:xr2" mc:Ignorable="xr xr2" '
    spaces += 'xr:uid="{1}"'
    parts[WORKBOOK] = re.sub(
        rb"<((?:\w+:)?workbook)\b", rb"<\1 " + spaces.encode(), parts[WORKBOOK], count=1
    )
    inside = '<p:absPath xmlns:p="urn:p" url="C:\\"/>'
    choice = f'<mc:Choice Requires="p" xmlns:p="urn:p">{inside}</mc:Choice>'
    _insert(parts, WORKBOOK, f'<mc:AlternateContent xmlns:mc="{MC}">{choice}</mc:AlternateContent>')
    _insert(parts, WORKBOOK, '<x:revisionPtr xmlns:x="urn:xr" revIDLastSave="0"/>', at=1)


def alternatives(parts: Parts, chance: random.Random) -> None:
    """Fonts that a program may choose from."""
    if STYLES not in parts:
        return
    root = etree.fromstring(parts[STYLES])
    fonts = root.find("{*}fonts")
    if fonts is None:
        return
    even = chance.random() < 0.7
    twin = "".join(etree.tostring(one, encoding="unicode") for one in fonts)
    fallback = twin if even else f"{twin}<font/>"
    holder = etree.fromstring(
        f'<mc:AlternateContent xmlns:mc="{MC}" xmlns="{MAIN}"><mc:Choice Requires="y" '
        f'xmlns:y="urn:y"><fonts>{twin}</fonts></mc:Choice>'
        f"<mc:Fallback><fonts>{fallback}</fonts></mc:Fallback></mc:AlternateContent>"
    )
    root.replace(fonts, holder)
    parts[STYLES] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def other_targets(parts: Parts, chance: random.Random) -> None:
    def turned(match: re.Match[bytes]) -> bytes:
        target = match[1].decode()
        if target.startswith(("/", "http")):
            return match[0]
        ways = [f"./{target}", f"/xl/{target}", f"../xl/{target}"]
        return f'Target="{chance.choice(ways)}"'.encode()

    parts[LINKS] = re.sub(rb'Target="([^"]*)"', turned, parts[LINKS])


def other_case(parts: Parts, chance: random.Random) -> None:
    """Names of parts differ in case from what refers to them."""
    names = [name for name in parts if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    name = chance.choice(names)
    data = parts.pop(name)
    parts[name.replace("worksheets", "WorkSheets")] = data


def other_encoding(parts: Parts, chance: random.Random) -> None:
    for name in chance.sample([name for name in LISTS if name in parts], 2):
        root = etree.fromstring(parts[name])
        parts[name] = etree.tostring(root, encoding="UTF-16", xml_declaration=True)


def marks_and_comments(parts: Parts, chance: random.Random) -> None:
    """A byte order mark, comments and instructions around and inside."""
    for name in [name for name in LISTS if name in parts]:
        root = etree.fromstring(parts[name])
        root.insert(chance.randint(0, len(root)), etree.Comment(" примечание "))
        root.append(etree.ProcessingInstruction("program", "version=1"))
        text = etree.tostring(root)
        parts[name] = b'\xef\xbb\xbf<?xml version="1.0"?><!-- a --><?b c?>' + text + b"<!-- d -->"


def pretty(parts: Parts, chance: random.Random) -> None:
    """Indented, apostrophes around attributes, attributes in another order."""
    for name in [name for name in LISTS if name in parts]:
        root = etree.fromstring(parts[name])
        for element in root.iter("*"):
            pairs = list(element.attrib.items())
            chance.shuffle(pairs)
            element.attrib.clear()
            element.attrib.update(pairs)
        text = etree.tostring(root, pretty_print=True)
        parts[name] = re.sub(rb'="([^"\']*)"', rb"='\1'", text)


def fewer_parts(parts: Parts, chance: random.Random) -> None:
    optional = [n for n in parts if n.startswith(("docProps/", "xl/theme/")) or n == STYLES]
    for gone in chance.sample(optional, min(2, len(optional))):
        del parts[gone]
        for name in (TYPES, LINKS, "_rels/.rels"):
            tail = gone.rpartition("/")[2].encode()
            parts[name] = re.sub(
                rb"<(?:\w+:)?(?:Override|Relationship)\b[^>]*" + tail + rb"\"[^>]*?(?:/>|></\w+>)",
                b"",
                parts[name],
            )


def bare_styles(parts: Parts, chance: random.Random) -> None:
    """An empty font first, as generators write it, or lists that are not there."""
    if STYLES not in parts:
        return
    root = etree.fromstring(parts[STYLES])
    fonts = root.find("{*}fonts")
    if fonts is not None and chance.random() < 0.5:
        for child in list(fonts[0]):
            fonts[0].remove(child)
    for name in chance.sample(["dxfs", "cellStyles", "tableStyles", "numFmts"], 2):
        for found in root.findall(f"{{*}}{name}"):
            if not len(found):
                root.remove(found)
    for element in root:
        element.attrib.pop("count", None)
    parts[STYLES] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def more_parts(parts: Parts, chance: random.Random) -> None:
    """Parts that no library knows: custom XML, links to other books, pivot caches, a macro."""
    kinds = {
        "customXml/item1.xml": ("customXml", b"<own xmlns='urn:own'>1</own>"),
        "xl/externalLinks/externalLink1.xml": ("externalLink", b"<externalLink xmlns='%s'/>"),
        "xl/pivotCache/pivotCacheDefinition1.xml": ("pivotCacheDefinition", b"<p/>"),
        "xl/vbaProject.bin": ("vbaProject", b"\0\1macro"),
        "xl/metadata.xml": ("sheetMetadata", f"<metadata xmlns='{MAIN}'/>".encode()),
    }
    for name, (kind, data) in chance.sample(sorted(kinds.items()), 3):
        parts[name] = data.replace(b"%s", MAIN.encode())
        link = f'<Relationship Id="more{kind}" Type="{OFFICE}/{kind}" Target="/{name}"/>'
        root = etree.fromstring(parts[LINKS])
        root.append(
            etree.fromstring(
                link.replace("<Rel", "<Rel", 1).replace(" Id", f' xmlns="{RELATIONS}" Id', 1)
            )
        )
        parts[LINKS] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        types = etree.fromstring(parts[TYPES])
        own = {"PartName": f"/{name}", "ContentType": "application/xml"}
        types.append(types.makeelement(f"{{{etree.QName(types).namespace}}}Override", own))
        parts[TYPES] = etree.tostring(types, encoding="UTF-8", xml_declaration=True)


def calculation_chain(parts: Parts, chance: random.Random) -> None:
    """As Excel leaves it: the order of calculation, with a tab that only the first cell names."""
    del chance
    number = etree.fromstring(parts[WORKBOOK]).find(".//{*}sheet").get("sheetId")
    chain = f'<calcChain xmlns="{MAIN}"><c r="F2" i="{number}"/><c r="F3"/></calcChain>'
    name = "xl/calcChain.xml"
    parts[name] = chain.encode()
    for listed, tag, attributes in (
        (
            LINKS,
            "Relationship",
            {"Id": "calc", "Type": f"{OFFICE}/calcChain", "Target": "calcChain.xml"},
        ),
        (
            TYPES,
            "Override",
            {
                "PartName": f"/{name}",
                "ContentType": "application/vnd.openxmlformats-"
                "officedocument.spreadsheetml.calcChain+xml",
            },
        ),
    ):
        root = etree.fromstring(parts[listed])
        root.append(root.makeelement(f"{{{etree.QName(root).namespace}}}{tag}", attributes))
        parts[listed] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def odd_names(parts: Parts, chance: random.Random) -> None:
    """Names that are broken, hidden, of a sheet alone, or as ours in other letters."""
    root = etree.fromstring(parts[WORKBOOK])
    there = root.find("{*}definedNames")
    if there is None:
        there = root.makeelement(f"{{{MAIN}}}definedNames", {})
        root.insert(list(root).index(root.find("{*}sheets")) + 1, there)
    for name, text, more in chance.sample(
        [
            ("Сломанное", "#REF!", {}),
            ("_sheetsync_summary", "#REF!$A$1", {}),
            ("_SheetSync_Findings", f"'{PLAN}'!$A$1", {}),
            ("_xlnm._FilterDatabase", f"'{PLAN}'!$A$1:$D$7", {"localSheetId": "0", "hidden": "1"}),
            ("Число", "1.5", {"comment": "n"}),
        ],
        3,
    ):
        new = there.makeelement(f"{{{MAIN}}}definedName", {"name": name, **more})
        new.text = text
        if all(one.get("name") != name for one in there):
            there.append(new)
    parts[WORKBOOK] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def protected(parts: Parts, chance: random.Random) -> None:
    ways = [
        'lockStructure="1"',
        'workbookPassword="CC1A"',
        'lockRevision="1" revisionsPassword="A1"',
    ]
    root = etree.fromstring(parts[WORKBOOK])
    at = list(root).index(root.find("{*}sheets"))
    way = chance.choice(
        [
            *(f"<workbookProtection {way}/>" for way in ways),
            '<fileSharing readOnlyRecommended="1"/>',
        ]
    )
    _insert(parts, WORKBOOK, way, at=at if "Protection" in way else 0)


def signed(parts: Parts, chance: random.Random) -> None:
    del chance
    origin = RELATIONS.replace("relationships", "relationships/digital-signature/origin")
    parts["_xmlsignatures/origin.sigs"] = b""
    root = etree.fromstring(parts["_rels/.rels"])
    attributes = {"Id": "sign", "Type": origin, "Target": "_xmlsignatures/origin.sigs"}
    root.append(root.makeelement(f"{{{RELATIONS}}}Relationship", attributes))
    parts["_rels/.rels"] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def strict(parts: Parts, chance: random.Random) -> None:
    del chance
    for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
        strict_office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        parts[name] = (
            parts[name]
            .replace(OFFICE.encode(), strict_office.encode())
            .replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        )


def entities(parts: Parts, chance: random.Random) -> None:
    """A document type, which the standard forbids, with an entity that grows."""
    del chance
    text = re.sub(rb"^\s*<\?xml.*?\?>", b"", parts[WORKBOOK])
    parts[WORKBOOK] = b'<!DOCTYPE a [<!ENTITY b "1"><!ENTITY c "&b;&b;">]>' + text


# In the order in which they are made: those of the spelling come last.
CHANGES: tuple[Change, ...] = (
    *(repeated_namespaces, revisions, alternatives, other_targets, other_case, fewer_parts),
    *(bare_styles, more_parts, calculation_chain, odd_names, protected, signed, strict, prefixed),
    *(pretty, entities, marks_and_comments, other_encoding),
)


def foreign_workbook(seed: int, folder: Path) -> tuple[bytes, str]:
    """A workbook of another program and what is special about it, the same for the same seed."""
    chance = random.Random(seed)
    makers: dict[str, Callable[[], bytes]] = {
        "xlsxwriter": lambda: by_xlsxwriter(chance),
        "openpyxl": lambda: by_openpyxl(chance),
        "hand": lambda: by_hand(chance),
        "clerk": lambda: by_a_clerk(chance, folder),
    }
    maker = chance.choice(sorted(makers))
    parts = unpacked(makers[maker]())
    # Every change comes in turn; one or two more make it harder.
    chosen = {CHANGES[seed % len(CHANGES)], *chance.sample(CHANGES, chance.randint(0, 2))}
    changes = [change for change in CHANGES if change in chosen]
    for change in changes:
        change(parts, chance)
    told = ", ".join([maker, *(change.__name__ for change in changes)])
    return packed(parts, method=chance.choice([ZIP_DEFLATED, ZIP_STORED])), told
