"""What each configuration file may hold: the one table of options, their types and defaults."""

import re
from collections import Counter
from datetime import date
from email.utils import parseaddr
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    model_validator,
)

from sheetsync.model import FIELDS, Department, DepartmentKind, Member, Roster, Synonyms

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError(f"адрес «{value}» записан с ошибкой, нужен вид otdel@example.org")
    return value


def _mailbox(value: str) -> str:
    _address(parseaddr(value)[1])
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):  # a folder's name, an unknown zone
        raise ValueError(f"нет часового пояса «{value}», пример: Europe/Moscow") from None
    return value


def _country(value: str) -> str:
    import holidays

    if value not in holidays.list_supported_countries():
        raise ValueError(f"для страны «{value}» нет календаря, пример: RU")
    return value


Address = Annotated[str, AfterValidator(_address)]
Mailbox = Annotated[str, AfterValidator(_mailbox)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PlanSection(_Section):
    """Where the plan lives and what year it is for."""

    workbook: str = "plan.xlsx"
    tab: str = ""
    year: Annotated[StrictInt, Field(ge=1990, le=2100)]
    title: str = ""
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Moscow"


class OrganisationSection(_Section):
    """What the organisation calls itself in the plan."""

    tails: tuple[str, ...] = ()


class CoordinatorSection(_Section):
    """The person who looks after the plan."""

    name: Annotated[str, Field(min_length=1)]
    address: Address


class MailSection(_Section):
    """Where letters go and from whom they come."""

    outbox: str = "outbox"
    sender: Mailbox


class WarningsSection(_Section):
    """How many calendar days before its last day an item starts to be due."""

    days: Annotated[StrictInt, Field(ge=0, le=366)] = 7
    explicit_days: Annotated[StrictInt, Field(ge=0, le=366)] = 14


class CalendarSection(_Section):
    """Whose working days count."""

    country: Annotated[str, AfterValidator(_country)] = "RU"
    extra_days_off: tuple[date, ...] = ()
    extra_working_days: tuple[date, ...] = ()


class Settings(_Section):
    """sheetsync.toml."""

    plan: PlanSection
    organisation: OrganisationSection = OrganisationSection()
    coordinator: CoordinatorSection
    mail: MailSection
    warnings: WarningsSection = WarningsSection()
    calendar: CalendarSection = CalendarSection()


class MemberEntry(_Section):
    """One member of a group."""

    name: Annotated[str, Field(min_length=1)]
    address: Address


class DepartmentEntry(_Section):
    """One entry of the roster."""

    name: Annotated[str, Field(min_length=1)]
    kind: DepartmentKind = DepartmentKind.DEPARTMENT
    aliases: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    via: str = ""
    curator: str = ""
    members: tuple[MemberEntry, ...] = ()

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.kind is DepartmentKind.BODY and not self.via:
            raise ValueError(f'«{self.name}»: у kind = "body" нужен via, отдел для связи')
        if self.kind is DepartmentKind.GROUP and not self.curator:
            raise ValueError(f'«{self.name}»: у kind = "group" нужен curator, отдел-куратор')
        return self

    def as_department(self) -> Department:
        """The entry as the rest of the project knows it."""
        members = tuple(Member(name=m.name, address=m.address) for m in self.members)
        values = self.model_dump(exclude={"members"})
        return Department(**values, members=members)


def _unreachable(kind: DepartmentKind | None) -> str:
    """Why nobody can be reached through an entry of that kind; "" where somebody can."""
    if kind is None:
        return "такого подразделения нет"
    if kind in (DepartmentKind.BODY, DepartmentKind.GROUP):
        return "а у него нет своей почты: укажите отдел или сотрудника"
    return ""


class RosterFile(_Section):
    """departments.toml."""

    department: Annotated[tuple[DepartmentEntry, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        kinds = {entry.name: entry.kind for entry in self.department}
        count = Counter(entry.name for entry in self.department)
        wrong = [f"«{name}» записан дважды" for name, times in count.items() if times > 1]
        for entry in self.department:
            wrong += [
                f"«{entry.name}» ссылается на «{target}», {problem}"
                for target in (entry.via, entry.curator)
                if target and (problem := _unreachable(kinds.get(target)))
            ]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

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


class FieldEntry(_Section):
    """How the header of one field is recognised."""

    required: StrictBool = False
    headers: Annotated[tuple[str, ...], Field(min_length=1)]
    begins: tuple[str, ...] = ()


class ColumnsFile(_Section):
    """columns.toml."""

    number: FieldEntry
    measure: FieldEntry
    deadline: FieldEntry
    responsible: FieldEntry
    helper: FieldEntry
    status: FieldEntry
    note: FieldEntry

    def as_synonyms(self) -> dict[str, Synonyms]:
        """By field, in the order of `FIELDS`."""
        return {field: Synonyms(**getattr(self, field).model_dump()) for field in FIELDS}
