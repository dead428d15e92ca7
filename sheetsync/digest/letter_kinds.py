"""The kinds of letters: whom each is for, when it goes, how it reads. A new one is an entry here.

Its sentences are in the catalogues; where it looks different from others, its templates are in a
folder of its name.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final

from sheetsync.digest.chair import chair_digest, chair_trigger
from sheetsync.digest.coordinator import coordinator_digest, coordinator_trigger
from sheetsync.digest.draft_digests import DraftDigest
from sheetsync.digest.letter_style import Focus, LetterStyle
from sheetsync.digest.news import calls_for_letter, calls_who_has_nothing_open
from sheetsync.digest.notification_history import NotificationStatus
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.digest.stages import order
from sheetsync.model import Digest, DigestItem, News, Role, State
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked


class ToDepartments(Enum):
    """To addresses of the roster; of several kinds that are called for the first one goes."""

    SHOWN = "whoever leads an open measure, helps with it, is asked about it, or has news of one"
    ALL = "every department, also one that has nothing open"


@frozen
class ToPerson:
    """To the person of a `section` of the settings that has an address.

    Between two letters lie some days, but for a monthly one; where it `joins`, it also goes along
    with another letter of the day to the same address.
    """

    section: str
    joins: bool = False


def as_shown(_inputs: PolicyInput, digest: Digest) -> Digest:
    """The digest as it is: what the address is shown is all that the letter tells."""
    return digest


@frozen
class LetterKind:
    """Letters of one sort.

    `to` says whom they are for, `when` what calls for one today, "" for nothing. It takes what an
    address is shown: nothing where that is a person's of the settings, or a department's that has
    nothing open. What calls for a letter to all departments is told an address once. `tells` takes
    the digest of what is shown and adds what else the letter says.
    """

    to: ToDepartments | ToPerson
    when: Callable[[PolicyInput, DraftDigest], str]
    tells: Callable[[PolicyInput, Digest], Digest] = as_shown
    style: LetterStyle = LetterStyle()


# What calls for a letter to an address of the departments, "" for nothing (`help policy`: Letters).
# One that has a letter of today is not asked about.


def introductory(inputs: PolicyInput, draft: DraftDigest) -> str:
    """The first letter to who leads something."""
    is_first = inputs.history.last_day(draft.address) is None
    return "introductory" if is_first and any(draft.digest_items(Role.LEAD)) else ""


def monthly(inputs: PolicyInput, draft: DraftDigest) -> str:
    """The month's letter; to who only helps outside of its day, too, where it never arrived."""
    led = draft.digest_items(Role.LEAD)
    if inputs.monthly and any(_belongs_to_month(inputs, digest_item) for digest_item in led):
        return "monthly"
    helps = any(draft.digest_items(Role.HELPER)) and not any(draft.digest_items(Role.MEMBER))
    again = inputs.is_free(draft.address) and not between(inputs, draft)
    return "monthly" if helps and (inputs.monthly or again) else ""


def between(inputs: PolicyInput, draft: DraftDigest) -> str:
    """What presses goes at once, all other news where enough days have passed."""
    if inputs.monthly and any(draft.digest_items(Role.MEMBER)):
        return ""  # the month's request shows it, too
    pending = [one for one in draft.pending() if one.department not in draft.monthly_only]
    pressing = [one for one in pending if _is_pressing(inputs, one, draft.address)]
    if pressing:
        return _foremost(pressing)
    if not inputs.is_free(draft.address):
        return ""
    if pending:
        return _foremost(pending)
    if draft.by_topic:
        return _news_trigger(calls_for_letter, inputs, draft)
    waits = draft.departments.keys() <= draft.monthly_only and not inputs.monthly
    return "" if waits else _news_trigger(calls_who_has_nothing_open, inputs, draft)


def _news_trigger(
    calls: Callable[[PolicyInput, News], bool], inputs: PolicyInput, draft: DraftDigest
) -> str:
    return "news" if any(calls(inputs, each) for each in draft.news) else ""


def request(inputs: PolicyInput, draft: DraftDigest) -> str:
    """The month's letter to a member of a group, or later where it never arrived."""
    goes = inputs.monthly or inputs.is_free(draft.address)
    return "request" if goes and any(draft.digest_items(Role.MEMBER)) else ""


def _belongs_to_month(inputs: PolicyInput, digest_item: DigestItem) -> bool:
    """Due this month, late, or its pulse or ask has come (`help policy`: Letters)."""
    item = digest_item.item
    if item.state in (State.ONGOING, State.WAITING):
        return digest_item.new
    return inputs.is_late(item) or inputs.due_this_month(item)


def _is_pressing(inputs: PolicyInput, digest_item: DigestItem, address: str) -> bool:
    """The last day, or the first time that the item is called late, waits for no spacing."""
    stage = inputs.stage(digest_item.item)
    if stage is None or not stage.kind.late:
        return stage is not None and stage.kind.urgent
    names = inputs.timetable.late_names(digest_item.item, inputs.today)
    lead = digest_item.item.measure.assignment.lead
    standings = (
        inputs.history.status(
            address, digest_item.notification._replace(stage=name), lead.addresses if lead else ()
        )
        for name in names
    )
    return NotificationStatus.TOLD not in standings


def _foremost(digest_items: Iterable[DigestItem]) -> str:
    return max((digest_item.stage for digest_item in digest_items), key=order)


LETTER_KINDS: Final[dict[str, LetterKind]] = {
    "introductory": LetterKind(  # the first one an address gets
        to=ToDepartments.SHOWN,
        when=introductory,
        style=LetterStyle(
            subject_begins=marked("first letter"),
            counts_led=True,
            # Whoever reads of the program for the first time has not yet been asked anything.
            poses=False,
            calendar=True,
        ),
    ),
    "monthly": LetterKind(to=ToDepartments.SHOWN, when=monthly, style=LetterStyle(calendar=True)),
    "between": LetterKind(to=ToDepartments.SHOWN, when=between, style=LetterStyle(whole=False)),
    "request": LetterKind(  # a member of a group is asked politely
        to=ToDepartments.SHOWN,
        when=request,
        style=LetterStyle(
            greeting=marked(
                "Hello. {curator} is collecting what has been done since {since} on the measures "
                "in the plan that your organisation takes part in. Please let us know: a reply of "
                "two or three lines is enough."
            )
        ),
    ),
    "coordinator": LetterKind(
        to=ToPerson(section="coordinator", joins=True),
        when=coordinator_trigger,
        tells=coordinator_digest,
        style=LetterStyle(
            focus=Focus.ALERTS,
            order=("alerts", "overview", "topics", "news"),
            reason=marked("You are receiving this letter because you manage the plan."),
            rhythm=marked("It comes on working days when there is something new."),
        ),
    ),
    "chair": LetterKind(
        to=ToPerson(section="chair"),
        when=chair_trigger,
        tells=chair_digest,
        style=LetterStyle(
            focus=Focus.PLAN,
            reason=marked("You are receiving this letter because you oversee the plan."),
            rhythm=marked(
                "It comes at the start of each month and before each meeting, if anything has "
                "changed."
            ),
        ),
    ),
}
"""By the name that stands in the ledger; the first of several names a mixed letter."""

STYLES: Final = {name: kind.style for name, kind in LETTER_KINDS.items()}
