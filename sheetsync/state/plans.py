"""Plans by name and by key."""

from sqlalchemy import Connection, insert, select

from sheetsync.state.schema import plans


def key_of(connection: Connection, plan: str) -> int:
    """The key of the plan of that name; one that is not known yet is stored."""
    known = select(plans.c.id).where(plans.c.name == plan)
    if connection.scalar(known) is None:
        connection.execute(insert(plans).values(name=plan))
    key: int = connection.execute(known).scalar_one()
    return key
