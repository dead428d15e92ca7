"""The log for machines: JSON, a line an event, in a file that is rotated by its size."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sheetsync.errors import OutputError, SheetsyncError, reason
from sheetsync.languages import _

LOGGER = logging.getLogger("sheetsync")
_SIZE = 2**20  # bytes of a file
_KEPT = 5  # files besides the newest


def log(event: str, **fields: object) -> None:
    """Log an event under a constant name; no field may hold an address or the text of a cell."""
    LOGGER.info(event, extra={"fields": fields})


@contextmanager
def logged_to(path: Path | None) -> Iterator[list[SheetsyncError]]:
    """Log what happens in the block to that file; yields a list that gets the first failure.

    Work goes on without a log.
    """
    problems: list[SheetsyncError] = []
    if path is None:
        yield problems
        return
    handler = _handler(path, problems)
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


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        # A field that is no JSON must not cost the event.
        return json.dumps(line, ensure_ascii=False, default=str)


def _handler(path: Path, problems: list[SheetsyncError]) -> logging.Handler:
    """Writes the file, and keeps its first error as a sentence instead of printing it."""
    # Here, as it brings sockets and pickles that a run without a log needs none of.
    from logging.handlers import RotatingFileHandler

    class LogFile(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
            error = sys.exc_info()[1]
            if not isinstance(error, OSError):
                super().handleError(record)
            elif not problems:
                sentence = _(
                    "The log “{path}” cannot be written: {reason}. The run did its work.",
                    path=path,
                    reason=reason(error),
                )
                problems.append(OutputError(sentence))

    # Opened at the first event, so that all errors meet in one place.
    handler = LogFile(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_JsonLines())
    return handler
