"""Every error that ends a command, each with its exit code and a sentence that says what to do.

    SheetsyncError            1  a bug, unless a subclass says otherwise
    ├── UsageError            2  the command line asks for what cannot be
    ├── ConfigError           3  a configuration file is missing or wrong
    ├── WorkbookError         4  the sheet or workbook cannot be read or written
    │   ├── WorkbookMissing      there is no such file or tab
    │   ├── WorkbookUnreadable   it is there, but is no workbook that can be opened
    │   └── OutcomeUnknown       a write broke off, and nobody knows whether it was applied
    ├── StateError            4  the store of past runs cannot be read or written
    │   ├── StoreUnreadable      it is no database, a damaged one, or another program's
    │   └── StoreTooNew          a newer version of the program has migrated it
    ├── PlanError             5  the sheet holds no plan that can be read
    │   ├── NoPlanTable          no header row was found
    │   ├── ColumnMissing        the header lacks a column that the plan needs
    │   ├── TabGone              the tab on which the plan stood is no more
    │   └── PlanDoubted          it differs too much from the last one to be taken for truth
    ├── OutputError           4  what the program had to say cannot be written
    ├── ScheduleError         4  the computer's scheduler is missing or refuses
    ├── DeliveryError         6  some letters were not delivered
    ├── PlanLocked            7  another run of the same plan is under way
    └── RunLate               8  the daily run has not come in its time

Bad rows are findings, not errors. Messages are in the reader's language (`languages`).
"""

import errno
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sheetsync.languages import _, active

if TYPE_CHECKING:
    from sheetsync.model.language import Message

_WORST = (3, 7, 4, 5, 6, 8, 2, 1)  # of several exit codes the first one counts


def reason(error: OSError) -> str:
    """Why the system refused, in the reader's language where it has words for it."""
    known = {
        errno.EACCES: _("no permission"),
        errno.EPERM: _("no permission"),
        errno.ENOSPC: _("no space left on the disk"),
        errno.EDQUOT: _("your share of the disk is used up"),
        errno.EROFS: _("the disk is read-only"),
        errno.EIO: _("the disk does not answer as it should"),
        errno.ENOENT: _("there is no such folder"),
        errno.ENOTDIR: _("a file stands in the path in place of a folder"),
        errno.EISDIR: _("it is a folder"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EEXIST: _("there is a file of that name already"),
        errno.ECONNREFUSED: _("nobody answers there"),
        errno.ECONNRESET: _("the connection broke"),
        errno.ETIMEDOUT: _("no answer came in time"),
        errno.ENETUNREACH: _("there is no network"),
        errno.EHOSTUNREACH: _("there is no way to it in the network"),
    }
    # The rest is said in English: strerror is the C library's.
    return known.get(error.errno or 0) or error.strerror or str(error)


@contextmanager
def system_words(kind: "type[SheetsyncError]", sentence: str, **fields: object) -> Iterator[None]:
    """Raise what the system refuses as an error of that kind: `{reason}` in its sentence is why."""
    try:
        yield
    except OSError as error:
        raise kind(sentence, reason=reason(error), **fields) from error


def worst_code(codes: Iterable[int]) -> int:
    """Of several exit codes the one that counts; 0 where all are."""
    return min(filter(None, codes), key=_WORST.index, default=0)


class SheetsyncError(Exception):
    """The root of the tree. Its sentence is said in the reader's language, as by `_`."""

    exit_code = 1

    def __init__(self, sentence: str, /, **fields: object) -> None:
        super().__init__(_(sentence, **fields))


class UsageError(SheetsyncError):
    """The command line asks for what cannot be."""

    exit_code = 2


class ConfigError(SheetsyncError):
    """A configuration file is missing or wrong; the message lists every problem, one a line."""

    exit_code = 3


class WorkbookError(SheetsyncError):
    """The sheet or workbook cannot be read or written."""

    exit_code = 4


class WorkbookMissing(WorkbookError):
    """There is no such file or tab."""


class WorkbookUnreadable(WorkbookError):
    """The file is there, but is no workbook that can be opened."""


class StateError(SheetsyncError):
    """The store of past runs cannot be read or written."""

    exit_code = 4


class StoreUnreadable(StateError):
    """The file is no database, a damaged one, or another program's."""


class StoreTooNew(StateError):
    """A newer version of the program has migrated the store."""


class OutputError(SheetsyncError):
    """What the program had to say cannot be written; what it did is done."""

    exit_code = 4


class ScheduleError(SheetsyncError):
    """The computer's scheduler is missing or refuses."""

    exit_code = 4


class PlanError(SheetsyncError):
    """The sheet holds no plan that can be read.

    Who runs the command is told, and the coordinator, whose language may be another one.
    """

    exit_code = 5

    def __init__(self, message: "Message") -> None:
        super().__init__(message.said(active()))
        self.message = message

    @property
    def key(self) -> str:
        """What tells it from other errors, in no reader's language."""
        return self.message.key


class NoPlanTable(PlanError):
    """No header row was found."""


class ColumnMissing(PlanError):
    """The header lacks a column that the plan needs.

    `likely` are the headers, by field, below which its cells seem to stand. It is no `plan` surely
    where only they and numbers speak for it.
    """

    def __init__(
        self, message: "Message", *, likely: Mapping[str, str] | None = None, plan: bool = True
    ) -> None:
        super().__init__(message)
        self.likely = dict(likely or {})
        self.plan = plan


class TabGone(PlanError):
    """The plan's tab is gone, and what was read instead holds none."""


class PlanDoubted(PlanError):
    """It differs too much from the last one to be taken for truth, for those `reasons`."""

    def __init__(self, message: "Message", *, reasons: "Message") -> None:
        super().__init__(message)
        self._reasons = reasons

    @property
    def key(self) -> str:
        """The reasons alone: what is said around them would fill what is kept of a key."""
        return self._reasons.key


class DeliveryError(SheetsyncError):
    """Some letters were not delivered."""

    exit_code = 6


class PlanLocked(SheetsyncError):
    """Another run of the same plan is under way."""

    exit_code = 7

    @staticmethod
    def by(known: str = "") -> "PlanLocked":
        """By a run of which that is known."""
        return PlanLocked(
            "Another run of this plan is under way{known}. Wait for its end: nothing is "
            "lost by running again.",
            known=known,
        )


class RunLate(SheetsyncError):
    """The daily run has not come in its time."""

    exit_code = 8
