"""One slip of the pen is what a library's distance says, without the import of that library."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sheetsync.words.cleaning import one_slip_apart

WORDS = st.text(alphabet="абв", max_size=6)


@given(one=WORDS, other=WORDS)
def test_a_slip_is_an_alignment_of_at_most_one(one: str, other: str) -> None:
    assert one_slip_apart(one, other) == (OSA.distance(one, other) <= 1)
