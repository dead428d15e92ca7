"""The rows of plans, snapshot by snapshot."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Create the tables for snapshots."""
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
    )
    op.create_table(
        "snapshots",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("serial", sa.Integer, primary_key=True),
        sa.Column("taken", sa.String(40), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("tab", sa.Text, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
    )
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("digest", sa.LargeBinary(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.UniqueConstraint("plan", "digest"),
    )
    words = ("number", "measure", "deadline", "responsible", "status", "note", "section")
    op.create_table(
        "spells",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("identity", sa.Integer, primary_key=True),
        sa.Column("since", sa.Integer, primary_key=True),
        sa.Column("until", sa.Integer),
        sa.Column("parent", sa.Integer),
        sa.Column("row", sa.Integer, nullable=False),
        *(sa.Column(w, sa.Integer, sa.ForeignKey("texts.id"), nullable=False) for w in words),
        sqlite_with_rowid=False,
    )
