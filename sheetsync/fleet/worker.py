"""A worker of a fleet on PostgreSQL: procrastinate carries the jobs, the tables know what is due.

The one module that knows the engine. It is asked for nothing but carrying: neither its locks nor
its retries, for a stalled job whose sibling waits behind a queueing lock can never be retried.
"""

import asyncio
import logging
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import procrastinate
import psycopg
from procrastinate.exceptions import ConnectorException
from procrastinate.schema import SchemaManager

from sheetsync.config.fleet import load_fleet
from sheetsync.daily.job import plan_claim
from sheetsync.errors import ConfigError, PlanLocked, SheetsyncError, StateError, StoreTooNew
from sheetsync.fleet.accounts import Accounts
from sheetsync.fleet.day import POST_CLAIM, Fleet, all_entries
from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.mirror import fetch, publish
from sheetsync.fleet.planner import Standing, due, letters_go
from sheetsync.fleet.rollup import rollup_of
from sheetsync.fleet.rollup_views import write_rollup
from sheetsync.state import postgres
from sheetsync.state.store import open_shared_store

_QUEUE_SCHEMA = "sheetsync_queue"
_PLAN, _POST = "plan", "post"
_TICK = 2.0  # seconds between two looks at the state
_AWAY = 5.0  # seconds without a connection; by the engine's default half a minute would be lost
_POST_PAUSE = 30.0  # seconds until the post looks again at what the server put off
_FIRST = 2  # the priority of the post; plans have 0 and 1
_REGISTRY_KEPT = 600.0  # seconds; a look at the registry costs a read of the quota
_log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Worker:
    """One process of several; `told` hears a sentence of what went wrong.

    `mirrors` is the database that the folder's settings come from, "" for the fleet's own folder.
    """

    fleet: Fleet
    clock: Callable[[], datetime]
    mirrors: str
    pretended: bool
    told: Callable[[str], None]
    _entries: tuple[FleetPlan, ...] = ()
    _looked: float = field(default=float("-inf"))
    _posted: float = field(default=float("-inf"))

    def run(self) -> None:
        """Work until the process is told to end; an older version's memory is carried over first.

        Raises StateError where the database is away, StoreTooNew once it is a newer version's.
        """
        # The engine tells a lost connection as an error with its traceback; the loop mends it.
        for name in ("procrastinate", "psycopg.pool"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        with open_shared_store(self.fleet.database.url) as store:
            store.update()
        _make_queue(self.fleet.database.url)
        asyncio.run(self._work())

    async def _work(self) -> None:
        threads = self.fleet.config.settings.threads
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        # A job of the engine's whose database is away ends in an error that nobody asks for.
        loop.set_exception_handler(lambda _loop, found: _log.debug("the engine: %s", found))
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, ended.set)
        # Two more than jobs: the planner must not wait for them.
        with ThreadPoolExecutor(threads + 2, thread_name_prefix="plan") as pool:
            while not ended.is_set():
                try:
                    await self._session(pool, ended, threads)
                # What was under way is asked for again by the state, in a session of its own.
                except (ConnectorException, psycopg.Error) as error:
                    found = error.__cause__ or error
                    self.told(str(postgres.unreachable(self.fleet.database.place, found)))
                # The engine may end without an error when its database did.
                await _pause(ended, _TICK)

    async def _session(self, pool: ThreadPoolExecutor, ended: asyncio.Event, threads: int) -> None:
        app = self._app(pool)
        async with app.open_async():
            carrier = asyncio.create_task(
                app.run_worker_async(
                    concurrency=threads,
                    # The engine's would replace ours, and the loop would begin it anew.
                    install_signal_handlers=False,
                    # What was done stands in `runs`: a finished job tells nothing more.
                    delete_jobs=procrastinate.jobs.DeleteJobCondition.ALWAYS,
                )
            )
            planner = asyncio.create_task(self._plan(app, pool))
            stop = asyncio.create_task(ended.wait())
            await asyncio.wait({carrier, planner, stop}, return_when=asyncio.FIRST_COMPLETED)
            for task in (carrier, planner, stop):
                task.cancel()
            # Cancelled, the engine still waits for its jobs to end.
            results = await asyncio.gather(carrier, planner, stop, return_exceptions=True)
        for found in results:
            if isinstance(found, Exception):
                raise found

    def _app(self, pool: ThreadPoolExecutor) -> procrastinate.App:
        options = f"-csearch_path={_QUEUE_SCHEMA} {postgres.TIMEOUTS}"
        address = postgres.driver_url(self.fleet.database.url)
        connector = procrastinate.PsycopgConnector(
            conninfo=address, kwargs={**postgres.ALIVE, "options": options}, timeout=_AWAY
        )
        app = procrastinate.App(connector=connector)

        @app.task(name=_PLAN, queue=_PLAN)
        async def plan(name: str) -> None:
            await asyncio.get_running_loop().run_in_executor(pool, self._quietly, self._run, name)

        @app.task(name=_POST, queue=_PLAN)
        async def post() -> None:
            await asyncio.get_running_loop().run_in_executor(pool, self._quietly, self._send)

        return app

    async def _plan(self, app: procrastinate.App, pool: ThreadPoolExecutor) -> None:
        """Make jobs of what is due, again and again."""
        loop = asyncio.get_running_loop()
        while True:
            waiting = await app.job_manager.list_jobs_async(status="todo")
            queued = {str(job.task_kwargs.get("name", _POST)) for job in waiting}
            jobs = await loop.run_in_executor(pool, self._next_jobs, queued)
            for task, arguments, priority in jobs:
                job = app.configure_task(task, queue=_PLAN, priority=priority)
                await job.defer_async(**arguments)
            await asyncio.sleep(_TICK)

    def _next_jobs(self, queued: set[str]) -> list[tuple[str, dict[str, str], int]]:
        """The jobs that the state asks for, the higher number first; none without a database.

        Raises StoreTooNew, which ends the worker when what it is at is done.
        """
        try:
            open_shared_store(self.fleet.database.url).close()
            self.refresh()
            with postgres.PostgresDatabase(self.fleet.database.url).reading() as connection:
                held = postgres.held_claims(connection)
            standing = self._standing(queued, held)
        except StoreTooNew:
            raise
        except StateError as error:
            self.told(str(error))
            return []
        # All plans of a day are queued at once: one that comes later was lost, and would wait for
        # all others. Measured with 200 plans: up to 55 s.
        jobs = [
            (_PLAN, {"name": one.name}, int(bool(queued) and one.name not in standing.records))
            for one in due(self._entries, standing)
        ]
        letters_at = self.fleet.config.settings.letters_at
        rested = time.monotonic() - self._posted > _POST_PAUSE
        free = _POST not in queued and postgres.lock_key(POST_CLAIM) not in held
        if (
            free
            and rested
            and letters_go(self._entries, standing, now=self.clock(), letters_at=letters_at)
        ):
            self._posted = time.monotonic()
            # At its hour it does not wait for plans that wait for Google.
            jobs.append((_POST, {}, _FIRST))
        return jobs

    def _standing(self, queued: set[str], held: frozenset[int]) -> Standing:
        day = self.clock().date()
        database = self.fleet.database
        claimed_ones = {
            e.name for e in self._entries if postgres.lock_key(plan_claim(e.name)) in held
        }
        unsettled = database.rows(
            "SELECT DISTINCT plan FROM drafts WHERE settled = 0 AND day < ?", day.isoformat()
        )
        waits = database.rows(
            "SELECT 1 FROM drafts LEFT JOIN parts USING (plan, day, letter) "
            "LEFT JOIN posts ON posts.id = post WHERE drafts.day = ? AND settled = 0 "
            "AND (post IS NOT NULL OR NOT EXISTS (SELECT 1 FROM posts AS other "
            "WHERE other.day = drafts.day AND other.sender = drafts.sender "
            "AND other.address = drafts.address)) LIMIT 1",
            day.isoformat(),
        )
        return Standing(
            records=database.records(day),
            busy=queued | claimed_ones,
            unsettled={plan for (plan,) in unsettled},
            waits=bool(waits),
        )

    def refresh(self) -> None:
        """Look at the plans and at the fleet's settings, where that was long ago."""
        if time.monotonic() - self._looked > _REGISTRY_KEPT or not self._entries:
            if self.mirrors:
                fetch(self.fleet.config.folder, self.mirrors)
            else:
                publish(self.fleet.config, self.fleet.database)
            self.reload()
            self._entries, _registry, problems = all_entries(self.fleet)
            self._looked = time.monotonic()
            for problem in problems:
                self.told(str(problem))

    def reload(self) -> None:
        """Take over what fleet.toml says by now; one that cannot be read changes nothing."""
        try:
            config = load_fleet(self.fleet.config.folder)
        except ConfigError as error:
            self.told(str(error))
            return
        # Accounts are made anew only then: each has a warm token and open connections.
        if config != self.fleet.config:
            accounts = Accounts(config.keys, config.settings, self.fleet.database)
            self.fleet = replace(self.fleet, config=config, accounts=accounts)

    def _quietly(self, step: Callable[..., None], *arguments: Any) -> None:
        try:
            step(*arguments)
        except PlanLocked:
            _log.debug("another worker has it")
        except StoreTooNew:
            _log.debug("the next look at what is due ends the worker")
        except SheetsyncError as error:
            self.told(str(error))

    def _run(self, name: str) -> None:
        entry = next((each for each in self._entries if each.name == name), None)
        if entry is None:
            # The job is of a newer registry than ours.
            self._looked = float("-inf")
            return
        fleet = replace(self.fleet, now=self.clock())
        runner = fleet.runner(pretended=self.pretended)
        record = runner.run(entry, fleet.now.date())
        for problem in record.problems:
            self.told(f"{name}: {problem}")

    def _send(self) -> None:
        fleet = replace(self.fleet, now=self.clock())
        with fleet.posting() as posting:
            posting.send(self._entries)
            for problem in posting.problems:
                self.told(str(problem))
            if fleet.config.settings.summary:
                write_rollup(fleet, rollup_of(fleet.database, self._entries, fleet.now.date()))


async def _pause(ended: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(ended.wait(), seconds)
    except TimeoutError:
        return


def _make_queue(url: str) -> None:
    """The engine's tables in a schema of their own, made once whoever comes first."""
    options = f"-csearch_path={_QUEUE_SCHEMA} {postgres.TIMEOUTS}"
    address = postgres.driver_url(url)
    with psycopg.connect(address, **postgres.ALIVE, options=options) as connection:
        # The engine makes them without IF NOT EXISTS: of two workers at once one would fail.
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (postgres.lock_key("queue"),))
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_QUEUE_SCHEMA}")
        found = connection.execute(
            f"SELECT to_regclass('{_QUEUE_SCHEMA}.procrastinate_jobs')"
        ).fetchone()
        if found == (None,):
            connection.execute(SchemaManager.get_schema())
