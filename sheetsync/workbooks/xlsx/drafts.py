"""A new version of a workbook's file, made from the old one and checked before anybody sees it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

from sheetsync.errors import WorkbookError
from sheetsync.languages import _
from sheetsync.workbooks.names import LONGEST_TITLE, referred_title
from sheetsync.workbooks.xlsx import opc
from sheetsync.workbooks.xlsx.package import own_titles
from sheetsync.workbooks.xlsx.workbook_xml import Names, sheet_parts, titles

_OUR_NAME = re.compile(r"_?sheetsync_.*|_xlnm\.Print_Titles", re.IGNORECASE)
# ECMA-376 allows them in a tab's title; Excel offers to repair a workbook that has one.
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$")

_Facts: TypeAlias = "Counter[tuple[str, tuple[tuple[str, str], ...], str]]"


class _Unsound(ValueError):
    """The draft is not sound; the message says in Russian why."""


class DraftRefused(WorkbookError):
    """The new version would lose something, or be no sound workbook."""


@contextmanager
def odd_parts_refused() -> Iterator[None]:
    """Raise `DraftRefused` for whatever goes wrong with a package, but for the system's refusals.

    Files of other programs are without number in how they are made: one of a kind that nobody has
    thought of must not be written, nor end the run.
    """
    try:
        yield
    except (OSError, WorkbookError):
        raise
    except _Unsound as error:
        raise DraftRefused(str(error)) from error
    except Exception as error:
        raise DraftRefused(
            "its parts are laid out in an unusual way ({name})", name=type(error).__name__
        ) from error


def put_into_draft(
    draft: Path, source: Path | BytesIO, change: Callable[[opc.Parts], None], *, edits: str = ""
) -> None:
    """Write what `change` makes of the package `source` into the file `draft`.

    `edits` is the one part of staff's that it is to change.

    Raises `DraftRefused` where that fails or is not sound, whatever the reason, and `OSError` where
    the system refuses to read or write.
    """
    with odd_parts_refused():
        with ZipFile(source) as archive:
            parts = opc.Parts(archive)
            change(parts)
            with ZipFile(draft, "w") as new:
                parts.save(new)
        _verify(draft, source, edits=edits)


def _verify(draft: Path, source: Path | BytesIO, *, edits: str) -> None:
    """Raise `_Unsound` unless the draft is a sound workbook with all that `source` holds.

    Parts that are not ours are there byte for byte, but for the one that was edited; lists have
    lost none of their entries.
    Raises what the readers of archives and XML raise where they cannot read it at all.
    """
    with ZipFile(draft) as archive, ZipFile(source) as original:
        broken = archive.testzip()
        if broken:
            raise _Unsound(_("the part “{broken}” is malformed", broken=broken))
        before, after = opc.Parts(original), opc.Parts(archive)
        for problem in chain(_losses(before, after, edits), _flaws(before, after)):
            raise _Unsound(problem)
        there = titles(opc.parse(after[opc.main_part(after)]))
    read = _read_titles(draft)
    # What calamine could not read before, such as UTF-16, it need not read now.
    if read != there and (read is not None or _read_titles(source) is not None):
        raise _Unsound(_("the tabs do not read back as they were written"))


def _read_titles(file: Path | BytesIO) -> list[str] | None:
    from python_calamine import CalamineError, load_workbook

    try:
        with load_workbook(file) as workbook:
            return workbook.sheet_names
    except CalamineError:
        return None


def _losses(before: opc.Parts, after: opc.Parts, edits: str) -> Iterator[str]:
    """Parts of others that are not what they were, and entries of lists that are gone."""
    main = opc.main_part(before)
    lists = {
        opc.CONTENT_TYPES,
        main,
        opc.relations_part(main),
        *opc.related(before, main, "styles"),
    }
    ours = {*_own_parts(before, after), *opc.related(before, main, "calcChain"), edits}
    for name in before:
        if name not in lists | ours and before.print_of(name) != after.print_of(name):
            yield _("the part “{name}” would change", name=name)
    for name in lists & set(before):
        lost = _facts(before, name) - _facts(after, name)
        for tag, attributes, _text in lost:
            if not _is_ours(tag, dict(attributes), ours):
                yield _(
                    "the part “{name}” would lose the entry {rpartition}",
                    name=name,
                    rpartition=tag.rpartition("}")[2],
                )


def _is_ours(tag: str, attributes: dict[str, str], ours: set[str]) -> bool:
    """Whether a run may change an entry: one of our names, or an entry about our parts."""
    if tag.endswith("}definedName"):
        return _OUR_NAME.fullmatch(attributes.get("name", "")) is not None
    if tag.endswith("}Relationship"):
        # Excel makes a new one; an old one that names cells without a formula is damage to it.
        return attributes.get("Type", "").endswith("/calcChain")
    named = attributes.get("PartName", "").lstrip("/").casefold()
    return bool(named) and named in {part.casefold() for part in ours}


def _facts(parts: opc.Parts, name: str) -> _Facts:
    """The content of a list, element by element, without its optional count."""
    return Counter(
        (
            str(element.tag),
            tuple(sorted((str(k), str(v)) for k, v in element.items() if k != "count")),
            (element.text or "").strip(),
        )
        for element in opc.parse(parts[name]).iter("*")
    )


def _flaws(before: opc.Parts, after: opc.Parts) -> Iterator[str]:
    """What is wrong with the package, but for what was wrong with it before."""
    for name in after:
        if before.print_of(name) == after.print_of(name):
            continue
        if not opc.content_type(after, name) and name != opc.CONTENT_TYPES:
            yield _("nothing says what part “{name}” is", name=name)
        # Pictures and fonts are no XML, and were not written by us.
        if opc.content_type(after, name).endswith("xml") or name == opc.CONTENT_TYPES:
            opc.refuse_broken(after[name])
    for gone in _dangling(after) - _dangling(before):
        yield _("the part “{gone}” is referred to, but is missing", gone=gone)
    yield from _bad_tabs(before, after)


def _bad_tabs(before: opc.Parts, after: opc.Parts) -> Iterator[str]:
    workbook = opc.parse(after[opc.main_part(after)])
    there, old = titles(workbook), titles(opc.parse(before[opc.main_part(before)]))
    # Names and print areas count the sheets (localSheetId): one put between moves them all.
    if there[: len(old)] != old or len({title.casefold() for title in there}) < len(there):
        yield _("the order of the tabs would change")
    for title in there[len(old) :]:
        if _FORBIDDEN.search(title) or not 0 < len(title) <= LONGEST_TITLE:
            yield _("a tab cannot be called “{title}”", title=title)
    for title, part in sheet_parts(after, workbook).items():
        if title not in old and part not in after:
            yield _("the tab “{title}” has no sheet", title=title)
    for name, refers_to in Names(workbook).all():
        title = referred_title(refers_to)
        if _OUR_NAME.fullmatch(name) and title and title not in there:
            yield _("the name “{name}” leads to a tab that does not exist", name=name)


def _dangling(parts: opc.Parts) -> set[str]:
    """Names of missing parts that have a reference or a content type."""
    targets = {one.target for one in opc.all_relations(parts) if not one.external}
    named = opc.children(opc.parse(parts[opc.CONTENT_TYPES]), "Override")
    targets |= {one.get("PartName", "").lstrip("/") for one in named}
    return {target for target in targets if target not in parts}


def _own_parts(before: opc.Parts, after: opc.Parts) -> set[str]:
    """The sheets that were ours and still are, and what was drawn on them."""
    was, now = (opc.parse(parts[opc.main_part(parts)]) for parts in (before, after))
    sheets = sheet_parts(before, was)
    ours = own_titles(was) & own_titles(now)
    waiting = [part for title, part in sheets.items() if title in ours]
    found: set[str] = set()
    while waiting:
        part = waiting.pop()
        kinds = ("drawing", "chart", "chartUserShapes", "chartStyle", "chartColorStyle")
        waiting += [t for kind in kinds for t in opc.related(before, part, kind) if t not in found]
        found |= {part, opc.relations_part(part)}
    return found
