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
        configured = address.strip().casefold() in job.config.spellings
    if forgotten.texts:
        tell(
            "The address {address} is removed from the memory: texts with it, {texts}.",
            address=address,
            texts=forgotten.texts,
            wrap=True,
        )
        tell(
            "Now without the address: snapshots of the plan {snapshots}, measures "
            "{measures}. Letters that were sent, departments.toml and the sheet are "
            "unchanged.",
            snapshots=forgotten.snapshots,
            measures=forgotten.measures,
            wrap=True,
        )
    else:
        tell(
            "The memory does not hold the address {address}: nothing is removed.",
            address=address,
            wrap=True,
        )
    # What is forgotten cannot tell that the program has written there before.
    if configured:
        tell(
            "The settings still name {address}: the next letter there introduces the "
            "program as the very first one does. Take the address out to get none.",
            address=address,
            wrap=True,
        )
