"""How the plan stands by department: each measure counts once, with its lead."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sheetsync.model import Agenda, Background, Row, State
from sheetsync.summary.layout import Column, heading, table
from sheetsync.summary.listed import lead_of
from sheetsync.summary.looks import NUMBER, STRONG_NUMBER
from sheetsync.words.terms import marked_on

_COUNTED = {
    State.OVERDUE: Column(header="Просрочено", span=3, look=NUMBER, numeric=True),
    State.DUE: Column(header="Срок подходит", span=2, look=NUMBER, numeric=True),
    State.UPCOMING: Column(header="Впереди", span=2, look=NUMBER, numeric=True),
    State.ONGOING: Column(header="Весь год", span=2, look=NUMBER, numeric=True),
    State.WAITING: Column(header="Зависят от других", span=2, look=NUMBER, numeric=True),
    State.DONE: Column(header="Выполнено", span=3, look=NUMBER, numeric=True),
}
_COLUMNS = (
    Column(header="Кто отвечает", span=6),
    Column(header="Всего", span=2, look=STRONG_NUMBER, numeric=True),
    *_COUNTED.values(),
    Column(header="Прочее", span=2, look=NUMBER, numeric=True),
    Column(header="Наибольшее опоздание, дн.", span=3, look=NUMBER, numeric=True),
    Column(header="Последняя отметка", span=3, look=NUMBER, numeric=True),
)


def by_lead(agenda: Agenda, background: Background) -> Iterator[Row]:
    """The block of rows, the departments with most overdue measures first."""
    counts = _counts(agenda)
    latest, longest = _last_words(agenda, background), _longest(agenda)
    leads = sorted(counts, key=lambda name: (-counts[name][State.OVERDUE], -counts[name].total()))
    yield from heading("По ответственным")
    yield from table(
        _COLUMNS,
        ([name, *_line(counts[name]), longest.get(name), latest.get(name)] for name in leads),
    )


def _counts(agenda: Agenda) -> dict[str, Counter[State]]:
    """By lead how many of its measures are in which state."""
    states = agenda.states()
    counts: dict[str, Counter[State]] = {}
    for measure in agenda.plan.measures:
        counts.setdefault(lead_of(measure), Counter())[states[measure.row]] += 1
    return dict(sorted(counts.items()))


def _line(counted: Counter[State]) -> Iterator[int | None]:
    """The numbers of one lead; an empty cell says "none" faster than a column of zeros."""
    shown = [counted[state] for state in _COUNTED]
    for number in (counted.total(), *shown, counted.total() - sum(shown)):
        yield number or None


def _longest(agenda: Agenda) -> dict[str, int]:
    """By lead the days by which its oldest overdue item is late."""
    longest: dict[str, int] = {}
    for item in agenda.items:
        if item.state is State.OVERDUE:
            lead = lead_of(item.measure)
            longest[lead] = max(longest.get(lead, 0), item.late_days)
    return longest


def _last_words(agenda: Agenda, background: Background) -> dict[str, str]:
    """By lead the newest day on which one of its measures had a word."""
    newest: dict[str, date] = {}
    for measure in agenda.plan.measures:
        day = background.words.get(measure.row)
        if day:
            lead = lead_of(measure)
            newest[lead] = max(newest.get(lead, day), day)
    return {lead: marked_on(day, background.began) for lead, day in newest.items()}
