"""Changes of a package's parts and of the lists that they stand in (ECMA-376 part 2)."""

from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from sheetsync.workbooks.xlsx import opc

_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
# Else lxml makes up prefixes, and a workbook's bytes hang on whether openpyxl was imported before.
etree.register_namespace("r", opc.OFFICE)


@contextmanager
def edited(parts: opc.Parts, name: str) -> Iterator[opc.Element]:
    """The root element of a part, to be changed; the part stays byte for byte if it is not."""
    root = opc.parse(parts[name])
    before = opc.serialized(root)
    yield root
    after = opc.serialized(root)
    if after != before:
        parts[name] = after


def add_child(parent: opc.Element, name: str, /, **attributes: str) -> opc.Element:
    """A new last child in the namespace of its parent."""
    return etree.SubElement(parent, _same_space(parent, name), attributes)


def _same_space(element: opc.Element, name: str) -> str:
    """The full name of an element of the same namespace as another."""
    space = etree.QName(element).namespace
    return f"{{{space}}}{name}" if space else name


def insert_in_order(parent: opc.Element, name: str, before: tuple[str, ...]) -> opc.Element:
    """Insert a new child after the last element of the kinds that `before` lists."""
    new = add_child(parent, name)
    parent.remove(new)
    places = [at for at, child in enumerate(parent, 1) if opc.local_name(child) in before]
    parent.insert(max(places, default=0), new)
    return new


def add_part(parts: opc.Parts, name: str, data: bytes, *, kind: str) -> None:
    """Set a part, new or not, and its content type."""
    parts[name] = data
    if opc.content_type(parts, name) == kind.casefold():
        return
    with edited(parts, opc.CONTENT_TYPES) as types:
        for override in _overrides(types, name):
            types.remove(override)
        add_child(types, "Override", PartName=f"/{name}", ContentType=kind)


def remove_part(parts: opc.Parts, name: str) -> None:
    """Take a part away with what only it leads to, unless another still leads to it."""
    if name not in parts or any(one.target == name for one in opc.all_relations(parts)):
        return
    targets = [one.target for one in opc.relations(parts, name) if not one.external]
    for gone in (name, opc.relations_part(name)):
        if gone in parts:
            del parts[gone]
        with edited(parts, opc.CONTENT_TYPES) as types:
            for override in _overrides(types, gone):
                types.remove(override)
    for target in targets:
        remove_part(parts, target)


def free_part(parts: opc.Parts, pattern: str, *, first: int) -> str:
    """The first name by the pattern, "xl/worksheets/sheet{}.xml", that no part has."""
    number = first
    while (name := pattern.format(number if number else "")) in parts:
        number += 1
    return name


def relate(parts: opc.Parts, owner: str, kind: str, target: str) -> str:
    """Let `owner` refer to the part `target`; gives the id of the relationship."""
    listed = opc.relations_part(owner)
    if listed not in parts:
        empty = f'<Relationships xmlns="{opc.PACKAGE}/relationships"/>'.encode()
        add_part(parts, listed, opc.serialized(opc.parse(empty)), kind=_RELATIONS_TYPE)
    taken = {one.id for one in opc.relations(parts, owner)}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    with edited(parts, listed) as root:
        # From the root: a relative target would hang on the folder of its owner.
        add_child(
            root,
            "Relationship",
            Id=f"rId{number}",
            Type=f"{opc.OFFICE}/{kind}",
            Target=f"/{target}",
        )
    return f"rId{number}"


def unrelate(parts: opc.Parts, owner: str, kind: str) -> list[str]:
    """End all references of `owner` to parts of a kind; gives the names of those."""
    gone = [one for one in opc.relations(parts, owner) if one.kind == kind and not one.external]
    if gone:
        ids = {one.id for one in gone}
        with edited(parts, opc.relations_part(owner)) as root:
            for relation in opc.children(root, "Relationship"):
                if relation.get("Id") in ids:
                    root.remove(relation)
    return [one.target for one in gone]


def _overrides(types: opc.Element, name: str) -> list[opc.Element]:
    wanted = f"/{name}".casefold()
    return [
        one
        for one in opc.children(types, "Override")
        if one.get("PartName", "").casefold() == wanted
    ]
