"""The columns that people let sheetsync add to the plan tab, and the steps that add them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sheetsync.model.tab import Look

LOOKUP_HEADER = "Состояние (заполняется само)"
"""What the look-up column's formula shows in the header row, and by which it is known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """How a cell of the look-up column looks that begins with `words`, or says just them."""

    words: str
    whole: bool
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanColumns:
    """What is to stand at the right end of the plan tab.

    `row` is the header's, from 0. `status` is the header of the status column, "" where staff
    have one of their own. `formula` gives the look-up column's from that column's letter.
    """

    row: int
    status: str
    choices: tuple[str, ...]
    advice: str
    formula: Callable[[str], str]
    shades: tuple[Shade, ...]


class Act(StrEnum):
    """What a step of the set-up does, or what it finds and leaves."""

    ADD_STATUS = "add status"
    ADD_LOOKUP = "add lookup"
    OUTSIDE_FILTER = "outside filter"
    MEND_HEADER = "mend header"
    MEND_FORMULA = "mend formula"
    KEEP_WORDS = "keep words"
    MEND_CHOICES = "mend choices"
    MEND_COLORS = "mend colors"
    REMOVE_LOOKUP = "remove lookup"
    REMOVE_STATUS = "remove status"
    LEAVE_STATUS = "leave status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do in the column of that letter; `detail` is what stands there."""

    act: Act
    column: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What was done to the plan tab, or would be; `flaws` are left for --repair."""

    steps: tuple[Step, ...]
    flaws: tuple[Step, ...] = ()
