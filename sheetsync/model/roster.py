"""Who can be responsible: the entries of the departments.toml in the plan's folder."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from sheetsync.model.frozen import frozen


class DepartmentKind(StrEnum):
    """How an entry of the roster is reached (`help policy`: Who is responsible)."""

    DEPARTMENT = "department"
    PERSON = "person"
    BODY = "body"
    GROUP = "group"

    @property
    def has_staff(self) -> bool:
        """False for a body, which only sits, and a group, which is many: neither reads letters."""
        return self in (DepartmentKind.DEPARTMENT, DepartmentKind.PERSON)


class Tell(StrEnum):
    """How many letters a department wants (`help policy`: Who is responsible)."""

    ALL = "all"
    MONTHLY = "monthly"  # only in the letter of a month's first working day
    NONE = "none"


@frozen
class Away:
    """From the first to the last day on which a department does not read its mail.

    Its letters go to `address` then, or to the coordinator where that is "".
    """

    first: date
    last: date
    address: str = ""


@frozen
class Member:
    """One organisation of a group, with a mailbox of its own."""

    name: str
    address: str


@frozen
class Department:
    """An entry of the roster.

    A body has no mailbox and is reached `via` a department; a group has `members` and is looked
    after by its `curator`. Both name another entry of the same roster. `head` is the person whom
    the chair asks.
    """

    name: str
    kind: DepartmentKind = DepartmentKind.DEPARTMENT
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    head: str = ""
    via: str = ""
    curator: str = ""
    members: tuple[Member, ...] = ()
    tell: Tell = Tell.ALL
    away: Away | None = None

    def mailboxes(self) -> Iterator[str]:
        """Every address that letters of the entry may go to, on whatever day."""
        yield from self.addresses
        yield from (member.address for member in self.members)
        if self.away and self.away.address:
            yield self.away.address


@frozen
class Roster:
    """All entries; `tails` are words that may follow any name, such as the organisation's own.

    The `coordinator` leads what nobody else can be found for.
    """

    departments: tuple[Department, ...] = ()
    tails: tuple[str, ...] = ()
    coordinator: Department | None = None

    @property
    def without_address(self) -> tuple[str, ...]:
        """The names of those that letters are for and cannot reach yet."""
        return tuple(e.name for e in self.departments if e.kind.has_staff and not e.addresses)
