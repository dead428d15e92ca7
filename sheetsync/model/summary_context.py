"""What the chair's tab says of the days before, beside the agenda of today."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from sheetsync.model.frozen import frozen
from sheetsync.model.ledger import StoredLetter
from sheetsync.model.memory import Change
from sheetsync.model.plan import Agenda


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
