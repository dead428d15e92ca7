"""The coordinator's letter about what a run could not do."""

from collections.abc import Iterable
from datetime import date

from sheetsync.digest.concerns import is_new
from sheetsync.digest.past import Past
from sheetsync.model import Department, Digest, Kind, Notice, Told


def alarm_digests(
    notice: Notice, *, coordinator: Department | None, letters: Iterable[Told], today: date
) -> tuple[Digest, ...]:
    """A letter for each address of the coordinator that was not told the same before.

    An address that got a letter today gets none; it is told tomorrow.
    """
    past = Past(letters, today=today, kin={})
    return tuple(
        Digest(
            kind=Kind.COORDINATOR,
            address=address,
            departments=(),
            today=today,
            trigger=str(notice.kind),
            topics={},
            notices=(notice,),
            tellings=(notice.telling,),
            introduces=past.newest(address) is None,
        )
        for address in (coordinator.addresses if coordinator else ())
        if is_new(past, address, notice) and not past.wrote_today(address)
    )
