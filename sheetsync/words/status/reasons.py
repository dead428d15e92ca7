"""Why a measure was not done, was moved or dropped, in the words of the cell."""

import re

from sheetsync.words.pattern import pattern

_REASON = pattern(
    r"\b(?:в связи с|из-за|по причине|ввиду|вследствие|так как|поскольку|because of|due to)"
    r"\s[^,;()]+",
    re.IGNORECASE,
)
_AFTER_DASH = pattern(r"\s[-–—]+\s+(.+)$|:\s+(.+)$")


def reason_in(text: str) -> str:
    """Why, in the words of the cell: after «из-за» and the like, or after a dash; "" if unsaid."""
    stated = _REASON.search(text)
    if stated:
        return stated[0].strip(" .")
    after = _AFTER_DASH.search(text)
    return (after[1] or after[2]).strip(" .") if after else ""
