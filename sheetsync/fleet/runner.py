"""One plan's day within a fleet: the one seam to `daily`. Whatever fails is the plan's record."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sheetsync import daily
from sheetsync.config import Config, load_layers
from sheetsync.config.fleet import FleetConfig
from sheetsync.config.layers import REGISTRY_FILE, merged
from sheetsync.daily.decision import word_days
from sheetsync.errors import PlanLocked, SheetsyncError, StateError, worst_code
from sheetsync.fleet.accounts import Accounts
from sheetsync.fleet.addition import draft_missing_roster
from sheetsync.fleet.database import Draft, FleetDatabase
from sheetsync.fleet.entries import FleetPlan, keep_row
from sheetsync.fleet.record import Record, RecordRow
from sheetsync.languages import _
from sheetsync.model import LetterState, State, StoredLetter
from sheetsync.model.frozen import frozen


@frozen
class Runner:
    """What the plans of one run share; `day` is a pretended one, None for the real one.

    In PostgreSQL a plan that another process has is left to it, and a database that is away is no
    failure of the plan's: both are raised.
    """

    fleet: FleetConfig
    database: FleetDatabase
    accounts: Accounts
    day: date | None = None

    def run(self, entry: FleetPlan, today: date, before: Record | None = None) -> Record:
        """Do the plan's day and store what it came to; nothing is raised for what is wrong in it.

        Its letters are filed in the plan's ledger and handed to the fleet. `before` is what an
        earlier try of the day came to, where nobody else can have tried since.
        """
        clock = _Clock(Record(plan=entry.name, day=today.isoformat(), region=entry.region))
        try:
            return self._day(entry, clock, today, before)
        except SheetsyncError as error:
            if self.database.url and isinstance(error, PlanLocked | StateError):
                raise
            code, words = error.exit_code, str(error)
        except Exception as error:  # noqa: BLE001 - one plan never stops the others
            code, words = (
                SheetsyncError.exit_code,
                _("a bug of the program: {error}", error=repr(error)),
            )
        tries = _tries(self.database.record(entry.name, today))
        record = clock.stop(exit_code=code, problems=(words,), tries=tries)
        self.database.finish(record, ())
        return record

    def prepare(self, entry: FleetPlan) -> None:
        """Put into the plan's folder what it needs to be read as any other."""
        # First without a key: this makes the folder whose layers `_key` reads.
        keep_row(entry)
        keep_row(entry, self._key(entry))
        # A plan without a roster would not load at all; a drafted one has no addresses to write to.
        draft_missing_roster(entry.folder, self.fleet)

    def _day(self, entry: FleetPlan, clock: "_Clock", today: date, before: Record | None) -> Record:
        self.prepare(entry)
        with daily.opened_job(
            entry.folder, self.day, writes=True, attended=False, connect=self.accounts.connect
        ) as job:
            if self.database.url:
                # Another process may have had the plan until a moment ago.
                before = self.database.record(entry.name, today)
            if before and before.read:
                return before
            drafts: tuple[Draft, ...] = ()
            job = replace(job, posts_later=True)
            ended = daily.ended_words(job)
            if ended:
                record = clock.stop(problems=(ended,), read=True, tries=_tries(before))
            else:
                report = daily.run_watched(job)
                drafts = tuple(_drafts(entry.name, job, report.mailing.letters))
                figures = _figures(job, report, letters=len(drafts), region=entry.region)
                record = clock.stop(**figures, tries=_tries(before))
            # The fleet has the letters before the plan's ledger gives them up: a run that dies in
            # between is done again, or has done both.
            self.database.finish(record, drafts)
            if drafts:
                # No run of the plan alone may send what the fleet sends.
                held = {draft.letter: (LetterState.DATA, "", 0) for draft in drafts}
                with job.store.writing() as transaction:
                    transaction.note_states(held, now=job.now)
        return record

    def _key(self, entry: FleetPlan) -> Path | None:
        """The account of the pool for a shared sheet, where no settings name one."""
        own = [layer for layer in load_layers(entry.folder) if layer.file.name != REGISTRY_FILE]
        plan = {**(entry.settings or {}).get("plan", {}), **merged(own).get("plan", {})}
        named = plan.get("spreadsheet")
        return self.accounts.bound(str(named)) if named and not plan.get("google_key") else None


class _Clock:
    """How long a plan takes, by the wall and on this thread's processor."""

    def __init__(self, begun: Record) -> None:
        self._begun = begun
        self._wall, self._cpu = time.monotonic(), time.thread_time()

    def stop(self, **found: Any) -> Record:
        """The record with what was found and the time until now."""
        seconds = round(time.monotonic() - self._wall, 3)
        cpu = round(time.thread_time() - self._cpu, 3)
        return replace(self._begun, seconds=seconds, cpu=cpu, **found)


def sender_of(config: Config) -> str:
    """What names the account that letters go through: all plans that share it share its limits."""
    server = config.mail_server
    if server is None:
        return f"files {config.outbox.resolve().as_posix()}"
    return f"smtp {server.login or server.sender} {server.host}:{server.port}"


def _tries(before: Record | None) -> int:
    return before.tries + 1 if before else 1


def _drafts(plan: str, job: daily.Job, letters: Iterable[StoredLetter]) -> Iterator[Draft]:
    waiting = tuple(letter for letter in letters if letter.state.unsettled)
    # Only those that this run filed still have their bytes; others were left by one that died.
    if any(letter.raw is None for letter in waiting):
        with job.store.reading() as records:
            waiting = records.waiting(job.name, job.today, scope=job.scope)
    for letter in waiting:
        yield Draft(
            plan=plan,
            day=job.today,
            letter=letter.id,
            sender=sender_of(job.config),
            address=letter.address,
            recipient=letter.recipient,
            kind=letter.kind,
            raw=letter.raw or b"",
        )


def _figures(job: daily.Job, report: daily.Report, *, letters: int, region: str) -> dict[str, Any]:
    agenda = report.mailing.agenda
    states = agenda.states()
    late = {item.measure.row: item.late_days for item in agenda.items_in(State.OVERDUE)}
    counted = list(states.values())
    words = word_days(job, report.mailing.reading).values()
    return {
        "read": True,
        "exit_code": worst_code(problem.exit_code for problem in report.problems),
        "problems": tuple(map(str, report.problems)),
        "title": agenda.plan.title,
        "region": region or job.config.settings.organisation.name,
        "states": {str(state): counted.count(state) for state in State if state in counted},
        "worst_days": max(late.values(), default=0),
        "silent_days": (job.today - max(words)).days if words else None,
        "findings": len(agenda.plan.findings),
        "letters": letters,
        "requests": report.traffic.requests if report.traffic else 0,
        "rows": tuple(
            RecordRow(
                number=measure.number,
                text=measure.text,
                state=str(states[measure.row]),
                late_days=late.get(measure.row, 0),
            )
            for measure in agenda.plan.measures
            if measure.row in states
        ),
    }
