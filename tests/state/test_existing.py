"""A store that the program has made before is read and written as it stands, in both databases."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sheetsync.state.schema import FIRST
from sheetsync.state.store import Store
from tests.state.filled import ADDRESS, NOW, contents, fill, letter
from tests.state.older import Older
from tests.state.rows import PLAN, Once, row, snapshot


@pytest.fixture(params=["sqlite", "postgres"])
def existing(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "sqlite":
        older = Older(tmp_path / "existing.db")
    else:
        older = Older(request.getfixturevalue("postgres").new())
    older.fill(FIRST)
    return older.open()


def test_it_says_what_a_new_one_says(existing: Store, opened: Callable[[], Store]) -> None:
    """Whichever database either lies in."""
    with existing, opened() as fresh:
        fill(fresh)
        assert contents(existing) == contents(fresh)


def test_it_is_written_on(existing: Store) -> None:
    newest = snapshot(9, row(1, status="Новое слово"))
    with existing:
        with existing.writing() as transaction:
            assert transaction.begin_run(PLAN, now=NOW) == 2
            assert transaction.remember(PLAN, newest) == 3
            # Of the two the first is there already.
            filed = transaction.file(PLAN, map(letter, "ad"), snapshot=3, now=NOW)
            transaction.note_words(PLAN, [3, 4], newest.taken.date())
        assert [each.id for each in filed] == [4]
        assert Once(existing).last(PLAN) == newest
        assert set(Once(existing).past(PLAN).words) == {1, 3, 4}
        assert existing.forget(ADDRESS).texts > 0
        assert ADDRESS not in repr(contents(existing))
