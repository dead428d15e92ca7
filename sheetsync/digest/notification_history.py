"""What the ledger says was told to an address (`help policy`: Letters)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

from sheetsync.model import LetterState, Notification, PastLetter


class NotificationStatus(Enum):
    """Whether something was told."""

    UNTOLD = "untold"
    UNCERTAIN = "maybe"  # by a letter of an earlier day that nobody knows to have arrived
    TOLD = "told"


class NotificationHistory:
    """The letters of one plan and scope, asked about on one day.

    `aliases` gives for an identity all those whose past is its own: the measure that it was split
    from, and what persons said that it is. `own` are a department's own addresses: what it was
    told elsewhere, at a substitute's or a former address, counts for each of them, and what it
    was told there for a substitute. Letters of the kinds `shown_only` have asked nothing.
    """

    def __init__(
        self,
        letters: Iterable[PastLetter],
        *,
        today: date,
        aliases: Mapping[int, tuple[int, ...]],
        shown_only: Collection[str] = (),
    ) -> None:
        self._today = today
        self._shown_only = frozenset(shown_only)
        self._aliases = aliases
        self._to: defaultdict[str, list[PastLetter]] = defaultdict(list)
        self._notification: defaultdict[Notification, list[PastLetter]] = defaultdict(list)
        for letter in letters:
            self._to[letter.address].append(letter)
            for notification in letter.notifications:
                self._notification[notification].append(letter)
        self.first_day = min((told[0].day for told in self._to.values()), default=None)

    def status(
        self, address: str, notification: Notification, own: Collection[str] = ()
    ) -> NotificationStatus:
        """Whether the address was told.

        A letter of unknown fate counts until its day has ended, two of them count for good.
        """
        letters = self._about(address, notification, own)
        unknown = [letter for letter in letters if letter.state is LetterState.UNKNOWN]
        sure = any(
            not letter.state.lost and letter.state is not LetterState.UNKNOWN for letter in letters
        )
        if sure or len(unknown) > 1 or any(letter.day == self._today for letter in unknown):
            return NotificationStatus.TOLD
        return NotificationStatus.UNCERTAIN if unknown else NotificationStatus.UNTOLD

    def failed(self, address: str, notification: Notification) -> bool:
        """Whether a letter should have told it, but none is known to have arrived."""
        told = self.status(address, notification) is NotificationStatus.TOLD
        return not told and bool(self._about(address, notification, ()))

    def notified_on(self, notification: Notification) -> date | None:
        """The first day on which somebody was told that."""
        return min(self.notified_days(notification), default=None)

    def asked_on(self, notification: Notification) -> date | None:
        """The first day on which somebody was asked that; an introduction only shows it."""
        arrived = self._arrived(notification)
        asked = (letter.day for letter in arrived if letter.kind not in self._shown_only)
        return min(asked, default=None)

    def notified_days(self, notification: Notification) -> Iterator[date]:
        """The days of all letters that told somebody that, in no order."""
        return (letter.day for letter in self._arrived(notification))

    def last_day(self, address: str) -> date | None:
        """The day of the newest letter to the address, but for those that never arrived."""
        newest = self.newest(address)
        return newest.day if newest else None

    def wrote_today(self, address: str) -> bool:
        """True where the address has its letter of today, whatever became of it."""
        return any(letter.day == self._today for letter in self._to.get(address, ()))

    def newest(self, address: str) -> PastLetter | None:
        """The newest letter that told the address something."""
        told = (letter for letter in self._to.get(address, ()) if not letter.state.lost)
        return max(told, key=lambda letter: letter.day, default=None)

    def _about(
        self, address: str, notification: Notification, own: Collection[str]
    ) -> list[PastLetter]:
        return [
            letter
            for letter in self._all_about(notification)
            if letter.address == address
            or (own and (address not in own or letter.address not in own))
        ]

    def shown_days(self, notification: Notification) -> Iterator[date]:
        """The days of the letters that told somebody that and asked nothing, in no order."""
        arrived = self._arrived(notification)
        return (letter.day for letter in arrived if letter.kind in self._shown_only)

    def _arrived(self, notification: Notification) -> Iterator[PastLetter]:
        return (letter for letter in self._all_about(notification) if not letter.state.lost)

    def _all_about(self, notification: Notification) -> Iterator[PastLetter]:
        own = notification.identity
        for identity in self._aliases.get(own, (own,)):
            same = notification if identity == own else notification._replace(identity=identity)
            yield from self._notification.get(same, ())
