"""Every way in which Google, the network or a key can fail: the sentence, and what comes of it.

The table is in causes.toml: the first row that fits a trouble is its cause.
"""

import tomllib
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from sheetsync.errors import ConfigError, SheetsyncError, WorkbookError, WorkbookMissing
from sheetsync.model.frozen import frozen

_RAISES = {error.__name__: error for error in (ConfigError, WorkbookError, WorkbookMissing)}


class Retry(Enum):
    """Whether another try may help. What is refused until the next minute was not applied."""

    NO = "no"
    SOON = "soon"
    NEXT_MINUTE = "next minute"


@frozen
class Trouble:
    """What is known about one failure.

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


def cause_of(trouble: Trouble) -> Cause:
    """The first row that fits; the last one always does."""
    return next(cause for cause in table() if cause.fits(trouble))


@cache
def table() -> tuple[Cause, ...]:
    """All rows, in their order; read when something first fails."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return tuple(map(_cause, tomllib.loads(text)["cause"]))


def _cause(row: dict[str, Any]) -> Cause:
    lists = {name: tuple(told) for name, told in row.items() if isinstance(told, list)}
    kinds = {
        "raises": _RAISES[row.get("raises", "WorkbookError")],
        "retry": Retry(row.get("retry", "no")),
    }
    return Cause(**{**row, **lists, **kinds})
