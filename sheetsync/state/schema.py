"""The tables of the store, in the SQL of both databases, and the way there from older ones.

Each cell text of a plan is stored once, in `texts`. A row is stored once for as long as it stands
unchanged, in `spells`: from the snapshot `since` up to, not including, the snapshot `until` (NULL
while it stands). A snapshot that equals the one before it is thus one row of `snapshots`.

The ledger is `letters` and what hangs on them; their bytes lie apart, so that a change of state
does not write them again.
"""

from sheetsync.model import Line
from sheetsync.state.database import Connection, Database

FIRST = 6
"""The first version that was released: nothing leads from those before it to ours."""

VERSION = 7
"""Of the tables; which fields of a plan have a column in `spells` stands beside it."""

SEVERAL = '["'
"""How the titles begin, as a list, of a plan that was read from several tabs."""

TEXTS = Line._fields[1:]  # all of a row but its place in the sheet
# NULL says "" in a row that was remembered before the plan had the field.
TEXT_COLUMNS = {name: f"{name} {{id}} REFERENCES texts (id)" for name in TEXTS}

# What stands in braces has a name of its own in each database: `Database.words`.
TABLES = {
    "sheetsync_version": """
CREATE TABLE sheetsync_version (
    version_num INTEGER NOT NULL,
    fields TEXT NOT NULL -- those that `spells` has a column for, with spaces between
)""",
    "plans": """
CREATE TABLE plans (
    id {key} PRIMARY KEY,
    name {name} NOT NULL UNIQUE,
    token VARCHAR(16) NOT NULL -- random: no other plan anywhere has it
)""",
    # `taken` as text: neither database keeps an offset, PostgreSQL turns a timestamptz into UTC.
    "snapshots": """
CREATE TABLE snapshots (
    plan INTEGER NOT NULL REFERENCES plans (id),
    serial INTEGER NOT NULL, -- 1, 2, 3, … of the plan
    taken VARCHAR(40) NOT NULL, -- ISO 8601 with the plan's offset on that day
    day DATE NOT NULL, -- the civil day of `taken`
    year INTEGER NOT NULL,
    title TEXT NOT NULL,
    tab TEXT NOT NULL,
    told BOOLEAN NOT NULL,
    scope TEXT NOT NULL, -- of its letters
    PRIMARY KEY (plan, serial)
)""",
    # Not shared by plans: their writers do not wait for each other, and would meet over a row.
    # By digest, for an index of long texts would be as long as they are.
    "texts": """
CREATE TABLE texts (
    id {key} PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    digest {bytes} NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (plan, digest)
)""",
    "spells": f"""
CREATE TABLE spells (
    plan INTEGER NOT NULL REFERENCES plans (id),
    identity INTEGER NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    parent INTEGER,
    row INTEGER NOT NULL,
    {", ".join(TEXT_COLUMNS.values())},
    PRIMARY KEY (plan, identity, since)
) {{clustered}}""",
    "doubts": """
CREATE TABLE doubts (
    plan INTEGER NOT NULL REFERENCES plans (id),
    identity INTEGER NOT NULL,
    candidate INTEGER NOT NULL, -- it may be this one
    PRIMARY KEY (plan, identity, candidate)
)""",
    "links": """
CREATE TABLE links (
    plan INTEGER NOT NULL REFERENCES plans (id),
    a INTEGER NOT NULL,
    b INTEGER NOT NULL, -- is a, a person says
    PRIMARY KEY (plan, a, b)
)""",
    "letters": """
CREATE TABLE letters (
    id {key} PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    scope TEXT NOT NULL, -- "", or the name of a rehearsal
    day DATE NOT NULL,
    kind VARCHAR(20) NOT NULL,
    address TEXT NOT NULL, -- whom it is for
    recipient TEXT NOT NULL, -- the mailbox it goes to
    state VARCHAR(20) NOT NULL,
    trigger TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL,
    digest VARCHAR(64) NOT NULL, -- SHA-256 of the bytes, in hexadecimal
    reply TEXT NOT NULL,
    tries INTEGER NOT NULL,
    changed VARCHAR(40) NOT NULL, -- ISO 8601 with an offset
    snapshot INTEGER NOT NULL, -- the serial of the one it was composed from
    UNIQUE (plan, scope, day, kind, address)
);
-- The sender's limit of a day is counted over all plans.
CREATE INDEX letters_of_a_day ON letters (day)""",
    "letter_bytes": """
CREATE TABLE letter_bytes (
    letter {id} NOT NULL PRIMARY KEY REFERENCES letters (id),
    raw {bytes} NOT NULL
)""",
    "tellings": """
CREATE TABLE tellings (
    letter {id} NOT NULL REFERENCES letters (id),
    place INTEGER NOT NULL, -- 0, 1, 2, … of the letter
    identity INTEGER NOT NULL,
    what TEXT NOT NULL,
    department TEXT NOT NULL,
    due DATE,
    stage TEXT NOT NULL,
    PRIMARY KEY (letter, place)
) {clustered}""",
    "mended": """
CREATE TABLE mended (
    plan INTEGER NOT NULL REFERENCES plans (id),
    address TEXT NOT NULL,
    day DATE NOT NULL, -- since when a refused mailbox takes letters again
    PRIMARY KEY (plan, address)
)""",
    "words": """
CREATE TABLE words (
    plan INTEGER NOT NULL REFERENCES plans (id),
    identity INTEGER NOT NULL,
    day DATE NOT NULL, -- of the measure's last word
    PRIMARY KEY (plan, identity)
)""",
    "runs": """
CREATE TABLE runs (
    id {key} PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (id),
    started VARCHAR(40) NOT NULL, -- ISO 8601 with the plan's offset
    ended VARCHAR(40),
    exit_code INTEGER,
    figures TEXT NOT NULL -- JSON: a number by its name
);
CREATE INDEX runs_of_a_plan ON runs (plan)""",
    "places": """
CREATE TABLE places (
    plan INTEGER NOT NULL REFERENCES plans (id),
    key TEXT NOT NULL,
    sheet_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    large BOOLEAN NOT NULL,
    columns TEXT NOT NULL,
    PRIMARY KEY (plan, key)
)""",
}

# What changes the tables raises `VERSION` and adds a step from the one before; a new field of the
# plan needs none, its column is added by the list of those that are there. A step must be fit to be
# taken and undone, as whoever only reads an older memory does, and beside workers of the version
# before, which find out at their next plan: what their statements would write amiss it renames, so
# that they fail.
# By version the statements that lead to the next one, written out: later tables are other tables.
STEPS = {
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
