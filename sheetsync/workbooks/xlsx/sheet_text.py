"""Where things stand in the text of a worksheet's part: offsets in bytes, so that all else stays.

Names and order of elements: ECMA-376 part 1, 18.3.1.99. A prefix before every name is allowed.
"""

import re
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate, XMLParserType

from sheetsync.errors import WorkbookError

_TAG_END = re.compile(rb"""(?:"[^"]*"|'[^']*'|[^>"'])*>""")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?\d*")
_LAST = (1024, 16_384)  # AMJ and XFD: what reaches these ends nowhere
_PLACES = ("ref", "sqref")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element of the part: `start` and `end` are its own, `inside` is where its start tag ends.

    An empty one, "<c/>", has `inside` == `end`.
    """

    name: str
    attributes: dict[str, str]
    start: int
    inside: int
    end: int


@dataclass(slots=True)
class SheetText:
    """A part, looked through for the elements that a new column has to do with.

    `sections` are the worksheet's own children, `columns` those of <cols>, `cells` those of the
    row asked for. `used` is the last column, from 1, in which anything stands.
    """

    data: bytes
    row_number: int
    prefix: str = ""
    sections: list[Element] = field(default_factory=list)
    columns: list[Element] = field(default_factory=list)
    cells: list[Element] = field(default_factory=list)
    row: Element | None = None
    used: int = 0

    def section(self, name: str) -> Element | None:
        """The worksheet's child of that name."""
        return next((one for one in self.sections if one.name == name), None)


def look_through(data: bytes, *, row: int) -> SheetText:
    """Find the elements around row `row`, from 1. Raises `WorkbookError` for other than UTF-8."""
    text = SheetText(data, row)
    _Reader(text).read()
    return text


def last_column(places: str) -> int:
    """The last column, from 1, of areas such as "A1:C9 E2"; 0 where they end nowhere."""
    columns = [column_number(letters) for letters in _CELL.findall(places)]
    return max((column for column in columns if column not in _LAST), default=0)


def column_number(letters: str) -> int:
    """The number of the column, from 1: "AB" is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class _Reader:
    """Follows the parser; rows and cells without an address stand behind the one before them."""

    def __init__(self, text: SheetText) -> None:
        self._text = text
        self._open: list[tuple[str, dict[str, str], int]] = []
        self._row = self._column = 0
        self._parser: XMLParserType = ParserCreate()
        self._parser.buffer_text = True  # a list of places comes in one piece
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self) -> None:
        self._parser.Parse(self._text.data, True)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").casefold() not in ("utf-8", "utf8"):
            raise WorkbookError(
                f"Лист записан в кодировке {encoding}, добавить в него столбец нельзя. Откройте "
                "книгу в Excel или LibreOffice и сохраните, затем повторите."
            )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        prefix, _, local = name.rpartition(":")
        if not self._open:
            self._text.prefix = f"{prefix}:" if prefix else ""
        self._open.append((local, attributes, self._parser.CurrentByteIndex))
        if local == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif local == "c":
            there = last_column(attributes.get("r", ""))
            self._column = there or self._column + 1
        elif self._parent() == "c":  # a value, a formula or a text
            self._text.used = max(self._text.used, self._column)
        else:
            for place in _PLACES:
                self._use(attributes.get(place, "") if local != "dimension" else "")

    def _characters(self, characters: str) -> None:
        if self._open and self._open[-1][0] == "sqref":  # sparklines and the like
            self._use(characters)

    def _use(self, places: str) -> None:
        self._text.used = max(self._text.used, last_column(places))

    def _parent(self) -> str:
        return self._open[-2][0] if len(self._open) > 1 else ""

    def _end(self, _name: str) -> None:
        local, attributes, start = self._open.pop()
        depth = len(self._open)
        if depth == 1:
            self._text.sections.append(self._element(local, attributes, start))
        elif depth == 2 and self._open[1][0] == "cols":
            self._text.columns.append(self._element(local, attributes, start))
        elif self._row == self._text.row_number and local == "row":
            self._text.row = self._element(local, attributes, start)
        elif self._row == self._text.row_number and local == "c" and depth == 3:
            attributes = {**attributes, "column": str(self._column)}
            self._text.cells.append(self._element(local, attributes, start))

    def _element(self, local: str, attributes: dict[str, str], start: int) -> Element:
        data = self._text.data
        inside = _tag_end(data, start)
        empty = data[inside - 2 : inside] == b"/>"
        end = inside if empty else _tag_end(data, self._parser.CurrentByteIndex)
        return Element(name=local, attributes=attributes, start=start, inside=inside, end=end)


def _tag_end(data: bytes, start: int) -> int:
    match = _TAG_END.match(data, start)
    if match is None:
        raise WorkbookError("Лист книги записан не так, как ждёт программа; он не тронут.")
    return match.end()
