"""Who leads a remembered row; what else its cells mean, a `LineReader` says."""

from collections.abc import Callable, Mapping
from datetime import date

from sheetsync.model import Line
from sheetsync.plan.measures import Dictionary, measures_of


def lead_reader(
    dictionary: Dictionary, known: Mapping[str, str], *, today: date
) -> Callable[[Line], str]:
    """Who leads a row; `known` are the leads of responsible cells that are understood already."""
    leads = dict(known)

    def lead(line: Line) -> str:
        if line.responsible not in leads:
            (measure,), _ = measures_of((line,), dictionary, today=today)
            leads[line.responsible] = measure.assignment.lead_name
        return leads[line.responsible]

    return lead
