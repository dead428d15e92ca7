"""Deadlines of another year than the plan's: a slip in a row, or years that a copy has kept."""

from collections.abc import Iterable, Iterator, Sequence

from sheetsync.model import Deadline, Doubt, Measure, PlanPeriod, sheet_row
from sheetsync.model.language import Message, gettext_lazy, joined, ngettext_lazy
from sheetsync.plan.names import runs
from sheetsync.words.periods import YEAR

_SEVERAL = 2  # rows: one alone is rather a slip, or was carried over


def year_doubts(deadline: Deadline, period: PlanPeriod) -> Iterator[Doubt]:
    """A slip of the year: no due date of the deadline lies in the plan's period, or one is old.

    Some of several may lie behind it: "за год, до 1 марта следующего" is meant so.
    """
    # That doubt asks about the year already.
    if any(doubt.code == "deadline-next-year" for doubt in deadline.doubts):
        return
    days = [o.due for o in deadline.occurrences] or list(filter(None, [deadline.due]))
    old = [day for day in days if period.is_long_past(day)]
    if old or (days and not any(period.holds(day, day) for day in days)):
        yield Doubt(code="deadline-outside-year", quote=deadline.text, hint=(old or days)[0])


def either_may(measures: Iterable[Measure], period: PlanPeriod) -> Iterator[tuple[int, Doubt]]:
    """By row, a May without a year below deadlines of the second year of a winter.

    Such a plan is taken to begin with one May, and may say what is due in the next.
    """
    if (period.starts.month, period.ends.month) != (5, 4):
        return
    later: set[str] = set()  # sections in which deadlines of the second year are above
    hint = gettext_lazy(
        "it stands below deadlines of {last} and may be of {first} or of {last}",
        first=period.starts.year,
        last=period.ends.year,
    )
    for measure in measures:
        due, text = measure.deadline.due, measure.deadline.text
        is_may = due is not None and (due.year, due.month) == (period.starts.year, 5)
        if is_may and measure.section in later and not YEAR.search(text):
            yield measure.row, Doubt(code="deadline-which-year", quote=text, hint=hint)
        if due is not None and due.year == period.ends.year:
            later.add(measure.section)


def copied_years(measures: Iterable[Measure], period: PlanPeriod) -> Doubt | None:
    """The doubt about several rows that were over before the plan begins, in one sentence.

    Each of them has a doubt of its own; who made the plan of last year's sees here that the years
    are still that one's.
    """
    rows: dict[int, list[int]] = {}
    for measure in measures:
        due = measure.deadline.due
        if due and due < period.starts and any(year_doubts(measure.deadline, period)):
            rows.setdefault(due.year, []).append(sheet_row(measure.row))
    if sum(map(len, rows.values())) < _SEVERAL:
        return None
    said = (_of_year(year, found) for year, found in sorted(rows.items()))
    return Doubt(code="deadline-years-copied", quote="", hint=joined(", ", said))


def _of_year(year: int, rows: Sequence[int]) -> Message:
    count = len(rows)
    where = ngettext_lazy("row {rows}", "rows {rows}", min(count, 2), rows=runs(map(str, rows)))
    return ngettext_lazy(
        "{n} deadline of {year} ({rows})",
        "{n} deadlines of {year} ({rows})",
        count,
        year=year,
        rows=where,
    )
