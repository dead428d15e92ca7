"""What the coordinator is told of a plan, or of why it was not read (`help policy`)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sheetsync.digest.alerts import ESCALATION, current_alerts, is_new, named_once
from sheetsync.digest.notification_history import NotificationHistory
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import CoordinatorAlert, Department, Digest, PastLetter


def coordinator_digest(inputs: PolicyInput, begun: Digest) -> Digest | None:
    """Escalations and rows that are gone are named once; all else is shown as long as it is so."""
    history, address = inputs.history, begun.address
    told = [replace(n, new=is_new(history, address, n)) for n in current_alerts(inputs)]
    if not any(alert.new for alert in told):
        return None
    escalated = any(alert.new and alert.notification.stage == ESCALATION for alert in told)
    shown = [alert for alert in told if alert.new or not named_once(alert)]
    return replace(
        begun,
        trigger=ESCALATION if escalated else "notices",
        alerts=tuple(shown),
        notifications=tuple(dict.fromkeys(alert.notification for alert in shown)),
    )


def alarm_digests(
    alert: CoordinatorAlert,
    *,
    coordinator: Department | None,
    letters: Iterable[PastLetter],
    today: date,
) -> tuple[Digest, ...]:
    """A letter for each address of the coordinator that was not told the same before.

    An address that got a letter today gets none; it is told tomorrow.
    """
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
        for address in (coordinator.addresses if coordinator else ())
        if is_new(history, address, alert) and not history.wrote_today(address)
    )
