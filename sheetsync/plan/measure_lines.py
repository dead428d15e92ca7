"""The measures of a table as they are found, row by row."""

from collections.abc import Mapping

from sheetsync.model import PLAN_FIELDS, Line
from sheetsync.plan.inherited import may_be_item
from sheetsync.words.tables import is_ditto

# Columns in which many rows say the same. Equal texts are kept once: a third less memory, and
# whoever looks them up later finds them twice as fast.
_REPEATED = [field.name for field in PLAN_FIELDS if field.repeated]
_OF_ALL_ROWS = ("number", "measure", "deadline")


class MeasureLines:
    """The measures found so far; `may_be_items` tells whether any row may be one of another."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.may_be_items = False
        self.joined: dict[int, list[int]] = {}  # by a measure's row, those that only name parties
        self._texts: dict[str, str] = {}

    @property
    def last_words(self) -> str:
        """What the last of them is called."""
        return self.lines[-1].measure if self.lines else ""

    @property
    def numbered(self) -> bool:
        """Whether the last of them has a number."""
        return bool(self.lines and self.lines[-1].number)

    def goes_on(self, *, own: Mapping[str, str], whole: Mapping[str, str]) -> bool:
        """Whether all that a row below merged cells says of its `own` is one more party.

        The `whole` of it is the last measure then. A mark beside makes no measure of it: there
        would be one more, or fewer, whenever somebody writes or clears it.
        """
        said = {name for name, text in own.items() if text}
        if not self.lines or "responsible" not in said or said - {"responsible", "status"}:
            return False
        named = is_ditto(own["responsible"], "responsible")
        same = all(whole[name] == getattr(self.lines[-1], name) for name in _OF_ALL_ROWS)
        return same and bool(whole["measure"]) and not named

    def join(self, number: int, parties: str, mark: str) -> None:
        """One more row of the last measure, with parties and a mark of its own."""
        last = self.lines[-1]
        named = filter(None, (last.responsible.rstrip(" ,;"), parties))
        marks = dict.fromkeys(filter(None, (*last.status.split("\n"), mark)))
        self.lines[-1] = last._replace(responsible=",\n".join(named), status="\n".join(marks))
        self.joined.setdefault(last.row, []).append(number)

    def add(self, number: int, cells: dict[str, str], *, section: str) -> None:
        """The measure of a row."""
        for name in _REPEATED:
            cells[name] = self._texts.setdefault(cells[name], cells[name])
        line = Line(row=number, section=section, **cells)
        self.may_be_items = self.may_be_items or may_be_item(line)
        self.lines.append(line)
