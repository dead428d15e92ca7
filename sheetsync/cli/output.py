"""Standard output and error that may fail: a full disk or a closed pipe undoes no day's work."""

import errno
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

import click

from sheetsync.errors import OutputError, reason

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Sink(io.RawIOBase):
    """Writes to a file descriptor until that fails, and nowhere from then on."""

    def __init__(self, stream: TextIO) -> None:
        # The stream that it came from still owns the descriptor.
        self._raw = io.FileIO(stream.fileno(), "w", closefd=False)
        self.error: OSError | None = None

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def write(self, data: "ReadableBuffer", /) -> int:
        if self.error is None:
            try:
                return self._raw.write(data) or 0
            except OSError as error:
                self.error = error
        # As if all were written: after a short count the buffer would try again.
        return memoryview(data).nbytes


@contextmanager
def steady_output() -> Iterator[None]:
    """Let the block go on when its output cannot be written, and exit with a code for that.

    A reader who leaves early, as `head` does, has had enough: that changes nothing.
    """
    sinks = {name: _steadied(name) for name in ("stdout", "stderr")}
    try:
        yield
    except SystemExit as end:
        _flush()
        sink = sinks["stdout"]
        if sink is None or sink.error is None or sink.error.errno == errno.EPIPE:
            raise
        error = OutputError(
            "Not all was printed: {reason}. Only the output is lost; the command did its work.",
            reason=reason(sink.error),
        )
        click.echo(f"sheetsync: {error}", err=True)
        sys.exit(end.code or error.exit_code)
    finally:
        _flush()


def watched(*, err: bool = False) -> bool:
    """Whether the stream is a terminal; a scheduler may have closed it altogether."""
    stream: TextIO | None = sys.stderr if err else sys.stdout
    return stream is not None and stream.isatty()


def _steadied(name: str) -> _Sink | None:
    """Put a stream that never fails in place of that one; None for a terminal or no stream."""
    stream: TextIO | None = getattr(sys, name)
    if not isinstance(stream, io.TextIOWrapper) or stream.isatty():
        return None
    sink = _Sink(stream)
    steady = io.TextIOWrapper(
        io.BufferedWriter(sink),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )
    setattr(sys, name, steady)
    return sink


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or none at all
            stream.flush()
