"""How letters of each kind read: a new kind is a row here, its templates, and catalogue lines."""

from enum import Enum

from sheetsync.model import LetterKind
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked


class Focus(Enum):
    """What a letter is about: this gives its figures, its subject and where its link leads."""

    ITEMS = "items"  # what the reader leads or helps with
    ALERTS = "alerts"
    PLAN = "plan"  # how the whole plan stands


@frozen
class LetterStyle:
    """What tells letters of one kind from others; all sentences are keys of the catalogues.

    `lead` begins the subject, `greeting` the letter of a curator; `reason` says why it came and
    `rhythm` how often, where that does not depend on what the reader does in the plan. `requests`
    where it opens with all that is asked, `poses` where what it asks counts as asked. `order` is
    that of its sections, `calendar` says whether it carries the month's last days.
    """

    focus: Focus = Focus.ITEMS
    lead: str = ""
    greeting: str = ""
    reason: str = ""
    rhythm: str = ""
    requests: bool = True
    poses: bool = True
    order: tuple[str, ...] = ("overview", "topics", "news", "alerts")
    calendar: bool = False


STYLES = {
    LetterKind.INTRODUCTORY: LetterStyle(
        lead=marked("first letter"),
        # Whoever reads of the program for the first time has not yet been asked anything.
        poses=False,
        calendar=True,
    ),
    LetterKind.MONTHLY: LetterStyle(calendar=True),
    LetterKind.BETWEEN: LetterStyle(requests=False),  # it names the few things that are new
    LetterKind.REQUEST: LetterStyle(
        greeting=marked(
            "Good day. {curator} gathers what was done since {since} about the measures of the plan"
            " in which your organisation takes part. Please tell us: an answer to this letter of"
            " two or three lines is enough."
        ),
    ),
    LetterKind.COORDINATOR: LetterStyle(
        focus=Focus.ALERTS,
        order=("alerts", "overview", "topics", "news"),
        reason=marked("You got this letter because you look after the plan."),
        rhythm=marked("It comes on working days on which there is something new."),
    ),
    LetterKind.CHAIR: LetterStyle(
        focus=Focus.PLAN,
        reason=marked("You got this letter because you preside over the plan's execution."),
        rhythm=marked("It comes at the beginning of a month and before a sitting."),
    ),
}
