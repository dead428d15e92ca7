"""Readings of a status as a whole, before its statements are weighed: marks, questions, days."""

from dataclasses import replace

from sheetsync.model import Doubt, Meaning, Progress
from sheetsync.model.language import gettext_lazy
from sheetsync.words.cleaning import fold
from sheetsync.words.status.answers import answer, doubt, unclear
from sheetsync.words.status.case import Case
from sheetsync.words.status.dates import read_days
from sheetsync.words.status.plain_answers import DOCUMENT, EMPTY, MARK
from sheetsync.words.status.rules import Sign

_DONE_MARKS = frozenset(("✓", "✔", "☑", "✅", "√", "🗸", "+", "v", "true", "истина"))
_EMPTY_MARKS = frozenset(("false", "ложь", "☐"))
_NO_ANSWERS = frozenset(
    ("нет", "no", "x", "х", "н/д", "нд", "n/a", "#n/a", "без изменений", "вып", "исп")
)
_EMOJI_STYLE = "\ufe0f"  # follows "✔" where a phone typed it


def read_mark(case: Case) -> Progress | None:
    """A cell that is one mark: a tick is done, an empty box is blank, a dash is no answer."""
    mark = fold(case.text).replace(_EMOJI_STYLE, "").strip(" .!")
    if not case.text or mark in _EMPTY_MARKS:
        return Progress(text=case.text, meaning=Meaning.BLANK, rule=EMPTY.name)
    if mark in _DONE_MARKS:
        return Progress(text=case.text, meaning=Meaning.DONE, rule=MARK.name)
    # A formula's error, "#REF!", is nobody's answer.
    if mark in _NO_ANSWERS or mark.startswith("#") or not any(map(str.isalnum, mark)):
        return unclear(case, "progress-unclear")
    return None


def read_question(case: Case) -> Progress | None:
    """A question mark takes back whatever stands before it."""
    if "?" not in case.words:
        return None
    return unclear(case, "progress-question")


def read_impossible_day(case: Case) -> Progress | None:
    """A day that no calendar has: whatever it dates is not taken until it is corrected."""
    _, impossible = read_days(case.words, year=case.year)
    if not impossible:
        return None
    first = impossible[0]
    return unclear(case, "progress-impossible-date", quote=first.quote, hint=first.fact)


def read_proof(case: Case) -> Progress | None:
    """Nothing but documents and links: proof that something goes on, not that all is done."""
    if not case.evidence or any(s.sign is not Sign.NOTHING for s in case.statements):
        return None
    only_proof = not any(map(str.isalnum, case.words))
    proof = answer(case, Meaning.WORD, (), rule=DOCUMENT.name)
    if case.endless:
        return proof
    return replace(proof, doubts=(_probably_done(case),)) if only_proof else None


def _probably_done(case: Case) -> Doubt:
    """A document beside a day or a month may well be the fact itself."""
    day = max((each.last for each in case.documents), default=None)
    said = f"выполнено {day:%d.%m.%Y}" if day and day <= case.today else "выполнено"
    words = f"{said}, {case.evidence[0]}"
    advice = gettext_lazy("If the measure is done, write “{words}”.", words=words)
    return doubt(case, "progress-proof", advice=advice)
