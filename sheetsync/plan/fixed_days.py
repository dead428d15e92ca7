"""Days that a column of their own fixes in the periods that are marked beside it."""

from collections.abc import Iterable, Sequence

from sheetsync.model import DeadlineKind
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.periods import Period

_DAYS = DeadlineKind.DATE, DeadlineKind.LIST
_NO_DAY = DeadlineKind.OPEN, DeadlineKind.RELATIVE


def with_fixed(marked: Sequence[tuple[str, Period]], words: str) -> str:
    """The deadline of a row by its marks, each with its period, and the `words` beside them.

    A day stands for the period that it lies in, and for none where none is marked; one outside of
    those that are has to be asked about, as have words that are not read. «Уточняется» fixes none.
    """
    own = read_in_any_year(words)
    if not marked or (own.due and own.kind not in _DAYS):
        return words
    if own.kind in _NO_DAY:
        return _listed(said for said, _ in marked)
    days = [one.due for one in own.occurrences]
    if days and all(any(period.has_month_of(day) for _, period in marked) for day in days):
        others = [said for said, period in marked if not any(map(period.has_month_of, days))]
        return _listed((words, *others))
    return f"{_listed(said for said, _ in marked)} ({words})"


def _listed(said: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(said))
