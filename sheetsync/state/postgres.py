"""What is particular to PostgreSQL: its schema, its locks, and what its errors mean."""

import atexit
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache, partial
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from sheetsync.errors import ConfigError, PlanLocked, StateError
from sheetsync.languages import _
from sheetsync.state.database import Database

SCHEMA = "sheetsync"
_REFUSALS = ("42501", "25P03")  # insufficient_privilege, idle_in_transaction_session_timeout
_POOL = 80  # connections that the threads of a process may want at once
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

    def __init__(self, url: str, schema: str = SCHEMA) -> None:
        super().__init__(shown(url), _engine(url, schema))
        self._schema = schema

    def close(self) -> None:
        """Nothing: a new connection a plan would cost more than what the plan asks."""

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Say in a sentence what PostgreSQL reports. Raises StateError."""
        with in_words(self.place):
            yield

    def lock(self, connection: Connection, owner: str) -> None:
        """By advisory locks: writers of one plan take turns, who writes all waits for every one."""
        keys = {"all": lock_key(f"{self._schema} write")}
        if not owner:
            connection.execute(text("SELECT pg_advisory_xact_lock(:all)"), keys)
            return
        # Shared with other plans' writers, but not with `forget`, which goes through all plans.
        both = "SELECT pg_advisory_xact_lock_shared(:all), pg_advisory_xact_lock(:one)"
        keys["one"] = lock_key(f"{self._schema} write {owner}")
        connection.execute(text(both), keys)

    def wipe(self) -> None:
        """Rewrite the tables; copies of the database and its log of writes are their keeper's."""
        with self.in_words(), closing(self.engine.raw_connection()) as connection:
            # VACUUM refuses to run within a transaction.
            driver: Any = connection.driver_connection
            driver.autocommit = True
            try:
                connection.cursor().execute("VACUUM FULL")
            finally:
                driver.autocommit = False

    def _reader(self, *, alone: bool) -> Engine:
        if alone:
            return self.engine.execution_options(isolation_level="AUTOCOMMIT")
        # READ COMMITTED, the default, would show each statement a state of its own.
        return self.engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )


def shown(url: str) -> str:
    """The URL without its password."""
    return make_url(url).render_as_string()


def driver_url(url: str) -> str:
    """The URL as psycopg wants it. Raises ConfigError where psycopg is not installed."""
    try:
        import psycopg  # noqa: F401 - asked for, so that its lack is said in a sentence
    except ImportError as error:
        raise ConfigError(
            _("A database of PostgreSQL needs: {command}", command="pip install 'sheetsync[fleet]'")
        ) from error
    # One spelling for both: libpq refuses `+psycopg`, SQLAlchemy 2 refuses `postgres://`.
    _scheme, _colon, rest = url.partition("://")
    return f"postgresql://{rest}"


class Claim:
    """A lock that a session of its own holds: a frozen process keeps it, a dead one does not."""

    def __init__(self, session: Any, place: str) -> None:
        self._session = session
        self._place = place

    def check(self) -> None:
        """Raises StateError where the session, and with it the lock, is gone."""
        with _driver_words(self._place):
            self._session.execute("SELECT 1")


@contextmanager
def claimed(url: str, name: str) -> Iterator[Claim]:
    """Hold the claim on that name while the block runs; nobody else has it meanwhile.

    Raises PlanLocked where another session holds it, StateError where the server is away.
    """
    place = shown(url)
    address = driver_url(url)
    import psycopg

    with _driver_words(place):
        # Else a transaction would stand idle for as long as the plan runs.
        session = psycopg.connect(address, autocommit=True, **ALIVE)
    try:
        with _driver_words(place):
            asked = session.execute("SELECT pg_try_advisory_lock(%s)", (lock_key(name),))
            mine = asked.fetchone()
        if mine != (True,):
            raise PlanLocked(
                _(
                    "Another run of this plan is under way{known}. Wait for its end: nothing is "
                    "lost by running again.",
                    known="",
                )
            )
        yield Claim(session, place)
    finally:
        session.close()


def is_claimed(url: str, name: str) -> bool:
    """Whether a session holds the claim on that name. Raises StateError."""
    with PostgresDatabase(url).reading() as connection:
        return lock_key(name) in held_claims(connection)


def held_claims(connection: Connection) -> frozenset[int]:
    """The keys that sessions hold now, of this database."""
    rows = connection.execute(
        text(
            # A key of 64 bits stands in two halves, and objsubid is 1 (PostgreSQL's "pg_locks").
            "SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks "
            "WHERE locktype = 'advisory' AND objsubid = 1 AND granted "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
    )
    return frozenset(rows.scalars())


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
        _(
            "The database {path}: {error}. Check that it runs and lets us in.",
            path=place,
            error=words,
        )
    )


def lock_key(name: str) -> int:
    """A name as the number that an advisory lock has, far from those of other programs."""
    digest = blake2b(f"sheetsync {name}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@contextmanager
def in_words(place: str) -> Iterator[None]:
    """Say in a sentence what PostgreSQL reports; a mistake in a statement is a bug of ours."""
    try:
        yield
    except DBAPIError as error:
        known = getattr(error.orig, "sqlstate", "") in _REFUSALS
        if not (isinstance(error, OperationalError | InterfaceError) or known):
            raise
        raise unreachable(place, error.orig) from error


@cache
def _engine(url: str, schema: str) -> Engine:
    """One pool a process: it outlives its plans, which come by the hundred."""
    whole = driver_url(url).replace("postgresql://", "postgresql+psycopg://", 1)
    options = f"-csearch_path={schema} {TIMEOUTS}"
    engine = create_engine(
        whole,
        pool_pre_ping=True,  # the server may have been started anew since
        pool_size=8,
        max_overflow=_POOL,
        connect_args={**ALIVE, "options": options, "cursor_factory": _row_by_row()},
    )
    event.listen(engine, "first_connect", partial(_make_schema, schema))
    # A session that merely breaks off stands in the server's log as a fault.
    atexit.register(engine.dispose)
    return engine


def _row_by_row() -> type:
    """The driver's cursor, but for many rows: it sends these as a pipeline.

    Amid one the server takes a frozen process for a busy one, and `TIMEOUTS` never end it.
    """
    import psycopg

    class RowByRow(psycopg.Cursor[Any]):
        def executemany(
            self, query: Any, params_seq: Iterable[Any], *, returning: bool = False
        ) -> None:
            if returning:  # only the driver's own keeps the results of all
                super().executemany(query, params_seq, returning=True)
                return
            for parameters in params_seq:
                self.execute(query, parameters)

    return RowByRow


def _make_schema(schema: str, connection: Any, _entry: object) -> None:
    with connection.cursor() as cursor:
        # Asked first: even IF NOT EXISTS wants the right to create, which a worker may lack.
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (schema,))
        if cursor.fetchone() is None:
            # IF NOT EXISTS is no lock: of two sessions at once one would meet a duplicate name.
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (lock_key("schema"),))
            cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    connection.commit()
