"""A header that may be a plan's, in its tab: what is asked of it before it is one."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from sheetsync.model import CellValue, Grid
from sheetsync.plan.cells import column_texts, is_blank
from sheetsync.plan.fact_rows import fact_column
from sheetsync.plan.header_rows import HeaderRows, rows_below
from sheetsync.plan.header_words import HeaderWords, match_headers
from sheetsync.plan.period_columns import DeadlineColumns, period_columns, untold_columns
from sheetsync.words.headers import HeaderRole, says


class HeaderInSheet:
    """The rows of a header, the grid that they stand in, and the words that name its fields.

    What is asked again and again is read once.
    """

    def __init__(self, grid: Grid, rows: HeaderRows, words: HeaderWords) -> None:
        self.grid = grid
        self.rows = rows
        self.words = words

    @cached_property
    def fields(self) -> Mapping[str, int]:
        """The columns of the fields that its words name."""
        return match_headers(self.rows, self.words)

    @cached_property
    def periods(self) -> DeadlineColumns:
        """Its columns that each stand for a time."""
        return period_columns(self.rows)

    @cached_property
    def periods_or_amounts(self) -> DeadlineColumns:
        """Those columns, with times over amounts among them."""
        said = (text for texts in self.rows.texts.values() for text in texts)
        counted = any(says(text, HeaderRole.AMOUNT) for text in said)
        return period_columns(self.rows, amounts=True) if counted else self.periods

    @cached_property
    def named(self) -> list[str]:
        """The required fields that it names."""
        # Columns of months name the deadline together: none of them does alone.
        spread = "deadline" not in self.fields and (
            self.periods_or_amounts.spread or untold_columns(self.rows, self.fields.values()).spread
        )
        fields = {*self.fields, "deadline"} if spread else {*self.fields}
        return [name for name in self.words.required if name in fields]

    @cached_property
    def facts(self) -> int | None:
        """The column that tells rows of what came to be from those of what was planned."""
        return fact_column(self.sample)

    @property
    def is_spread(self) -> bool:
        """Whether times head its columns; a number beside them is that of a measure."""
        periods = self.periods.periods
        others = (self.rows.whole(column) for column in self.rows.texts if column not in periods)
        return bool(periods) and not any(text.isdecimal() for text in others)

    @cached_property
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
        free = [c for c in self.rows.texts if c not in (*taken, self.facts)]
        free = [c for c in free if not self.words.whole(whole(c))]
        # «Начало» is proposed for a deadline only where no other column is.
        return sorted(free, key=lambda c: (says(whole(c), HeaderRole.FIRST_DAY), c))
