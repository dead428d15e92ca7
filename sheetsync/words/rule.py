"""The one type of all rules by which words are read: `help rules` lists them, tests read them."""

from sheetsync.model.frozen import frozen_positional


@frozen_positional
class Rule:
    """A rule as it is listed for staff: its Russian name, a cell it reads, what that means."""

    name: str
    example: str
    meaning: str = ""
