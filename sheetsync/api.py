"""sheetsync from Python: a folder's plan as data and pandas frames, and its words one by one.

Nothing here sends, writes or remembers. `today` is a civil day in the plan's time zone.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

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
_Columns: TypeAlias = Mapping[str, tuple[str, Callable[[_Row], Any]]]
"""By name the columns of a frame: a pandas type, and what finds a row's value."""


class Rows(tuple[_Row, ...]):
    """Frozen data, one a row, in the order of the plan tab, worst first or by address."""

    _columns: _Columns[_Row]

    @classmethod
    def of(cls, rows: Iterable[_Row], columns: _Columns[_Row]) -> "Rows[_Row]":
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
                name: pd.Series([value(row) for row in self], dtype=dtype)
                for name, (dtype, value) in self._columns.items()
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


_MEASURES: _Columns[Measure] = {
    "tab": ("str", lambda measure: measure.tab),
    "row": ("int64", lambda measure: sheet_row(measure.row)),
    "number": ("str", lambda measure: measure.number),
    "section": ("str", lambda measure: measure.section),
    "measure": ("str", lambda measure: measure.text),
    "deadline": ("str", lambda measure: measure.deadline.text),
    "kind": ("str", lambda measure: measure.deadline.kind.value),
    "starts": (_DAY, lambda measure: measure.deadline.starts),
    "due": (_DAY, lambda measure: measure.deadline.due),
    "rule": ("str", lambda measure: rule_said(measure.deadline.rule, active())),
    "lead": ("str", lambda measure: measure.assignment.lead_name),
    "status": ("str", lambda measure: measure.progress.text),
    "progress": ("str", lambda measure: measure.progress.meaning.value),
    "responsible": ("str", lambda measure: measure.line.responsible),
    "note": ("str", lambda measure: measure.line.note),
}
_FINDINGS: _Columns[Finding] = {
    "tab": ("str", lambda finding: finding.tab),
    "row": ("int64", lambda finding: sheet_row(finding.row)),
    "column": ("str", lambda finding: finding.column),
    "number": ("str", lambda finding: finding.number),
    "severity": ("str", lambda finding: finding.severity.value),
    "code": ("str", lambda finding: finding.code),
    "sentence": ("str", lambda finding: sentence_of(finding, active())),
    "suggestion": ("str", lambda finding: suggestion_of(finding, active())),
}
_AGENDA: _Columns[Item] = {
    "tab": ("str", lambda item: item.measure.tab),
    "row": ("int64", lambda item: sheet_row(item.measure.row)),
    "number": ("str", lambda item: item.measure.number),
    "occurrence": ("str", lambda item: occurrence_said(item.what, active())),
    "measure": ("str", lambda item: item.measure.text),
    "lead": ("str", lambda item: item.measure.assignment.lead_name),
    "state": ("str", lambda item: item.state.value),
    "due": (_DAY, lambda item: item.due),
    "late_days": ("int64", lambda item: item.late_days),
}
_LETTERS: _Columns[Digest] = {
    "address": ("str", lambda digest: digest.address),
    "kind": ("str", lambda digest: digest.kind),
    "departments": ("str", lambda digest: "; ".join(digest.departments)),
    "told": ("int64", lambda digest: len(digest.notifications)),
}
