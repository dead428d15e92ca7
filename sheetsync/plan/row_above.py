"""The row above a measure: signs and blanks of the measure may mean its words."""

from collections.abc import Iterator, Mapping, Sequence

from sheetsync.model import CellValue, Doubt, Line
from sheetsync.plan.cells import cell_at, is_blank
from sheetsync.plan.findings import Remark
from sheetsync.plan.table_rows import in_month_above
from sheetsync.words.tables import is_dash, is_ditto

_LONGEST_DITTO = 30  # characters; a quick look before a closer one


class RowAbove:
    """The cells of the measure before, in the same section: signs and blanks may mean them.

    `dashed` are the fields, by row, that hold a dash for the words above: it may mean nothing.
    `alone` are the deadlines, by row, that are signs for a cell above where there is none.
    """

    def __init__(self) -> None:
        self.row: Sequence[CellValue] = ()
        self.alone: dict[int, str] = {}
        self.dashed: dict[int, set[str]] = {}

    def forget(self) -> None:
        """What follows stands in another section, or below another header."""
        self.row = ()

    def written_out(
        self,
        number: int,
        row: Sequence[CellValue],
        *,
        ditto: tuple[tuple[str, int], ...],
        parts: Mapping[str, int],
    ) -> Sequence[CellValue]:
        """The row with the words above in place of signs for them, and with its day's month.

        `ditto` are the fields, with their columns, in which a sign may stand; `parts` the columns
        that together tell a day.
        """
        return in_month_above(self._without_ditto(number, row, ditto), self.row, parts)

    def _without_ditto(
        self, number: int, row: Sequence[CellValue], ditto: tuple[tuple[str, int], ...]
    ) -> Sequence[CellValue]:
        copied: list[CellValue] | None = None
        for name, column in ditto:
            value = row[column] if column < len(row) else None
            if type(value) is not str or len(value) > _LONGEST_DITTO or not is_ditto(value, name):
                continue
            words = cell_at(self.row, column)
            if is_blank(words):
                if name == "deadline" and not is_dash(value):
                    self.alone[number] = value
                continue
            copied = copied or list(row)
            copied[column] = words
            if is_dash(value):
                self.dashed.setdefault(number, set()).add(name)
        return copied or row

    def remarks(self, lines: Iterator[Line]) -> Iterator[Remark]:
        """What is to be told of these measures' dashes and signs."""
        for line in lines:
            if line.row in self.alone:
                doubt = Doubt(code="deadline-ditto", quote=self.alone[line.row])
                yield Remark(line.row, doubt, "deadline")
            for name in sorted(self.dashed.get(line.row, ())):
                yield Remark(line.row, Doubt(code="ditto-dash", quote=getattr(line, name)), name)
