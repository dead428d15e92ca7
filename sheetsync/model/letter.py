"""A letter in words, for the templates to lay out: `model.digest` is what it tells."""

from datetime import date

from sheetsync.model.digest import Digest
from sheetsync.model.frozen import frozen


@frozen
class CalendarEvent:
    """A `CalendarDay` in words; `key` tells it from all others of the plan."""

    key: str
    day: date
    title: str
    words: str
    called_off: bool


@frozen
class Figure:
    """One of the numbers at the head of a letter."""

    label: str
    count: int
    topic: str  # a Topic, a State for the chair, an AlertKind, or "all"


@frozen
class Link:
    """Words that lead somewhere: a cell of the sheet, or a prefilled answer (mailto).

    `address` is how people write the URL of a sheet.
    """

    label: str
    url: str
    address: str = ""


@frozen
class Entry:
    """A measure in words: what it is, when it is due, how it stands, whose it is.

    `place` is where it stands in the sheet, "" where the first link opens that very cell.
    `parts` are the places or days of one measure, where it stands here with several.
    """

    number: str
    title: str
    when: str
    state: str
    role: str
    new: bool = False
    place: str = ""
    parts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@frozen
class Section:
    """One topic in words; `more` names by number what it has no room for, "" for nothing.

    `brief` are entries of one line, for what was told before. `lines` are sentences instead of
    entries: news, and what the coordinator and the chair are told.
    """

    topic: str  # a Topic, "news" or an AlertKind
    heading: str
    entries: tuple[Entry, ...] = ()
    brief: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()
    more: str = ""

    @property
    def listed(self) -> bool:
        """True where it has entries."""
        return bool(self.entries or self.brief)


@frozen
class Letter:
    """A digest in words, ready for the templates."""

    digest: Digest
    language: str  # its code, for the lang attribute
    subject: str
    preheader: str
    title: str
    day: str
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    opening: tuple[str, ...]  # paragraphs before the sections
    closing: tuple[str, ...]  # why you got it, from whom, who answers, how often it comes
    coordinator: Link
    table: Link | None = None  # the sheet's own address, where it has one
    whereabouts: str = ""  # said instead, where the reader may look for it
    calendar: tuple[CalendarEvent, ...] = ()
    has_marks: bool = False  # the reader leads something that the sheet has a column for marks of
    takes_marks: bool = True  # the sheet has a column for marks, of whatever measures
    answers_come_here: bool = False  # the reader is the coordinator
