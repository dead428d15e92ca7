"""Makes plan workbooks: from a table in a file, and the sample folder of `demo`."""

import shutil
from pathlib import Path

from sheetsync.config import COLUMNS_FILE, ROSTER_FILE, SETTINGS_FILE, load_synonyms
from sheetsync.errors import UsageError
from sheetsync.plan.table import read_table
from sheetsync.resources import data_path
from sheetsync.summary.plan_sheet import plan_sheet
from sheetsync.workbooks.tables import read_table_file
from sheetsync.workbooks.xlsx import create_workbook

SAMPLE_FILE = "sample-plan.tsv"
_WORKBOOK = "plan.xlsx"


def import_plan(source: Path, target: Path) -> int:
    """Make the workbook `target` from the table in `source`; returns how many measures it holds.

    Raises WorkbookError for files that cannot be read or written, PlanError where `source` holds
    no plan.
    """
    table = read_table(read_table_file(source), load_synonyms(target.parent))
    create_workbook(target, plan_sheet(table))
    return len(table.frame)


def make_sample(folder: Path) -> bool:
    """Fill `folder` with the sample configuration and plan; False where it holds them already.

    Raises UsageError where the folder holds anything else.
    """
    if (folder / SETTINGS_FILE).exists() and (folder / _WORKBOOK).exists():
        return False
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"«{folder}» уже есть и не пуста. Укажите новую папку.")
    folder.mkdir(parents=True, exist_ok=True)
    for name in (SETTINGS_FILE, ROSTER_FILE, COLUMNS_FILE):
        shutil.copyfile(data_path("config", name), folder / name)
    import_plan(data_path("config", SAMPLE_FILE), folder / _WORKBOOK)
    return True
