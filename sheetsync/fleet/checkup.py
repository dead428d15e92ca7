"""Tries what a day of the fleet needs: its database, clock and accounts, and the mail limits."""

import time
from collections import defaultdict
from collections.abc import Iterator

from sheetsync.config import load_config
from sheetsync.daily.checkup_parts import Check, failed, fine, mind, older
from sheetsync.errors import SheetsyncError
from sheetsync.fleet.day import Fleet, all_entries
from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.runner import sender_of
from sheetsync.languages import _, decimal, first_quoted
from sheetsync.state.place import store_path
from sheetsync.state.postgres import shown
from sheetsync.state.store import open_shared_store, open_store

_SKEW = 2.0  # seconds; a day's letters carry the machine's time, slots the database's


def checkup(fleet: Fleet) -> Iterator[Check]:
    """Each part with what to do where it fails; nothing is written or sent."""
    yield fine(_("database"), fleet.database.place)
    ahead = time.time() - fleet.database.clock()
    words = _("{seconds} s apart from the database's", seconds=decimal(abs(ahead)))
    yield fine(_("clock"), words) if abs(ahead) < _SKEW else mind(_("clock"), words)
    entries, _registry, problems = all_entries(fleet)
    yield from (failed(_("registry"), problem) for problem in problems)
    yield from _accounts(fleet)
    running = tuple(entry for entry in entries if entry.paused is None)
    yield from _memory(fleet.database.url, running)
    yield from _plans(running)


def _accounts(fleet: Fleet) -> Iterator[Check]:
    for key in fleet.config.keys:
        try:
            _client, account = fleet.accounts.client(key)
        except SheetsyncError as error:
            yield failed(_("account"), error)
        else:
            yield fine(_("account"), account)


def _memory(url: str, entries: tuple[FleetPlan, ...]) -> Iterator[Check]:
    """Whether each plan's memory can be read, and whether an older version has written it."""
    if url:
        with open_shared_store(url) as store:
            if store.is_old:
                yield older(shown(url))
        return
    old = []
    for entry in entries:
        path = store_path(entry.folder)
        try:
            if path.exists():
                with open_store(path) as store:
                    old += [entry.name] if store.is_old else []
        except SheetsyncError as error:
            yield failed(entry.name, error)
    if old:
        yield older(first_quoted(old, 5))


def _plans(entries: tuple[FleetPlan, ...]) -> Iterator[Check]:
    """Settings of each, and whether the first of a month fits each sender's limit of a day."""
    readers: defaultdict[str, set[str]] = defaultdict(set)
    limits: dict[str, int] = {}
    for entry in entries:
        try:
            config = load_config(entry.folder)
        except SheetsyncError as error:
            yield failed(entry.name, error)
            continue
        server, folder = config.mail_server, config.outbox.resolve().as_posix()
        sender = sender_of(config) if server else _("files in {folder}", folder=folder)
        readers[sender] |= config.readers()
        if server and server.daily_limit is not None:
            # Plans may name several limits for a mailbox that has but one: the least is safe.
            limits[sender] = min(limits.get(sender, server.daily_limit), server.daily_limit)
    for sender, addresses in readers.items():
        letters, limit = len(addresses), limits.get(sender)
        if limit is None or letters <= limit:
            yield fine(_("mail"), _("{sender}: up to {n} letters a day", sender=sender, n=letters))
        else:
            words = _(
                "{sender}: up to {n} letters a day, its limit is {limit}: the rest goes on later "
                "days. Divide the plans among senders",
                sender=sender,
                n=letters,
                limit=limit,
            )
            yield mind(_("mail"), words)
