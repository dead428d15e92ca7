"""The sample plan as its file has it."""

from pathlib import Path

from sheetsync.model import Grid

_FILE = Path(__file__).parents[1] / "config" / "sample-plan.tsv"


def sample_grid() -> Grid:
    """The rows of the sample plan, one cell a tab-separated field."""
    rows = _FILE.read_text(encoding="utf-8").splitlines()
    return Grid(title="План", rows=tuple(tuple(row.split("\t")) for row in rows))
