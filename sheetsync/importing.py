"""Makes the workbook of a plan from a table in a file."""

from pathlib import Path

from sheetsync.config import load_column_rules
from sheetsync.errors import UsageError
from sheetsync.languages import _
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import column_letter
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.summary.plan_sheet import kept_columns, plan_sheet
from sheetsync.workbooks.tables import read_table_file
from sheetsync.workbooks.xlsx.workbook import create_workbook


@frozen
class Imported:
    """What became of a file: its table, and the headers of columns that were kept as they were.

    `tab` is the title of the new workbook's tab.
    """

    table: PlanTable
    tab: str
    kept: tuple[str, ...]


def import_plan(source: Path, target: Path) -> Imported:
    """Make the workbook `target` from the table in `source`.

    Raises UsageError for a target that no workbook can have, WorkbookError for files that cannot
    be read or written, PlanError where `source` holds no plan.
    """
    if target.suffix.lower() != ".xlsx":
        raise UsageError("The workbook's name has to end in .xlsx, such as plan.xlsx.")
    if not target.parent.is_dir():
        raise UsageError(
            "There is no folder “{parent}”. Make it, or name another one.", parent=target.parent
        )
    # Headers that an earlier plan of the folder taught its columns.toml are known to this one.
    table = read_table(read_table_file(source), load_column_rules(target.parent))
    sheet = plan_sheet(table)
    create_workbook(target, sheet)
    return Imported(
        table=table,
        tab=sheet.title,
        kept=tuple(
            table.header.others.get(column) or _("column {letter}", letter=column_letter(column))
            for column in kept_columns(table)
        ),
    )
