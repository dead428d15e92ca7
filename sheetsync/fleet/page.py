"""The roll-up as a static page for an intranet: one file, no script, no server."""

from datetime import datetime
from pathlib import Path

from sheetsync.errors import OutputError, system_words
from sheetsync.fleet.rollup import Rollup, by_region
from sheetsync.fleet.rollup_tab import read_words, stamp, totals
from sheetsync.languages import _, active
from sheetsync.model.language import marked
from sheetsync.resources import data_path

PAGE = "index.html"


def write_page(folder: Path, rollup: Rollup, *, now: datetime) -> Path:
    """Write the page into the folder as a whole; returns its file. Raises OutputError."""
    file = folder / PAGE
    draft = folder / f".{PAGE}"
    sentence = marked("The page could not be written to {folder}: {reason}.")
    with system_words(OutputError, sentence, folder=folder):
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(_page(rollup, now=now), encoding="utf-8")
        # A reader never sees half a page.
        draft.replace(file)
    return file


def _page(rollup: Rollup, *, now: datetime) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    regions = by_region(line for line in rollup.lines if line.total)
    templates = Environment(
        loader=FileSystemLoader(data_path("templates", "fleet")),
        autoescape=True,
        # A misspelt name is a fault of ours; by default it would be a hole in the page.
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return templates.get_template("status.html").render(
        rollup=rollup,
        language=active().code,
        stamp=stamp(now),
        regions=regions,
        most=max((done + overdue for _, done, overdue in regions), default=1) or 1,
        totals=totals(rollup),
        read_words=read_words,
        _=_,
    )
