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


@lru_cache(maxsize=1)  # several readers of one run ask for it, and share what it has read
def deadline_reader(dictionary: Dictionary) -> Callable[[Line], Deadline]:
    """What the deadline of a row means, as it does today, or a proof would contradict its letters.

    It is read below its section's heading.
    """
    read, period = cell_reader(dictionary), dictionary.period

    @cache
    def deadline(text: str, undecided: bool, section: str) -> Deadline:
        return read(text, undecided, narrowed(period, section))

    return lambda line: deadline(line.deadline, line.undecided, line.section)


@lru_cache(maxsize=1)  # as the deadlines'
def progress_reader(dictionary: Dictionary, today: date) -> Callable[[Line], Progress]:
    """What the status of a row means, as of a day."""
    period, due = dictionary.period, deadline_reader(dictionary)

    @cache
    def progress(line: Line) -> Progress:
        milestones = read_milestones(line.measure, year=period.starts.year, period=period)
        deadline = due(line)
        read = partial(
            read_progress,
            deadline=deadline,
            measure=MeasureWords(
                text=line.measure if may_prepare(line.status) else "",
                milestones=milestones if agree(milestones, deadline) else (),
            ),
            today=today,
            period=period,
        )
        return read_by_wordings(line.status, read, dictionary.wordings)

    # What else a row says does not tell.
    return lambda line: progress(line._replace(row=0, number="", responsible="", note=""))


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
