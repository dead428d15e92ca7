"""Short ways to say a row and a snapshot in a test, and the snapshots that have a number."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from sheetsync.model import Line, Remembered, Snapshot

PLAN = "план"
ZONE = timezone(timedelta(hours=3))
REVISION_1 = Path(__file__).parent / "revision-1.sql"


def row(identity: int, place: int = 4, *, parent: int | None = None, **words: str) -> Remembered:
    text = f"Провести заседание {identity}"
    line = Line(place, str(identity), text, "май", "Отдел кадров", "", "", "Раздел I")
    return Remembered(identity=identity, parent=parent, line=line._replace(**words))


def snapshot(day: int, *rows: Remembered, told: bool = False) -> Snapshot:
    return Snapshot(
        taken=datetime(2021, 1, 1, 9, 30, tzinfo=ZONE) + timedelta(days=day - 1),
        year=2021,
        title="План мероприятий",
        tab="План",
        told=told,
        rows=rows,
    )


def numbered(number: int) -> Snapshot:
    """The snapshot of that number: of 40 to 80 rows, most of them other than in the one before."""
    rows = (
        row(identity, identity + 3, status=f"Отметка {number - number % (1 + identity % 3)}")
        for identity in range(1, 41 + number * 7 % 41)
    )
    return snapshot(number, *rows)
