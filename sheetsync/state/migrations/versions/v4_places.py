"""Where the tabs of a shared spreadsheet were last seen."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Create the table for places."""
    op.create_table(
        "places",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("sheet_id", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("large", sa.Boolean, nullable=False),
        sa.Column("columns", sa.Text, nullable=False),
    )
