"""Changes of a plan as JSON."""

from typing import Any

from sheetsync.daily import Reading
from sheetsync.model import Change, Line, Plan, sheet_row


def changes_data(reading: Reading) -> dict[str, Any]:
    """The changes since the newest snapshot as plain data; `before` is None at the first sync."""
    return {
        "before": reading.before.taken if reading.before else None,
        "measures": len(reading.rows),
        "changes": [_change(change, reading.agenda.plan) for change in reading.changes],
    }


def _change(change: Change, plan: Plan) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "identity": change.identity,
        "parent": change.parent,
        "before": _line(change.before, plan),
        "after": _line(change.after, plan),
        "was_late": change.was_late,
        "ground": change.ground,
    }


def _line(line: Line | None, plan: Plan) -> dict[str, Any] | None:
    if line is None:
        return None
    tab = {"tab": plan.tab_of(line.row)} if plan.tabs else {}
    return {**tab, **line._asdict(), "row": sheet_row(line.row)}
