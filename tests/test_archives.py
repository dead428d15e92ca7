"""Archives that would swell, or make a reader open other files, are refused unread."""

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sheetsync.archives import refuse_document_types, refuse_oversized
from sheetsync.errors import ConfigError, WorkbookUnreadable

PADDING = bytes(100 << 20)  # packed to a tenth of a megabyte


def archive_of(path: Path, **parts: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"{name}.xml", data)
    return path


def lying(path: Path) -> Path:
    """A file whose list of parts gives 1,000 bytes for what unpacks to 100 MB (APPNOTE 4.3.12)."""
    data = bytearray(archive_of(path, sheet=PADDING).read_bytes())
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    path.write_bytes(data)
    return path


def test_a_part_larger_than_the_file_says_is_not_unpacked(tmp_path: Path) -> None:
    path = lying(tmp_path / "план.xlsx")
    with (
        ZipFile(path) as archive,
        pytest.raises(WorkbookUnreadable, match=r"«sheet\.xml» больше, чем в нём сказано"),
    ):
        refuse_oversized(archive, path)


def test_what_is_as_large_as_it_says_is_read(tmp_path: Path) -> None:
    noise = bytes(number * number % 251 for number in range(200_000))
    path = archive_of(tmp_path / "план.xlsx", sheet=noise * 3)
    with ZipFile(path) as archive:
        refuse_oversized(archive, path)


@pytest.mark.parametrize(
    "head",
    [
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
        b"<?xml version='1.0'?><!-- " + b"a" * 5000 + b" --><!DOCTYPE a []><a/>",
        '\ufeff<!DOCTYPE a [<!ENTITY b "1">]><a>&b;</a>'.encode("utf-16-le"),
    ],
)
def test_a_document_type_is_refused(tmp_path: Path, head: bytes) -> None:
    path = archive_of(tmp_path / "план.docx", document=head)
    with ZipFile(path) as archive, pytest.raises(ConfigError, match="DOCTYPE"):
        refuse_document_types(archive, path, raises=ConfigError)


def test_words_that_only_name_one_are_read(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "план.docx", document=b"<a>&lt;!DOCTYPE <![CDATA[<!DOCTYPE]]></a>")
    with ZipFile(path) as archive:
        refuse_document_types(archive, path)
