"""Every way in which Google, the network or a key can fail: what is told, and what comes of it.

`TABLE` is read from the top: the first row that fits is the cause. Where its names come from:

- `SERVICE_DISABLED`: ErrorInfo.reason (googleapis, google/api/error_reason.proto), and
  `RESOURCE_EXHAUSTED`: google.rpc.Code
- `rateLimitExceeded`: errors[].reason of Drive (developers.google.com/workspace/drive/api, errors)
- `invalid_grant`: `error` and `error_subtype` of a token endpoint (RFC 6749, 5.2)
- `wire:...`, `body:...`, `file:...`: ours, for what no answer of Google's names
"""

from sheetsync.workbooks.google.causes import google, local
from sheetsync.workbooks.google.causes.row import Cause, Retry, Trouble

__all__ = ["TABLE", "Cause", "Retry", "Trouble", "cause_of"]

TABLE: tuple[Cause, ...] = (*local.ROWS, *google.ROWS)


def cause_of(trouble: Trouble) -> Cause:
    """The first row that fits; the last one always does."""
    return next(cause for cause in TABLE if cause.fits(trouble))
