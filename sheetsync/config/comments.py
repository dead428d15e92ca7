"""The comments of the files in config/, in the language of whoever edits their copies."""

import re
from collections.abc import Iterator

from sheetsync.model.language import Language

# Lines with a word in them; an option or a section that is out of force is none to translate.
_COMMENT = re.compile(r"(?:^#(?! \w+ = | \[).*\w.*\n)+", re.MULTILINE)


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Each comment of a file without its number signs, with its first line's number."""
    for found in _COMMENT.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, _bare(found[0])


def translated(text: str, language: Language) -> str:
    """The file with its comments in that language.

    Their lines break where the catalogue breaks them: some are laid out as tables.
    """
    return _COMMENT.sub(lambda found: as_comment(language.gettext(_bare(found[0]))), text)


def as_comment(text: str) -> str:
    """The lines of a text as comments of TOML."""
    return "".join(f"# {line}\n" for line in text.split("\n"))


def _bare(block: str) -> str:
    return "\n".join(line[2:] for line in block.splitlines())
