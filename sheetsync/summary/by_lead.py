"""How the plan stands by department: each measure counts once, with its lead."""

from collections.abc import Iterator

from sheetsync.model import Agenda, Row, State
from sheetsync.summary.layout import Column, heading, table
from sheetsync.summary.looks import NUMBER, STRONG_NUMBER

_COUNTED = {
    State.OVERDUE: "Просрочено",
    State.DUE: "Срок подходит",
    State.UPCOMING: "Впереди",
    State.ONGOING: "Весь год",
    State.WAITING: "Зависят\nот других",
    State.DONE: "Выполнено",
}
_COLUMNS = (
    Column(header="Кто отвечает", span=8),
    Column(header="Всего", span=2, look=STRONG_NUMBER, numeric=True),
    *(Column(header=words, span=3, look=NUMBER, numeric=True) for words in _COUNTED.values()),
    Column(header="Прочее", span=2, look=NUMBER, numeric=True),
)
NOBODY = "Некому напоминать"


def by_lead(agenda: Agenda) -> Iterator[Row]:
    """The block of rows, the departments with most overdue measures first."""
    import pandas as pd

    states = agenda.states()
    measures = agenda.plan.measures
    frame = pd.DataFrame(
        {
            "lead": [m.assignment.lead.name if m.assignment.lead else NOBODY for m in measures],
            "state": [states[m.row].value for m in measures],
        }
    )
    counts = pd.crosstab(frame["lead"], frame["state"])
    counts = counts.reindex(columns=[state.value for state in State], fill_value=0)
    counts.insert(0, "total", counts.sum(axis=1))
    counts["other"] = counts["total"] - counts[[state.value for state in _COUNTED]].sum(axis=1)
    counts = counts.sort_values(["overdue", "total"], ascending=False, kind="stable")
    yield from heading("По ответственным")
    order = ["total", *(state.value for state in _COUNTED), "other"]
    numbers = counts[order].itertuples(name=None)
    yield from table(_COLUMNS, ([name, *map(_count, line)] for name, *line in numbers))


def _count(number: int) -> int | None:
    """An empty cell says "none" faster than a column of zeros."""
    return int(number) or None
