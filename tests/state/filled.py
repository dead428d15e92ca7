"""One of everything that a store keeps, written through its own methods, and read back whole."""

from datetime import timedelta
from typing import Any

from sheetsync.model import LetterState, Notification, OutgoingLetter, Place
from sheetsync.state.store import Store
from tests.state.rows import PLAN, row, snapshot

NOW = snapshot(1).taken
DAY = NOW.date()
ADDRESS = "hr@example.org"


def fill(store: Store) -> None:
    """Two snapshots, a run, letters in several states, and what people said."""
    with store.writing() as transaction:
        run = transaction.begin_run(PLAN, now=NOW)
        transaction.remember(PLAN, snapshot(1, row(1), row(2, 5)))
        transaction.remember(PLAN, snapshot(2, row(1, status="Выполнено"), row(3, 6), told=True))
        transaction.doubt(PLAN, 3, [1, 2])
        transaction.link(PLAN, 1, 2)
        transaction.keep_places(
            PLAN, {"План": Place(sheet_id=7, title="План", large=True, columns="A:K")}
        )
        filed = transaction.file(PLAN, map(letter, "abc"), snapshot=2, now=NOW)
        states = (LetterState.SENT, LetterState.DEFERRED)
        for each, state in zip(filed, states, strict=False):
            transaction.note_states({each.id: (state, "250 OK", 1)}, now=NOW)
        transaction.note_words(PLAN, [1, 3], DAY)
        transaction.mend(PLAN, ADDRESS, DAY)
        transaction.end_run(
            run, now=NOW + timedelta(minutes=1), exit_code=0, figures={"letters": 3}
        )


def letter(name: str) -> OutgoingLetter:
    return OutgoingLetter(
        day=DAY,
        kind="between",
        address=f"{name}@example.org",
        recipient=ADDRESS,
        scope="",
        trigger="before-7",
        subject="План мероприятий",
        message_id=f"<{name}@example.org>",
        raw="План\r\n".encode(),
        notifications=(
            Notification(1, "", "Отдел кадров", DAY, "before-7"),
            Notification(3, "март", "Отдел кадров", None, "ask-02"),
        ),
    )


def contents(store: Store) -> dict[str, Any]:
    """All of it but the plan's random token; types count, for a truth may come back as a number."""
    with store.reading() as records:
        past = records.past(PLAN)
        found = {
            "plans": records.plans(),
            "heads": past.heads,
            "newest": past.newest(),
            "earlier": past.snapshot(1),
            "links": past.links,
            "doubts": past.doubts,
            "words": past.words,
            "mended": past.mended,
            "days": records.days(PLAN),
            "places": records.places(PLAN),
            "runs": records.runs(PLAN, newest=9),
            "filed": records.filed(PLAN),
            "waiting": records.waiting(PLAN, DAY),
            "letter": records.letter(PLAN, 1),
            "taken": records.taken_on(DAY),
            "counts": records.counts(),
        }
    return {name: repr(value) for name, value in found.items()}
