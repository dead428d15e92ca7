"""Links and status stretches, without a store."""

import pytest

from sheetsync.model import aliases
from sheetsync.state.past import Spell, status_begun
from sheetsync.state.schema import TEXTS


def standing(
    identity: int, since: int, until: int | None, parent: int | None, status: int
) -> Spell:
    texts = tuple(status if name == "status" else 0 for name in TEXTS)
    return Spell(identity, since, until, parent, 4, texts)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], {1}),
        ([(1, 2)], {1, 2}),
        ([(2, 1)], {1, 2}),
        ([(2, 3)], {1}),
        ([(1, 2), (2, 3)], {1, 2, 3}),
        ([(2, 3), (1, 2), (4, 5)], {1, 2, 3}),
        ([(1, 2), (2, 1)], {1, 2}),
        ([(1, 1)], {1}),
    ],
)
def test_links_are_followed_both_ways(links: list[tuple[int, int]], expected: set[int]) -> None:
    assert aliases(1, links) == expected


@pytest.mark.parametrize(
    ("standings", "begun"),
    [
        ([standing(1, 1, None, None, 7)], {1: 1}),
        ([standing(1, 1, 3, None, 7), standing(1, 3, None, None, 7)], {1: 1}),
        ([standing(1, 1, 3, None, 7), standing(1, 3, None, None, 8)], {1: 3}),
        ([standing(1, 1, 3, None, 7), standing(1, 4, None, None, 7)], {1: 4}),
        ([standing(1, 1, 3, None, 7), standing(2, 3, None, 1, 7)], {2: 1}),
        ([standing(1, 1, None, None, 7), standing(2, 3, None, 1, 7)], {1: 1, 2: 1}),
        ([standing(1, 1, None, None, 7), standing(2, 3, None, 1, 8)], {1: 1, 2: 3}),
        ([standing(1, 1, 2, None, 7), standing(2, 3, None, 1, 7)], {2: 3}),
        ([standing(1, 1, None, None, 7), standing(2, 1, None, 1, 7)], {1: 1, 2: 1}),
        ([standing(1, 1, 2, None, 7)], {}),
    ],
)
def test_a_status_begins_where_it_last_changed(
    standings: list[Spell], begun: dict[int, int]
) -> None:
    assert status_begun(standings, ()) == begun


def test_a_row_that_is_its_own_parent_is_no_circle() -> None:
    assert status_begun([standing(1, 1, None, 1, 7)], ()) == {1: 1}
