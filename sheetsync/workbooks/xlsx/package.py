"""What can be told about an .xlsx file from its package alone, before any library opens it."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from sheetsync.errors import WorkbookMissing, WorkbookUnreadable
from sheetsync.workbooks.titles import referred_title

MARK = "_sheetsync_"
"""Our tabs are known by a defined name of the workbook: this and the tab's key."""

PLAN = "plan"
"""Behind the mark, with or without a number: the plan tab, which is none of ours."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # [MS-CFB] 2.2: the container of .xls and of ciphertext
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_SAVE_AS = "Откройте его в своей программе и сохраните как «Книга Excel (.xlsx)»."

# What reading an archive and its parts may raise; RuntimeError where a part has a password.
_DAMAGE = (
    BadZipFile,
    zlib.error,
    ExpatError,
    LookupError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
_SMALL = re.compile(r"\[Content_Types\]\.xml|.*\.rels|xl/(workbook|styles|theme/[^/]*)\.xml")
# Narrow patterns, not a tree of elements: these three lists are all that is asked of the XML.
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*?)/?>")
_NAME = re.compile(r"<(?:\w+:)?definedName\s([^>]*)>([^<]*)<")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*?)/?>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*\br="([A-Z]+)(\d+)"[^>]*>.*?<(?:\w+:)?v>([^<]*)<'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A workbook's tabs: the part of each title, and the title of each of our keys."""

    path: Path
    parts: dict[str, str]
    ours: dict[str, str]

    def errors(self, title: str) -> Iterator[tuple[int, int, str]]:
        """Row and column from 0 and text of each cell that shows an error, such as "#REF!"."""
        with _archive(self.path) as archive:
            sheet = archive.read(self.parts[title])
        if b't="e"' not in sheet:
            return
        for letters, row, text in _ERROR_CELL.findall(sheet):
            yield int(row) - 1, _column(letters), text.decode()


def examine(path: Path) -> Package:
    """Read the list of tabs.

    Raises `WorkbookMissing` where there is no such file and `WorkbookUnreadable` where it is not
    an .xlsx workbook; the message says what it is instead and what to do.
    """
    _refuse_absent(path)
    with _archive(path) as archive:
        return _examine(path, archive)


def refuse_unsound(path: Path) -> None:
    """Raise `WorkbookUnreadable` where a part of the file is damaged."""
    with _archive(path) as archive:
        broken = archive.testzip()
        if broken:
            raise BadZipFile(broken)
        for name in archive.namelist():
            if _SMALL.fullmatch(name):
                ParserCreate().Parse(archive.read(name), True)


@contextmanager
def _archive(path: Path) -> Iterator[ZipFile]:
    """The file opened as an archive; what fails in it is told in words."""
    try:
        with path.open("rb") as file:
            _refuse_foreign(path, file.read(8))
            with ZipFile(file) as archive:
                yield archive
    except PermissionError as error:
        raise WorkbookUnreadable(
            f"Нет права читать файл «{path}». Попросите доступ у того, кто ведёт эту папку."
        ) from error
    except _DAMAGE as error:
        raise damaged(path) from error


def damaged(path: Path) -> WorkbookUnreadable:
    """The error for a file that begins like a workbook but cannot be read to its end."""
    return WorkbookUnreadable(
        f"Файл «{path}» повреждён или записан не полностью. "
        "Откройте его в Excel, дайте восстановить и сохраните, или возьмите вчерашнюю копию."
    )


def _refuse_absent(path: Path) -> None:
    if path.is_dir():
        raise WorkbookUnreadable(f"«{path}» – это папка. Укажите файл книги, например plan.xlsx.")
    if not path.exists():
        raise WorkbookMissing(f"Файла «{path}» нет. Проверьте путь и имя файла.")
    if path.is_file() and path.stat().st_size == 0:
        raise WorkbookUnreadable(
            f"Файл «{path}» пуст (0 байт). Верните его из копии или сохраните книгу заново."
        )


def _refuse_foreign(path: Path, head: bytes) -> None:
    if head == _OLE:
        if _ENCRYPTED in path.read_bytes():
            raise WorkbookUnreadable(
                f"Файл «{path}» защищён паролем. Снимите пароль в Excel: "
                "Файл – Сведения – Защита книги – Зашифровать с использованием пароля."
            )
        raise WorkbookUnreadable(f"Файл «{path}» – книга старого вида (.xls). {_SAVE_AS}")
    if not head.startswith(b"PK"):
        raise WorkbookUnreadable(f"Файл «{path}» – не книга Excel, хотя так назван. {_SAVE_AS}")


def _examine(path: Path, archive: ZipFile) -> Package:
    names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        raise WorkbookUnreadable(f"Файл «{path}» – двоичная книга (.xlsb). {_SAVE_AS}")
    if "mimetype" in names:
        raise WorkbookUnreadable(f"Файл «{path}» – таблица OpenDocument (.ods). {_SAVE_AS}")
    if "xl/workbook.xml" not in names:
        raise WorkbookUnreadable(f"Файл «{path}» – архив, но не книга Excel. {_SAVE_AS}")
    workbook = archive.read("xl/workbook.xml").decode()
    relations = archive.read("xl/_rels/workbook.xml.rels").decode()
    return Package(path=path, parts=_parts(workbook, relations), ours=_ours(workbook))


def _parts(workbook: str, relations: str) -> dict[str, str]:
    targets = {
        relation["Id"]: relation["Target"]
        for relation in map(_attributes, _RELATION.findall(relations))
    }
    sheets = map(_attributes, _SHEET.findall(workbook))
    return {sheet["name"]: _part(targets[sheet["r:id"]]) for sheet in sheets}


def _part(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _ours(workbook: str) -> dict[str, str]:
    ours: dict[str, str] = {}
    for tag, formula in _NAME.findall(workbook):
        attributes = _attributes(tag)
        name, title = attributes["name"], referred_title(unescape(formula))
        # A tab that people copy carries the name along, but only in its own scope.
        marked = name.startswith(MARK) and not name.startswith(MARK + PLAN)
        if marked and title and "localSheetId" not in attributes:
            ours[name.removeprefix(MARK)] = title
    return ours


def _attributes(tag: str) -> dict[str, str]:
    return {key: unescape(double or single) for key, double, single in _ATTRIBUTE.findall(tag)}


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
