"""The letterhead and the context in which every item of a letter is worded."""

from datetime import date
from typing import Protocol

from sheetsync.model import Measure, Plan, sheet_row
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Language
from sheetsync.plan.names import Reader


class CellLink(Protocol):
    """A URL that opens a tab of the plan at the cell `target`, such as "E14"; "" if none can."""

    def __call__(self, target: str, /, *, plan_tab: str) -> str:
        """The address that opens that cell or tab, "" where none does."""


@frozen
class Letterhead:
    """The coordinator, the ways into the sheet, and whose plan it is.

    `organisation` is in whose name the letters go out; `cell_link` leads to any cell of the plan,
    other links are "" where the sheet has none. `table_url` may also be the path of a shared file.
    `began` is the day of the first run: a mark that was seen on it may be older.
    """

    coordinator: str
    address: str
    cell_link: CellLink
    began: date | None = None
    organisation: str = ""
    table_url: str = ""
    summary_url: str = ""  # the tab «Сводка»


@frozen
class RenderContext(Reader):
    """The plan, the day, the language and the letterhead of one letter, and its address."""

    letterhead: Letterhead
    plan: Plan
    today: date
    language: Language
    address: str

    @property
    def answers_come_here(self) -> bool:
        """Whether the letter is to the coordinator, whom answers to all letters come to."""
        return self.address == self.letterhead.address

    def cell_url(self, measure: Measure) -> str:
        """The link to the cell for the mark, or to the measure where the plan has no such column.

        "" where no link can lead there.
        """
        columns = self.plan.columns_of(measure.row).letters
        column = columns.get("status") or columns.get("measure")
        target, tab = f"{column}{sheet_row(measure.row)}", self.plan.tab_of(measure.row)
        return self.letterhead.cell_link(target, plan_tab=tab) if column else ""

    def takes_mark(self, measure: Measure) -> bool:
        """Whether the measure's tab has a column for marks."""
        return self.plan.columns_of(measure.row).takes_marks

    def also(self, names: str, *, late: bool = False, alone: bool = False) -> str:
        """The measures that a section has no room for: «также просрочено: п. 11, 12»; "" for none.

        `alone` they need no introduction.
        """
        if alone or not names:
            return names
        if late:
            return self.gettext("also overdue: {names}", names=names)
        return self.gettext("also: {names}", names=names)
