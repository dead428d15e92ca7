"""Lives through a year with the real job and a real mail server, and writes down what was seen."""

import random
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.daily.disturbances import Disturbances
from tests.daily.plan_folder import kill_run, plan_sheet, run_day
from tests.daily.post_office import PostOffice
from tests.daily.staff_year import AWAY, DEEDS, deeds_between
from tests.policy_checker import sample
from tests.policy_checker.letters import Hold, Letter, parse_hold, parse_letters
from tests.policy_checker.year import Year

_Key = tuple[date, str, str]
_Message = tuple[date, str, str]


@dataclass
class LivedYear:
    """`letters` by day, kind and address as the job told of them, with what became of each."""

    folder: Path
    office: PostOffice
    letters: dict[_Key, Letter] = field(default_factory=dict)
    holds: dict[date, list[Hold]] = field(default_factory=dict)

    def live(self, disturbances: Disturbances, *, seed: int) -> None:
        """Every day in its order."""
        moments = random.Random(seed)
        self.office.faults.update(disturbances.faults)
        earlier: date | None = None
        for day in disturbances.days:
            self.office.today = day
            self._staff(earlier, day)
            if day in disturbances.killed:
                self._killed_run(day, moments.uniform(0.3, 2.0))
            self._run(day)
            if day in disturbances.doubled:
                self._run(day)
            earlier = day

    def _staff(self, earlier: date | None, day: date) -> None:
        deeds = list(deeds_between(earlier, day))
        if deeds:
            with plan_sheet(self.folder) as sheet:
                for deed in deeds:
                    deed.typed(sheet)

    def _killed_run(self, day: date, seconds: float) -> None:
        """Nobody hears what a killed run says, so the rehearsal is asked before it."""
        self._note(run_day(self.folder, day, "--dry-run"), day)
        kill_run(self.folder, day, seconds)

    def _run(self, day: date) -> None:
        report = run_day(self.folder, day)
        self._note(report, day)
        for filed in report["ledger"]:
            self._became(day, filed["kind"], filed["address"], filed["state"])

    def _note(self, report: dict[str, Any], day: date) -> None:
        for letter in parse_letters(report["letters"]):
            self.letters.setdefault((letter.day, letter.kind, letter.to), letter)
        self.holds.setdefault(day, []).extend(parse_hold(hold, day) for hold in report["holds"])

    def _became(self, day: date, kind: str, to: str, state: str) -> None:
        key = (day, kind, to)
        self.letters[key] = replace(self.letters[key], outcome=state)

    def year(self, disturbances: Disturbances) -> Year:
        """What truly happened, for the checker."""
        return Year(
            rows=sample.ROWS,
            workdays=sample.WORKDAYS,
            runs=disturbances.days,
            members=sample.MEMBERS,
            coordinator=sample.COORDINATOR,
            chair=sample.CHAIR,
            marks=tuple(deed.mark for deed in DEEDS if deed.mark),
            edits=tuple(deed.edit for deed in DEEDS if deed.edit),
            absences=(AWAY,),
            faulty=frozenset(day for day, _ in disturbances.faults),
        )

    def misdelivered(self) -> list[str]:
        """Where the mail server saw something else than the job said."""
        got = [(each.day, each.to, each.id) for each in self.office.delivered]
        found = [f"{day}: {to} got a message twice" for day, to, _ in set(_twice(got))]
        seen = {(day, to) for day, to, _ in got}
        for (day, _, to), letter in self.letters.items():
            if letter.outcome == "sent" and (day, to) not in seen:
                found.append(f"{letter} is called sent and never came")
            if letter.outcome in {"rejected", "deferred"} and (day, to) in seen:
                found.append(f"{letter} came though it is called {letter.outcome}")
        known = {(day, to) for day, _, to in self.letters}
        found += [f"{day}: {to} got a letter of which no run spoke" for day, to in seen - known]
        return found


def _twice(things: list[_Message]) -> list[_Message]:
    return [thing for thing in things if things.count(thing) > 1]
