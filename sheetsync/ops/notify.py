"""Messages to messengers by apprise, which is installed only where somebody wants them."""

import logging
from collections.abc import Iterable

from sheetsync.errors import ConfigError
from sheetsync.languages import _


def notify(urls: Iterable[str], *, title: str, body: str) -> None:
    """Send a message to each address of apprise's.

    Raises ConfigError where apprise is missing, knows no such service, or one took no message.
    """
    try:
        from apprise import Apprise
    except ImportError as error:
        raise ConfigError(
            _("[job] notify needs apprise. Install it: pip install 'sheetsync[notify]'.")
        ) from error
    logging.getLogger("apprise").addHandler(logging.NullHandler())  # or it prints its warnings
    services = Apprise()
    # The addresses hold tokens: none is repeated in a sentence.
    unknown = sum(not services.add(url) for url in urls)
    if unknown:
        raise ConfigError(
            _("[job] notify: apprise knows no service for {n} of the addresses.", n=unknown)
        )
    if not services.notify(title=title, body=body):
        raise ConfigError(_("[job] notify: not every service took the message."))
