"""Which deadlines are later than they were, and by which document.

The rule stands in `help policy`: Moved deadlines.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from sheetsync.model import Agenda, Item, Meaning, Move, PlanPeriod, State
from sheetsync.model.frozen import frozen
from sheetsync.words.status.evidence import document_in


@frozen
class Postponement:
    """An item whose last day is later than `was`, the earliest that is known of it.

    `ground` is the document that the row names for it, "" for none. `move` is how its measure was
    moved before our eyes; None where the status said so already when we looked first.
    """

    item: Item
    was: date
    ground: str
    move: Move | None = None

    @property
    def asks(self) -> bool:
        """True where a document is lacking: what is over needs none any more."""
        return not self.ground and not self.item.state.closed


def postponements(agenda: Agenda, moves: Iterable[Move]) -> Iterator[Postponement]:
    """Each in the order of the items; `moves` are those of the agenda's rows.

    All that speaks of deadlines moved without a document asks here: letters, tabs and papers.
    """
    of_row = {move.row: move for move in moves}
    for item in agenda.items:
        found = postponement(item, of_row.get(item.measure.row), agenda.plan.period)
        if found:
            yield found


def postponement(item: Item, move: Move | None, period: PlanPeriod) -> Postponement | None:
    """That of one item, if it was put off; `move` is that of its measure."""
    # What was merged into another row shows that one's days, and is asked about there.
    is_merged = item.measure.progress.meaning is Meaning.MERGED
    if item.due is None or item.state is State.CANCELLED or is_merged:
        return None
    # A move is told of the measure's own cell: it says nothing of its milestones' days.
    days = (item.moved_from, move.was_due if move and not item.what else None)
    # What was a slip of the year has been put right.
    earlier = [day for day in days if day and day < item.due and not period.is_long_past(day)]
    if not earlier:
        return None
    line = item.measure.line
    # What is named with the deed is the deed's own document, which a move knows to leave out.
    ground = move.ground if move else document_in(line.status, line.note)
    return Postponement(item=item, was=min(earlier), ground=ground, move=move)
