"""The plan as it was understood, and its agenda as of a day."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Final

from sheetsync.model.fields import Line
from sheetsync.model.frozen import frozen
from sheetsync.model.grouping import grouped
from sheetsync.model.language import Words, marked
from sheetsync.model.period import PlanPeriod
from sheetsync.model.phrases import Deadline, Milestone, Progress, Responsibles
from sheetsync.model.roster import Department

TAB_ROWS = 10_000_000
"""How far apart the rows of a plan's tabs are counted: a shared sheet has at most so many cells."""


def sheet_row(row: int) -> int:
    """The sheet's own number, from 1, of a row of the plan; 0 stays what it is."""
    return row % TAB_ROWS


class Severity(StrEnum):
    """How much a finding matters: an error hides a measure, a warning may, a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Finding:
    """Something wrong in the sheet, for the people who edit it. Data, never an exception.

    `row` is the plan's row (see `Measure`), 0 where a whole tab is meant, `column` its letter (""
    where the whole row is meant), `header` that column's header as it stands, `number` the
    measure's own. `sentence` and `suggestion` are messages of the catalogues, `quote` and `hint`
    what they are filled in with; `advice` is better than `suggestion` where it is there. `tab` is
    the title of its tab where the plan has several.
    """

    code: str
    severity: Severity
    row: int
    column: str
    header: str
    number: str
    sentence: str
    suggestion: str
    quote: str = ""
    hint: Words = ""
    advice: Words = ""
    tab: str = ""


@frozen
class Assignment:
    """Who is chased for a measure (`help policy`: Who is responsible).

    `unled` is True where the row offers nobody: the lead is then the coordinator, if there is one.
    `group` is the group that the row names before all others.
    """

    lead: Department | None = None
    unled: bool = False
    through: str = ""  # the body or group that is named, where `lead` stands in for it
    helpers: tuple[Department, ...] = ()
    group: Department | None = None
    silenced: str = ""  # who leads by name, but gets no letters: the coordinator leads instead

    @property
    def own_lead(self) -> Department | None:
        """Whom the row itself offers to chase; None where the coordinator would only hear of it."""
        return None if self.unled else self.lead

    @property
    def lead_name(self) -> str:
        """Who leads, "" for nobody."""
        return self.lead.name if self.lead else ""


@frozen
class Measure:
    """One row of the plan, understood; its `line` has the words of all its columns.

    `row` names it: the sheet's own row, from 1, and `TAB_ROWS` more for each tab of the plan before
    its own, whose title is `tab` where there are several. People are shown its `sheet_row`.
    """

    line: Line
    deadline: Deadline
    milestones: tuple[Milestone, ...]
    responsibles: Responsibles
    progress: Progress
    assignment: Assignment = Assignment()
    own_pace: bool = False  # "по плану УМЦ" beside УМЦ itself: all-year work, not a wait
    tab: str = ""

    @property
    def row(self) -> int:
        """Its row in the plan."""
        return self.line.row

    @property
    def number(self) -> str:
        """As written, "" where it has none."""
        return self.line.number

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.line.measure

    @property
    def section(self) -> str:
        """The section row above it, "" for none."""
        return self.line.section


@frozen
class ColumnRule:
    """What columns.toml says of a field: its headers, whole ones, and how others may begin.

    And of its cells: `unique`, and the `values` that they may hold, all where it is empty.
    """

    headers: tuple[str, ...]
    begins: tuple[str, ...] = ()
    required: bool = False
    unique: bool = False
    values: tuple[str, ...] = ()


@frozen
class Columns:
    """Where the header stands: its row, and by field the column letter and the header's words.

    `row` is the plan's; `tab` is the title of its tab where the plan has several; `others` are the
    headers of columns from which nothing is taken.
    """

    row: int
    letters: dict[str, str]
    headers: dict[str, str]
    tab: str = ""
    others: tuple[str, ...] = ()

    @property
    def takes_marks(self) -> bool:
        """Whether one of them is for marks."""
        return "status" in self.letters


@frozen
class Plan:
    """A plan of one period, mostly a year, as read from one tab or from several.

    `tab` is the one that our own tabs belong to; `tabs` are all where there are several, in the
    workbook's order. `further` are the columns of tables after the first, which has `columns`.
    """

    title: str
    period: PlanPeriod
    tab: str
    columns: Columns
    measures: tuple[Measure, ...]
    findings: tuple[Finding, ...] = field(default=())
    further: tuple[Columns, ...] = ()
    tabs: tuple[str, ...] = ()

    @property
    def takes_marks(self) -> bool:
        """Whether any of its tables has a column for marks."""
        return any(one.takes_marks for one in (self.columns, *self.further))

    def tab_of(self, row: int) -> str:
        """The title of the tab that the plan's row stands on, "" for one that is gone."""
        place = row // TAB_ROWS
        titles = self.tabs or (self.tab,)
        return titles[place] if place < len(titles) else ""

    def columns_of(self, row: int) -> Columns:
        """The columns of the table that the plan's row stands in."""
        return next((one for one in reversed(self.further) if one.row < row), self.columns)

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.period.starts.year


