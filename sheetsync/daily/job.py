"""One plan on one day: its configuration, its workbook, its memory and the time."""

from dataclasses import dataclass
from datetime import date, datetime

from sheetsync.config import Config
from sheetsync.state.store import Store
from sheetsync.workbooks.base import Workbook

PLAN = "plan"
"""What a folder's one plan is called in its store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`now` is the time of the run in the plan's zone; `name` is the plan's in the store.

    `pretended` says that the day is not the real one, `posts_later` that whoever runs many plans
    sends its letters after them all.
    """

    config: Config
    workbook: Workbook
    store: Store
    now: datetime
    name: str = PLAN
    pretended: bool = False
    posts_later: bool = False

    @property
    def redirected(self) -> bool:
        """True in a trial, where all letters go to one address."""
        return bool(self.config.settings.mail.redirect_to)

    @property
    def scope(self) -> str:
        """Which letters count as told: "" for those that are really sent to their addressees.

        What is redirected, or written into files because no server is named, tells nobody
        anything. Each such rehearsal only knows the letters of its own kind.
        """
        names = ("redirect" if self.redirected else "", "" if self.config.mail_server else "files")
        return "+".join(filter(None, names))

    def spelt(self, address: str) -> str:
        """The address as the configuration writes it now, whatever the case of its letters."""
        return self.config.spellings.get(address.casefold(), address)

    @property
    def began(self) -> date:
        """The day of the plan's first snapshot: what stands in the sheet then may be older."""
        return next(iter(self.store.days(self.name)), self.today)

    @property
    def today(self) -> date:
        """The civil day in the plan's zone."""
        return self.now.date()
