"""A grid of cells to the rows of measures, each with the sheet's own row number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sheetsync.model import PLAN_FIELDS, CellValue, Doubt, Grid, Line, Synonyms
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import Covers, cell_text, covers_of, filled_in, is_blank, spans_of
from sheetsync.plan.columns import Header, find_header
from sheetsync.plan.deadline_columns import doubted
from sheetsync.plan.findings import Remark
from sheetsync.plan.further_tables import FurtherTables
from sheetsync.plan.header_words import HeaderWords
from sheetsync.plan.inherited import (
    Hierarchy,
    SectionHeading,
    dated,
    in_one_order,
    may_be_item,
    with_parents,
)
from sheetsync.plan.table_rows import (
    in_month_above,
    is_numbering,
    lone_period,
    plan_title,
    repeats,
    row_fields,
    section,
    struck_rows,
)
from sheetsync.words.asides import aside, footnotes, note
from sheetsync.words.periods import Period, dated_heading, heading_period, section_period
from sheetsync.words.tables import is_dash, is_ditto, party_heading

# Columns in which many rows say the same. Equal texts are kept once: a third less memory, and
# whoever looks them up later finds them twice as fast.
_REPEATED = [field.name for field in PLAN_FIELDS if field.repeated]
_LONGEST_DITTO = 30  # characters; a quick look before a closer one


@frozen
class PlanTable:
    """The plan tab, cut into measures.

    `merged` are the cells, by row and field, whose words stand in a cell above; `headings` numbered
    rows that only head others; `remarks` what is to be told of rows and cells; `later` are the
    headers of further tables on the tab, whose columns are others. Of a plan on several tabs it is
    the first one's, `tabs` are the others', `lines` those of all, in the plan's rows (see
    `by_tab`); each is a `part`. `left_out` are tabs that are none, by title.
    """

    tab: str
    title: str
    header: Header
    lines: tuple[Line, ...]
    grid: Grid
    merged: frozenset[tuple[int, str]] = frozenset()
    headings: tuple[Line, ...] = ()
    remarks: tuple[Remark, ...] = ()
    later: tuple[Header, ...] = ()
    tabs: tuple["PlanTable", ...] = ()
    part: bool = False
    left_out: tuple[tuple[str, Doubt], ...] = ()

    def header_of(self, row: int) -> Header:
        """The header above the sheet's row: a tab may hold several tables."""
        return next((one for one in reversed(self.later) if one.index < row), self.header)


def read_table(grid: Grid, synonyms: dict[str, Synonyms], *, heading: str = "") -> PlanTable:
    """The measures of a tab, with title, numbering, section, blank and repeated header rows apart.

    A `heading` that names a time dates the rows below, as that of a section would.
    Raises NoPlanTable or ColumnMissing where the tab is no plan.
    """
    header = find_header(grid, synonyms)
    within = heading_period(heading) if heading else None
    further = FurtherTables(grid, HeaderWords.of(synonyms), header)
    body = _Body(grid=grid, further=further, within=within)
    body.begin(header)
    covers = covers_of(grid, below=header.last + 1)
    for number, row in enumerate(grid.rows[header.last + 1 :], start=header.last + 2):
        body.take(number, row, covers.get(number, {}))
    found = body.finish()
    table = PlanTable(
        tab=grid.title,
        title=plan_title(grid.rows[: header.index]),
        header=header,
        later=tuple(further.headers[1:]),
        lines=found.lines,
        headings=found.headings,
        grid=grid,
        remarks=(*further.remarks, *body.remarks, *found.remarks),
    )
    return replace(table, merged=frozenset(_merged(table, covers)))


def _merged(table: PlanTable, covers: Covers) -> Iterator[tuple[int, str]]:
    for row, cover in covers.items():
        for name, column in table.header_of(row).fields.items():
            if column in cover:
                yield row, name


