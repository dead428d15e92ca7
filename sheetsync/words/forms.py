"""What the words side asks of a dictionary of word forms; `sheetsync.morphology` has one."""

from collections.abc import Iterable
from typing import Protocol


class Parse(Protocol):
    """One way to read a word: its tag, dictionary form and how likely it is (pymorphy3's names)."""

    word: str
    tag: object
    normal_form: str
    score: float

    def inflect(self, required_grammemes: Iterable[str]) -> "Parse | None":
        """The same word in another form, or None where it has none."""


class Morphology(Protocol):
    """All ways to read one word, the likeliest first."""

    def __hash__(self) -> int:
        """Readings of phrases are remembered beside the dictionary that they were made with."""

    def parse(self, word: str) -> list[Parse]:
        """The readings of a single word; an unknown word is read by its ending."""
