"""What happened between two snapshots, and that nothing else did."""

from collections import namedtuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.history.changes import changes
from sheetsync.model import Change, ChangeKind, KnownRow, Line, Meaning, Progress
from tests.plan.rows import known_rows, line

ROW = line("5", status="в работе")

cells = st.sampled_from(["", "-", "А", "а", "выполнено", "выполнен", "в работе", "срок", "п. 1"])
# Each column that a plan has, and one that it may get.
Wider = namedtuple("Wider", (*Line._fields, "place"))  # type: ignore[misc]
lines = st.builds(Wider, **dict.fromkeys(Wider._fields, cells) | {"row": st.just(0)})
remembered_rows = st.builds(
    KnownRow,
    identity=st.integers(1, 12),
    line=lines,
    parent=st.none() | st.integers(1, 3),
)
plans = st.lists(remembered_rows, max_size=8, unique_by=lambda row: row.identity).map(
    lambda rows: tuple(
        KnownRow(identity=r.identity, line=r.line._replace(row=i), parent=r.parent)
        for i, r in enumerate(rows, start=4)
    )
)


def apply(edits: tuple[Change, ...], before: tuple[KnownRow, ...]) -> tuple[KnownRow, ...]:
    """The rows that `changes` was given as `after`, in the sheet's order."""
    rows = {row.identity: row for row in before}
    for change in edits:
        if change.after is None:
            del rows[change.identity]
        else:
            rows[change.identity] = KnownRow(
                identity=change.identity, line=change.after, parent=change.parent
            )
    return tuple(sorted(rows.values(), key=lambda row: row.line.row))


def progress(row: Line) -> Progress:
    """What a status means by its first letters."""
    done = row.status.startswith("выполн")
    return Progress(text=row.status[:4], meaning=Meaning.DONE if done else Meaning.IN_WORK)


def edit(was: Line = ROW, late: frozenset[int] = frozenset(), **to: object) -> tuple[Change, ...]:
    now = was._replace(**to)  # type: ignore[arg-type]
    return changes(known_rows([was]), known_rows([now]), progress=progress, late=late)


def kinds(found: tuple[Change, ...]) -> list[str]:
    return [change.kind.value for change in found]


@given(rows=plans)
def test_a_plan_does_not_differ_from_itself(rows: tuple[KnownRow, ...]) -> None:
    assert changes(rows, rows, progress=progress) == ()


@given(before=plans, after=plans)
def test_changes_lead_from_one_plan_to_the_other(
    before: tuple[KnownRow, ...], after: tuple[KnownRow, ...]
) -> None:
    assert apply(changes(before, after, progress=progress), before) == after


@given(after=plans)
def test_the_first_plan_is_made_of_its_changes(after: tuple[KnownRow, ...]) -> None:
    assert apply(changes((), after, progress=progress), ()) == after


@pytest.mark.parametrize(
    ("to", "kind"),
    [
        ({"row": 9}, "moved"),
        ({"section": "II. Кадры"}, "moved"),
        ({"number": "6"}, "renumbered"),
        ({"measure": "Обновить сайт"}, "reworded"),
        ({"deadline": "май"}, "deadline"),
        ({"responsible": "УМЦ"}, "responsible"),
        ({"status": "выполнено"}, "done"),
        ({"status": "ждём приказа"}, "status"),
        ({"status": "в раб."}, "retyped"),
        ({"status": ""}, "retyped"),
        ({"status": "–"}, "retyped"),
        ({"status": "#REF!"}, "retyped"),
        ({"deadline": "АПРЕЛЬ"}, "retyped"),
        ({"note": "нужна смета"}, "note"),
    ],
)
def test_an_edit_has_its_name(to: dict[str, object], kind: str) -> None:
    assert kinds(edit(**to)) == [kind]  # type: ignore[arg-type]


def test_an_edit_of_a_column_without_a_kind_is_told_by_its_name() -> None:
    was = Wider(*ROW, place="зал")
    (change,) = edit(was, place="двор")
    assert (change.kind, change.field) == (ChangeKind.RETYPED, "place")
    (slip,) = edit(was, place="ЗАЛ")
    assert (slip.kind, slip.field) == (ChangeKind.RETYPED, "")


def test_a_closed_measure_is_reopened_when_its_mark_is_cleared() -> None:
    assert kinds(edit(ROW._replace(status="выполнено"), status="")) == ["reopened"]


def test_several_edits_of_a_row_are_several_changes() -> None:
    assert kinds(edit(number="6", deadline="май", status="выполнено")) == [
        *("renumbered", "deadline", "done")
    ]


def test_a_row_with_a_parent_is_split_from_it() -> None:
    part = KnownRow(identity=2, line=line("5.1"), parent=1)
    (change,) = changes((), (part,), progress=progress)
    assert (change.kind, change.parent) == (ChangeKind.SPLIT, 1)


@pytest.mark.parametrize("late", [True, False])
def test_a_deadline_says_whether_it_was_moved_after_it_was_late(late: bool) -> None:
    (change,) = edit(late=frozenset({1} if late else ()), deadline="май")
    assert change.was_late is late


@pytest.mark.parametrize(
    ("to", "ground"),
    [
        ({"status": "в работе, приказ № 6-2"}, "приказ № 6-2"),
        ({"note": "протокол № 4 от 12.03"}, "протокол № 4 от 12.03"),
        ({"note": "см. https://example.org/6"}, ""),
        ({}, ""),
    ],
)
def test_a_deadline_names_the_document_it_was_moved_by(to: dict[str, str], ground: str) -> None:
    moved = next(c for c in edit(deadline="май", **to) if c.kind is ChangeKind.DEADLINE)
    assert moved.ground == ground


# What the deadline says and, where its column has to tell a day from a month, its own cell.
@pytest.mark.parametrize(
    ("was", "now", "moved"),
    [
        (("3/5/2026", "3/5/2026"), ("2026-03-05", "3/5/2026"), False),
        (("3/5/26", ""), ("2026-03-05", "3/5/26"), False),
        (("by 3/5", ""), ("by 3/5", "by 3/5"), False),
        # The first version kept no cell beside it.
        (("2026-03-05", ""), ("2026-03-05", "3/5/2026"), False),
        (("2026-03-05", ""), ("2026-05-03", ""), True),
        (("3/5/2026", ""), ("5/3/2026", ""), True),
        (("3/5/2026", "3/5/2026"), ("2026-03-06", "3/6/2026"), True),
    ],
)
def test_a_date_that_another_row_shows_how_to_read_is_no_news(
    was: tuple[str, str], now: tuple[str, str], moved: bool
) -> None:
    before = line("5", deadline=was[0])._replace(figures=was[1])
    found = edit(before, deadline=now[0], figures=now[1])
    assert (ChangeKind.DEADLINE in {change.kind for change in found}) is moved
