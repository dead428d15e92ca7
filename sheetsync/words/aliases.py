"""Decides whether a name from the plan may become an alias of a roster entry."""

from sheetsync.errors import UsageError
from sheetsync.model import Department, Roster
from sheetsync.words.cleaning import fold
from sheetsync.words.forms import Morphology
from sheetsync.words.roster import RosterIndex

_KNOWN = ("exact", "alias")


def entry_for_alias(
    alias: str, name: str, *, roster: Roster, morphology: Morphology
) -> Department | None:
    """The entry called `name` that `alias` is to be added to; None where it has it already.

    Raises UsageError where no entry has that name, where the alias says nothing, and where it
    means another entry already: two entries that answer to one name would both be asked.
    """
    if not any(map(str.isalnum, alias)):
        raise UsageError("Название из плана пустое. Укажите его в кавычках, как оно стоит в плане.")
    index = RosterIndex(roster, morphology=morphology)
    entry = next((e for e in roster.departments if fold(e.name) == fold(name)), None)
    if entry is None:
        raise UsageError(f"В реестре нет «{name}». {_offer(index.match(name).nearest, roster)}")
    match = index.match(alias)
    if match.how not in _KNOWN or match.department is None:
        return entry
    if match.department is entry:
        return None
    raise UsageError(
        f"«{alias}» уже называет другую запись реестра: «{match.department.name}». "
        "Уберите это название там или выберите другое."
    )


def _offer(nearest: tuple[str, ...], roster: Roster) -> str:
    if nearest:
        return f"Похожие: {_listed(nearest)}."
    return f"Есть: {_listed(tuple(entry.name for entry in roster.departments))}."


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"«{name}»" for name in names)
