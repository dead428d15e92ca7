"""Short ways to say a day of a plan, and a policy that is asked about many of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.mailboxes import Person
from sheetsync.digest.policy import decide
from sheetsync.digest.policy_input import PolicyInput, PolicyMemory, RowReader
from sheetsync.model import (
    Change,
    Decision,
    Department,
    DepartmentKind,
    Digest,
    LetterState,
    Line,
    Meaning,
    Measure,
    PastLetter,
    Plan,
    Roster,
    StoredLetter,
)
from sheetsync.model.policy import PolicyRules
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from tests.builders import DEPARTMENT, plan

COORDINATOR = Department(
    name="Координатор", kind=DepartmentKind.PERSON, addresses=("coordinator@example.org",)
)
OFF = tuple(date(2021, 5, day) for day in range(4, 8))
WORKDAYS = Workdays("RU", extra_days_off=OFF)


def told(digest: Digest, state: LetterState = LetterState.SENT, *, snapshot: int = 1) -> PastLetter:
    """The letter as the ledger has it afterwards."""
    return PastLetter(
        day=digest.today,
        kind=digest.kind,
        address=digest.address,
        state=state,
        snapshot=snapshot,
        notifications=digest.notifications,
    )


@dataclass(kw_only=True)
class Office:
    """A plan that is run day after day; what tests change between two days is its fields."""

    measures: Iterable[Measure]
    departments: tuple[Department, ...] = (DEPARTMENT,)
    rules: PolicyRules = field(default_factory=PolicyRules)
    people: dict[str, Person] = field(default_factory=dict)
    sittings: tuple[date, ...] = ()
    adopted: date | None = None
    letters: list[PastLetter] = field(default_factory=list)
    undelivered: tuple[StoredLetter, ...] = ()
    words: dict[int, date] = field(default_factory=dict)
    changes: dict[int, tuple[Change, ...]] = field(default_factory=dict)
    yesterday: dict[int, Line] = field(default_factory=dict)
    aliases: dict[int, tuple[int, ...]] = field(default_factory=dict)
    previous: date | None = None
    in_doubt: frozenset[int] = frozenset()
    result: LetterState = LetterState.SENT

    def run(self, day: date | str) -> Decision:
        """One run, whose letters have the present fate."""
        today = date.fromisoformat(day) if isinstance(day, str) else day
        decision = decide(self.inputs(today))
        self.letters += [told(digest, self.result) for digest in decision.digests]
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

    def inputs(self, today: date) -> PolicyInput:
        made: Plan = plan(*self.measures)
        return PolicyInput(
            agenda=build_agenda(made, today=today, warnings=Warnings(workdays=WORKDAYS)),
            memory=PolicyMemory(
                identities={measure.row: int(measure.number) for measure in made.measures},
                letters=tuple(self.letters),
                undelivered=self.undelivered,
                aliases=self.aliases,
                word_days=self.words,
                changes=self.changes,
                yesterday=self.yesterday,
                previous=self.previous,
                in_doubt=self.in_doubt,
            ),
            roster=Roster(departments=self.departments, coordinator=COORDINATOR),
            reader=RowReader(
                lead=lambda line: line.responsible,
                meaning=lambda line: Meaning(line.status or "blank"),
                due={}.get,
            ),
            workdays=WORKDAYS,
            rules=self.rules,
            styles=STYLES,
            people=self.people,
            sittings=self.sittings,
            adopted=self.adopted,
        )


def of(digests: Iterable[Digest], address: str = "hr@example.org") -> list[Digest]:
    """The letters to one address."""
    return [digest for digest in digests if digest.address == address]


def calendar(digests: Iterable[Digest], address: str = "hr@example.org") -> list[str]:
    """Day and trigger of each letter to an address: "04-23 before-7"."""
    return [f"{digest.today:%m-%d} {digest.trigger}" for digest in of(digests, address)]
