"""Board papers: what the template of a document may say, every word ready to be read.

A template names these fields, so they are a promise to the people who wrote one (help report).
"""

from sheetsync.model.frozen import frozen


@frozen
class PaperNumber:
    """How many measures are in a state, and what that state is called."""

    count: int
    words: str


@frozen
class PaperItem:
    """A line of the overview; `days` are those since the last day, or those left until it."""

    number: str
    measure: str
    deadline: str
    lead: str
    status: str
    days: int


@frozen
class PaperLead:
    """How a responsible keeps deadlines: of those that have passed, what became of them.

    `due` counts the deadlines, `overdue` names what is late by number. Organisations have these
    names in templates of their own.
    """

    name: str
    due: int
    on_time: int
    late: int
    open: int
    moved: int
    overdue: str = ""


@frozen
class PaperGroup:
    """What a responsible is late with."""

    name: str
    items: tuple[PaperItem, ...]


@frozen
class PaperRow:
    """A measure of the plan in the sheet's own words; `remark` is what was understood of it.

    `section` is set only where a section of the plan begins.
    """

    section: str
    number: str
    measure: str
    deadline: str
    responsible: str
    status: str
    remark: str


@frozen
class Papers:
    """The whole document. `numbers` begins with the total, which the others sum to.

    `late_more` and `near_more` say how much a list leaves to the plan, or that it is empty;
    `source` says from which day the plan is, where it was not read just now. `all_late` leaves
    nothing out; `late_by_lead` is the same in groups, empty where `late` has them all. `sitting`
    is the day of the next one, `hearings` its agenda, `since` the day from which `changes` are
    told. `settled` are the proposals for the sitting before, each with what became of it.
    """

    title: str
    day: str
    source: str
    numbers: tuple[PaperNumber, ...]
    late: tuple[PaperItem, ...]
    late_more: str
    near: tuple[PaperItem, ...]
    near_more: str
    near_until: str
    questions: tuple[str, ...]
    plan: tuple[PaperRow, ...]
    sitting: str = ""
    agenda: tuple[str, ...] = ()
    leads: tuple[PaperLead, ...] = ()
    all_late: tuple[PaperItem, ...] = ()
    late_by_lead: tuple[PaperGroup, ...] = ()
    hearings: tuple[PaperItem, ...] = ()
    hearings_more: str = ""
    since: str = ""
    changes: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    organisation: str = ""
    coordinator: str = ""
