"""How our cells look, as styles of an .xlsx workbook (ECMA-376 part 1, 18.8).

Styles are only ever added to the ends of their lists, and those of earlier runs are found again:
not one of staff's changes its number.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeAlias

from sheetsync.model import Align, Cell, CellValue, Look
from sheetsync.model.fitting import FONT
from sheetsync.workbooks.xlsx.edits import add_child, insert_in_order
from sheetsync.workbooks.xlsx.opc import Element, local_name

_LINE = "FFDADCE0"
_PLAIN = Cell().look
_DAY, _MOMENT = "dd.mm.yyyy", "dd.mm.yyyy hh:mm"
_FIRST_OWN_FORMAT = 164  # 18.8.30: those below are built in
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")

Shape: TypeAlias = "tuple[str, frozenset[tuple[str, str]], tuple[Shape, ...]]"
"""An element by its name, its attributes and its children."""


def _shape(name: str, *inside: Shape, **attributes: str) -> Shape:
    return name, frozenset(attributes.items()), inside


def _fill(kind: str, *colors: Shape) -> Shape:
    return _shape("fill", _shape("patternFill", *colors, patternType=kind))


_ALARM = _shape(
    "dxf",
    _shape("font", _shape("b"), _shape("color", rgb="FFFFFFFF")),
    _fill("solid", _shape("bgColor", rgb="FFB3261E")),
)
# What programs write out although it is what they would take for granted.
_USUAL = {
    "b": frozenset({("val", "1")}),
    "i": frozenset({("val", "1")}),
    "xf": frozenset(
        {
            *(("pivotButton", "0"), ("quotePrefix", "0"), ("applyAlignment", "1")),
            *(("applyFont", "1"), ("applyFill", "1"), ("applyBorder", "1")),
            ("applyNumberFormat", "1"),
        }
    ),
}
_EDGES = ("left", "right", "top", "bottom", "diagonal")
_NO_BORDER = _shape("border", *map(_shape, _EDGES))
_LINE_BELOW = _shape(
    "border",
    *map(_shape, _EDGES[:3]),
    _shape("bottom", _shape("color", rgb=_LINE), style="thin"),
    _shape("diagonal"),
)
# What the first numbers mean to every program; a list that lacks them gets them before ours.
_FIRST = {
    "fonts": (_shape("font", _shape("sz", val="10"), _shape("name", val=FONT)),),
    "fills": (_fill("none"), _fill("gray125")),
    "borders": (_NO_BORDER,),
    "cellStyleXfs": (_shape("xf", numFmtId="0", fontId="0", fillId="0", borderId="0"),),
}
_DEFAULT = _shape("xf", numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")


class UnevenStyles(ValueError):
    """The alternatives of a list differ in length, so that a number means two things."""


class Styles:
    """The styles of a workbook, to which looks are added.

    `referred` returns the highest number that a staff's cell refers to. It is called if there is no
    list of styles: such a cell must not take on one of our looks.
    """

    def __init__(self, root: Element, *, referred: Callable[[], int]) -> None:
        self._root = root
        self._indexes: dict[str, dict[Shape, int]] = {}
        for name, shapes in _FIRST.items():
            for shape in shapes[len(self._entries(name)) :]:
                self._add(name, shape)
        if not self._entries("cellXfs"):
            for _ in range(referred() + 1):
                self._add("cellXfs", _DEFAULT)
        # A tab has many cells and few looks: to find one by its identity takes a third of the time
        # that comparing takes. The looks are kept, lest another be made in the place of one.
        self._known: dict[tuple[int, str], tuple[Look, int]] = {}

    def number(self, cell: Cell) -> int:
        """The style of a cell; 0, the workbook's own default, for an empty plain one."""
        look, value = cell.look, cell.value
        if value is None and (look is _PLAIN or look == _PLAIN):
            return 0
        number_format = look.format or _day_format(value)
        known = self._known.get((id(look), number_format))
        if known is None:
            known = look, self._index("cellXfs", self._format(look, number_format))
            self._known[id(look), number_format] = known
        return known[1]

    def alarm(self) -> int:
        """The number of the red look of a warning, among those of rules."""
        return self._index("dxfs", _ALARM)

    def _format(self, look: Look, number_format: str) -> Shape:
        solid = _fill(
            "solid", _shape("fgColor", rgb=f"FF{look.fill}"), _shape("bgColor", indexed="64")
        )
        return _shape(
            "xf",
            _alignment(look),
            numFmtId=str(self._number_format(number_format)),
            fontId=str(self._index("fonts", _font(look))),
            fillId=str(self._index("fills", solid) if look.fill else 0),
            borderId=str(self._index("borders", _LINE_BELOW) if look.border else 0),
            xfId="0",
            **dict.fromkeys(
                ("applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"),
                "1",
            ),
        )

    def _number_format(self, code: str) -> int:
        if not code:
            return 0
        there = {
            one.get("formatCode"): int(one.get("numFmtId", "0")) for one in self._entries("numFmts")
        }
        if code not in there:
            there[code] = max([_FIRST_OWN_FORMAT - 1, *there.values()]) + 1
            self._add("numFmts", _shape("numFmt", numFmtId=str(there[code]), formatCode=code))
        return there[code]

    def _index(self, name: str, wanted: Shape) -> int:
        """The number of a shape in its list, added if it is missing."""
        if name not in self._indexes:
            there = [_shape_of(entry) for entry in self._entries(name)]
            # Reversed, so that of equal entries the first one's number stays.
            self._indexes[name] = {shape: at for at, shape in reversed([*enumerate(there)])}
        alike = _alike(wanted)
        if alike not in self._indexes[name]:
            self._indexes[name][alike] = len(self._entries(name))
            self._add(name, wanted)
        return self._indexes[name][alike]

    def _add(self, name: str, shape: Shape) -> None:
        lists = [*self._lists(name)]
        for one in lists or [insert_in_order(self._root, name, _ORDER[: _ORDER.index(name)])]:
            _build(one, shape)
            one.set("count", str(len(_entries(one))))

    def _entries(self, name: str) -> list[Element]:
        lists = [_entries(container) for container in self._lists(name)]
        if len({len(entries) for entries in lists}) > 1:
            raise UnevenStyles(name)
        return lists[0] if lists else []

    def _lists(self, name: str) -> Iterator[Element]:
        """The list, or each of those that a program may choose from (part 3, 7.6)."""
        for child in self._root:
            branches = child if local_name(child) == "AlternateContent" else ()
            for found in (child, *(inner for branch in branches for inner in branch)):
                if local_name(found) == name:
                    yield found


