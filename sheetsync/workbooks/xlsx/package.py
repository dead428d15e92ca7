"""What the package of an .xlsx file gives away before any library opens it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from sheetsync.archives import DAMAGE, Container, container_of, refuse_oversized
from sheetsync.errors import WorkbookMissing, WorkbookUnreadable
from sheetsync.languages import _
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.workbooks.names import referred_title
from sheetsync.workbooks.xlsx import opc

OWN_PREFIX = "_sheetsync_"
"""Our tabs are known by a defined name of the workbook: this and the tab's key."""

PLAN = "plan"
"""Behind that prefix, with or without a number: the plan tab, which is none of ours."""

_SAVE_AS = marked("Open it in its own program and save it as “Excel Workbook (.xlsx)”.")

# What a file is that is no archive, as a sentence to be translated.
_OTHER = {
    Container.ARCHIVE: "",
    Container.ENCRYPTED: marked(
        "The file “{path}” is protected by a password. Remove it in Excel: File – Info – "
        "Protect Workbook – Encrypt with Password."
    ),
    Container.OLD: marked("The file “{path}” is a workbook of the old kind (.xls). {save_as}"),
    Container.OTHER: marked(
        "The file “{path}” is no Excel workbook, though it is called one. {save_as}"
    ),
}
_SMALL = re.compile(r"\[Content_Types\]\.xml|.*\.rels|xl/(workbook|styles|theme/[^/]*)\.xml")


@frozen
class Package:
    """A workbook's tabs: the part of each title, and the titles of ours.

    `main` is the workbook's own part; `worksheets` are the titles of visible sheets of cells;
    `epoch_1904` says from which day its dates are counted (ECMA-376, 18.2.28), `fresh` that a
    script wrote it and no program has calculated it since (18.2.2).
    """

    path: Path
    main: str
    parts: dict[str, str]
    ours: frozenset[str]
    worksheets: tuple[str, ...]
    epoch_1904: bool
    fresh: bool


def examine(path: Path) -> Package:
    """Read the list of tabs.

    Raises `WorkbookMissing` where there is no such file and `WorkbookUnreadable` where it is not
    an .xlsx workbook; the message says what it is instead and what to do.
    """
    _refuse_absent(path)
    with opened(path) as archive:
        return _examine(path, archive)


def refuse_unsound(path: Path) -> None:
    """Raise `WorkbookUnreadable` where a part of the file is damaged."""
    with opened(path) as archive:
        broken = archive.testzip()
        if broken:
            raise BadZipFile(broken)
        for name in archive.namelist():
            if _SMALL.fullmatch(name):
                ParserCreate().Parse(archive.read(name), True)


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """The file opened as an archive; failures become sentences.

    Raises `WorkbookUnreadable`.
    """
    try:
        _refuse_other(path, _OTHER[container_of(path)])
        with ZipFile(path) as archive:
            refuse_oversized(archive, path)
            yield archive
    except PermissionError as error:
        raise WorkbookUnreadable(
            "There is no permission to read the file “{path}”. Ask whoever keeps this folder.",
            path=path,
        ) from error
    except (*DAMAGE, ExpatError, OSError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> WorkbookUnreadable:
    """The error for a file that begins like a workbook but cannot be read to its end."""
    return WorkbookUnreadable(
        "The file “{path}” is damaged or incomplete. Open it in Excel, let it be "
        "repaired and save it, or take yesterday's copy.",
        path=path,
    )


def _refuse_absent(path: Path) -> None:
    if path.is_dir():
        raise WorkbookUnreadable(
            "“{path}” is a folder. Name the workbook's file, such as plan.xlsx.", path=path
        )
    if not path.exists():
        raise WorkbookMissing("There is no file “{path}”. Check its path and name.", path=path)
    if path.is_file() and path.stat().st_size == 0:
        raise WorkbookUnreadable(
            "The file “{path}” is empty (0 bytes). Restore it from a copy or save the "
            "workbook anew.",
            path=path,
        )


def _refuse_other(path: Path, other: str) -> None:
    if other:
        raise WorkbookUnreadable(other, path=path, save_as=_(_SAVE_AS))


def _examine(path: Path, archive: ZipFile) -> Package:
    parts = opc.Parts(archive)
    main = opc.main_part(parts)
    _refuse_other(path, _other_kind(parts, main))
    book = opc.parse(parts[main])
    targets = {one.id: one for one in opc.relations(parts, main) if not one.external}
    tabs = [(sheet, targets.get(_relation(sheet))) for sheet in opc.listed(book, "sheets", "sheet")]
    return Package(
        path=path,
        main=main,
        parts={sheet.get("name", ""): found.target for sheet, found in tabs if found},
        ours=own_titles(book),
        worksheets=tuple(
            sheet.get("name", "")
            for sheet, found in tabs
            if found and found.kind == "worksheet" and sheet.get("state", "visible") == "visible"
        ),
        epoch_1904=opc.says(book, "workbookPr", "date1904"),
        fresh=opc.says(book, "calcPr", "fullCalcOnLoad"),
    )


def _other_kind(parts: opc.Parts, main: str) -> str:
    """What an archive is where it is no .xlsx workbook, as a sentence to be translated."""
    if main.endswith(".bin") or "xl/workbook.bin" in parts:
        return marked("The file “{path}” is a binary workbook (.xlsb). {save_as}")
    if "mimetype" in parts:
        return marked("The file “{path}” is an OpenDocument spreadsheet (.ods). {save_as}")
    if not main:
        return marked("The file “{path}” is an archive, but no Excel workbook. {save_as}")
    if opc.local_name(opc.parse(parts[main])) != "workbook":
        return marked("The file “{path}” is a document, but no Excel workbook. {save_as}")
    return ""


def _relation(sheet: opc.Element) -> str:
    """The id that it refers by: an attribute of a namespace, which two standards name each."""
    names = (name for name in map(str, sheet.attrib) if name.endswith("}id"))
    return sheet.get(next(names, ""), "")


def own_titles(book: opc.Element) -> frozenset[str]:
    """The titles of all tabs of ours, whatever plan they belong to."""
    found = set()
    for defined in opc.listed(book, "definedNames", "definedName"):
        name, title = defined.get("name", ""), referred_title(defined.text or "")
        # A tab that people copy carries the name along, but only in its own scope.
        own = name.startswith(OWN_PREFIX) and not name.startswith(OWN_PREFIX + PLAN)
        if own and title and "localSheetId" not in defined.attrib:
            found.add(title)
    return frozenset(found)
