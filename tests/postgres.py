"""A PostgreSQL of the tests' own on a loopback port; where there is none, they skip with a word."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

# Of the database that asks: nobody else is in it, and nothing. Waits 5 seconds for whoever is.
_EMPTY = """
DO $$
DECLARE schema name;
BEGIN
    PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    FOR schema IN SELECT nspname FROM pg_namespace
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', schema);
    END LOOP;
    CREATE SCHEMA public;
END $$
"""
_OPTIONS = ("fsync=off", "full_page_writes=off", "max_connections=200", "shared_buffers=32MB")


@dataclass
class Server:
    """A server that can be stopped hard and started again over the same data."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=count)
    _lent: list[str] = field(default_factory=list)
    _free: list[str] = field(default_factory=list)

    def start(self) -> None:
        options = [word for option in _OPTIONS for word in ("-c", option)]
        words = ["postgres", "-D", self.folder, "-p", self.port, "-h", "127.0.0.1", *options]
        self.process = _as_user([*map(str, words), "-k", str(self.folder)])
        for _ in range(300):
            if self._answers():
                return
            time.sleep(0.05)
        raise AssertionError("the server does not answer")

    def stop(self) -> None:
        """At once: what was not committed is gone."""
        if self.process:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()

    def new(self) -> str:
        """The URL of an empty database, until `take_back`; the program has never met its name."""
        name = f"t{next(self._numbers)}"
        if self._free:
            self._execute(f"ALTER DATABASE {self._free.pop()} RENAME TO {name}")
        else:
            self._execute(f"CREATE DATABASE {name}")
        self._lent.append(name)
        return self._url(name)

    def take_back(self) -> None:
        """Empty what `new` has lent; to create and remove a database takes ten times as long."""
        while self._lent:
            name = self._lent.pop()
            self._execute(_EMPTY, name)
            self._free.append(name)

    def kept(self) -> str:
        """As `new`, but for longer than a test."""
        url = self.new()
        self._lent.pop()
        return url

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def _execute(self, statement: str, name: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self._url(name), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    def _answers(self) -> bool:
        import psycopg

        try:
            self._execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def server() -> Iterator[Server]:
    """A server over an empty data folder, which is removed at the end."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    if sys.platform == "win32" or not shutil.which("initdb") or not shutil.which("postgres"):
        pytest.skip("PostgreSQL is not installed")
    if os.geteuid() == 0 and not _has_user():
        pytest.skip("PostgreSQL refuses to run as root, and there is no user for it")
    folder = Path(tempfile.mkdtemp(prefix="sheetsync-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        words = ["initdb", "-D", str(folder), "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8"]
        assert _as_user([*words, "--locale", "C"]).wait() == 0
        found = Server(folder, _free_port())
        found.start()
        yield found
        found.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_user(words: list[str]) -> "subprocess.Popen[bytes]":
    """PostgreSQL refuses to run as root; its package brings a user for it."""
    quiet: dict[str, Callable[..., None] | int | str] = {"cwd": "/"}
    user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    return subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **quiet, **user
    )  # type: ignore[call-overload, no-any-return]


def _has_user() -> bool:
    import pwd

    return any(each.pw_name == "postgres" for each in pwd.getpwall())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
