"""Recognises rows whose words were changed, and names those that it cannot decide between."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from sheetsync.history.matching.likeness import EXTENDED_FROM, REWORDED_FROM, Likeness, compare
from sheetsync.history.matching.pairing import clear_pairs
from sheetsync.history.matching.places import Pairs, Places, Sides
from sheetsync.model.frozen import frozen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Characters in common, per cent. Below it nobody would take one measure for the other.
_CANDIDATE_FROM = 50.0
# Rows that are so alike are of one family («семинар для …»): there, other words are another row.
_FAMILY_FROM = 70.0
# What agrees beside the text is worth so many per cent; rivals closer than the margin are
# about equally good: a number decides between them, a neighbour or a responsible party does not.
_AGREEMENT, _MARGIN = 3.0, 5.0
# A person who is asked is shown also what is not quite as good.
_SHOWN = 15.0
# Rivals further down a row's list never decide anything.
_RIVALS = 8
# The comparison of so many rows with a whole plan fits into memory for any plan of a sheet.
_ROWS_AT_ONCE = 500


@frozen
class Rivals:
    """The rows that are still unknown: how alike their texts are, and all that speaks for each."""

    alike: dict[tuple[int, int], float]  # per cent, by (row of now, row of before)
    scores: dict[tuple[int, int], float]


def pair_reworded(sides: Sides, pairs: Pairs) -> Pairs:
    """The pairs that join `pairs`: rows whose text changed, but which are surely the same."""
    places = Places(sides, pairs)
    rivals = find_rivals(sides, pairs, places)
    accept = partial(_is_same, sides, places, rivals)
    return clear_pairs(rivals.scores, margin=_MARGIN, accept=accept)


def find_rivals(sides: Sides, pairs: Pairs, places: Places) -> Rivals:
    """Every unknown row of now with the unknown rows of before that it might be."""
    taken = set(pairs.values())
    news = [new for new in range(len(sides.new)) if new not in pairs]
    olds = [old for old in range(len(sides.old)) if old not in taken]
    alike = _alike(sides, news, olds)
    # Reversed, so that of several rows with one number the first stays in the table.
    by_number = {sides.old_cells[old].number: old for old in reversed(olds)}
    for new in news:
        old = by_number.get(sides.new_cells[new].number)
        if old is not None and _stands_the_same(places, new, old):
            # Too unlike to be compared: only its place speaks for it, and only a person can say.
            alike.setdefault((new, old), 0.0)
    scores = {pair: text + _AGREEMENT * places.agreement(*pair) for pair, text in alike.items()}
    return Rivals(alike=alike, scores=scores)


def doubtful(places: Places, rivals: Rivals) -> dict[int, list[int]]:
    """By row of now the rows of before that it may or may not be, the likeliest first."""
    found: dict[int, list[int]] = {}
    best: dict[int, float] = {}
    for (new, old), score in sorted(rivals.scores.items(), key=lambda scored: -scored[1]):
        if not _is_plausible(places, rivals.alike[new, old], new=new, old=old):
            continue
        if best.setdefault(new, score) - score < _SHOWN:
            found.setdefault(new, []).append(old)
    return found


def _stands_the_same(places: Places, new: int, old: int) -> bool:
    """The same number, deadline and responsible parties: only the measure itself may differ."""
    return (
        places.same_number(new, old)
        and places.same_deadline(new, old)
        and places.same_responsible(new, old)
    )


def _is_plausible(places: Places, text: float, *, new: int, old: int) -> bool:
    if text >= REWORDED_FROM:
        return text == 100 or places.agreement(new, old) > 0
    if text >= _CANDIDATE_FROM:
        return places.same_place(new, old)
    return _stands_the_same(places, new, old)


def _is_same(sides: Sides, places: Places, rivals: Rivals, new: int, old: int) -> bool:
    """Whether a changed text is surely the same measure: the more was changed, the more it needs.

    Words that stand for others prove nothing in a family of rows that differ by just such words.
    """
    text = rivals.alike[new, old]
    if text == 100 or text < EXTENDED_FROM:  # equal texts were judged with all their duplicates
        return False
    place = places.same_place(new, old)
    agreed = places.same_deadline(new, old) + places.same_responsible(new, old)
    match compare(sides.old[old].measure, sides.new[new].measure):
        case Likeness.TYPED:
            return place or agreed == 2
        case Likeness.EXTENDED:
            return place and agreed == 2
        case Likeness.REWORDED if text >= REWORDED_FROM:
            return place and agreed > 0 and not _has_family(sides, new, old)
    return False


def _has_family(sides: Sides, new: int, old: int) -> bool:
    """Whether another row of either plan is nearly as like one of the two as they are."""
    from rapidfuzz import fuzz, process

    was, now = sides.old_cells[old].measure, sides.new_cells[new].measure
    for one, cells in ((was, sides.old_cells), (now, sides.new_cells)):
        others = [cell.measure for cell in cells if cell.measure not in (was, now)]
        if process.extractOne(one, others, scorer=fuzz.ratio, score_cutoff=_FAMILY_FROM):
            return True
    return False


def _alike(sides: Sides, news: list[int], olds: list[int]) -> dict[tuple[int, int], float]:
    """The nearest texts of each row of now, in per cent of equal characters."""
    found: dict[tuple[int, int], float] = {}
    texts = [sides.old_cells[old].measure for old in olds]
    for start in range(0, len(news) if olds else 0, _ROWS_AT_ONCE):
        rows = news[start : start + _ROWS_AT_ONCE]
        matrix = _matrix([sides.new_cells[new].measure for new in rows], texts)
        for new, line in zip(rows, matrix, strict=True):
            nearest = line.argsort()[::-1][:_RIVALS]
            found |= {(new, olds[i]): float(line[i]) for i in nearest if line[i]}
    return found


def _matrix(one: Sequence[str], other: Sequence[str]) -> "NDArray[np.float32]":
    from rapidfuzz import fuzz, process

    # One call for all pairs: in a loop each of them would be a Python call of its own.
    return process.cdist(one, other, scorer=fuzz.ratio, score_cutoff=_CANDIDATE_FROM)
