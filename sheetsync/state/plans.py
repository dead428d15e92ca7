"""Plans by name, by key and by token."""

import secrets

from sqlalchemy import Connection, insert, select

from sheetsync.state.schema import plans, tokens

_TOKEN_BYTES = 4


def key_of(connection: Connection, plan: str) -> int:
    """The key of the plan of that name; one that is not known yet is stored, with a token."""
    known = select(plans.c.id).where(plans.c.name == plan)
    if connection.scalar(known) is None:
        connection.execute(insert(plans).values(name=plan))
        stored = connection.execute(known).scalar_one()
        connection.execute(insert(tokens).values(plan=stored, token=new_token()))
    key: int = connection.execute(known).scalar_one()
    return key


def new_token() -> str:
    """What tells a plan from all others, whatever they are called: eight hexadecimal digits."""
    return secrets.token_hex(_TOKEN_BYTES)
