"""The pool of service accounts: credentials, connections and quota are kept warm an account."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sheetsync.config.fleet import FleetSection
from sheetsync.errors import WorkbookError
from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.quota import AccountThrottle, Limiter

if TYPE_CHECKING:
    from google.auth.credentials import Credentials
    from google.auth.transport import Request
    from requests.adapters import HTTPAdapter

    from sheetsync.workbooks.google.client import SharedAccess, SheetsClient


class Account:
    """One key file's way to Google."""

    def __init__(self, key: Path | None, settings: FleetSection, limiter: Limiter) -> None:
        self._key = key
        self._settings = settings
        self._limiter = limiter
        self._lock = Lock()
        self._access: tuple[Credentials, SharedAccess] | None = None

    def client(self, patience: float) -> "tuple[SheetsClient, str]":
        """A client for one plan, with a warm token. Raises ConfigError, WorkbookError."""
        from sheetsync.workbooks.google.access import EMULATOR, account_of
        from sheetsync.workbooks.google.client import Patience, SheetsClient, api_base
        from sheetsync.workbooks.google.patience import Budget

        # A budget a plan: what one spends on waiting is not taken from the next.
        budget = Budget(Patience(deadline=patience))
        credentials, shared = self._warm()
        base = api_base(os.environ.get(EMULATOR, ""))
        client = SheetsClient(credentials, base=base, budget=budget, shared=shared)
        return client, account_of(credentials)

    def _warm(self) -> "tuple[Credentials, SharedAccess]":
        """The credentials and connections that all threads share, with a valid token."""
        from sheetsync.workbooks.google.client import token_request
        from sheetsync.workbooks.google.errors import translated

        # Otherwise every thread would fetch a token of its own when an hour is over.
        with self._lock:
            if self._access is None:
                self._access = self._opened()
            credentials, shared = self._access
            if not credentials.valid:
                # google-auth leaves this one method without types.
                refresh: Callable[[Request], None] = credentials.refresh
                with translated("", ""):
                    refresh(token_request())
        return credentials, shared

    def _opened(self) -> "tuple[Credentials, SharedAccess]":
        from sheetsync.workbooks.google.access import account_of, load_credentials
        from sheetsync.workbooks.google.client import SharedAccess, token_request
        from sheetsync.workbooks.google.errors import translated

        with translated("", ""):
            credentials = load_credentials(self._key, token_request())
        throttle = AccountThrottle(
            limiter=self._limiter,
            account=account_of(credentials) or str(self._key or ""),
            reads=self._settings.reads,
            writes=self._settings.writes,
        )
        return credentials, SharedAccess(throttle=throttle, adapter=_adapter(self._settings))


class Accounts:
    """The accounts by key file."""

    def __init__(
        self, keys: tuple[Path, ...], settings: FleetSection, database: FleetDatabase
    ) -> None:
        self._keys = keys
        self._settings = settings
        self._database = database
        self._limiter = Limiter(database=database)
        self._lock = Lock()
        self._accounts: dict[Path | None, Account] = {}

    def client(self, key: Path | None) -> "tuple[SheetsClient, str]":
        """A client of the account with that key."""
        return self._account(key).client(self._settings.patience)

    def connect(self, key: Path | None, attended: bool) -> "tuple[SheetsClient, str]":  # noqa: ARG002
        """As `daily.opened_job` wants it."""
        return self.client(key)

    def bound(self, spreadsheet: str) -> Path | None:
        """The key of the pool's account that may read the sheet, found once and remembered.

        The least used ones are tried first. None where the pool is empty; raises what the last
        account was refused with where none may.
        """
        if not self._keys:
            return None
        # A key may have been taken out of the pool since: then another one is looked for.
        known = self._database.rows("SELECT key FROM bindings WHERE spreadsheet = ?", spreadsheet)
        # By its name, for on another machine it lies elsewhere.
        for key in self._keys:
            if known and key.name == Path(known[0][0]).name:
                return key
        key = self._first_that_reads(spreadsheet)
        with self._database.writing() as connection:
            values = (spreadsheet, str(key))
            connection.execute(
                "INSERT INTO bindings (spreadsheet, key) VALUES (?, ?) "
                "ON CONFLICT (spreadsheet) DO UPDATE SET key = excluded.key",
                values,
            )
        return key

    def _first_that_reads(self, spreadsheet: str) -> Path:
        counted = self._database.rows("SELECT key, count(*) FROM bindings GROUP BY key")
        used = {Path(key): count for key, count in counted}
        refused: WorkbookError | None = None
        for key in sorted(self._keys, key=lambda each: used.get(each, 0)):
            # There is nothing to choose, and to try would cost two reads.
            if len(self._keys) == 1:
                return key
            try:
                self._probe(key, spreadsheet)
            except WorkbookError as error:
                refused = error
            else:
                return key
        raise refused or WorkbookError("no account of the pool may open {sheet}", sheet=spreadsheet)

    def _probe(self, key: Path, spreadsheet: str) -> None:
        from sheetsync.workbooks.google.workbook import GoogleWorkbook

        client, account = self.client(key)
        GoogleWorkbook(spreadsheet, client, places={}, account=account).read()

    def _account(self, key: Path | None) -> Account:
        # Plans name one file by many ways, each from a folder of its own.
        key = key.resolve() if key else None
        with self._lock:
            if key not in self._accounts:
                self._accounts[key] = Account(key, self._settings, self._limiter)
            return self._accounts[key]


def _adapter(settings: FleetSection) -> "HTTPAdapter":
    from requests.adapters import HTTPAdapter

    # urllib3 drops connections beyond the size of its pool, and a new one costs a handshake.
    return HTTPAdapter(pool_connections=4, pool_maxsize=settings.threads)
