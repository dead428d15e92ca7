"""What findings say, by their codes: about `cells`, `columns`, and `tables` with their rows."""

from sheetsync.model import Severity
from sheetsync.model.frozen import frozen_positional


@frozen_positional
class FindingText:
    """What a finding says: `{quote}` and `{hint}` are filled in from the doubt.

    `own` is the suggestion where the coordinator reads it, whom the usual one sends to himself,
    `unmarked` where the table has no column for the mark that the usual one asks for.
    """

    severity: Severity
    field: str  # the column it is about; "" where it is the whole row
    sentence: str
    suggestion: str
    own: str = ""
    unmarked: str = ""
