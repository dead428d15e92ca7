"""Recognises the measures of a plan in the plan as it stands now, whatever was done to its rows."""

from collections.abc import Iterator
from dataclasses import replace

from sheetsync.history.matching.pairing import pair_same_texts
from sheetsync.history.matching.places import Pairs, Places, Sides
from sheetsync.history.matching.rewording import doubtful, find_rivals, pair_reworded
from sheetsync.history.matching.splits import find_regrouped
from sheetsync.model import KnownRow, Line
from sheetsync.model.frozen import frozen


@frozen
class IdentityDoubt:
    """A row that may be one of the `candidates`, the likeliest first; it was taken for a new one.

    A link (candidate's identity, `identity`) says that it is that candidate.
    """

    line: Line
    identity: int
    candidates: tuple[KnownRow, ...]


@frozen
class Identification:
    """`rows` are the lines of now in their order."""

    rows: tuple[KnownRow, ...]
    doubts: tuple[IdentityDoubt, ...]


def identify(
    before: tuple[KnownRow, ...],
    now: tuple[Line, ...],
    *,
    next_identity: int,
    links: tuple[tuple[int, int], ...] = (),
) -> Identification:
    """Give every line of `now` the identity it had in `before`, or a new one from `next_identity`.

    Both are in the order of their sheets. A link (a, b) is a person's word that identity b is in
    truth a (see `apply_links`). A row that no rule recognises surely is new; where it resembles
    rows that are gone, a doubt names them.
    """
    # Snapshots are never rewritten: what people said of their rows since is applied on reading.
    before = apply_links(before, links)
    sides = Sides(old=tuple(row.line for row in before), new=now)
    pairs = pair_same_texts(sides)
    # In the order of certainty: each step is helped by the rows that are known already.
    pairs |= pair_reworded(sides, pairs)
    regrouped = find_regrouped(sides, pairs)
    pairs |= regrouped.merged
    parents = {new: before[old].identity for new, old in regrouped.parents.items()}
    numbered = tuple(
        _with_identities(before, now, pairs, parents=parents, next_identity=next_identity)
    )
    rows = apply_links(numbered, links)
    doubts = _remaining_doubts(before, sides, pairs, rows=rows)
    return Identification(
        rows=rows,
        doubts=tuple(
            doubt
            for index, doubt in doubts
            # A part of a split row is explained, and one that a link renamed is answered.
            if index not in parents and rows[index].identity == numbered[index].identity
        ),
    )


def apply_links(
    rows: tuple[KnownRow, ...], links: tuple[tuple[int, int], ...]
) -> tuple[KnownRow, ...]:
    """The rows with every link (a, b) applied: the row that was b is a, or a part of a.

    It is a part where a row of its own is a already: an identity stands in a plan only once. Links
    may follow each other; one that leads back to itself changes nothing.
    """
    truth = {b: a for a, b in links}
    present = {row.identity for row in rows}
    linked = []
    for row in rows:
        origin = _true_identity(row.identity, truth)
        if origin == row.identity:
            linked.append(row)
        elif origin in present:
            linked.append(replace(row, parent=origin))
        else:
            present.add(origin)
            linked.append(replace(row, identity=origin, parent=None))
    return tuple(linked)


def _true_identity(identity: int, truth: dict[int, int]) -> int:
    seen = [identity]
    while seen[-1] in truth:
        following = truth[seen[-1]]
        # People may link a to b and b to a: such a ring says nothing and must not hang.
        if following in seen:
            return identity
        seen.append(following)
    return seen[-1]


def _with_identities(
    before: tuple[KnownRow, ...],
    now: tuple[Line, ...],
    pairs: Pairs,
    *,
    parents: dict[int, int],
    next_identity: int,
) -> Iterator[KnownRow]:
    for index, line in enumerate(now):
        if index in pairs:
            yield replace(before[pairs[index]], line=line)
            continue
        yield KnownRow(identity=next_identity, line=line, parent=parents.get(index))
        next_identity += 1


def _remaining_doubts(
    before: tuple[KnownRow, ...], sides: Sides, pairs: Pairs, *, rows: tuple[KnownRow, ...]
) -> Iterator[tuple[int, IdentityDoubt]]:
    """The doubts about the rows that stayed unknown, each with the row's index."""
    places = Places(sides, pairs)
    for index, olds in sorted(doubtful(places, find_rivals(sides, pairs, places)).items()):
        yield (
            index,
            IdentityDoubt(
                line=rows[index].line,
                identity=rows[index].identity,
                candidates=tuple(before[old] for old in olds),
            ),
        )
