"""What is remembered of a plan, run by run: its rows as people wrote them, and what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from sheetsync.model.fields import Line
from sheetsync.model.frozen import frozen
from sheetsync.model.ledger import StoredLetter
from sheetsync.model.plan import Agenda


@frozen
class KnownRow:
    """A row that is known: `identity` stays the same however the row is moved or reworded.

    `parent` is the identity of the row that it was split from; its past is this row's too.
    """

    identity: int
    line: Line
    parent: int | None = None


@frozen
class Vanished:
    """A row that was overdue since `due` when it was missed in the sheet; `line` are its words."""

    identity: int
    line: Line
    due: date


@frozen
class Snapshot:
    """A plan as one run or sync found it. `taken` knows the plan's zone; rows are in sheet order.

    `tab` is the one that our tabs belong to, `tabs` are all that it was read from where they are
    several.
    `told` is True for a run, which also wrote letters, False for a mere sync; `scope` is the one
    that its letters count in, "" where they are really sent.
    """

    taken: datetime
    year: int
    title: str
    tab: str
    told: bool
    rows: tuple[KnownRow, ...]
    scope: str = ""
    tabs: tuple[str, ...] = ()


class SnapshotHead(NamedTuple):
    """What there is to know of a snapshot without its rows; `told` and `scope` as there."""

    serial: int  # 1, 2, 3, … of the plan
    day: date
    told: bool
    scope: str


Life: TypeAlias = tuple[tuple[datetime, Line], ...]
"""Each content of a measure in turn, oldest first, and when it was first seen."""


def canonical_identities(links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The identity that each linked one stands for; identities without a link are absent."""
    root: dict[int, int] = {}
    for a, b in links:
        kept, given_up = root.setdefault(a, a), root.setdefault(b, b)
        # Both may have been joined with others before: all that followed the second go along.
        for identity, present in root.items():
            if present == given_up:
                root[identity] = kept
    return root


def aliases(identity: int, links: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The identities that are one measure with this one, itself among them."""
    root = canonical_identities(links)
    own = root.get(identity)
    return frozenset({identity} | {other for other, its in root.items() if its == own})


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
    RETYPED = "retyped"  # the same in other letters: no word; or a `field` that has no kind
    NOTE = "note"


@frozen
class Change:
    """One change of one measure; `before` is None where it is new, `after` where it is gone.

    A deadline that moved says whether the item was late already and on what document the status
    or the note grounds it ("" for none). `field` is the part of the line that says something else;
    "" where the row is new, gone or elsewhere, and where its words mean the same.
    """

    kind: ChangeKind
    identity: int
    before: Line | None
    after: Line | None
    parent: int | None = None
    was_late: bool = False
    ground: str = ""
    field: str = ""


@frozen
class RunRecord:
    """When a run began and ended, in the plan's zone, and what it came to.

    `ended` and `exit_code` are None while it is under way, and for good where it was killed.
    `figures` count the measures, letters and requests of a run that did the day's work, whatever
    it had to complain of; one that did not has none.
    """

    id: int
    started: datetime
    ended: datetime | None
    exit_code: int | None
    figures: Mapping[str, int]

    @property
    def did_its_work(self) -> bool:
        """True where the plan was read and believed."""
        return bool(self.figures)


@frozen
class Move:
    """How a measure's deadline was moved, its last time in detail.

    `row` is the measure's in the sheet now, `times` counts all moves this year; `before` and
    `after` are the words of the sheet, `ground` the document that the row names ("" for none).
    `was_due` is the last day that it had before the first of them, None where that was not read.
    """

    row: int
    times: int
    day: date
    before: str
    after: str
    was_late: bool
    ground: str
    was_due: date | None = None


@frozen
class Sitting:
    """The next sitting, and how the plan stood on the day of the previous one, if that is known.

    Its measures have the rows in which they stand now; those that are gone are left out.
    """

    day: date
    then: Agenda | None = None


@frozen
class SummaryContext:
    """`stamp` is the time of the run, `next_update` that by which the next one will have been.

    Both are in the zone in which the workbook's own clock runs. `banner` is what the reader must
    know before all else, `pretended` says that the day is not the real one. `letters` are those
    that did not arrive, `word_days` that of the last word by the measure's row. `began` is the day
    of the first run: a word of that day is older. `changes` are those `since` the previous sitting
    or the beginning of the month, None where the plan was not known then.
    """

    stamp: datetime
    next_update: datetime | None = None
    banner: str = ""
    pretended: bool = False
    letters: tuple[StoredLetter, ...] = ()
    word_days: Mapping[int, date] = field(default_factory=dict)
    began: date | None = None
    moves: tuple[Move, ...] = ()
    sitting: Sitting | None = None
    since: date | None = None
    changes: tuple[Change, ...] = ()
