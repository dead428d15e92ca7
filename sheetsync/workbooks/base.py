"""The contract of every place a plan can live in.

Glossary:

- *workbook*: one .xlsx file or one shared Google Sheet, holding tabs.
- *staff's tab*: made by people. Nothing here ever changes a cell, a rule or a format of it; what
  adds columns of ours on request stands apart (`setup_sheet`, `xlsx.status_column`).
- *our tab*: made by `write` and marked so that it is known again after people rename or move it.
- *plan tab*: the staff's tab that holds the plan.
- *key*: the name of a tab of ours for ever (`Tab.key`); its title is only what people see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sheetsync.languages import _
from sheetsync.model import Grid, Tab
from sheetsync.model.frozen import frozen


@frozen
class Written:
    """What a write did.

    `place` is where our tabs are now, for people. `beside` is true where they went into a file of
    their own next to the workbook, the first of them on the day `since`; `reason` is then a
    sentence that says why: it is open elsewhere, or `refused` because it cannot take them as it
    is. `passed` is a sentence about a lock file that nobody holds any more. `changed` is false
    where everything stood there already. `taken` are tabs of ours that people filled with other
    things: the title, and that of the new one beside. `stopped` are tabs that nothing could be
    written on: the title, and a sentence that says why and what to do. `missing` is what tabs do
    without, in words that follow "нет".
    """

    place: str
    changed: bool
    beside: bool = False
    reason: str = ""
    refused: bool = False
    since: date | None = None
    passed: str = ""
    taken: tuple[tuple[str, str], ...] = ()
    stopped: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def remark(self) -> str:
        """A sentence about what did not go as usual, "" where all did."""
        if self.beside:
            return _(
                "The summary is written beside, to “{place}”. {reason}",
                place=self.place,
                reason=self.reason,
            )
        return self.passed


@dataclass
class Traffic:
    """What a run has sent and received, bytes without headers."""

    reads: int = 0
    writes: int = 0
    sent: int = 0
    received: int = 0

    @property
    def requests(self) -> int:
        """Reads and writes together, repeated ones included."""
        return self.reads + self.writes


class Workbook(Protocol):
    """A workbook that can be read and that takes our tabs."""

    @property
    def place(self) -> str:
        """Where it is, for people: the file's path or the sheet's address."""

    @property
    def local(self) -> bool:
        """True where nothing that is written leaves this computer."""

    @property
    def zone(self) -> str:
        """The time zone of the workbook's own clock, "Europe/Moscow"; "" where it has none."""

    @property
    def traffic(self) -> Traffic | None:
        """What was sent and received so far; None where no network is asked."""

    def read(self, tab: str = "") -> Grid:
        """The cells of one tab; without a title, of the first visible tab that is not ours.

        Whole numbers are `int`, blanks `None`, spreadsheet errors text such as "#REF!", formulas
        their last result; of merged cells the first holds the value; a look-up column of ours is
        blank, and told of in `Grid.lookups`. `Grid.title` is the tab's own spelling: pass it to
        `write` and `link` as `plan_tab`.

        Raises `WorkbookMissing` where the workbook or the tab does not exist (the message names
        the tabs there are) and `WorkbookUnreadable` where it cannot be opened.
        """

    def read_all(self, titles: Sequence[str] = ()) -> tuple[Grid, ...]:
        """The cells of these tabs, in this order; without titles, of all visible ones of staff's.

        Each is as `read` gives it, and raises what it does. A shared sheet is asked once.
        """

    def write(self, tabs: Sequence[Tab], *, plan_tab: str) -> Written:
        """Put the tabs of the plan on `plan_tab` into the workbook: all of them or none.

        A tab that is there already is rewritten in place, whatever its title is by now; a new one
        stands after all others, with its own `year_title` or as "Title 2" where the title is taken.
        Tabs of another plan in the same workbook are not touched. A plan tab without tabs takes
        those whose own plan tab is gone. Cell targets lead to cells of `plan_tab`, or of the tab
        that the cell names. Text is never read as a formula; control characters are dropped and
        text too long for a cell ends in "…". Writing the same tabs again changes nothing.

        Raises `WorkbookError` or one of its kinds where nothing could be written.
        """

    def is_binned(self) -> bool:
        """Whether it is in a bin: still readable and writable, but soon gone."""

    def link(self, target: str, *, plan_tab: str) -> str:
        """A URL that opens the plan tab at the cell `target`, such as "E14"; "" if none can.

        It opens for every reader who may see the workbook: never a path on this computer.
        """

    def tab_link(self, key: str) -> str:
        """A URL that opens our tab of that key; "" if none can, as before its first write."""


class LocalWorkbook:
    """What a workbook of this computer alone answers: nobody else can open it."""

    local = True
    zone = ""
    traffic = None

    def is_binned(self) -> bool:
        """See `Workbook.is_binned`."""
        return False

    def link(self, target: str, *, plan_tab: str) -> str:
        """Always ""."""
        del target, plan_tab
        return ""

    def tab_link(self, key: str) -> str:
        """Always ""."""
        del key
        return ""
