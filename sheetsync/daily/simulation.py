"""A year in advance: every letter of many days, by the policy's own code and with no effect."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from sheetsync.config import Config
from sheetsync.daily.decision import decision
from sheetsync.daily.gathering import load_history
from sheetsync.daily.job import Job
from sheetsync.daily.plan_context import workdays_of
from sheetsync.daily.plan_reading import Reading, reading_of
from sheetsync.daily.run import apply
from sheetsync.errors import UsageError
from sheetsync.languages import active
from sheetsync.model import Decision, Digest, LetterState, Line, OutgoingLetter
from sheetsync.model.frozen import frozen
from sheetsync.plan.table import PlanTable
from sheetsync.workbooks.unsaved import UnsavedWorkbook

Marks = Mapping[date, Mapping[str, str]]  # by day, by the measure's number, what is then written


@frozen
class SimulatedDays:
    """The days of a simulation, both included."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Each day in turn."""
        for count in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=count)


@frozen
class SimulatedDay:
    """One day in advance: the job and the plan as they would be, and who would be told what."""

    job: Job
    reading: Reading
    decision: Decision


def simulate(
    config: Config, table: PlanTable, span: SimulatedDays, *, marks: Marks | None = None
) -> Iterator[Digest]:
    """The letters that would go if a run came every day, all arrived and nobody was told before.

    See `simulated_days`.
    """
    for day in simulated_days(config, table, span, marks=marks):
        yield from day.decision.digests


def simulated_days(
    config: Config, table: PlanTable, span: SimulatedDays, *, marks: Marks | None = None
) -> Iterator[SimulatedDay]:
    """The days on which letters may go, each asked about while its memory is open.

    With `marks` the status column is empty on the first day and filled by them; without, it stays
    as it is in the table. Raises UsageError where a mark is for a number that the plan lacks.
    """
    if marks is not None:
        _check_marks(marks, table)
        table = replace(table, lines=tuple(line._replace(status="") for line in table.lines))
    from sheetsync.state.store import open_store

    workdays = workdays_of(config)
    with (
        TemporaryDirectory() as folder,
        # No waiting for the disk: a year is some 500 commits to a memory that is thrown away.
        open_store(Path(folder) / "simulation.db", lasting=False) as store,
    ):
        for day in span.days():
            new = (marks or {}).get(day, {})
            table = replace(table, lines=tuple(_with_mark(line, new) for line in table.lines))
            # On other days nothing goes and nothing new is seen.
            if new or workdays.is_working(day):
                zone = ZoneInfo(config.settings.plan.timezone)
                now = datetime(day.year, day.month, day.day, 9, tzinfo=zone)
                job = Job(config=config, workbook=UnsavedWorkbook(), store=store, now=now)
                yield _simulate_day(job, table)


def _with_mark(line: Line, new: Mapping[str, str]) -> Line:
    return line._replace(status=new.get(line.number, line.status))


def _check_marks(marks: Marks, table: PlanTable) -> None:
    # A mistyped number would pass for a measure that nobody ever marks.
    known = {line.number for line in table.lines}
    for day, of_day in marks.items():
        for number in of_day:
            if number not in known:
                raise UsageError(
                    "The plan has no measure {number}, which has a mark of {day}.",
                    number=number,
                    day=active().day(day),
                )


def _simulate_day(job: Job, table: PlanTable) -> SimulatedDay:
    """One run, whose letters all arrive."""
    reading = reading_of(job, table, load_history(job))
    decided = decision(job, reading)
    outgoing = [_outgoing(digest, job) for digest in decided.digests]
    filed = apply(job, reading, outgoing, told=True)
    if filed:
        arrived = [replace(letter, state=LetterState.SENT, tries=1) for letter in filed]
        with job.store.writing() as transaction:
            transaction.keep(arrived, now=job.now)
    return SimulatedDay(job=job, reading=reading, decision=decided)


def _outgoing(digest: Digest, job: Job) -> OutgoingLetter:
    """A letter as the ledger remembers it: only its address and what it told matter."""
    return OutgoingLetter(
        day=digest.today,
        kind=digest.kind,
        address=digest.address,
        recipient=digest.address,
        scope=job.scope,
        trigger=digest.trigger,
        subject="",
        message_id="",
        raw=b"",
        notifications=digest.notifications,
    )
