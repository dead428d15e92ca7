"""Tries every part that a daily run needs, with no effect, and says what to do about failures."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import cache
from pathlib import Path

from sheetsync import __version__
from sheetsync.config import Config, load_config
from sheetsync.daily.checkup_parts import (
    Check,
    check_clock,
    check_mail,
    check_memory,
    check_schedule,
    check_watching,
    failed,
    fine,
    mind,
    poor,
)
from sheetsync.daily.gathering import load_history
from sheetsync.daily.job import Job, opened_job
from sheetsync.daily.not_arrived import resting_mailboxes_of
from sheetsync.daily.plan_reading import Reading, read
from sheetsync.daily.readiness import binned, marks_words
from sheetsync.daily.tabs import our_tabs
from sheetsync.errors import SheetsyncError
from sheetsync.languages import _, active, between_quotes, first_quoted, ngettext
from sheetsync.model import DeadlineKind, Plan, Severity
from sheetsync.workbooks.locks import lock_of
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

_LONG_AGO = 3  # days without a run: more than a weekend


def checkup(folder: Path, *, now: datetime, test: str = "") -> Iterator[Check]:
    """The parts in the order in which a run needs them; without settings nothing more is tried.

    `now` is a moment with a time zone, `test` an address that one letter is sent to.
    """
    version = ".".join(map(str, sys.version_info[:3]))
    yield fine(_("program"), f"sheetsync {__version__}, Python {version}")
    try:
        config = load_config(folder)
    except SheetsyncError as error:
        yield failed(_("settings"), error)
        return
    yield _settings(config)
    with ExitStack() as stack:
        # Once for all parts, but where that fails: then each says why, or what it can without.
        job = cache(lambda: stack.enter_context(opened_job(folder)))
        reading = cache(lambda: read(job()))
        yield from _run_each(
            {
                _("memory"): lambda: check_memory(config),
                _("clock"): lambda: check_clock(config, now=now),
                _("plan"): lambda: _plan(job(), reading()),
                _("tabs"): lambda: _tabs(config, lambda: _refusal(job(), reading())),
                _("mail"): lambda: check_mail(config, now=now, test=test),
                _("mailboxes"): lambda: _mailboxes(job()),
                _("schedule"): lambda: check_schedule(config),
                _("watching"): lambda: check_watching(config),
            }
        )


def _run_each(parts: dict[str, Callable[[], Iterator[Check]]]) -> Iterator[Check]:
    told: set[str] = set()
    # Each by itself: the first part that fails must not hide what is wrong with the next.
    for part, check in parts.items():
        try:
            yield from check()
        except SheetsyncError as error:
            # Others that need the memory or the plan would only say the same.
            if str(error) not in told:
                yield failed(part, error)
            told.add(str(error))


def _settings(config: Config) -> Check:
    count = len(config.roster.departments)
    named = ngettext("{n} entry", "{n} entries", count)
    return fine(
        _("settings"),
        _("{resolve}: read, {named} in the roster", resolve=config.folder.resolve(), named=named),
    )


def _plan(job: Job, reading: Reading) -> Iterator[Check]:
    plan = reading.agenda.plan
    tabs = plan.tabs or (plan.tab,)
    said = ngettext(
        "{place}, tab “{tab}”: {understood}",
        "{place}, tabs “{tab}”: {understood}",
        min(len(tabs), 2),
        place=job.workbook.place,
        tab=between_quotes(tabs),
        understood=_counts_words(plan),
    )
    yield fine(_("plan"), said)
    # Asked each time: a person who runs a check-up can spare the request that a run saves.
    yield from (failed(_("bin"), error) for error in binned(job))
    yield from _findings(plan)
    yield from _last_run(job)


def _counts_words(plan: Plan) -> str:
    total = len(plan.measures)
    unread = sum(m.deadline.kind is DeadlineKind.UNREADABLE for m in plan.measures)
    unled = sum(not m.assignment.own_lead for m in plan.measures)
    counted = ngettext("{n} measure", "{n} measures", total)
    return _(
        "{counted}; deadlines understood: {total}, leads known: {total2}",
        counted=counted,
        total=total - unread,
        total2=total - unled,
    )


def _findings(plan: Plan) -> Iterator[Check]:
    if words := marks_words(plan):
        yield mind(_("marks"), words)
    errors = sum(finding.severity is Severity.ERROR for finding in plan.findings)
    others = sum(finding.severity is Severity.WARNING for finding in plan.findings)
    said = [ngettext("{n} error", "{n} errors", errors)] if errors else []
    said += [ngettext("{n} warning", "{n} warnings", others)] if others else []
    if said:
        counted = ", ".join(said)
        yield mind(_("findings"), _("{counted}: “sheetsync validate” lists them", counted=counted))
    # By name, once: a party without a mailbox may lead many measures.
    silent = sorted({f.quote for f in plan.findings if f.code == "no-address"})
    if silent:
        names = first_quoted(silent, 5)
        words = _("no mailbox: {names}; enter them in departments.toml", names=names)
        yield mind(_("addresses"), words)


def _last_run(job: Job) -> Iterator[Check]:
    with job.store.reading() as records:
        # `sync` takes snapshots, too, but only a run chases anybody.
        last = records.last(job.name, told=True)
        newest = next(iter(records.runs(job.name, newest=1)), None)
    if newest and newest.exit_code is None:
        words = _("the last one was interrupted: “sheetsync status” shows them")
        yield mind(_("runs"), words)
    elif newest and newest.exit_code:
        words = _(
            "the last one ended with exit code {code}: “sheetsync status” shows them",
            code=newest.exit_code,
        )
        yield mind(_("runs"), words)
    if last is None:
        yield mind(
            _("runs"), _("none so far: “sheetsync run --dry-run” shows a day without effects")
        )
    elif (job.today - last.taken.date()).days > _LONG_AGO:
        yield mind(
            _("runs"),
            _("the last one was on {day}: check the schedule", day=active().day(last.taken.date())),
        )
    elif newest is None or newest.exit_code == 0:
        yield fine(_("runs"), _("the last one was on {day}", day=active().day(last.taken.date())))


def _mailboxes(job: Job) -> Iterator[Check]:
    """A check for each mailbox that gets no letters for now, which a run does not mention."""
    for address, rest in resting_mailboxes_of(job, load_history(job)).items():
        again = active().day(rest.until) if rest.until else ""
        yield mind(_("mailboxes"), _resting_words(address, rest.letter.id, again))


def _resting_words(address: str, number: int, again: str) -> str:
    command = f"sheetsync outbox resolve {number} --mended"
    if again:
        return _(
            "{address} refuses letters: the next one goes on {day}, or after {command}",
            address=address,
            day=again,
            command=command,
        )
    return _(
        "{address} refused three letters in a row and gets none any more: correct the address in "
        "departments.toml or, once it takes letters again, {command}",
        address=address,
        command=command,
    )


def _tabs(config: Config, refusal: Callable[[], str]) -> Iterator[Check]:
    if config.settings.plan.spreadsheet:
        return
    path = config.workbook
    if not path.exists():
        return  # the plan's own check says so
    lock = lock_of(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        yield poor(
            _("tabs"), _("“{path}” is not writable: ask for permission to write", path=path), 4
        )
    # As a run does: what is refused is refused whoever has the workbook open.
    elif refused := refusal():
        yield poor(_("tabs"), refused, 4)
    elif lock and lock.stale:
        yield mind(_("tabs"), lock.words.rstrip("."))
    elif lock:
        yield mind(
            _("tabs"),
            _("{words} As long as it is open, the tabs go to a file beside it", words=lock.words),
        )
    else:
        yield fine(_("tabs"), _("the workbook is writable"))


def _refusal(job: Job, reading: Reading) -> str:
    """Why the workbook would refuse our tabs; "" if it takes them."""
    workbook = XlsxWorkbook(job.config.workbook, today=job.today)
    return workbook.refuses(our_tabs(job, reading), plan_tab=reading.agenda.plan.tab)
