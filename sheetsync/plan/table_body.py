"""The rows below the header of a plan, told apart one by one from the top."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sheetsync.model import PLAN_FIELDS, CellValue, Doubt, Grid, Line
from sheetsync.plan.cells import cell_at, cell_text, filled_in, is_blank, shown_texts
from sheetsync.plan.fact_rows import fact_mark, is_fact
from sheetsync.plan.findings import Remark
from sheetsync.plan.further_tables import FurtherTables
from sheetsync.plan.header import Header
from sheetsync.plan.header_rows import is_numbering
from sheetsync.plan.inherited import Hierarchy, may_be_item, with_parents
from sheetsync.plan.row_above import RowAbove
from sheetsync.plan.row_deadlines import deadline_doubts
from sheetsync.plan.row_layout import RowLayout
from sheetsync.plan.sections import SectionHeading, Sections
from sheetsync.plan.service_codes import legend_row
from sheetsync.plan.table_rows import helper_alone, lone_period, repeats, section
from sheetsync.words.asides import aside, footnotes, is_aside, note, says_no_measure
from sheetsync.words.headings import tells_day
from sheetsync.words.periods import Period
from sheetsync.words.tables import (
    is_row_number,
    item_mark,
    list_number,
    party_heading,
    with_party,
)
from sheetsync.words.titles import is_sentence
from sheetsync.words.venues import without_places

_NOTHING = dict.fromkeys((field.part for field in PLAN_FIELDS), "")
_GAP = 3  # rows, of which blank ones stand between a heading and its measures
# Columns in which many rows say the same. Equal texts are kept once: a third less memory, and
# whoever looks them up later finds them twice as fast.
_REPEATED = [field.name for field in PLAN_FIELDS if field.repeated]


class TableBody:
    """Takes the rows one by one; `remarks` are what is to be told of them.

    `sentences` are lines of a document between its tables, by row, that are no heading.
    """

    def __init__(self, grid: Grid, further: FurtherTables) -> None:
        self.remarks: list[Remark] = []
        self.sentences: list[tuple[int, str]] = []
        self._grid = grid
        self._further = further
        self._sections = Sections()
        self._above = RowAbove()
        self._measures = _Measures()
        self._empty: list[Line] = []  # rows that say that there is no measure
        self._footnotes: set[str] = set()  # signs that a note below the rows explains
        self._begin(further.header)

    def _begin(self, header: Header) -> None:
        self._layout = RowLayout.below(header, self._grid)
        self._above.forget()
        heads = self._grid.rows[header.index : header.last + 1]
        self._heads = [row for row in heads if len(shown_texts(row)) > 1]
        self._footnotes |= footnotes(text for row in heads for text in shown_texts(row))
        if header.nobody:
            self._remark(header.index + 1, "responsible-nowhere")

    def _remark(self, row: int, code: str, quote: str = "") -> None:
        self.remarks.append(Remark(row, Doubt(code=code, quote=quote)))

    @property
    def sections(self) -> Sequence[SectionHeading]:
        """The headings met so far, those too that have no measure below them."""
        return self._sections.opened

    def open_above(self, headings: Iterable[tuple[int, str]]) -> None:
        """Take the headings that stand above the header, by row."""
        for number, heading in headings:
            self._open_section(number, heading)

    def _take_paragraph(self, number: int, words: str) -> None:
        """A line between tables is no measure, whatever column it would stand in."""
        if self._is_note(words):
            self._remark(number, "row-aside", words)
        elif is_sentence(words):
            self.sentences.append((number, words))
        else:
            self._open_section(number, words)

    def _is_note(self, words: str) -> bool:
        told = note({**_NOTHING, "measure": words}, self._footnotes, above="")
        return bool(is_aside(words) or told)

    def take(self, number: int, row: Sequence[CellValue], cover: dict[int, CellValue]) -> None:
        """The next row; a row that says nothing of its own goes on with what covers it."""
        if number in self._grid.paragraphs:
            self._take_paragraph(number, cell_text(row[0]))
            return
        if row in self._heads:  # printed on each page, or again below another table
            self._further.go_on()
            return
        if self._further.takes(number, row):
            if self._further.header is not self._layout.header:
                self._begin(self._further.header)
            return
        if is_fact(row, self._layout.header):
            self._measures.mark_last(fact_mark(row, self._layout.header))
        else:
            self._take_row(number, row, cover)

    def _take_row(self, number: int, row: Sequence[CellValue], cover: dict[int, CellValue]) -> None:
        # Below a merged cell a row goes on with its measure: a month alone there is its deadline.
        month = "" if cover else lone_period(row, self._layout.header)
        if month:
            self._open_section(number, month)
            return
        cells = self._layout.fields(number, row)
        if number in self._layout.struck and not cells["measure"]:
            self._remark(number, "row-struck", self._layout.struck[number])
        elif is_numbering(row) or repeats(cells, self._layout.header):
            return
        elif any(cells.values()):
            self._take_cells(number, row, cells, cover)
        elif not cover:
            self._take_unread(number, row)

    def _take_cells(
        self,
        number: int,
        row: Sequence[CellValue],
        cells: dict[str, str],
        cover: dict[int, CellValue],
    ) -> None:
        layout = self._layout
        if says_no_measure(cells):
            # Dashes beside it mean nothing, and no words of the row above.
            self._remark(number, "row-aside", " ".join(shown_texts(row)))
            self._empty.append(Line(row=number, section=self._sections.heading, **cells))
            return
        seen = self._above.written_out(
            number, filled_in(row, cover), ditto=layout.ditto, parts=layout.header.dates.parts
        )
        self._put(number, seen, cells if seen is row else layout.fields(number, seen))

    def _take_unread(self, number: int, row: Sequence[CellValue]) -> None:
        shown = shown_texts(row)
        heads = len(shown) == 1 and number in self._layout.across
        if heads and not (self._is_note(shown[0]) or is_sentence(shown[0])):
            self._take_heading(number, shown[0], numbered=list_number(shown[0]) > 0)
        elif shown:
            self._remark(number, "row-unread", " ".join(shown))

    def _put(self, number: int, row: Sequence[CellValue], cells: dict[str, str]) -> None:
        """A row that says something: an aside, the heading of a section, or a measure."""
        beside = self._sections.party_in(row) or self._sections.signature_in(row, cells["number"])
        beside = beside or self._beside(number, row, cells)
        heading = "" if beside else self._heading(number, cells)
        if beside:
            self._remark(number, "row-aside", beside)
        elif heading:
            numbered = bool(cells["number"]) and not cells["number"].isdecimal()
            self._take_heading(number, heading, numbered=numbered)
        else:
            self._add(number, row, cells)

    def _beside(self, number: int, row: Sequence[CellValue], cells: dict[str, str]) -> str:
        if explained := legend_row(row, self._layout.header.dates):
            return explained
        marks = [cell_text(row[c]) for c in self._layout.spread if c < len(row)]
        shown = () if cells["number"].isdigit() else shown_texts(row)
        if len(shown) == 1 and not cells["responsible"]:  # which may go on with the row above
            cells = {**_NOTHING, "measure": shown[0]}  # in whatever column it stands
        # To look above takes time: only where two cells are all that is said.
        apart = len(shown) == 2 and self._stands_apart(number)
        above = self._measures.last_words
        numbered = self._measures.numbered and not above.endswith(":")
        told = aside(cells, marks=marks, texts=shown, apart=apart, numbered=numbered)
        return told or note(cells, self._footnotes, above=above)

    def _stands_apart(self, number: int) -> bool:
        """Below a blank row, or below one that stands apart and is no measure."""
        above = number - 1
        told = ((one.row, one.doubt.code) for one in self.remarks[-1:])
        return (above, "row-aside") in told or all(map(is_blank, self._grid.rows[above - 1]))

    def _heading(self, number: int, cells: dict[str, str]) -> str:
        if cells["deadline"] and cells["responsible"]:
            return ""  # as of most rows
        number_says = " " in cells["number"] and not is_row_number(cells["number"])  # «№ 5» is one
        if number_says and cells["responsible"] and not cells["measure"]:
            return with_party(cells["number"], cells["responsible"])
        column = self._layout.header.fields.get("number")
        below = cell_text(cell_at(self._next(number)[1], column))
        # «2. Кадры» in a cell over the whole table is no item, though it has a number.
        across = number in self._layout.across and _is_numbered(cells["measure"])
        listed = self._sections.goes_on(number, cells["measure"])
        after = bool(self._measures.lines) and not (across or listed)
        before = self._measures.lines[-1].number if self._measures.lines else ""
        first = self._layout.leftmost
        heading = section(cells, first, after_measure=after, below=below, before=before)
        return heading or (self._numbered_heading(number, cells) if not below else "")

    def _numbered_heading(self, number: int, cells: dict[str, str]) -> str:
        """«1», «Спорт» and no more, above a measure that has a day and no number."""
        filled = [field for field, text in cells.items() if text]
        colon = cells["measure"].endswith(":")
        plain = cells["number"].isdecimal() and filled == ["number", "measure"]
        at, row = self._next(number)
        if not plain or colon or not row:
            return ""
        below = self._layout.fields(at, row)
        whole = below["measure"] and below["deadline"] and not item_mark(below["measure"])[0]
        return f"{cells['number']}. {cells['measure']}" if whole else ""

    def _next(self, number: int) -> tuple[int, Sequence[CellValue]]:
        """The next row that is not blank, with its number; () behind the last."""
        below = enumerate(self._grid.rows[number : number + _GAP], start=number + 1)
        return next(((at, row) for at, row in below if not all(map(is_blank, row))), (number, ()))

    def _take_heading(self, number: int, heading: str, *, numbered: bool) -> None:
        period = self._open_section(number, heading, numbered=numbered)
        if not period and (not numbered or tells_day(heading)):
            self._remark(number, "section-assumed", heading)

    def _open_section(self, number: int, heading: str, *, numbered: bool = False) -> Period | None:
        self._above.forget()
        # Below a column of deadlines only a time by itself dates what follows.
        dates = "deadline" not in self._layout.header.fields
        sure = number in self._layout.across or number in self._grid.paragraphs
        return self._sections.open(number, heading, dates=dates, sure=sure or numbered)

    def _add(self, number: int, row: Sequence[CellValue], cells: dict[str, str]) -> None:
        header = self._layout.header
        if "responsible" not in header.fields:
            cells["responsible"] = party_heading(self._sections.heading) or header.party
        elif self._layout.venues:
            cells["responsible"], told = without_places(cells["responsible"], self._layout.venues)
            self.remarks += (Remark(number, doubt) for doubt in told)
        helper = helper_alone(row, header)
        if helper:
            doubt = Doubt(code="responsible-helps", quote=helper)
            self.remarks.append(Remark(number, doubt, "responsible"))
        self._measures.add(number, cells, section=self._sections.heading)
        self._footnotes |= footnotes(cells.values())
        self._above.row = row
        spans = self._layout.spans.get(number, {})
        doubts = deadline_doubts(row, header, spans, said=cells["deadline"])
        self.remarks += (Remark(number, doubt, "deadline") for doubt in doubts)

    def finish(self) -> Hierarchy:
        """The measures, with what they have from the rows above them."""
        lines = self._measures.lines
        hierarchy = Hierarchy(lines=tuple(lines))
        if self._measures.may_be_items:
            numbered = "number" in self._layout.header.fields
            hierarchy = with_parents(lines, dashed=self._above.dashed, numbered=numbered)
        gone = {line.row for line in hierarchy.headings}
        dashes = self._above.remarks(line for line in lines if line.row not in gone)
        return replace(
            hierarchy,
            headings=(*hierarchy.headings, *self._empty),
            remarks=(*hierarchy.remarks, *dashes),
        )


def _is_numbered(text: str) -> bool:
    return item_mark(text)[0].replace(".", "").isdigit()


class _Measures:
    """The measures found so far; `may_be_items` tells whether any row may be one of another."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.may_be_items = False
        self._texts: dict[str, str] = {}

    @property
    def last_words(self) -> str:
        return self.lines[-1].measure if self.lines else ""

    @property
    def numbered(self) -> bool:
        return bool(self.lines and self.lines[-1].number)

    def add(self, number: int, cells: dict[str, str], *, section: str) -> None:
        for name in _REPEATED:
            cells[name] = self._texts.setdefault(cells[name], cells[name])
        line = Line(row=number, section=section, **cells)
        self.may_be_items = self.may_be_items or may_be_item(line)
        self.lines.append(line)

    def mark_last(self, mark: str) -> None:
        """Give the last measure the mark that the row below it is, where it has none of its own."""
        if self.lines and mark and not self.lines[-1].status:
            self.lines[-1] = self.lines[-1]._replace(status=mark)
