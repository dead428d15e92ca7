"""Letters in files are rehearsals, plans have tokens, refused mailboxes may be mended."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"

# The local mailbox gave the file's name as if a server had taken the letter.
_FILED = "reply GLOB '250 [12][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9].*.eml'"
_UNWRITTEN = "reply LIKE '451 Письмо не записано в %'"


def upgrade() -> None:
    """Create the tables, and give rehearsals of the past their scope."""
    _create_tables()
    for reply in (_FILED, _UNWRITTEN):
        op.execute(
            "UPDATE letters SET reply = substr(reply, 5), scope = "  # noqa: S608
            "CASE scope WHEN '' THEN 'files' ELSE scope || '+files' END, "
            "state = CASE state WHEN 'sent' THEN 'written' ELSE state END "
            f"WHERE {reply}"
        )
    # A run without letters was of the kind of the run before it.
    op.execute(
        "UPDATE snapshots SET scope = coalesce((SELECT letters.scope FROM letters "
        "WHERE letters.plan = snapshots.plan AND letters.snapshot <= snapshots.serial "
        "ORDER BY letters.snapshot DESC, letters.id DESC LIMIT 1), '') WHERE told"
    )
    connection = op.get_bind()
    for (key,) in connection.execute(sa.text("SELECT id FROM plans")).all():
        values = {"plan": key, "token": secrets.token_hex(4)}
        connection.execute(sa.text("INSERT INTO tokens VALUES (:plan, :token)"), values)


def _create_tables() -> None:
    op.create_table(
        "tokens",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("token", sa.String(16), nullable=False),
    )
    op.create_table(
        "mended",
        sa.Column("plan", sa.Integer, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
    )
    with op.batch_alter_table("snapshots", recreate="always") as table:
        table.add_column(sa.Column("scope", sa.Text, nullable=False, server_default=""))
