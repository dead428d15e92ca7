"""Russian word forms from pymorphy3, loaded once a process and handed to the pure side."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sheetsync.words.forms import Morphology


@cache
def morphology() -> "Morphology":
    """The dictionary of Russian word forms (about 0.1 s and 30 MB at the first call)."""
    import pymorphy3

    analyzer: Morphology = pymorphy3.MorphAnalyzer()
    return analyzer
