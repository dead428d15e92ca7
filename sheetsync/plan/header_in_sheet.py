"""A header that may be a plan's, in its tab: what is asked of it before it is one."""

from collections.abc import Callable, Mapping, Sequence

from sheetsync.model import CellValue, Grid
from sheetsync.model.frozen import frozen_positional
from sheetsync.plan.cells import column_texts, is_blank
from sheetsync.plan.header_rows import HeaderRows, rows_below
from sheetsync.plan.header_words import HeaderWords
from sheetsync.words.headers import HeaderRole, says


@frozen_positional
class HeaderInSheet:
    """The rows of a header, the grid that they stand in, and the words that name its fields."""

    grid: Grid
    rows: HeaderRows
    words: HeaderWords

    @property
    def body(self) -> Sequence[Sequence[CellValue]]:
        """All rows below it that tell what its columns hold."""
        return rows_below(self.grid, self.rows.last)

    @property
    def sample(self) -> Sequence[Sequence[CellValue]]:
        """The first rows below it."""
        return self.rows.below

    def filled(self, column: int, tell: Callable[[str], bool] = bool) -> list[str]:
        """The words in the column's first cells, of those that are told to be of a kind."""
        rows = self.sample
        if column == min(self.rows.texts, default=None):
            # What stands alone there may head a section.
            rows = [row for row in rows if sum(not is_blank(value) for value in row) > 1] or rows
        return list(filter(tell, column_texts(rows, column)))

    def free(self, fields: Mapping[str, int]) -> list[int]:
        """The columns whose header names no field, those of beginnings last."""
        whole, taken = self.rows.whole, fields.values()
        free = [c for c in self.rows.texts if c not in taken and not self.words.whole(whole(c))]
        # «Начало» is proposed for a deadline only where no other column is.
        return sorted(free, key=lambda c: (says(whole(c), HeaderRole.FIRST_DAY), c))
