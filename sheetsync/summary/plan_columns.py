"""What `setup-sheet` adds to the plan tab: a column for people's marks, one for the state."""

from dataclasses import replace
from functools import partial

from sheetsync.model import Columns, Look, PlanColumns, Shade, State
from sheetsync.summary.formulas import LATER, REPEATED, lookup_formula
from sheetsync.summary.looks import QUIET, card_label
from sheetsync.summary.plan_sheet import STATUS_HEADER

CHOICES = ("выполнено", "выполнено частично", "в работе", "не выполнено", "отменено")
ADVICE = (
    "Выберите или напишите своими словами: «выполнено 15 апреля», «перенесено на 20 мая» и почему."
)
_LATE, _DUE, _DONE = map(card_label, (State.OVERDUE, State.DUE, State.DONE))
_UNKNOWN = replace(QUIET, italic=True)
# How the words of summary/standing.py begin; what is at ease has no colour.
_SHADES = (
    ("просрочено", False, _LATE),
    ("срок подходит", False, _DUE),
    ("последний день сегодня", True, _DUE),
    ("выполнено", True, _DONE),
    (REPEATED, True, _UNKNOWN),
    (LATER, True, _UNKNOWN),
)


def plan_columns(columns: Columns, *, control: str) -> PlanColumns:
    """What is to stand beside a plan of these columns; `control` is the title of «Контроль»."""
    return PlanColumns(
        row=columns.row - 1,
        status="" if "status" in columns.letters else STATUS_HEADER,
        choices=CHOICES,
        advice=ADVICE,
        formula=partial(_formula, columns, control),
        shades=tuple(_shade(*shade) for shade in _SHADES),
    )


def _formula(columns: Columns, control: str, letter: str) -> str:
    return lookup_formula(columns, control=control, column=letter)


def _shade(words: str, whole: bool, look: Look) -> Shade:
    return Shade(words=words, whole=whole, look=look)
