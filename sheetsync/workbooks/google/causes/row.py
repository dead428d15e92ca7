"""One row of the table: when it fits, and what then holds."""

from enum import Enum

from sheetsync.errors import SheetsyncError, WorkbookError
from sheetsync.model.frozen import frozen


class Retry(Enum):
    """Whether another try may help. What is refused until the next minute was not applied."""

    NO = "no"
    SOON = "soon"
    NEXT_MINUTE = "next minute"


@frozen
class Trouble:
    """What is known of one failure.

    `source` says who failed: "api", "token" (whoever hands out access tokens) or "file".
    `reasons` are Google's names for it, the most exact first, `words` its own sentence; `grant`
    is how a token was asked for: "key", "login", "federation" or "impersonation". `unsent` says
    that the request surely never reached the API, `retry_after` what a server asked to wait.
    """

    source: str = "api"
    status: int = 0
    reasons: tuple[str, ...] = ()
    words: str = ""
    grant: str = ""
    service: str = ""
    writing: bool = False
    unsent: bool = False
    retry_after: float = 0.0


@frozen
class Cause:
    """A row of the table: when it fits, and what then holds.

    It fits where one of its `reasons` or `statuses` does, if it names any, and every other
    condition that it sets; `text` stands in Google's sentence. `tells` is filled in with the
    place, the account to share it with, the status, the key file and the API; `quotes` adds
    Google's own sentence. `raises` is ConfigError where somebody has to mend the set-up.
    """

    reasons: tuple[str, ...] = ()
    statuses: tuple[int, ...] = ()
    grants: tuple[str, ...] = ()
    source: str = ""
    text: str = ""
    writing: bool = False

    tells: str
    raises: type[SheetsyncError] = WorkbookError
    retry: Retry = Retry.NO
    quotes: bool = False

    def fits(self, trouble: Trouble) -> bool:
        """Whether this row is about that trouble."""
        named = any(name in self.reasons for name in trouble.reasons)
        return (
            (named or trouble.status in self.statuses or not (self.reasons or self.statuses))
            and (not self.grants or trouble.grant in self.grants)
            and self.source in ("", trouble.source)
            and self.text in trouble.words
            and (trouble.writing or not self.writing)
        )

    def spares(self, trouble: Trouble) -> bool:
        """Whether a write that failed like this may be sent again: it was surely not applied."""
        return self.retry is Retry.NEXT_MINUTE or (self.retry is Retry.SOON and trouble.unsent)
