"""Tells a dead man's switch of the job's start and end, in the protocol of healthchecks.io.

https://healthchecks.io/docs/http_api/: a request to URL/start begins a run, to URL ends it well, to
URL/EXITCODE tells that it failed; the first 100 kB of a body are kept as its log.
"""

from contextlib import suppress
from urllib.parse import urlsplit, urlunsplit

_PATIENCE = 5  # seconds: a run must not wait for who only watches it
_BODY = 10_000  # bytes


def ping(url: str, step: str = "", *, body: str = "") -> bool:
    """Whether the address took it; `step` is "start", an exit code, or "" for a good end.

    Never raises: a run does not fail because nobody watches it.
    """
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    whole = urlsplit(url)
    path = f"{whole.path.rstrip('/')}/{step}" if step else whole.path
    request = Request(  # noqa: S310 - the settings take only http and https
        urlunsplit(whole._replace(path=path)),
        data=body.encode()[-_BODY:],
        headers={"Content-Type": "text/plain; charset=utf-8", "User-Agent": "sheetsync"},
    )
    with suppress(OSError, HTTPException, ValueError), urlopen(request, timeout=_PATIENCE):  # noqa: S310
        return True
    return False
