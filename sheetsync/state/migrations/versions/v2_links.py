"""Which rows may be one measure, and which are, where a person settled it."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Create the tables for doubts and links."""
    op.create_table(
        "doubts",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("identity", sa.Integer, primary_key=True),
        sa.Column("candidate", sa.Integer, primary_key=True),
    )
    op.create_table(
        "links",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("a", sa.Integer, primary_key=True),
        sa.Column("b", sa.Integer, primary_key=True),
    )
