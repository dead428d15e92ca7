"""The columns of a plan that the tool reads: the one table of them, and a row in their words."""

from typing import NamedTuple

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked


@frozen
class PlanField:
    """A column of a plan.

    `name` is its section of columns.toml and, with `into`, the part of a `Line` that its words go
    to; `called` is what people are told that it is. `headers`, Russian and English, and `width`, in
    characters, are those of an imported sheet. `kept` says that its last words hold while a cell
    shows an error, `changed` what became of them; "" where another field's part of the line has
    them. `listed` keeps the line breaks of a cell, `repeated` tells that many rows say the same,
    `asked` that an empty cell has a finding of its own or may well be empty.
    """

    name: str
    called: str
    headers: tuple[str, str]
    width: float
    kept: str = ""
    changed: str = ""
    into: str = ""
    listed: bool = False
    repeated: bool = False
    asked: bool = True

    @property
    def part(self) -> str:
        """The part of a line that has its words."""
        return self.into or self.name


PLAN_FIELDS = (
    PlanField(
        name="number",
        called=marked("number"),
        headers=("№ п/п", "No."),
        width=8.0,
        kept=marked("the number before counts, “{words}”"),
        changed=marked("number {before} → {after}"),
    ),
    PlanField(
        name="measure",
        called=marked("measure"),
        headers=("Мероприятие", "Measure"),
        width=78.0,
        kept=marked("the measure before counts, “{words}”"),
        changed=marked("text {before} → {after}"),
    ),
    PlanField(
        name="deadline",
        called=marked("deadline"),
        headers=("Сроки", "Deadline"),
        width=18.0,
        kept=marked("the deadline before counts, “{words}”"),
        changed=marked("deadline {before} → {after}"),
        listed=True,
        repeated=True,
    ),
    PlanField(
        name="responsible",
        called=marked("responsible parties"),
        headers=("Ответственные", "Responsible"),
        width=47.0,
        kept=marked("the responsible parties before count, “{words}”"),
        changed=marked("responsible {before} → {after}"),
        listed=True,
        repeated=True,
    ),
    PlanField(
        name="helper",
        called=marked("supporting parties"),
        headers=("Соисполнители", "Co-executors"),
        width=30.0,
        into="responsible",
        listed=True,
    ),
    PlanField(
        name="status",
        called=marked("status"),
        headers=("Отметка о выполнении", "Status"),
        width=30.0,
        kept=marked("the mark before counts, “{words}”"),
        changed=marked("mark {before} → {after}"),
        listed=True,
        repeated=True,
    ),
    PlanField(
        name="note",
        called=marked("note"),
        headers=("Примечание", "Note"),
        width=30.0,
        kept=marked("the note before counts, “{words}”"),
        changed=marked("note {before} → {after}"),
        repeated=True,
        asked=False,
    ),
)
FIELDS = tuple(field.name for field in PLAN_FIELDS)


class Line(NamedTuple):
    """The words of one measure's row; the columns of the plan's frame.

    They are the sheet's own, with what a cell leaves to others written out: signs for the words
    above, what an item has from its parent. A deadline is in full: "15" below «Май» is "15 мая", a
    date in figures is spelled in the order that its column shows. Below «Место, ответственный» the
    parties stand without the places.

    Each field of the plan has its part here, unless its words go `into` another's. What is new
    comes last and is "": so it was in each row that is remembered from before.
    """

    row: int  # the plan's, see Measure: the sheet's own, from 1, in a plan of one tab
    number: str  # as written, without a full stop at its end
    measure: str
    deadline: str
    responsible: str
    status: str
    note: str
    section: str  # the section row above it
    figures: str = ""  # its deadline's own cell, where the column has to tell a day from a month

    @property
    def undecided(self) -> bool:
        """Whether it does not: nobody knows which number of a date in the deadline is the day."""
        return self.figures == self.deadline != ""
