"""The one type of all rules by which words are read: `help rules` lists them, tests read them."""

from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import Language

KEYED = "rule: "
"""Before a rule's English name in the catalogue of a third language: "all year" has its own."""


@frozen_positional
class InEnglish:
    """A rule's name, example and meaning for who reads English: a cell as it would stand there."""

    name: str
    example: str
    meaning: str = ""


@frozen_positional
class Rule:
    """A rule as it is listed for staff: its name, a cell it reads, what that means; in Russian.

    By the Russian name code and memory know it, whatever language people are told it in.
    """

    name: str
    example: str
    meaning: str
    english: InEnglish

    def named(self, language: Language) -> str:
        """What people are told has read their words."""
        return language.gettext(f"{KEYED}{self.english.name}").removeprefix(KEYED)
