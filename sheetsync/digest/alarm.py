"""The coordinator's letter about what a run could not do."""

from collections.abc import Iterable
from datetime import date

from sheetsync.digest.alerts import is_new
from sheetsync.digest.notification_history import NotificationHistory
from sheetsync.model import CoordinatorAlert, Department, Digest, LetterKind, PastLetter


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
            kind=LetterKind.COORDINATOR,
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
