"""One plan on one day: its configuration, its workbook, its memory and the time."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sheetsync.config import Config
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.base import Workbook

if TYPE_CHECKING:
    from sheetsync.state.store import Store

PLAN = "plan"
"""What a folder's one plan is called in its store."""


@frozen
class Job:
    """`now` is the time of the run in the plan's zone; `name` is the plan's in the store.

    `pretended` says that the day is not the real one, `posts_later` that whoever runs many plans
    sends its letters after them all.
    """

    config: Config
    workbook: Workbook
    store: "Store"
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

    @property
    def today(self) -> date:
        """The civil day in the plan's zone."""
        return self.now.date()
