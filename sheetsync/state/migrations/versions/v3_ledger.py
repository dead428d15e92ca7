"""What was written to whom, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Create the tables for letters, what they told, and words."""
    op.create_table(
        "letters",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("trigger", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("message_id", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("reply", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("changed", sa.String(40), nullable=False),
        sa.Column("snapshot", sa.Integer, nullable=False),
        sa.UniqueConstraint("plan", "scope", "day", "kind", "address"),
    )
    op.create_index("letters_of_a_day", "letters", ["day"])
    op.create_table(
        "letter_bytes",
        sa.Column("letter", sa.Integer, sa.ForeignKey("letters.id"), primary_key=True),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "tellings",
        sa.Column("letter", sa.Integer, sa.ForeignKey("letters.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("identity", sa.Integer, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("due", sa.Date),
        sa.Column("stage", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "words",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("identity", sa.Integer, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
    )
