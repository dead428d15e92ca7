"""The words of the domain as frozen data, shared by every part.

Glossary; each word means this and nothing else, and most are classes here.

The sheet
    plan         what an organisation means to do in a `PlanPeriod`, on one tab or on several
    measure      one row of it, understood; a `Line` is the same row in words, with what its cells
                 leave to those around them
    mark         what staff write into the status column; `Progress` is what it means for a deadline
    deadline     what the words of «Сроки» mean, and of a `Line` these words; a milestone is one
                 inside the measure's own text
    point        one stretch of the calendar as those words name it, «15 мая», «II квартал»
    occurrence   one due date of a deadline; an item is an occurrence with its state as of a day
    due          the last day on which it is still on time, of a deadline, an occurrence or an item
    agenda       all items of a plan as of a day; what a sitting hears are its hearings
    party        a body that a cell names; a department is an entry of the roster
    wording      what a person decided that a phrase of this plan means
    lead         the department that is asked about a measure; helpers are only shown it
    group        an entry whose members are asked; a body is reached via a department
    finding      something wrong in the sheet, with its cell; a doubt is one without a cell yet

The past
    snapshot     a plan as one run found it
    identity     the number of a measure for good, however its row is moved or reworded
    alias        another identity of the same measure, linked to it by a person
    change       what is different in one measure between two snapshots
    word         a change of a mark or a note: a sign that somebody is at work
    ground       the document that a postponement names

Letters
    stage        what an item gives reason to say on a day: "before-7", "late-month-2021-07"; what
                 begins its name is its `StageKind`
    notification one stage of one item told to one department: what is never told twice
    digest       what one address is told on one day; a letter is a digest in words
    address      whom a letter is for, spelled as the folder's files spell it first; `recipient` is
                 the one it goes to, which is another only in a trial
    kind         of a letter: whom it is for, when it goes, how it reads (`digest.letter_kinds`)
    alert        what the coordinator alone is told
    hold         why a stage is not told today
    ledger       all letters, their states and the notifications in them
    settle       to decide what became of the letters that a run which died has left open
    scope        where letters count: "" where they are really sent, else a rehearsal

Tabs and papers
    tab          one of ours as data, for any workbook to write; a grid is a tab as it is read
    look         how a cell looks
    papers       what is printed for a sitting of the Presidium or the Council
"""

from sheetsync.model.digest import (
    AlertKind,
    CalendarDay,
    CoordinatorAlert,
    Decision,
    Digest,
    DigestItem,
    Hold,
    News,
    NewsKind,
    Role,
    Topic,
)
from sheetsync.model.fields import FIELDS, PLAN_FIELDS, Line
from sheetsync.model.ledger import (
    GONE,
    LETTER_STATES,
    TAKEN,
    UNSETTLED,
    YET_TO_GO,
    LetterState,
    Notification,
    OutgoingLetter,
    PastLetter,
    StoredLetter,
)
from sheetsync.model.letter import CalendarEvent, Entry, Figure, Letter, Link, Section
from sheetsync.model.memory import (
    Change,
    ChangeKind,
    KnownRow,
    Life,
    Move,
    RunRecord,
    Sitting,
    Snapshot,
    SnapshotHead,
    SummaryContext,
    Vanished,
    aliases,
    canonical_identities,
)
from sheetsync.model.papers import PaperGroup, PaperItem, PaperLead, PaperNumber, PaperRow, Papers
from sheetsync.model.period import PlanPeriod
from sheetsync.model.phrases import (
    NO_WORDINGS,
    OFF,
    OPEN,
    Deadline,
    DeadlineKind,
    Doubt,
    Meaning,
    Milestone,
    Occurrence,
    PartProgress,
    Party,
    Progress,
    Responsibles,
    Term,
    Wordings,
)
from sheetsync.model.plan import (
    STATES,
    TAB_ROWS,
    Agenda,
    Assignment,
    ColumnRule,
    Columns,
    Finding,
    Item,
    Measure,
    Plan,
    Severity,
    State,
    sheet_row,
)
from sheetsync.model.policy import StageKind
from sheetsync.model.roster import Away, Department, DepartmentKind, Member, Roster, Tell
from sheetsync.model.server import PROVIDERS, MailServer, Security
from sheetsync.model.tab import (
    LOOKUP_HEADER,
    LOOKUP_HEADERS,
    UNCALCULATED,
    Align,
    Area,
    Cell,
    CellValue,
    Chart,
    ChartKind,
    Formula,
    Grid,
    LeftOut,
    Look,
    LookupColumn,
    Place,
    Row,
    Tab,
    Unread,
    column_letters,
    column_number,
)
