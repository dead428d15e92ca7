"""The command `forget`."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import folder_option, open_job
from sheetsync.cli.terminal import tell

if TYPE_CHECKING:
    from sheetsync.config import Config


@click.command()
@click.argument("address", metavar="ADDRESS")
@folder_option
def forget(address: str, folder: Path) -> None:
    """Remove an ADDRESS from what is remembered."""
    with open_job(folder, None, writes=True) as job:
        forgotten = job.store.forget(address)
        config = job.config
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
    _tell_copies(config, address.strip())
    # What is forgotten cannot tell that the program has written there before.
    if config.names(address.strip()):
        tell(
            "The settings still name {address}: the next letter there introduces the "
            "program as the very first one does. Take the address out to get none.",
            address=address,
            wrap=True,
        )


def _tell_copies(config: "Config", address: str) -> None:
    """List the files that may still hold the address, for the user to delete.

    What stands in the cells of a workbook's copy is not looked at.
    """
    from sheetsync.state.forgetting import names_address
    from sheetsync.workbooks.files import dated_copies

    letters = [
        file for file in config.outbox.rglob("*.eml") if names_address(file.read_bytes(), address)
    ]
    if letters:
        tell("The address still stands in these letters; delete them yourself:", wrap=True)
        _list(letters)
    copies = () if config.settings.plan.spreadsheet else dated_copies(config.workbook)
    if copies:
        tell("It may stand in these copies of the workbook, too:", wrap=True)
        _list(copies)


def _list(files: Iterable[Path]) -> None:
    for file in sorted(files):
        click.echo(f"  {file}")
