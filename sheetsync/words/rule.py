"""The one type of all rules by which words are read: `help rules` lists them, tests read them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is listed for staff: its Russian name, a cell it reads, what that means."""

    name: str
    example: str
    meaning: str = ""
