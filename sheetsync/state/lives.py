"""Since when the status of each row has stood."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sheetsync.model import canonical_identities


class Standing(NamedTuple):
    """For how long a row bore one status: snapshots from `since` to before `until`."""

    identity: int
    since: int
    until: int | None
    parent: int | None
    status: int  # a text's key


class _Stretch(NamedTuple):
    """A standing, and the snapshot since which that status has stood without a gap."""

    begun: int
    last: Standing


def status_begun(standings: Iterable[Standing], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """By identity of each row that stands: the snapshot since which its status has stood.

    `standings` are in the order of `since`. A row that was away for a snapshot begins anew; the
    part of a split row goes on where its parent was, and a linked row where the other was.
    """
    root = canonical_identities(links)
    stretches: defaultdict[int, list[_Stretch]] = defaultdict(list)
    begun: dict[int, int] = {}
    for standing in standings:
        own = root.get(standing.identity, standing.identity)
        # 0 is nobody: identities count from 1.
        past = stretches[own] or stretches[root.get(standing.parent or 0, standing.parent or 0)]
        start = next((s.begun for s in reversed(past) if _goes_on(s.last, standing)), None)
        stretch = _Stretch(standing.since if start is None else start, standing)
        stretches[own].append(stretch)
        if standing.until is None:
            begun[standing.identity] = stretch.begun
    return begun


def _goes_on(before: Standing, after: Standing) -> bool:
    """Whether `before` bore the same status in the snapshot just before `after`."""
    return (
        before.status == after.status
        and before.since < after.since
        # `until` is exclusive: equal means no gap; linked rows may have stood side by side.
        and (before.until is None or before.until >= after.since)
    )
