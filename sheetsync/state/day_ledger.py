"""One plan's letters of a day, as a delivery works through them: each step a transaction."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sheetsync.model import StoredLetter
from sheetsync.model.frozen import frozen
from sheetsync.state.store import Store


@frozen
class DayLedger:
    """The letters of `day` that count in `scope`; kinds among `first` go before all others."""

    store: Store
    plan: str
    day: date
    scope: str
    first: Collection[str]
    now: datetime

    def waiting(self) -> Sequence[StoredLetter]:
        """Those that have yet to go, with their bytes; otherwise in the order of their filing."""
        with self.store.reading() as records:
            found = records.waiting(self.plan, self.day, scope=self.scope)
        return sorted(found, key=lambda letter: letter.kind not in self.first)

    def keep(self, *letters: StoredLetter) -> None:
        """Note state, reply and tries of these letters; they are on the disk when this returns."""
        with self.store.writing() as transaction:
            transaction.keep(letters, now=self.now)
