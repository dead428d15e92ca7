"""Changes of a plan as JSON."""

from typing import Any

from sheetsync.daily import Reading
from sheetsync.model import Change, Line


def changes_data(reading: Reading) -> dict[str, Any]:
    """The changes since the newest snapshot as plain data; `before` is None at the first sync."""
    return {
        "before": reading.before.taken if reading.before else None,
        "measures": len(reading.rows),
        "changes": [_change(change) for change in reading.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "identity": change.identity,
        "parent": change.parent,
        "before": _line(change.before),
        "after": _line(change.after),
        "was_late": change.was_late,
        "ground": change.ground,
    }


def _line(line: Line | None) -> dict[str, Any] | None:
    return line._asdict() if line else None
