"""The sheets that a workbook lists, and the names that it defines (ECMA-376 part 1, 18.2)."""

from collections.abc import Iterator

from lxml import etree

from sheetsync.workbooks.xlsx import edits, opc
from sheetsync.workbooks.xlsx.cells import each_element

_SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_HIGHEST_ID = 65_534  # Excel's own limit
_BEFORE_NAMES = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences"),
)


def titles(workbook: opc.Element) -> list[str]:
    """The titles of all tabs, in their order."""
    return [sheet.get("name", "") for sheet in _sheets(workbook)]


def sheet_parts(parts: opc.Parts, workbook: opc.Element) -> dict[str, str]:
    """The part of each tab by its title."""
    targets = {one.id: one.target for one in opc.relations(parts, opc.main_part(parts))}
    ids = {
        sheet.get("name", ""): sheet.get(f"{{{opc.OFFICE}}}id", "") for sheet in _sheets(workbook)
    }
    return {title: targets.get(number, "") for title, number in ids.items()}


def sheet_id(workbook: opc.Element, title: str) -> str:
    """The number by which other parts know a tab."""
    return _sheets(workbook)[titles(workbook).index(title)].get("sheetId", "")


def add_sheet(parts: opc.Parts, workbook: opc.Element, title: str) -> None:
    """A new tab behind all others."""
    main = opc.main_part(parts)
    part = edits.free_part(parts, "xl/worksheets/sheet{}.xml", first=len(titles(workbook)) + 1)
    edits.add_part(parts, part, b"", kind=_SHEET_KIND)
    known = {int(sheet.get("sheetId", "0")) for sheet in _sheets(workbook)}
    number = max(known, default=0) + 1
    if number > _HIGHEST_ID:
        number = next(free for free in range(1, _HIGHEST_ID) if free not in known)
    sheet = edits.add_child(
        opc.children(workbook, "sheets")[0], "sheet", name=title, sheetId=str(number)
    )
    sheet.set(f"{{{opc.OFFICE}}}id", edits.relate(parts, main, "worksheet", part))


class Names:
    """The names that a workbook defines; `tab` is the title of the one a name is for alone."""

    def __init__(self, workbook: opc.Element) -> None:
        self._workbook = workbook

    def get(self, name: str, *, tab: str = "") -> str:
        """The reference of a name; "" if it is not defined."""
        return next((_text(one) for one in self._names_called(name, tab)), "")

    def all(self) -> Iterator[tuple[str, str]]:
        """The names of workbook scope with their references."""
        for one in self._elements():
            if one.get("localSheetId") is None:
                yield one.get("name", ""), _text(one)

    def put(self, name: str, refers_to: str, *, tab: str = "") -> None:
        """Define a name, or change its reference."""
        if self.get(name, tab=tab) == refers_to:
            return
        self.drop(name, tab=tab)
        there = opc.children(self._workbook, "definedNames")
        names = (
            there[0]
            if there
            else edits.insert_in_order(self._workbook, "definedNames", _BEFORE_NAMES)
        )
        new = edits.add_child(names, "definedName", name=name)
        if tab:
            new.set("localSheetId", self._scope(tab))
        new.text = refers_to

    def drop(self, name: str, *, tab: str = "") -> None:
        """Define it no more."""
        for one in list(self._names_called(name, tab)):
            names = one.getparent()
            if names is not None:
                names.remove(one)
                # The schema wants a name in it at least: Excel offers to repair an empty list.
                if not len(names):
                    self._workbook.remove(names)

    def _names_called(self, name: str, tab: str) -> Iterator[opc.Element]:
        scope = self._scope(tab) if tab else None
        for one in self._elements():
            there = one.get("name", "").casefold() == name.casefold()
            if there and one.get("localSheetId") == scope:
                yield one

    def _scope(self, tab: str) -> str:
        return str(titles(self._workbook).index(tab))

    def _elements(self) -> list[opc.Element]:
        return opc.listed(self._workbook, "definedNames", "definedName")


def forget_calculated(parts: opc.Parts, ids: set[str]) -> None:
    """Take the cells of some tabs off the order of calculation, which Excel then completes itself.

    A cell of it that holds no formula any more is what Excel calls a damaged workbook.
    """
    main = opc.main_part(parts)
    for part in opc.related(parts, main, "calcChain"):
        with edits.edited(parts, part) as chain:
            told = shown = ""
            for cell in opc.children(chain, "c"):
                told = cell.get("i", told)  # 18.6.1: where it says none, that of the cell before
                if told in ids:
                    chain.remove(cell)
                elif told != shown:
                    cell.set("i", told)
                    shown = told
        if not len(chain):
            edits.unrelate(parts, main, "calcChain")
            edits.remove_part(parts, part)


def highest_style(parts: opc.Parts, workbook: opc.Element) -> int:
    """The highest number of a style that a cell, a row or a column refers to."""
    highest = 0
    for data in filter(None, map(parts.get, sheet_parts(parts, workbook).values())):
        for element in each_element(data, "c", "row", "col"):
            highest = max(highest, int(element.get("s") or element.get("style") or 0))
    return highest


def _text(name: opc.Element) -> str:
    return str(etree.tostring(name, method="text", encoding="unicode", with_tail=False))


def _sheets(workbook: opc.Element) -> list[opc.Element]:
    return opc.listed(workbook, "sheets", "sheet")
