"""Puts together all that the policy looks at, and asks it who is told what."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sheetsync.daily.job import Job
from sheetsync.daily.moved import promise_of
from sheetsync.daily.not_arrived import missing, resting_mailboxes_of
from sheetsync.daily.past_days import row_then
from sheetsync.daily.plan_context import dictionary_of, line_reader_of, workdays_of
from sheetsync.daily.plan_reading import Reading
from sheetsync.digest.alerts import alarm_key, plan_alert
from sheetsync.digest.coordinator import alarm_digests
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.mailboxes import COORDINATOR, Mailboxes, Person
from sheetsync.digest.policy import decide
from sheetsync.digest.policy_input import PolicyInput, PolicyMemory, RowReader
from sheetsync.errors import PlanError
from sheetsync.history.changes import changes
from sheetsync.history.history import History, serials_told
from sheetsync.history.vanished import vanished
from sheetsync.languages import load_language
from sheetsync.model import (
    AlertKind,
    Change,
    Decision,
    Digest,
    Finding,
    KnownRow,
    Line,
    Notification,
    PastLetter,
    StageKind,
    State,
    Vanished,
)
from sheetsync.model.language import REMEMBERED
from sheetsync.plan.findings import finding_key, key_of_old
from sheetsync.plan.measures import lead_reader


def decision(job: Job, reading: Reading, *, afresh: bool = False, accept: bool = False) -> Decision:
    """Who is told what on the job's day; `afresh` leaves out what was told today already.

    Where the first run comes after the plan, only the coordinator is told, unless `accept`.
    """
    letters: tuple[PastLetter, ...] = reading.history.letters_in(job.scope)
    if afresh:
        letters = tuple(letter for letter in letters if letter.day < job.today)
    closed = job.config.settings.plan.period.closed
    too_late = not accept and reading.history.began(job.today) > closed
    return decide(replace(inputs(job, reading, letters), too_late=too_late))


def inputs(job: Job, reading: Reading, letters: tuple[PastLetter, ...]) -> PolicyInput:
    """All that the policy looks at; `letters` are those of the job's scope."""
    settings = job.config.settings
    people = settings.people().items()
    return PolicyInput(
        agenda=reading.agenda,
        memory=_policy_memory(job, reading, letters),
        roster=job.config.roster,
        reader=_row_reader(job, reading),
        workdays=workdays_of(job.config),
        rules=settings.digest,
        styles=STYLES,
        people={each: Person(address=one.address or "", name=one.name) for each, one in people},
        sittings=settings.chair.sittings,
        adopted=settings.plan.asks_from,
    )


def _row_reader(job: Job, reading: Reading) -> RowReader:
    measures = {measure.row: measure for measure in reading.agenda.plan.measures}
    rows = [row.line for row in reading.rows]
    leads = {line.responsible: measures[line.row].assignment.lead_name for line in rows}
    promise, progress = promise_of(job), line_reader_of(job.config, today=job.today).progress
    return RowReader(
        lead=lead_reader(dictionary_of(job.config), leads, today=job.today),
        meaning=lambda line: progress(line).meaning,
        due=lambda line: promise(line).until or promise(line).due,
    )


def alarm(job: Job, history: History, kind: AlertKind, why: str | PlanError) -> tuple[Digest, ...]:
    """The coordinator's letter about what a run could not do, once for the same reason."""
    letters: tuple[PastLetter, ...] = history.letters_in(job.scope)
    words, key = str(why), ""
    if isinstance(why, PlanError):
        words, key = why.message.said(load_language(job.config.settings.plan.language)), why.key
        # As versions up to 0.1.0 kept it.
        before = str(kind), alarm_key(why.message.said(load_language(REMEMBERED)))
        letters = _rekeyed(letters, {before: alarm_key(key)})
    mailboxes = Mailboxes(roster=job.config.roster, today=job.today)
    resting = resting_mailboxes_of(job, history)
    return alarm_digests(
        plan_alert(kind, words, key=key, since=max(history.days(), default=job.today)),
        addresses=[each for each in mailboxes.of_person(COORDINATOR) if each not in resting],
        letters=letters,
        workdays=workdays_of(job.config),
        today=job.today,
    )


def word_days(job: Job, reading: Reading) -> dict[int, date]:
    """The day of each measure's last word by identity, today's words included."""
    # The store learns today's words only with today's letters (`apply`).
    return {**reading.history.word_days, **dict.fromkeys(reading.new_words, job.today)}


def _policy_memory(job: Job, reading: Reading, letters: tuple[PastLetter, ...]) -> PolicyMemory:
    history = reading.history
    since = _changes_since(job, reading, letters)
    before = history.before(job.today)
    changed = [change for found in since.values() for change in found]
    return PolicyMemory(
        identities={row.line.row: row.identity for row in reading.rows},
        letters=_keyed_as_now(letters, reading.agenda.plan.findings),
        undelivered=missing(job, history),
        resting_mailboxes=resting_mailboxes_of(job, history),
        aliases=_aliases(history, reading.rows),
        word_days=word_days(job, reading),
        changes=since,
        yesterday={row.identity: row.line for row in before.rows} if before else {},
        moves=reading.moves,
        previous=_last_working_run(job, history),
        in_doubt=reading.in_doubt,
        last_words=history.last_words(changed),
        vanished=_vanished(job, reading),
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
    """The letters with old keys of notifications replaced by those of now, by stage and key."""

    def keyed(one: Notification) -> Notification:
        told = one.stage, one.what
        return one._replace(what=now[told]) if told in now else one

    return tuple(
        replace(letter, notifications=tuple(map(keyed, letter.notifications)))
        if any((one.stage, one.what) in now for one in letter.notifications)
        else letter
        for letter in letters
    )


def _aliases(history: History, rows: tuple[KnownRow, ...]) -> dict[int, tuple[int, ...]]:
    """For each identity all those that share its past; absent if there is no other."""
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
    progress = line_reader_of(job.config, today=job.today).progress
    known = reading.history.snapshots
    return {
        serial: changes(known[serial].rows, reading.rows, progress=progress)
        for serial in serials_told(letters)
        if serial in known
    }


def _last_working_run(job: Job, history: History) -> date | None:
    """The newest earlier working day of a run whose letters count where the job's do."""
    workdays = workdays_of(job.config)
    # A run on a day off sends no letter, so it is none that has already told the month's.
    days = reversed(history.days(told=True, scope=job.scope))
    return next((day for day in days if day < job.today and workdays.is_working(day)), None)


def _vanished(job: Job, reading: Reading) -> tuple[Vanished, ...]:
    """The overdue rows that are gone from the sheet."""

    def overdue(line: Line, day: date) -> date | None:
        late = (item.due for item in row_then(job, line, day) if item.state is State.OVERDUE)
        return min(filter(None, late), default=None)

    return vanished(reading.history, reading.rows, reading.doubts, today=job.today, overdue=overdue)
