"""How the rows below a header are laid out."""

from collections.abc import Sequence

from sheetsync.model import CellValue, Grid
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import spans_of
from sheetsync.plan.header import Header
from sheetsync.plan.table_rows import row_fields, struck_rows
from sheetsync.words.venues import Order, order_of


@frozen
class RowLayout:
    """How the rows below a header are laid out, until the tab's next one.

    `struck` are the words of measures that are struck out, and `spans` how far merged cells reach,
    by row; `ditto` the fields with their columns in which a sign may stand for the words above;
    `spread` the columns of a deadline that has several; `across` the rows that are one merged cell;
    `venues` tells where a place stands in cells of parties that have one.
    """

    header: Header
    struck: dict[int, str]
    spans: dict[int, dict[int, int]]
    ditto: tuple[tuple[str, int], ...]
    spread: tuple[int, ...]
    leftmost: str  # field
    across: frozenset[int]
    venues: Order | None

    @classmethod
    def below(cls, header: Header, grid: Grid) -> "RowLayout":
        """That of the rows below a header."""
        return cls(
            header=header,
            struck=struck_rows(grid, header.fields["measure"]),
            spans=spans_of(grid, {*header.dates.periods, header.dates.begins, *header.others}),
            ditto=header.ditto_columns(),
            spread=header.dates.spread,
            leftmost=_leftmost(header),
            across=_across(grid, header),
            venues=order_of(header.parts.get("responsible", ("",))[-1]),
        )

    def fields(self, number: int, row: Sequence[CellValue]) -> dict[str, str]:
        """The fields of a `Line` that stand in that row."""
        return row_fields(row, self.header, spans=self.spans.get(number, {}))


def _leftmost(header: Header) -> str:
    """The field of the first column that a deadline or another field is read from."""
    first = min(header.dates.parts.values(), default=None)
    columns = header.fields if first is None else {**header.fields, "deadline": first}
    return min(columns, key=lambda name: columns[name])


def _across(grid: Grid, header: Header) -> frozenset[int]:
    """The rows in which one cell is merged over all columns of the plan."""
    first, last = min(header.fields.values()), max(header.fields.values())
    wide = (a for a in grid.merges if a.left <= first + 1 and a.right > last > first)
    return frozenset(area.top for area in wide if area.top == area.bottom)
