"""How a reading of a status gives its answer: a meaning with its rule, reason and evidence."""

import re
from collections.abc import Iterable
from datetime import date

from sheetsync.model import Doubt, Meaning, Progress
from sheetsync.model.language import Words
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.statements import Statement

_REASON = pattern(
    r"\b(?:в связи с|из-за|по причине|ввиду|вследствие|так как|поскольку|because of|due to)"
    r"\s[^,;()]+",
    re.IGNORECASE,
)
_AFTER_DASH = pattern(r"\s[-–—]+\s+(.+)$|:\s+(.+)$")


def answer(
    case: Case,
    meaning: Meaning,
    by: Iterable[Statement],
    *,
    on: date | None = None,
    rule: str = "",
) -> Progress:
    """The meaning that the statements `by` gave; its rule is the first of theirs, else `rule`."""
    rule = next((statement.rule for statement in by if statement.rule), rule)
    return Progress(text=case.text, meaning=meaning, on=on, rule=rule, evidence=case.evidence)


def unclear(case: Case, code: str, *, quote: str = "", hint: Words = "") -> Progress:
    """No meaning, and the doubt that a person should settle."""
    return Progress(
        text=case.text,
        meaning=Meaning.UNCLEAR,
        evidence=case.evidence,
        doubts=(doubt(case, code, quote=quote, hint=hint),),
    )


def doubt(case: Case, code: str, *, quote: str = "", hint: Words = "", advice: Words = "") -> Doubt:
    """A doubt about the whole cell or a `quote` from it; `hint` is a fact for its sentence."""
    return Doubt(code=code, quote=quote or case.text, hint=hint, advice=advice)


def reason_in(text: str) -> str:
    """Why, in the words of the cell: after «из-за» and the like, or after a dash; "" if unsaid."""
    stated = _REASON.search(text)
    if stated:
        return stated[0].strip(" .")
    after = _AFTER_DASH.search(text)
    return (after[1] or after[2]).strip(" .") if after else ""
