"""Sends what was decided, and decides again where Google refuses it or nobody knows."""

from collections.abc import Callable
from dataclasses import dataclass

from gspread.exceptions import APIError

from sheetsync.workbooks.google.batch import Requests
from sheetsync.workbooks.google.client import OutcomeUnknown
from sheetsync.workbooks.google.errors import google_words, undecided
from sheetsync.workbooks.google.plan import Plan, Without
from sheetsync.workbooks.google.refusals import is_closed, refused_request

_TRIES = 10  # each of three tabs may lack three families, or be left alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """How to send one batch, and how to decide anew from a fresh look."""

    place: str
    send: Callable[[Requests], None]
    cut: Callable[[Plan], list[Requests]]
    look: Callable[[], None]
    decide: Callable[[Without], Plan]

    def deliver(self, plan: Plan) -> Plan:
        """The plan as it was carried out in the end.

        A tab may have gone meanwhile: then a fresh look mends it. What is refused in spite of that
        is left out: what a tab can do without, or that tab. Raises `APIError` where no tab was
        accepted for another cause than people's, `OutcomeUnknown` where the connection broke twice.
        """
        without, broken = Without(), False
        for attempt in range(_TRIES):
            batch: Requests = []
            try:
                for batch in self.cut(plan):
                    self.send(batch)
                return plan
            except OutcomeUnknown as error:
                if broken:
                    raise undecided(self.place) from error
                broken = True
                self.look()
                plan = self.decide(without)
            except APIError as error:
                if error.response.status_code != 400 or attempt == _TRIES - 1:
                    raise
                self.look()
                plan, without = self._spared(error, batch, without)
                if plan.stopped and not plan.places and not _is_closed(error):
                    raise
        raise AssertionError("the last try returns or raises")

    def _spared(self, error: APIError, batch: Requests, without: Without) -> tuple[Plan, Without]:
        """What is to be done now, without what would be refused again."""
        plan = self.decide(without)
        refused = refused_request(error, batch)
        if refused is None:
            return plan, without
        request, before = refused
        for part in plan.parts:
            if part.key and part.requests.count(request) > before:
                without = without.also(part.key, request, google_words(error.response))
                return self.decide(without), without
        return plan, without


def _is_closed(error: APIError) -> bool:
    return is_closed(google_words(error.response))
