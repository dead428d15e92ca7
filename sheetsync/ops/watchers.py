"""Reports to whoever watches the job: a dead man's switch, and messengers by apprise."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Thread
from urllib.parse import urlsplit, urlunsplit

from sheetsync.errors import ConfigError
from sheetsync.model.language import marked

# Seconds: a run must not wait for who only watches it.
_PATIENCE = 5
_MESSENGERS_PATIENCE = 30
_BODY = 10_000  # bytes
NEEDS_APPRISE = marked("[job] notify needs apprise. Install it: pip install 'sheetsync[notify]'.")


def ping(url: str, step: str, *, body: str) -> bool:
    """Ping the address and return whether it answered; `step` is "start", an exit code or "".

    The protocol is that of healthchecks.io (https://healthchecks.io/docs/http_api/): a request to
    URL/start begins a run, to URL ends it well, to URL/EXITCODE reports a failure; the first
    100 kB of a body are kept as its log. Never raises: a run does not fail because nobody watches.
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

    def ask() -> bool:
        with suppress(OSError, HTTPException, ValueError), urlopen(request, timeout=_PATIENCE):  # noqa: S310
            return True
        return False

    return _within_time(_PATIENCE, ask)


def notify(urls: Iterable[str], *, title: str, body: str) -> None:
    """Send a message to each address of apprise's.

    Raises ConfigError where apprise is missing, knows no such service, or one took no message; the
    others have got it all the same.
    """
    try:
        from apprise import Apprise
    except ImportError as error:
        raise ConfigError(NEEDS_APPRISE) from error
    logging.getLogger("apprise").addHandler(logging.NullHandler())  # or it prints its warnings
    # A service each: apprise would send to several in a pool of threads, which Python waits for at
    # its end, however long the slowest takes.
    services = [Apprise(url) for url in urls]
    known = [service for service in services if len(service)]

    def send() -> bool:
        refused = sum(not service.notify(title=title, body=body) for service in known)
        return not refused

    sent = _within_time(_MESSENGERS_PATIENCE, send)
    # The addresses hold tokens: none is repeated in a sentence.
    if len(known) < len(services):
        unknown = len(services) - len(known)
        raise ConfigError(
            "[job] notify: apprise knows no service for {n} of the addresses.", n=unknown
        )
    if not sent:
        raise ConfigError("[job] notify: not every service took the message.")


def _within_time(seconds: float, work: Callable[[], bool]) -> bool:
    """Whether `work` succeeds in that time; if it does not end, it dies with the program.

    The timeout of a socket begins anew with each byte that drips in, and looking a name up has
    none at all.
    """
    done: list[bool] = []
    thread = Thread(target=lambda: done.append(work()), daemon=True)
    thread.start()
    thread.join(seconds)
    return done == [True]
