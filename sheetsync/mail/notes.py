"""Notes in the ledger, written to the disk while the server is spoken to."""

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from sheetsync.model import StoredLetter

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor


class Ledger(Protocol):
    """What a delivery needs of the ledger."""

    def waiting(self) -> Sequence[StoredLetter]:
        """The letters that have yet to go, with their bytes."""

    def keep(self, *letters: StoredLetter) -> None:
        """Note state, reply and tries of these letters; they are on the disk when this returns.

        It is called in a thread of its own, never twice at once.
        """


class Notes:
    """One commit at a time: `begin` returns at once, `finish` when the disk has it.

    A commit takes as long as an answer of the server, so it may well take place meanwhile.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._pool: ThreadPoolExecutor | None = None
        self._under_way: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            self.finish()
        finally:
            if self._pool:
                self._pool.shutdown()

    def begin(self, *letters: StoredLetter) -> None:
        """Begin to note these letters, after all that was begun before. Raises what that met."""
        self.finish()
        if not letters:
            return
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1)
        self._under_way = self._pool.submit(self._ledger.keep, *letters)

    def finish(self) -> None:
        """Wait until all is on the disk. Raises StateError where it cannot be."""
        under_way, self._under_way = self._under_way, None
        if under_way:
            under_way.result()
