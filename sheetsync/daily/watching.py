"""Runs a day so that it cannot fail quietly: on record, in the log, reported to watchers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sheetsync.config import Config, load_config
from sheetsync.daily.delivering import refuse_pretence
from sheetsync.daily.job import Job, opened_job
from sheetsync.daily.readiness import ended_words
from sheetsync.daily.run import Report, run, tell_of_end
from sheetsync.errors import ConfigError, PlanLocked, SheetsyncError, StateError, worst_code
from sheetsync.languages import _
from sheetsync.model import State
from sheetsync.model.frozen import frozen
from sheetsync.model.server import is_local
from sheetsync.ops.log import log, logged_to
from sheetsync.ops.watchers import notify, ping

if TYPE_CHECKING:
    from sheetsync.config.schema import JobSection


@frozen
class FolderRun:
    """What became of a folder's day; without a `report`, why it was none of the plan's: `ended`."""

    job: Job
    report: Report | None = None
    ended: str = ""


def run_folder(folder: Path, day: date | None, *, accept: bool, log_file: Path | None) -> FolderRun:
    """Run the plan of a folder today, or as of `day`; one that is over only if `accept`.

    `log_file` goes before the one of `[job]`. The outcome's job is closed. Raises what
    `opened_job` and `run` do, once it is logged and told.
    """
    with _opened_for_run(folder, day, log_file=log_file) as job:
        ended = "" if accept else ended_words(job)
        if ended:
            # Or the chasing would stop unseen, in the middle of what is overdue.
            tell_of_end(job, ended)
            _tell_end(job.config.settings.job, 0, [ended], pretended=job.pretended)
            return FolderRun(job=job, ended=ended)
        # Only here: a fleet runs its plans at once, and they would log into each other's files.
        log_file = log_file or job.config.log_file
        report = run_watched(job, accept=accept, log_file=log_file)
    return FolderRun(job=job, report=report)


def run_watched(job: Job, *, accept: bool = False, log_file: Path | None = None) -> Report:
    """`run` on record: its start, end and figures in the store and the log, and sent to watchers.

    The report's problems also hold that the log or a message about the run failed. Raises what
    `run` does.
    """
    watchers = job.config.settings.job
    refuse_pretence(job)  # before it is on record, where it would be the newest run
    with logged_to(log_file) as unlogged:
        # Inside of the log, which also notes that a watcher could not be reached.
        with _failure_told(job):
            report, figures = _on_record(job, accept=accept)
        # Not earlier: the list fills up while the run logs.
        problems = (*report.problems, *unlogged)
        summary = _("Measures {measures}, overdue {overdue}, letters {letters}.", **figures)
        lines = [str(problem) for problem in problems] or [summary]
        told = _tell_end(watchers, _worst_code_of(problems), lines, pretended=job.pretended)
    return replace(report, problems=(*problems, *told))


def _on_record(job: Job, *, accept: bool) -> tuple[Report, dict[str, int]]:
    with job.store.writing() as transaction:
        id_ = transaction.begin_run(job.name, now=job.now)
    log("run_started", day=job.today, pretended=job.pretended)
    _ping(job.config.settings.job, "start", pretended=job.pretended)
    began = datetime.now(tz=job.now.tzinfo)
    with _failure_on_record(job, id_, began):
        report = run(job, accept=accept)
    for problem in report.problems:
        log("problem", kind=type(problem).__name__, exit_code=problem.exit_code)
    figures = _figures(report)
    _record_end(job, id_, began, _worst_code_of(report.problems), figures)
    return report, figures


def _worst_code_of(problems: Sequence[SheetsyncError]) -> int:
    return worst_code(problem.exit_code for problem in problems)


@contextmanager
def _opened_for_run(folder: Path, day: date | None, *, log_file: Path | None) -> Iterator[Job]:
    """`opened_job` for a run: a failure to open is logged and reported, too."""
    with ExitStack() as stack:
        try:
            job = stack.enter_context(opened_job(folder, day, writes=True, attended=False))
        except PlanLocked:
            raise  # of two runs at once the second has nothing to tell
        except SheetsyncError as error:
            # Settings that cannot be read name nobody to tell.
            with suppress(ConfigError):
                _tell_unopened(load_config(folder), error, day, log_file)
            raise
        yield job


def _tell_unopened(
    config: Config, error: SheetsyncError, day: date | None, log_file: Path | None
) -> None:
    with logged_to(log_file or config.log_file):
        log("problem", kind=type(error).__name__, exit_code=error.exit_code)
        lines, pretended = [str(error)], day is not None
        _tell_end(config.settings.job, error.exit_code, lines, pretended=pretended)


def _tell_end(
    watchers: "JobSection", code: int, lines: Sequence[str], *, pretended: bool
) -> tuple[SheetsyncError, ...]:
    """Report how a run ended; returns why a watcher could not be reached."""
    words = "\n".join(lines)
    _ping(watchers, str(code) if code else "", pretended=pretended, body=words)
    if pretended or not watchers.notify or not (code or watchers.notify_on == "always"):
        return ()
    title = _("sheetsync: exit code {code}", code=code) if code else _("sheetsync: all is well")
    try:
        notify(watchers.notify, title=title, body=words)
    except ConfigError as error:
        return (error,)
    return ()


@contextmanager
def _failure_told(job: Job) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        # Of a bug, too: to a watcher silence looks like a run that is still under way.
        code, watchers = _code_of(error), job.config.settings.job
        _tell_end(watchers, code, [str(error)], pretended=job.pretended)
        raise


@contextmanager
def _failure_on_record(job: Job, id_: int, began: datetime) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        log("problem", kind=type(error).__name__, exit_code=_code_of(error))
        # The disk that failed the run may take no record of it either: the first error counts.
        with suppress(StateError):
            _record_end(job, id_, began, _code_of(error), {})
        raise


def _code_of(error: Exception) -> int:
    return error.exit_code if isinstance(error, SheetsyncError) else SheetsyncError.exit_code


def _record_end(job: Job, id_: int, began: datetime, code: int, figures: dict[str, int]) -> None:
    """Record the run's end, by the job's own clock: a pretended day's is not this computer's."""
    ended = job.now + (datetime.now(tz=job.now.tzinfo) - began)
    with job.store.writing() as transaction:
        transaction.end_run(id_, now=ended, exit_code=code, figures=figures)
    log("run_ended", exit_code=code, seconds=(ended - job.now).total_seconds(), **figures)


def _figures(report: Report) -> dict[str, int]:
    """What is kept of a run: numbers, no addresses and no texts of cells."""
    agenda = report.mailing.agenda
    letters = Counter(letter.state.gone for letter in report.mailing.letters)
    return {
        "measures": len(agenda.plan.measures),
        "overdue": agenda.counts()[State.OVERDUE],
        "findings": len(agenda.plan.findings),
        "letters": letters[True],
        "letters_not_gone": letters[False],
        "requests": report.traffic.requests if report.traffic else 0,
    }


def _ping(watchers: "JobSection", step: str, *, pretended: bool, body: str = "") -> None:
    """Ping the watcher; a pretended day may only reach this computer."""
    url = watchers.ping_url
    stays = pretended and not is_local(urlsplit(url).hostname or "")
    if url and not stays and not ping(url, step, body=body):
        log("ping_failed", step=step)
