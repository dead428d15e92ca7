"""Letters and holds as the command line prints them with --json."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

# Outcomes after which a reader counts as not told; `unknown` only from the next day on.
UNTOLD = frozenset({"rejected", "expired", "deferred", "pending"})
DOUBTFUL = "unknown"
REFUSED = "rejected"
REST = timedelta(days=7)
FOR_GOOD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One item in one letter."""

    number: str
    label: str
    state: str
    stage: str
    due: date | None
    late: int
    role: str
    new: bool | None = None  # where the letter says so itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter to one address; `outcome` is its last known state."""

    day: date
    kind: str
    to: str
    trigger: str
    items: tuple[Shown, ...]
    departments: tuple[str, ...] = ()
    outcome: str = "sent"

    def __str__(self) -> str:
        return f"{self.day} {self.kind} to {self.to}"

    def led(self) -> tuple[Shown, ...]:
        return tuple(item for item in self.items if item.role == "lead")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A stage that a run says it keeps back, and why."""

    day: date
    to: str
    number: str
    label: str
    stage: str
    reason: str


def parse_letter(data: Mapping[str, Any]) -> Letter:
    return Letter(
        day=date.fromisoformat(data["date"]),
        kind=data["kind"],
        to=data["address"],
        trigger=data.get("trigger") or "",
        departments=tuple(data["departments"]),
        outcome=data.get("state") or "sent",
        items=tuple(_shown(item) for item in data["items"]),
    )


def parse_letters(data: Iterable[Mapping[str, Any]]) -> list[Letter]:
    return [parse_letter(each) for each in data]


def parse_hold(data: Mapping[str, Any], day: date) -> Hold:
    return Hold(
        day=date.fromisoformat(data["date"]) if data.get("date") else day,
        to=data["address"],
        number=data["number"],
        label=data.get("occurrence") or "",
        stage=data["stage"],
        reason=data["reason"],
    )


def _shown(data: Mapping[str, Any]) -> Shown:
    return Shown(
        number=data["number"].rstrip("."),
        label=data.get("occurrence") or "",
        state=data["state"],
        stage=data.get("stage") or "",
        due=date.fromisoformat(data["due"]) if data.get("due") else None,
        late=data.get("late") or 0,
        role=data["role"],
        new=data.get("new"),
    )


def rests(letters: Iterable[Letter], to: str, day: date) -> bool:
    """Whether the mailbox refused so lately, or so often, that it gets no letter that day.

    Letters are in the order of their days.
    """
    row: list[date] = []
    for letter in letters:
        if letter.to == to and letter.day < day:
            if letter.outcome == REFUSED:
                row.append(letter.day)
            elif letter.outcome == "sent":
                row = []
    return bool(row) and (len(row) >= FOR_GOOD or day < row[-1] + REST)
