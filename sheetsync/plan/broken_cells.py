"""Cells that show an error of their formula, or are still loading: what stood there last holds."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sheetsync.model import PLAN_FIELDS, UNCALCULATED, Doubt, KnownRow, Line, Plan
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Message, gettext_lazy
from sheetsync.plan.findings import finding, worst_first
from sheetsync.words.cleaning import tidy
from sheetsync.words.clipping import clip

# As Excel, Google and LibreOffice show them, in English and in Russian.
_ERRORS = re.compile(
    r"""\#(?:N/A|REF!|ERROR!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!
    |CONNECT!|UNKNOWN!|PYTHON!|GETTING_DATA|Н/Д|ССЫЛКА!|ИМЯ\?|ЗНАЧ!|ДЕЛ/0!|ЧИСЛО!|ПУСТО!|ПЕРЕНОС!
    |ОШИБКА!|ВЫЧИСЛ!)
    |(?:Err|Ош):\d{3}
    |(?:Loading|Загрузка|Ид[её]т\ загрузка)\s?(?:\.{3}|…)""",
    re.VERBOSE | re.IGNORECASE,
)
_KEPT = {field.name: field.kept for field in PLAN_FIELDS if field.kept}
_SHOWN = 80  # characters of what is kept


@frozen
class BrokenCell:
    """A cell of a known field without words of its own; `kept` are those that hold, "" for none."""

    row: int
    field: str
    shown: str
    kept: str

    def doubt(self) -> Doubt:
        """What to tell the people who look after the sheet."""
        code = "formula-uncalculated" if self.shown == UNCALCULATED else "cell-error"
        hint = gettext_lazy("it does not count")
        if self.kept:
            values = (("words", clip(self.kept, _SHOWN)),)
            hint = Message(sentence=_KEPT[self.field], values=values)
        return Doubt(code=code, quote=self.shown, hint=hint)


class Held(NamedTuple):
    """Rows in which no cell shows an error, and the cells that did."""

    rows: tuple[KnownRow, ...]
    broken: tuple[BrokenCell, ...]

    def by_field(self) -> dict[str, int]:
        """How many cells of each field show an error where words stood before."""
        return Counter(cell.field for cell in self.broken if cell.kept)


def hold_cell_texts(rows: tuple[KnownRow, ...], before: tuple[KnownRow, ...]) -> Held:
    """The rows with the words of the last snapshot where a cell shows an error now.

    A cell of a row that was not there before has no words then.
    """
    last = {row.identity: row.line for row in before}
    held: list[KnownRow] = []
    broken: list[BrokenCell] = []
    for row in rows:
        then = last.get(row.identity)
        found = list(_broken(row.line, then))
        kept = {cell.field: cell.kept for cell in found}
        if then and "deadline" in kept:
            kept["figures"] = then.figures
        held.append(replace(row, line=Line(**row.line._asdict() | kept)) if found else row)
        broken += found
    return Held(tuple(held), tuple(broken))


def is_broken(text: str) -> bool:
    """The text is what a spreadsheet shows in place of words."""
    # The parties of two columns are joined by a comma and a break: one of them may be broken.
    parts = [tidy(part).strip(" ,") for part in text.split("\n")]
    return UNCALCULATED in parts or any(map(_ERRORS.fullmatch, parts))


def with_broken(plan: Plan, held: Held) -> Plan:
    """The plan with a finding for each cell that shows an error of its formula."""
    numbers = {row.line.row: row.line.number for row in held.rows}
    broken = [
        finding(
            cell.doubt(),
            row=cell.row,
            number=numbers[cell.row],
            columns=plan.columns_of(cell.row),
            field=cell.field,
        )
        for cell in held.broken
    ]
    # What such a cell lacks is said of its formula: «впишите срок» would mislead.
    said = {(one.row, one.column) for one in broken if one.column}
    others = (one for one in plan.findings if (one.row, one.column) not in said)
    return replace(plan, findings=worst_first((*others, *broken)))


def _broken(line: Line, last: Line | None) -> Iterator[BrokenCell]:
    for field in _KEPT:
        text = getattr(line, field)
        if text and is_broken(text):
            kept = getattr(last, field) if last else ""
            yield BrokenCell(row=line.row, field=field, shown=text, kept=kept)
