"""Russian word forms from pymorphy3, loaded once a process and handed to the pure side."""

import struct
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from sheetsync.words.forms import Morphology


@cache
def morphology() -> "Morphology":
    """The dictionary of Russian word forms (some 50 ms at the first call)."""
    import pymorphy3
    from dawg_python import wrapper

    from sheetsync.words.vocabulary import Vocabulary

    # They copy 14 MB into arrays, half of all the time that loading takes, of which a plan looks
    # at a few pages. What they keep of an array, its items and its length, a view has as well.
    wrapper.Dictionary.read = _read_cells
    wrapper.Guide.read = _read_pairs
    # It remembers its look-ups: all readings of a process share one memory.
    return Vocabulary(pymorphy3.MorphAnalyzer())


def _read_cells(dictionary: Any, file: BinaryIO) -> None:
    dictionary._units = _mapped(file, item=4).cast("I")


def _read_pairs(guide: Any, file: BinaryIO) -> None:
    guide._units = _mapped(file, item=2)


def _mapped(file: BinaryIO, *, item: int) -> memoryview:
    """The table that the file goes on with, in place; the file is then behind it."""
    (count,) = struct.unpack("=I", file.read(4))
    start = file.tell()
    end = file.seek(start + count * item)
    # The whole file, then a slice: mmap takes only offsets of whole allocation blocks.
    return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))[start:end]
