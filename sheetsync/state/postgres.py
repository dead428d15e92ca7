"""What is particular to PostgreSQL: its schema, its locks, and what its errors mean."""

import atexit
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any, ClassVar

from sheetsync.errors import ConfigError, PlanLocked, StateError
from sheetsync.state.database import Connection, Database, Pool

SCHEMA = "sheetsync"
EXAMPLE = "postgresql://sheetsync@db.example.org/sheetsync"
_REFUSALS = ("42501", "25P03")  # insufficient_privilege, idle_in_transaction_session_timeout
# Of a value in our statements; psycopg's own sign.
_PLACEHOLDER = re.compile(r"\?|(?<![:\w]):(\w+)|%")
_PASSWORD = re.compile(r"(?<=://)([^/?#]*?):[^/?#]*@")
# Without these a machine that lost its power holds its plans for two hours, the kernel's default.
ALIVE: dict[str, Any] = {
    "keepalives": 1,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "connect_timeout": 10,
}


# A frozen process would keep the locks of its transaction, and all others would wait for it: the
# server ends what says nothing for so long, and the frozen one is told when it wakes.
TIMEOUTS = "-cidle_in_transaction_session_timeout=15s -clock_timeout=60s"


class PostgresDatabase(Database):
    """The database of a URL; what is kept in it lies in a `schema` of its own.

    Nothing is closed with it: the process keeps its connections for the next plan.
    """

    words: ClassVar[Mapping[str, str]] = {
        # READ COMMITTED, the default, would show each statement a state of its own.
        "read": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        "write": "BEGIN",
        "key": "BIGSERIAL",  # letters of many plans outgrow 31 bits
        "id": "BIGINT",
        "bytes": "BYTEA",
        "name": 'TEXT COLLATE "C"',  # plans come in one order whatever language the server sorts by
        "clustered": "",
    }

    def __init__(self, url: str, schema: str = SCHEMA) -> None:
        super().__init__(shown(url), _pool(driver_url(url), schema))
        import psycopg

        self.missing = (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn)
        self._schema = schema

    def close(self) -> None:
        """Keep the connection: a new one for each plan would cost more than what the plan asks."""

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Turn what PostgreSQL reports into StateError, except for mistakes in our statements."""
        import psycopg

        try:
            yield
        except psycopg.Error as error:
            known = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
            if not (known or error.sqlstate in _REFUSALS):
                raise
            raise unreachable(self.place, error) from error

    def lock(self, connection: Connection, owner: str) -> None:
        """By advisory locks: writers of one plan take turns, who writes all waits for every one."""
        keys = {"all": lock_key(f"{self._schema} write")}
        if not owner:
            connection.execute("SELECT pg_advisory_xact_lock(:all)", keys)
            return
        # Shared with other plans' writers, but not with `forget`, which goes through all plans.
        both = "SELECT pg_advisory_xact_lock_shared(:all), pg_advisory_xact_lock(:one)"
        keys["one"] = lock_key(f"{self._schema} write {owner}")
        connection.execute(both, keys)

    def tables(self, connection: Connection) -> set[str]:
        """The names of those that are there."""
        asked = "SELECT tablename FROM pg_tables WHERE schemaname = ?"
        return {name for (name,) in connection.execute(asked, (self._schema,))}

    def wipe(self) -> None:
        """Rewrite the tables; copies of the database and its log of writes are their keeper's."""
        with self.reading(alone=True) as connection:
            connection.execute("VACUUM FULL")


def shown(url: str, instead: str = ":***") -> str:
    """The URL with that in the place of its password."""
    return _PASSWORD.sub(rf"\1{instead}@", url)


def driver_missing() -> ConfigError:
    """The error for a missing driver."""
    return ConfigError(
        "A database of PostgreSQL needs: {command}", command="pip install 'sheetsync[fleet]'"
    )


def driver_url(url: str) -> str:
    """The URL as psycopg wants it.

    Raises ConfigError where psycopg is not installed, and for what is no URL of a database.
    """
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise driver_missing() from error
    # libpq refuses the `+psycopg` of other programs' URLs.
    _scheme, known, rest = url.partition("://")
    address = f"postgresql://{rest}"
    try:
        conninfo_to_dict(address)
    except psycopg.ProgrammingError:
        known = ""
    if not known:
        # Neither it nor what libpq says of it: both may hold the password.
        raise ConfigError(
            "The URL of the database cannot be read. For example: {example}.", example=EXAMPLE
        )
    return address


