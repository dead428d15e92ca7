"""Tries every part that a daily run needs, with no effect: what works, and what to do where not."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from sheetsync import __version__
from sheetsync.config import Config, load_config
from sheetsync.daily.bin import binned
from sheetsync.daily.job import Job
from sheetsync.daily.opening import opened_job
from sheetsync.daily.reading import read
from sheetsync.errors import SheetsyncError
from sheetsync.mail.password import read_password
from sheetsync.mail.smtp import connect
from sheetsync.model import DeadlineKind, Plan, Severity
from sheetsync.ops.schedule.choice import scheduler, usual
from sheetsync.ops.schedule.task import Task
from sheetsync.state.place import on_share, store_path
from sheetsync.words.terms import day_words, plural
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


def checkup(folder: Path, *, now: datetime) -> Iterator[Check]:
    """The parts in the order in which a run needs them; without settings nothing more is tried.

    `now` is a moment with a time zone.
    """
    version = ".".join(map(str, sys.version_info[:3]))
    yield _fine("программа", f"sheetsync {__version__}, Python {version}")
    try:
        config = load_config(folder)
    except SheetsyncError as error:
        yield _failed("настройки", error)
        return
    yield _settings(config)
    parts: dict[str, Callable[[Config], Iterator[Check]]] = {
        "память": _memory,
        "часы": lambda config: _clock(config, now=now),
        "план": _plan,
        "вкладки": _tabs,
        "почта": _mail,
        "расписание": _schedule,
    }
    for part, check in parts.items():
        try:
            yield from check(config)
        except SheetsyncError as error:
            yield _failed(part, error)


def _settings(config: Config) -> Check:
    count = len(config.roster.departments)
    named = plural(count, "запись", "записи", "записей")
    return _fine("настройки", f"{config.folder.resolve()}: прочитаны, в реестре {count} {named}")


def _clock(config: Config, *, now: datetime) -> Iterator[Check]:
    zone = config.settings.plan.timezone
    here = now.astimezone(ZoneInfo(zone))
    with opened_job(config.folder) as job:
        last = job.store.last(job.name)
    if last and last.taken.replace(tzinfo=None) > here.replace(tzinfo=None):
        yield Check(
            part="часы",
            level=Level.PROBLEM,
            words=f"сейчас {here:%d.%m.%Y %H:%M}, а последний запуск был позже, "
            f"{last.taken:%d.%m.%Y %H:%M}: проверьте часы компьютера",
            exit_code=2,
        )
    else:
        yield _fine("часы", f"{here:%d.%m.%Y %H:%M}, {zone}")


def _memory(config: Config) -> Iterator[Check]:
    path = store_path(config.folder)
    free = shutil.disk_usage(path.parent if path.parent.exists() else config.folder).free
    if not os.access(config.folder, os.W_OK):
        yield _poor("память", f"в папку «{config.folder}» нельзя писать: попросите право записи", 4)
    elif free < _LEAST_SPACE:
        yield _poor("память", f"на диске осталось {free // 2**20} МБ: освободите место", 4)
    elif on_share(config.folder):
        yield _fine("память", f"{path}: папка плана – на сетевом диске, память – на этом")
    else:
        yield _fine("память", str(path))


def _plan(config: Config) -> Iterator[Check]:
    with opened_job(config.folder) as job:
        plan = read(job).agenda.plan
        yield _fine("план", f"{job.workbook.place}, лист «{plan.tab}»: {_understood(plan)}")
        yield from (_failed("корзина", error) for error in binned(job))
        yield from _findings(plan)
        yield from _last_run(job)


def _understood(plan: Plan) -> str:
    total = len(plan.measures)
    unread = sum(m.deadline.kind is DeadlineKind.UNREADABLE for m in plan.measures)
    unled = sum(m.assignment.lead is None or m.assignment.unled for m in plan.measures)
    counted = f"{total} {plural(total, 'пункт', 'пункта', 'пунктов')}"
    return f"{counted}, срок понятен у {total - unread}, ответственный известен у {total - unled}"


def _findings(plan: Plan) -> Iterator[Check]:
    errors = sum(finding.severity is Severity.ERROR for finding in plan.findings)
    others = sum(finding.severity is Severity.WARNING for finding in plan.findings)
    if errors or others:
        counted = f"ошибок {errors}, предупреждений {others}"
        yield _mind("замечания", f"{counted}: список покажет «sheetsync validate»")
    silent = sorted({f.quote for f in plan.findings if f.code == "no-address"})
    if silent:
        names = ", ".join(f"«{name}»" for name in silent[:5])
        more = f" и ещё {len(silent) - 5}" if len(silent) > 5 else ""
        yield _mind("адреса", f"нет почты: {names}{more}; впишите в departments.toml")


def _last_run(job: Job) -> Iterator[Check]:
    days = job.store.days(job.name, told=True)
    if not days:
        yield _mind(
            "запуски", "ещё не было: «sheetsync run --dry-run» покажет день без последствий"
        )
    elif (job.today - days[-1]).days > _LONG_AGO:
        yield _mind("запуски", f"последний – {day_words(days[-1])}: проверьте расписание")
    else:
        yield _fine("запуски", f"последний – {day_words(days[-1])}")


def _tabs(config: Config) -> Iterator[Check]:
    if config.settings.plan.spreadsheet:
        return
    path = config.workbook
    lock = lock_of(path)
    if lock and lock.stale:
        yield _mind("вкладки", lock.words.rstrip("."))
    elif lock:
        yield _mind("вкладки", f"{lock.words} Пока она открыта, вкладки пишутся в файл рядом")
    elif not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        yield _poor("вкладки", f"в «{path}» нельзя писать: попросите право записи", 4)
    else:
        yield _fine("вкладки", "книгу можно записать")


def _mail(config: Config) -> Iterator[Check]:
    server, mail = config.mail_server, config.settings.mail
    if server is None:
        words = f"сервер не назван в [mail]: письма ложатся файлами в «{config.outbox}»"
        yield _mind("почта", words)
        return
    password = read_password(config.password_file) if server.login else ""
    connect(server, password).close()
    yield _fine("почта", f"{server.host}: вход выполнен, письма идут от {server.sender}")
    if mail.redirect_to:
        yield _mind("почта", f"проба: все письма идут на {mail.redirect_to} ([mail] redirect_to)")


def _schedule(config: Config) -> Iterator[Check]:
    at = config.settings.job.at
    if at is None:
        yield _mind("расписание", 'время не названо: впишите в [job] at = "10:00"')
        return
    zone = config.settings.plan.timezone
    task = Task(folder=config.folder.resolve(), at=at, zone=zone)
    found = scheduler(usual()).state(task)
    if found is None:
        yield _mind("расписание", "запуск не записан: «sheetsync schedule --install»")
    else:
        yield _fine("расписание", f"каждый день в {at:%H:%M} ({zone}): {found.place}")


def _fine(part: str, words: str) -> Check:
    return Check(part=part, level=Level.OK, words=words)


def _mind(part: str, words: str) -> Check:
    return Check(part=part, level=Level.ATTENTION, words=words)


def _poor(part: str, words: str, exit_code: int) -> Check:
    return Check(part=part, level=Level.PROBLEM, words=words, exit_code=exit_code)


def _failed(part: str, error: SheetsyncError) -> Check:
    return Check(part=part, level=Level.PROBLEM, words=str(error), exit_code=error.exit_code)
