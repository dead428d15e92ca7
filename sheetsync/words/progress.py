"""What the words of the status column mean, given the deadline and the day."""

import re
from datetime import date

from rapidfuzz import fuzz

from sheetsync.model import Deadline, Doubt, Meaning, Milestone, PlanPeriod, Progress
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.status.case import Case, document_days, in_period, plan_year
from sheetsync.words.status.effects import with_lost_words
from sheetsync.words.status.evidence import separate_evidence
from sheetsync.words.status.readings import read_case
from sheetsync.words.status.statements import read_statements
from sheetsync.words.terms import clip

# No status is longer; what is, reports in full somewhere else and is not searched for a verdict.
_LONGEST = 2000
# Cells that list their parts on lines of their own; other line breaks are only long lines.
_LABELLED_LINE = re.compile(r"(?<!не)\s*\n(?=[^\n]{1,60}?(?: [-–—]|[-–—] |:))", re.IGNORECASE)

# A title tells what was talked about, not what was done: «О переносе сроков».
_TITLE = re.compile(r"[«\"](?:о|об|обо) (?:(?!\bне)[^«»\"])*[»\"]")


# A word that was mistyped by a letter or two; figures must be the same.
_SAME_LETTERS = 90


def same_word(was: Progress, now: Progress) -> bool:
    """True where two statuses of one row say the same: a typo's correction is no word (POLICY)."""
    if fold(was.text) == fold(now.text):
        return True
    meant = (was.meaning, was.on, was.parts, was.merged_into)
    if meant != (now.meaning, now.on, now.parts, now.merged_into):
        return False
    figures = re.findall(r"\d+", was.text) == re.findall(r"\d+", now.text)
    return figures and fuzz.ratio(fold(was.text), fold(now.text)) >= _SAME_LETTERS


def read_progress(
    text: str,
    *,
    deadline: Deadline,
    milestones: tuple[Milestone, ...] = (),
    today: date,
    period: PlanPeriod | None = None,
) -> Progress:
    """Understand one status cell; never raises, what is not understood is `unclear` with a doubt.

    `today` is the day of reading: a deed after it has not happened. A real date arrives as
    "dd.mm.yyyy", a checkbox as "TRUE" or "FALSE". Days without a year lie in the deadline's year,
    or else in the plan's `period`, whatever today is.
    Where `parts` is not empty, it says of each part what `meaning` says of the whole cell.
    """
    if len(text) > _LONGEST:
        long = Doubt(code="progress-unclear", quote=clip(tidy(text), 60))
        return Progress(text=tidy(text), meaning=Meaning.UNCLEAR, doubts=(long,))
    separated = separate_evidence(tidy(_LABELLED_LINE.sub("; ", text)))
    words = _TITLE.sub("«»", fold(separated.rest))
    year = plan_year(deadline, today, period)
    case = Case(
        text=tidy(text),
        words=words,
        statements=in_period(read_statements(words, year=year), period),
        evidence=separated.evidence,
        documents=document_days(separated.evidence, year),
        deadline=deadline,
        milestones=milestones,
        today=today,
        year=year,
        begins=min(date(year, 1, 1), period.starts) if period else date(year, 1, 1),
    )
    return with_lost_words(case, read_case(case))
