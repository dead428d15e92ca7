"""Brings a store to the newest revision; alembic is only imported where there is something to do.

A new revision is a module in `versions` and the same change in `schema`, which names it.
"""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, inspect, select, table
from sqlalchemy import column as named

from sheetsync.errors import StoreTooNew, StoreUnreadable
from sheetsync.languages import _
from sheetsync.state.schema import REVISION, VERSION_TABLE


def bring_up(engine: Engine, *, keep_copy: Callable[[], None]) -> None:
    """Create the tables or migrate them in one transaction; an old store is copied first.

    Raises StoreTooNew where a newer version of the program has been at it, StoreUnreadable where
    the database is not ours.
    """
    with engine.connect() as connection:
        if _revision(connection) == REVISION:
            return
    with engine.execution_options(writes=True).begin() as connection:
        found = _revision(connection)  # again, now that no other process can migrate it
        if found != REVISION:
            _migrate(connection, found, keep_copy)


def _revision(connection: Connection) -> str:
    """The stored revision, "" for a database without tables."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return ""
    if VERSION_TABLE not in tables:
        raise StoreUnreadable(
            _(
                "The database “{database}” belongs to another program. Move the file away: "
                "the next run makes a new one.",
                database=connection.engine.url.database,
            )
        )
    return str(connection.scalar(select(named("version_num")).select_from(table(VERSION_TABLE))))


def _migrate(connection: Connection, found: str, keep_copy: Callable[[], None]) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "sheetsync.state:migrations")
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found and found not in known:
        raise StoreTooNew(
            _(
                "The memory “{database}” was written by a newer version of the program. "
                "Upgrade it: pip install --upgrade sheetsync.",
                database=connection.engine.url.database,
            )
        )
    if found:
        keep_copy()
    command.upgrade(config, REVISION)
