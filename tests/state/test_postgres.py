"""What only a database of many machines has to stand: writers of one plan at the same time."""

from collections.abc import Iterator

import pytest

from sheetsync.errors import ConfigError, StateError
from sheetsync.state.database import Connection
from sheetsync.state.postgres import PostgresDatabase
from sheetsync.state.store import open_shared_store
from tests.postgres import Server
from tests.state.children import children, remember_shared
from tests.state.rows import PLAN, Once, row, snapshot

WRITERS = 4
WRITES = 40


def test_processes_write_one_plan_at_the_same_time(postgres: Server) -> None:
    url = postgres.new()
    context = children()
    writers = [
        context.Process(target=remember_shared, args=(url, PLAN, WRITES)) for _ in range(WRITERS)
    ]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    assert [each.exitcode for each in writers] == [0] * WRITERS
    with open_shared_store(url) as store, store.reading() as records:
        assert records.last_serial(PLAN) == WRITERS * WRITES
        assert records.past(PLAN).next_identity == WRITERS * WRITES + 1


def test_a_block_sees_one_moment_whoever_writes(postgres: Server) -> None:
    with open_shared_store(postgres.new(), PLAN) as store, store.reading() as records:
        assert records.last(PLAN) is None
        Once(store).remember(PLAN, snapshot(1, row(1)))
        assert records.last(PLAN) is None


def test_a_server_that_is_not_there_is_said_without_its_password() -> None:
    url = "postgresql://me:secret@127.0.0.1:1/none"
    with pytest.raises(StateError, match="База данных") as found:
        open_shared_store(url)
    assert "secret" not in str(found.value)


@pytest.mark.parametrize("url", ["me:secret@host", "postgresql://me:secret%@host", "host=secret"])
def test_what_is_no_url_is_said_without_it(url: str) -> None:
    with pytest.raises(ConfigError, match="Адрес базы данных не разобрать") as found:
        open_shared_store(url)
    assert "secret" not in str(found.value)


def test_the_store_goes_on_when_the_server_was_started_anew(postgres: Server) -> None:
    with open_shared_store(postgres.new(), PLAN) as store:
        Once(store).remember(PLAN, snapshot(1, row(1)))
        postgres.stop()
        with pytest.raises(StateError):
            Once(store).last(PLAN)
        postgres.start()
        assert Once(store).last(PLAN) == snapshot(1, row(1))


def test_a_process_frozen_amid_many_rows_is_one_that_says_nothing(postgres: Server) -> None:
    """The server's time for such a one never begins where it waits for the rest of a pipeline."""
    database = PostgresDatabase(postgres.new())
    asked = "SELECT state FROM pg_stat_activity WHERE pid = ?"
    seen = []

    def rows(pid: int, other: Connection) -> Iterator[tuple[int]]:
        for number in range(3):
            yield (number,)
            seen.append(other.scalar(asked, (pid,)))

    with database.writing() as connection, database.reading(alone=True) as other:
        pid = connection.scalar("SELECT pg_backend_pid()")
        connection.executemany("SELECT CAST(? AS INTEGER)", rows(pid, other))
    assert seen == ["idle in transaction"] * 3
