"""Tries every part that a daily run needs, with no effect: what works, and what to do where not."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sheetsync import __version__
from sheetsync.config import Config, load_config
from sheetsync.daily.bin import binned
from sheetsync.daily.job import Job
from sheetsync.daily.opening import opened_job
from sheetsync.daily.reading import read
from sheetsync.errors import SheetsyncError
from sheetsync.languages import _, active, ngettext
from sheetsync.mail.password import read_password
from sheetsync.mail.smtp import connect
from sheetsync.mail.trial import send_trial
from sheetsync.model import DeadlineKind, Plan, Severity
from sheetsync.ops.schedule.choice import scheduler, usual
from sheetsync.ops.schedule.task import Task
from sheetsync.state.place import on_share, store_path
from sheetsync.workbooks.locks import lock_of

_LEAST_SPACE = 100 * 2**20  # bytes: some years of a plan's memory and its copies
_LONG_AGO = 3  # days without a run: more than a weekend


class Level(StrEnum):
    """How a part is, the worst last."""

    OK = "ok"
    ATTENTION = "attention"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One part: what was found of it, and the exit code that its problem means."""

    part: str
    level: Level
    words: str
    exit_code: int = 0


def checkup(folder: Path, *, now: datetime, test: str = "") -> Iterator[Check]:
    """The parts in the order in which a run needs them; without settings nothing more is tried.

    `now` is a moment with a time zone, `test` an address that one letter is sent to.
    """
    version = ".".join(map(str, sys.version_info[:3]))
    yield _fine(_("program"), f"sheetsync {__version__}, Python {version}")
    try:
        config = load_config(folder)
    except SheetsyncError as error:
        yield _failed(_("settings"), error)
        return
    yield _settings(config)
    parts: dict[str, Callable[[Config], Iterator[Check]]] = {
        _("memory"): _memory,
        _("clock"): lambda config: _clock(config, now=now),
        _("plan"): _plan,
        _("tabs"): _tabs,
        _("mail"): lambda config: _mail(config, now=now, test=test),
        _("schedule"): _schedule,
        _("watching"): _watching,
    }
    for part, check in parts.items():
        try:
            yield from check(config)
        except SheetsyncError as error:
            yield _failed(part, error)


def _settings(config: Config) -> Check:
    count = len(config.roster.departments)
    named = ngettext("{n} entry", "{n} entries", count)
    return _fine(
        _("settings"),
        _("{resolve}: read, {named} in the roster", resolve=config.folder.resolve(), named=named),
    )


def _clock(config: Config, *, now: datetime) -> Iterator[Check]:
    zone = config.settings.plan.timezone
    here = now.astimezone(ZoneInfo(zone))
    with opened_job(config.folder) as job, job.store.reading() as memory:
        last = memory.last(job.name)
    if last and last.taken.replace(tzinfo=None) > here.replace(tzinfo=None):
        yield Check(
            part=_("clock"),
            level=Level.PROBLEM,
            words=_(
                "it is {here:%d.%m.%Y %H:%M}, but the last run was later, {taken:%d.%m.%Y "
                "%H:%M}: check the clock of this computer",
                here=here,
                taken=last.taken,
            ),
            exit_code=2,
        )
    else:
        yield _fine(_("clock"), f"{here:%d.%m.%Y %H:%M}, {zone}")


