"""How a fleet's plans stand beside each other: lines by need, one measure over several plans."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from rapidfuzz import fuzz

from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.record import Record, RecordRow, record_of
from sheetsync.history.matching.likeness import EXTENDED_FROM, REWORDED_FROM, Likeness, compare
from sheetsync.model import GONE, State
from sheetsync.model.frozen import frozen
from sheetsync.model.grouping import grouped
from sheetsync.words.cleaning import fold

_MONTH = timedelta(days=28)
_FEWEST = 3  # plans that share a measure before it is worth a line


@frozen
class RollupLine:
    """One plan. `failed` is why it was not read, "" where it was; its figures are then older.

    `kept` is the share of what has been due that is done, in percent; `moved` how many more
    measures are done than a month ago. None is what nobody can tell.
    """

    plan: str
    region: str
    total: int
    overdue: int
    done: int
    worst_days: int
    kept: int | None
    silent_days: int | None
    findings: int
    unsent: int
    read: date | None
    moved: int | None
    failed: str
    paused: str | None


@frozen
class SharedMeasure:
    """A measure that several plans have, and which of them are late with it."""

    number: str
    text: str
    plans: int
    done: int
    late: tuple[str, ...]


@frozen
class LikeWordings:
    """Two wordings of one number that may be one measure; they are counted apart."""

    number: str
    one: str
    other: str


@frozen
class Rollup:
    """All of it as of a day; the lines that need most come first."""

    day: date
    lines: tuple[RollupLine, ...]
    shared: tuple[SharedMeasure, ...]
    doubts: tuple[LikeWordings, ...]


@frozen
class RunHistory:
    """What is known of one plan: its newest run, its newest good one and that of a month ago."""

    newest: Record | None
    good: Record | None
    before: Record | None
    unsent: int = 0
    paused: str | None = None


def rollup_of(database: FleetDatabase, entries: Iterable[FleetPlan], day: date) -> Rollup:
    """All plans as of that day."""
    unsent = _unsent_letters(database, day)
    histories = {
        entry.name: RunHistory(
            newest=_newest(database, entry.name, day),
            good=_newest(database, entry.name, day, good=True),
            before=_newest(database, entry.name, day - _MONTH, good=True),
            unsent=unsent.get(entry.name, 0),
            paused=entry.paused,
        )
        for entry in entries
    }
    return roll_up(day, histories)


def _newest(database: FleetDatabase, plan: str, day: date, *, good: bool = False) -> Record | None:
    found = database.rows(
        # Days are texts of ISO 8601, which sort as the days do.
        "SELECT record FROM runs WHERE plan = ? AND day <= ? AND (? = 0 OR read = 1) "
        "ORDER BY day DESC LIMIT 1",
        *(plan, day.isoformat(), int(good)),
    )
    return record_of(found[0][0]) if found else None


def _unsent_letters(database: FleetDatabase, day: date) -> dict[str, int]:
    """By plan how many letters of the day did not arrive."""
    found = database.rows(
        "SELECT plan, count(*) FROM drafts LEFT JOIN parts USING (plan, day, letter) "
        "LEFT JOIN posts ON posts.id = post WHERE drafts.day = ? "
        "AND coalesce(state, '') NOT IN (?, ?) GROUP BY plan",
        *(day.isoformat(), *GONE),
    )
    return {str(plan): int(number) for plan, number in found}


def roll_up(day: date, plans: Mapping[str, RunHistory]) -> Rollup:
    """The figures of all plans."""
    lines = sorted((_rollup_line(name, history) for name, history in plans.items()), key=_by_need)
    good = [history.good for history in plans.values() if history.good and history.paused is None]
    shared, doubts = shared_measures(good)
    return Rollup(day=day, lines=tuple(lines), shared=shared, doubts=doubts)


def by_region(lines: Iterable[RollupLine]) -> list[tuple[str, int, int]]:
    """By region its measures done and overdue, the most overdue first."""
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for line in lines:
        counts = found[line.region or line.plan]
        counts[0] += line.done
        counts[1] += line.overdue
    ranked = sorted(found.items(), key=lambda pair: (-pair[1][1], pair[0]))
    return [(name, done, overdue) for name, (done, overdue) in ranked]


def shared_measures(
    records: Sequence[Record],
) -> tuple[tuple[SharedMeasure, ...], tuple[LikeWordings, ...]]:
    """Measures of one number and wording over plans; slips of the pen do not tell them apart."""
    rows_and_plans = ((row, record.plan) for record in records for row in record.rows)
    by_number = grouped(rows_and_plans, lambda of_plan: of_plan[0].number)
    found: list[SharedMeasure] = []
    doubts: list[LikeWordings] = []
    for number, rows in by_number.items():
        groups = _by_wording(rows)
        found += [_shared_measure(number, group) for group in groups if len(group) >= _FEWEST]
        doubts += _like_wordings(number, groups)
    found.sort(key=lambda each: (-len(each.late), -each.plans, each.text))
    return tuple(found), tuple(doubts)


def _by_wording(rows: Sequence[tuple[RecordRow, str]]) -> list[list[tuple[RecordRow, str]]]:
    """The rows of one number by wording, the most frequent wording first."""
    exact = grouped(rows, lambda of_plan: fold(of_plan[0].text).rstrip(".;, "))
    groups: list[list[tuple[RecordRow, str]]] = []
    # That order, for the first wording is the one by which people see the group.
    for group in sorted(exact.values(), key=len, reverse=True):
        text = group[0][0].text
        same = (g for g in groups if compare(g[0][0].text, text) is Likeness.TYPED)
        known = next(same, None)
        if known is None:
            groups.append(group)
        else:
            known += group
    return groups


def _shared_measure(number: str, group: Sequence[tuple[RecordRow, str]]) -> SharedMeasure:
    return SharedMeasure(
        number=number,
        text=group[0][0].text,
        plans=len({plan for _, plan in group}),
        done=sum(row.state == State.DONE for row, _ in group),
        late=tuple(sorted(plan for row, plan in group if row.state == State.OVERDUE)),
    )


def _like_wordings(
    number: str, groups: Sequence[Sequence[tuple[RecordRow, str]]]
) -> Iterable[LikeWordings]:
    """Of each wording that is like a shared one, but not surely the same."""
    for index, group in enumerate(groups[1:], start=1):
        text = group[0][0].text
        # Only what several plans share is worth asking about.
        for other in groups[:index]:
            known = other[0][0].text
            if len(other) >= _FEWEST and _may_be_one(known, text):
                yield LikeWordings(number=number, one=known, other=text)
                break


def _may_be_one(one: str, other: str) -> bool:
    likeness = compare(one, other)
    if likeness is Likeness.REWORDED:
        return fuzz.ratio(fold(one), fold(other)) >= REWORDED_FROM
    return likeness is Likeness.EXTENDED and fuzz.ratio(fold(one), fold(other)) >= EXTENDED_FROM


def _rollup_line(plan: str, history: RunHistory) -> RollupLine:
    newest, good, before = history.newest, history.good, history.before
    states = good.states if good else {}
    done, overdue = states.get(State.DONE, 0), states.get(State.OVERDUE, 0)
    failed = newest is not None and not newest.read
    return RollupLine(
        plan=plan,
        region=newest.region if newest else "",
        total=sum(states.values()),
        overdue=overdue,
        done=done,
        worst_days=good.worst_days if good else 0,
        kept=round(100 * done / (done + overdue)) if done + overdue else None,
        silent_days=good.silent_days if good else None,
        findings=good.findings if good else 0,
        unsent=history.unsent,
        read=date.fromisoformat(good.day) if good else None,
        moved=done - before.states.get(State.DONE, 0) if before else None,
        failed=(newest.problems[0] if newest.problems else "") if newest and failed else "",
        paused=history.paused,
    )


def _by_need(line: RollupLine) -> tuple[bool, bool, int, int, str]:
    """What was not read comes first, then the longest late; what rests comes last."""
    return (line.paused is not None, not line.failed, -line.worst_days, -line.overdue, line.plan)
