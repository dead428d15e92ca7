"""Says why a plan that was just read should not be believed: it lost too much at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from sheetsync.model import (
    TAB_ROWS,
    DeadlineKind,
    KnownRow,
    Line,
    Meaning,
    Plan,
    PlanPeriod,
    Snapshot,
)
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Message, gettext_lazy, ngettext_lazy
from sheetsync.plan.broken_cells import Held
from sheetsync.words.plan_period import other_years

# Fewer rows, marks or numbers than this come and go in a day's work, and in a small plan they are
# a large share of it.
_FEW = 3
# People strike out parts of a plan; nobody strikes out more than half of it by intent.
_ROWS_LOST = 0.5
# A column that was overwritten, shifted or hidden from the reader loses nearly all its cells;
# a person who corrects it leaves most of them.
_CELLS_LOST = 0.8
# A single formula may break; a source that is gone takes most of its column along.
_CELLS_BROKEN = 0.5
# One misspelt phrase may stand in several rows; in a fifth of the plan it is no slip.
_UNREAD_MORE = 0.2

_NAMES = {
    "number": gettext_lazy("numbers"),
    "deadline": gettext_lazy("deadlines"),
    "responsible": gettext_lazy("responsible parties"),
    "status": gettext_lazy("marks"),
}


@frozen
class Health:
    """How much of a plan there is, in rows: all, not understood, and with words in each column.

    `known` are the rows that were recognised from the snapshot before; `unread` and `unclear` the
    deadlines and the marks that nobody understands; `names` the tab's and the plan's own titles;
    `broken` by field the cells that lost their words to an error of their formula.
    """

    rows: int
    known: int
    unread: int
    numbers: int
    deadlines: int
    responsibles: int
    statuses: int
    unclear: int = 0
    names: str = ""
    broken: Mapping[str, int] = field(default_factory=dict)


def health(
    lines: Sequence[Line], *, known: int, unread: int, unclear: int = 0, names: str = ""
) -> Health:
    """The figures of a plan.

    `unread` are its measures whose deadline was not understood, `unclear` those whose mark was not.
    """
    return Health(
        rows=len(lines),
        known=known,
        unread=unread,
        numbers=sum(line.number != "" for line in lines),
        deadlines=sum(line.deadline != "" for line in lines),
        responsibles=sum(line.responsible != "" for line in lines),
        statuses=sum(line.status != "" for line in lines),
        unclear=unclear,
        names=names,
    )


def guard(before: Health | None, after: Health, *, period: PlanPeriod) -> tuple[Message, ...]:
    """Reasons not to believe `after`; empty where it may be believed.

    `before` is the plan at the last snapshot, None at the first run, which is always believed;
    `period` is the plan's own.
    """
    if before is None:
        return ()
    reasons = (*_losses(before, after), *_unread(before, after))
    return (*reasons, *_new_plan(before, after, period=period, suspicious=bool(reasons)))


def losses(plan: Plan, held: Held, before: Snapshot, then: Plan) -> tuple[Message, ...]:
    """Reasons not to believe a plan, of the rows `held`, after a snapshot that meant `then`."""
    known = {row.identity for row in before.rows}
    kept = sum(row.identity in known for row in held.rows)
    return guard(
        _health(before.rows, then, known=len(before.rows)),
        replace(_health(held.rows, plan, known=kept), broken=held.by_field()),
        period=plan.period,
    )


def _health(rows: tuple[KnownRow, ...], plan: Plan, *, known: int) -> Health:
    return health(
        [row.line for row in rows],
        known=known,
        unread=sum(m.deadline.kind is DeadlineKind.UNREADABLE for m in plan.measures),
        unclear=sum(m.progress.meaning is Meaning.UNCLEAR for m in plan.measures),
        names=f"{plan.tab} {plan.title}",
    )


def tabs_lost(last: Snapshot, rows: tuple[KnownRow, ...]) -> Iterator[Message]:
    """Reasons not to believe a plan of several tabs that lost most of one.

    `last` is the newest snapshot, its rows in the tabs of then; `rows` are those of now, wherever
    they stand.
    """
    known = {row.identity for row in rows}
    for place, title in enumerate(last.tabs):
        there = [row.identity for row in last.rows if row.line.row // TAB_ROWS == place]
        was, now = len(there), sum(identity in known for identity in there)
        if was - now >= _FEW and was - now > _ROWS_LOST * was:
            yield gettext_lazy(
                "Tab “{tab}”: it had {was} items, the plan still has {now} of them.",
                tab=title,
                was=was,
                now=now,
            )


def _losses(before: Health, after: Health) -> Iterator[Message]:
    gone = before.rows - after.known
    # By rows that are known still, not by their count: another plan may be just as long.
    if gone >= _FEW and gone > _ROWS_LOST * before.rows:
        yield ngettext_lazy(
            "Of {n} item of the plan before, the sheet still has {now}.",
            "Of {n} items of the plan before, the sheet still has {now}.",
            before.rows,
            now=after.known,
        )
    for name, was, now in (
        ("number", before.numbers, after.numbers),
        ("deadline", before.deadlines, after.deadlines),
        ("responsible", before.responsibles, after.responsibles),
        ("status", before.statuses, after.statuses),
    ):
        if was - now >= _FEW and was - now > _CELLS_LOST * was:
            yield gettext_lazy(
                "The {cells} are gone: they were {rows}, now in {now}.",
                cells=_NAMES[name],
                rows=_rows(was),
                now=now,
            )
        broken = after.broken.get(name, 0)
        if broken >= _FEW and broken > _CELLS_BROKEN * was:
            yield gettext_lazy(
                "Formula errors or “Loading” show in place of words: the {cells} were {rows}, "
                "{broken} of them have no words.",
                cells=_NAMES[name],
                rows=_rows(was),
                broken=broken,
            )


def _unread(before: Health, after: Health) -> Iterator[Message]:
    more = after.unread - before.unread
    if more >= _FEW and more > _UNREAD_MORE * after.rows:
        yield gettext_lazy(
            "The deadline is not understood {rows}, before that in {was}.",
            rows=_rows(after.unread),
            was=before.unread,
        )
    clear, before_clear = after.statuses - after.unclear, before.statuses - before.unclear
    more = after.unclear - before.unclear
    if more >= _FEW and before_clear - clear > _CELLS_LOST * before_clear:
        yield gettext_lazy(
            "The marks became unclear: they were understood {rows}, now in {now}.",
            rows=_rows(before_clear),
            now=clear,
        )


def _rows(count: int) -> Message:
    return ngettext_lazy("in {n} row", "in {n} rows", count)


def _new_plan(
    before: Health, after: Health, *, period: PlanPeriod, suspicious: bool
) -> Iterator[Message]:
    """The question whether it is another year's plan, which has a command of its own."""
    named = max(other_years(after.names, period), default=None)
    renamed = named is not None and named != max(other_years(before.names, period), default=None)
    gone = before.rows - after.known
    # A new year's plan bears no marks yet; one that is only damaged mostly keeps some.
    emptied = (
        suspicious and gone > _ROWS_LOST * before.rows and after.rows > 0 and not after.statuses
    )
    if renamed:
        yield gettext_lazy(
            "The plan's title or its tab names {year} now. Is it a new plan? Then run: "
            "sheetsync rollover --year {year}",
            year=named or 0,
        )
    elif emptied:
        year = named or period.following.starts.year
        yield gettext_lazy(
            "Is it a new plan? Then run: sheetsync rollover --year {year}", year=year
        )
