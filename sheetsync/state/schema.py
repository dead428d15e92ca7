"""The tables of the store, as they are at the newest revision; `migrations` says how they grew.

Each cell text of a plan is stored once, in `texts`. A row is stored once for as long as it stands
unchanged, in `spells`: from the snapshot `since` up to, not including, the snapshot `until` (NULL
while it stands). A snapshot that equals the one before it is thus one row of `snapshots`.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sheetsync.model import Line

REVISION = "2"
VERSION_TABLE = "sheetsync_version"

METADATA = MetaData()

plans = Table(
    "plans",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

snapshots = Table(
    "snapshots",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("serial", Integer, primary_key=True),  # 1, 2, 3, … of the plan
    Column("taken", String(40), nullable=False),  # ISO 8601 with the plan's offset on that day
    Column("day", Date, nullable=False),  # the civil day of `taken`
    Column("year", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("tab", Text, nullable=False),
    Column("told", Boolean, nullable=False),
)

texts = Table(
    "texts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("plan", Integer, ForeignKey("plans.id"), nullable=False),
    Column("digest", LargeBinary(16), nullable=False),  # an index of long texts would be as long
    Column("text", Text, nullable=False),
    UniqueConstraint("plan", "digest"),
)

TEXTS = Line._fields[1:]  # all of a row but its place in the sheet

spells = Table(
    "spells",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("identity", Integer, primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer),
    Column("parent", Integer),
    Column("row", Integer, nullable=False),
    *(Column(name, Integer, ForeignKey("texts.id"), nullable=False) for name in TEXTS),
    sqlite_with_rowid=False,  # a third smaller
)

doubts = Table(
    "doubts",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("identity", Integer, primary_key=True),
    Column("candidate", Integer, primary_key=True),  # it may be this one
)

links = Table(
    "links",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("a", Integer, primary_key=True),
    Column("b", Integer, primary_key=True),  # is a, a person says
)
