"""What there is to show for one measure: how it was read, and who was told of it when."""

from collections.abc import Iterator
from dataclasses import dataclass

from sheetsync.daily.job import Job
from sheetsync.model import Deadline, Filed, Line, Remembered, Telling, aliases
from sheetsync.words.deadlines import read_deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A measure's row as it was last read, what its deadline means, and the letters on it.

    Beside each letter stand the stages that it told of this measure; letters of rehearsals,
    which told nobody anything, are there too.
    """

    line: Line
    deadline: Deadline
    letters: tuple[tuple[Filed, tuple[Telling, ...]], ...]


def proof(job: Job, row: Remembered) -> Proof:
    """The proof of that row; a part of a split one has the letters of its parent too."""
    year = job.config.settings.plan.year
    return Proof(
        line=row.line,
        deadline=read_deadline(row.line.deadline, year=year),
        letters=tuple(_letters(job, row)),
    )


def _letters(job: Job, row: Remembered) -> Iterator[tuple[Filed, tuple[Telling, ...]]]:
    with job.store.reading() as memory:
        links, letters = memory.links(job.name), memory.filed(job.name)
    own = aliases(row.identity, links)
    own |= frozenset() if row.parent is None else aliases(row.parent, links)
    for letter in letters:
        told = tuple(telling for telling in letter.tellings if telling.identity in own)
        if told:
            yield letter, told
