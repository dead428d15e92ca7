"""What alembic runs to migrate; the transaction is the caller's, so all of it counts or nothing."""

from alembic import context

from sheetsync.state.schema import METADATA, VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
)
context.run_migrations()
