"""A status that was cleared or changed: whether the measure is open again."""

from datetime import date

import pytest

from sheetsync.history.changes import changes
from sheetsync.model import Line, Progress
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
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
    found = changes(known_rows([before]), known_rows([after]), progress=progress)
    assert [change.kind.value for change in found] == [kind]


@pytest.mark.parametrize(
    ("was", "now", "kinds"),
    [
        ("сдан 19.04", "сдан 19.04, принят", ["status"]),
        ("19.04.2021", "выполнено 19.04.2021", ["status"]),
        ("выполнено 19.04", "выполнено 20.04", ["status"]),
        ("выполнено 19.04", "выполнено 19.04", []),
    ],
)
def test_what_was_done_and_still_is_was_never_open_again(
    was: str, now: str, kinds: list[str]
) -> None:
    """Whatever else of the row is edited along with its mark."""
    before = line("5", status=was, responsible="Завхоз")
    after = line("5", status=now, responsible="Завхоз, Отдел обслуживания")
    found = changes(known_rows([before]), known_rows([after]), progress=progress)
    assert [change.kind.value for change in found] == ["responsible", *kinds]
