"""The agenda in the terminal and as JSON."""

from collections.abc import Sequence
from typing import Any

import click

from sheetsync.cli.text import columns
from sheetsync.errors import UsageError
from sheetsync.model import Agenda, Item, PlanPeriod, State
from sheetsync.plan.labels import day_of_plan, said, title
from sheetsync.words.cleaning import tidy
from sheetsync.words.terms import day_and_weekday, plural, state_words

_CALLING = (State.OVERDUE, State.NO_REPORT, State.UNREAD, State.DUE, State.WAITING)
_WIDTHS = (5, 17, 24, 28)
_BELOW = (5, 73)


def select(agenda: Agenda, *, everything: bool, department: str | None) -> list[Item]:
    """The items to show, the worst state first. Raises UsageError for an unknown department."""
    items = [i for i in agenda.items if everything or i.state in _CALLING]
    if department:
        items = [i for i in items if _lead(i) == _known(agenda, department)]
    order = list(State)
    return sorted(items, key=lambda i: (order.index(i.state), -i.late_days, i.measure.row))


def _known(agenda: Agenda, department: str) -> str:
    names = sorted({_lead(item) for item in agenda.items} - {""})
    found = [name for name in names if department.casefold() in name.casefold()]
    if len(found) != 1:
        listed = "; ".join(f"«{name}»" for name in found or names)
        problem = "подходят несколько" if found else "такого ответственного в плане нет, есть"
        raise UsageError(f"--department «{department}»: {problem}: {listed}.")
    return found[0]


def agenda_data(agenda: Agenda, items: Sequence[Item]) -> dict[str, Any]:
    """The items as plain data; `states` counts measures and sums to `measures`."""
    states = list(agenda.states().values())
    return {
        "today": agenda.today,
        "year": agenda.plan.year,
        "measures": len(agenda.plan.measures),
        "states": {str(state): states.count(state) for state in State},
        "items": [item_data(item) for item in items],
    }


def item_data(item: Item) -> dict[str, Any]:
    """One item as plain data."""
    measure = item.measure
    return {
        "row": measure.row,
        "number": measure.number,
        "occurrence": item.what,
        "measure": measure.text,
        "state": str(item.state),
        "deadline": item.said,
        "kind": str(measure.deadline.kind),
        "starts": item.starts,
        "due": item.due,
        "late": item.late_days,
        "moved_from": item.moved_from,
        "lead": _lead(item) or None,
        "helpers": [helper.name for helper in measure.assignment.helpers],
        "mark": measure.progress.text,
    }


def print_agenda(agenda: Agenda, items: Sequence[Item]) -> None:
    """Two lines of 80 columns an item, what it is below who answers; then how many they are."""
    click.echo(f"План {agenda.plan.period.label} на {day_and_weekday(agenda.today)}")
    if items:
        click.echo(columns([("пункт", "состояние", "срок", "кто отвечает")], _WIDTHS))
    for item in items:
        click.echo(columns([_line(item, agenda.plan.period)], _WIDTHS))
        click.echo(columns([("", tidy(title(item)))], _BELOW))
    late = [item for item in items if item.state is State.OVERDUE]
    click.echo(
        f"{_counted(items)}, просрочено: {_counted(late) if late else 'ничего'}."
        if items
        else "Ничего не просрочено, сроки не подходят."
    )


def _counted(items: Sequence[Item]) -> str:
    """How many measures, and how many dates where a measure has several."""
    count, dates = len({item.measure.row for item in items}), len(items)
    measures = f"{count} {plural(count, 'пункт', 'пункта', 'пунктов')}"
    if count == dates:
        return measures
    return f"{measures} ({dates} {plural(dates, 'срок', 'срока', 'сроков')})"


def _line(item: Item, period: PlanPeriod) -> tuple[str, str, str, str]:
    state = state_words[item.state]
    if item.late_days:
        state = f"опоздание {item.late_days} дн."
    words = said(item)
    due = f"{day_of_plan(item.due, period)}, {words}" if item.due else words
    unknown = item.measure.assignment.unled or not _lead(item)
    return item.measure.number or "без №", state, due, "не определён" if unknown else _lead(item)


def _lead(item: Item) -> str:
    lead = item.measure.assignment.lead
    return lead.name if lead else ""