def _entries(container: Element) -> list[Element]:
    """What a list holds; where a program may choose, each choice must be as long."""
    entries: list[Element] = []
    for child in container:
        if local_name(child) == "AlternateContent":
            branches = [[entry for entry in branch if local_name(entry)] for branch in child]
            if len({len(branch) for branch in branches}) > 1:
                raise UnevenStyles(local_name(container))
            entries += branches[0]
        elif local_name(child):
            entries.append(child)
    return entries


def _shape_of(element: Element) -> Shape:
    inside = tuple(_shape_of(child) for child in element if local_name(child))
    attributes = frozenset((str(k), str(v)) for k, v in element.items())
    return _alike((local_name(element), attributes, inside))


def _alike(shape: Shape) -> Shape:
    """The same for all that means the same: openpyxl saves a font's parts in another order."""
    name, attributes, inside = shape
    if name == "font":
        inside = tuple(sorted(map(_alike, inside), key=lambda part: part[0]))
    return name, attributes - _USUAL.get(name, frozenset()), inside


def _build(parent: Element, shape: Shape) -> None:
    name, attributes, inside = shape
    element = add_child(parent, name, **dict(sorted(attributes)))
    for child in inside:
        _build(element, child)


def _font(look: Look) -> Shape:
    return _shape(
        "font",
        *([_shape("b")] if look.bold else []),
        *([_shape("i")] if look.italic else []),
        _shape("sz", val=f"{look.size:g}"),
        _shape("color", rgb=f"FF{look.color}"),
        # Row heights are measured with the widths of this font, whatever the staff's own is.
        _shape("name", val=FONT),
    )


def _alignment(look: Look) -> Shape:
    return _shape(
        "alignment",
        horizontal=look.align.value,
        vertical="center" if look.middle else "top",
        **({"wrapText": "1"} if look.wrap else {}),
        # Off the text of the next column.
        **({"indent": "1"} if look.align is Align.RIGHT else {}),
    )


def _day_format(value: CellValue) -> str:
    if isinstance(value, datetime):
        return _MOMENT
    return _DAY if isinstance(value, date) else ""
