"""Asks the policy about a reading: what the ledger and the past days have to do with it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from sheetsync.daily.job import Job
from sheetsync.daily.moved import promise_of
from sheetsync.daily.not_arrived import left_alone, letters_in, missing, resting, resting_now
from sheetsync.daily.plan_context import dictionary_of, progress_of, workdays_of
from sheetsync.daily.plan_reading import Reading
from sheetsync.daily.vanished import vanished
from sheetsync.digest.alerts import alarm_key, plan_alert
from sheetsync.digest.coordinator import alarm_digests
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.policy import decide
from sheetsync.digest.policy_input import Person, PolicyInput, PolicyMemory, RowReader
from sheetsync.errors import PlanError
from sheetsync.history.changes import changes
from sheetsync.history.history import History
from sheetsync.history.moves import count_moves
from sheetsync.languages import load_language
from sheetsync.model import (
    AlertKind,
    Change,
    ChangeKind,
    Decision,
    Digest,
    Finding,
    KnownRow,
    Meaning,
    Notification,
    PastLetter,
    StageKind,
)
from sheetsync.model.language import REMEMBERED
from sheetsync.plan.findings import finding_key, key_of_old
from sheetsync.plan.past_rows import lead_reader

# What a department writes as an answer (`help policy`: Marks). Who moves a deadline or rewords a
# measure has answered nobody.
_WORDS = (ChangeKind.STATUS, ChangeKind.DONE, ChangeKind.REOPENED, ChangeKind.NOTE)


def decision(job: Job, reading: Reading, *, afresh: bool = False) -> Decision:
    """Who is told what on the job's day; `afresh` leaves out what was told today already."""
    letters: tuple[PastLetter, ...] = letters_in(reading.history, job.scope)
    if afresh:
        letters = tuple(letter for letter in letters if letter.day < job.today)
    return left_alone(decide(inputs(job, reading, letters)), resting(job, reading.history))


def inputs(job: Job, reading: Reading, letters: tuple[PastLetter, ...]) -> PolicyInput:
    """All that the policy looks at; `letters` are those of the job's scope."""
    settings = job.config.settings
    people = settings.people().items()
    return PolicyInput(
        agenda=reading.agenda,
        memory=_policy_memory(job, reading, letters),
        roster=job.config.roster,
        reader=_reader(job, reading),
        workdays=workdays_of(job.config),
        rules=settings.digest,
        styles=STYLES,
        people={each: Person(address=one.address or "", name=one.name) for each, one in people},
        sittings=settings.chair.sittings,
        adopted=settings.plan.asks_from,
    )


def _reader(job: Job, reading: Reading) -> RowReader:
    measures = {measure.row: measure for measure in reading.agenda.plan.measures}
    rows = [row.line for row in reading.rows]
    leads = {line.responsible: measures[line.row].assignment.lead_name for line in rows}
    promise, progress = promise_of(job), progress_of(job.config, today=job.today)
    return RowReader(
        lead=lead_reader(dictionary_of(job.config), leads, today=job.today),
        meaning=lambda line: progress(line).meaning,
        due=lambda line: promise(line).until or promise(line).due,
    )


def alarm(job: Job, history: History, kind: AlertKind, why: str | PlanError) -> tuple[Digest, ...]:
    """The coordinator's letter about what a run could not do, once for the same reason."""
    # Not lost: what was not told today is raised again by the run of the next working day.
    if not workdays_of(job.config).is_working(job.today):
        return ()
    letters: tuple[PastLetter, ...] = letters_in(history, job.scope)
    words, key = str(why), ""
    if isinstance(why, PlanError):
        words, key = why.message.said(load_language(job.config.settings.plan.language)), why.key
        # As versions up to 0.1.0 kept it.
        before = str(kind), alarm_key(why.message.said(load_language(REMEMBERED)))
        letters = _rekeyed(letters, {before: alarm_key(key)})
    digests = alarm_digests(
        plan_alert(kind, words, key=key, since=max(history.days(), default=job.today)),
        coordinator=job.config.roster.coordinator,
        letters=letters,
        today=job.today,
    )
    alone = resting(job, history)
    return tuple(digest for digest in digests if digest.address not in alone)


