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
_SHADES = (
    # How the states of «Контроль» begin; what is at ease has no colour.
    Shade(words="overdue", whole=False, look=_LATE),
    Shade(words="due soon", whole=False, look=_DUE),
    Shade(words="the last day is today", whole=True, look=_DUE),
    Shade(words="done", whole=True, look=_DONE),
    Shade(words=REPEATED, whole=True, look=_UNKNOWN),
    Shade(words=LATER, whole=True, look=_UNKNOWN),
)


@frozen
class PlanColumns:
    """What is to stand at the right end of the plan tab.

    `row` is the header's, from 0. `status` is the header of the status column, "" where staff
    have one of their own. `formula` gives the look-up column's from that column's letter,
    `shades` are how its cells look.
    """

    row: int
    status: str
    formula: Callable[[str], str]
    shades: tuple[Shade, ...]


def plan_columns(columns: Columns, *, control: str, words: Callable[[str], str]) -> PlanColumns:
    """What is to stand beside a plan of these columns, in the language into which `words` puts it.

    `control` is the title of «Контроль».
    """
    return PlanColumns(
        row=columns.row - 1,
        # Its header and choices stay Russian: marks are read in no other language.
        status="" if "status" in columns.letters else STATUS_HEADER,
        formula=lambda letter: lookup_formula(columns, control=control, column=letter, words=words),
        shades=tuple(replace(shade, words=words(shade.words)) for shade in _SHADES),
    )
