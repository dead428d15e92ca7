"""The record of runs, within one transaction: when each began and ended, and what it came to."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import (
    BindParameter,
    ColumnClause,
    Insert,
    bindparam,
    insert,
    literal_column,
    select,
    update,
)

from sheetsync.model import RunRecord
from sheetsync.state.keys import know
from sheetsync.state.letters import Letters
from sheetsync.state.schema import plans, runs


class Runs(Letters):
    """Reads the record."""

    def runs(self, plan: str, *, newest: int) -> tuple[RunRecord, ...]:
        """The newest runs of the plan, so many of them, the newest first."""
        found = select(runs).join(plans).where(plans.c.name == plan)
        rows = self._connection.execute(found.order_by(runs.c.id.desc()).limit(newest))
        return tuple(
            RunRecord(
                id=row.id,
                started=datetime.fromisoformat(row.started),
                ended=datetime.fromisoformat(row.ended) if row.ended else None,
                exit_code=row.exit_code,
                figures=json.loads(row.figures),
            )
            for row in rows
        )


class RunLog(Runs):
    """Writes it."""

    def begin_run(self, plan: str, *, now: datetime) -> int:
        """Store that a run of the plan has begun; returns its id."""
        values = {"name": plan, "at": now.isoformat()}
        # A run that dies leaves `ended` empty: by that it is known.
        id_ = self._connection.scalar(_begun(), values)
        if id_ is None:
            know(self._connection, plan)
            id_ = self._connection.scalar(_begun(), values)
        return int(id_)

    def end_run(
        self, id_: int, *, now: datetime, exit_code: int, figures: Mapping[str, int]
    ) -> None:
        """Store what became of a run; `figures` are empty where it did not do the day's work."""
        ended = {"ended": now.isoformat(), "exit_code": exit_code, "figures": json.dumps(figures)}
        self._connection.execute(update(runs).where(runs.c.id == id_).values(ended))


@cache
def _begun() -> Insert:
    """Of a plan that is not known it makes no row."""
    started: BindParameter[str] = bindparam("at")
    nothing: ColumnClause[str] = literal_column("'{}'")
    values = select(plans.c.id, started, nothing).where(plans.c.name == bindparam("name"))
    return insert(runs).from_select(["plan", "started", "figures"], values).returning(runs.c.id)
