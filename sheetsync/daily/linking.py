"""What a person settles about a row: that it is a former measure, or that it is new."""

from sheetsync.daily.job import Job
from sheetsync.errors import UsageError
from sheetsync.model import KnownRow, Line
from sheetsync.model.frozen import frozen
from sheetsync.state.past import Past
from sheetsync.words.clipping import clip


@frozen
class Settled:
    """The row that was asked about, and what it is by a person's word.

    It is `former` from now on, or a measure of its own where that is None; `undone` says that it
    was linked until now, `asked` that it was in doubt.
    """

    row: Line
    former: Line | None = None
    undone: bool = False
    asked: bool = False


def link(job: Job, a: int, b: int) -> Settled:
    """Store what a person settled: the measure `b` is `a`, or a new one where both are one.

    Both are identities, as findings name them. Raises UsageError, and stores nothing, where the
    last run knew no `b`, or where both have pasts of their own.
    """
    with job.store.writing() as transaction:
        past, last = transaction.past(job.name), transaction.last(job.name)
        present = {row.identity: row for row in last.rows} if last else {}
        linked = any(new == b for _, new in past.links)
        row = _last_words(past, present, b)
        if row is None or not (linked or b in present):
            raise not_asked()
        if a == b:
            settled = Settled(row=row, undone=linked, asked=b in past.doubts)
        else:
            settled = Settled(row=row, former=_former_line(past, present, a, b), asked=True)
        # Of two words about a row the later one is true.
        transaction.unlink(job.name, b)
        transaction.link(job.name, a, b)
    return settled


def _former_line(past: Past, present: dict[int, KnownRow], a: int, b: int) -> Line:
    """The words of `a`, which may be what `b` was before; raises UsageError where it is not."""
    former, row = _last_words(past, present, a), _last_words(past, present, b)
    if former is None or row is None:
        raise not_asked()
    if a in past.doubts.get(b, ()) or _end_serial(past, a) <= _first_serial(past, b):
        return former
    raise UsageError(
        "Nothing was recorded: “{former}” and “{row}” stood in the plan side by side, each "
        "with a past of its own, so they are two measures. The numbers of the command "
        "are those in the finding, not the plan's.",
        former=clip(former.measure, 60),
        row=clip(row.measure, 60),
    )


def _last_words(past: Past, present: dict[int, KnownRow], identity: int) -> Line | None:
    """The last words of a measure, wherever they stand; None of an unknown one."""
    if identity in present:
        return present[identity].line
    _, line = past.gone().get(identity, (None, None))
    return line


def _first_serial(past: Past, identity: int) -> int:
    return min(spell.since for spell in past.spells if spell.identity == identity)


def _end_serial(past: Past, identity: int) -> float:
    """The serial of the first snapshot without it for good; infinite of what stands."""
    ends = [spell.until for spell in past.spells if spell.identity == identity]
    return float("inf") if None in ends else max(end for end in ends if end is not None)


def not_asked() -> UsageError:
    """What to say of numbers that no finding names."""
    return UsageError("Two numbers from a finding are needed: sheetsync history link A B.")
