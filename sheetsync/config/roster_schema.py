"""What departments.toml may hold: who can be responsible, and how each is reached."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from sheetsync.config.addresses import Address
from sheetsync.config.schema import Settings, SettingsSection
from sheetsync.languages import _
from sheetsync.model import Away, Department, DepartmentKind, Member, Roster, Tell


class MemberEntry(SettingsSection):
    """One member of a group."""

    name: Annotated[str, Field(min_length=1)]
    address: Address


class AwayEntry(SettingsSection):
    """When a department does not read its mail, and who does instead."""

    # `from` is no name in Python.
    first: date = Field(alias="from")
    last: date = Field(alias="to")
    to_address: Address | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(_("away ends before it begins"))
        return self

    def as_away(self) -> Away:
        """The absence as the rest of the project knows it."""
        return Away(first=self.first, last=self.last, address=self.to_address or "")


class DepartmentEntry(SettingsSection):
    """One entry of the roster."""

    name: Annotated[str, Field(min_length=1)]
    kind: DepartmentKind = DepartmentKind.DEPARTMENT
    aliases: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    via: str = ""
    curator: str = ""
    members: tuple[MemberEntry, ...] = ()
    tell: Tell = Tell.ALL
    away: AwayEntry | None = None

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.kind is DepartmentKind.BODY and not self.via:
            raise ValueError(
                _(
                    '“{name}”: kind = "body" needs via, the department that answers for it',
                    name=self.name,
                )
            )
        if self.kind is DepartmentKind.GROUP and not self.curator:
            raise ValueError(
                _(
                    '“{name}”: kind = "group" needs curator, the department that looks after it',
                    name=self.name,
                )
            )
        return self

    def as_department(self) -> Department:
        """The entry as the rest of the project knows it."""
        members = tuple(Member(name=m.name, address=m.address) for m in self.members)
        away = self.away.as_away() if self.away else None
        values = self.model_dump(exclude={"members", "away"})
        return Department(**values, members=members, away=away)


def _unreachable(kind: DepartmentKind | None) -> str:
    """Why nobody can be reached through an entry of that kind; "" where somebody can."""
    if kind is None:
        return _("there is no such department")
    if kind in (DepartmentKind.BODY, DepartmentKind.GROUP):
        return _("which has no mailbox of its own: name a department or a person")
    return ""


class RosterFile(SettingsSection):
    """departments.toml."""

    department: tuple[DepartmentEntry, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        kinds = {entry.name: entry.kind for entry in self.department}
        count = Counter(entry.name for entry in self.department)
        wrong = [
            _("“{name}” is entered twice", name=name) for name, times in count.items() if times > 1
        ]
        for entry in self.department:
            wrong += [
                _(
                    "“{name}” refers to “{target}”, {problem}",
                    name=entry.name,
                    target=target,
                    problem=problem,
                )
                for target in (entry.via, entry.curator)
                if target and (problem := _unreachable(kinds.get(target)))
            ]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def addresses(self) -> Iterator[str]:
        """Where letters may go."""
        for entry in self.department:
            yield from entry.addresses
            yield from (member.address for member in entry.members)
            if entry.away and entry.away.to_address:
                yield entry.away.to_address

    def as_roster(self, settings: Settings) -> Roster:
        """The roster as the rest of the project knows it."""
        person = settings.coordinator
        return Roster(
            departments=tuple(entry.as_department() for entry in self.department),
            tails=settings.organisation.tails,
            coordinator=Department(
                name=person.name, kind=DepartmentKind.PERSON, addresses=(person.address,)
            ),
        )
