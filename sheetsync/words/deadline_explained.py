"""A deadline in words: the days that it was understood to mean, or why it was not understood."""

from collections.abc import Sequence
from datetime import date

from sheetsync.model import Deadline, DeadlineKind
from sheetsync.model.language import (
    Language,
    Message,
    Words,
    all_quoted,
    gettext_lazy,
    joined,
    ngettext_lazy,
    say,
)
from sheetsync.words.calendar_facts import short
from sheetsync.words.timing.rules import NEED, UNSET

_MOST_SHOWN = 4
_READ_AS = ("deadline-typo", "deadline-next-year")


def explain_deadline(deadline: Deadline, language: Language) -> str:
    """As in "понято: до 30 апреля 2021 г. включительно; правило «месяц»", or what was not."""
    from sheetsync.words.rule_names import rule_said  # a daily run names no rule

    if deadline.kind is DeadlineKind.UNREADABLE:
        return say(_not_understood(deadline), language)
    parts = [
        gettext_lazy("understood: {sense}", sense=sense_of(deadline)),
        gettext_lazy("rule “{rule}”", rule=rule_said(deadline.rule, language)),
    ]
    slips = [doubt for doubt in deadline.doubts if doubt.code in _READ_AS]
    parts += [gettext_lazy("“{a}” read as “{b}”", a=slip.quote, b=slip.hint) for slip in slips]
    if deadline.unused:
        left = all_quoted(", ", deadline.unused)
        parts.append(gettext_lazy("left out: {listed}", listed=left))
    return say(joined("; ", parts), language)


def _not_understood(deadline: Deadline) -> Words:
    if not deadline.doubts:
        return gettext_lazy("not understood: no deadline is given")
    doubt = deadline.doubts[0]
    what: Words = gettext_lazy("not understood: “{words}”", words=doubt.quote)
    what = joined(" – ", (what, doubt.hint)) if doubt.hint else what
    return joined(". ", (what, doubt.advice))


def sense_of(deadline: Deadline) -> Words:
    """The days of an understood deadline, as in "до 30 апреля 2021 г. включительно"."""
    match deadline.kind:
        case DeadlineKind.LIST | DeadlineKind.RECURRING:
            return _several(deadline)
        case DeadlineKind.YEAR_ROUND:
            span = _span(deadline.starts, deadline.due)
            return gettext_lazy("the whole period, {days}", days=span)
        case DeadlineKind.OPEN:
            return _awaited(_open(deadline.rule), deadline.waits_for)
        case DeadlineKind.RELATIVE:
            if not deadline.waits_for:
                return gettext_lazy("so long a time, from when is not said")
            return _awaited(gettext_lazy("counted from an event"), deadline.waits_for)
        case DeadlineKind.RANGE:
            return _span(deadline.starts, deadline.due)
    return _span(None, deadline.due)  # the first day of "апрель" is in the word


def _open(rule: str) -> Message:
    if rule == UNSET.name:
        return gettext_lazy("no date is named")  # "срочно" waits for nobody
    if rule == NEED.name:
        return gettext_lazy("no day of its own, it waits for the occasion")
    return gettext_lazy("no day of its own, it depends on others")


def _awaited(what: Words, words: str) -> Words:
    return joined(": ", (what, gettext_lazy("“{words}”", words=words))) if words else what


def _span(starts: date | None, due: date | None) -> Words:
    if due is None and starts is None:
        return gettext_lazy("there are no days")
    if due is None:
        return gettext_lazy("not before {day}, no last day", day=starts or "")
    if starts is None or starts == due:
        return gettext_lazy("until {day} inclusive", day=due)
    return gettext_lazy("from {first} to {last} inclusive", first=starts, last=due)


def _several(deadline: Deadline) -> Words:
    days = [occurrence.due for occurrence in deadline.occurrences]
    if not days and deadline.due:
        return gettext_lazy("comes back, no days are named, last day {day}", day=deadline.due)
    if not days:
        return gettext_lazy("comes back, no days are named")
    if len(days) > _MOST_SHOWN:
        first, second, last = _with_years([*days[:2], days[-1]])
        shown = joined(", ", (first, second, "…", last))
        return gettext_lazy("{n} last days: {days}", n=len(days), days=shown)
    shown = joined(", ", _with_years(days))
    return ngettext_lazy("last day {days}", "last days {days}", len(days), days=shown)


def _with_years(days: Sequence[date]) -> list[Words]:
    """The days in order, with its year the last of each year."""
    with_next = zip(days, [*days[1:], None], strict=True)
    return [short(day) if then and then.year == day.year else day for day, then in with_next]
