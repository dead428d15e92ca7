"""Russian word forms from pymorphy3, loaded once a process and handed to the pure side."""

import struct
from collections.abc import Callable
from functools import cache, partialmethod
from mmap import ACCESS_READ, mmap
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from sheetsync.words.vocabulary import Morphology

_LOADING = Lock()


@cache
def morphology() -> "Morphology":
    """The dictionary of Russian word forms (some 30 ms at the first call)."""
    # A cache shuts nobody out: of two threads of a fleet the second would patch what is patched.
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> "Morphology":
    import pymorphy3
    import pymorphy3_dicts_ru
    from dawg_python import wrapper
    from pymorphy3.opencorpora_dict import storage
    from pymorphy3.tagset import OpencorporaTag

    from sheetsync.words.vocabulary import Vocabulary

    # They copy 14 MB into arrays, half of all the time that loading takes, of which a plan looks
    # at a few pages. What they keep of an array, its items and its length, a view has as well.
    wrapper.Dictionary.read = _read_cells
    wrapper.Guide.read = _read_pairs
    storage._load_paradigms = _read_paradigms
    # Of its 5,563 tags, taken apart for 15 ms, a plan needs some dozens.
    take_apart, OpencorporaTag.__init__ = OpencorporaTag.__init__, _remember
    OpencorporaTag.__getattr__ = partialmethod(_when_asked, take_apart)
    # Without a path it reads what each installed package offers: 20 ms.
    analyzer = pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path())
    # It remembers its look-ups: all readings of a process share one memory.
    return Vocabulary(analyzer)


def _remember(tag: Any, words: str) -> None:
    tag._str = words


def _when_asked(tag: Any, take_apart: Callable[[Any, str], None], name: str) -> Any:
    """Called where a slot is still empty."""
    if name not in tag.__slots__:
        raise AttributeError(name)
    take_apart(tag, tag._str)
    return getattr(tag, name)


def _read_cells(dictionary: Any, file: BinaryIO) -> None:
    dictionary._units = _mapped(file, item=4).cast("I")


def _read_pairs(guide: Any, file: BinaryIO) -> None:
    guide._units = _mapped(file, item=2)


def _read_paradigms(path: str) -> list[memoryview]:
    """How many there are, then the length and the items of each."""
    items, at = memoryview(Path(path).read_bytes()).cast("H"), 1
    found = []
    for _ in range(items[0]):
        begin = at + 1
        at = begin + items[at]
        found.append(items[begin:at])
    return found


def _mapped(file: BinaryIO, *, item: int) -> memoryview:
    """The table that the file goes on with, in place; the file is then behind it."""
    (count,) = struct.unpack("=I", file.read(4))
    start = file.tell()
    end = file.seek(start + count * item)
    # The whole file, then a slice: mmap takes only offsets of whole allocation blocks.
    return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))[start:end]
