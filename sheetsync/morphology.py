"""Russian word forms from pymorphy3, loaded once a process and handed to the pure side."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sheetsync.words.forms import Morphology


@cache
def morphology() -> "Morphology":
    """The dictionary of Russian word forms (about 0.1 s and 30 MB at the first call)."""
    import pymorphy3

    from sheetsync.words.vocabulary import Vocabulary

    # It remembers its look-ups: all readings of a process share one memory.
    return Vocabulary(pymorphy3.MorphAnalyzer())
