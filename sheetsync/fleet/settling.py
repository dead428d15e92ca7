"""Carries what became of posts into the ledgers of their plans, also after a run that died."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sheetsync.daily.job import PLAN
from sheetsync.errors import DeliveryError, SheetsyncError
from sheetsync.fleet.database import FleetDatabase
from sheetsync.model import GONE, UNSETTLED, YET_TO_GO, LetterState
from sheetsync.state.database import placeholders
from sheetsync.state.place import store_path
from sheetsync.state.store import open_shared_store, open_store
from sheetsync.state.transaction import Transaction

_Settled = tuple[str, int, LetterState, str, int]  # day, letter, state, reply, tries


def recover(database: FleetDatabase, plans: Path, *, now: datetime) -> list[SheetsyncError]:
    """Settle what a run that died has left: who may have had a letter never gets it again.

    Letters of past days that did not go expire; what they told is told by later ones. Returns
    what there is to say of it.
    """
    with database.writing() as connection:
        # The server may have taken the whole text before the line broke (RFC 1047).
        unknown = connection.execute(
            "UPDATE posts SET state = ? WHERE state = ? RETURNING address",
            (LetterState.UNKNOWN, LetterState.DATA),
        )
        connection.execute(
            f"UPDATE posts SET state = ? WHERE day < ? AND state IN ({placeholders(YET_TO_GO)})",  # noqa: S608
            (LetterState.EXPIRED, now.date().isoformat(), *YET_TO_GO),
        )
    problems: list[SheetsyncError] = [
        DeliveryError("A run broke off: nobody knows whether {to} has its letter.", to=address)
        for (address,) in unknown
    ]
    return [*problems, *settle(database, plans, now=now)]


def settle(database: FleetDatabase, plans: Path, *, now: datetime) -> list[SheetsyncError]:
    """Tell each plan's ledger what became of its letters; returns the stores that failed."""
    found = database.rows(
        "SELECT drafts.plan, drafts.day, drafts.letter, state, reply, tries FROM drafts "
        "LEFT JOIN parts USING (plan, day, letter) LEFT JOIN posts ON posts.id = post "
        "WHERE settled = 0 ORDER BY drafts.plan"
    )
    today = now.date().isoformat()
    by_plan: defaultdict[str, list[_Settled]] = defaultdict(list)
    for plan, day, letter, state, reply, tries in found:
        # A letter that no post took, for its address had one that day, ends with the day.
        final = state or (LetterState.EXPIRED if day < today else "")
        if final and final not in UNSETTLED:
            by_plan[plan].append((day, letter, LetterState(final), reply or "", tries or 0))
    problems: list[SheetsyncError] = []
    told: list[tuple[str, str, int]] = []
    for plan, letters in by_plan.items():
        try:
            _tell(plans / plan, letters, url=database.url, now=now)
        except SheetsyncError as error:
            problems.append(error)
        else:
            told += [(plan, day, letter) for day, letter, *_rest in letters]
    # After the ledgers: a run that dies in between tells them again, which changes nothing.
    if told:
        with database.writing() as connection:
            connection.executemany(
                "UPDATE drafts SET settled = 1, raw = NULL WHERE plan = ? AND day = ? "
                "AND letter = ?",
                told,
            )
    return problems


def _tell(folder: Path, letters: Sequence[_Settled], *, url: str, now: datetime) -> None:
    path = store_path(folder)
    if not url and not path.exists():
        return
    noted = {letter: (state, reply, tries) for _day, letter, state, reply, tries in letters}
    with (
        open_shared_store(url, folder.name) if url else open_store(path) as store,
        store.writing() as transaction,
    ):
        transaction.note_states(noted, now=now)
        _complete_record(transaction, folder.name if url else PLAN)


def _complete_record(transaction: Transaction, plan: str) -> None:
    """The plan's run ended before its letters went: count them now, however often this is done."""
    for run in transaction.runs(plan, newest=1):
        if run.ended and run.exit_code is not None and run.did_its_work:
            gone = transaction.count(plan, states=GONE, day=run.started.date())
            figures = {**run.figures, "letters": gone}
            transaction.end_run(run.id, now=run.ended, exit_code=run.exit_code, figures=figures)
