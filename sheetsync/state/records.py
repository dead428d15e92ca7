"""Reads what is remembered of plans, within one transaction."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Select,
    bindparam,
    func,
    or_,
    select,
    true,
)

from sheetsync.model import Life, Line, Place, Remembered, Snapshot, Taken, aliases
from sheetsync.state.keys import texts_of
from sheetsync.state.lives import Standing, status_begun
from sheetsync.state.runs import Runs
from sheetsync.state.schema import (
    SEVERAL,
    TEXTS,
    doubts,
    links,
    places,
    plans,
    snapshots,
    spells,
    texts,
)

_AnyRow = Row[*tuple[Any, ...]]


class _Spell(NamedTuple):
    """A row that stood unchanged: since which snapshot, when that was taken, keys of its texts."""

    identity: int
    since: int
    parent: int | None
    taken: str
    row: int
    texts: tuple[int, ...]


class Records(Runs):
    """What is remembered, as one transaction sees it.

    Snapshots count in the order in which they were remembered.
    """

    def plans(self) -> tuple[str, ...]:
        """The names of all plans, sorted."""
        return tuple(self._connection.scalars(select(plans.c.name).order_by(plans.c.name)))

    def last(self, plan: str, *, told: bool | None = None) -> Snapshot | None:
        """The newest snapshot; with `told` the newest of a run (True) or of a mere sync (False).

        `taken` comes back as the same moment with the offset that its zone had then.
        """
        return self._newest(plan, true() if told is None else snapshots.c.told == told)

    def as_of(self, plan: str, day: date) -> Snapshot | None:
        """The newest snapshot taken on or before that day, as the plan's own zone counts days."""
        return self._newest(plan, snapshots.c.day <= day)

    def snapshot(self, plan: str, serial: int) -> Snapshot | None:
        """The snapshot that `remember` gave that serial."""
        return self._newest(plan, snapshots.c.serial == serial)

    def last_serial(self, plan: str) -> int:
        """The serial of the newest snapshot, 0 where there is none."""
        newest = select(func.max(snapshots.c.serial)).join(plans).where(plans.c.name == plan)
        return self._connection.scalar(newest) or 0

    def next_identity(self, plan: str) -> int:
        """The first identity, from 1, that no row of the plan has ever borne; all after it too."""
        # Spells end but are never deleted, so the highest one ever borne is still there.
        highest = select(func.max(spells.c.identity)).join(plans).where(plans.c.name == plan)
        return (self._connection.scalar(highest) or 0) + 1

    def counts(self) -> tuple[int, int]:
        """How many snapshots and how many measures there are, in all plans."""
        measures = select(spells.c.plan, spells.c.identity).distinct().subquery()
        kept = [select(func.count()).select_from(each) for each in (snapshots, measures)]
        return self._connection.scalar(kept[0]) or 0, self._connection.scalar(kept[1]) or 0

    def token(self, plan: str) -> str:
        """What tells the plan from all others in every store, "" where it is not known yet."""
        found = select(plans.c.token).where(plans.c.name == plan)
        return self._connection.scalar(found) or ""

    def taken(self, plan: str) -> tuple[Taken, ...]:
        """All snapshots in their order, without their rows."""
        columns = (snapshots.c[name] for name in Taken._fields)
        heads = select(*columns).join(plans).where(plans.c.name == plan)
        return tuple(map(Taken._make, self._connection.execute(heads.order_by(snapshots.c.serial))))

    def days(
        self, plan: str, *, told: bool | None = None, scope: str | None = None
    ) -> tuple[date, ...]:
        """The days on which snapshots were taken, the oldest first; `told` as with `last`.

        With `scope` only those whose letters counted in it.
        """
        taken = select(snapshots.c.day).distinct().join(plans).where(plans.c.name == plan)
        if told is not None:
            taken = taken.where(snapshots.c.told == told)
        if scope is not None:
            taken = taken.where(snapshots.c.scope == scope)
        return tuple(self._connection.scalars(taken.order_by(snapshots.c.day)))

    def doubts(self, plan: str) -> dict[int, tuple[int, ...]]:
        """By identity, the candidates that it may be in truth, until a link settles it."""
        open_ones = select(doubts.c.identity, doubts.c.candidate).join(plans)
        open_ones = open_ones.where(plans.c.name == plan)
        rows = self._connection.execute(open_ones.order_by(doubts.c.identity, doubts.c.candidate))
        found: dict[int, tuple[int, ...]] = {}
        for identity, candidate in rows:
            found[identity] = (*found.get(identity, ()), candidate)
        return found

    def links(self, plan: str) -> tuple[tuple[int, int], ...]:
        """The pairs (a, b) of which a person said that b is a, sorted."""
        pairs = select(links.c.a, links.c.b).join(plans).where(plans.c.name == plan)
        rows = self._connection.execute(pairs.order_by(links.c.a, links.c.b))
        return tuple((a, b) for a, b in rows)

    def places(self, plan: str) -> dict[str, Place]:
        """By key where each tab of a shared spreadsheet was last seen."""
        found = self._connection.execute(select(places).join(plans).where(plans.c.name == plan))
        return {
            row.key: Place(
                sheet_id=row.sheet_id, title=row.title, large=row.large, columns=row.columns
            )
            for row in found
        }

    def life(self, plan: str, identity: int) -> Life:
        """Each content of a measure in turn, oldest first, and when it was first seen.

        A row that only stands elsewhere in the sheet is no other content; one that is what it
        once was is told again. Before the part of a split row come the contents of its parent;
        linked rows are one measure. Empty for an identity that is not known.
        """
        return self._lives(plan, {identity})[identity]

    def lives(self, plan: str, more: Iterable[int] = ()) -> dict[int, Life]:
        """The lives of all measures that have had several contents, and of some `more`."""
        return self._lives(plan, None, more)

    def redated(self, plan: str) -> frozenset[int]:
        """The measures whose deadline has had more than one wording."""
        several = func.count(spells.c.deadline.distinct()) > 1
        found = (
            select(spells.c.identity)
            .join(plans, plans.c.id == spells.c.plan)
            .where(plans.c.name == plan)
            .group_by(spells.c.identity)
            .having(several)
        )
        return frozenset(self._connection.scalars(found))

    def since(self, plan: str) -> dict[int, date]:
        """By identity, for the newest snapshot's rows: the day since when their status stands.

        The text has been the same in every snapshot since; a part of a split row inherits the
        day of its parent, where that said the same.
        """
        standings = self._connection.execute(
            select(*(spells.c[name] for name in Standing._fields))
            .join(plans, plans.c.id == spells.c.plan)
            .where(plans.c.name == plan)
            .order_by(spells.c.since)
        )
        begun = status_begun((Standing._make(row) for row in standings), self.links(plan))
        taken = select(snapshots.c.serial, snapshots.c.day).join(plans).where(plans.c.name == plan)
        days = {row.serial: row.day for row in self._connection.execute(taken)}
        return {identity: days[serial] for identity, serial in begun.items()}

    def _newest(self, plan: str, condition: ColumnElement[bool]) -> Snapshot | None:
        head = self._connection.execute(
            select(snapshots)
            .join(plans)
            .where(plans.c.name == plan, condition)
            .order_by(snapshots.c.serial.desc())
            .limit(1)
        ).one_or_none()
        return None if head is None else self._snapshot(head)

    def _snapshot(self, head: _AnyRow) -> Snapshot:
        of_snapshot = {"of_plan": head.plan, "of_serial": head.serial}
        rows = self._connection.execute(_rows_in_words(), of_snapshot)
        # Of several tabs the column holds a list, so that a plan of one needs no migration.
        tab, *tabs = json.loads(head.tab) if head.tab.startswith(SEVERAL) else [head.tab]
        return Snapshot(
            taken=datetime.fromisoformat(head.taken),
            year=head.year,
            title=head.title,
            tab=tab,
            tabs=tuple(tabs),
            told=head.told,
            scope=head.scope,
            rows=tuple(
                Remembered(identity=identity, parent=parent, line=Line(*line))
                for identity, parent, *line in rows
            ),
        )

    def _lives(
        self, plan: str, wanted: Collection[int] | None, more: Iterable[int] = ()
    ) -> dict[int, Life]:
        links, spells_of = self.links(plan), self._spells(plan)
        if wanted is None:
            linked = {identity for pair in links for identity in pair}
            wanted = {i for i, own in spells_of.items() if _has_changed(own)} | linked | {*more}
        chains = {identity: _chain(identity, spells_of, links) for identity in wanted}
        keys = {key for chain in chains.values() for spell in chain for key in spell.texts}
        words = texts_of(self._connection, keys)
        return {
            identity: tuple((datetime.fromisoformat(s.taken), _line(s, words)) for s in chain)
            for identity, chain in chains.items()
        }

    def _spells(self, plan: str) -> dict[int, list[_Spell]]:
        """By identity, the oldest first. Their texts are no part of it, for most are not needed."""
        columns = (spells.c[name] for name in TEXTS)
        rows = self._connection.execute(
            select(
                *(spells.c.identity, spells.c.since, spells.c.parent),
                *(snapshots.c.taken, spells.c.row),
                *columns,
            )
            .join(plans, plans.c.id == spells.c.plan)
            .join(
                snapshots,
                (snapshots.c.plan == spells.c.plan) & (snapshots.c.serial == spells.c.since),
            )
            .where(plans.c.name == plan)
            .order_by(spells.c.since)
        )
        found: defaultdict[int, list[_Spell]] = defaultdict(list)
        for identity, since, parent, taken, row, *keys in rows:
            found[identity].append(_Spell(identity, since, parent, taken, row, tuple(keys)))
        return found


