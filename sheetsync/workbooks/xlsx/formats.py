"""What the styles of an .xlsx workbook say about the meaning of its cells."""

from dataclasses import dataclass

from sheetsync.workbooks.values import shows_no_day
from sheetsync.workbooks.xlsx.opc import Element, children, parse

_BUILT_IN = {17: "mmm-yy"}  # ECMA-376, 18.8.30: of the formats that have only a number


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """By the number of a style: formats that show no day of a date, and struck-out fonts."""

    coarse: dict[int, str]
    struck: frozenset[int]

    @property
    def styles(self) -> tuple[int, ...]:
        """The numbers of all of them."""
        return (*self.coarse, *self.struck)


def read_formats(styles: bytes) -> Formats:
    """The formats of a list of styles; of no list where it is b""."""
    if not styles:
        return Formats(coarse={}, struck=frozenset())
    root = parse(styles)
    patterns = _BUILT_IN | {
        int(one.get("numFmtId", "-1")): one.get("formatCode", "")
        for one in _listed(root, "numFmts", "numFmt")
    }
    coarse = {number for number, pattern in patterns.items() if shows_no_day(pattern)}
    fonts = [is_struck(font) for font in _listed(root, "fonts", "font")]
    used = [
        (int(one.get("numFmtId", "0")), int(one.get("fontId", "0")))
        for one in _listed(root, "cellXfs", "xf")
    ]
    return Formats(
        coarse={i: patterns[number] for i, (number, _) in enumerate(used) if number in coarse},
        struck=frozenset(i for i, (_, font) in enumerate(used) if fonts[font : font + 1] == [True]),
    )


def is_struck(font: Element) -> bool:
    """Whether a font, or the properties of a run of text, strike out what is written."""
    return any(one.get("val", "1") not in ("0", "false") for one in children(font, "strike"))


def _listed(root: Element, outer: str, inner: str) -> list[Element]:
    return [one for group in children(root, outer) for one in children(group, inner)]