class State(StrEnum):
    """The state of an item as of a day, the worst first: a measure is in its worst item's state."""

    OVERDUE = "overdue"
    NO_REPORT = "no_report"
    UNREAD = "unread"
    DUE_SOON = "due"  # as programs that read --json know it
    UPCOMING = "upcoming"
    ONGOING = "ongoing"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def dated(self) -> bool:
        """True where there is a last day to be kept."""
        return self in _DATED

    @property
    def closed(self) -> bool:
        """True where nothing is asked any more."""
        return self in _CLOSED


_DATED = (State.OVERDUE, State.DUE_SOON, State.UPCOMING)
_CLOSED = (State.DONE, State.CANCELLED, State.NO_REPORT)


STATES: Final = {
    State.OVERDUE: marked("overdue"),
    State.DUE_SOON: marked("due soon"),
    State.UPCOMING: marked("upcoming"),
    State.ONGOING: marked("year-round"),
    State.WAITING: marked("depend on others"),
    State.DONE: marked("done"),
    State.UNREAD: marked("deadline not understood"),
    State.NO_REPORT: marked("no outcome"),
    State.CANCELLED: marked("cancelled"),
}
"""How many measures are in a state, as tabs and letters count them, in this order."""


@frozen
class Item:
    """One thing to chase: a measure's occurrence with its state as of the agenda's day.

    `due` is the last day on which it is still on time, `late_days` the calendar days since;
    `moved_from` is the day the plan names where the status moved it. `what` tells apart the items
    of one measure and is empty where there is one. `deadline_text` says when, in the plan's words.
    """

    measure: Measure
    state: State
    deadline_text: str
    what: str = ""
    starts: date | None = None
    due: date | None = None
    explicit: bool = False
    late_days: int = 0
    moved_from: date | None = None


@frozen
class Agenda:
    """All items of a plan as of the end of the day before `today`, in the plan's row order."""

    plan: Plan
    today: date
    items: tuple[Item, ...]

    def states(self) -> dict[int, State]:
        """Each measure's one state, by its row: the worst of its items."""
        order = list(State)
        worst: dict[int, State] = {}
        for item in self.items:
            row = item.measure.row
            worst[row] = min(worst.get(row, item.state), item.state, key=order.index)
        return worst

    def by_row(self) -> dict[int, list[Item]]:
        """The items of each measure, by its row."""
        return grouped(self.items, lambda item: item.measure.row)

    def items_in(self, *states: State) -> list[Item]:
        """The items in any of these states, in the plan's order."""
        return [item for item in self.items if item.state in states]

    def measures_in(self, state: State) -> list[Measure]:
        """The measures whose one state is that, in the plan's order."""
        states = self.states()
        return [measure for measure in self.plan.measures if states[measure.row] is state]

    def counts(self) -> dict[State, int]:
        """How many measures are in each state; they sum to all."""
        states = list(self.states().values())
        return {state: states.count(state) for state in State}
