"""Prints the size and the times of a store with 250 daily snapshots of 500 measures.

Every day brings 15 other statuses, a note, a deadline and a rewording; every Monday a new row on
top renumbers the whole plan. The bars: under 10 MB, and everything under a second.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from sheetsync.model import KnownRow, Line, Snapshot
from sheetsync.state.store import Store, open_store
from tests.state.rows import Once

MEASURES, DAYS = 500, 250
PLAN = "план"
FIRST = datetime(2021, 1, 11, 9, tzinfo=UTC)
SYLLABLES = ("за", "се", "да", "ние", "про", "ве", "сти", "под", "го", "то", "вка", "зор", "ра")
_Answer = TypeVar("_Answer")


def words(count: int, chance: Random) -> str:
    """Some invented words, a word about six letters."""
    return " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(count))


def row(identity: int, chance: Random) -> KnownRow:
    """A row as long as those of real plans: about 160 letters of text, 60 of responsibles."""
    line = Line(0, "", words(22, chance), words(2, chance), words(8, chance), "", "", "Раздел I")
    return KnownRow(identity=identity, line=line)


def edited(rows: list[KnownRow], day: int, chance: Random) -> list[KnownRow]:
    """The rows of the day after."""
    rows = list(rows)
    fields = ["status"] * 15 + ["note", "deadline", "measure"]
    for place, field in zip(chance.sample(range(len(rows)), k=len(fields)), fields, strict=True):
        changed = {field: words(22 if field == "measure" else 6, chance)}
        rows[place] = replace(rows[place], line=rows[place].line._replace(**changed))
    if day % 7 == 0:
        rows.insert(0, row(MEASURES + 1 + day, chance))
    return rows


def numbered(rows: list[KnownRow]) -> tuple[KnownRow, ...]:
    """The rows below a header in row 3, counted from 1."""
    return tuple(
        replace(each, line=each.line._replace(row=3 + i, number=str(i)))
        for i, each in enumerate(rows, 1)
    )


def snapshot(rows: list[KnownRow], day: int) -> Snapshot:
    """What a run finds on that day."""
    return Snapshot(
        taken=FIRST + timedelta(days=day),
        year=2021,
        title="План мероприятий на 2021 год",
        tab="План",
        told=True,
        rows=numbered(rows),
    )


def timed(name: str, action: Callable[[], _Answer]) -> _Answer:
    """The action's answer; prints how long it took."""
    started = perf_counter()
    answer = action()
    print(f"{name:24}{perf_counter() - started:8.3f} s")
    return answer


def size(path: Path) -> str:
    """Of the store with its log."""
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.2f} MB"


def fill(store: Store) -> list[KnownRow]:
    """Remember all days; returns the rows of the last."""
    chance = Random(4)
    rows = [row(identity, chance) for identity in range(1, MEASURES + 1)]
    slowest = 0.0
    for day in range(DAYS):
        rows = edited(rows, day, chance) if day else rows
        started = perf_counter()
        Once(store).remember(PLAN, snapshot(rows, day))
        slowest = max(slowest, perf_counter() - started)
    print(f"{'remember, slowest':24}{slowest:8.3f} s")
    return rows


def measure(path: Path) -> None:
    """Fill a store and ask it everything."""
    with timed("import, create", lambda: open_store(path)) as store:
        rows = timed("250 snapshots", lambda: fill(store))
        print(f"{'size, open':24}{size(path)}")
    print(f"{'size, closed':24}{size(path)}")
    with timed("open", lambda: open_store(path)) as store:
        newest = timed("last", lambda: Once(store).last(PLAN))
        if newest != snapshot(rows, DAYS - 1):
            sys.exit("the last snapshot did not come back as it was")
        timed("as_of", lambda: Once(store).as_of(PLAN, (FIRST + timedelta(days=120)).date()))
        timed("since", lambda: Once(store).past(PLAN).since())
        timed("life", lambda: Once(store).life(PLAN, 250))
        timed("remember the same", lambda: Once(store).remember(PLAN, snapshot(rows, DAYS)))
        timed("forget", lambda: store.forget("nobody@example.org"))


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        measure(Path(folder) / "sheetsync.db")