def _has_changed(own: list[_Spell]) -> bool:
    return own[-1].parent is not None or len({spell.texts for spell in own}) > 1


def _chain(
    identity: int, spells_of: Mapping[int, list[_Spell]], links: tuple[tuple[int, int], ...]
) -> list[_Spell]:
    """The spells of a measure and, before them, of what it was split from, each of other words."""
    past: list[_Spell] = []
    ancestor: int | None = identity
    while ancestor is not None:
        its = (spell for i in aliases(ancestor, links) for spell in spells_of.get(i, ()))
        own = sorted(its, key=lambda spell: spell.since)
        # What the parent became after the split is no past of the part.
        older = [spell for spell in own if not past or spell.since < past[0].since]
        past = older + past
        ancestor = older[0].parent if older else None
    return [s for i, s in enumerate(past) if i == 0 or s.texts != past[i - 1].texts]


def _line(spell: _Spell, words: Mapping[int, str]) -> Line:
    return Line(spell.row, *(words[key] for key in spell.texts))


@cache  # its joins take longer to put together than SQLite takes to answer
def _rows_in_words() -> Select[*tuple[Any, ...]]:
    """Identity, parent and the fields of a `Line` of each row that `of_serial` of a plan has."""
    words = {name: texts.alias(f"{name}_text") for name in TEXTS}
    line = (spells.c.row, *(word.c.text for word in words.values()))
    statement = select(spells.c.identity, spells.c.parent, *line).select_from(spells)
    for name, word in words.items():
        statement = statement.join(word, word.c.id == spells.c[name])
    serial: BindParameter[int] = bindparam("of_serial")
    return statement.where(
        spells.c.plan == bindparam("of_plan"),
        spells.c.since <= serial,
        or_(spells.c.until.is_(None), spells.c.until > serial),
    ).order_by(spells.c.row)
