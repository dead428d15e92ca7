"""Rows are counted as the tabs stand now, whatever was done to the tabs since."""

from datetime import UTC, date, datetime

import pytest

from sheetsync.history.history import History
from sheetsync.history.identity import identify
from sheetsync.model import TAB_ROWS, KnownRow, Line, Snapshot, SnapshotHead

THEN = datetime(2026, 3, 2, 9, tzinfo=UTC)


def line(place: int, row: int, number: str, measure: str, deadline: str = "март") -> Line:
    return Line(place * TAB_ROWS + row, number, measure, deadline, "УМЦ", "", "", "")


def history(*rows: Line, tabs: tuple[str, ...]) -> History:
    snapshot = Snapshot(
        taken=THEN,
        year=2026,
        title="План",
        tab=tabs[0],
        told=True,
        rows=tuple(KnownRow(identity=n, line=one) for n, one in enumerate(rows, 1)),
        tabs=tabs if len(tabs) > 1 else (),
    )
    taken = SnapshotHead(serial=1, day=date(2026, 3, 2), told=True, scope="")
    return History(taken=(taken,), snapshots={1: snapshot})


@pytest.mark.parametrize(
    ("then", "now", "places"),
    [
        (("А",), ("А",), [0]),
        (("А",), ("А", "Б"), [0]),
        (("А",), ("Б", "а"), [1]),
        (("А", "Б"), ("Б", "А"), [1, 0]),
        (("А", "Б"), ("Б",), [1, 0]),
        (("А", "Б"), ("А", "В"), [0, 1]),
        (("А", "Б", "В"), ("Н", "А", "Г", "В"), [1, 0, 3]),
    ],
)
def test_a_tab_keeps_its_rows(
    then: tuple[str, ...], now: tuple[str, ...], places: list[int]
) -> None:
    rows = [line(place, 4, "1", f"Мероприятие листа {t}") for place, t in enumerate(then)]
    last = history(*rows, tabs=then).in_tabs(now).last
    assert last
    found = {row.line.measure[-1]: row.line.row for row in last.rows}
    assert found == {t: p * TAB_ROWS + 4 for t, p in zip(then, places, strict=True)}
    assert [row.line.row for row in last.rows] == sorted(found.values())


def test_what_was_never_on_several_tabs_is_not_touched() -> None:
    past = history(line(0, 4, "1", "Слёт"), tabs=("План",))
    assert past.in_tabs(("План 2",)) is past


def test_a_number_means_the_same_on_its_own_tab_only() -> None:
    """Two rows of one number and nearly one text are each what they were on their own tab."""
    texts = ("Отчёт о работе за первый квартал", "Отчёт о работе за второй квартал")
    before = history(
        line(0, 4, "1", texts[0]), line(1, 4, "1", texts[1], "июнь"), tabs=("I", "II")
    ).last
    assert before
    now = (
        line(0, 4, "1", "Отчёт о всей работе за первый квартал"),
        line(1, 4, "1", "Отчёт о всей работе за второй квартал", "июнь"),
    )
    found = identify(before.rows, now, next_identity=10)
    assert [row.identity for row in found.rows] == [1, 2]


def test_the_same_rows_on_each_tab_stay_apart() -> None:
    rows = [line(place, 4, "1", "Заседание", "до 15 числа") for place in range(4)]
    before = history(*rows, tabs=("I", "II", "III", "IV")).in_tabs(("II", "III", "IV")).last
    assert before
    now = tuple(line(place, 5, "1", "Заседание", "до 15 числа") for place in range(3))
    found = identify(before.rows, now, next_identity=10)
    assert [row.identity for row in found.rows] == [2, 3, 4]
    assert found.doubts == ()
