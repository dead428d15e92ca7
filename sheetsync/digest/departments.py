"""What calls for a letter to an address of the departments on a day (`help policy`: Letters).

Each function gives the trigger, "" for nothing; an address that has a letter of today gets none.
"""

from collections.abc import Callable, Iterable

from sheetsync.digest.draft_digests import DraftDigest
from sheetsync.digest.news import calls_for_letter, calls_who_has_nothing_open
from sheetsync.digest.notification_history import NotificationStatus
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.digest.stages import order
from sheetsync.model import DigestItem, News, Role, State


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
    pending = [one for one in draft.pending() if one.department not in draft.patient]
    pressing = [one for one in pending if _is_pressing(inputs, one, draft.address)]
    if pressing:
        return _foremost(pressing)
    if not inputs.is_free(draft.address):
        return ""
    if pending:
        return _foremost(pending)
    if draft.by_topic:
        return _news(calls_for_letter, inputs, draft)
    waits = draft.departments.keys() <= draft.patient and not inputs.monthly
    return "" if waits else _news(calls_who_has_nothing_open, inputs, draft)


def _news(
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
