"""How the parts of a package find each other, however its writer spelled it."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile
from zlib import crc32

import pytest

from sheetsync.workbooks.xlsx.opc import (
    Parts,
    content_type,
    main_part,
    parse,
    related,
    relations,
    serialized,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def listed(*relationships: str, prefix: str = "") -> str:
    name, space = (f"{prefix}:", f":{prefix}") if prefix else ("", "")
    inside = "".join(f"<{name}Relationship {one}/>" for one in relationships)
    opening = f'<{name}Relationships xmlns{space}="{PACKAGE}/relationships">'
    return f"{opening}{inside}</{name}Relationships>"


def to(target: str, kind: str = "worksheet", extra: str = "") -> str:
    return f'Id="r1" Type="{OFFICE}/{kind}" Target="{target}" {extra}'


@pytest.fixture
def package() -> Callable[..., Parts]:
    def make(**texts: str | bytes) -> Parts:
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for name, text in texts.items():
                archive.writestr(name, text)
        return Parts(ZipFile(file))

    return make


@pytest.mark.parametrize(
    "target",
    [
        "worksheets/a.xml",
        "./worksheets/a.xml",
        "../xl/worksheets/a.xml",
        "/xl/worksheets/a.xml",
        "Worksheets/A.xml",
        "worksheets\\a.xml",
        "worksheets/%61.xml",
        "worksheets/a.xml#A1",
    ],
)
@pytest.mark.parametrize("prefix", ["", "rel"])
def test_a_target_is_found(package: Callable[..., Parts], target: str, prefix: str) -> None:
    parts = package(
        **{
            "xl/_rels/book.xml.rels": listed(to(target), prefix=prefix),
            "xl/worksheets/a.xml": "<worksheet/>",
        }
    )
    assert related(parts, "xl/book.xml", "worksheet") == ["xl/worksheets/a.xml"]


def test_what_lies_outside_is_no_part(package: Callable[..., Parts]) -> None:
    link = to("https://example.org/a.xml", "hyperlink", 'TargetMode="External"')
    parts = package(**{"xl/_rels/book.xml.rels": listed(link)})
    assert related(parts, "xl/book.xml", "hyperlink") == []
    assert [one.target for one in relations(parts, "xl/book.xml")] == ["https://example.org/a.xml"]


def test_the_main_part_may_have_any_name(package: Callable[..., Parts]) -> None:
    root = listed(to("Book/Main.xml", "officeDocument")).encode("utf-16")
    parts = package(**{"_rels/.rels": root, "book/main.xml": "<workbook/>"})
    assert main_part(parts) == "book/main.xml"


def test_a_package_without_a_main_part_has_none(package: Callable[..., Parts]) -> None:
    assert main_part(package(**{"a.txt": ""})) == ""


def test_content_type_is_that_of_the_part_before_that_of_its_extension(
    package: Callable[..., Parts],
) -> None:
    types = (
        f'<t:Types xmlns:t="{PACKAGE}/content-types"><t:Default Extension="XML" ContentType="a/x"/>'
        '<t:Override PartName="/XL/a.xml" ContentType="A/Own"/></t:Types>'
    )
    parts = package(**{"[Content_Types].xml": types})
    kinds = [content_type(parts, name) for name in ("xl/a.xml", "xl/b.xml", "xl/c.bin")]
    assert kinds == ["a/own", "a/x", ""]


def test_parts_of_one_name_are_told(package: Callable[..., Parts]) -> None:
    parts = package(**{"xl/a.xml": "<a/>", "XL\\A.xml": "<b/>"})
    assert parts.twice == ["XL/A.xml"]


def test_what_is_changed_takes_the_place_of_what_was(package: Callable[..., Parts]) -> None:
    parts, file = package(**{"a.xml": "1", "b.xml": "2", "c.xml": "3"}), BytesIO()
    parts["B.xml"] = b"new"
    del parts["a.XML"]
    parts["d.xml"] = b"4"
    with ZipFile(file, "w") as archive:
        parts.save(archive)
    with ZipFile(file) as archive:
        there = {name: archive.read(name) for name in archive.namelist()}
    assert there == {"b.xml": b"new", "c.xml": b"3", "d.xml": b"4"}
    assert [parts.print_of(name) for name in ("a.xml", "D.xml")] == [None, (crc32(b"4"), 1)]


def test_what_stands_around_a_root_stays() -> None:
    text = '<?pi x?><!--a--><a xmlns:z="z" z:b="1"><![CDATA[<]]>&gt;</a><!--b-->'
    assert text in serialized(parse(text.encode())).decode().replace("\n", "")


def test_no_entity_is_resolved() -> None:
    text = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
    assert parse(text).text is None
