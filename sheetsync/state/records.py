"""Reads what the store remembers, within one transaction."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, func, or_, select, true

from sheetsync.model import Line, Place, Remembered, Snapshot
from sheetsync.state.letters import Letters
from sheetsync.state.lives import Standing, kin, status_begun
from sheetsync.state.schema import (
    TEXTS,
    doubts,
    links,
    places,
    plans,
    snapshots,
    spells,
    texts,
    tokens,
)

_AnyRow = Row[*tuple[Any, ...]]


class _Spell(NamedTuple):
    """A row that stood unchanged: since which snapshot, when that was taken, and its words."""

    since: int
    parent: int | None
    taken: datetime
    line: Line


class Records(Letters):
    """What is remembered, as one transaction sees it; `store.Store` says what each answer is."""

    def plans(self) -> tuple[str, ...]:
        """The names of all plans, sorted."""
        return tuple(self._connection.scalars(select(plans.c.name).order_by(plans.c.name)))

    def last(self, plan: str, *, told: bool | None = None) -> Snapshot | None:
        """The newest snapshot."""
        return self._newest(plan, true() if told is None else snapshots.c.told == told)

    def as_of(self, plan: str, day: date) -> Snapshot | None:
        """The newest snapshot taken on or before that day."""
        return self._newest(plan, snapshots.c.day <= day)

    def snapshot(self, plan: str, serial: int) -> Snapshot | None:
        """The snapshot of that serial."""
        return self._newest(plan, snapshots.c.serial == serial)

    def last_serial(self, plan: str) -> int:
        """The serial of the newest snapshot, 0 where there is none."""
        newest = select(func.max(snapshots.c.serial)).join(plans).where(plans.c.name == plan)
        return self._connection.scalar(newest) or 0

    def next_identity(self, plan: str) -> int:
        """The first identity that no row of the plan has ever borne."""
        highest = select(func.max(spells.c.identity)).join(plans).where(plans.c.name == plan)
        return (self._connection.scalar(highest) or 0) + 1

    def counts(self) -> tuple[int, int]:
        """How many snapshots and how many measures there are, in all plans."""
        measures = select(spells.c.plan, spells.c.identity).distinct().subquery()
        kept = [select(func.count()).select_from(each) for each in (snapshots, measures)]
        return self._connection.scalar(kept[0]) or 0, self._connection.scalar(kept[1]) or 0

    def token(self, plan: str) -> str:
        """What tells the plan from all others, "" where it is not known yet."""
        found = select(tokens.c.token).join(plans).where(plans.c.name == plan)
        return self._connection.scalar(found) or ""

    def days(
        self, plan: str, *, told: bool | None = None, scope: str | None = None
    ) -> tuple[date, ...]:
        """The days on which snapshots were taken, sorted."""
        taken = select(snapshots.c.day).distinct().join(plans).where(plans.c.name == plan)
        if told is not None:
            taken = taken.where(snapshots.c.told == told)
        if scope is not None:
            taken = taken.where(snapshots.c.scope == scope)
        return tuple(self._connection.scalars(taken.order_by(snapshots.c.day)))

    def doubts(self, plan: str) -> dict[int, tuple[int, ...]]:
        """By identity, the candidates that it may be in truth."""
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

    def life(self, plan: str, identity: int) -> tuple[tuple[datetime, Line], ...]:
        """Each content of a measure in turn."""
        pairs = self.links(plan)
        past: list[_Spell] = []
        ancestor: int | None = identity
        while ancestor is not None:
            own = self._spells(plan, kin(ancestor, pairs))
            older = [spell for spell in own if not past or spell.since < past[0].since]
            past = older + past
            ancestor = older[0].parent if older else None
        return tuple(
            (spell.taken, spell.line)
            for i, spell in enumerate(past)
            if i == 0 or spell.line[1:] != past[i - 1].line[1:]
        )

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
        """By identity the day since when the present status has stood."""
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
        rows = self._connection.execute(
            _in_words(spells.c.identity, spells.c.parent)
            .where(
                spells.c.plan == head.plan,
                spells.c.since <= head.serial,
                or_(spells.c.until.is_(None), spells.c.until > head.serial),
            )
            .order_by(spells.c.row)
        )
        return Snapshot(
            taken=datetime.fromisoformat(head.taken),
            year=head.year,
            title=head.title,
            tab=head.tab,
            told=head.told,
            scope=head.scope,
            rows=tuple(
                Remembered(identity=identity, parent=parent, line=Line(*line))
                for identity, parent, *line in rows
            ),
        )

    def _spells(self, plan: str, identities: Collection[int]) -> list[_Spell]:
        rows = self._connection.execute(
            _in_words(spells.c.since, spells.c.parent, snapshots.c.taken)
            .join(plans, plans.c.id == spells.c.plan)
            .join(
                snapshots,
                (snapshots.c.plan == spells.c.plan) & (snapshots.c.serial == spells.c.since),
            )
            .where(plans.c.name == plan, spells.c.identity.in_(identities))
            .order_by(spells.c.since)
        )
        return [
            _Spell(since, parent, datetime.fromisoformat(taken), Line(*line))
            for since, parent, taken, *line in rows
        ]


def _in_words(*columns: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """Those columns of the spells and, after them, the fields of a `Line`."""
    words = {name: texts.alias(f"{name}_text") for name in TEXTS}
    line = (spells.c.row, *(word.c.text for word in words.values()))
    statement = select(*columns, *line).select_from(spells)
    for name, word in words.items():
        statement = statement.join(word, word.c.id == spells.c[name])
    return statement
