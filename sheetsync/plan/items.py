"""The items of a plan: each occurrence of a deadline with its state as of a day."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from sheetsync.model import (
    Deadline,
    DeadlineKind,
    Item,
    Meaning,
    Measure,
    Occurrence,
    PartProgress,
    Plan,
    PlanPeriod,
    Progress,
    State,
)
from sheetsync.model.frozen import frozen
from sheetsync.model.grouping import grouped
from sheetsync.plan.workdays import Workdays
from sheetsync.words.cleaning import tidy

# Recurring more often than this is chased as all-year work (`help policy`: Stages of all-year).
OFTEN = 6
# A date in the status of a waiting row makes it dated (`help policy`: Stages of what depends).
_GIVES_A_DATE = (Meaning.REQUEST_CAME, Meaning.PLANNED, Meaning.POSTPONED)


@frozen
class Warnings:
    """When an item is due soon: calendar days before its last day, and its month's letter."""

    workdays: Workdays
    days: int = 7
    explicit_days: int = 14  # where the deadline names a day

    def begin(self, due: date, *, explicit: bool) -> date:
        """The first day on which an item with that last day is due soon."""
        days = self.explicit_days if explicit else self.days
        # The month's first letter lists all that ends in it: from then on it is so at the latest.
        return min(self.workdays.first_of_month(due), due - timedelta(days=days))


def items_of(
    plan: Plan, *, today: date, warnings: Warnings, since: Mapping[int, date]
) -> tuple[Item, ...]:
    """All items as of `today`, a civil date in the plan's zone.

    A day is late only after the last day has ended, so an item due today is not overdue. `since`
    tells by row since when its status stands, where that is not only from today on.
    """
    by_number = _by_number(plan.measures)
    items: list[Item] = []
    for measure in plan.measures:
        source = _taken_over(measure, by_number)
        for item in _items(source, since.get(source.row, today)):
            state_item = _by_calendar(item, today, period=plan.period, warnings=warnings)
            # Nearly always it is the measure's own; each copy costs more than all the rest.
            own = state_item.measure is measure
            items.append(state_item if own else replace(state_item, measure=measure))
    return tuple(items)


def _by_number(measures: tuple[Measure, ...]) -> dict[str, list[Measure]]:
    return grouped((one for one in measures if one.number), attrgetter("number"))


def _taken_over(measure: Measure, by_number: dict[str, list[Measure]]) -> Measure:
    """The measure that this one was merged into, followed to the last; itself where there is none.

    A circle of merges is nobody's past, and a number that several rows bear names none of them:
    the measure then stands for itself.
    """
    seen = {measure.row}
    heir = measure
    while heir.progress.meaning is Meaning.MERGED:
        named = by_number.get(heir.progress.merged_into, [])
        # Sections may count from 1 each: the row that is meant is most likely in the same one.
        near = [other for other in named if other.section == heir.section] or named
        if len(near) != 1 or near[0].row in seen:
            return measure
        heir = near[0]
        seen.add(heir.row)
    return heir


def _items(measure: Measure, since: date) -> list[Item]:
    """The measure's items as words and status leave them; the calendar is not asked yet."""
    if measure.progress.meaning is Meaning.CANCELLED:
        return [_item(measure, State.CANCELLED)]
    # Milestones say more exactly what the cell says: with both, a measure would be chased twice.
    dated = list(_milestone_items(measure)) or list(_occurrence_items(measure))
    if not dated:
        return [_undated(measure)]
    progress = measure.progress
    if progress.parts:
        return [_part_applied(item, progress.parts) for item in dated]
    if len(dated) > 1:
        return _applied_to_several(dated, progress, since)
    whole = PartProgress(label="", meaning=progress.meaning, on=progress.on)
    return [_applied(dated[0], whole)]


def _milestone_items(measure: Measure) -> Iterator[Item]:
    for milestone in measure.milestones:
        if milestone.deadline.kind is DeadlineKind.UNREADABLE:
            said = tidy(milestone.deadline.text)
            yield Item(measure=measure, state=State.UNREAD, deadline_text=said, what=milestone.what)
        for occurrence in milestone.deadline.occurrences:
            what = " ".join(filter(None, (milestone.what, occurrence.label)))
            yield _dated(measure, occurrence, what, said=milestone.deadline.text)


def _occurrence_items(measure: Measure) -> Iterator[Item]:
    deadline = measure.deadline
    if deadline.kind is DeadlineKind.RECURRING and len(deadline.occurrences) > OFTEN:
        return
    for occurrence in deadline.occurrences:
        yield _dated(measure, occurrence, occurrence.label, said=deadline.text)


def _item(measure: Measure, state: State) -> Item:
    return Item(measure=measure, state=state, deadline_text=tidy(measure.deadline.text))


