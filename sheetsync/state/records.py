"""Reads what is remembered of plans, within one transaction."""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Date,
    Integer,
    Select,
    Text,
    bindparam,
    cast,
    func,
    literal_column,
    null,
    select,
    text,
    union_all,
)

from sheetsync.model import Life, Place, Snapshot
from sheetsync.state.past import Head, Past, Spell
from sheetsync.state.runs import Runs
from sheetsync.state.schema import (
    doubts,
    links,
    mended,
    places,
    plans,
    snapshots,
    spells,
    texts,
    words,
)

_OF_PLAN = "of_plan"


class Records(Runs):
    """What is remembered, as one transaction sees it.

    Snapshots count in the order in which they were remembered.
    """

    def plans(self) -> tuple[str, ...]:
        """The names of all plans, sorted."""
        return tuple(self._connection.scalars(select(plans.c.name).order_by(plans.c.name)))

    def past(self, plan: str) -> Past:
        """All that is known of the plan but its letters and its tabs, in four statements.

        A year of a plan is some hundred rows: to read them all and choose costs less than to ask
        for each day that matters.
        """
        heads = self._connection.execute(_heads(), {"name": plan}).all()
        if not heads:
            return Past()
        ask = {_OF_PLAN: heads[0].id}
        pairs, days = self._said(ask)
        candidates: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
        for identity, candidate in pairs["doubt"]:
            candidates[identity] += (candidate,)
        return Past(
            token=heads[0].token,
            # A plan that is known without a snapshot has one row of nothing.
            heads=tuple(Head._make(head[2:]) for head in heads if head.serial is not None),
            spells=tuple(map(Spell._make, self._connection.execute(_spells(), ask))),
            texts=dict(self._connection.execute(_texts(), ask).all()),
            links=tuple(pairs["link"]),
            doubts=dict(candidates),
            words=dict(days["word"]),
            mended=dict(days["mended"]),
        )

    def last(self, plan: str, *, told: bool | None = None) -> Snapshot | None:
        """The newest snapshot; with `told` the newest of a run (True) or of a mere sync (False).

        `taken` comes back as the same moment with the offset that its zone had then.
        """
        return self.past(plan).newest(told=told)

    def as_of(self, plan: str, day: date) -> Snapshot | None:
        """The newest snapshot taken on or before that day, as the plan's own zone counts days."""
        return self.past(plan).newest(until=day)

    def life(self, plan: str, identity: int) -> Life:
        """Each content of a measure in turn: see `Past.life`."""
        return self.past(plan).life(identity)

    def last_serial(self, plan: str) -> int:
        """The serial of the newest snapshot, 0 where there is none."""
        newest = select(func.max(snapshots.c.serial)).join(plans).where(plans.c.name == plan)
        return self._connection.scalar(newest) or 0

    def counts(self) -> tuple[int, int]:
        """How many snapshots and how many measures there are, in all plans."""
        measures = select(spells.c.plan, spells.c.identity).distinct().subquery()
        kept = [select(func.count()).select_from(each) for each in (snapshots, measures)]
        return self._connection.scalar(kept[0]) or 0, self._connection.scalar(kept[1]) or 0

    def token(self, plan: str) -> str:
        """What tells the plan from all others in every store, "" where it is not known yet."""
        found = select(plans.c.token).where(plans.c.name == plan)
        return self._connection.scalar(found) or ""

    def days(self, plan: str) -> tuple[date, ...]:
        """The days on which snapshots were taken, the oldest first."""
        taken = select(snapshots.c.day).distinct().join(plans).where(plans.c.name == plan)
        return tuple(self._connection.scalars(taken.order_by(snapshots.c.day)))

    def places(self, plan: str) -> dict[str, Place]:
        """By key where each tab of a shared spreadsheet was last seen."""
        return {
            row.key: Place(
                sheet_id=row.sheet_id, title=row.title, large=row.large, columns=row.columns
            )
            for row in self._connection.execute(_places(), {"name": plan})
        }

    def _said(
        self, ask: dict[str, Any]
    ) -> tuple[defaultdict[str, list[tuple[int, int]]], defaultdict[str, list[tuple[Any, date]]]]:
        """The pairs of doubts and links, sorted, and the days of words and mended addresses."""
        pairs: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        days: defaultdict[str, list[tuple[Any, date]]] = defaultdict(list)
        for kind, a, b, address, day in self._connection.execute(_said_of_plan(), ask):
            if day is None:
                pairs[kind].append((a, b))
            else:
                days[kind].append((address or a, day))
        return pairs, days


# Each is put together once a process: that takes longer than SQLite takes to answer.
@cache
def _heads() -> Select[*tuple[Any, ...]]:
    """The plan's key and token, with the heads of its snapshots."""
    columns = (plans.c.id, plans.c.token, *(snapshots.c[name] for name in Head._fields))
    source = select(*columns).select_from(plans.outerjoin(snapshots))
    return source.where(plans.c.name == bindparam("name")).order_by(snapshots.c.serial)


@cache
def _spells() -> Select[*tuple[Any, ...]]:
    columns = (spells.c[name] for name in Spell._fields)
    of_plan = spells.c.plan == bindparam(_OF_PLAN)
    return select(*columns).where(of_plan).order_by(spells.c.since, spells.c.identity)


@cache
def _texts() -> Select[int, str]:
    return select(texts.c.id, texts.c.text).where(texts.c.plan == bindparam(_OF_PLAN))


@cache
def _said_of_plan() -> CompoundSelect[*tuple[Any, ...]]:
    """Four tables of a few rows each: what people said of rows, and of when they said it."""
    # PostgreSQL takes a bare NULL for a text.
    number, address, day = (cast(null(), kind) for kind in (Integer, Text, Date))
    ask: BindParameter[int] = bindparam(_OF_PLAN)
    return union_all(
        select(literal_column("'word'"), words.c.identity, number, address, words.c.day).where(
            words.c.plan == ask
        ),
        select(literal_column("'mended'"), number, number, mended.c.address, mended.c.day).where(
            mended.c.plan == ask
        ),
        select(literal_column("'link'"), links.c.a, links.c.b, address, day).where(
            links.c.plan == ask
        ),
        select(
            literal_column("'doubt'"), doubts.c.identity, doubts.c.candidate, address, day
        ).where(doubts.c.plan == ask),
    ).order_by(text("1, 2, 3"))


@cache
def _places() -> Select[*tuple[Any, ...]]:
    return select(places).join(plans).where(plans.c.name == bindparam("name"))
