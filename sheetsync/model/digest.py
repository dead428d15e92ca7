"""One department's letter of a day: first what it tells, then the words it tells it in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sheetsync.model.plan import Item


class Topic(StrEnum):
    """The parts of a digest, in the order in which they are read."""

    OVERDUE = "overdue"
    DUE = "due"
    UNREAD = "unread"
    ASK = "ask"  # all-year work without a word in the sheet
    WAITING = "waiting"
    UPCOMING = "upcoming"
    ONGOING = "ongoing"  # all-year work with a word in the sheet
    HELPING = "helping"  # late or due, led by somebody else


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one address is told on one day: by topic the items, worst first; empty topics lack."""

    address: str
    departments: tuple[str, ...]
    today: date
    topics: dict[Topic, tuple[Item, ...]]

    def count(self, topic: Topic) -> int:
        """How many items the topic holds."""
        return len(self.topics.get(topic, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One of the numbers at the head of a letter."""

    label: str
    count: int
    topic: Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere: a cell of the sheet, or a prefilled answer (mailto)."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item in words: what it is, when it is due, how it stands, whose it is."""

    number: str
    title: str
    when: str
    state: str
    role: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One topic in words; `more` says how many entries are left to the sheet, "" for none."""

    topic: Topic
    heading: str
    entries: tuple[Entry, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A digest in words, ready for the templates."""

    digest: Digest
    subject: str
    preheader: str
    title: str
    day: str
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    coordinator: Link
