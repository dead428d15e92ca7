"""Files beside the memory in which an address may stand still: they are left to a person."""

from pathlib import Path

from sheetsync.daily.job import Job
from sheetsync.model.frozen import frozen
from sheetsync.state.forgetting import holds
from sheetsync.workbooks.files import dated_copies


@frozen
class Copies:
    """`letters` are files of the outbox that hold the address, `workbooks` the plan's copies.

    What stands in the cells of a copy is not looked at.
    """

    letters: tuple[Path, ...]
    workbooks: tuple[Path, ...]


def copies_with(job: Job, address: str) -> Copies:
    """The copies that `forget` leaves; none of a plan in a shared sheet are workbooks."""
    config = job.config
    files = sorted(config.outbox.rglob("*.eml"))
    shared = config.settings.plan.spreadsheet
    return Copies(
        letters=tuple(file for file in files if holds(file.read_bytes(), address)),
        workbooks=() if shared else tuple(sorted(_beside(config.workbook))),
    )


def _beside(workbook: Path) -> dict[Path, str]:
    return dated_copies(workbook) if workbook.parent.is_dir() else {}
