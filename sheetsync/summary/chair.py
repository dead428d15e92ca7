"""The tab «Сводка»: how the plan stands, for the chair; the first screen without scrolling."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sheetsync.model import Area, Row, State, Tab
from sheetsync.summary.ask import ask
from sheetsync.summary.changed import all_changes, changed
from sheetsync.summary.charts import charts
from sheetsync.summary.discipline import discipline
from sheetsync.summary.findings import clarify
from sheetsync.summary.head import cards, head
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.layout import COLUMNS, FIRST_SCREEN, WIDTHS, Pages, height
from sheetsync.summary.lists import by_lead, in_state, late, letters, moves, near, unled
from sheetsync.summary.sitting import sitting

KEY = "summary"
_Block = Callable[[Inputs], Iterable[Row]]
_BLOCKS: dict[str, _Block] = {
    "head": head,
    "numbers": cards,
    "ask": ask,
    "changed": changed,
    "sitting": sitting,
    "late": late,
    "near": near,
    "discipline": discipline,
    "leads": by_lead,
    "no_report": partial(in_state, state=State.NO_REPORT),
    "moves": moves,
    "changes": all_changes,
    "clarify": clarify,
    "unled": unled,
    "letters": letters,
    "waiting": partial(in_state, state=State.WAITING),
}
_BESIDE_ASK = ("head", "numbers", "changed")  # what else has to be on the first screen


def chair_tab(inputs: Inputs) -> Tab:
    """The tab as of the agenda's day. Staff's formulas may refer to its blocks by their names."""
    first = {name: [*_BLOCKS[name](inputs)] for name in _BESIDE_ASK}
    first["ask"] = ask(inputs, screen=FIRST_SCREEN - sum(map(height, first.values())))
    pages = Pages()
    blocks = [
        (name, pages.add(first[name] if name in first else [*block(inputs)]))
        for name, block in _BLOCKS.items()
    ]
    top = sum(len(block) for _, block in blocks) + 1
    # Last, for charts stand at cells of their own: whatever grew above would cover them.
    drawn = charts(inputs, top=top)
    pages.add_whole(drawn.rows)
    name = inputs.gettext("Summary")
    return Tab(
        key=KEY,
        title=name,
        year_title=inputs.period_title(name),
        rows=(*(row for _, block in blocks for row in block), *drawn.rows),
        widths=(*WIDTHS, *drawn.widths),
        # The tab's own colour tells whether it has to be opened at all.
        color="B3261E" if State.OVERDUE in inputs.agenda.states().values() else "1B6E3C",
        charts=drawn.charts,
        blocks=(
            *_areas(blocks),
            *((f"sheetsync_chart_{chart.key}", chart.data) for chart in drawn.charts),
        ),
        breaks=tuple(pages.breaks),
        footer=inputs.as_of,
    )


def _areas(blocks: list[tuple[str, list[Row]]]) -> Iterator[tuple[str, Area]]:
    """A block begins with a blank row that is no part of it, but for the first two."""
    top = 1
    for name, rows in blocks:
        first = top if name in ("head", "numbers") else top + 1
        top += len(rows)
        if first < top:
            area = Area(top=first, left=1, bottom=top - 1, right=COLUMNS)
            yield f"sheetsync_{name}", area
