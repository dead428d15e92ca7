"""What holds for every plan: no history is lost, and no two measures become one."""

from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.history.identity import Identification, identify
from sheetsync.model import KnownRow, Line
from sheetsync.plan.table import read_table
from tests.plan.rows import TEXTS, generated, known_rows, line, numbered, placed
from tests.plan.test_table import RULES
from tests.sample import sample_grid

NEW = 10_000
RANDOM = st.randoms(use_true_random=False)
SAMPLE = read_table(sample_grid(), RULES).lines


def find(before: tuple[KnownRow, ...], now: tuple[Line, ...]) -> Identification:
    return identify(before, now, next_identity=NEW)


def texts(rows: tuple[KnownRow, ...]) -> dict[int, str]:
    return {row.identity: row.line.measure for row in rows}


@settings(max_examples=15)
@given(random=RANDOM, renumber=st.booleans())
def test_a_permutation_loses_no_history(random: Random, renumber: bool) -> None:
    lines = generated(random, 500)
    shuffled = random.sample(lines, len(lines))
    found = find(known_rows(lines), numbered(shuffled) if renumber else placed(shuffled))
    assert texts(found.rows) == texts(known_rows(lines))


@settings(max_examples=15)
@given(random=RANDOM)
def test_an_insertion_loses_no_history(random: Random) -> None:
    *lines, added = generated(random, 500)
    now = list(lines)
    now.insert(random.randrange(500), added)
    found = find(known_rows(lines), numbered(now))
    assert texts(found.rows) == texts(known_rows(lines)) | {NEW: added.measure}


@settings(max_examples=25)
@given(random=RANDOM, in_place=st.booleans(), disorder=st.sampled_from(["", "move", "renumber"]))
def test_different_measures_never_become_one(random: Random, in_place: bool, disorder: str) -> None:
    """Other measures of the same families stand in for forty of five hundred."""
    lines = generated(random, 540)
    before, spare = known_rows(lines[:500]), lines[500:]
    now = list(lines[:500])
    for index, other in zip(random.sample(range(500), 40), spare, strict=True):
        now[index] = now[index]._replace(measure=other.measure) if in_place else other
    if disorder:
        random.shuffle(now)
    found = find(before, numbered(now) if disorder == "renumber" else placed(now))
    known, kept = texts(before), {line.measure for line in now}
    gone = [row.line.measure for row in before if row.line.measure not in kept]
    taken = [row for row in found.rows if row.identity < NEW]
    others = [row.line.measure for row in taken if known[row.identity] != row.line.measure]
    assert all(_says_what_two_said(measure, gone) for measure in others)


def _says_what_two_said(measure: str, gone: list[str]) -> bool:
    """To anybody, a row in the words of two that are gone looks like both made one."""
    own = set(measure.split())
    return any(len(own - {*one.split(), *other.split()}) < 3 for one, other in pairwise(gone))


@settings(max_examples=40)
@given(
    before=st.lists(st.sampled_from(TEXTS[:12]), max_size=12),
    now=st.lists(st.sampled_from(TEXTS[:12]), max_size=12),
)
def test_every_row_is_somebody_and_nobody_is_two(before: list[str], now: list[str]) -> None:
    known = known_rows(numbered(line(measure=text) for text in before))
    found = find(known, numbered(line(measure=text) for text in now))
    identities = [row.identity for row in found.rows]
    assert len(set(identities)) == len(now)


@pytest.mark.parametrize(("place", "other"), list(permutations(range(len(SAMPLE)), 2)))
def test_no_measure_of_the_sample_takes_the_place_of_another(place: int, other: int) -> None:
    before = tuple(row for row in known_rows(SAMPLE) if row.line != SAMPLE[other])
    now = list(SAMPLE)
    now[place] = now[place]._replace(measure=SAMPLE[other].measure)
    del now[other]
    found = find(before, tuple(now))
    assert place + 1 not in {row.identity for row in found.rows}
