"""What a check-up says of one part."""

from enum import StrEnum

from sheetsync.errors import SheetsyncError
from sheetsync.model.frozen import frozen


class Level(StrEnum):
    """How a part is, the worst last."""

    OK = "ok"
    ATTENTION = "attention"
    PROBLEM = "problem"


@frozen
class Check:
    """One part: what was found of it, and the exit code that its problem means."""

    part: str
    level: Level
    words: str
    exit_code: int = 0


def fine(part: str, words: str) -> Check:
    """The part works."""
    return Check(part=part, level=Level.OK, words=words)


def mind(part: str, words: str) -> Check:
    """The part works, but not as people will expect."""
    return Check(part=part, level=Level.ATTENTION, words=words)


def poor(part: str, words: str, exit_code: int) -> Check:
    """The part fails a run with that exit code."""
    return Check(part=part, level=Level.PROBLEM, words=words, exit_code=exit_code)


def failed(part: str, error: SheetsyncError) -> Check:
    """The part failed as it would in a run."""
    return poor(part, str(error), error.exit_code)
