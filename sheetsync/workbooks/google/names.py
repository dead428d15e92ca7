"""The named ranges by which formulas of staff's may refer to blocks of our tabs."""

from collections.abc import Iterator
from typing import Any

from sheetsync.model import Area, Tab
from sheetsync.workbooks.google.extras import Site
from sheetsync.workbooks.google.looks import grid_range
from sheetsync.workbooks.google.marks import own_id
from sheetsync.workbooks.google.reading import NamedSeen, Seen

_OWN = "sheetsync"  # how the ids of our named ranges begin


def names(tab: Tab, site: Site, there: Seen) -> Iterator[dict[str, Any]]:
    """A named range for each block, but where staff use the name for something else.

    Ours are known by their ids, so one that people renamed gets its name back; those of blocks
    that the tab has no more go.
    """
    blocks, known = blocks_of(tab, site, there), {one.id: one for one in there.names.values()}
    for one in known.values():
        if _stands_here(one, site) and one.id.startswith(_OWN) and one.id not in blocks:
            yield {"deleteNamedRange": {"namedRangeId": one.id}}
    for own, (name, area) in blocks.items():
        block = {"namedRangeId": own, "name": name, "range": grid_range(area, site.sheet_id)}
        if own in known:
            yield {"updateNamedRange": {"namedRange": block, "fields": "name,range"}}
        else:
            yield {"addNamedRange": {"namedRange": block}}


def staff_names(there: Seen) -> list[str]:
    """The names that people gave, in order."""
    return sorted(name for name, one in there.names.items() if not one.id.startswith(_OWN))


def blocks_of(tab: Tab, site: Site, there: Seen) -> dict[str, tuple[str, Area]]:
    """The name and the area of each block that can have one, by the id of its named range."""
    known = {one.id: one for one in there.names.values()}
    blocks: dict[str, tuple[str, Area]] = {}
    for block, area in tab.blocks:
        own, of_old = (
            f"{_OWN}{own_id(at, block)}" for at in (str(site.sheet_id), site.spreadsheet)
        )
        if own not in known and of_old in known and _stands_here(known[of_old], site):
            own = of_old
        for name in _spellings(block, tab, site):
            holder = there.names.get(name.casefold())
            if holder is None or holder.id == own or _stands_here(holder, site):
                blocks[own if holder is None else holder.id] = name, area
                break
            if not holder.id.startswith(_OWN):
                break  # staff's
    return blocks


def _spellings(block: str, tab: Tab, site: Site) -> Iterator[str]:
    """Names for a block, the second and third where another plan's tab has the ones before."""
    yield block
    year = tab.year_title.rpartition(" ")[2]
    if year.isdigit():
        yield f"{block}_{year}"
    yield f"{block}_{site.plan_id}"


def _own(where: str, block: str) -> str:
    """By the tab, as its id is the same in every copy of the spreadsheet."""
    return f"{_OWN}{own_id(where, block)}"


def _stands_here(named: NamedSeen, site: Site) -> bool:
    return named.sheet_id == site.sheet_id
