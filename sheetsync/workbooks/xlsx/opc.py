"""An .xlsx file as a package of parts that refer to each other (ECMA-376 part 2).

A part is named without the leading "/", "xl/workbook.xml". Names ignore the case of letters, and a
target is whatever its relationship says: no part is taken for granted but the first list of them.
"""

import posixpath
from collections.abc import Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import Any, TypeAlias
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import crc32

from lxml import etree

from sheetsync.model.frozen import frozen

Element: TypeAlias = "etree._Element"

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT_TYPES = "[Content_Types].xml"
_MAIN = "officeDocument"
_USUAL_MAIN = "xl/workbook.xml"


@frozen
class Relation:
    """A relationship of a part: `target` is a part's name, or as written where it is `external`.

    `kind` is the last word of the type, which differs between the two standards only before it.
    """

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the relation's type, "worksheet"."""
        return self.type.rpartition("/")[2]


# Bytes: to write a tab asks for the lists of relations a hundred times.
_SMALL = 10_000


class Parts(MutableMapping[str, bytes]):
    """The parts of an open archive by their names; what is set or deleted changes no file.

    A part is read when it is asked for, a small one once. `twice` are names that more than one
    part has.
    """

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._there: dict[str, ZipInfo | bytes] = {}
        self._names: dict[str, str] = {}
        self._read: dict[str, bytes] = {}
        self.twice: list[str] = []
        for info in archive.infolist():
            if not info.is_dir():
                # Some programs write backslashes, against ZIP's own rule (APPNOTE, 4.4.17).
                name = info.filename.replace("\\", "/").lstrip("/")
                if name in self:
                    self.twice.append(name)
                self._put(name, info)

    def _put(self, name: str, part: ZipInfo | bytes) -> None:
        self._there[self._names.setdefault(name.casefold(), name)] = part

    def __getitem__(self, name: str) -> bytes:
        part = self._there[self._names[name.casefold()]]
        if isinstance(part, bytes):
            return part
        if part.file_size > _SMALL:
            return self._archive.read(part)
        if part.filename not in self._read:
            self._read[part.filename] = self._archive.read(part)
        return self._read[part.filename]

    def __setitem__(self, name: str, data: bytes) -> None:
        self._put(name, data)

    def __delitem__(self, name: str) -> None:
        del self._there[self._names.pop(name.casefold())]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.casefold() in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._there)

    def __len__(self) -> int:
        return len(self._there)

    def spelled(self, name: str) -> str:
        """The name as the archive spells it; as given where there is no such part."""
        return self._names.get(name.casefold(), name)

    def print_of(self, name: str) -> tuple[int, int] | None:
        """What distinguishes the part's content, without reading it; None if it is missing."""
        part = self._there.get(self.spelled(name))
        if part is None or isinstance(part, bytes):
            return None if part is None else (crc32(part), len(part))
        return part.CRC, part.file_size

    def save(self, archive: ZipFile) -> None:
        """Write all parts, in their order, into a new archive."""
        for name, part in self._there.items():
            if isinstance(part, bytes):
                archive.writestr(name, part, ZIP_DEFLATED)
            else:
                archive.writestr(part.filename, self._archive.read(part), ZIP_DEFLATED)


def escape(text: str, *, quote: bool = True) -> str:
    """As `html.escape`, without the import of all the names that HTML has for signs."""
    said = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return said.replace('"', "&quot;").replace("'", "&#x27;") if quote else said


def parse(data: bytes) -> Element:
    """The root element of a part. Raises `etree.XMLSyntaxError` where it is no XML."""
    # An entity may name a file of this computer (XXE); CDATA is kept, for what we do not change
    # has to stay as it was; libxml2's limits are for texts smaller than a sheet's.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, strip_cdata=False, huge_tree=True
    )
    return etree.fromstring(data, parser)


def refuse_broken(data: bytes) -> None:
    """Raise `etree.XMLSyntaxError` where a part is no XML; takes a third of the time of `parse`."""
    target: Any = _Nothing()  # typed as if one had to take something
    parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, huge_tree=True)
    etree.fromstring(data, parser)


class _Nothing:
    """Takes what a parser finds, and keeps none of it."""

    def close(self) -> None:
        """See `etree.XMLParser`."""


def serialized(root: Element) -> bytes:
    """The part whose root element is `root`, including comments and the like around it."""
    part = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    return HEAD.encode() + part


def local_name(element: Element) -> str:
    """The name without its namespace; "" for a comment and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> list[Element]:
    """The elements right inside, of that local name: two standards give them two namespaces."""
    return list(element.iterchildren(f"{{*}}{name}"))


def listed(element: Element, outer: str, inner: str) -> list[Element]:
    """What the lists right inside hold, such as each "sheet" in "sheets"."""
    return [one for group in children(element, outer) for one in children(group, inner)]


def says(element: Element, name: str, attribute: str) -> bool:
    """Whether an element right inside says yes, in either spelling (ECMA-376, 22.9.2.1)."""
    return any(one.get(attribute) in ("1", "true") for one in children(element, name))


def relations_part(part: str) -> str:
    """The name of the part that lists what `part` refers to; "" stands for the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: Parts, part: str = "") -> list[Relation]:
    """What `part` refers to, or the package itself."""
    listed = relations_part(part)
    if listed not in parts:
        return []
    return [
        Relation(
            id=one.get("Id", ""),
            type=one.get("Type", ""),
            external=(external := one.get("TargetMode") == "External"),
            target=one.get("Target", "") if external else _target(parts, part, one),
        )
        for one in _relationships(parts[listed])
    ]


@lru_cache(maxsize=64)
def _relationships(data: bytes) -> tuple[dict[str, str], ...]:
    # To write a tab asks the few lists of a workbook a hundred times.
    found = children(parse(data), "Relationship")
    return tuple({str(name): str(value) for name, value in one.items()} for one in found)


def all_relations(parts: Parts) -> Iterator[Relation]:
    """What the package and each of its parts refer to."""
    for listed in parts:
        folder, _, file = listed.rpartition("_rels/")
        if file.endswith(".rels"):
            yield from relations(parts, folder + file.removesuffix(".rels"))


def related(parts: Parts, part: str, kind: str) -> list[str]:
    """The parts inside the package that `part` refers to as to a `kind`."""
    found = relations(parts, part)
    return [one.target for one in found if one.kind == kind and not one.external]


def main_part(parts: Parts) -> str:
    """The name of the workbook's own part, "" where there is none."""
    there = [name for name in (*related(parts, "", _MAIN), _USUAL_MAIN) if name in parts]
    return parts.spelled(there[0]) if there else ""


def content_type(parts: Parts, part: str) -> str:
    """The part's content type, in lower case; "" if the package does not say."""
    types = parse(parts[CONTENT_TYPES])
    for override in children(types, "Override"):
        if override.get("PartName", "").lstrip("/").casefold() == part.casefold():
            return override.get("ContentType", "").casefold()
    extension = part.rpartition(".")[2].casefold()
    for default in children(types, "Default"):
        if default.get("Extension", "").casefold() == extension:
            return default.get("ContentType", "").casefold()
    return ""


def _target(parts: Parts, part: str, relation: Mapping[str, str]) -> str:
    written = relation.get("Target", "").partition("#")[0].replace("\\", "/")
    base = posixpath.join("/", posixpath.dirname(part))
    name = posixpath.normpath(posixpath.join(base, written)).lstrip("/")
    # A target is a URI: what is a blank in the part's name may be "%20" here.
    return parts.spelled(name if name in parts else unquote(name))
