"""By when a mark is asked for: until then silence changes nothing (`help policy`: Letters)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sheetsync.digest.alerts import escalated_from, silent_from
from sheetsync.digest.policy_input import PolicyInput
from sheetsync.model import Digest, DigestItem, Item


def with_answer_days(inputs: PolicyInput, digest: Digest) -> Digest:
    """The digest with a day for each item that it asks about, where silence has a consequence."""
    asking = frozenset(map(id, digest.asking()))
    # An introduction asks nothing that the next stage could ask again.
    poses = inputs.styles[digest.kind].poses
    topics = {
        topic: tuple(
            _with_answer_day(inputs, one, poses=poses) if id(one) in asking else one
            for one in found
        )
        for topic, found in digest.topics.items()
    }
    return replace(digest, answer_by=_at_the_latest(inputs, inputs.today), topics=topics)


def _with_answer_day(inputs: PolicyInput, one: DigestItem, *, poses: bool) -> DigestItem:
    """The eve of the day on which its lead is asked again, or the coordinator is told.

    What has been asked before has the day that was named then: another letter gives no more time.
    """
    workdays, today = inputs.workdays, inputs.today
    asked_again = inputs.next_stage(one.item) if poses else None
    days = (asked_again, escalated_from(inputs, one.item), silent_from(inputs, one.item))
    ends = (day - timedelta(days=1) for day in days if day and day > today)
    latest = _named_before(inputs, one.item) or _at_the_latest(inputs, today)
    return replace(one, answer_by=max(min([latest, *map(workdays.last_until, ends)]), today))


def _named_before(inputs: PolicyInput, item: Item) -> date | None:
    """The day that an earlier letter has named for the same question, unless it has passed."""
    stage, lead = inputs.stage(item), item.measure.assignment.lead
    if stage is None or lead is None:
        return None
    names = inputs.timetable.questions(item, stage, inputs.today)
    about = (inputs.notification(item, lead.name, name) for name in names)
    days = {day for each in about for day in inputs.history.notified_days(each)}
    named = date.min
    for day in sorted(days.union(_introduction_days(inputs, item, lead.name))):
        if named < day:
            named = _at_the_latest(inputs, day)
    return named if named >= inputs.today else None


def _introduction_days(inputs: PolicyInput, item: Item, lead: str) -> Iterator[date]:
    """The days on which an introduction named a day for the item, whatever its stage was then."""
    for name in inputs.timetable.names(item, inputs.today):
        for day in inputs.history.shown_days(inputs.notification(item, lead, name)):
            if not item.state.dated or (item.due and item.due < day):
                yield day


def _at_the_latest(inputs: PolicyInput, asked: date) -> date:
    """Never after the plan's end, when what has no mark becomes "no result"."""
    by = inputs.workdays.shift(asked, inputs.rules.escalate_silent - 1)
    end = inputs.workdays.last_until(inputs.agenda.plan.period.ends)
    return min(by, end) if asked <= end else by
