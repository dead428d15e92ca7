"""What one address is told on one day; `model.letter` has it in words."""

from datetime import date
from enum import StrEnum

from sheetsync.model.fields import Line
from sheetsync.model.frozen import frozen
from sheetsync.model.ledger import Notification
from sheetsync.model.plan import Finding, Item, State
from sheetsync.model.policy import StageKind


class Role(StrEnum):
    """What the reader has to do with an item."""

    LEAD = "lead"
    HELPER = "helper"  # a co-executor
    MEMBER = "member"  # of a group that is named first: asked, never chased
    COORDINATOR = "coordinator"
    CHAIR = "chair"


class Topic(StrEnum):
    """The parts of a digest, in the order in which they are read."""

    OVERDUE = "overdue"
    DUE_SOON = "due"
    UNREAD = "unread"
    ASK = "ask"  # all-year work whose lead is asked for a word, or for the year's result
    WAITING = "waiting"
    REQUEST = "request"  # what members of a group are asked about
    UPCOMING = "upcoming"
    ONGOING = "ongoing"  # all-year work that nothing is asked about now
    HELPING = "helping"  # due or late, led by somebody else
    ESCALATED = "escalated"  # long late, its lead was told and is silent
    WORST = "worst"  # the longest overdue, for the chair

    @property
    def quiet(self) -> bool:
        """True where nothing is asked now."""
        return self in (Topic.UPCOMING, Topic.ONGOING)


@frozen
class DigestItem:
    """One item in one letter.

    `stage` is the item's current one, "" where it has none or the reader does not lead it;
    `says_overdue` that its stage says so in that word, `new` that it was not told before,
    `again` that a letter of which nobody knows whether it arrived told it, `asked` that its
    question was asked before. `missed` counts older open occurrences of the same deadline, `moves`
    how often it was moved where the last time is news, `last_word` is the day of the measure's
    last word. Silence changes nothing up to `answer_by`,
    None where that is the letter's.
    """

    item: Item
    role: Role
    department: str
    notification: Notification
    stage: str = ""
    says_overdue: bool = False
    new: bool = False
    again: bool = False
    asked: bool = False
    missed: int = 0
    moves: int = 0
    last_word: date | None = None
    answer_by: date | None = None

    @property
    def kind(self) -> StageKind | None:
        """What sort of stage it is in; None where it has none."""
        return StageKind.of(self.stage)

    @property
    def is_news(self) -> bool:
        """True where it is new to the reader, not the old thing in another month's stage."""
        if self.role is Role.HELPER:
            # Told month by month: what fell due in an earlier one was told in that one.
            due, stage = self.item.due, self.notification.stage
            return self.new and due is not None and stage == StageKind.HELPING.of_month(due)
        old = self.asked or (self.kind is not None and self.kind.monthly)
        return self.new and not old


class NewsKind(StrEnum):
    """What happened to a measure since the reader's last letter (`help policy`: Letters)."""

    LED = "led"  # newly theirs
    DEADLINE = "deadline"
    DONE = "done"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    REMOVED = "removed"
    GIVEN_UP = "given_up"  # somebody else leads it now
    SPLIT = "split"


@frozen
class News:
    """One change; `before` and `after` are the row's words, None where it was or is not there.

    `moves` counts how often the deadline was moved, this time included; it was due on `was_due`
    and is on `due`, None where the words name no day. `parts` are those of a measure that was
    split, `after` is then the first new one. `identity` is the measure's.
    """

    kind: NewsKind
    role: Role
    before: Line | None
    after: Line | None
    lead: str = ""  # who leads it now
    moves: int = 0
    was_due: date | None = None
    due: date | None = None
    parts: tuple[Line, ...] = ()
    identity: int = 0


class AlertKind(StrEnum):
    """What the coordinator is told (`help policy`: The coordinator), in the order of reading."""

    FAILED = "failed"  # the plan was not reached; `words` are the reason
    GUARD = "guard"  # the plan was not believed; `words` are the reasons
    RESTORED = "restored"  # a run works again after one that failed or did not believe the plan
    TOO_LATE = "too_late"  # the plan was over before its first run
    BESIDE = "beside"  # our tabs are not in the workbook; `words` are the reason
    UNDELIVERED = "undelivered"  # refused or unknown letters; `words` is the server's reply
    RESTING = "resting"  # a mailbox gets no letters; `words` is its newest refused letter's number
    DELAYED = "delayed"  # letters that did not go on their day; later ones say the same
    ESCALATED = "escalated"
    VANISHED = "vanished"  # an overdue row is gone from the sheet; `line` are its last words
    SILENT = "silent"  # no word after pulse-2
    GROUNDLESS = "groundless"  # a postponement without a document
    FINDING = "finding"
    NO_REPORT = "no_report"


