"""Tabs on which the plan stood and that are there no more: what to say of them."""

from collections.abc import Sequence

from sheetsync.errors import TabGone
from sheetsync.model import Grid, Snapshot
from sheetsync.model.language import Message, all_quoted, gettext_lazy, ngettext_lazy
from sheetsync.words.cleaning import tidy


def gone_tabs(last: Snapshot | None, grids: Sequence[Grid]) -> tuple[str, ...]:
    """The titles of the newest snapshot that no tab has any more, where all the plan is gone.

    One that was renamed is not gone: a measure of the plan still stands on it.
    """
    if last is None:
        return ()
    there = {title.casefold() for grid in grids for title in (grid.title, *grid.others)}
    titles = last.tabs or (last.tab,)
    gone = tuple(title for title in titles if title.casefold() not in there)
    return gone if len(gone) == len(titles) and not _stands_in(last, grids) else ()


def _stands_in(last: Snapshot, grids: Sequence[Grid]) -> bool:
    measures = {tidy(row.line.measure) for row in last.rows if row.line.measure}
    cells = (value for grid in grids for row in grid.rows for value in row)
    return any(isinstance(value, str) and tidy(value) in measures for value in cells)


def tab_gone(gone: Sequence[str], grids: Sequence[Grid]) -> TabGone:
    """The error for these titles: what there is instead, and what to do."""
    there = dict.fromkeys(title for grid in grids for title in (grid.title, *grid.others))
    return TabGone(
        ngettext_lazy(
            "The plan stood on the tab {gone}, which is gone or hidden. There are: {there}. "
            "Restore the tab; if the plan stands on another one now, name that in sheetsync.toml, "
            "section [plan], tab.",
            "The plan stood on the tabs {gone}, which are gone or hidden. There are: {there}. "
            "Restore the tabs; if the plan stands on others now, name these in sheetsync.toml, "
            "section [plan], tab.",
            min(len(gone), 2),
            gone=all_quoted(", ", gone),
            there=all_quoted(", ", there),
        )
    )


def read_instead(gone: Sequence[str], read: str) -> Message:
    """Why a plan is not believed that was read from the tab of that title."""
    return gettext_lazy(
        "The plan stood on the tab {gone}, which is gone or hidden; “{read}” was read instead.",
        gone=all_quoted(", ", gone),
        read=read,
    )
