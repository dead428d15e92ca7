"""What holds for all snapshots: each comes back as it was, whatever came after it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheetsync.model import KnownRow, Line, Snapshot
from sheetsync.state.store import Store, open_shared_store, open_store
from tests.state.rows import Once

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
CELLS = st.sampled_from(["", "май", "Выполнено", "ё 👩‍👩‍👧‍👦 Ё", " пробелы \n"]) | TEXTS
TITLES = CELLS.filter(lambda text: "\n" not in text)  # a tab's title is one line
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
FIRST = datetime(2021, 1, 1, tzinfo=UTC)


@st.composite
def row_tuples(draw: st.DrawFn) -> tuple[KnownRow, ...]:
    identities = draw(st.lists(st.integers(1, 9), unique=True))
    gaps = draw(st.lists(st.integers(1, 5), min_size=len(identities), max_size=len(identities)))
    return tuple(
        KnownRow(
            identity=identity,
            parent=draw(st.none() | st.integers(1, 9)),
            line=Line(place, *(draw(CELLS) for _ in Line._fields[1:])),
        )
        for identity, place in zip(identities, accumulate(gaps), strict=True)
    )


@st.composite
def snapshots(draw: st.DrawFn, days: int = 0) -> Snapshot:
    return Snapshot(
        taken=(FIRST + timedelta(days=days, microseconds=draw(st.integers(0, 10**9)))).astimezone(
            draw(ZONES)
        ),
        year=draw(st.integers(1, 9999)),
        title=draw(CELLS),
        tab=draw(TITLES | st.just('["Список"]')),
        tabs=draw(st.just(()) | st.lists(TITLES, min_size=2, max_size=3).map(tuple)),
        told=draw(st.booleans()),
        rows=draw(row_tuples()),
    )


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """One for all examples, each of which is a plan of its own."""
    if request.param == "sqlite":
        opened = open_store(tmp_path_factory.mktemp("state") / "sheetsync.db")
    else:
        opened = open_shared_store(request.getfixturevalue("postgres_server").kept())
    with opened as store:
        yield store


def new_plan(store: Store) -> str:
    return f"план {len(Once(store).plans())}"


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(snapshots(0), snapshots(4), snapshots(8)))
def test_what_is_remembered_comes_back_whatever_came_after(
    store: Store, history: tuple[Snapshot, ...]
) -> None:
    plan = new_plan(store)
    for snapshot in history:
        Once(store).remember(plan, snapshot)
        assert Once(store).last(plan) == snapshot
    past = Once(store).past(plan)
    assert tuple(past.newest(until=each.taken.date()) for each in history) == history
    # The next identity is above all that were.
    borne = {row.identity for snapshot in history for row in snapshot.rows}
    assert past.next_identity == max(borne, default=0) + 1
