"""Whose letters go to which mailbox on a day (`help policy`: Who is responsible)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date

from sheetsync.model import Department, Member, Roster, Tell
from sheetsync.model.frozen import frozen

COORDINATOR = "coordinator"


@frozen
class Person:
    """A person of the settings who gets letters on the whole plan, if they have an address."""

    address: str = ""
    name: str = ""


@frozen
class Mailboxes:
    """The mailboxes of a plan on a day; an entry that wants no letters has none.

    `people` are those who get letters on the whole plan, by section of the settings.
    """

    roster: Roster
    today: date
    people: Mapping[str, Person] = field(default_factory=dict)

    def of(self, department: Department) -> tuple[str, ...]:
        """The addresses of the department today: while it is away, of whoever stands in, or ()."""
        away = department.away
        if department.tell is Tell.NONE:
            return ()
        if away and away.first <= self.today <= away.last:
            return (away.address,) if away.address else self.of_person(COORDINATOR)
        return department.addresses

    def of_person(self, section: str) -> tuple[str, ...]:
        """The addresses of a person of the settings; () where the settings name none."""
        if section == COORDINATOR:  # an entry of the roster, too
            return self.roster.coordinator.addresses if self.roster.coordinator else ()
        address = self.people[section].address if section in self.people else ""
        return (address,) if address else ()

    def members(self, group: Department) -> tuple[Member, ...]:
        """The members of a group, each with a mailbox of its own."""
        return () if group.tell is Tell.NONE else group.members

    def named(self, department: Department) -> Iterator[tuple[str, str]]:
        """The names and mailboxes of a department, or of a group's members."""
        for address in self.of(department):
            yield department.name, address
        for member in self.members(department):
            yield member.name, member.address

    def all(self) -> Iterator[tuple[Department, str]]:
        """Every entry of the roster with each of its mailboxes of today, but for members."""
        return ((entry, each) for entry in self.roster.departments for each in self.of(entry))

    def served(self) -> dict[str, tuple[str, ...]]:
        """The departments and persons that are written to today, by mailbox."""
        found: dict[str, tuple[str, ...]] = {}
        for entry, address in self.all():
            if entry.kind.has_staff:
                found[address] = (*found.get(address, ()), entry.name)
        return found

    def reached(self, helpers: Iterable[Department]) -> tuple[Department, ...]:
        """The helpers, each body replaced by the department through which it is reached."""
        by_name = {entry.name: entry for entry in self.roster.departments}
        named = (by_name.get(each.via, each) if each.via else each for each in helpers)
        return tuple(dict.fromkeys(named))
