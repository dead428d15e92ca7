"""Picks, among scored pairs of rows, those that nothing else comes near."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TypeAlias

from sheetsync.history.matching.places import Pairs

# By (row of now, row of before) how well the two agree.
Scores: TypeAlias = Mapping[tuple[int, int], float]


def clear_pairs(scores: Scores, *, margin: float, accept: Callable[[int, int], bool]) -> Pairs:
    """The pairs that beat every rival of both their rows by `margin` and are accepted.

    A pair that is taken frees the rivals of others, so the search goes on until nothing is clear.
    """
    found: Pairs = {}
    left = dict(scores)
    while fresh := {new: old for new, old in _outstanding(left, margin=margin) if accept(new, old)}:
        found |= fresh
        taken = set(fresh.values())
        left = {
            pair: score
            for pair, score in left.items()
            if pair[0] not in fresh and pair[1] not in taken
        }
    return found


def _outstanding(scores: Scores, *, margin: float) -> list[tuple[int, int]]:
    of_new: dict[int, list[float]] = defaultdict(list)
    of_old: dict[int, list[float]] = defaultdict(list)
    for (new, old), score in scores.items():
        of_new[new].append(score)
        of_old[old].append(score)
    bars = [
        {row: _bar(values, margin) for row, values in side.items()} for side in (of_new, of_old)
    ]
    return [
        (new, old)
        for (new, old), score in scores.items()
        if score >= bars[0][new] and score >= bars[1][old]
    ]


def _bar(scores: list[float], margin: float) -> float:
    """What the best must reach to be clear of the second best; unreachable where it is not."""
    best, *others = sorted(scores, reverse=True)[:2]
    if others and best - others[0] < margin:
        return float("inf")
    return best