@frozen
class CoordinatorAlert:
    """One thing that the coordinator should know; which fields are set follows from `kind`.

    `new` says that it was not told before.
    """

    kind: AlertKind
    notification: Notification
    new: bool = True
    item: Item | None = None
    finding: Finding | None = None
    line: Line | None = None
    department: str = ""
    address: str = ""
    words: str = ""
    last_word: date | None = None


@frozen
class CalendarDay:
    """The last day of an item in the reader's calendar; `identity` and `what` are its own for good.

    `called_off` where it was done, cancelled, has another lead or no day any more; where nothing
    of it is left in the plan, `line` are the row's last words.
    """

    identity: int
    what: str
    item: Item | None
    line: Line | None
    day: date
    called_off: bool = False


@frozen
class Digest:
    """What one address is told on one day.

    `topics` hold by topic the items, worst first; empty topics lack. `departments` are the names
    that the address serves here; for a member it is the member's own name, with `curator` the
    department that signs and `since` the first day that is asked about. `trigger` names what
    called for the letter: the most urgent untold stage, "monthly", "introductory", "request",
    "news", "notices", "sitting". `introduces` where the reader has never had a letter before,
    `takes_over` where somebody else had the coordinator's letters;
    `stands_in` are the departments that the reader substitutes for, each until a day,
    `answer_by` the last day on which silence has no consequence. The chair alone is told
    `standing`, measures by state, `newly_late`, what became overdue since the last letter, and
    `escalated_before`, how many measures were named to be long late in earlier ones. `named` is
    what the letter shows without telling any stage of it, for the record alone.
    """

    kind: str
    address: str
    departments: tuple[str, ...]
    today: date
    trigger: str
    topics: dict[Topic, tuple[DigestItem, ...]]
    news: tuple[News, ...] = ()
    alerts: tuple[CoordinatorAlert, ...] = ()
    notifications: tuple[Notification, ...] = ()
    introduces: bool = False
    takes_over: bool = False
    curator: str = ""
    since: date | None = None
    stands_in: tuple[tuple[str, date], ...] = ()
    answer_by: date | None = None
    newly_late: tuple[Item, ...] = ()
    standing: dict[State, int] | None = None
    escalated_before: int = 0
    calendar: tuple[CalendarDay, ...] = ()
    named: tuple[Notification, ...] = ()

    def count(self, topic: Topic) -> int:
        """How many measures the topic holds: a measure with several last days is one."""
        return len({one.item.measure.row for one in self.topics.get(topic, ())})

    def alerted(self, *kinds: AlertKind) -> int:
        """How many measures the alerts of these kinds are about; each about none is one."""
        alerts = [alert for alert in self.alerts if alert.kind in kinds]
        rows = {alert.item.measure.row for alert in alerts if alert.item}
        return len(rows) + sum(alert.item is None for alert in alerts)

    def items(self) -> tuple[DigestItem, ...]:
        """All items, in the order of reading."""
        return tuple(
            digest_item for digest_items in self.topics.values() for digest_item in digest_items
        )

    def led(self) -> tuple[Item, ...]:
        """All items that the reader leads."""
        return tuple(one.item for one in self.items() if one.role is Role.LEAD)

    def asking(self) -> tuple[DigestItem, ...]:
        """What the reader leads and answers by a mark in the sheet."""
        answered = (Topic.OVERDUE, Topic.ASK, Topic.WAITING)
        items = (one for topic in answered for one in self.topics.get(topic, ()))
        return tuple(one for one in items if one.role is Role.LEAD and one.stage)

    def asked_for(self) -> tuple[Item, ...]:
        """The items of what it is asking about."""
        return tuple(one.item for one in self.asking())


@frozen
class Hold:
    """Why a stage that is current is not told today."""

    address: str
    number: str  # the measure's
    notification: Notification
    reason: str  # "day off", "spacing", "not adopted", "tell", "told today", "refused", "too late"


@frozen
class Decision:
    """The letters of a day in the order in which they go, and what is told on another day."""

    digests: tuple[Digest, ...]
    holds: tuple[Hold, ...] = ()
