"""Short ways to say a day of a plan, and a policy that is asked about many of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sheetsync.digest.policy import decide
from sheetsync.digest.rules import Rules
from sheetsync.digest.situation import Chair, Decision, Memory, Reader, Situation
from sheetsync.model import (
    Change,
    Department,
    DepartmentKind,
    Digest,
    Filed,
    LetterState,
    Line,
    Meaning,
    Measure,
    Plan,
    Roster,
    Told,
)
from sheetsync.plan.agenda import Warnings, build_agenda
from sheetsync.plan.workdays import Workdays
from tests.builders import DEPARTMENT, plan

COORDINATOR = Department(
    name="Координатор", kind=DepartmentKind.PERSON, addresses=("coordinator@example.org",)
)
OFF = tuple(date(2021, 5, day) for day in range(4, 8))
WORKDAYS = Workdays("RU", extra_days_off=OFF)


def told(digest: Digest, state: LetterState = LetterState.SENT, *, snapshot: int = 1) -> Told:
    """The letter as the ledger has it afterwards."""
    return Told(
        day=digest.today,
        kind=digest.kind,
        address=digest.address,
        state=state,
        snapshot=snapshot,
        tellings=digest.tellings,
    )


@dataclass(kw_only=True)
class Office:
    """A plan that is run day after day; what tests change between two days is its fields."""

    measures: Iterable[Measure]
    departments: tuple[Department, ...] = (DEPARTMENT,)
    rules: Rules = field(default_factory=Rules)
    chair: Chair = field(default_factory=Chair)
    adopted: date | None = None
    letters: list[Told] = field(default_factory=list)
    undelivered: tuple[Filed, ...] = ()
    words: dict[int, date] = field(default_factory=dict)
    changes: dict[int, tuple[Change, ...]] = field(default_factory=dict)
    yesterday: dict[int, Line] = field(default_factory=dict)
    kin: dict[int, tuple[int, ...]] = field(default_factory=dict)
    previous: date | None = None
    fate: LetterState = LetterState.SENT

    def run(self, day: date | str) -> Decision:
        """One run, whose letters have the present fate."""
        today = date.fromisoformat(day) if isinstance(day, str) else day
        decision = decide(self.situation(today))
        self.letters += [told(digest, self.fate) for digest in decision.digests]
        if WORKDAYS.is_working(today):
            self.previous = today
        return decision

    def run_through(self, first: str, last: str) -> list[Digest]:
        """A run on every day, both included; all their letters."""
        day, end = date.fromisoformat(first), date.fromisoformat(last)
        found: list[Digest] = []
        while day <= end:
            found += self.run(day).digests
            day += timedelta(days=1)
        return found

    def situation(self, today: date) -> Situation:
        made: Plan = plan(*self.measures)
        return Situation(
            agenda=build_agenda(made, today=today, warnings=Warnings(workdays=WORKDAYS)),
            memory=Memory(
                identities={measure.row: int(measure.number) for measure in made.measures},
                letters=tuple(self.letters),
                undelivered=self.undelivered,
                kin=self.kin,
                words=self.words,
                changes=self.changes,
                yesterday=self.yesterday,
                previous=self.previous,
            ),
            roster=Roster(departments=self.departments, coordinator=COORDINATOR),
            reader=Reader(
                lead=lambda line: line.responsible,
                meaning=lambda line: Meaning(line.status or "blank"),
                due={}.get,
            ),
            workdays=WORKDAYS,
            rules=self.rules,
            chair=self.chair,
            adopted=self.adopted,
        )


def of(digests: Iterable[Digest], address: str = "hr@example.org") -> list[Digest]:
    """The letters to one address."""
    return [digest for digest in digests if digest.address == address]


def calendar(digests: Iterable[Digest], address: str = "hr@example.org") -> list[str]:
    """Day and trigger of each letter to an address: "04-23 before-7"."""
    return [f"{digest.today:%m-%d} {digest.trigger}" for digest in of(digests, address)]
