"""A plan's past as it lies in the store: its snapshots' heads, and each row as long as it stood."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date, datetime
from typing import NamedTuple

from sheetsync.model import (
    KnownRow,
    Life,
    Line,
    Snapshot,
    SnapshotHead,
    aliases,
    canonical_identities,
)
from sheetsync.model.frozen import frozen
from sheetsync.state.schema import SEVERAL, TEXTS

_Pairs = tuple[tuple[int, int], ...]
_STATUS, _DEADLINE = map(TEXTS.index, ("status", "deadline"))


class Head(NamedTuple):
    """A snapshot without its rows."""

    serial: int
    taken: str
    day: date
    year: int
    title: str
    tab: str
    told: bool
    scope: str


class Spell(NamedTuple):
    """A row that stood unchanged: from the snapshot `since` to before `until`.

    `texts` are the keys of its texts, in the order of a line's.
    """

    identity: int
    since: int
    until: int | None
    parent: int | None
    row: int
    texts: tuple[int, ...]


class _Stretch(NamedTuple):
    """A spell, and the snapshot since which its status has stood without a gap."""

    begun: int
    last: Spell


@frozen
class Past:
    """All that is known of a plan's rows, read at one moment; empty of a plan that is not known.

    Snapshots and spells come in the order in which they were remembered; `texts` are those of all
    spells by their keys. `links` are the pairs (a, b) of which a person said that b is a, sorted;
    `doubts` say by identity which ones it may be in truth, until a link settles it. `words` is the
    day of a measure's last word, `mended` since when an address takes letters again.
    """

    token: str = ""
    heads: tuple[Head, ...] = ()
    spells: tuple[Spell, ...] = ()
    texts: Mapping[int, str] = field(default_factory=dict)
    links: _Pairs = ()
    doubts: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    words: Mapping[int, date] = field(default_factory=dict)
    mended: Mapping[str, date] = field(default_factory=dict)

    @property
    def taken(self) -> tuple[SnapshotHead, ...]:
        """All snapshots in their order, with what a day asks of them first."""
        return tuple(
            SnapshotHead(head.serial, head.day, head.told, head.scope) for head in self.heads
        )

    @property
    def next_identity(self) -> int:
        """The first identity, from 1, that no row of the plan has ever borne; all after it too."""
        # Spells end but are never deleted, so the highest one ever borne is still there.
        return max((spell.identity for spell in self.spells), default=0) + 1

    @property
    def redated(self) -> frozenset[int]:
        """The measures whose deadline has had more than one wording."""
        first = {spell.identity: spell.texts[_DEADLINE] for spell in reversed(self.spells)}
        return frozenset(s.identity for s in self.spells if s.texts[_DEADLINE] != first[s.identity])

    def snapshot(self, serial: int) -> Snapshot | None:
        """The snapshot of that serial, its rows in the order of the sheet."""
        head = next((head for head in self.heads if head.serial == serial), None)
        return None if head is None else self._whole(head)

    def newest(self, *, told: bool | None = None, until: date = date.max) -> Snapshot | None:
        """The newest one taken on or before that day, as the plan's own zone counts days.

        With `told` the newest of a run (True) or of a mere sync (False).
        """
        kept = (h for h in reversed(self.heads) if h.day <= until and told in (None, h.told))
        head = next(kept, None)
        return None if head is None else self._whole(head)

    def since(self) -> dict[int, date]:
        """By identity, for the newest snapshot's rows: the day since when their status stands.

        The text has been the same in every snapshot since; a part of a split row inherits the
        day of its parent, where that said the same.
        """
        days = {head.serial: head.day for head in self.heads}
        begun = status_begun(self.spells, self.links)
        return {identity: days[serial] for identity, serial in begun.items()}

    def gone(self) -> dict[int, tuple[date, Line]]:
        """The first day without each row that is gone, and its last words, by identity."""
        days = {head.serial: head.day for head in self.heads}
        last = {spell.identity: spell for spell in self.spells}
        return {
            identity: (days[spell.until], self._line(spell))
            for identity, spell in last.items()
            if spell.until is not None
        }

    def life(self, identity: int) -> Life:
        """Each content of a measure in turn, oldest first, and when it was first seen.

        A row that only stands elsewhere in the sheet is no other content; one that is what it
        once was is told again. Before the part of a split row come the contents of its parent;
        linked rows are one measure. Empty for an identity that is not known.
        """
        return self._lives({identity})[identity]

    def lives(self) -> dict[int, Life]:
        """The lives of all measures that have had several contents, and of those in doubt."""
        # Candidates may be gone from the newest snapshot: only their lives still have words.
        wanted = {identity for named in self.doubts.values() for identity in named}
        wanted |= {identity for pair in self.links for identity in pair}
        contents: dict[int, tuple[int, ...]] = {}
        for spell in self.spells:
            texts = contents.setdefault(spell.identity, spell.texts)
            if spell.parent is not None or spell.texts != texts:
                wanted.add(spell.identity)
        return self._lives(wanted)

    def _whole(self, head: Head) -> Snapshot:
        # Of several tabs the column holds a list, so that a plan of one needs no migration.
        tab, *tabs = json.loads(head.tab) if head.tab.startswith(SEVERAL) else [head.tab]
        standing = [spell for spell in self.spells if _stands_in(spell, head.serial)]
        return Snapshot(
            taken=datetime.fromisoformat(head.taken),
            year=head.year,
            title=head.title,
            tab=tab,
            tabs=tuple(tabs),
            told=head.told,
            scope=head.scope,
            rows=tuple(
                KnownRow(identity=spell.identity, parent=spell.parent, line=self._line(spell))
                for spell in sorted(standing, key=lambda spell: spell.row)
            ),
        )

    def _lives(self, wanted: Iterable[int]) -> dict[int, Life]:
        own: defaultdict[int, list[Spell]] = defaultdict(list)
        for spell in self.spells:
            own[spell.identity].append(spell)
        taken = {head.serial: head.taken for head in self.heads}
        return {
            identity: tuple(
                (datetime.fromisoformat(taken[spell.since]), self._line(spell))
                for spell in _spells_of(identity, own, self.links)
            )
            for identity in wanted
        }

    def _line(self, spell: Spell) -> Line:
        return Line(spell.row, *map(self.texts.__getitem__, spell.texts))


def _stands_in(spell: Spell, serial: int) -> bool:
    return spell.since <= serial and (spell.until is None or spell.until > serial)


def _spells_of(identity: int, spells: Mapping[int, list[Spell]], links: _Pairs) -> Iterator[Spell]:
    """The spells of a measure and, before them, of what it was split from, each of other words."""
    past: list[Spell] = []
    ancestor: int | None = identity
    while ancestor is not None:
        its = (spell for i in aliases(ancestor, links) for spell in spells.get(i, ()))
        own = sorted(its, key=lambda spell: spell.since)
        # What the parent became after the split is no past of the part.
        older = [spell for spell in own if not past or spell.since < past[0].since]
        past = older + past
        ancestor = older[0].parent if older else None
    for number, spell in enumerate(past):
        if number == 0 or spell.texts != past[number - 1].texts:
            yield spell


def status_begun(spells: Iterable[Spell], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The snapshot since which the status of each row that stands has stood, by identity.

    `spells` are in the order of `since`. A row that was away for a snapshot begins anew; the
    part of a split row goes on where its parent was, and a linked row where the other was.
    """
    root = canonical_identities(links)
    stretches: defaultdict[int, list[_Stretch]] = defaultdict(list)
    begun: dict[int, int] = {}
    for spell in spells:
        own = root.get(spell.identity, spell.identity)
        # 0 is nobody: identities count from 1.
        past = stretches[own] or stretches[root.get(spell.parent or 0, spell.parent or 0)]
        start = next((s.begun for s in reversed(past) if _continues_status(s.last, spell)), None)
        stretch = _Stretch(spell.since if start is None else start, spell)
        stretches[own].append(stretch)
        if spell.until is None:
            begun[spell.identity] = stretch.begun
    return begun


def _continues_status(before: Spell, after: Spell) -> bool:
    """Whether `before` bore the same status in the snapshot just before `after`."""
    return (
        before.texts[_STATUS] == after.texts[_STATUS]
        and before.since < after.since
        # `until` is exclusive: equal means no gap; linked rows may have stood side by side.
        and (before.until is None or before.until >= after.since)
    )
