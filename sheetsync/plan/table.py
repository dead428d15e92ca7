"""A grid of cells to the rows of measures, each with the sheet's own row number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sheetsync.model import CellValue, Grid, Line, Synonyms, Unread
from sheetsync.plan.cells import cell_lines, cell_text, is_blank
from sheetsync.plan.columns import Header, find_header
from sheetsync.plan.merges import covers_of, filled_in
from sheetsync.plan.row_kinds import aside, is_numbering, repeats, section

# Columns in which many rows say the same. Equal texts are kept once: a third less memory, and
# whoever looks them up later finds them twice as fast.
_REPEATED = ("deadline", "responsible", "status", "note")
_SPACED_OUT = re.compile(r"\b(?:\w ){2,}\w\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTable:
    """The plan tab, cut into measures; `lone` are rows taken for section headings by their look.

    `grid` are the cells that it was cut from. `merged` are the cells, by row and field, whose words
    stand in a cell above that they are merged with. `asides` are rows that are no measures, totals
    and signatures; `struck` those whose measure is struck out.
    """

    tab: str
    title: str
    header: Header
    lines: tuple[Line, ...]
    lone: tuple[tuple[int, str], ...]
    grid: Grid
    merged: frozenset[tuple[int, str]] = frozenset()
    asides: tuple[tuple[int, str], ...] = ()
    struck: tuple[tuple[int, str], ...] = ()


def read_table(grid: Grid, synonyms: dict[str, Synonyms]) -> PlanTable:
    """The measures of a tab, with title, numbering, section, blank and repeated header rows apart.

    Raises NoPlanTable or ColumnMissing where the tab is no plan.
    """
    header = find_header(grid, synonyms)
    body = _Body(header=header, struck=_struck_rows(grid, header.fields["measure"]))
    covers = covers_of(grid, below=header.last + 1)
    for number, row in enumerate(grid.rows[header.last + 1 :], start=header.last + 2):
        body.take(number, row, covers.get(number, {}))
    columns = {column: field for field, column in header.fields.items()}
    return PlanTable(
        tab=grid.title,
        title=plan_title(grid.rows[: header.index]),
        header=header,
        lines=tuple(body.lines),
        lone=tuple(body.lone),
        grid=grid,
        merged=frozenset(
            (row, columns[column])
            for row, cover in covers.items()
            for column in cover
            if column in columns
        ),
        asides=tuple(body.asides),
        struck=tuple(body.struck_out),
    )


def plan_title(rows: Sequence[Sequence[CellValue]]) -> str:
    """The words above the header, from the line that begins with «План» where there is one."""
    lines = [" ".join(cell_text(v) for v in row if not is_blank(v)) for row in rows]
    lines = [_SPACED_OUT.sub(lambda m: m[0].replace(" ", ""), line.strip(" *")) for line in lines]
    starts = [i for i, line in enumerate(lines) if line.casefold().startswith("план")]
    words = " ".join(line for line in lines[starts[0] if starts else 0 :] if line)
    return "План" + words[4:] if words.startswith("ПЛАН") else words


@dataclass(slots=True, kw_only=True)
class _Body:
    """The rows below the header, as they are told apart one by one from the top."""

    header: Header
    struck: dict[int, str]
    lines: list[Line] = field(default_factory=list)
    lone: list[tuple[int, str]] = field(default_factory=list)
    asides: list[tuple[int, str]] = field(default_factory=list)
    struck_out: list[tuple[int, str]] = field(default_factory=list)
    section: str = ""
    texts: dict[str, str] = field(default_factory=dict)

    def take(self, number: int, row: Sequence[CellValue], cover: dict[int, CellValue]) -> None:
        """The next row; a row that says nothing of its own goes on with what covers it."""
        cells = _fields(row, self.header)
        if number in self.struck and not cells["measure"]:
            self.struck_out.append((number, self.struck[number]))
            return
        if not any(cells.values()) or is_numbering(row) or repeats(cells, self.header):
            return
        if cover:
            cells = _fields(filled_in(row, cover), self.header)
        self._put(number, cells)

    def _put(self, number: int, cells: dict[str, str]) -> None:
        beside = aside(cells)
        heading = "" if beside else section(cells)
        if beside:
            self.asides.append((number, beside))
        elif heading:
            self.section = heading
            if not cells["number"]:
                self.lone.append((number, heading))
        else:
            for name in _REPEATED:
                cells[name] = self.texts.setdefault(cells[name], cells[name])
            self.lines.append(Line(row=number, section=self.section, **cells))


def _struck_rows(grid: Grid, measures: int) -> dict[int, str]:
    """By row, the words of each measure that is struck out as a whole or in part."""
    return {
        one.row: one.words
        for one in grid.left_out
        if one.why is Unread.STRUCK and one.column == measures + 1
    }


def _fields(row: Sequence[CellValue], header: Header) -> dict[str, str]:
    """The fields of a `Line` that stand in the row itself."""

    def value(field: str) -> CellValue:
        column = header.fields.get(field, -1)
        return row[column] if 0 <= column < len(row) else None

    cells = {name: cell_lines(value(name)) for name in ("deadline", "status")}
    parties = map(cell_lines, (value("responsible"), value("helper")))
    return {
        **cells,
        "number": cell_text(value("number")).rstrip("."),
        "measure": cell_text(value("measure")),
        "responsible": ",\n".join(filter(None, parties)),
        "note": cell_text(value("note")),
    }
