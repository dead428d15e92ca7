"""A status that was cleared or changed: whether the measure is open again."""

from datetime import date

import pytest

from sheetsync.history.changes import changes
from sheetsync.model import Line, Progress
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
from tests.history.test_changes import snapshot
from tests.plan.rows import known_rows, line

DAY = date(2021, 5, 11)


def progress(row: Line) -> Progress:
    return read_progress(row.status, deadline=read_deadline("апрель", year=2021), today=DAY)


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("перенесено на 20.05", "", "reopened"),
        ("отменено", "", "reopened"),
        ("выполнено", "", "reopened"),
        ("выполнено", "в работе", "reopened"),
        ("выполнено", "отменено", "status"),
        ("перенесено на 20.05", "в работе", "status"),
        ("отменено", "выполнено", "done"),
        ("в работе", "", "retyped"),
    ],
)
def test_a_measure_is_open_again_where_nothing_closes_or_moves_it_any_more(
    was: str, now: str, kind: str
) -> None:
    before, after = line("5", status=was), line("5", status=now)
    found = changes(snapshot(known_rows([before])), known_rows([after]), progress=progress)
    assert [change.kind.value for change in found] == [kind]
