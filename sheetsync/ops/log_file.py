"""The file of the log for machines: JSON, a line an event, rotated by its size."""

import json
import logging
import sys
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from sheetsync.errors import OutputError, SheetsyncError, reason
from sheetsync.languages import _

_SIZE = 2**20  # bytes of a file
_KEPT = 5  # files besides the newest


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


class LogFile(RotatingFileHandler):
    """Keeps the first error as a sentence instead of printing it."""

    def __init__(self, path: Path, problems: list[SheetsyncError]) -> None:
        # Opened at the first event, so that all errors meet in one place.
        super().__init__(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
        self.setFormatter(_JsonLines())
        self._path, self._problems = path, problems

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - its name in logging
        """Remember the error that is being handled."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            super().handleError(record)
        elif not self._problems:
            sentence = _(
                "The log “{path}” cannot be written: {reason}. The run did its work.",
                path=self._path,
                reason=reason(error),
            )
            self._problems.append(OutputError(sentence))
