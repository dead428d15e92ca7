"""The columns right of the plan: one for people's marks, one for the computed state."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from sheetsync.languages import CODES, load_language
from sheetsync.model import LOOKUP_HEADERS, Columns, State
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Language, marked
from sheetsync.summary.formulas import LATER, REPEATED, lookup_formula
from sheetsync.summary.looks import QUIET, card_label
from sheetsync.summary.plan_sheet import STATUS_HEADER
from sheetsync.workbooks.google.column_requests import Shade

CHOICES = (
    *(marked("done"), marked("partly done"), marked("in progress")),
    *(marked("not done"), marked("cancelled")),
)
ADVICE = marked(
    "Choose one or write it in your own words: “done 15 April”, “moved to 20 May” and why."
)


_LATE, _DUE, _DONE = map(card_label, (State.OVERDUE, State.DUE_SOON, State.DONE))
_UNKNOWN = replace(QUIET, italic=True)
SHADES = (
    # How the states of «Контроль» begin; what is at ease has no colour.
    Shade(words=marked("overdue"), whole=False, look=_LATE),
    Shade(words=marked("due soon"), whole=False, look=_DUE),
    Shade(words=marked("the last day is today"), whole=True, look=_DUE),
    Shade(words=marked("done"), whole=True, look=_DONE),
    Shade(words=REPEATED, whole=True, look=_UNKNOWN),
    Shade(words=LATER, whole=True, look=_UNKNOWN),
)


@frozen
class PlanColumns:
    """The columns for the right end of the plan tab, in the plan's language.

    `row` is the header's, from 0. `status` is the header of the status column, "" where staff
    have one of their own. `formula` gives the look-up column's from that column's letter.
    """

    row: int
    status: str
    choices: tuple[str, ...]
    advice: str
    formula: Callable[[str], str]
    shades: tuple[Shade, ...]


def plan_columns(columns: Columns, *, control: str, language: Language) -> PlanColumns:
    """The columns to add to a plan with these columns; `control` is the title of «Контроль»."""
    words = language.gettext
    return PlanColumns(
        row=columns.row - 1,
        status="" if columns.takes_marks else words(STATUS_HEADER),
        choices=tuple(map(words, CHOICES)),
        advice=words(ADVICE),
        formula=lambda letter: lookup_formula(columns, control=control, column=letter, words=words),
        shades=tuple(replace(shade, words=words(shade.words)) for shade in SHADES),
    )


@cache
def in_all_languages() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """The headers and the lists of choices that are ours: a plan's language may have changed."""
    spoken = [load_language(code).gettext for code in CODES]
    headers = {*LOOKUP_HEADERS, *(words(STATUS_HEADER) for words in spoken)}
    return frozenset(headers), frozenset(tuple(map(words, CHOICES)) for words in spoken)
