"""The command `forget`."""

from pathlib import Path

import click

from sheetsync.cli.program import folder_option, open_job
from sheetsync.cli.terminal import tell


@click.command()
@click.argument("address")
@folder_option
def forget(address: str, folder: Path) -> None:
    """Remove an ADDRESS from what is remembered."""
    with open_job(folder, None, writes=True) as job:
        forgotten = job.store.forget(address)
    tell(
        "The address {address} is removed from the memory: texts with it, {texts}.",
        address=address,
        texts=forgotten.texts,
    )
    tell(
        "Now without the address: snapshots of the plan {snapshots}, measures "
        "{measures}. Letters that were sent, departments.toml and the sheet are "
        "unchanged.",
        snapshots=forgotten.snapshots,
        measures=forgotten.measures,
    )
