"""Asks the policy about a reading: what the ledger and the past days have to do with it."""

from collections.abc import Iterable
from datetime import date

from sheetsync.daily.job import Job
from sheetsync.daily.missing import as_now, missing
from sheetsync.daily.moves import moved_at, promise_of
from sheetsync.daily.reading import Reading, day_before, with_links
from sheetsync.daily.resting import left_alone, resting
from sheetsync.daily.understanding import judge_of, lead_name, reader_of, workdays_of
from sheetsync.digest.concerns import alarm_notice, is_new
from sheetsync.digest.past import Past
from sheetsync.digest.policy import decide
from sheetsync.digest.rules import Rules
from sheetsync.digest.situation import Chair, Decision, Memory, Reader, Situation
from sheetsync.model import (
    Change,
    ChangeKind,
    Digest,
    Kind,
    LetterState,
    Line,
    Meaning,
    NoticeKind,
    Remembered,
    Told,
)
from sheetsync.plan.changes import changes
from sheetsync.state.lives import kin

_WORDS = (ChangeKind.STATUS, ChangeKind.DONE, ChangeKind.REOPENED, ChangeKind.NOTE)


def decision(job: Job, reading: Reading, *, afresh: bool = False) -> Decision:
    """Who is told what on the job's day; `afresh` leaves out what was told today already."""
    letters = _letters(job)
    if afresh:
        letters = tuple(letter for letter in letters if letter.day < job.today)
    return left_alone(decide(situation(job, reading, letters)), resting(job))


def situation(job: Job, reading: Reading, letters: tuple[Told, ...]) -> Situation:
    """All that the policy looks at; `letters` are those of the job's scope."""
    settings = job.config.settings
    chair = settings.chair
    return Situation(
        agenda=reading.agenda,
        memory=_memory(job, reading, letters),
        roster=job.config.roster,
        reader=_reader(job, reading),
        workdays=workdays_of(job.config),
        rules=Rules(**settings.digest.model_dump()),
        chair=Chair(address=chair.address or "", name=chair.name, sittings=chair.sittings),
        adopted=settings.plan.asks_from,
    )


def _reader(job: Job, reading: Reading) -> Reader:
    measures = {measure.row: measure for measure in reading.agenda.plan.measures}
    leads = {row.line.responsible: lead_name(measures[row.line.row]) for row in reading.rows}
    promise = promise_of(job.config, today=job.today)
    return reader_of(
        job.config,
        today=job.today,
        leads=leads,
        due=lambda line: promise(line).until or promise(line).due,
    )


def alarm(job: Job, kind: NoticeKind, words: str) -> tuple[Digest, ...]:
    """The coordinator's letter about what a run could not do, once for the same words."""
    if not workdays_of(job.config).is_working(job.today):
        return ()
    past = Past(_letters(job), today=job.today, kin={})
    notice = alarm_notice(kind, words)
    coordinator = job.config.roster.coordinator
    return tuple(
        Digest(
            kind=Kind.COORDINATOR,
            address=address,
            departments=(),
            today=job.today,
            trigger=str(notice.kind),
            topics={},
            notices=(notice,),
            tellings=(notice.telling,),
            introduces=past.newest(address) is None,
        )
        for address in (coordinator.addresses if coordinator else ())
        if is_new(past, address, notice)
        and not past.wrote_today(address)
        and address not in resting(job)
    )


def worded(reading: Reading) -> frozenset[int]:
    """The measures on which there is a word that the memory does not know yet (POLICY).

    A mark that stands in a row when it is first seen is one: nobody knows since when.
    """
    edited = {change.identity for change in reading.changes if change.kind in _WORDS}
    known = {row.identity for row in reading.before.rows} if reading.before else set()
    identities = {row.line.row: row.identity for row in reading.rows}
    first_seen = {
        identities[measure.row]
        for measure in reading.agenda.plan.measures
        if measure.progress.meaning is not Meaning.BLANK
    }
    return frozenset(edited | (first_seen - known))


def _memory(job: Job, reading: Reading, letters: tuple[Told, ...]) -> Memory:
    ledger = job.store.ledger
    since = _changes_since(job, reading, letters)
    return Memory(
        identities={row.line.row: row.identity for row in reading.rows},
        letters=letters,
        undelivered=missing(job),
        kin=_kin(job, reading.rows),
        words=ledger.words(job.name) | dict.fromkeys(worded(reading), job.today),
        changes=since,
        yesterday=_yesterday(job, reading),
        moves=_moves(job, since.values()),
        previous=_previous(job),
    )


def _letters(job: Job) -> tuple[Told, ...]:
    """The letters of the job's scope, as a run that begins now finds them."""
    found = job.store.ledger.told(job.name, job.scope)
    return tuple(as_now(job, letter) for letter in found)


def _kin(job: Job, rows: tuple[Remembered, ...]) -> dict[int, tuple[int, ...]]:
    """By identity all those whose past is its own; absent where that is only itself."""
    links = job.store.links(job.name)
    found: dict[int, tuple[int, ...]] = {}
    for row in rows:
        own = kin(row.identity, links) if links else frozenset({row.identity})
        parents = kin(row.parent, links) if row.parent is not None else frozenset()
        if len(own | parents) > 1:
            found[row.identity] = (row.identity, *sorted((own | parents) - {row.identity}))
    return found


def _changes_since(
    job: Job, reading: Reading, letters: Iterable[Told]
) -> dict[int, tuple[Change, ...]]:
    """What changed since each snapshot that some address's newest letter was composed from."""
    newest: dict[str, int] = {}
    for letter in letters:
        if letter.state not in (LetterState.REJECTED, LetterState.EXPIRED):
            newest[letter.address] = letter.snapshot
    judge = judge_of(job.config, today=job.today)
    found: dict[int, tuple[Change, ...]] = {}
    for serial in set(newest.values()):
        then = with_links(job, job.store.snapshot(job.name, serial))
        if then is not None:
            found[serial] = changes(then, reading.rows, judge=judge)
    return found


def _yesterday(job: Job, reading: Reading) -> dict[int, Line]:
    """The rows of the newest snapshot of an earlier day."""
    last = day_before(job, reading)
    return {row.identity: row.line for row in last.rows} if last else {}


def _moves(job: Job, found: Iterable[tuple[Change, ...]]) -> dict[int, int]:
    """How often the deadline of each measure that changed was moved, this time included."""
    edited = {
        (change.identity, change.after)
        for changed in found
        for change in changed
        if change.before and change.after and _is_retold(change.before, change.after)
    }
    promise = promise_of(job.config, today=job.today)
    moves: dict[int, int] = {}
    for identity, now in edited:
        lines = (*(line for _, line in job.store.life(job.name, identity)), now)
        moves[identity] = len(moved_at(lines, promise))
    return moves


def _is_retold(was: Line, now: Line) -> bool:
    return (was.deadline, was.status) != (now.deadline, now.status)


def _previous(job: Job) -> date | None:
    """The newest earlier working day of a run whose letters count where the job's do."""
    workdays = workdays_of(job.config)
    days = reversed(job.store.days(job.name, told=True, scope=job.scope))
    return next((day for day in days if day < job.today and workdays.is_working(day)), None)
