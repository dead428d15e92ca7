"""Recognises a row that was split into several, and several rows that were merged into one."""

import re

from sheetsync.history.matching.places import Pairs, Places, Sides
from sheetsync.model import Line
from sheetsync.model.frozen import frozen
from sheetsync.words.cleaning import fold

# A part repeats the words of the whole, perhaps with a word of its own to make it a sentence.
_CONTAINED = 0.8
# Together the parts must account for most of the whole; the rest may have been dropped.
_COVERED = 0.6
# Of what a shortened row has lost, a part must take over at least half.
_TAKEN_OVER = 0.5
# Words of so many letters carry meaning, their beginnings without the endings of Russian.
_LETTERS, _STEM = 4, 5

_WORD = re.compile(r"\w+")


@frozen
class Regrouped:
    """`parents` names, by row of now, the row of before it was split from; `merged` are pairs."""

    parents: dict[int, int]
    merged: Pairs


def find_regrouped(sides: Sides, pairs: Pairs) -> Regrouped:
    """Splits and merges among the rows that `pairs` leaves unknown, and what stands beside them."""
    places = Places(sides, pairs)
    taken = set(pairs.values())
    news = [new for new in range(len(sides.new)) if new not in pairs]
    olds = [old for old in range(len(sides.old)) if old not in taken]
    parents = _split_from_gone(sides, places, news=news, olds=olds)
    parents |= _split_from_kept(sides, places, news=news, pairs=pairs)
    merged = _merged(sides, places, news=[n for n in news if n not in parents], olds=olds)
    return Regrouped(parents=parents, merged=merged)


def _split_from_gone(
    sides: Sides, places: Places, *, news: list[int], olds: list[int]
) -> dict[int, int]:
    """Two or more parts in the place of a row that is no more."""
    parents: dict[int, int] = {}
    for old in olds:
        whole = _stems(sides.old[old].measure)
        parts = [
            new
            for new in news
            if new not in parents
            and (places.same_gap(new, old) or _is_sub_number(sides, new, old))
            and _is_share(sides.new[new].measure, whole)
        ]
        words = set().union(*(_stems(sides.new[new].measure) for new in parts))
        if len(parts) > 1 and len(words & whole) >= _COVERED * len(whole):
            parents |= dict.fromkeys(parts, old)
    return parents


def _split_from_kept(
    sides: Sides, places: Places, *, news: list[int], pairs: Pairs
) -> dict[int, int]:
    """Parts beside a row that stayed, but lost the words that they took over."""
    became = {old: new for new, old in pairs.items()}
    numbered = {sides.old_cells[old].number: old for old in became}
    parents: dict[int, int] = {}
    for new in news:
        above = numbered.get(sides.new_cells[new].number.rpartition(".")[0])
        for old in (*places.neighbours(new), above):
            if old in became and _took_over(sides.old[old], sides.new[became[old]], sides.new[new]):
                parents[new] = old
    return parents


def _took_over(before: Line, after: Line, part: Line) -> bool:
    """Whether `part` now says much of what the row said before, but says no longer."""
    lost = _all_stems(before) - _all_stems(after)
    return (
        bool(lost)
        and _is_part(part.measure, _stems(before.measure))
        and len(_all_stems(part) & lost) >= _TAKEN_OVER * len(lost)
    )


def _merged(sides: Sides, places: Places, *, news: list[int], olds: list[int]) -> Pairs:
    """A row that holds several of before goes on as the one whose number it bears, or the first."""
    merged: Pairs = {}
    for new in news:
        whole = _stems(sides.new[new].measure)
        parts = [
            old
            for old in olds
            if places.same_place(new, old) and _is_share(sides.old[old].measure, whole)
        ]
        words = set().union(*(_stems(sides.old[old].measure) for old in parts))
        if len(parts) > 1 and len(words & whole) >= _COVERED * len(whole):
            numbered = [old for old in parts if places.same_number(new, old)]
            merged[new] = (numbered or parts)[0]
            # A row of before can go on in one row only.
            olds = [old for old in olds if old not in parts]
    return merged


def _is_part(text: str, whole: set[str]) -> bool:
    stems = _stems(text)
    return bool(stems) and len(stems & whole) >= _CONTAINED * len(stems)


def _is_share(text: str, whole: set[str]) -> bool:
    """A part that leaves something to the others: a copy of the whole is none."""
    # Else a row copied as a template for others would be taken for one of several parts.
    return _is_part(text, whole) and not whole <= _stems(text)


def _is_sub_number(sides: Sides, new: int, old: int) -> bool:
    """5.1 stands under 5."""
    number = sides.old_cells[old].number
    return number != "" and sides.new_cells[new].number.startswith(f"{number}.")


def _all_stems(line: Line) -> set[str]:
    """A row may also be split by its deadlines or by its parties."""
    return _stems(f"{line.measure} {line.deadline} {line.responsible}")


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold(text)) if len(word) >= _LETTERS}