def _memory(config: Config) -> Iterator[Check]:
    path = store_path(config.folder)
    free = shutil.disk_usage(path.parent if path.parent.exists() else config.folder).free
    if not os.access(config.folder, os.W_OK):
        yield _poor(
            _("memory"),
            _(
                "the folder “{folder}” is not writable: ask for permission to write",
                folder=config.folder,
            ),
            4,
        )
    elif free < _LEAST_SPACE:
        yield _poor(
            _("memory"), _("{free} MB are left on the disk: make room", free=free // 2**20), 4
        )
    elif on_share(config.folder):
        yield _fine(
            _("memory"),
            _(
                "{path}: the plan's folder is on a network share, the memory on this computer",
                path=path,
            ),
        )
    else:
        yield _fine(_("memory"), str(path))


def _plan(config: Config) -> Iterator[Check]:
    with opened_job(config.folder) as job:
        plan = read(job).agenda.plan
        yield _fine(
            _("plan"),
            _(
                "{place}, tab “{tab}”: {understood}",
                place=job.workbook.place,
                tab="”, “".join(plan.tabs or (plan.tab,)),
                understood=_understood(plan),
            ),
        )
        yield from (_failed(_("bin"), error) for error in binned(job))
        yield from _findings(plan)
        yield from _last_run(job)


def _understood(plan: Plan) -> str:
    total = len(plan.measures)
    unread = sum(m.deadline.kind is DeadlineKind.UNREADABLE for m in plan.measures)
    unled = sum(m.assignment.lead is None or m.assignment.unled for m in plan.measures)
    counted = ngettext("{n} measure", "{n} measures", total)
    return _(
        "{counted}; deadline understood of {total}, lead known of {total2}",
        counted=counted,
        total=total - unread,
        total2=total - unled,
    )


def _findings(plan: Plan) -> Iterator[Check]:
    errors = sum(finding.severity is Severity.ERROR for finding in plan.findings)
    others = sum(finding.severity is Severity.WARNING for finding in plan.findings)
    if errors or others:
        counted = _("{errors} errors, {others} warnings", errors=errors, others=others)
        yield _mind(_("findings"), _("{counted}: “sheetsync validate” lists them", counted=counted))
    silent = sorted({f.quote for f in plan.findings if f.code == "no-address"})
    if silent:
        names = ", ".join(f"«{name}»" for name in silent[:5])
        more = _(" and {count} more", count=len(silent) - 5) if len(silent) > 5 else ""
        yield _mind(
            _("addresses"),
            _(
                "no mailbox: {names}{more}; fill them in in departments.toml",
                names=names,
                more=more,
            ),
        )


def _last_run(job: Job) -> Iterator[Check]:
    with job.store.reading() as memory:
        days = memory.days(job.name, told=True)
        newest = next(iter(memory.runs(job.name, newest=1)), None)
    if newest and newest.exit_code is None:
        words = _("the last one was interrupted: “sheetsync status” shows them")
        yield _mind(_("runs"), words)
    elif newest and newest.exit_code:
        words = _(
            "the last one ended with exit code {code}: “sheetsync status” shows them",
            code=newest.exit_code,
        )
        yield _mind(_("runs"), words)
    if not days:
        yield _mind(
            _("runs"), _("none so far: “sheetsync run --dry-run” shows a day without effects")
        )
    elif (job.today - days[-1]).days > _LONG_AGO:
        yield _mind(
            _("runs"),
            _("the last one was on {day}: check the schedule", day=active().day(days[-1])),
        )
    else:
        yield _fine(_("runs"), _("the last one was on {day}", day=active().day(days[-1])))


def _tabs(config: Config) -> Iterator[Check]:
    if config.settings.plan.spreadsheet:
        return
    path = config.workbook
    lock = lock_of(path)
    if lock and lock.stale:
        yield _mind(_("tabs"), lock.words.rstrip("."))
    elif lock:
        yield _mind(
            _("tabs"),
            _("{words} As long as it is open, the tabs go to a file beside it", words=lock.words),
        )
    elif not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        yield _poor(
            _("tabs"), _("“{path}” is not writable: ask for permission to write", path=path), 4
        )
    else:
        yield _fine(_("tabs"), _("the workbook is writable"))


def _mail(config: Config, *, now: datetime, test: str) -> Iterator[Check]:
    server, mail = config.mail_server, config.settings.mail
    if server is None:
        words = _("[mail] names no server: letters go as files to “{outbox}”", outbox=config.outbox)
        yield _poor(_("mail"), words, 3) if test else _mind(_("mail"), words)
        return
    password = read_password(config.password_file) if server.login else ""
    connect(server, password).close()
    yield _fine(
        _("mail"),
        _("{host}: logged in, letters come from {sender}", host=server.host, sender=server.sender),
    )
    if test:
        reply = send_trial(server, password, test, sender=mail.sender, now=now)
        yield _fine(_("mail"), _("the test letter went to {to}: {reply}", to=test, reply=reply))
    if mail.redirect_to:
        yield _mind(
            _("mail"),
            _(
                "trial: all letters go to {redirect_to} ([mail] redirect_to)",
                redirect_to=mail.redirect_to,
            ),
        )


def _schedule(config: Config) -> Iterator[Check]:
    at = config.settings.job.at
    if at is None:
        yield _mind(_("schedule"), _('no time is given: write at = "10:00" in [job]'))
        return
    zone = config.settings.plan.timezone
    task = Task(folder=config.folder.resolve(), at=at, zone=zone)
    found = scheduler(usual()).state(task)
    if found is None:
        yield _mind(_("schedule"), _("no run is installed: “sheetsync schedule --install”"))
    else:
        yield _fine(
            _("schedule"),
            _("every day at {at:%H:%M} ({zone}): {place}", at=at, zone=zone, place=found.place),
        )


def _watching(config: Config) -> Iterator[Check]:
    """Whether anybody hears of it when no run comes or one fails; nobody is told now."""
    watchers = config.settings.job
    if watchers.notify and not find_spec("apprise"):
        yield _poor(
            _("watching"),
            _("[job] notify needs apprise. Install it: pip install 'sheetsync[notify]'."),
            3,
        )
    elif watchers.ping_url:
        host = urlsplit(watchers.ping_url).hostname
        yield _fine(_("watching"), _("{host} is told of each run", host=host))
    else:
        yield _fine(
            _("watching"), _("no [job] ping_url: “sheetsync status” tells a monitor that asks")
        )


def _fine(part: str, words: str) -> Check:
    return Check(part=part, level=Level.OK, words=words)


def _mind(part: str, words: str) -> Check:
    return Check(part=part, level=Level.ATTENTION, words=words)


def _poor(part: str, words: str, exit_code: int) -> Check:
    return Check(part=part, level=Level.PROBLEM, words=words, exit_code=exit_code)


def _failed(part: str, error: SheetsyncError) -> Check:
    return Check(part=part, level=Level.PROBLEM, words=str(error), exit_code=error.exit_code)
