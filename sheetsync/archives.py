"""What the files of office programs are, and what archives may unpack to and hold."""

import re
import struct
import zlib
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from sheetsync.errors import SheetsyncError, WorkbookUnreadable
from sheetsync.languages import _, decimal

MOST = 1 << 30
"""Bytes that all parts of a file may have together; a million rows of a plan have a third of it."""

DAMAGE = (
    *(BadZipFile, EOFError, LookupError, NotImplementedError, RuntimeError),  # of a password
    *(SyntaxError, ValueError, zlib.error),  # lxml raises the first for broken XML
)
"""What reading an archive and its parts was seen to raise on damaged ones, but for OSError."""
DOCX_DAMAGE = (*DAMAGE, AttributeError, TypeError)
"""That, and what python-docx raises."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # [MS-CFB] 2.2: of .doc, .xls and of ciphertext
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_SMALL = 64 << 20  # up to here, how well it was packed says nothing
_RATIO = 200  # real sheets are packed to a tenth or a thirtieth
_MOST_RATIO = 1032  # what deflate can reach at all (zlib's technical details)
_HEAD = 1 << 16  # bytes of a part that a document type would stand in
_LOCAL_HEADER = 30  # bytes before the name (APPNOTE.TXT 4.3.7)


class Container(Enum):
    """What a file is by its first bytes."""

    ARCHIVE = auto()
    OLD = auto()  # of the programs before 2007
    ENCRYPTED = auto()
    OTHER = auto()


def container_of(path: Path) -> Container:
    """What the file is. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(len(_OLE))
    if head == _OLE:
        return Container.ENCRYPTED if _ENCRYPTED in path.read_bytes() else Container.OLD
    return Container.ARCHIVE if head.startswith(b"PK") else Container.OTHER


def refuse_oversized(
    archive: ZipFile, path: Path, *, raises: type[SheetsyncError] = WorkbookUnreadable
) -> None:
    """Raise an error for an archive that is too large to unpack; no more of it is unpacked.

    Its list of parts may lie, and not all readers stop where a part should end.
    """
    problem = _excess(archive, path)
    if problem:
        raise raises(problem)


def _excess(archive: ZipFile, path: Path) -> str:
    whole = sum(info.file_size for info in archive.infolist())
    packed = sum(info.compress_size for info in archive.infolist())
    if whole > MOST:
        return _(
            "The file “{path}” unpacks to {size}, and files of up to {size2} are read. "
            "Move the plan to a new workbook without needless sheets and pictures.",
            path=path,
            size=_size(whole),
            size2=_size(MOST),
        )
    if whole > _SMALL and whole > packed * _RATIO:
        return _(
            "The file “{path}” is compressed more than {ratio} times ({size} inside): "
            "damaged files are so, and malicious ones. Move the plan to a new workbook.",
            path=path,
            ratio=_RATIO,
            size=_size(whole),
        )
    with path.open("rb") as file:
        swollen = next((info for info in archive.infolist() if _swells(file, info)), None)
    if swollen:
        return _(
            "In the file “{path}” the part “{part}” is larger than the file says: damaged "
            "files are so, and malicious ones. Move the plan to a new file.",
            path=path,
            part=swollen.filename,
        )
    return ""


def refuse_document_types(
    archive: ZipFile, path: Path, *, raises: type[SheetsyncError] = WorkbookUnreadable
) -> None:
    """Raise an error where a part declares entities, for readers that would resolve them.

    A document type is what declares them, and no office format allows one (ECMA-376-2, 8.1.4).
    """
    typed = next((info for info in archive.infolist() if _has_document_type(archive, info)), None)
    if typed:
        raise raises(
            _(
                "In the file “{path}” the part “{part}” has a document type, which office "
                "programs never write. Open it in its own program and save it anew.",
                path=path,
                part=typed.filename,
            )
        )


def _swells(file: BinaryIO, info: ZipInfo) -> bool:
    """Whether a part unpacks to more than the list of parts claims."""
    if info.compress_size * _MOST_RATIO <= _SMALL or not info.compress_type:
        return False
    file.seek(info.header_offset)
    name, extra = struct.unpack("<HH", file.read(_LOCAL_HEADER)[-4:])
    file.seek(name + extra, 1)
    inflater, left, unpacked = zlib.decompressobj(-zlib.MAX_WBITS), info.compress_size, 0
    while left > 0 and not inflater.eof:
        data = file.read(min(left, 1 << 16))
        left -= len(data) or left  # a file that ends too early is told of by its reader
        while data and unpacked <= info.file_size:
            unpacked += len(inflater.decompress(data, 1 << 20))
            data = inflater.unconsumed_tail
    return unpacked > info.file_size


def _has_document_type(archive: ZipFile, info: ZipInfo) -> bool:
    if not info.filename.lower().endswith((".xml", ".rels", ".vml")):
        return False
    with archive.open(info) as part:
        head = part.read(_HEAD).replace(b"\0", b"")  # of UTF-16 every second byte
    root = re.search(rb"<[A-Za-z_]", head)
    return b"<!DOCTYPE" in head[: root.start() if root else None]


def _size(count: int) -> str:
    if count < 1 << 30:
        return _("{count} MB", count=round(count / (1 << 20)))
    return _("{count} GB", count=decimal(count / (1 << 30)).removesuffix(",0"))
