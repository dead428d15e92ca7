"""What the words of a cell mean: deadlines, parties, progress, wordings."""

from datetime import date
from enum import StrEnum

from sheetsync.model.frozen import frozen
from sheetsync.model.language import Words


class DeadlineKind(StrEnum):
    """What sort of answer «Сроки» gives to the question "until when"."""

    DATE = "date"
    MONTH = "month"
    RANGE = "range"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    LIST = "list"
    YEAR_ROUND = "year_round"
    RECURRING = "recurring"
    OPEN = "open"
    RELATIVE = "relative"
    UNREADABLE = "unreadable"


class Meaning(StrEnum):
    """What the words of the status column say about a measure."""

    BLANK = "blank"
    DONE = "done"
    DONE_PART = "done_part_occurrence"
    PARTIAL = "partial"
    PLANNED = "planned"
    IN_WORK = "in_work"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    MERGED = "merged"
    NOT_DONE = "not_done"
    STILL_WAITING = "still_waiting"
    REQUEST_CAME = "request_came"
    REASSIGNED = "reassigned"
    WORD = "word"
    UNCLEAR = "unclear"


# Nothing of these is left to do, or not here.
OFF = frozenset({Meaning.CANCELLED, Meaning.MERGED, Meaning.REASSIGNED})


@frozen
class Doubt:
    """Something in a phrase that a person should look at; a finding once its cell is known.

    `code` is a key of `plan.findings.CATALOGUE`, `quote` the words it is about, `hint` the fact
    that contradicts them or the name they resemble; `advice` says what to write instead, where
    the words allow a better answer than the catalogue's own.
    """

    code: str
    quote: str
    hint: Words = ""
    advice: Words = ""


@frozen
class Occurrence:
    """One due date. `due` is the last day on which it is still on time."""

    due: date
    starts: date | None = None
    explicit: bool = False  # a day was named, not a month or a quarter
    label: str = ""  # its own words, "март"; empty where the deadline has one occurrence only


@frozen
class Deadline:
    """What the words of «Сроки» mean in one plan year.

    `occurrences` holds every due date of a dated or recurring kind in order, exactly one for
    date, month, range, quarter and half_year (none for a range without an end); it is empty for
    year_round, open, relative, unreadable and for recurring rules whose dates are unknowable.
    `due` is the last day of all on which it is still on time: of several occurrences the last
    one's, of year_round the plan's.
    """

    text: str
    kind: DeadlineKind
    rule: str  # the name of the rule that read it; empty when unreadable
    starts: date | None = None
    due: date | None = None
    occurrences: tuple[Occurrence, ...] = ()
    waits_for: str = ""  # open: whose plan or request; relative: the event
    unused: tuple[str, ...] = ()  # parts of the text that carried no meaning for the rule
    doubts: tuple[Doubt, ...] = ()


@frozen
class Milestone:
    """A date inside the measure's own text: «Велижский район (март)»."""

    what: str
    text: str
    deadline: Deadline


@frozen
class Party:
    """One responsible body named in a cell, in the nominative; `text` is how it stands there."""

    name: str
    text: str


@frozen
class Responsibles:
    """The parties of one cell in order, the first is the lead; `unused` is what names nobody."""

    text: str
    parties: tuple[Party, ...] = ()
    unused: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@frozen
class PartProgress:
    """What a status says of one occurrence or milestone, named by its label."""

    label: str
    meaning: Meaning
    on: date | None = None


@frozen
class Progress:
    """What the words of the status column mean for a deadline of a given kind, as of a day.

    `on` is the day of the fact when done, the planned day, the last day of what it was postponed
    to, or the day an outside request asks for.
    """

    text: str
    meaning: Meaning
    on: date | None = None
    parts: tuple[PartProgress, ...] = ()
    merged_into: str = ""  # the number of the measure that took it over
    reason: str = ""
    evidence: tuple[str, ...] = ()  # protocols, letters, links, as written
    rule: str = ""  # the name of the rule that read it
    doubts: tuple[Doubt, ...] = ()


@frozen
class Term:
    """A period of the organisation's own, "I четверть"; a day of its own is one day long."""

    name: str
    starts: date
    ends: date


@frozen
class Wordings:
    """What a person decided that phrases mean; phrases are compared folded.

    A deadline is decided to mean other words or OPEN, a status as other words of that column.
    """

    deadlines: tuple[tuple[str, str], ...] = ()
    statuses: tuple[tuple[str, str], ...] = ()
    terms: tuple[Term, ...] = ()
    fiscal_month: int = 0  # in which the fiscal year begins; 0 where nobody has said


NO_WORDINGS = Wordings()
OPEN = "open"
"""What a deadline without a day of its own is decided to mean."""
