"""What the coordinator is told of a plan, or of why it was not read (`help policy`)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from sheetsync.digest.alerts import ESCALATION, current_alerts, is_new, named_once
from sheetsync.digest.draft_digests import DraftDigest
from sheetsync.digest.notification_history import NotificationHistory
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import CoordinatorAlert, Digest, PastLetter
from sheetsync.plan.workdays import Workdays


def coordinator_trigger(inputs: PolicyInput, draft: DraftDigest) -> str:
    """An escalation or something else that was not told yet; "" where there is nothing."""
    new = [alert for alert in _alerts(inputs, draft.address) if alert.new]
    escalated = any(alert.notification.stage == ESCALATION for alert in new)
    return (ESCALATION if escalated else "notices") if new else ""


def coordinator_digest(inputs: PolicyInput, begun: Digest) -> Digest:
    """Escalations and rows that are gone are named once; all else is shown as long as it is so."""
    told = _alerts(inputs, begun.address)
    shown = [alert for alert in told if alert.new or not named_once(alert)]
    return replace(
        begun,
        takes_over=_takes_over(inputs, begun.address),
        alerts=tuple(shown),
        notifications=tuple(dict.fromkeys(alert.notification for alert in shown)),
    )


def _takes_over(inputs: PolicyInput, address: str) -> bool:
    """True in the first letter to a coordinator who has come after another one."""
    kept = (each for each in inputs.memory.letters if each.kind == "coordinator")
    before = {letter.address for letter in kept if not letter.state.lost}
    return bool(before) and address not in before


def _alerts(inputs: PolicyInput, address: str) -> list[CoordinatorAlert]:
    new = partial(is_new, inputs.history, address)
    return [replace(alert, new=new(alert)) for alert in current_alerts(inputs)]


def alarm_digests(
    alert: CoordinatorAlert,
    *,
    addresses: Iterable[str],
    letters: Iterable[PastLetter],
    workdays: Workdays,
    today: date,
) -> tuple[Digest, ...]:
    """A letter for each of the coordinator's addresses that was not told the same before.

    An address that got a letter today gets none, nor does any on a day off: what was not told is
    raised again by the run of the next working day.
    """
    if not workdays.is_working(today):
        return ()
    history = NotificationHistory(letters, today=today, aliases={})
    return tuple(
        Digest(
            kind="coordinator",
            address=address,
            departments=(),
            today=today,
            trigger=str(alert.kind),
            topics={},
            alerts=(alert,),
            notifications=(alert.notification,),
            introduces=history.newest(address) is None,
        )
        for address in addresses
        if is_new(history, address, alert) and not history.wrote_today(address)
    )
