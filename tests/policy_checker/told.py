"""What each address was told, put together from the letters that went out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tests.policy_checker.letters import DOUBTFUL, UNTOLD, Letter, Shown
from tests.policy_checker.year import DATED, Item, Year

# The address, the row, its occurrence, the due day, the stage.
Key = tuple[str, str, str, date | None, str]


@dataclass(frozen=True, slots=True)
class Notification:
    """One stage in one letter."""

    day: date
    outcome: str
    kind: str


@dataclass
class Told:
    """The tellings so far; what an unknown letter told is untold again the next day, once."""

    year: Year
    by_key: dict[Key, list[Notification]] = field(default_factory=lambda: defaultdict(list))
    letters: list[Letter] = field(default_factory=list)

    def add(self, letter: Letter) -> None:
        self.letters.append(letter)
        for shown in letter.led():
            if shown.stage:
                key = self.key(letter, shown)
                self.by_key[key].append(Notification(letter.day, letter.outcome, letter.kind))

    def key(self, letter: Letter, shown: Shown) -> Key:
        dated = shown.stage.startswith(("month", "before", "last", "late"))
        return letter.to, shown.number, shown.label, shown.due if dated else None, shown.stage

    def holds(self, key: Key, day: date) -> bool:
        """True where the stage needs no telling on that day."""
        notifications = [t for t in self.by_key.get(key, ()) if t.outcome not in UNTOLD]
        doubtful = [t for t in notifications if t.outcome == DOUBTFUL]
        sure = len(notifications) > len(doubtful) or len(doubtful) > 1
        return sure or any(notification.day == day for notification in doubtful)

    def first_day(self, item: Item, stage: str) -> date | None:
        addresses = self.year.addresses(item.lead)
        found = [self.by_key.get(_key(item, stage, to), []) for to in addresses]
        days = (t.day for notifications in found for t in notifications if t.outcome not in UNTOLD)
        return min(days, default=None)

    def any_of(self, item: Item, stages: Iterable[str], day: date) -> bool:
        """True where one of the stages was told, to the lead or to who ever stood in."""
        addresses = self.year.addresses(item.lead)
        return any(self.holds(_key(item, name, to), day) for name in stages for to in addresses)

    def was_told_late(self, number: str, label: str, day: date) -> bool:
        """True where some late stage of the occurrence went out before that day.

        What an introduction shows is no telling off: the clock begins with the letter after it.
        """
        return any(
            key[1:3] == (number, label)
            and key[4].startswith("late")
            and notification.day < day
            and notification.kind != "introductory"
            for key, notifications in self.by_key.items()
            for notification in notifications
        )


def _key(item: Item, stage: str, to: str) -> Key:
    due = item.due.on if item.due and item.kind == DATED else None
    return to, item.number, item.label, due, stage
