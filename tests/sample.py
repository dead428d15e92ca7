"""The sample plan as its file has it, and what it means on a day."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sheetsync.config.folder import load_config
from sheetsync.daily.plan_context import context_of
from sheetsync.model import Agenda, Grid
from sheetsync.new_folder import make_sample
from sheetsync.plan.agenda import build_agenda, plan_of_table
from sheetsync.plan.table import read_table

_FILE = Path(__file__).parents[1] / "config" / "sample-plan.tsv"


def sample_grid() -> Grid:
    """The rows of the sample plan, one cell a tab-separated field."""
    rows = _FILE.read_text(encoding="utf-8").splitlines()
    return Grid(title="План", rows=tuple(tuple(row.split("\t")) for row in rows))


@cache
def _sample_files() -> dict[str, bytes]:
    with TemporaryDirectory() as room:
        folder = Path(room) / "plan"
        make_sample(folder)
        return {file.name: file.read_bytes() for file in folder.iterdir()}


def put_sample(folder: Path) -> None:
    """What `make_sample` makes, which takes ten times as long."""
    folder.mkdir(parents=True)
    for name, content in _sample_files().items():
        (folder / name).write_bytes(content)


def sample_agenda(folder: Path, today: date) -> Agenda:
    """The agenda of the sample plan under the sample settings, which go into `folder`."""
    put_sample(folder)
    config = load_config(folder)
    context = context_of(config)
    plan = plan_of_table(read_table(sample_grid(), config.column_rules), context, today=today)
    return build_agenda(plan, today=today, warnings=context.warnings)
