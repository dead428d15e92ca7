"""Picks, among scored pairs of rows, those that nothing else comes near; of equal texts first."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import TypeAlias

from sheetsync.history.matching.places import Folded, Pairs, Places, Sides
from sheetsync.model import Line
from sheetsync.model.grouping import grouped

# A text of this many characters that stands once in either plan is the same measure, whatever else
# changed; a shorter one («Заседание Президиума») may name another sitting.
_SPEAKS_FOR_ITSELF = 40
# A duplicate is recognised by its number or its deadline, not by its responsible party alone.
_ENOUGH = 2

# By (row of now, row of before) how well the two agree.
Scores: TypeAlias = Mapping[tuple[int, int], float]


def clear_pairs(scores: Scores, *, margin: float, accept: Callable[[int, int], bool]) -> Pairs:
    """The pairs that beat every rival of both their rows by `margin` and are accepted.

    A pair that is taken frees the rivals of others, so the search goes on until nothing is clear.
    """
    pairs: Pairs = {}
    left = dict(scores)
    while fresh := {new: old for new, old in _outstanding(left, margin=margin) if accept(new, old)}:
        pairs |= fresh
        taken = set(fresh.values())
        left = {
            pair: score
            for pair, score in left.items()
            if pair[0] not in fresh and pair[1] not in taken
        }
    return pairs


def _outstanding(scores: Scores, *, margin: float) -> list[tuple[int, int]]:
    of_new: dict[int, list[float]] = defaultdict(list)
    of_old: dict[int, list[float]] = defaultdict(list)
    for (new, old), score in scores.items():
        of_new[new].append(score)
        of_old[old].append(score)
    bars = [
        {row: _score_to_reach(values, margin) for row, values in side.items()}
        for side in (of_new, of_old)
    ]
    return [
        (new, old)
        for (new, old), score in scores.items()
        if score >= bars[0][new] and score >= bars[1][old]
    ]


def _score_to_reach(scores: list[float], margin: float) -> float:
    """What the best must reach to be clear of the second best; unreachable where it is not."""
    best, *others = sorted(scores, reverse=True)[:2]
    if others and best - others[0] < margin:
        return float("inf")
    return best


def pair_same_texts(sides: Sides) -> Pairs:
    """Pairs of rows with equal measures; rows between which nothing decides are left out."""
    groups = tuple(_equal_texts(sides))
    pairs = {
        news[0]: olds[0]
        for text, news, olds in groups
        if len(news) == len(olds) == 1 and len(text) >= _SPEAKS_FOR_ITSELF
    }
    places = Places(sides, pairs)
    for _, news, olds in groups:
        if news[0] not in pairs:
            pairs |= _pair_group(sides, places, news=news, olds=olds)
    return pairs


def _equal_texts(sides: Sides) -> Iterator[tuple[str, list[int], list[int]]]:
    """Each measure that both plans have, with its rows of now and of before."""
    olds, news = _by_text(sides.old_cells), _by_text(sides.new_cells)
    for text, rows in news.items():
        if text in olds:
            yield text, rows, olds[text]


def _by_text(cells: Sequence[Folded]) -> dict[str, list[int]]:
    return grouped(range(len(cells)), lambda index: cells[index].measure)


def _pair_group(sides: Sides, places: Places, *, news: list[int], olds: list[int]) -> Pairs:
    moved = _permuted(sides, news, olds)
    if moved:
        return moved
    scores = {(new, old): places.agreement(new, old) for new, old in product(news, olds)}
    found = clear_pairs(scores, margin=1, accept=lambda *pair: scores[pair] >= _ENOUGH)
    taken = set(found.values())
    left_new = [new for new in news if new not in found]
    left_old = [old for old in olds if old not in taken]
    found |= _in_order(sides, left_new, left_old)
    return found | _untouched(sides, places, news=news, olds=olds, found=found)


def _permuted(sides: Sides, news: list[int], olds: list[int]) -> Pairs:
    """Where the same rows stand in another order, whatever their numbers are now."""
    # Deadline and parties: the words are equal in this group, and numbers may be new to all.
    known = {sides.old_cells[old][2:]: old for old in olds}
    found = {sides.new_cells[new][2:]: new for new in news}
    # Two rows alike in all their cells could be swapped unseen.
    if len(known) < len(olds) or len(found) < len(news) or known.keys() != found.keys():
        return {}
    # A row without a measure is known by its number as well.
    return {new: known[cells] for cells, new in found.items() if sides.new_cells[new].measure}


def _in_order(sides: Sides, news: list[int], olds: list[int]) -> Pairs:
    """Rows that differ in nothing but their numbers are kept apart by their order."""
    alike: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for new in news:
        alike[sides.new_cells[new][2:]][0].append(new)
    for old in olds:
        alike[sides.old_cells[old][2:]][1].append(old)
    found: Pairs = {}
    for rows, known in alike.values():
        # A single pair that was not clear has a number against it: that is a doubt.
        if len(rows) == len(known) > 1:
            found |= dict(zip(rows, known, strict=True))
    return found


def _untouched(
    sides: Sides, places: Places, *, news: list[int], olds: list[int], found: Pairs
) -> Pairs:
    """Rows that are as they were in every cell; of several such, those that stand as they stood.

    Where a row was copied, what is left over is the copy, whatever becomes of it.
    """
    taken = set(found.values())
    alike: dict[Line, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for new in (new for new in news if new not in found):
        alike[_own_cells(sides.new[new])][0].append(new)
    for old in (old for old in olds if old not in taken):
        alike[_own_cells(sides.old[old])][1].append(old)
    untouched: Pairs = {}
    for rows, known in alike.values():
        # Fewer than there were: nobody can say which of them is gone.
        if len(rows) < len(known):
            continue
        for old in known:
            new = max(rows, key=partial(_place_kept, sides, places, old))
            # A number that passed to another row when all were numbered anew proves nothing.
            if places.same_number(new, old) or not sides.new_cells[new].number:
                untouched[new] = old
                rows.remove(new)
    return untouched


def _own_cells(line: Line) -> Line:
    """All cells of a row, wherever it stands."""
    return line._replace(row=0, section="", figures="")


def _place_kept(sides: Sides, places: Places, old: int, new: int) -> tuple[bool, bool, bool, int]:
    """How much of its place a row has kept, for comparing; else the upper one."""
    was, now = sides.old[old], sides.new[new]
    return now.section == was.section, places.same_gap(new, old), now.row == was.row, -new
