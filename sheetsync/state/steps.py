"""The way of a memory from an older version of the program to this one.

What changes the tables raises `schema.VERSION` and adds a step from the one before; a new field of
the plan needs none, its column is added by the list of those that are there.

A step must be fit to be taken and undone, as whoever only reads an older memory does, and beside
workers of the version before, which find out at their next plan: what their statements would write
amiss it renames, so that they fail.
"""

from collections.abc import Mapping

from sheetsync.state.database import Connection, Database
from sheetsync.state.schema import TEXT_COLUMNS, VERSION

# By version the statements that lead to the next one, written out: later tables are other tables.
STEPS: Mapping[int, str] = {
    6: """
ALTER TABLE sheetsync_version
ADD COLUMN fields TEXT NOT NULL DEFAULT 'number measure deadline responsible status note section'
"""
}


def carry_over(database: Database, connection: Connection) -> None:
    """Make the tables those of this version, within a transaction that writes.

    They are those of version 6 or a later one, up to this. Every text of a new column is "".
    """
    version = int(connection.scalar("SELECT version_num FROM sheetsync_version"))
    for each in range(version, VERSION):
        database.run(connection, STEPS[each])
    known = connection.scalar("SELECT fields FROM sheetsync_version").split()
    for name, column in TEXT_COLUMNS.items():
        if name not in known:
            database.run(connection, f"ALTER TABLE spells ADD COLUMN {column}")
    connection.execute(
        "UPDATE sheetsync_version SET version_num = ?, fields = ?",
        (VERSION, " ".join(TEXT_COLUMNS)),
    )
