"""A run that delivers, as a process of its own that may be killed at any moment."""

from pathlib import Path

from sheetsync.mail.delivery import RetryPolicy, deliver
from sheetsync.mail.smtp import connect
from sheetsync.model import MailServer
from sheetsync.state.store import open_store
from tests.mail.filed import DAY, NOW, StoredLedger
from tests.state.rows import PLAN, Once


def run_once(path: Path, server: MailServer) -> None:
    """Settle what the run before left open, then deliver what waits."""
    with open_store(path) as store:
        Once(store).settle(PLAN, DAY, now=NOW)
        patience = RetryPolicy(sleep=lambda _: None, pauses=())
        done = deliver(StoredLedger(store), lambda: connect(server, ""), patience=patience)
        if done.problem:
            raise done.problem
