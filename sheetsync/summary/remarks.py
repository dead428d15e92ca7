"""What was understood of a measure, in the few words that stand beside its status in print."""

from collections.abc import Iterator, Sequence

from sheetsync.model import Item, Meaning, Measure, PlanPeriod, State
from sheetsync.plan.labels import day_of_plan
from sheetsync.words.terms import clip, plural

_AT_MOST = 6  # occurrences that are told one by one
_NAME = 60
_OF_STATE = {State.UNREAD: "срок не понят", State.NO_REPORT: "срок закончился, итога нет"}
_OF_MEANING = {
    Meaning.UNCLEAR: "отметка непонятна",
    Meaning.PARTIAL: "считаем выполненным частично",
}


def remark(measure: Measure, items: Sequence[Item], *, period: PlanPeriod) -> str:
    """A sentence without its full stop; "" where the status says all that matters."""
    told = list(filter(None, (_item_words(item, period) for item in items)))
    left = len(told) - _AT_MOST
    words = [*told[:_AT_MOST], *([f"ещё {left}"] if left > 0 else [])]
    if measure.progress.meaning is Meaning.BLANK and any(map(_is_due, items)):
        words.append("отметки нет")
    if measure.progress.meaning in _OF_MEANING:
        words.append(_OF_MEANING[measure.progress.meaning])
    sentence = "; ".join(words) if len(told) > 1 else ", ".join(words)
    return sentence[:1].upper() + sentence[1:]


def _is_due(item: Item) -> bool:
    return item.state in (State.OVERDUE, State.DUE)


def _item_words(item: Item, period: PlanPeriod) -> str:
    words = ", ".join(_state_words(item, period))
    return f"{clip(item.what, _NAME)}: {words}" if words and item.what else words


def _state_words(item: Item, period: PlanPeriod) -> Iterator[str]:
    closed = item.state in (State.DONE, State.CANCELLED)
    if item.moved_from and item.due and not closed:
        yield f"срок перенесён на {day_of_plan(item.due, period)}"
    if item.state is State.OVERDUE:
        days = plural(item.late_days, "день", "дня", "дней")
        yield f"просрочено на {item.late_days} {days}"
    elif item.state is State.DUE and item.due and not item.moved_from:
        yield f"последний день {day_of_plan(item.due, period)}"
    elif item.state in _OF_STATE:
        yield _OF_STATE[item.state]
