"""Says why a plan that was just read should not be believed: it lost too much at once."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from sheetsync.model import TAB_ROWS, Line, PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.words.table_findings import tab_lost
from sheetsync.words.terms import plural

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
    "number": "номера",
    "deadline": "сроки",
    "responsible": "ответственные",
    "status": "отметки",
}
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


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


def guard(before: Health | None, after: Health, *, period: PlanPeriod) -> tuple[str, ...]:
    """Reasons, as Russian sentences, not to believe `after`; empty where it may be believed.

    `before` is the plan at the last snapshot, None at the first run, which is always believed;
    `period` is the plan's own.
    """
    if before is None:
        return ()
    reasons = (*_losses(before, after), *_unread(before, after))
    return (*reasons, *_new_plan(before, after, period=period, suspicious=bool(reasons)))


def tabs_lost(
    before: Collection[int], kept: Collection[int], titles: Sequence[str]
) -> Iterator[str]:
    """Reasons not to believe a plan of several tabs that lost most of one.

    `before` are the plan's rows at the last snapshot, in the tabs of these titles, `kept` those of
    them whose measures are known still, wherever they stand.
    """
    for place, title in enumerate(titles):
        was, now = (sum(row // TAB_ROWS == place for row in rows) for rows in (before, kept))
        if was - now >= _FEW and was - now > _ROWS_LOST * was:
            yield tab_lost(title, was=was, now=now)


def _losses(before: Health, after: Health) -> Iterator[str]:
    gone = before.rows - after.known
    # By rows that are known still, not by their count: another plan may be just as long.
    if gone >= _FEW and gone > _ROWS_LOST * before.rows:
        rows = plural(before.rows, "пункта", "пунктов", "пунктов")
        yield f"Из {before.rows} {rows} прежнего плана на листе осталось {after.known}."
    for name, was, now in (
        ("number", before.numbers, after.numbers),
        ("deadline", before.deadlines, after.deadlines),
        ("responsible", before.responsibles, after.responsibles),
        ("status", before.statuses, after.statuses),
    ):
        if was - now >= _FEW and was - now > _CELLS_LOST * was:
            yield f"Пропали {_NAMES[name]}: были в {was} {_rows(was)}, теперь в {now}."
        broken = after.broken.get(name, 0)
        if broken >= _FEW and broken > _CELLS_BROKEN * was:
            yield (
                f"Вместо слов видны ошибки формул или загрузка: {_NAMES[name]} были в {was} "
                f"{_rows(was)}, в {broken} из них слов нет."
            )


def _unread(before: Health, after: Health) -> Iterator[str]:
    more = after.unread - before.unread
    if more >= _FEW and more > _UNREAD_MORE * after.rows:
        yield f"Не понят срок в {after.unread} {_rows(after.unread)}, раньше – в {before.unread}."
    clear, before_clear = after.statuses - after.unclear, before.statuses - before.unclear
    more = after.unclear - before.unclear
    if more >= _FEW and before_clear - clear > _CELLS_LOST * before_clear:
        was = f"{before_clear} {_rows(before_clear)}"
        yield f"Отметки стали непонятны: были понятны в {was}, теперь в {clear}."


def _rows(count: int) -> str:
    return plural(count, "строке", "строках", "строках")


def _new_plan(
    before: Health, after: Health, *, period: PlanPeriod, suspicious: bool
) -> Iterator[str]:
    """The question whether it is another year's plan, which has a command of its own."""
    named = _other_year(after.names, period)
    renamed = named is not None and named != _other_year(before.names, period)
    gone = before.rows - after.known
    # A new year's plan bears no marks yet; one that is only damaged mostly keeps some.
    emptied = (
        suspicious and gone > _ROWS_LOST * before.rows and after.rows > 0 and not after.statuses
    )
    if renamed or emptied:
        year = named or period.following.starts.year
        yield f"Это новый план? Тогда выполните: sheetsync rollover --year {year}"


def _other_year(names: str, period: PlanPeriod) -> int | None:
    """The latest year that the titles name, None where they name the plan's own or none."""
    years = [int(found) for found in _YEAR.findall(names)]
    ours = range(period.starts.year, period.ends.year + 1)
    return max(years) if years and not set(years).intersection(ours) else None
