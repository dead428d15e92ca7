"""A grid of cells to the rows of measures, each with the sheet's own row number."""

from collections.abc import Iterator
from dataclasses import replace

from sheetsync.model import ColumnRule, Doubt, Grid, Line
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import Covers, covers_of
from sheetsync.plan.columns import find_header
from sheetsync.plan.findings import Remark
from sheetsync.plan.full_deadlines import Around, in_full, section_remarks
from sheetsync.plan.further_tables import FurtherTables
from sheetsync.plan.header import Header
from sheetsync.plan.header_words import HeaderWords
from sheetsync.plan.sections import SectionHeading
from sheetsync.plan.table_body import TableBody
from sheetsync.plan.table_title import above_table


@frozen
class PlanTable:
    """The plan tab, cut into measures.

    `merged` are the cells, by row and field, whose words stand in a cell above; `headings` numbered
    rows that only head others, and rows that say that nothing is to be done; `remarks` what is to
    be told of rows and cells; `later` are the headers of further tables on the tab, whose columns
    are others. Of a plan on several tabs it is the first one's, `tabs` are the others', `lines`
    those of all, in the plan's rows (see `by_tab`); each is a `part`. `left_out` are tabs that are
    none, by title.
    `sections` are all headings of sections. Of a document, by row, `sentences` stand between its
    tables and `above` the header, and are neither title nor heading.
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
    sections: tuple[SectionHeading, ...] = ()
    sentences: tuple[tuple[int, str], ...] = ()
    above: tuple[tuple[int, str], ...] = ()

    def header_of(self, row: int) -> Header:
        """The header above the sheet's row: a tab may hold several tables."""
        return next((one for one in reversed(self.later) if one.index < row), self.header)


def read_table(grid: Grid, rules: dict[str, ColumnRule], *, heading: str = "") -> PlanTable:
    """The measures of a tab, with title, numbering, section, blank and repeated header rows apart.

    A `heading` that names a time dates the rows below, as that of a section would.
    Raises NoPlanTable or ColumnMissing where the tab is no plan.
    """
    header = find_header(grid, rules)
    further = FurtherTables(grid, HeaderWords.of(rules), header)
    body = TableBody(grid, further)
    covers = covers_of(grid, below=header.last + 1)
    above = above_table(grid, header.index)
    body.open_above(above.headings)
    for number, row in enumerate(grid.rows[header.last + 1 :], start=header.last + 2):
        body.take(number, row, covers.get(number, {}))
    measures = body.finish()
    around = Around(
        latin=all(one.latin for one in further.headers),
        sections=body.sections,
        columns=header.dates.periods.values(),
        title=above.title,
        tab=grid.title,
        heading=heading,
    )
    lines = tuple(in_full(measures, around))
    told = section_remarks(measures, lines, body.sections)
    table = PlanTable(
        tab=grid.title,
        title=above.title,
        header=header,
        later=tuple(further.headers[1:]),
        lines=lines,
        headings=measures.headings,
        grid=grid,
        remarks=(*further.remarks, *body.remarks, *measures.remarks, *told),
        sections=tuple(body.sections),
        sentences=(*above.sentences, *body.sentences),
        above=above.others,
    )
    return replace(table, merged=frozenset(_merged(table, covers)))


def _merged(table: PlanTable, covers: Covers) -> Iterator[tuple[int, str]]:
    for row, cover in covers.items():
        for name, column in table.header_of(row).fields.items():
            if column in cover:
                yield row, name
