"""Makes the folder of `demo`: the sample configuration and its plan."""

import shutil
from pathlib import Path

from sheetsync.config import (
    COLUMNS_FILE,
    ROSTER_FILE,
    SETTINGS_FILE,
    TEMPLATE_FILE,
    WORKBOOK_FILE,
)
from sheetsync.config.comments import translated
from sheetsync.errors import UsageError
from sheetsync.importing import import_plan
from sheetsync.languages import CODES, active, load_language
from sheetsync.new_folder import make_empty
from sheetsync.resources import data_path

SAMPLE_FILE = "sample-plan.tsv"


def make_sample(folder: Path) -> bool:
    """Fill `folder` with the sample configuration and plan; False where it holds them already.

    Raises UsageError where the folder holds anything else, settings of somebody's own included:
    no pretended day is for a plan that people work by.
    """
    if (folder / SETTINGS_FILE).exists() and (folder / WORKBOOK_FILE).exists():
        if not _is_sample(folder):
            raise UsageError(
                "“{folder}” holds a plan of its own: the sample needs a new folder. A day of "
                "that plan: sheetsync run.",
                folder=folder,
            )
        return False
    make_empty(folder)
    for name in (SETTINGS_FILE, ROSTER_FILE, COLUMNS_FILE):
        text = data_path("config", name).read_text(encoding="utf-8")
        (folder / name).write_text(translated(text, active()), encoding="utf-8")
    shutil.copyfile(data_path("config", TEMPLATE_FILE), folder / TEMPLATE_FILE)
    import_plan(data_path("config", SAMPLE_FILE), folder / WORKBOOK_FILE)
    return True


def _is_sample(folder: Path) -> bool:
    """Whether its settings are still those that the sample has in one of the languages."""
    own = (folder / SETTINGS_FILE).read_text(encoding="utf-8-sig", errors="replace")
    text = data_path("config", SETTINGS_FILE).read_text(encoding="utf-8")
    return own in {translated(text, load_language(code)) for code in CODES}
