"""What is to stand right of the plan: a column for people's marks, one for the state."""

from collections.abc import Callable
from dataclasses import replace

from sheetsync.model import Columns, Look, State
from sheetsync.model.frozen import frozen
from sheetsync.summary.formulas import LATER, REPEATED, lookup_formula
from sheetsync.summary.looks import QUIET, card_label
from sheetsync.summary.plan_sheet import STATUS_HEADER

CHOICES = ("выполнено", "выполнено частично", "в работе", "не выполнено", "отменено")
ADVICE = (
    "Выберите или напишите своими словами: «выполнено 15 апреля», «перенесено на 20 мая» и почему."
)


@frozen
class Shade:
    """How a cell of the look-up column looks that begins with `words`, or says just them."""

    words: str
    whole: bool
    look: Look


_LATE, _DUE, _DONE = map(card_label, (State.OVERDUE, State.DUE, State.DONE))
_UNKNOWN = replace(QUIET, italic=True)
SHADES = (
    # How the words of `summary.control.in_words` begin; what is at ease has no colour.
    Shade(words="просрочено", whole=False, look=_LATE),
    Shade(words="срок подходит", whole=False, look=_DUE),
    Shade(words="последний день сегодня", whole=True, look=_DUE),
    Shade(words="выполнено", whole=True, look=_DONE),
    Shade(words=REPEATED, whole=True, look=_UNKNOWN),
    Shade(words=LATER, whole=True, look=_UNKNOWN),
)


@frozen
class PlanColumns:
    """What is to stand at the right end of the plan tab.

    `row` is the header's, from 0. `status` is the header of the status column, "" where staff
    have one of their own. `formula` gives the look-up column's from that column's letter.
    """

    row: int
    status: str
    formula: Callable[[str], str]


def plan_columns(columns: Columns, *, control: str) -> PlanColumns:
    """What is to stand beside a plan of these columns; `control` is the title of «Контроль»."""
    return PlanColumns(
        row=columns.row - 1,
        status="" if "status" in columns.letters else STATUS_HEADER,
        formula=lambda letter: lookup_formula(columns, control=control, column=letter),
    )