def new_words(reading: Reading) -> frozenset[int]:
    """The measures with a word that the memory does not know yet (`help policy`: Marks).

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


def word_days(job: Job, reading: Reading) -> dict[int, date]:
    """By identity the day of the measure's last word, today's among them."""
    # The store learns today's words only with today's letters (`apply`).
    return {**reading.history.word_days, **dict.fromkeys(new_words(reading), job.today)}


def _policy_memory(job: Job, reading: Reading, letters: tuple[PastLetter, ...]) -> PolicyMemory:
    history = reading.history
    since = _changes_since(job, reading, letters)
    before = history.before(job.today)
    changed = [change for found in since.values() for change in found]
    return PolicyMemory(
        identities={row.line.row: row.identity for row in reading.rows},
        letters=_keyed_as_now(letters, reading.agenda.plan.findings),
        undelivered=missing(job, history),
        resting=tuple(r.letter for r in resting_now(job, history).values() if r.until is None),
        aliases=_aliases(history, reading.rows),
        word_days=word_days(job, reading),
        changes=since,
        yesterday={row.identity: row.line for row in before.rows} if before else {},
        moves=count_moves(changed, history, promise_of(job)),
        previous=_previous(job, history),
        in_doubt=reading.in_doubt,
        last_words=dict(history.last_words(changed)),
        vanished=vanished(job, reading),
        moved_from=reading.moved_from,
    )


def _keyed_as_now(
    letters: tuple[PastLetter, ...], findings: Iterable[Finding]
) -> tuple[PastLetter, ...]:
    """The letters with findings that older versions kept by their Russian sentence as today's.

    What is still wrong in the sheet would otherwise be news once more after an update.
    """
    russian = load_language(REMEMBERED)
    now = {
        (StageKind.FINDING.named(finding.code), key_of_old(finding, russian)): finding_key(finding)
        for finding in findings
    }
    return _rekeyed(letters, now)


def _rekeyed(
    letters: tuple[PastLetter, ...], now: Mapping[tuple[str, str], str]
) -> tuple[PastLetter, ...]:
    """The letters whose notifications of a stage and an old key have the one of now."""

    def keyed(one: Notification) -> Notification:
        told = one.stage, one.what
        return one._replace(what=now[told]) if told in now else one

    return tuple(
        replace(letter, notifications=tuple(map(keyed, letter.notifications))) for letter in letters
    )


def _aliases(history: History, rows: tuple[KnownRow, ...]) -> dict[int, tuple[int, ...]]:
    """By identity all those whose past is its own; absent where that is only itself."""
    found: dict[int, tuple[int, ...]] = {}
    for row in rows:
        own = history.aliases(row)
        if len(own) > 1:
            found[row.identity] = (row.identity, *sorted(own - {row.identity}))
    return found


def _changes_since(
    job: Job, reading: Reading, letters: Iterable[PastLetter]
) -> dict[int, tuple[Change, ...]]:
    """What changed since each snapshot that some address's newest letter counts from."""
    # A lost letter has told nothing: its news go on counting from the one before.
    newest = {letter.address: letter for letter in letters if not letter.state.lost}.values()
    kept_back = chain.from_iterable(letter.kept_back().values() for letter in newest)
    progress = progress_of(job.config, today=job.today)
    known = reading.history.snapshots
    return {
        serial: changes(known[serial], reading.rows, progress=progress)
        for serial in {*kept_back, *(letter.snapshot for letter in newest)}
        if serial in known
    }


def _previous(job: Job, history: History) -> date | None:
    """The newest earlier working day of a run whose letters count where the job's do."""
    workdays = workdays_of(job.config)
    # A run on a day off sends no letter, so it is none that has already told the month's.
    days = reversed(history.days(told=True, scope=job.scope))
    return next((day for day in days if day < job.today and workdays.is_working(day)), None)
