"""What the chair has to have clarified: one sentence a kind of question, with its measures."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sheetsync.model import Agenda, Item, Meaning, Measure, Severity, State
from sheetsync.plan.findings import CATALOGUE
from sheetsync.plan.labels import day_of_plan, number, said
from sheetsync.summary.listed import is_unled
from sheetsync.words.cleaning import tidy
from sheetsync.words.terms import clip

_SIGN = "п. "
_NAMED = 20  # measures of one kind and detail
_LONG = 150  # characters of a sentence: two lines in print
_QUOTED = 40

_Detail = Callable[[Item], str]


def questions(agenda: Agenda) -> Iterator[str]:
    """Sentences such as «Срок не понят: п. 7, 9 («весной»), п. 12 («до 31 апреля»).»."""
    states = agenda.states()
    first = {item.measure.row: item for item in reversed(agenda.items)}
    measures = [first[measure.row] for measure in agenda.plan.measures]

    def in_state(state: State) -> list[Item]:
        return [item for item in measures if states[item.measure.row] is state]

    def moved_to(item: Item) -> str:
        return f"на {day_of_plan(item.due, agenda.plan.period)}" if item.due else ""

    unread = [item for item in agenda.items if item.state is State.UNREAD]
    doubtful = [item for item in measures if _is_doubtful(item.measure)]
    unled = [item for item in measures if is_unled(item.measure)]
    silent = [item for item in in_state(State.ONGOING) if _is_silent(item.measure)]
    yield from _said("Срок не понят", unread, _deadline)
    yield from _said("Отметка непонятна", doubtful, _status)
    yield from _said("Ответственный не определён", unled)
    yield from _said("Срок перенесён, документ не назван", _moved(agenda), moved_to)
    yield from _said("Срок закончился, итога нет", in_state(State.NO_REPORT))
    yield from _said("Срок зависит от других, даты нет", in_state(State.WAITING), _deadline)
    yield from _said("Работа на весь год, отметки нет", silent)


def _said(what: str, items: list[Item], detail: _Detail = lambda _: "") -> Iterator[str]:
    """The sentence, if there are any; measures that it has no room for are counted."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(detail(item), []).append(item)
    parts: list[str] = []
    left = len(items)
    for about, group in groups.items():
        part = _numbers(group[:_NAMED]) + (f" ({about})" if about else "")
        if parts and len("; ".join((what, *parts, part))) > _LONG:
            break
        parts.append(part)
        left -= len(group[:_NAMED])
    if items:
        yield f"{what}: {'; '.join(parts)}{f'; ещё {left}' if left else ''}."


def _numbers(items: list[Item]) -> str:
    """«п. 4, 7, 12, строка 30»: what has a number first."""
    names = list(dict.fromkeys(map(number, items)))
    numbered = [name.removeprefix(_SIGN) for name in names if name.startswith(_SIGN)]
    others = [name for name in names if not name.startswith(_SIGN)]
    return ", ".join([*([_SIGN + ", ".join(numbered)] if numbered else []), *others])


def _moved(agenda: Agenda) -> list[Item]:
    """Postponements that still stand, for which no paper was named."""
    closed = (State.DONE, State.CANCELLED)
    return [
        item
        for item in agenda.items
        if item.moved_from and item.state not in closed and not item.measure.progress.evidence
    ]


def _is_doubtful(measure: Measure) -> bool:
    """Unclear as a whole, or with words that «Проверка» asks about."""
    if measure.progress.meaning is Meaning.UNCLEAR:
        return True
    doubts = (CATALOGUE[doubt.code].severity for doubt in measure.progress.doubts)
    return any(severity is not Severity.NOTE for severity in doubts)


def _is_silent(measure: Measure) -> bool:
    return measure.progress.meaning is Meaning.BLANK


def _deadline(item: Item) -> str:
    return said(replace(item, said=clip(item.said, _QUOTED)))


def _status(item: Item) -> str:
    return f"«{clip(tidy(item.measure.progress.text), _QUOTED)}»"