def _dated(measure: Measure, occurrence: Occurrence, what: str, *, said: str) -> Item:
    return Item(
        measure=measure,
        state=State.UPCOMING,
        deadline_text=tidy(said),
        what=what,
        starts=occurrence.starts,
        due=occurrence.due,
        explicit=occurrence.explicit,
    )


def _undated(measure: Measure) -> Item:
    """What has no date of its own: all-year work, a wait for others, words nobody could read.

    A fact closes it, but for what recurs: there it says nothing of the times still to come.
    """
    progress, deadline = measure.progress, measure.deadline
    if progress.meaning is Meaning.DONE and deadline.kind is not DeadlineKind.RECURRING:
        return _item(measure, State.DONE)
    if deadline.kind is DeadlineKind.UNREADABLE:
        return _item(measure, State.UNREAD)
    if deadline.kind is DeadlineKind.YEAR_ROUND or _comes_back(deadline) or measure.own_pace:
        return replace(_item(measure, State.ONGOING), due=deadline.due)
    if progress.meaning in _GIVES_A_DATE and progress.on:
        return replace(_item(measure, State.UPCOMING), due=progress.on, explicit=True)
    return replace(_item(measure, State.WAITING), starts=deadline.starts)


def _comes_back(deadline: Deadline) -> bool:
    """It recurs through the year, be it on days that nobody named: "ежедневно"."""
    return deadline.kind is DeadlineKind.RECURRING and deadline.due is not None


def _part_applied(item: Item, parts: tuple[PartProgress, ...]) -> Item:
    """The item as the part of the status that names it leaves it; untouched where none does."""
    for part in parts:
        if part.label.casefold() == item.what.casefold():
            return _applied(item, part)
    return item


def _applied(item: Item, said: PartProgress) -> Item:
    if said.meaning is Meaning.DONE:
        return replace(item, state=State.DONE)
    if said.meaning is Meaning.CANCELLED:
        return replace(item, state=State.CANCELLED)
    # Put off to no day, an item keeps its last one: a bare word must not end the chasing.
    if said.meaning is Meaning.POSTPONED and said.on:
        return replace(item, state=State.UPCOMING, due=said.on, moved_from=item.due)
    return item


def _applied_to_several(items: list[Item], progress: Progress, since: date) -> list[Item]:
    """One status for several occurrences never speaks for those that are still to come.

    A plain fact closes what was due by the day it appeared, a dated one also the period it fell
    into; a postponement moves the last one that was due before the new day (`help policy`: Marks).
    """
    dated_part = progress.meaning is Meaning.DONE_PART and progress.on is not None
    if progress.meaning is Meaning.DONE or dated_part:
        done = [item for item in items if _covered(item, progress.on, since)]
        # Ahead of every day of a list, a plain fact can only be about the first.
        if not done and items[0].measure.deadline.kind is not DeadlineKind.RECURRING:
            done = items[:1]
        return [replace(item, state=State.DONE) if item in done else item for item in items]
    if progress.meaning is Meaning.POSTPONED and progress.on:
        earlier = [item for item in items if item.due and item.due < progress.on]
        return [
            replace(item, due=progress.on, moved_from=item.due) if item in earlier[-1:] else item
            for item in items
        ]
    return items


def _covered(item: Item, fact: date | None, since: date) -> bool:
    if item.due is None:
        return False
    if fact is None:
        return item.due <= since
    return item.due <= fact or (item.starts is not None and item.starts <= fact <= item.due)


def _by_calendar(item: Item, today: date, *, period: PlanPeriod, warnings: Warnings) -> Item:
    """The item with the state that the day gives it, where words and status left it open."""
    if item.state in (State.ONGOING, State.WAITING):
        if today <= (item.due or period.ends):
            begins = item.measure.deadline.starts
            ahead = begins is not None and begins > max(today, period.starts)
            # «2027 год» of a programme is not asked about in 2026.
            return replace(item, state=State.UPCOMING) if ahead and item.due else item
        # Of what comes back a fact says nothing of times to come; after the last it closes all.
        closed = item.measure.progress.meaning is Meaning.DONE
        return replace(item, state=State.DONE if closed else State.NO_REPORT)
    if item.state is not State.UPCOMING or item.due is None:
        return item
    # Sixteen years late is nobody's debt: «Проверка» asks about the year (`deadline-outside-year`).
    if period.is_long_past(item.due):
        return replace(item, state=State.UNREAD)
    if today > item.due:
        return replace(item, state=State.OVERDUE, late_days=(today - item.due).days)
    if today >= warnings.begin(item.due, explicit=item.explicit):
        return replace(item, state=State.DUE_SOON)
    return item
