"""Reports on a period, "за I полугодие – до 15 июля": each falls due after that period."""

from datetime import date
from itertools import islice

from sheetsync.words.timing.clauses import Clause, Periods, Remark
from sheetsync.words.timing.phrases import Phrase
from sheetsync.words.timing.spans import span_of


def after_reports(clauses: tuple[Clause, ...], phrase: Phrase) -> bool:
    """Whether each report falls due after the end of what it is about.

    In "за год – до 20 января" alone that January is the plan's own, and it does not.
    """
    periods = iter(phrase.periods)
    trailing = _trailing(clauses)
    ends: date | None = None
    due: date | None = None
    for clause in clauses:
        if isinstance(clause.meaning, Remark):
            about = clause.meaning.about
            ends = span_of(about, about.year or phrase.year.first.year).last if about else None
            if clause.bracketed or trailing:  # "до 15 июля (за I полугодие)"
                if ends and due and due <= ends:
                    return False
                ends = None
        if isinstance(clause.meaning, Periods):
            first = list(islice(periods, len(clause.meaning.items)))[:1]
            due = first[0].span.last if first else None
            if ends and first and first[0].span.last <= ends:
                return False
            ends = None
    return True


def _trailing(clauses: tuple[Clause, ...]) -> bool:
    """The report stands behind its day: "до 1 марта за прошлый год"."""
    said = (each.meaning for each in clauses if isinstance(each.meaning, Periods | Remark))
    first = next((each for each in said if isinstance(each, Periods) or each.about), None)
    return isinstance(first, Periods)
