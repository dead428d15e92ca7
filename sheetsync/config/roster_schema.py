"""What departments.toml may hold: who can be responsible, and how each is reached."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sheetsync.config.addresses import address
from sheetsync.config.options import (
    Key,
    day,
    filled,
    key,
    one_of,
    part,
    section,
    sequence,
    table,
    text,
    values_of,
)
from sheetsync.config.schema import Settings
from sheetsync.languages import _
from sheetsync.model import Away, Department, DepartmentKind, Member, Roster, Tell


def _away_of(*, first: date, last: date, address: str = "") -> Away:
    if last < first:
        raise ValueError(_("away ends before it begins"))
    return Away(first=first, last=last, address=address)


_member = table(Member, {"name": Key("name", filled), "address": Key("address", address)})
_away = table(
    _away_of,
    {
        "from": Key("first", day),
        "to": Key("last", day),
        "to_address": Key("address", address, required=False),
    },
)


@section
class DepartmentEntry:
    """One entry of the roster."""

    name: str = key(filled)
    kind: DepartmentKind = key(one_of(*DepartmentKind), default=DepartmentKind.DEPARTMENT)
    aliases: tuple[str, ...] = key(sequence(text), default=())
    addresses: tuple[str, ...] = key(sequence(address), default=())
    head: str = key(text, default="")
    via: str = key(text, default="")
    curator: str = key(text, default="")
    members: tuple[Member, ...] = key(sequence(_member), default=())
    tell: Tell = key(one_of(*Tell), default=Tell.ALL)
    away: Away | None = key(_away, default=None)

    def __post_init__(self) -> None:
        """Raise ValueError where nobody can be reached through it."""
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

    def as_department(self) -> Department:
        """The entry as the rest of the project knows it."""
        return Department(**values_of(self))


def _unreachable(kind: DepartmentKind | None) -> str:
    """Why nobody can be reached through an entry of that kind; "" where somebody can."""
    if kind is None:
        return _("there is no such department")
    if kind in (DepartmentKind.BODY, DepartmentKind.GROUP):
        return _("which has no mailbox of its own: name a department or a person")
    return ""


@section
class RosterFile:
    """departments.toml."""

    department: tuple[DepartmentEntry, ...] = key(sequence(part(DepartmentEntry)))

    def __post_init__(self) -> None:
        """Raise ValueError where an entry refers to none or stands there twice."""
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

    def addresses(self) -> Iterator[str]:
        """Where letters may go, in the order in which they are written."""
        for entry in self.department:
            yield from entry.as_department().mailboxes()

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
