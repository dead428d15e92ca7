"""What other processes do in these tests, and how they are started quickly."""

import multiprocessing
from multiprocessing.context import ForkServerContext
from pathlib import Path

from sheetsync.state.store import open_shared_store, open_store
from tests.state.rows import PLAN, Once, numbered, row, snapshot


def children() -> ForkServerContext:
    """Processes forked off a server that has imported what a second would go into."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sheetsync.state.store"])
    return context


def run_for_ever(path: Path) -> None:
    """One run after the other: a snapshot and what belongs to it, in one transaction each."""
    with open_store(path) as store:
        number = len(Once(store).past(PLAN).links) + 1
        while True:
            with store.writing() as transaction:
                transaction.remember(PLAN, numbered(number))
                transaction.link(PLAN, number, number + 1)
            number += 1


def open_once(path: Path) -> None:
    open_store(path).close()


def remember_many(path: Path, plan: str, count: int) -> None:
    """Open, remember, close, as often as that."""
    for number in range(1, count + 1):
        with open_store(path) as store, store.writing() as transaction:
            identity = transaction.past(plan).next_identity
            transaction.remember(plan, snapshot(number, row(identity)))


def remember_shared(url: str, plan: str, count: int) -> None:
    """Write so many snapshots of a plan that others write too."""
    with open_shared_store(url, plan) as store:
        for number in range(1, count + 1):
            with store.writing() as transaction:
                identity = transaction.past(plan).next_identity
                transaction.remember(plan, snapshot(number, row(identity)))
