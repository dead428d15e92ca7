"""Delivers the day's letters from the ledger."""

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from sheetsync.daily.gathering import letters_now
from sheetsync.daily.job import Job
from sheetsync.digest.letter_kinds import STYLES
from sheetsync.digest.letter_style import Focus
from sheetsync.errors import DeliveryError, SheetsyncError, UsageError
from sheetsync.languages import _, active
from sheetsync.mail.delivery import RETRIES, DeliveryReport, DeliveryResult, RetryPolicy, deliver
from sheetsync.mail.replies import Blame, blame
from sheetsync.model import LETTER_STATES, LetterState, StoredLetter
from sheetsync.model.frozen import frozen
from sheetsync.model.grouping import grouped

if TYPE_CHECKING:
    from sheetsync.state.records import Records
    from sheetsync.state.store import Store

# The coordinator's: they say why others may not go.
_FIRST: Final = frozenset(kind for kind, style in STYLES.items() if style.focus is Focus.ALERTS)


@frozen
class DayLedger:
    """The letters of `day` that count in `scope`; kinds among `first` go before all others.

    A delivery works through them, each step a transaction.
    """

    store: "Store"
    plan: str
    day: date
    scope: str
    first: Collection[str]
    now: datetime

    def waiting(self) -> Sequence[StoredLetter]:
        """The letters that have yet to go, with their bytes: `first` kinds, then as filed."""
        with self.store.reading() as records:
            found = records.waiting(self.plan, self.day, scope=self.scope)
        return sorted(found, key=lambda letter: letter.kind not in self.first)

    def keep(self, *letters: StoredLetter) -> None:
        """Note state, reply and tries of these letters; they are on the disk when this returns."""
        with self.store.writing() as transaction:
            transaction.keep(letters, now=self.now)


def deliver_if_any(
    job: Job, letters: tuple[StoredLetter, ...]
) -> tuple[DeliveryReport, tuple[StoredLetter, ...]]:
    """Deliver what waits of all the letters, if any does; returns them as they are then, too."""
    # Most days none waits: then the ledger is as it was left, and is not asked again. Nor is it
    # where somebody else delivers.
    if job.posts_later or not any(e.state.unsettled and e.day == job.today for e in letters):
        return DeliveryReport(), letters
    return deliver_waiting(job), letters_now(job)


def deliver_waiting(job: Job) -> DeliveryReport:
    """Deliver what waits today; the report names what did not go, nothing is raised.

    On a pretended day nothing is retried after a pause. If the server has said that it takes no
    more letters today, none is tried.
    """
    if job.posts_later:
        return DeliveryReport()
    config = job.config
    with job.store.reading() as records:
        waiting = records.count_waiting(job.name, job.today, scope=job.scope)
        if not waiting or _is_over(job, records):
            return DeliveryReport(held=waiting)
        allowance = _allowance(job, records)
        # Of two plans that share a folder it keeps the files apart; a server is told nothing of it.
        plan = "" if config.mail_server else records.token(job.name)
    # Here, as most days no letter waits.
    from sheetsync.mail.transport import transport

    ledger = DayLedger(
        store=job.store, plan=job.name, day=job.today, scope=job.scope, first=_FIRST, now=job.now
    )
    way = partial(transport, config.mail_server, config.outbox)
    return deliver(
        ledger,
        partial(way, password_file=config.password_file, plan=plan),
        patience=RetryPolicy(sleep=time.sleep, pauses=() if job.pretended else RETRIES),
        allowance=allowance,
    )


def _allowance(job: Job, records: "Records") -> int | None:
    """How many more letters the server takes today, None for any number."""
    server = job.config.mail_server
    if server is None or server.daily_limit is None:
        return None
    # Over the store: all its plans send by this account.
    return max(0, server.daily_limit - records.taken_on(job.today))


def _is_over(job: Job, records: "Records") -> bool:
    """Whether a server has said today that its limit of the day is reached."""
    deferred = (LetterState.DEFERRED,)
    found = records.filed(job.name, states=deferred, day=job.today, scope=job.scope)
    # The ledger keeps the server's reply, so a second run of the day knows without asking again.
    return any(blame(letter.reply) is Blame.LIMIT for letter in found)


def refuse_pretence(job: Job) -> None:
    """Raise UsageError where a day that is not the real one would leave this computer."""
    server = job.config.mail_server
    # What stays on this computer reaches nobody, so there any day may be tried.
    where = (
        [_("to the mail server {host}", host=server.host)] if server and not server.local else []
    )
    where += [] if job.workbook.local else [_("to the shared sheet")]
    if job.pretended and where:
        raise UsageError(
            "{day_words} is not today, and it would be written {listed}. With no effect that day "
            "is shown by “sheetsync run --dry-run --today {day}”.",
            day_words=active().day(job.today),
            listed=_(" and ").join(where),
            day=job.today,
        )


def relayed_words(job: Job) -> str:
    """A warning that letters of a pretended day may leave this computer; "" where none can."""
    server = job.config.mail_server
    if not (job.pretended and server):
        return ""
    return _(
        "{day_words} is not today. Letters of that day go to the mail server of this computer, "
        "{host}: what it passes on, people get.",
        day_words=active().day(job.today),
        host=server.host,
    )


def delivery_problems(
    lost: Iterable[StoredLetter], delivery: DeliveryReport
) -> tuple[SheetsyncError, ...]:
    """The problems with letters that did not go, and with those that a dead run left behind.

    What befell many letters alike is one sentence; `delivery.problem` stands for all that were
    refused for our own sake.
    """
    problems: list[SheetsyncError] = [delivery.problem] if delivery.problem else []
    if delivery.held:
        problems.append(
            DeliveryError(
                "The day's limit of letters is reached, waiting for tomorrow: {held}.",
                held=delivery.held,
            )
        )
    failed = [result for result in delivery.results if not (result.state.gone or result.ours)]
    problems += map(DeliveryError, _results_words(failed))
    # Of a limit one line is enough: what it held back yesterday was said yesterday.
    told = [letter for letter in lost if letter.state is LetterState.EXPIRED and delivery.held]
    problems += map(DeliveryError, _losses_words(tuple(each for each in lost if each not in told)))
    return tuple(problems)


def _results_words(results: Iterable[DeliveryResult]) -> Iterator[str]:
    alike = grouped(results, lambda result: (result.state, result.reply))
    for (state, reply), same in alike.items():
        said = f" ({reply})" if reply else ""
        # Nobody has to act on these, so they are counted; a person looks up the others by their
        # ids.
        if state is LetterState.DEFERRED and len(same) > 1:
            yield _(
                "Letters {count}: the server asks to try again later{said}.",
                count=len(same),
                said=said,
            )
            continue
        for result in same:
            yield _(
                "Letter {id} to {to}: {results}{said}.",
                id=result.letter.id,
                to=result.letter.recipient,
                results=_(LETTER_STATES[state]),
                said=said,
            )


def _losses_words(lost: tuple[StoredLetter, ...]) -> Iterator[str]:
    """Each letter in doubt, for a person can settle it, and the number of those that never went."""
    expired = [letter for letter in lost if letter.state is LetterState.EXPIRED]
    for letter in lost if len(expired) == 1 else (each for each in lost if each not in expired):
        yield _(
            "Letter {id} to {to} of {day_words}: {results}.",
            id=letter.id,
            to=letter.recipient,
            day_words=active().day(letter.day),
            results=_(LETTER_STATES[letter.state]),
        )
    if len(expired) > 1:
        yield _(
            "Letters that did not go on their day: {count}. The next ones to these "
            "addresses will say the same.",
            count=len(expired),
        )
