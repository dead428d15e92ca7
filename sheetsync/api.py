"""sheetsync from Python: a folder's plan as data and pandas frames, and its words one by one.

Nothing here sends, writes or remembers. `today` is a civil day in the plan's time zone.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sheetsync.daily import decision, opened_job, read
from sheetsync.languages import active
from sheetsync.model import (
    Deadline,
    Digest,
    Finding,
    Item,
    Measure,
    Plan,
    Progress,
    Responsibles,
    sheet_row,
)
from sheetsync.model.frozen import frozen
from sheetsync.morphology import morphology
from sheetsync.plan.findings import sentence_of, suggestion_of
from sheetsync.words import deadlines, progress, responsibles
from sheetsync.words.occurrence_names import occurrence_said
from sheetsync.words.rule_names import rule_said

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["OpenPlan", "Rows", "open_plan", "read_deadline", "read_progress", "read_responsibles"]

_Row = TypeVar("_Row", Measure, Finding, Item, Digest)
_DAY = "datetime64[s]"


@frozen
class _Column(Generic[_Row]):
    """A column of a frame: its pandas type, and how a row's value is found."""

    dtype: str
    value: Callable[[_Row], Any]


class Rows(tuple[_Row, ...]):
    """Frozen data, one a row, in the order of the plan tab, worst first or by address."""

    _columns: Mapping[str, _Column[_Row]]

    @classmethod
    def of(cls, rows: Iterable[_Row], columns: Mapping[str, _Column[_Row]]) -> "Rows[_Row]":
        """The rows, with the columns of their frame."""
        made = cls(rows)
        made._columns = columns
        return made

    def to_frame(self) -> "pd.DataFrame":
        """A frame with a row for each, its columns named and typed; days are `datetime64[s]`."""
        import pandas as pd

        # Column by column: a frame built from a list of rows takes thrice as long.
        return pd.DataFrame(
            {
                name: pd.Series([column.value(row) for row in self], dtype=column.dtype)
                for name, column in self._columns.items()
            }
        )


@frozen
class OpenPlan:
    """A plan as of a day: its measures, what is wrong, what is to be chased, who would be told.

    `agenda` holds its items in the plan's order, `findings` the worst first,
    `letters` what the daily run would send that day.
    """

    plan: Plan
    today: date
    measures: Rows[Measure]
    findings: Rows[Finding]
    agenda: Rows[Item]
    letters: Rows[Digest]

    @property
    def schedule(self) -> Rows[Item]:
        """The agenda by the name that it had up to 0.1.0."""
        return self.agenda


def open_plan(folder: str | Path, *, today: date | None = None) -> OpenPlan:
    """Read the plan of a folder with a sheetsync.toml as of `today`, by default the real day.

    Raises ConfigError, WorkbookError or PlanError with a sentence that says what to do.
    """
    # Not locked: nothing is written, and the daily run may come in between.
    with opened_job(Path(folder), today) as job:
        reading = read(job)
        decided = decision(job, reading)
    agenda = reading.agenda
    return OpenPlan(
        plan=agenda.plan,
        today=agenda.today,
        measures=Rows.of(agenda.plan.measures, _MEASURES),
        findings=Rows.of(agenda.plan.findings, _FINDINGS),
        agenda=Rows.of(agenda.items, _AGENDA),
        letters=Rows.of(decided.digests, _LETTERS),
    )


def read_deadline(text: str, year: int) -> Deadline:
    """What the words of a deadline mean in the plan's year; never raises."""
    return deadlines.read_deadline(text, year=year, morphology=morphology())


def read_responsibles(text: str) -> Responsibles:
    """The parties that a cell names, the lead first; never raises."""
    return responsibles.read_responsibles(text, morphology=morphology())


def read_progress(text: str, deadline: Deadline, today: date) -> Progress:
    """What a status cell says of a measure with that deadline, as of a day; never raises."""
    return progress.read_progress(text, deadline=deadline, today=today)


_MEASURES: Mapping[str, _Column[Measure]] = {
    "tab": _Column(dtype="str", value=lambda measure: measure.tab),
    "row": _Column(dtype="int64", value=lambda measure: sheet_row(measure.row)),
    "number": _Column(dtype="str", value=lambda measure: measure.number),
    "section": _Column(dtype="str", value=lambda measure: measure.section),
    "measure": _Column(dtype="str", value=lambda measure: measure.text),
    "deadline": _Column(dtype="str", value=lambda measure: measure.deadline.text),
    "kind": _Column(dtype="str", value=lambda measure: measure.deadline.kind.value),
    "starts": _Column(dtype=_DAY, value=lambda measure: measure.deadline.starts),
    "due": _Column(dtype=_DAY, value=lambda measure: measure.deadline.due),
    "rule": _Column(dtype="str", value=lambda measure: rule_said(measure.deadline.rule, active())),
    "lead": _Column(dtype="str", value=lambda measure: measure.assignment.lead_name),
    "status": _Column(dtype="str", value=lambda measure: measure.progress.text),
    "progress": _Column(dtype="str", value=lambda measure: measure.progress.meaning.value),
    "responsible": _Column(dtype="str", value=lambda measure: measure.line.responsible),
    "note": _Column(dtype="str", value=lambda measure: measure.line.note),
}
_FINDINGS: Mapping[str, _Column[Finding]] = {
    "tab": _Column(dtype="str", value=lambda finding: finding.tab),
    "row": _Column(dtype="int64", value=lambda finding: sheet_row(finding.row)),
    "column": _Column(dtype="str", value=lambda finding: finding.column),
    "number": _Column(dtype="str", value=lambda finding: finding.number),
    "severity": _Column(dtype="str", value=lambda finding: finding.severity.value),
    "code": _Column(dtype="str", value=lambda finding: finding.code),
    "sentence": _Column(dtype="str", value=lambda finding: sentence_of(finding, active())),
    "suggestion": _Column(dtype="str", value=lambda finding: suggestion_of(finding, active())),
}
_AGENDA: Mapping[str, _Column[Item]] = {
    "tab": _Column(dtype="str", value=lambda item: item.measure.tab),
    "row": _Column(dtype="int64", value=lambda item: sheet_row(item.measure.row)),
    "number": _Column(dtype="str", value=lambda item: item.measure.number),
    "occurrence": _Column(dtype="str", value=lambda item: occurrence_said(item.what, active())),
    "measure": _Column(dtype="str", value=lambda item: item.measure.text),
    "lead": _Column(dtype="str", value=lambda item: item.measure.assignment.lead_name),
    "state": _Column(dtype="str", value=lambda item: item.state.value),
    "due": _Column(dtype=_DAY, value=lambda item: item.due),
    "late_days": _Column(dtype="int64", value=lambda item: item.late_days),
}
_LETTERS: Mapping[str, _Column[Digest]] = {
    "address": _Column(dtype="str", value=lambda digest: digest.address),
    "kind": _Column(dtype="str", value=lambda digest: digest.kind),
    "departments": _Column(dtype="str", value=lambda digest: "; ".join(digest.departments)),
    "told": _Column(dtype="int64", value=lambda digest: len(digest.notifications)),
}
