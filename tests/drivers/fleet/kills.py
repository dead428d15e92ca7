"""Workers are killed and frozen, and their database is restarted, while they do many days."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from click.testing import CliRunner

from sheetsync.cli import cli
from sheetsync.errors import StateError
from sheetsync.fleet.database import FleetDatabase
from tests.daily.post_office import PostOffice, open_office
from tests.drivers.fleet.workers import Worker, crew, until
from tests.fleet.conftest import workbook_plan
from tests.fleet.lab import make_fleet
from tests.postgres import Server, server

FIRST = date(2021, 5, 4)
STEP = 28  # days: always a Tuesday, and each time there is something to tell
KILLS, FREEZES, RESTARTS = 20, 5, 2
FROZEN = 15.0  # seconds
RECOVERED = 30.0
COORDINATOR = "coordinator@example.org"
Letters = set[tuple[date, str]]


@dataclass
class Ground:
    """A fleet on PostgreSQL, whose letters an office takes; `recoveries` are seconds."""

    fleet: Path
    database: FleetDatabase
    server: Server
    office: PostOffice
    plans: list[str]
    random: Random
    recoveries: list[float] = field(default_factory=list)
    lost_at: dict[str, float] = field(default_factory=dict)
    woken_at: list[tuple[float, Worker]] = field(default_factory=list)

    def done(self) -> set[str]:
        """The plans of the day that are done."""
        day = self.office.today.isoformat()
        rows = self.database.rows("SELECT plan FROM runs WHERE day = ? AND read = 1", day)
        return {plan for (plan,) in rows}

    def ended(self) -> bool:
        """Whether all plans are done and their ledgers know what became of their letters."""
        rows = self.database.rows("SELECT 1 FROM drafts WHERE settled = 0 LIMIT 1")
        return not rows and len(self.done()) == len(self.plans)

    def look(self) -> set[str]:
        """See what came back of what was killed, and wake who stood still long enough."""
        now, done = time.monotonic(), self.done()
        for plan in done & self.lost_at.keys():
            self.recoveries.append(now - self.lost_at.pop(plan))
            print(f"  {now:.0f} s: {plan} done again", flush=True)
        for moment, worker in [*self.woken_at]:
            if now >= moment:
                worker.wake()
                self.woken_at.remove((moment, worker))
        return done


def kills(folder: Path, plans: int, days: int) -> list[str]:
    """Every bar that was missed, in words."""
    with server() as postgres, open_office() as (office, port):
        expected = reference(folder / "reference", days)
        url = postgres.new()
        fleet = many(folder / "fleet", plans, port, url)
        names = sorted(path.name for path in (fleet / "plans").iterdir())
        with FleetDatabase(url) as database:
            ground = Ground(fleet, database, postgres, office, names, Random(17))
            events = blows(ground.random, days)
            begun = time.monotonic()
            for number in range(days):
                office.today = FIRST + timedelta(days=STEP * number)
                hit(ground, events[number])
                print(f"{office.today}: {len(office.delivered)} letters", flush=True)
            print(f"{plans * days} plan days in {time.monotonic() - begun:.0f} s")
            return [*verdict(ground, expected, days)]


def many(folder: Path, plans: int, port: int, url: str = "") -> Path:
    """Plans whose departments share addresses in ever other ways."""
    mail = f'server = "127.0.0.1"\nport = {port}\nsecurity = "plain"\ndaily_limit = 100000'
    options = f'database = "{url}"' if url else ""
    fleet = make_fleet(folder, options=options, mail=mail)
    for number in range(plans):
        plan = workbook_plan(fleet, f"p{number:03}")
        roster = "".join(
            f'[[department]]\nname = "{name}"\naddresses = ["{address}"]\n'
            for name, address in readers(number)
        )
        (plan / "departments.toml").write_text(roster, encoding="utf-8")
    return fleet


def readers(number: int) -> list[tuple[str, str]]:
    """Departments of a plan with their addresses."""
    return [
        ("УМЦ", f"umc{number % 40}@example.org"),
        ("Отдел кадров", f"kadry{number % 25}@example.org"),
    ]


def reference(folder: Path, days: int) -> set[tuple[date, str]]:
    """When one undisturbed plan writes to which of its readers, by the beginning of the address."""
    with open_office() as (office, port):
        fleet = many(folder, 1, port)
        for number in range(days):
            office.today = FIRST + timedelta(days=STEP * number)
            words = ["fleet", "run", "-C", str(fleet), "--today", office.today.isoformat()]
            result = CliRunner().invoke(cli, words, catch_exceptions=False)
            assert result.exit_code == 0, result.output
        return {(each.day, each.to.replace("0@", "@")) for each in office.delivered}


def blows(random: Random, days: int) -> list[list[str]]:
    """By day what happens on it; some of it falls into the letters."""
    what = ["kill"] * KILLS + ["freeze"] * FREEZES + ["restart"] * RESTARTS
    random.shuffle(what)
    return [what[day::days] for day in range(days)]


def hit(ground: Ground, events: list[str]) -> None:
    """One day with its blows, at chance moments of the plans and of the letters."""
    plans = len(ground.plans)
    moments = sorted(ground.random.random() for _ in events)
    # The last one falls where the letters go.
    at = [round(moment * plans) for moment in moments[:-1]] + [plans] * bool(moments)
    with crew(ground.fleet, ground.office.today.isoformat()) as workers:
        for event, threshold in zip(events, at, strict=True):
            before = len(ground.office.delivered)
            until(
                lambda threshold=threshold, before=before: (
                    len(ground.look()) >= threshold
                    and (
                        threshold < plans or len(ground.office.delivered) > before or ground.ended()
                    )
                ),
                step=0.02,
            )
            strike(ground, workers, event)
        until(lambda: (ground.look(), not ground.woken_at and ground.ended())[1])


def strike(ground: Ground, workers: list[Worker], event: str) -> None:
    """Kill or freeze one of them, or stop the database at once."""
    print(f"  {time.monotonic():.0f} s: {event}", flush=True)
    if event == "restart":
        ground.server.stop()
        ground.server.start()
        until(lambda: reachable(ground))
        return
    # Somebody has to be awake to be hit, and somebody else to go on.
    until(lambda: (ground.look(), len(ground.woken_at) < len(workers) - 1)[1])
    still = [worker for _, worker in ground.woken_at]
    victim = ground.random.choice([each for each in workers if each not in still])
    victim.freeze()
    if event == "freeze":
        ground.woken_at.append((time.monotonic() + FROZEN, victim))
        return
    open_ones = set(victim.holds(ground.database, ground.plans)) - ground.done()
    victim.kill()
    ground.lost_at.update(dict.fromkeys(open_ones, time.monotonic()))
    workers[workers.index(victim)] = Worker(ground.fleet, ground.office.today.isoformat())


def reachable(ground: Ground) -> bool:
    try:
        ground.done()
    except StateError:
        return False
    return True


def verdict(ground: Ground, expected: set[tuple[date, str]], days: int) -> Iterator[str]:
    """What was missed; the figures are printed."""
    whole: Letters = set()
    for number in range(len(ground.plans)):
        known = {
            address.partition("@")[0].rstrip("0123456789"): address
            for _, address in readers(number)
        }
        whole |= {(day, known.get(to.partition("@")[0], to)) for day, to in expected}
    came = Counter((each.day, each.to) for each in ground.office.delivered)
    rows = ground.database.rows("SELECT day, address FROM posts WHERE state = 'unknown'")
    unknown = {(date.fromisoformat(day), address) for day, address in rows}
    lost = whole - came.keys() - unknown
    doubled = [key for key, number in came.items() if number > 1]
    ((done,),) = ground.database.rows("SELECT count(*) FROM runs WHERE read = 1")
    ((open_ones,),) = ground.database.rows("SELECT count(*) FROM drafts WHERE settled = 0")
    worst = max(ground.recoveries, default=0)
    print(
        f"plan days done {done} of {len(ground.plans) * days}; letters expected {len(whole)}, "
        f"arrived {len(came)}, doubled {len(doubled)}, lost {len(lost)}"
    )
    print(
        f"unknown {len(unknown)}, of them arrived {len(unknown & came.keys())}: "
        f"{sorted(f'{day} {to}' for day, to in unknown)}"
    )
    print(
        f"plans lost by kills {len(ground.recoveries)}, done again after "
        f"{sorted(round(each, 1) for each in ground.recoveries)} s"
    )
    if done != len(ground.plans) * days:
        yield "a plan's day is missing"
    # The coordinator is told of letters that may not have arrived, on a day without other news too.
    more = {key for key in came.keys() - whole if not (unknown and key[1] == COORDINATOR)}
    if lost or doubled or more:
        yield f"letters: {sorted(lost)[:5]} {doubled[:5]} {sorted(more)[:5]}"
    if worst > RECOVERED or ground.lost_at or open_ones:
        yield f"recovery: {worst:.1f} s, {len(ground.lost_at)} never, {open_ones} letters open"


def frozen(folder: Path, plans: int) -> list[str]:
    """A worker stands still for a minute amid its plans; none of them is run twice."""
    from sheetsync.state.store import open_shared_store

    with server() as postgres, open_office() as (office, port):
        url = postgres.new()
        fleet = many(folder / "fleet", plans, port, url)
        names = sorted(path.name for path in (fleet / "plans").iterdir())
        office.today = FIRST
        with FleetDatabase(url) as database:
            ground = Ground(fleet, database, postgres, office, names, Random(17))
            with crew(fleet, FIRST.isoformat(), 2) as workers:
                until(lambda: len(ground.done()) >= plans // 4, step=0.02)
                held: set[str] = set()
                while not held:
                    workers[0].wake()
                    time.sleep(0.05)
                    workers[0].freeze()
                    held = set(workers[0].holds(database, names)) - ground.done()
                ground.woken_at.append((time.monotonic() + 60, workers[0]))
                until(lambda: (ground.look(), not ground.woken_at and ground.ended())[1])
            with open_shared_store(url) as store, store.reading() as records:
                runs = [records.runs(plan, newest=9) for plan in records.plans()]
                snapshots = {records.last_serial(plan) for plan in records.plans()}
        # One that broke off in a transaction is begun again; none may come to its end twice.
        ended = [sum(run.did_its_work for run in each) for each in runs]
        print(
            f"frozen amid {len(held)} plans; runs a plan {dict(Counter(ended))}, begun "
            f"{sum(map(len, runs))}, snapshots {snapshots}, letters {len(office.delivered)}"
        )
        return [] if ended == [1] * plans and snapshots == {1} else ["a plan was run twice"]
