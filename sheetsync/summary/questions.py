"""What the chair has to have clarified: one sentence a kind of question, with its measures."""

from collections.abc import Callable, Iterator

from sheetsync.model import Agenda, Item, Meaning, Measure, Severity, State
from sheetsync.plan.findings import CATALOGUE
from sheetsync.plan.labels import day_of_plan, number, said
from sheetsync.words.cleaning import tidy
from sheetsync.words.terms import clip

_NAMED = 12  # measures in a sentence
_LONG = 150  # characters of a sentence: two lines in print
_QUOTED = 40

_Namer = Callable[[Item], str]


def questions(agenda: Agenda) -> Iterator[str]:
    """Sentences such as «Срок не понят: п. 7 («до 31 апреля»), п. 9 («весной»).», worst first."""
    first = {item.measure.row: item for item in reversed(agenda.items)}
    of_measures = [first[m.row] for m in agenda.plan.measures if m.row in first]
    states = agenda.states()

    def in_state(state: State) -> list[Item]:
        return [item for item in of_measures if states[item.measure.row] is state]

    yield from _said("Срок не понят", _unread(agenda), _with_deadline)
    yield from _said("Отметка непонятна", _where(of_measures, _is_doubtful), _with_status)
    yield from _said("Ответственный не определён", _where(of_measures, _is_unled), number)
    yield from _said(
        "Срок перенесён, документ не назван",
        _moved(agenda),
        lambda item: _with_day(item, agenda.plan.year),
    )
    yield from _said("Срок закончился, итога нет", in_state(State.NO_REPORT), number)
    yield from _said(
        "Срок зависит от других, дата не названа", in_state(State.WAITING), _with_deadline
    )
    silent = _where(in_state(State.ONGOING), lambda m: m.progress.meaning is Meaning.BLANK)
    yield from _said("Работа на весь год, отметки нет", silent, number)


def _said(what: str, items: list[Item], name: _Namer) -> Iterator[str]:
    """The sentence; measures that it has no room for are counted."""
    if not items:
        return
    shown: list[str] = []
    for item in items[:_NAMED]:
        words = name(item)
        if shown and len(what) + sum(map(len, shown)) + len(words) > _LONG:
            break
        shown.append(words)
    left = len(items) - len(shown)
    yield f"{what}: {', '.join(shown)}{f' и ещё {left}' if left else ''}."


def _where(items: list[Item], holds: Callable[[Measure], bool]) -> list[Item]:
    return [item for item in items if holds(item.measure)]


def _unread(agenda: Agenda) -> list[Item]:
    return [item for item in agenda.items if item.state is State.UNREAD]


def _moved(agenda: Agenda) -> list[Item]:
    """Postponements that are still ahead or late, for which no paper was named."""
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


def _is_unled(measure: Measure) -> bool:
    return measure.assignment.lead is None or measure.assignment.unled


def _with_deadline(item: Item) -> str:
    return f"{number(item)} ({clip(said(item), _QUOTED)})"


def _with_status(item: Item) -> str:
    return f"{number(item)} («{clip(tidy(item.measure.progress.text), _QUOTED)}»)"


def _with_day(item: Item, year: int) -> str:
    return f"{number(item)} (на {day_of_plan(item.due, year)})" if item.due else number(item)
