"""What a plan's day came to, as data that is stored, printed and rolled up."""

import json
from dataclasses import asdict, field
from typing import Any

from sheetsync.model.frozen import frozen


@frozen
class RecordRow:
    """A measure as the roll-up compares it over plans."""

    number: str
    text: str
    state: str
    late_days: int


@frozen
class Record:
    """One plan's day. `exit_code` is what `run` would have ended with, `problems` its sentences.

    `states` counts measures; `silent_days` is how long no measure had a word, None where none
    ever had one; `read` is whether the plan could be read. `cpu` are seconds of the thread.
    """

    plan: str
    day: str
    exit_code: int = 0
    read: bool = False
    problems: tuple[str, ...] = ()
    title: str = ""
    region: str = ""
    states: dict[str, int] = field(default_factory=dict)
    worst_days: int = 0
    silent_days: int | None = None
    findings: int = 0
    letters: int = 0
    requests: int = 0
    seconds: float = 0
    cpu: float = 0
    tries: int = 1
    rows: tuple[RecordRow, ...] = ()

    def as_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def shown(self) -> dict[str, Any]:
        """All but the measures, for people's programs."""
        return {key: value for key, value in asdict(self).items() if key != "rows"}


def record_of(text: str) -> Record:
    """The record that `as_json` wrote."""
    data = json.loads(text)
    # JSON gives lists, which would not equal the tuples that were written.
    data["problems"] = tuple(data["problems"])
    data["rows"] = tuple(RecordRow(**row) for row in data["rows"])
    return Record(**data)
