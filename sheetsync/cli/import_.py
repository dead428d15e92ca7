"""The command `import`."""

from pathlib import Path

import click

from sheetsync.cli.terminal import under_way
from sheetsync.languages import _


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default="plan.xlsx",
    show_default=True,
    help="The workbook to make; an existing file is not touched.",
)
def import_file(file: Path, output: Path) -> None:
    """Make a workbook from a plan in a file.

    FILE is .txt, .tsv, .csv, .docx or .xlsx.
    """
    from sheetsync.cli.imported import print_imported
    from sheetsync.new_plan import import_plan

    with under_way(_("Reading the file")):
        imported = import_plan(file, output)
    print_imported(imported, output)
