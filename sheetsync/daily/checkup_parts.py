"""The checks of a check-up, and those around the plan: memory, clock, mail, schedule, watchers."""

import os
import shutil
import socket
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sheetsync.config import Config
from sheetsync.daily.job import opened_job
from sheetsync.errors import ScheduleError, SheetsyncError, reason
from sheetsync.languages import _, moment
from sheetsync.mail.password import read_password
from sheetsync.mail.smtp import connect, send_trial
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.ops.schedule import SCHEDULERS, usual
from sheetsync.ops.schedule.task import Task
from sheetsync.ops.watchers import NEEDS_APPRISE
from sheetsync.state.place import on_share, store_path
from sheetsync.state.postgres import shown
from sheetsync.state.store import open_shared_store, open_store

_LEAST_SPACE = 100 * 2**20  # bytes: some years of a plan's memory and its copies


class Level(StrEnum):
    """How a part is, the worst last."""

    OK = "ok"
    ATTENTION = "attention"
    PROBLEM = "problem"


@frozen
class Check:
    """One part: what was found of it, and the exit code that its problem means."""

    part: str
    level: Level
    words: str
    exit_code: int = 0


def fine(part: str, words: str) -> Check:
    """The part works."""
    return Check(part=part, level=Level.OK, words=words)


def mind(part: str, words: str) -> Check:
    """The part works, but not as people will expect."""
    return Check(part=part, level=Level.ATTENTION, words=words)


def poor(part: str, words: str, exit_code: int) -> Check:
    """The part fails a run with that exit code."""
    return Check(part=part, level=Level.PROBLEM, words=words, exit_code=exit_code)


def failed(part: str, error: SheetsyncError) -> Check:
    """The part failed as it would in a run."""
    return poor(part, str(error), error.exit_code)


def older(place: str) -> Check:
    """A warning that an older version has written the memory there."""
    words = _(
        "{place}: the memory was written by an older version of the program. The next run carries "
        "it over, and the older version then refuses it: copy it first to be able to go back",
        place=place,
    )
    return mind(_("memory"), words)


