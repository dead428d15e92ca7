"""python -m tests.languages.begin CODE: a catalogue in which nothing is translated yet.

`pybabel init` would give a language the plural forms, or the words, of the one that it copies.
"""

import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from sheetsync.languages import DOMAIN, FOLDER, PLANS
from sheetsync.words.lexicon.named_days import NAMED_DAYS
from sheetsync.words.rule import KEYED
from sheetsync.words.rule_names import all_rules

_WIDTH = 100


def begin(code: str, folder: Path = FOLDER) -> Path:
    """Write the catalogue of that language, and say where.

    Raises FileExistsError where it has one, UnknownLocaleError or ValueError for no language.
    """
    of = Locale.parse(code)
    begun = Catalog(
        locale=of,
        project=DOMAIN,
        header_comment=f"# What people read, in {of.english_name}.",
        fuzzy=False,
    )
    with (folder / PLANS / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        for message in read_po(file, locale=PLANS):
            begun.add(message.id)
    for name in sorted(keyed()):
        begun.add(name)
    path = folder / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        write_po(file, begun, width=_WIDTH)
    return path


def keyed() -> set[str]:
    """The names of rules and days, which English and Russian have beside their patterns."""
    rules = {f"{KEYED}{rule.english.name}" for rule in all_rules()}
    return rules | {day.english for day in NAMED_DAYS if day.english}


if __name__ == "__main__":
    try:
        print(begin(*sys.argv[1:]))
    except (FileExistsError, UnknownLocaleError, ValueError, TypeError) as error:
        sys.exit(str(error))
