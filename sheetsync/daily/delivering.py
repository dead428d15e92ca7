"""Takes the day's letters out of the ledger to where they go."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sheetsync.daily.job import Job
from sheetsync.errors import DeliveryError, SheetsyncError, UsageError
from sheetsync.mail.courier import RETRIES, Fate, Patience, Tour, Transport, deliver
from sheetsync.mail.mailbox import Mailbox
from sheetsync.mail.password import read_password
from sheetsync.mail.smtp import connect
from sheetsync.model import Filed, LetterState
from sheetsync.words.terms import day_words


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The letters of a job that have yet to go."""

    job: Job

    def waiting(self) -> Sequence[Filed]:
        job = self.job
        return job.store.ledger.waiting(job.name, job.today, scope=job.scope)

    def keep(self, *letters: Filed) -> None:
        self.job.store.ledger.keep(letters, now=self.job.now)


def deliver_waiting(job: Job) -> Tour:
    """Deliver what waits today. What did not go is said, not raised.

    On a pretended day there are no minutes to wait for another try.
    """
    ledger = _Ledger(job)
    if not ledger.waiting():
        return Tour()
    server = job.config.mail_server
    limit = server.daily_limit if server else None
    return deliver(
        ledger,
        _transport(job),
        patience=Patience(sleep=time.sleep, pauses=() if job.pretended else RETRIES),
        allowance=None if limit is None else max(0, limit - job.store.ledger.taken_on(job.today)),
    )


def _transport(job: Job) -> Callable[[], Transport]:
    server = job.config.mail_server
    if server is None:
        return lambda: Mailbox(job.config.outbox, plan=job.store.token(job.name))
    return lambda: connect(server, read_password(job.config.password_file) if server.login else "")


def retry(job: Job) -> tuple[Tour, tuple[SheetsyncError, ...]]:
    """Deliver what waits today, outside of a run; the second answer is what did not go."""
    refuse_pretence(job)
    lost = job.store.ledger.settle(job.name, job.today, now=job.now)
    tour = deliver_waiting(job)
    return tour, undelivered(lost, tour)


def refuse_pretence(job: Job) -> None:
    """Raise UsageError where a day that is not the real one would leave this computer."""
    server = job.config.mail_server
    where = [f"на почтовый сервер {server.host}"] if server and not server.local else []
    where += [] if job.workbook.local else ["в общую таблицу"]
    if job.pretended and where:
        raise UsageError(
            f"{day_words(job.today)} – не сегодня, а запись ушла бы {' и '.join(where)}. "
            "Для пробы добавьте --dry-run."
        )


def undelivered(lost: Iterable[Filed], tour: Tour) -> tuple[SheetsyncError, ...]:
    """What there is to say of letters that did not go, and of those that a dead run left."""
    problems: list[SheetsyncError] = [tour.problem] if tour.problem else []
    if tour.held:
        problems.append(DeliveryError(f"Дневной лимит писем исчерпан, ждут завтра: {tour.held}."))
    problems += [DeliveryError(_fate_words(fate)) for fate in tour.fates if fate.state in _FATES]
    problems += [DeliveryError(_lost_words(letter)) for letter in lost]
    return tuple(problems)


_FATES = {
    LetterState.REJECTED: "сервер его не принял",
    LetterState.DEFERRED: "сервер просит повторить позже",
    LetterState.UNKNOWN: "неизвестно, дошло ли оно",
    LetterState.EXPIRED: "оно не ушло в свой день",
}


def _fate_words(fate: Fate) -> str:
    letter = fate.letter
    return f"Письмо {letter.id} для {letter.to}: {_FATES[fate.state]} ({fate.reply})."


def _lost_words(letter: Filed) -> str:
    day = day_words(letter.day)
    return f"Письмо {letter.id} для {letter.to} от {day}: {_FATES[letter.state]}."
