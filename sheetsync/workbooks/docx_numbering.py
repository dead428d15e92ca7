"""The numbers that Word puts before paragraphs by itself (ECMA-376, 17.9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sheetsync.model.frozen import frozen
from sheetsync.workbooks.docx_xml import found, value, w

if TYPE_CHECKING:
    from docx.document import Document

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# As Word counts: ё, й, ъ, ы and ь are left out.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_PLACE = re.compile(r"%([1-9])")
_LONGEST_CHAIN = 20  # styles that are based on each other; a damaged file may go round in circles


@frozen
class _Level:
    start: int
    format: str
    text: str
    style: str
    restarts: bool
    plain: bool  # all its numbers in figures, whatever the levels above are written in


@dataclass(slots=True, kw_only=True)
class _List:
    """One abstract list: its levels, and how far each has counted."""

    levels: dict[int, _Level]
    linked: str = ""  # the style whose list it borrows
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        level = self.levels[depth]
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        # A deeper level begins anew unless it says otherwise (17.9.10).
        for deeper in [d for d in self.counts if d > depth and self.levels[d].restarts]:
            del self.counts[deeper]

        def shown(match: re.Match[str]) -> str:
            above = int(match[1]) - 1
            known = self.levels.get(above, level)
            style = "decimal" if level.plain else known.format
            # Of a level above without a paragraph of its own Word shows the start.
            return _number_text(self.counts.setdefault(above, known.start), style)

        return "" if level.format in ("bullet", "none") else _PLACE.sub(shown, level.text)


class Numbering:
    """Gives the paragraphs of a document their numbers, asked in the document's own order."""

    def __init__(self, document: "Document") -> None:
        self._styles = {
            style.get(w("styleId")): style for style in found(document.styles.element, "./w:style")
        }
        root = _numbering_root(document)
        self._abstract = {} if root is None else dict(self._lists(root))
        self._nums = {} if root is None else dict(_nums(root))
        self._begun: set[str] = set()

    def before(self, paragraph: Any) -> str:
        """What Word shows before the paragraph: "1.", "а)", "2.3"; "" where nothing."""
        num, depth = self._place(paragraph)
        if num not in self._nums:
            return ""
        abstract, starts = self._nums[num]
        numbered = self._borrowed(self._abstract.get(abstract))
        if numbered is None or depth not in numbered.levels:
            return ""
        if num not in self._begun:
            self._begun.add(num)
            # An override holds once, from where its list is first used (17.9.26).
            numbered.counts |= {level: start - 1 for level, start in starts.items()}
        return numbered.next(depth)

    def _borrowed(self, numbered: _List | None) -> _List | None:
        """The list itself, or the one of the style that it is linked to (17.9.21)."""
        style = self._styles.get(numbered.linked) if numbered else None
        if style is None:
            return numbered
        abstract, _ = self._nums.get(value(style, "./w:pPr/w:numPr/w:numId"), ("", {}))
        return self._abstract.get(abstract)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's; the list "0" is none."""
        own = value(paragraph, "./w:pPr/w:numPr/w:ilvl")
        for holder in (paragraph, *self._chain(paragraph)):
            num = value(holder, "./w:pPr/w:numPr/w:numId")
            if num:
                depth = own or value(holder, "./w:pPr/w:numPr/w:ilvl")
                return num, int(depth or self._depth_of_style(num, holder))
        return "", 0

    def _depth_of_style(self, num: str, style: Any) -> int:
        """The level that is linked to a style (17.9.23), 0 where none is."""
        numbered = self._abstract.get(self._nums.get(num, ("", {}))[0])
        name = style.get(w("styleId"))
        levels = numbered.levels.items() if numbered and name else ()
        return next((depth for depth, level in levels if level.style == name), 0)

    def _chain(self, paragraph: Any) -> Iterator[Any]:
        name = value(paragraph, "./w:pPr/w:pStyle")
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "./w:basedOn")

    def _lists(self, root: Any) -> Iterator[tuple[str, _List]]:
        for abstract in found(root, "./w:abstractNum"):
            levels = {int(one.get(w("ilvl"))): _level(one) for one in found(abstract, "./w:lvl")}
            yield (
                abstract.get(w("abstractNumId")),
                _List(levels=levels, linked=value(abstract, "./w:numStyleLink")),
            )


def _nums(root: Any) -> Iterator[tuple[str, tuple[str, dict[int, int]]]]:
    for num in found(root, "./w:num"):
        starts = {
            int(one.get(w("ilvl"))): int(value(one, "./w:startOverride"))
            for one in found(num, "./w:lvlOverride[w:startOverride]")
        }
        yield num.get(w("numId")), (value(num, "./w:abstractNumId"), starts)


def _level(level: Any) -> _Level:
    return _Level(
        # Left out, it is 0, not 1 (17.9.25).
        start=int(value(level, "./w:start") or 0),
        format=value(level, "./w:numFmt") or "decimal",
        text=value(level, "./w:lvlText"),
        style=value(level, "./w:pStyle"),
        restarts=value(level, "./w:lvlRestart") != "0",
        plain=bool(found(level, "./w:isLgl")),
    )


def _numbering_root(document: "Document") -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    # python-docx makes a list of its own where the document has none.
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            part: Any = relation.target_part
            return part.element
    return None


def _number_text(number: int, style: str) -> str:
    if style == "decimalZero":
        return f"{number:02}"
    if style in ("lowerRoman", "upperRoman"):
        text = _roman(number)
    elif style in ("lowerLetter", "upperLetter"):
        text = _lettered(number, _LATIN)
    elif style in ("russianLower", "russianUpper"):
        text = _lettered(number, _RUSSIAN)
    else:
        return str(number)
    return text.upper() if style.endswith(("upperRoman", "upperLetter", "Upper")) else text


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _lettered(number: int, alphabet: str) -> str:
    """The number in letters: after the last one each is doubled, z, aa, bb (17.18.59)."""
    times, letter = divmod(max(number, 1) - 1, len(alphabet))
    return alphabet[letter] * (times + 1)
