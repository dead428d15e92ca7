"""python -m tests.languages.add ENGLISH RUSSIAN, or with all forms: ONE MANY 1_RUSSIAN 2_… 5_…

Appends a sentence to the catalogue of plans' language, as it is written, and compiles that. The one
of a further language is its translator's: a test says what it lacks.
"""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sheetsync.languages import DOMAIN, FOLDER, PLANS
from tests.languages.saying import named

_WIDTH = 100
_USAGE = "Give the English sentence and its Russian, or both forms and all {forms} of the Russian."


def add(words: Sequence[str], folder: Path = FOLDER) -> None:
    """Append the sentence to the catalogue in that folder, which is as before on any error.

    Raises ValueError with what is wrong: the number of forms, a sentence that stands there, or
    fields that differ.
    """
    path = folder / PLANS / "LC_MESSAGES" / f"{DOMAIN}.po"
    held = _read(path)
    forms = held.num_plurals
    if len(words) not in (2, 2 + forms):
        raise ValueError(_USAGE.format(forms=forms))
    english, russian = (words[:1], words[1:]) if len(words) == 2 else (words[:2], words[2:])
    added = _entry(held, english, russian)
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\n{added}", "utf-8")
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, _read(path))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=PLANS)


def _entry(held: Catalog, english: Sequence[str], said: Sequence[str]) -> str:
    """The sentence as the catalogue has it, without those that are held already."""
    if held.get(english[0]):
        raise ValueError(f"This stands in the catalogue already: {english[0]}")
    one = Catalog(locale=held.locale)
    both = (tuple(english), tuple(said)) if len(english) > 1 else (english[0], said[0])
    one.add(*both)
    if strange := set().union(*map(named, said)) - set().union(*map(named, english)):
        raise ValueError(f"“{said[0]}” names {', '.join(strange)}, and the sentence does not.")
    file = io.BytesIO()
    write_po(file, one, width=_WIDTH, omit_header=True)
    return f"{file.getvalue().decode().strip()}\n"


if __name__ == "__main__":
    try:
        add(sys.argv[1:])
    except ValueError as error:
        sys.exit(str(error))
