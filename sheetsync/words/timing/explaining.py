"""How a deadline was understood, in one Russian line for the people who wrote it."""

from datetime import date

from sheetsync.model import Deadline, DeadlineKind
from sheetsync.words.terms import day_short, day_words

_MOST_SHOWN = 4
_READ_AS = ("deadline-typo", "deadline-next-year")


def explain_deadline(deadline: Deadline) -> str:
    """As in "понято: до 30 апреля 2021 г. включительно; правило «месяц»", or what was not."""
    if deadline.kind is DeadlineKind.UNREADABLE:
        return _not_understood(deadline)
    parts = [f"понято: {sense_of(deadline)}", f"правило «{deadline.rule}»"]
    slips = [doubt for doubt in deadline.doubts if doubt.code in _READ_AS]
    parts += [f"«{slip.quote}» прочитано как «{slip.hint}»" for slip in slips]
    if deadline.unused:
        left = ", ".join(f"«{words}»" for words in deadline.unused)
        parts.append(f"не учтено: {left}")
    return "; ".join(parts)


def _not_understood(deadline: Deadline) -> str:
    if not deadline.doubts:
        return "не понято: срок не указан"
    doubt = deadline.doubts[0]
    fact = f" – {doubt.hint}" if doubt.hint else ""
    return f"не понято: «{doubt.quote}»{fact}. {doubt.advice}".strip()


def sense_of(deadline: Deadline) -> str:
    """The days of an understood deadline, as in "до 30 апреля 2021 г. включительно"."""
    match deadline.kind:
        case DeadlineKind.LIST | DeadlineKind.RECURRING:
            return _several(deadline)
        case DeadlineKind.YEAR_ROUND:
            return f"весь период, {_span(deadline.starts, deadline.due)}"
        case DeadlineKind.OPEN:
            return "даты нет, срок зависит от других" + _quoted(deadline.waits_for)
        case DeadlineKind.RELATIVE:
            return "срок считается от события" + _quoted(deadline.waits_for)
        case DeadlineKind.RANGE:
            return _span(deadline.starts, deadline.due)
    return _span(None, deadline.due)  # the first day of "апрель" is in the word


def _quoted(words: str) -> str:
    return f": «{words}»" if words else ""


def _span(starts: date | None, due: date | None) -> str:
    if due is None:
        return f"не ранее {day_words(starts)}, последнего дня нет" if starts else "дат нет"
    if starts is None or starts == due:
        return f"до {day_words(due)} включительно"
    return f"с {day_words(starts)} по {day_words(due)} включительно"


def _several(deadline: Deadline) -> str:
    days = [occurrence.due for occurrence in deadline.occurrences]
    if not days:
        last = f", последний день {day_words(deadline.due)}" if deadline.due else ""
        return f"повторяется, дни не названы{last}"
    if len(days) > _MOST_SHOWN:
        shown = f"{day_short(days[0])}, {day_short(days[1])}, …, {day_words(days[-1])}"
        return f"сроков {len(days)}: {shown}"
    shown = ", ".join([*(day_short(day) for day in days[:-1]), day_words(days[-1])])
    return f"последний день {shown}" if len(days) == 1 else f"последние дни {shown}"
