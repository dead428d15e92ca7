"""The daily run: read, understand, remember, tell, show. Each step is data that can be printed."""

from sheetsync.daily.job import Job
from sheetsync.daily.post import Delivery, deliver, letters, previews
from sheetsync.daily.reading import Reading, read
from sheetsync.daily.run import Report, as_of, lately, run, show, sync

__all__ = [
    "Delivery",
    "Job",
    "Reading",
    "Report",
    "as_of",
    "deliver",
    "lately",
    "letters",
    "previews",
    "read",
    "run",
    "show",
    "sync",
]
