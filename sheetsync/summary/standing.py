"""How a measure stands, in the words that stand beside its row: by the worst of its items."""

from datetime import date

from sheetsync.model import Agenda, Item, State
from sheetsync.words.terms import plural

_WORDS = {
    State.UPCOMING: "впереди",
    State.ONGOING: "весь год",
    State.WAITING: "зависит от других",
    State.DONE: "выполнено",
    State.UNREAD: "срок не понят",
    State.NO_REPORT: "итога нет",
    State.CANCELLED: "отменено",
}


def worst_items(agenda: Agenda) -> dict[int, Item]:
    """The item that each measure's one state comes from, by row: of several the earliest due."""
    states = agenda.states()
    worst: dict[int, Item] = {}
    for item in agenda.items:
        row = item.measure.row
        if item.state is states[row]:
            worst[row] = min(worst.get(row, item), item, key=lambda i: i.due or date.max)
    return worst


def in_words(item: Item, today: date) -> str:
    """The state with its days: «просрочено на 12 дней», «срок подходит: осталось 5 дней»."""
    if item.state is State.OVERDUE:
        return f"просрочено на {_days(item.late_days)}"
    if item.state is State.DUE and item.due:
        return _left((item.due - today).days)
    return _WORDS[item.state]


def _left(days: int) -> str:
    if not days:
        return "последний день сегодня"
    verb = plural(days, "остался", "осталось", "осталось")
    return f"срок подходит: {verb} {_days(days)}"


def _days(count: int) -> str:
    return f"{count} {plural(count, 'день', 'дня', 'дней')}"