def check_memory(config: Config) -> Iterator[Check]:
    """Whether the store has a place that lasts, and can be read."""
    path = store_path(config.folder)
    free = shutil.disk_usage(path.parent if path.parent.exists() else config.folder).free
    if not os.access(config.folder, os.W_OK):
        yield poor(
            _("memory"),
            _(
                "the folder “{folder}” is not writable: ask for permission to write",
                folder=config.folder,
            ),
            4,
        )
    elif free < _LEAST_SPACE:
        yield poor(
            _("memory"), _("{free} MB are left on the disk: make room", free=free // 2**20), 4
        )
    elif _is_older(config, path):
        yield older(shown(config.database) or str(path))
    # SQLite's locks cannot be trusted on a share, so the store never lies there.
    elif on_share(config.folder):
        yield fine(
            _("memory"),
            _(
                "{path}: the plan's folder is on a network share, the memory on this computer",
                path=path,
            ),
        )
    else:
        yield fine(_("memory"), str(path))


def _is_older(config: Config, path: Path) -> bool:
    if config.database:
        with open_shared_store(config.database) as store:
            return store.is_old
    # To open a file that is not there would make one.
    if not path.exists():
        return False
    with open_store(path) as store:
        return store.is_old


def check_clock(config: Config, *, now: datetime) -> Iterator[Check]:
    """Whether the last run was before now."""
    zone = config.settings.plan.timezone
    here = now.astimezone(ZoneInfo(zone))
    with opened_job(config.folder) as job, job.store.reading() as records:
        last = records.last(job.name)
    # By the wall clock: a run refuses earlier civil days, not earlier instants.
    if last and last.taken.replace(tzinfo=None) > here.replace(tzinfo=None):
        words = _(
            "it is {now}, but the last run was later, {taken}: check the clock of this computer",
            now=moment(here),
            taken=moment(last.taken),
        )
        # The exit code of the UsageError with which a run on such a day ends.
        yield poor(_("clock"), words, 2)
    else:
        yield fine(_("clock"), f"{moment(here)} ({zone})")


def check_mail(config: Config, *, now: datetime, test: str) -> Iterator[Check]:
    """Whether letters would go; `test` gets one."""
    server, mail = config.mail_server, config.settings.mail
    if server is None:
        words = _("[mail] names no server: letters go as files to “{outbox}”", outbox=config.outbox)
        # Who asks for a test letter waits for one to arrive.
        yield poor(_("mail"), words, 3) if test else mind(_("mail"), words)
        return
    password = read_password(config.password_file) if server.login else ""
    # Only a login proves the password; that the port answers says little.
    connect(server, password).close()
    said = marked("{host}: logged in, letters come from {sender}")
    if not server.login:
        said = marked("{host}: the server answers, letters come from {sender}")
    yield fine(_("mail"), _(said, host=server.host, sender=server.sender))
    if test:
        reply = send_trial(server, password, test, sender=mail.sender, now=now)
        yield fine(_("mail"), _("the test letter went to {to}: {reply}", to=test, reply=reply))
    # Forgotten after a trial, it keeps every letter from its reader.
    if mail.redirect_to:
        yield mind(
            _("mail"),
            _(
                "trial: all letters go to {redirect_to} ([mail] redirect_to)",
                redirect_to=mail.redirect_to,
            ),
        )


def check_schedule(config: Config) -> Iterator[Check]:
    """Whether this computer runs the job by itself."""
    at = config.settings.job.at
    if at is None:
        yield mind(_("schedule"), _('no time is given: write at = "10:00" in [job]'))
        return
    zone = config.settings.plan.timezone
    task = Task(folder=config.folder.resolve(), at=at, zone=zone)
    try:
        found = SCHEDULERS[usual()]().state(task)
    except ScheduleError as error:  # in a container something outside of it may run the job
        yield mind(_("schedule"), str(error))
        return
    if found is None:
        yield mind(_("schedule"), _("no run is installed: “sheetsync schedule --install”"))
    else:
        yield fine(
            _("schedule"),
            _("every day at {at:%H:%M} ({zone}): {place}", at=at, zone=zone, place=found.place),
        )


def check_watching(config: Config) -> Iterator[Check]:
    """Whether somebody would notice a missing or failed run; nobody is notified now."""
    watchers = config.settings.job
    if watchers.notify and not find_spec("apprise"):
        yield poor(_("watching"), _(NEEDS_APPRISE), 3)
    # A monitor that pulls needs nothing configured here, one that is pinged does.
    if watchers.ping_url:
        yield _ping_host(watchers.ping_url)
    elif not watchers.notify:
        yield fine(
            _("watching"), _("no [job] ping_url: “sheetsync status” tells a monitor that asks")
        )
    if config.log_file:
        yield _log(config.log_file)


def _ping_host(url: str) -> Check:
    """Whether the host accepts a connection; a request would count as a run."""
    address = urlsplit(url)
    host, port = address.hostname or "", address.port or (443 if address.scheme == "https" else 80)
    try:
        socket.create_connection((host, port), timeout=5).close()
    except (OSError, ValueError) as error:
        words = reason(error) if isinstance(error, OSError) else str(error)
        return mind(
            _("watching"),
            _("[job] ping_url: {host} does not answer: {reason}", host=host, reason=words),
        )
    return fine(_("watching"), _("{host} is told of each run", host=host))


def _log(path: Path) -> Check:
    there = path if path.exists() else path.parent
    if path.is_dir() or not there.exists() or not os.access(there, os.W_OK):
        return poor(
            _("log"),
            _("“{path}” cannot be written: name a file in a folder that is there", path=path),
            4,
        )
    return fine(_("log"), str(path))
