"""What sorts of stages there are: a new one is an entry here, and its days in `digest.stages`."""

from datetime import date
from enum import Enum, Flag, auto

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
    HELPING = "with", marked("note to a co-executor")
    REQUEST = "request", marked("request to a participant")
    ASK = "ask", marked("question about the date")
    PULSE = "pulse", marked("question about all-year work")
    MONTH = "month", marked("due this month")
    CLOSE = "close", marked("question about the year's result"), _Trait.CLOSES
    BEFORE = "before", marked("the deadline is near")
    LATE_MONTH = "late-month", marked("overdue"), _Trait.LATE | _Trait.MONTHLY
    LATE = "late", marked("overdue"), _Trait.LATE
    LAST_DAY = "last-day", marked("today is the last day"), _Trait.URGENT

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
