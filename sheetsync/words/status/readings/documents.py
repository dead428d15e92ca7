"""Papers: a document alone that tells of the deed itself, and one that is made and agreed."""

from dataclasses import replace
from datetime import date, timedelta

from sheetsync.model import Doubt, Meaning, Progress
from sheetsync.model.language import gettext_lazy
from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, answer, doubt
from sheetsync.words.status.dates import read_days
from sheetsync.words.status.rules import DOCUMENT, Sign

# Beside a document this says only that it is at hand.
_ENCLOSED = pattern(
    r"\b(?:прилага\w+|приложен\w*|имеется|есть|во вложении|и|(?:выписк|копи)\w+(?: из)?)\b"
)
# What is written when a thing has been done; an order or a contract may be its beginning.
_OUTCOME = pattern(
    r"(?:прот|протокола?|акта?|исх|minutes)\b\.?"
    r"(?: (?:заседани|собрани|совещани|конференци|президиум|совет|комисси|комитет|профком|приемк"
    r"|выполненн|оказанн|работ|услуг)\w*)* (?:№|n\b|no\b|от\b|of\b|dated\b|\d)"
)
_PAPER_MADE = pattern(
    r"(?:смет|план|график|программ|список|перечень|расписани|меню)\w*"
    r" (?:составлен|разработан|подготовлен)[аоы]?"
)
_PAPER_AGREED = pattern(
    r"(?:и )?(?:согласован|утвержден|подписан)[аоы]?(?: директором| президиумом| председателем"
    r"| с (?:бухгалтер|директор|администраци|профком|руководств|юрист|учредител|управлени)\w*)?"
)
_A_MONTH = timedelta(days=31)


def read_proof(case: Case) -> Progress | None:
    """Nothing but documents and links: proof that something goes on.

    The paper that a deed ends with, dated in the deadline's time, says no less than the day alone.
    """
    only_proof = not any(map(str.isalnum, _ENCLOSED.sub("", case.words)))
    silent = only_proof or all(s.sign is Sign.NOTHING for s in case.statements)
    if not case.evidence or not silent:
        return None
    proof = answer(case, Meaning.WORD, (), rule=DOCUMENT.name)
    if case.endless:
        return proof
    done_on = _outcome_day(case) if only_proof and not case.in_parts else None
    if done_on:
        return answer(case, Meaning.DONE, (), on=done_on, rule=DOCUMENT.name)
    return replace(proof, doubts=(_probably_done(case),)) if only_proof else None


def _outcome_day(case: Case) -> date | None:
    """The day of a protocol, an act or an outgoing letter, if it lies in the deadline's time."""
    due, starts = case.deadline.due, case.deadline.starts
    if due is None:
        return None
    since = max(case.begins, starts if starts and starts < due else due - _A_MONTH)
    outcomes = (fold(proof) for proof in case.evidence if _OUTCOME.match(fold(proof)))
    days = [day.last for proof in outcomes for day in read_days(proof, year=case.year)[0]]
    return next((day for day in days if since <= day <= case.today), None)


def _probably_done(case: Case) -> Doubt:
    """A document beside a day or a month may well be the fact itself."""
    day = max((each.last for each in case.documents), default=None)
    said = f"выполнено {day:%d.%m.%Y}" if day and day <= case.today else "выполнено"
    words = f"{said}, {case.evidence[0]}"
    advice = gettext_lazy("If the measure is done, write “{words}”.", words=words)
    return doubt(case, "progress-proof", advice=advice)


def is_agreed_paper(case: Case) -> bool:
    """«Смета составлена, согласована с бухгалтерией»: of a paper nothing is left to do."""
    made, *agreed = case.statements or (None,)
    return (
        made is not None
        and bool(agreed)
        and _PAPER_MADE.fullmatch(made.words) is not None
        and all(_PAPER_AGREED.fullmatch(said.words) for said in agreed)
    )
