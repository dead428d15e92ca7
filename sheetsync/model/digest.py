"""One department's letter of a day, as data; templates turn it into words on a page."""

from dataclasses import dataclass
from datetime import date

from sheetsync.model.plan import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as its reader sees it."""

    item: Item
    leads: bool  # the reader leads it; otherwise helps
    link: str = ""  # opens the measure's status cell, as a URL


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the letter, named by its key ("overdue", "due", …); the worst entry is first."""

    key: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The letter of one address on one day."""

    address: str
    departments: tuple[str, ...]
    plan_title: str
    year: int
    today: date
    sections: tuple[Section, ...]

    def count(self, key: str) -> int:
        """How many entries the section of that key holds; 0 where there is none."""
        return sum(len(section.entries) for section in self.sections if section.key == key)