@dataclass(slots=True, kw_only=True)
class _Body:
    """The rows below the header, as they are told apart one by one from the top."""

    grid: Grid
    further: FurtherTables
    within: Period | None = None
    header: Header = field(init=False)
    struck: dict[int, str] = field(init=False)
    spans: dict[int, dict[int, int]] = field(init=False)
    ditto: tuple[tuple[str, int], ...] = field(init=False)
    first: str = field(init=False)  # the field of the leftmost column
    spread: bool = field(init=False)
    lines: list[Line] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    section: str = ""
    footnotes: set[str] = field(default_factory=set)  # signs that a note below the rows explains
    opened: list[SectionHeading] = field(default_factory=list)
    above: Sequence[CellValue] = ()  # the cells of the measure before, in the same section
    dashed: dict[int, set[str]] = field(default_factory=dict)
    listed: bool = False  # whether any row may be an item of another
    texts: dict[str, str] = field(default_factory=dict)

    def begin(self, header: Header) -> None:
        """The rows that follow stand below this header."""
        self.header = header
        self.struck = struck_rows(self.grid, header.fields["measure"])
        self.spans = spans_of(self.grid, header.dates.periods)
        self.ditto = header.ditto_columns()
        self.first = min(header.fields, key=lambda name: header.fields[name])
        self.spread = bool(header.dates.spread)
        self.above = ()
        self.footnotes |= footnotes(header.texts)
        if header.nobody:
            self._remark(header.index + 1, "responsible-nowhere")

    def _remark(self, row: int, code: str, quote: str = "") -> None:
        self.remarks.append(Remark(row, Doubt(code=code, quote=quote)))

    def take(self, number: int, row: Sequence[CellValue], cover: dict[int, CellValue]) -> None:
        """The next row; a row that says nothing of its own goes on with what covers it."""
        if self.further.takes(number, row):
            if self.further.header is not self.header:
                self.begin(self.further.header)
            return
        # Below a merged cell a row goes on with its measure: a month alone there is its deadline.
        month = "" if cover else lone_period(row, self.header)
        if month:
            self._open(month, number)
            return
        cells = row_fields(row, self.header, spread=self.spread)
        if number in self.struck and not cells["measure"]:
            self._remark(number, "row-struck", self.struck[number])
            return
        if is_numbering(row) or repeats(cells, self.header):
            return
        if not any(cells.values()):
            words = " ".join(filter(None, map(cell_text, row)))
            if words and not cover:
                self._remark(number, "row-unread", words)
            return
        seen = self._without_ditto(number, filled_in(row, cover))
        seen = in_month_above(seen, self.above, self.header.dates.parts)
        if seen is not row or self.spread:
            cells = row_fields(
                seen, self.header, spread=self.spread, spans=self.spans.get(number, {})
            )
        self._put(number, cells, seen)

    def _without_ditto(self, number: int, row: Sequence[CellValue]) -> Sequence[CellValue]:
        """The row with the words above in place of signs for them."""
        copied: list[CellValue] | None = None
        for name, column in self.ditto:
            value = row[column] if column < len(row) else None
            if type(value) is not str or len(value) > _LONGEST_DITTO or not is_ditto(value, name):
                continue
            words = self._above(column)
            if is_blank(words):
                continue  # nothing to repeat: the sign itself is asked about
            copied = copied or list(row)
            copied[column] = words
            if is_dash(value):
                self.dashed.setdefault(number, set()).add(name)
        return copied or row

    def _above(self, column: int) -> CellValue:
        return self.above[column] if column < len(self.above) else None

    def _put(self, number: int, cells: dict[str, str], row: Sequence[CellValue]) -> None:
        spread = self.header.dates.spread if self.spread else ()
        marks = [cell_text(row[c]) for c in spread if c < len(row)]
        shown = () if cells["number"].isdigit() else [text for text in map(cell_text, row) if text]
        above = self.lines[-1].measure if self.lines else ""
        beside = aside(cells, marks=marks, texts=shown) or note(cells, self.footnotes, above=above)
        heading = "" if beside else section(cells, self.first, after_measure=bool(self.lines))
        if beside:
            self._remark(number, "row-aside", beside)
        elif heading:
            if not (self._open(heading, number) or cells["number"]):
                self._remark(number, "section-assumed", heading)
        else:
            for name in _REPEATED:
                cells[name] = self.texts.setdefault(cells[name], cells[name])
            if "responsible" not in self.header.fields:
                cells["responsible"] = party_heading(self.section) or self.header.party
            line = Line(row=number, section=self.section, **cells)
            self.listed = self.listed or may_be_item(line)
            self.footnotes |= footnotes(cells)
            self.lines.append(line)
            self.above = row
            if self.header.dates.periods:
                named = doubted(row, self.header.dates, self.spans.get(number, {}))
                self.remarks += (Remark(number, doubt, "deadline") for doubt in named)

    def _open(self, heading: str, row: int) -> Period | None:
        period = section_period(heading)
        if not period and "deadline" not in self.header.fields:
            period = dated_heading(heading)
        around = self.opened[-1].around if self.opened else None
        self.opened.append(SectionHeading(row, heading, period, period or around))
        self.section, self.above = heading, ()
        return period

    def finish(self) -> Hierarchy:
        """The measures, with what they have from the rows above them."""
        lines = in_one_order(self.lines)
        found = Hierarchy(lines=tuple(lines))
        if self.listed:
            found = with_parents(lines, dashed=self.dashed, numbered="number" in self.header.fields)
        gone = {line.row for line in found.headings}
        dashes = (
            Remark(line.row, Doubt(code="ditto-dash", quote=getattr(line, name)), name)
            for line in lines
            if line.row in self.dashed and line.row not in gone
            for name in sorted(self.dashed[line.row])
        )
        measures = found.lines
        if self.within or any(one.period for one in self.opened):
            measures = tuple(dated(measures, self.opened, within=self.within))
        return replace(found, lines=measures, remarks=(*found.remarks, *dashes))
