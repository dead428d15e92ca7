"""What the policy of letters goes by: the sorts of stages there are, and its numbers.

A new sort is an entry here; its days are in `digest.stages`.
"""

from datetime import date
from enum import Enum, Flag, auto

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked


class _Trait(Flag):
    NONE = 0
    CLOSES = auto()
    LATE = auto()
    MONTHLY = auto()
    URGENT = auto()


class StageKind(Enum):
    """What sort of stage it is: how its name begins, what a proof says of it, what sets it apart.

    Those of an item's lead stand in the order in which they press (`help policy`: Stages), the
    most pressing last; the ones before them are told to others. As their names stand in the
    ledger, what they begin with stays as it is.
    """

    FINDING = "finding", marked("told to the coordinator: remark on the sheet")
    SILENT = "silent", marked("told to the coordinator: no answer")
    ESCALATION = "escalation", marked("information")
    HELPING = "with", marked("note to a supporting party")
    REQUEST = "request", marked("request to a participant")
    ASK = "ask", marked("question about the date")
    PULSE = "pulse", marked("question about all-year work")
    MONTH = "month", marked("due this month")
    CLOSE = "close", marked("question about the year's result"), _Trait.CLOSES
    BEFORE = "before", marked("the deadline is near")
    LATE_MONTH = "late-month", marked("overdue"), _Trait.LATE | _Trait.MONTHLY
    LATE = "late", marked("overdue"), _Trait.LATE
    LAST_DAY = "last-day", marked("due today"), _Trait.URGENT

    def __init__(self, begins: str, proof: str, trait: _Trait = _Trait.NONE) -> None:
        """`proof` is a key of the catalogues."""
        self.begins = begins
        self.proof = proof
        self.closes = _Trait.CLOSES in trait
        """It asks for the year's result."""
        self.late = _Trait.LATE in trait
        """It says that the last day is over."""
        self.monthly = _Trait.MONTHLY in trait
        """It says the old thing in another month, which is no news."""
        self.urgent = _Trait.URGENT in trait
        """It cannot wait until an address may get its next letter."""

    @classmethod
    def of(cls, name: str) -> "StageKind | None":
        """The kind of a stage by its name; None for "" and for signs of another sort."""
        fits = (kind for kind in cls if f"{name}-".startswith(f"{kind.begins}-"))
        return max(fits, key=lambda kind: len(kind.begins), default=None)

    @property
    def pressing(self) -> int:
        """How pressing it is, for comparing."""
        return list(StageKind).index(self)

    def named(self, which: str = "") -> str:
        """The name of one of its stages: "late-10"."""
        return f"{self.begins}-{which}" if which else self.begins

    def of_month(self, month: date) -> str:
        """The name of its stage of that month: "late-month-2021-07"."""
        return self.named(f"{month:%Y-%m}")


@frozen
class PolicyRules:
    """The numbers of the policy; `[digest]` in sheetsync.toml may set others.

    Days before the last one and days of silence are calendar days, all others working days.
    `calendar` says whether letters carry the month's last days for the reader's calendar.
    """

    before: int = 7
    before_explicit: int = 14
    late_explicit: int = 1
    late_words: int = 3
    late_again: int = 10
    late_monthly: int = 20
    spacing: int = 3
    word: int = 45
    pulse_again: int = 10
    ask_months: tuple[int, ...] = (2, 4, 7, 10)
    request_months: tuple[int, ...] = (4, 7, 10, 12)
    close_month: int = 12
    close_again: int = 20
    escalate_late: int = 12
    escalate_silent: int = 10
    quiet_start: int = 10
    sitting: int = 3
    calendar: bool = False
