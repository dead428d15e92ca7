"""Spells every address of a folder as it was written first, whatever its case elsewhere."""

from dataclasses import replace
from typing import Any

from sheetsync.config.addresses import Spellings, bare_address
from sheetsync.config.roster_schema import DepartmentEntry, RosterFile
from sheetsync.config.schema import Settings


def settings_spelt(settings: Settings, spellings: Spellings) -> Settings:
    """The settings with each address as it was written first."""
    mail, coordinator = settings.mail, settings.coordinator
    people: dict[str, Any] = {
        name: replace(person, address=_first_spelling(person.address, spellings))
        for name, person in settings.people().items()
        if person.address
    }
    redirect = mail.redirect_to and _first_spelling(mail.redirect_to, spellings)
    return replace(
        settings,
        coordinator=replace(coordinator, address=_first_spelling(coordinator.address, spellings)),
        mail=replace(mail, sender=_first_spelling(mail.sender, spellings), redirect_to=redirect),
        **people,
    )


def roster_spelt(roster: RosterFile, spellings: Spellings) -> RosterFile:
    """The roster with each address as it was written first."""
    return replace(
        roster, department=tuple(_entry_spelt(each, spellings) for each in roster.department)
    )


def _entry_spelt(entry: DepartmentEntry, spellings: Spellings) -> DepartmentEntry:
    away = entry.away
    if away and away.address:
        away = replace(away, address=_first_spelling(away.address, spellings))
    return replace(
        entry,
        addresses=tuple(_first_spelling(each, spellings) for each in entry.addresses),
        members=tuple(
            replace(each, address=_first_spelling(each.address, spellings))
            for each in entry.members
        ),
        away=away,
    )


def _first_spelling(named: str, spellings: Spellings) -> str:
    """An address, with its name if it has one, as it was written first."""
    name, bracket, _address = named.rpartition("<")
    first = spellings[bare_address(named).casefold()]
    return f"{name}<{first}>" if bracket else first
