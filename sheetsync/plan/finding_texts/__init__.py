"""What findings say, by their codes: about `cells`, `columns`, and `tables` with their rows."""

from functools import partial

from sheetsync.model import Severity
from sheetsync.model.frozen import frozen_positional


@frozen_positional
class FindingText:
    """What a finding says: `{quote}` and `{hint}` are filled in from the doubt.

    `own` is the suggestion where the coordinator reads it, whom the usual one sends to himself,
    `unmarked` where the table has no column for the mark that the usual one asks for. `several`
    says it of all `{names}` at once: nobody reads a paragraph for each.
    """

    severity: Severity
    field: str  # the column it is about; "" where it is the whole row
    sentence: str
    suggestion: str
    own: str = ""
    unmarked: str = ""
    several: str = ""


# By what they are about and how much they matter; the first three are about no one column.
error = partial(FindingText, Severity.ERROR, "")
warning = partial(FindingText, Severity.WARNING, "")
note = partial(FindingText, Severity.NOTE, "")
deadline_error = partial(FindingText, Severity.ERROR, "deadline")
deadline_warning = partial(FindingText, Severity.WARNING, "deadline")
deadline_note = partial(FindingText, Severity.NOTE, "deadline")
responsible_error = partial(FindingText, Severity.ERROR, "responsible")
responsible_warning = partial(FindingText, Severity.WARNING, "responsible")
responsible_note = partial(FindingText, Severity.NOTE, "responsible")
status_warning = partial(FindingText, Severity.WARNING, "status")
status_note = partial(FindingText, Severity.NOTE, "status")
lookup_warning = partial(FindingText, Severity.WARNING, "lookup")
measure_error = partial(FindingText, Severity.ERROR, "measure")
measure_warning = partial(FindingText, Severity.WARNING, "measure")
measure_note = partial(FindingText, Severity.NOTE, "measure")
number_warning = partial(FindingText, Severity.WARNING, "number")
number_note = partial(FindingText, Severity.NOTE, "number")
