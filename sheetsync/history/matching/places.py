"""What identifies a row besides its words: number, neighbours, deadline, parties."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from sheetsync.model import TAB_ROWS, Line
from sheetsync.words.cleaning import fold

# By the index of a row of now, the index of the row of before that it is.
Pairs: TypeAlias = dict[int, int]

# What agreement is worth. Responsible parties recur in a plan, numbers and deadlines less so.
NUMBER, DEADLINE, RESPONSIBLE, GAP = 2, 2, 1, 1
# Between the same neighbours says little where that is half of the plan.
_WIDEST_GAP = 5
# Where fewer rows kept their numbers, the plan was numbered anew and a number is a coincidence.
_NUMBERS_KEPT = 0.5

_EDGE = -1


class Folded(NamedTuple):
    """The cells that a row is known by, made comparable."""

    number: str
    measure: str
    deadline: str
    responsible: str


def folded(line: Line) -> Folded:
    """The cells of a line as `fold` has them; a number means the same on its own tab only."""
    tab = line.row // TAB_ROWS
    number = fold(line.number)
    return Folded(
        number=f"{tab}/{number}" if tab and number else number,
        measure=fold(line.measure),
        deadline=fold(line.deadline),
        responsible=fold(line.responsible),
    )


# Without slots, for `cached_property` keeps its value in the instance's own dict.
@dataclass(frozen=True, kw_only=True)
class Sides:
    """The two plans that are compared, each in the order of its sheet."""

    old: tuple[Line, ...]
    new: tuple[Line, ...]

    @cached_property
    def old_cells(self) -> tuple[Folded, ...]:
        """The rows of before, comparable."""
        return tuple(map(folded, self.old))

    @cached_property
    def new_cells(self) -> tuple[Folded, ...]:
        """The rows of now, comparable."""
        return tuple(map(folded, self.new))


class Places:
    """How well a row of now and a row of before agree, given the rows that are paired already."""

    def __init__(self, sides: Sides, pairs: Pairs) -> None:
        self._old, self._new = sides.old_cells, sides.new_cells
        known = {old: old for old in pairs.values()}
        self._old_between = _between(len(self._old), known)
        self._new_between = _between(len(self._new), pairs)
        self._in_gap = Counter(gap for old, gap in enumerate(self._old_between) if old not in known)
        numbered = [
            old for new, old in pairs.items() if self._new[new].number == self._old[old].number
        ]
        self._kept = frozenset(numbered)
        self._holds = len(numbered) >= _NUMBERS_KEPT * len(pairs)

    def same_number(self, new: int, old: int) -> bool:
        """The same number, where numbers still mean what they meant before."""
        number = self._new[new].number
        # No number in either is no agreement.
        return number != "" and number == self._old[old].number and self._numbers_hold(new)

    def same_gap(self, new: int, old: int) -> bool:
        """Both stand between the same two known rows, and few others did."""
        gap = self._new_between[new]
        return gap == self._old_between[old] and self._in_gap[gap] <= _WIDEST_GAP

    def neighbours(self, new: int) -> tuple[int, ...]:
        """The rows of before that are its nearest known neighbours, above and below."""
        return tuple(old for old in self._new_between[new] if old != _EDGE)

    def same_place(self, new: int, old: int) -> bool:
        """The same number or the same neighbours."""
        return self.same_number(new, old) or self.same_gap(new, old)

    def same_deadline(self, new: int, old: int) -> bool:
        """The same words for the deadline; nothing in both is no agreement."""
        return self._new[new].deadline == self._old[old].deadline != ""

    def same_responsible(self, new: int, old: int) -> bool:
        """The same words for the parties; nothing in both is no agreement."""
        return self._new[new].responsible == self._old[old].responsible != ""

    def agreement(self, new: int, old: int) -> int:
        """All agreement in one figure, 0 to 6."""
        return (
            NUMBER * self.same_number(new, old)
            + GAP * self.same_gap(new, old)
            + DEADLINE * self.same_deadline(new, old)
            + RESPONSIBLE * self.same_responsible(new, old)
        )

    def _numbers_hold(self, new: int) -> bool:
        """Not after renumbering: on the whole, and beside this row, numbers were kept."""
        around = self.neighbours(new)
        return self._holds and (not around or any(old in self._kept for old in around))


def _between(count: int, known: Mapping[int, int]) -> list[tuple[int, int]]:
    """For each row the nearest known rows above and below it, by their index in before."""
    above, last = [], _EDGE
    for row in range(count):
        above.append(last)
        last = known.get(row, last)
    below, last = [], _EDGE
    for row in reversed(range(count)):
        below.append(last)
        last = known.get(row, last)
    return list(zip(above, reversed(below), strict=True))