@contextmanager
def claimed(url: str, name: str) -> Iterator[Callable[[], None]]:
    """Hold the claim on that name while the block runs; nobody else has it meanwhile.

    It is a lock that a session of its own holds: a frozen process keeps it, a dead one does not.
    The block gets what raises StateError once it is gone. Raises PlanLocked where another session
    holds it, StateError where the server is away.
    """
    place = shown(url)
    address = driver_url(url)
    import psycopg

    with _driver_words(place):
        # Else a transaction would stand idle for as long as the plan runs.
        session = psycopg.connect(address, autocommit=True, **ALIVE)

    def check() -> None:
        with _driver_words(place):
            session.execute("SELECT 1")

    try:
        with _driver_words(place):
            asked = session.execute("SELECT pg_try_advisory_lock(%s)", (lock_key(name),))
            mine = asked.fetchone()
        if mine != (True,):
            raise PlanLocked.by()
        yield check
    finally:
        session.close()


def is_claimed(url: str, name: str) -> bool:
    """Whether a session holds the claim on that name. Raises StateError."""
    with PostgresDatabase(url).reading() as connection:
        return lock_key(name) in held_claims(connection)


def held_claims(connection: Connection) -> frozenset[int]:
    """The keys that sessions hold now, of this database."""
    rows = connection.execute(
        # A key of 64 bits stands in two halves, and objsubid is 1 (PostgreSQL's "pg_locks").
        "SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks "
        "WHERE locktype = 'advisory' AND objsubid = 1 AND granted "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    return frozenset(key for (key,) in rows)


@contextmanager
def _driver_words(place: str) -> Iterator[None]:
    import psycopg

    try:
        yield
    except psycopg.OperationalError as error:
        raise unreachable(place, error) from error


def unreachable(place: str, error: BaseException | None) -> StateError:
    """What the driver says of a server that does not answer, in a sentence."""
    words = " ".join(str(error).split()).rstrip(".")
    return StateError(
        "The database {path}: {error}. Check that it runs and lets us in.", path=place, error=words
    )


def lock_key(name: str) -> int:
    """A name as the number that an advisory lock has, far from those of other programs."""
    digest = blake2b(f"sheetsync {name}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@cache
def _pool(address: str, schema: str) -> Pool:
    """One a process: it outlives its plans, which come by the hundred."""
    made: list[str] = []

    def connect() -> Any:
        import psycopg

        # Days come as texts, as SQLite gives them, whatever style the server writes them in.
        options = f"-csearch_path={schema} -cdatestyle=ISO {TIMEOUTS}"
        driver = psycopg.connect(address, autocommit=True, **ALIVE, options=options)
        try:
            driver.adapters.register_loader("date", psycopg.types.string.TextLoader)
            if not made:
                _make_schema(driver, schema)
                made.append(schema)
        except BaseException:
            driver.close()
            raise
        return driver

    pool = Pool(connect, spelled=_psycopg_statement, alive=_is_alive)
    # A session that merely breaks off stands in the server's log as a fault.
    atexit.register(pool.close)
    return pool


@lru_cache(maxsize=256)
def _psycopg_statement(statement: str) -> str:
    """The statement with psycopg's placeholders; for it a percent sign begins one."""

    def placeholder(found: re.Match[str]) -> str:
        return {"?": "%s", "%": "%%"}.get(found[0], f"%({found[1]})s")

    return _PLACEHOLDER.sub(placeholder, statement)


def _is_alive(driver: Any) -> bool:
    """Whether the server still knows the session: it may have been started anew since."""
    import psycopg

    try:
        driver.execute("SELECT 1")
    except psycopg.OperationalError:
        return False
    return True


def _make_schema(driver: Any, schema: str) -> None:
    # Asked first: even IF NOT EXISTS wants the right to create, which a worker may lack.
    asked = driver.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (schema,))
    if asked.fetchone() is None:
        with driver.transaction():
            # IF NOT EXISTS is no lock: of two sessions at once one would meet a duplicate name.
            driver.execute("SELECT pg_advisory_xact_lock(%s)", (lock_key("schema"),))
            driver.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
