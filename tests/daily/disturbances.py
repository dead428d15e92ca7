"""What goes wrong in a year: missed days, double runs, kills, a bad mail server."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.daily.post_office import Fault
from tests.policy_checker.sample import COORDINATOR, DEPARTMENTS, INFO, MEMBERS, ORG, UMC, WORKDAYS
from tests.policy_checker.workdays import DAY


@dataclass(frozen=True, slots=True)
class Disturbances:
    """Which days have no run, two runs, a run that is killed; and the faults of the post."""

    days: tuple[date, ...]
    doubled: frozenset[date] = frozenset()
    killed: frozenset[date] = frozenset()
    faults: dict[tuple[date, str], Fault] = field(default_factory=dict)


# On days of which it is known that the address gets a letter, the others are left to chance.
_PLANNED = {
    (date(2021, 2, 1), ORG): Fault.LATER_BY_ADDRESS,
    (date(2021, 4, 1), INFO): Fault.NEVER_BY_ADDRESS,
    (date(2021, 4, 1), min(MEMBERS)): Fault.NEVER_BY_TEXT,
    (date(2021, 4, 15), UMC): Fault.TAKEN_THEN_GONE,
    (date(2021, 4, 30), ORG): Fault.GONE_UNTAKEN,
    (date(2021, 6, 1), UMC): Fault.LATER_BY_TEXT,
}


def disturb(first: date, last: date, *, seed: int, kills: int) -> Disturbances:
    """A year's share of everything, the same for the same seed.

    Most letters go out at the beginning of a month, so that is where half of the kills are.
    """
    chance = random.Random(seed)
    span = [first + DAY * n for n in range((last - first).days + 1)]
    # Schedulers run on days off too; some days the computer is off.
    run = [day for day in span if WORKDAYS.working(day) or chance.random() < 0.1]
    days = tuple(day for day in run if chance.random() > 0.06 or day in {d for d, _ in _PLANNED})
    readers = [*DEPARTMENTS, COORDINATOR, *sorted(MEMBERS)[:3]]
    faults = {
        (day, to): chance.choice(list(Fault))
        for day in days
        for to in readers
        if chance.random() < 0.15
    }
    return Disturbances(
        days=days,
        doubled=frozenset(_some(days, chance, len(days) // 10)),
        killed=frozenset(
            _some(_beginnings(days), chance, kills // 2) + _some(days, chance, kills - kills // 2)
        ),
        faults={**faults, **_PLANNED},
    )


def _beginnings(days: Sequence[date]) -> list[date]:
    return [day for day in days if day == WORKDAYS.first_of_month(day)]


def _some(days: Sequence[date], chance: random.Random, count: int) -> list[date]:
    working = [day for day in days if WORKDAYS.working(day)]
    return chance.sample(working, min(count, len(working)))
