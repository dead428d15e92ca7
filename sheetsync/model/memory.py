"""What is remembered of a plan: its rows as people wrote them, run by run, and what changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Line(NamedTuple):
    """The words of one measure's row, as the sheet had them; the columns of the plan's frame."""

    row: int  # the sheet's own, from 1
    number: str  # as written, without a full stop at its end
    measure: str
    deadline: str
    responsible: str
    status: str
    note: str
    section: str  # the section row above it


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A row that is known: `identity` stays the same however the row is moved or reworded.

    `parent` is the identity of the row that it was split from; its past is this row's too.
    """

    identity: int
    line: Line
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A plan as one run or sync found it. `taken` knows the plan's zone; rows are in sheet order.

    `told` is True for a run, which also wrote letters, False for a mere sync; `scope` is the one
    that its letters count in, "" where they are really sent.
    """

    taken: datetime
    year: int
    title: str
    tab: str
    told: bool
    rows: tuple[Remembered, ...]
    scope: str = ""


class ChangeKind(StrEnum):
    """What happened to a measure between two snapshots."""

    ADDED = "added"
    REMOVED = "removed"
    SPLIT = "split"  # added, with a parent
    MOVED = "moved"  # another row or section of the sheet
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    DONE = "done"
    REOPENED = "reopened"
    STATUS = "status"  # another meaning: a word
    RETYPED = "retyped"  # the status says the same in other letters: no word
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one measure; `before` is None where it is new, `after` where it is gone.

    A deadline that moved says whether the item was late already and on what document the status
    or the note grounds it ("" for none).
    """

    kind: ChangeKind
    identity: int
    before: Line | None
    after: Line | None
    parent: int | None = None
    was_late: bool = False
    ground: str = ""
