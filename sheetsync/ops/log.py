"""The log for machines."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sheetsync.errors import SheetsyncError

LOGGER = logging.getLogger("sheetsync")


def log(event: str, **fields: object) -> None:
    """Log an event by a constant name; its fields hold neither addresses nor texts of cells."""
    LOGGER.info(event, extra={"fields": fields})


@contextmanager
def logged_to(path: Path | None) -> Iterator[list[SheetsyncError]]:
    """Log what happens in the block to that file; the list says why it cannot, once it cannot.

    Work goes on without a log.
    """
    problems: list[SheetsyncError] = []
    if path is None:
        yield problems
        return
    # Here, as its handler brings sockets and pickles that a run without a log needs none of.
    from sheetsync.ops.log_file import LogFile

    handler = LogFile(path, problems)
    level = LOGGER.level
    LOGGER.addHandler(handler)
    # WARNING, the root's level, would swallow what the log is for.
    LOGGER.setLevel(logging.INFO)
    try:
        yield problems
    finally:
        LOGGER.removeHandler(handler)
        LOGGER.setLevel(level)
        with suppress(OSError):  # a full disk, again: it closes what it could not write
            handler.close()
