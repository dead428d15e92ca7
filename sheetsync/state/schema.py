"""The tables of the store, as SQLAlchemy Core knows them.

Each cell text of a plan is stored once, in `texts`. A row is stored once for as long as it stands
unchanged, in `spells`: from the snapshot `since` up to, not including, the snapshot `until` (NULL
while it stands). A snapshot that equals the one before it is thus one row of `snapshots`.

The ledger is `letters` and what hangs on them; their bytes lie apart, so that a change of state
does not write them again.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sheetsync.model import Line

# Versions 1 to 5 were those before any release; nothing leads from them to here.
VERSION = 6

SEVERAL = '["'
"""How the titles begin, as a list, of a plan that was read from several tabs."""

METADATA = MetaData()

# SQLite counts up only a key that is called INTEGER; letters of many plans outgrow 31 bits.
Key = BigInteger().with_variant(Integer, "sqlite")
# Plans come in one order whatever language the server sorts by.
Name = Text().with_variant(Text(collation="C"), "postgresql")

version = Table(
    "sheetsync_version",
    METADATA,
    Column("version_num", Integer, nullable=False),
)

plans = Table(
    "plans",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("name", Name, nullable=False, unique=True),
    Column("token", String(16), nullable=False),  # random: no other plan anywhere has it
)

snapshots = Table(
    "snapshots",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("serial", Integer, primary_key=True),  # 1, 2, 3, … of the plan
    # As text: neither database keeps an offset, PostgreSQL turns a timestamptz into UTC.
    Column("taken", String(40), nullable=False),  # ISO 8601 with the plan's offset on that day
    Column("day", Date, nullable=False),  # the civil day of `taken`
    Column("year", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("tab", Text, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("scope", Text, nullable=False),  # of its letters
)

texts = Table(
    "texts",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("plan", Integer, ForeignKey("plans.id"), nullable=False),
    Column("digest", LargeBinary(16), nullable=False),  # an index of long texts would be as long
    Column("text", Text, nullable=False),
    # Not shared by plans: their writers do not wait for each other, and would meet over a row.
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
    *(Column(name, Key, ForeignKey("texts.id"), nullable=False) for name in TEXTS),
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

letters = Table(
    "letters",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("plan", Integer, ForeignKey("plans.id"), nullable=False),
    Column("scope", Text, nullable=False),  # "", or the name of a rehearsal
    Column("day", Date, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("address", Text, nullable=False),  # whom it is for
    Column("recipient", Text, nullable=False),  # the mailbox it goes to
    Column("state", String(20), nullable=False),
    Column("trigger", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("digest", String(64), nullable=False),  # SHA-256 of the bytes, in hexadecimal
    Column("reply", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("changed", String(40), nullable=False),  # ISO 8601 with an offset
    Column("snapshot", Integer, nullable=False),  # the serial of the one it was composed from
    UniqueConstraint("plan", "scope", "day", "kind", "address"),
    # The sender's limit of a day is counted over all plans.
    Index("letters_of_a_day", "day"),
)

letter_bytes = Table(
    "letter_bytes",
    METADATA,
    Column("letter", Key, ForeignKey("letters.id"), primary_key=True),
    Column("raw", LargeBinary, nullable=False),
)

notifications = Table(
    "tellings",
    METADATA,
    Column("letter", Key, ForeignKey("letters.id"), primary_key=True),
    Column("place", Integer, primary_key=True),  # 0, 1, 2, … of the letter
    Column("identity", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("due", Date),
    Column("stage", Text, nullable=False),
    sqlite_with_rowid=False,
)

mended = Table(
    "mended",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("address", Text, primary_key=True),
    Column("day", Date, nullable=False),  # since when a refused mailbox takes letters again
)

words = Table(
    "words",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("identity", Integer, primary_key=True),
    Column("day", Date, nullable=False),  # of the measure's last word
)

runs = Table(
    "runs",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("plan", Integer, ForeignKey("plans.id"), nullable=False),
    Column("started", String(40), nullable=False),  # ISO 8601 with the plan's offset
    Column("ended", String(40)),
    Column("exit_code", Integer),
    Column("figures", Text, nullable=False),  # JSON: a number by its name
    Index("runs_of_a_plan", "plan"),
)

places = Table(
    "places",
    METADATA,
    Column("plan", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("sheet_id", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("large", Boolean, nullable=False),
    Column("columns", Text, nullable=False),
)
