"""The record of runs, within one transaction: when each began and ended, and what it came to."""

import json
from collections.abc import Mapping
from datetime import datetime

from sheetsync.model import RunRecord
from sheetsync.state.keys import KEY, know
from sheetsync.state.letters import Letters

# Of a plan that is not known it makes no row.
_BEGUN = (
    "INSERT INTO runs (plan, started, figures) "
    "SELECT id, :started, '{}' FROM plans WHERE name = :plan RETURNING id"
)


class Runs(Letters):
    """Reads the record."""

    def runs(self, plan: str, *, newest: int) -> tuple[RunRecord, ...]:
        """The newest runs of the plan, so many of them, the newest first."""
        rows = self._connection.execute(
            "SELECT id, started, ended, exit_code, figures FROM runs "  # noqa: S608
            f"WHERE plan = {KEY} ORDER BY id DESC LIMIT ?",
            (plan, newest),
        )
        return tuple(
            RunRecord(
                id=id_,
                started=datetime.fromisoformat(started),
                ended=datetime.fromisoformat(ended) if ended else None,
                exit_code=exit_code,
                figures=json.loads(figures),
            )
            for id_, started, ended, exit_code, figures in rows
        )


class RunLog(Runs):
    """Writes it."""

    def begin_run(self, plan: str, *, now: datetime) -> int:
        """Store that a run of the plan has begun; returns its id."""
        values = {"plan": plan, "started": now.isoformat()}
        # A run that dies leaves `ended` empty: by that it is known.
        id_ = self._connection.scalar(_BEGUN, values)
        if id_ is None:
            know(self._connection, plan)
            id_ = self._connection.scalar(_BEGUN, values)
        return int(id_)

    def end_run(
        self, id_: int, *, now: datetime, exit_code: int, figures: Mapping[str, int]
    ) -> None:
        """Store what became of a run; `figures` are empty where it did not do the day's work."""
        self._connection.execute(
            "UPDATE runs SET ended = ?, exit_code = ?, figures = ? WHERE id = ?",
            (now.isoformat(), exit_code, json.dumps(figures), id_),
        )
