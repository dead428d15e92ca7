"""The store gives back what it was given: snapshots, lives, days, links."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sheetsync.state.store import Store, open_store
from tests.state.rows import PLAN, Once, row, snapshot


@pytest.fixture
def store(opened: Callable[[], Store]) -> Iterator[Store]:
    with opened() as store:
        yield store


def filled(store: Store, *days: str) -> Store:
    """A measure whose status was each of these in turn, "-" for a day on which it was away."""
    for day, status in enumerate(days, 1):
        rows = () if status == "-" else (row(1, status=status),)
        Once(store).remember(PLAN, snapshot(day, *rows))
    return store


def contents(store: Store, identity: int) -> list[str]:
    return [line.status for _seen, line in Once(store).life(PLAN, identity)]


def test_a_new_store_knows_nothing(store: Store) -> None:
    assert Once(store).plans() == ()
    assert Once(store).last(PLAN) is None
    assert Once(store).as_of(PLAN, date(2021, 5, 1)) is None
    assert Once(store).past(PLAN).next_identity == 1
    assert Once(store).life(PLAN, 1) == ()
    assert Once(store).past(PLAN).since() == {}
    assert Once(store).past(PLAN).links == ()


def test_the_last_snapshot_comes_back_as_it_was(store: Store) -> None:
    newest = snapshot(2, row(1, 5), row(3, 6, parent=1, status="Выполнено"))
    Once(store).remember(PLAN, snapshot(1, row(1), row(2, 5)))
    Once(store).remember(PLAN, newest)
    assert Once(store).last(PLAN) == newest


def test_a_snapshot_keeps_the_moment_of_its_zone(store: Store) -> None:
    taken = datetime(2021, 7, 1, 0, 30, tzinfo=ZoneInfo("Asia/Kamchatka"))
    Once(store).remember(PLAN, replace(snapshot(1), taken=taken))
    found = Once(store).last(PLAN)
    assert found
    assert found.taken == taken
    assert found.taken.date() == date(2021, 7, 1)


def test_the_last_of_a_run_is_not_that_of_a_sync(store: Store) -> None:
    run, sync = snapshot(1, row(1), told=True), snapshot(2, row(2))
    Once(store).remember(PLAN, run)
    Once(store).remember(PLAN, sync)
    assert (Once(store).last(PLAN, told=True), Once(store).last(PLAN, told=False)) == (
        run,
        sync,
    )


@pytest.mark.parametrize(("day", "found"), [(1, None), (2, 2), (3, 2), (4, 4), (9, 4)])
def test_the_plan_of_a_day_is_the_newest_until_then(
    store: Store, day: int, found: int | None
) -> None:
    known = {n: snapshot(n, row(1, 4 + n), row(n, 20)) for n in (2, 4)}
    for each in known.values():
        Once(store).remember(PLAN, each)
    assert Once(store).as_of(PLAN, date(2021, 1, day)) == (found and known[found])


def test_the_second_snapshot_of_a_day_stands_for_it(store: Store) -> None:
    for status in ("", "Выполнено"):
        Once(store).remember(PLAN, snapshot(1, row(1, status=status)))
    assert Once(store).as_of(PLAN, date(2021, 1, 1)) == Once(store).last(PLAN)


def test_plans_do_not_mix(store: Store) -> None:
    Once(store).remember("второй", snapshot(1, row(7)))
    Once(store).remember("первый", snapshot(1, row(1)))
    assert Once(store).plans() == ("второй", "первый")
    assert Once(store).last("первый") == snapshot(1, row(1))
    assert (Once(store).past("первый").next_identity, Once(store).past("второй").next_identity) == (
        2,
        8,
    )


def test_an_identity_is_never_given_twice(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1), row(2, 5)))
    Once(store).remember(PLAN, snapshot(2, row(1)))
    assert Once(store).past(PLAN).next_identity == 3


def test_two_rows_of_one_identity_are_a_bug_and_not_stored(store: Store) -> None:
    with pytest.raises(ValueError, match="identity"):
        Once(store).remember(PLAN, snapshot(1, row(1, 4), row(1, 5)))
    assert Once(store).plans() == ()


def fail_halfway(store: Store) -> None:
    with store.writing() as transaction:
        transaction.remember(PLAN, snapshot(2))
        transaction.link(PLAN, 1, 2)
        raise ZeroDivisionError


def test_a_transaction_that_fails_stores_nothing(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1)))
    with pytest.raises(ZeroDivisionError):
        fail_halfway(store)
    assert Once(store).last(PLAN) == snapshot(1, row(1))
    assert Once(store).past(PLAN).links == ()


def test_a_transaction_reads_what_it_wrote(store: Store) -> None:
    with store.writing() as transaction:
        transaction.remember(PLAN, snapshot(1, row(1)))
        assert transaction.past(PLAN).next_identity == 2


def test_an_equal_snapshot_stores_no_row(tmp_path: Path) -> None:
    rows = [row(i, i, note=f"Примечание к пункту {i}, " * 9) for i in range(1, 400)]
    with open_store(tmp_path / "sheetsync.db") as store:
        for day in range(1, 60):
            Once(store).remember(PLAN, snapshot(day, *rows))
    assert (tmp_path / "sheetsync.db").stat().st_size < 500_000


def test_a_day_that_is_done_again_leaves_one_snapshot(store: Store) -> None:
    again = replace(snapshot(1, row(1)), taken=snapshot(1).taken + timedelta(hours=1))
    assert Once(store).remember(PLAN, snapshot(1, row(1))) == 1
    assert Once(store).remember(PLAN, again) == 1
    assert Once(store).remember(PLAN, replace(again, told=True)) == 2
    assert Once(store).remember(PLAN, replace(again, told=True, rows=())) == 3
    assert Once(store).remember(PLAN, replace(snapshot(2), told=True)) == 4


def test_a_life_tells_each_content_and_when_it_was_first_seen(store: Store) -> None:
    filled(store, "", "", "В работе", "Выполнено", "Выполнено")
    seen = [moment.day for moment, _line in Once(store).life(PLAN, 1)]
    assert list(zip(seen, contents(store, 1), strict=True)) == [
        (1, ""),
        (3, "В работе"),
        (4, "Выполнено"),
    ]


def test_a_row_that_only_stands_elsewhere_has_no_new_content(store: Store) -> None:
    for day in (1, 2, 3):
        Once(store).remember(PLAN, snapshot(day, row(1, 4 + day)))
    assert [(seen.day, line.row) for seen, line in Once(store).life(PLAN, 1)] == [(1, 5)]


def test_a_content_that_comes_back_is_told_again(store: Store) -> None:
    assert contents(filled(store, "", "Выполнено", ""), 1) == ["", "Выполнено", ""]


def test_a_part_inherits_the_life_of_its_parent_until_the_split(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1, status="начато")))
    Once(store).remember(
        PLAN, snapshot(2, row(1, status="целое"), row(2, 5, parent=1, status="часть"))
    )
    Once(store).remember(
        PLAN, snapshot(3, row(1, status="после"), row(2, 5, parent=1, status="часть"))
    )
    assert contents(store, 2) == ["начато", "часть"]
    assert contents(store, 1) == ["начато", "целое", "после"]


def test_linked_rows_have_one_life(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1, status="была")))
    Once(store).remember(PLAN, snapshot(2, row(2, status="стала")))
    Once(store).link(PLAN, 1, 2)
    assert contents(store, 1) == contents(store, 2) == ["была", "стала"]


@pytest.mark.parametrize(
    ("days", "since"),
    [
        (["Выполнено"], 1),
        (["", "Выполнено", "Выполнено"], 2),
        (["Выполнено", "", "Выполнено"], 3),
        (["Выполнено", "-", "Выполнено"], 3),
        (["Выполнено", "Выполнено "], 2),
        (["", "", ""], 1),
    ],
)
def test_a_status_stands_since_the_day_it_was_first_seen(
    store: Store, days: list[str], since: int
) -> None:
    assert Once(filled(store, *days)).past(PLAN).since() == {1: date(2021, 1, since)}


def test_a_row_that_is_gone_has_no_status(store: Store) -> None:
    assert Once(filled(store, "Выполнено", "-")).past(PLAN).since() == {}


def test_another_number_and_place_leave_the_status_standing(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1, 4, status="Выполнено")))
    Once(store).remember(PLAN, snapshot(2, row(1, 9, status="Выполнено", note="Протокол")))
    assert Once(store).past(PLAN).since() == {1: date(2021, 1, 1)}


def test_a_part_inherits_the_day_of_the_status(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1, status="Выполнено")))
    part, other = row(2, 5, parent=1, status="Выполнено"), row(3, 6, parent=1, status="Начато")
    Once(store).remember(PLAN, snapshot(2, row(1, status=""), part, other))
    assert Once(store).past(PLAN).since() == {
        n: date(2021, 1, day) for n, day in ((1, 2), (2, 1), (3, 2))
    }


def test_a_linked_row_goes_on_with_the_status_of_the_other(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1, status="Выполнено")))
    Once(store).remember(PLAN, snapshot(2, row(2, status="Выполнено")))
    Once(store).link(PLAN, 1, 2)
    assert Once(store).past(PLAN).since() == {2: date(2021, 1, 1)}


def test_a_link_is_stored_once(store: Store) -> None:
    for a, b in ((3, 4), (1, 2), (3, 4)):
        Once(store).link(PLAN, a, b)
    assert Once(store).past(PLAN).links == ((1, 2), (3, 4))


def test_all_is_there_when_the_store_is_opened_again(
    store: Store, opened: Callable[[], Store]
) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1)))
    store.close()
    with opened() as again:
        assert Once(again).last(PLAN) == snapshot(1, row(1))


def test_a_deadline_of_several_wordings_is_told_apart(store: Store) -> None:
    Once(store).remember(PLAN, snapshot(1, row(1, deadline="май"), row(2, deadline="июнь")))
    Once(store).remember(PLAN, snapshot(2, row(1, deadline="июль"), row(2, 5, deadline="июнь")))
    Once(store).remember("another", snapshot(1, row(2, deadline="август")))
    assert Once(store).past(PLAN).redated == {1}
