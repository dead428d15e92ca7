"""How letters of one kind read, and what they count for afterwards."""

from enum import Enum

from sheetsync.model.frozen import frozen


class Focus(Enum):
    """What a letter is about: this gives its figures, its subject and where its link leads."""

    ITEMS = "items"  # what the reader leads or helps with
    ALERTS = "alerts"
    PLAN = "plan"  # how the whole plan stands


@frozen
class LetterStyle:
    """What tells letters of one kind from others; all sentences are keys of the catalogues.

    `subject_begins` stands first in the subject; `counts_led` where the first figure is how many
    measures the reader leads;
    `greeting` opens the letter and asks in place of its entries, in the name of the digest's
    `curator` where it names {curator}; `reason` says why the letter came and `rhythm` how often,
    where that does not depend on what the reader does in the plan. `whole` where it opens with all
    that is asked; else it came for the few things that are new. `poses` where what it asks counts
    as asked. `order` is that of its sections, `calendar` says whether it carries the month's last
    days.
    """

    focus: Focus = Focus.ITEMS
    subject_begins: str = ""
    counts_led: bool = False
    greeting: str = ""
    reason: str = ""
    rhythm: str = ""
    whole: bool = True
    poses: bool = True
    order: tuple[str, ...] = ("overview", "topics", "news", "alerts")
    calendar: bool = False
