"""One case: a command on a ground, and what goes wrong at one of its requests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import Result

from tests.drivers.google import ground, ours, staff
from tests.drivers.google.edits import OUR_COLUMNS, ROWS, STAFF_COLUMNS, Edit
from tests.drivers.google.ground import LATER, Ground, Requests, Site
from tests.drivers.google.quick_time import LONG, SHORT, Clock
from tests.drivers.google.tab_edits import TABS
from tests.sheets_emulator.errors import ApiError
from tests.sheets_emulator.faults import KINDS, TOKENS

EDITS: dict[str, Edit] = STAFF_COLUMNS | OUR_COLUMNS | ROWS | TABS
FOR_EVER = 10_000
_NOTHING: Requests = [{"findReplace": {"find": "\0", "replacement": "", "allSheets": True}}]


@dataclass(frozen=True)
class Command:
    """A command, the ground it starts from, and how many requests it makes of itself."""

    words: str
    ground: str
    requests: int
    tokens: int
    tabs: dict[str, ours.Drawn] = field(repr=False, compare=False, hash=False)


@dataclass(frozen=True)
class Case:
    """`at` counts the requests before which, or at which, it happens."""

    command: Command
    what: str
    at: int
    times: int = 0  # of a fault; 0 for an edit

    def __str__(self) -> str:
        often = {0: "", 1: " once"}.get(self.times, " for ever")
        line = f"{self.command.words} on {self.command.ground}"
        return f"{line}: {self.what}{often}, at request {self.at} of {self.command.requests}"


def cases_of(command: Command) -> Iterator[Case]:
    """Each edit between any two requests, each fault at each, once and for ever."""
    for at in range(1, command.requests):
        for what in EDITS:
            yield Case(command, what, at)
    for at in range(command.requests):
        for what in KINDS:
            yield Case(command, what, at, 1)
            yield Case(command, what, at, FOR_EVER)
    for what in (*KINDS, *TOKENS):
        yield Case(command, f"token {what}", 0, FOR_EVER)


@dataclass
class Bench:
    """The site, its grounds by name, and room to put states aside."""

    site: Site
    grounds: dict[str, Ground]
    aside: Path

    def tried(self, case: Case) -> list[str]:
        """What is wrong after the case; nothing where all is well."""
        ground.restore(self.site, self.grounds[case.command.ground])
        return list(self._fault(case) if case.times else self._edit(case))

    def _edit(self, case: Case) -> Iterator[str]:
        seen: list[staff.StaffSeen] = []
        wanted = EDITS[case.what]

        def person() -> Requests:
            seen.append(staff.look(self.site))
            requests = wanted(self.site) or []
            if requests:
                self.site.emulator.edit(self.site.book_id, requests)
            staff.stamp(self.site)
            seen.append(staff.look(self.site))
            return _NOTHING

        self._stamped()
        before = staff.look(self.site)
        self.site.emulator.edit_at(self.site.book_id, person, match="/v4/", skip=case.at)
        try:
            result = self.site.call(case.command.words)
        except ApiError:
            return  # what a person cannot do either
        if len(seen) < 2:
            return  # the command ended before, or there was nothing to do it to
        untouched, edited = seen
        yield from (f"before the edit: {loss}" for loss in staff.changes(before, untouched))
        yield from staff.losses(edited, self._look(edited), self.site)
        yield from self._end(result)

    def _fault(self, case: Case) -> Iterator[str]:
        self._stamped()
        before, tabs = staff.look(self.site), ours.drawn(self.site)
        token = case.what.startswith("token ")
        kind = case.what.removeprefix("token ")
        match = "/token" if token else "/v4/"
        self.site.emulator.fail(kind, match, times=case.times, skip=case.at)
        Clock.patience = SHORT if kind == "hang" else LONG
        result = self.site.call(case.command.words)
        Clock.patience = LONG
        self.site.emulator.faults.clear()
        yield from staff.losses(before, self._look(before), self.site)
        for key, now in ours.drawn(self.site).items():
            whole = [one[key] for one in (tabs, case.command.tabs) if key in one]
            if now not in whole:
                parts = ours.unlike(now, whole[-1])
                told = ours.first_difference(now, whole[-1], parts[0])
                yield f"{key} is half written: {parts}, such as {told}"
        yield from self._end(result)

    def _look(self, before: staff.StaffSeen) -> staff.StaffSeen:
        return staff.look(self.site, once_ours=before.ours)

    def _stamped(self) -> None:
        staff.stamp(self.site)
        self.site.emulator.log.clear()

    def _end(self, result: Result) -> Iterator[str]:
        yield from ours.wrong_ending(result.exit_code, result.output, result.exception)
        yield from ours.twice(self.site)
        yield from self._next_day()

    def _next_day(self) -> Iterator[str]:
        """The next run ends as it would on a spreadsheet without tabs of ours, and draws these."""
        with ground.apart(self.site, self.aside):
            ours.without_tabs(self.site)
            afresh = self.site.call(f"run --today {LATER}")
            wanted = ours.drawn(self.site)
        self._stamped()
        before, places = staff.look(self.site), ours.places(self.site)
        result = self.site.call(f"run --today {LATER}")
        losses = staff.losses(before, self._look(before), self.site)
        yield from (f"next day: {one}" for one in (*losses, *ours.twice(self.site)))
        told_of = ours.blocked(self.site) | {key for key, _ in places - ours.places(self.site)}
        if afresh.exit_code and not result.exit_code:
            return  # without our tabs nothing told which of staff's holds the plan
        if result.exit_code != afresh.exit_code and not told_of:
            told = result.output.strip().splitlines()[-1:]
            yield f"next day: exit code {result.exit_code}, afresh {afresh.exit_code}: {told}"
        yield from (f"next day: {one}" for one in self._healed(wanted, told_of))

    def _healed(self, wanted: dict[str, ours.Drawn], told_of: set[str]) -> Iterator[str]:
        """What our tabs lack. What is told of a closed or taken one makes the others differ."""
        there = ours.drawn(self.site)
        yield from (f"{key} is missing" for key in wanted.keys() - there.keys())
        for key in wanted.keys() & there.keys():
            if told_of:
                if key not in told_of and not ours.names_day(there[key], LATER):
                    yield f"{key} is old"
                continue
            for part in ours.unlike(there[key], wanted[key]):
                told = ours.first_difference(there[key], wanted[key], part)
                yield f"{key} has other {part}: {told}"
