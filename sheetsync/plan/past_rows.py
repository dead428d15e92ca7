"""What the cells of a remembered row mean: read as today's are, each phrase once."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache, partial

from sheetsync.model import Deadline, Line, Progress
from sheetsync.plan.measures import Dictionary, cell_reader, measures_of
from sheetsync.words.milestones import agree, read_milestones
from sheetsync.words.plan_period import narrowed
from sheetsync.words.progress import read_progress
from sheetsync.words.status.preparing import MeasureWords, may_prepare
from sheetsync.words.wordings import read_by_wordings


def deadline_reader(dictionary: Dictionary) -> Callable[[Line], Deadline]:
    """What the deadline of a row means, as it does today, or a proof would contradict its letters.

    It is read below its section's heading.
    """
    read = _deadline_reader(dictionary)
    return lambda line: read(line.deadline, line.section)


@lru_cache(maxsize=1)  # several readers of one run ask for it, and share what it has read
def _deadline_reader(dictionary: Dictionary) -> Callable[[str, str], Deadline]:
    read = cell_reader(dictionary)

    @cache
    def deadline(text: str, section: str) -> Deadline:
        return read(text, narrowed(dictionary.period, section))

    return deadline


@lru_cache(maxsize=1)  # as the deadlines'
def progress_reader(dictionary: Dictionary, today: date) -> Callable[[Line], Progress]:
    """What the status of a row means, as of a day."""
    period, due = dictionary.period, _deadline_reader(dictionary)

    @cache
    def progress(status: str, deadline: str, section: str, measure: str) -> Progress:
        milestones = read_milestones(measure, year=period.starts.year, period=period)
        read_due = due(deadline, section)
        read = partial(
            read_progress,
            deadline=read_due,
            measure=MeasureWords(
                text=measure if may_prepare(status) else "",
                milestones=milestones if agree(milestones, read_due) else (),
            ),
            today=today,
            period=period,
        )
        return read_by_wordings(status, read, dictionary.wordings)

    return lambda line: progress(line.status, line.deadline, line.section, line.measure)


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
