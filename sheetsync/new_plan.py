"""Makes new plans: a workbook from a table in a file, the folder of `demo`, the next year's."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sheetsync.config import (
    COLUMNS_FILE,
    ROSTER_FILE,
    SETTINGS_FILE,
    TEMPLATE_FILE,
    WORKBOOK_FILE,
    Config,
    load_column_rules,
    load_config,
)
from sheetsync.config.comments import translated
from sheetsync.config.edits import for_period, moved
from sheetsync.config.schema import PlanSection
from sheetsync.errors import UsageError, reason
from sheetsync.languages import CODES, _, active, load_language
from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import column_letter
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.resources import data_path
from sheetsync.summary.plan_sheet import kept_columns, plan_sheet
from sheetsync.words.occurrence_names import period_name
from sheetsync.workbooks.tables import read_table_file
from sheetsync.workbooks.xlsx.workbook import create_workbook

SAMPLE_FILE = "sample-plan.tsv"


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
    _make_empty(folder)
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


def roll_over(folder: Path, target: Path | None, *, period: PlanPeriod | None) -> Config:
    """Make `target` for the plan of `period`, or else of the one that follows.

    It has the settings and the roster of `folder` and remembers nothing.

    The new plan is looked for in the same workbook, on a tab named after its period, and read from
    the day that it appears there; without a `target`, its folder lies beside `folder`, which stays
    as it is. Returns the new configuration; raises UsageError where `target` holds anything or the
    period is the plan's own.
    """
    config = load_config(folder)
    plan = config.settings.plan
    new = period or plan.period.following
    if new == plan.period:
        raise UsageError(
            "This is the plan of {year} already. Give the year of the new one.", year=new.label
        )
    # A tab's title holds no slash, and neither does a folder's name.
    label = new.label.replace("/", "-")
    target = target or folder.with_name(f"{folder.name}-{label}")
    _make_empty(target)
    settings = for_period(
        (folder / SETTINGS_FILE).read_text(encoding="utf-8-sig"),
        old=plan.period,
        new=new,
        # Relative, so that both folders may move together; to TOML a backslash is an escape.
        workbook=Path(os.path.relpath(config.workbook, target)).as_posix(),
        tabs=_later_titles(plan.tabs or (plan.one_tab,), plan, new),
    )
    (target / SETTINGS_FILE).write_text(settings, encoding="utf-8")
    for name in (ROSTER_FILE, COLUMNS_FILE, TEMPLATE_FILE):
        if (folder / name).exists():
            shutil.copyfile(folder / name, target / name)
    return load_config(target)


def _later_titles(titles: Sequence[str], old: PlanSection, new: PlanPeriod) -> list[str]:
    """Of tabs in the same workbook: the old plan's are still there, under the titles they have."""
    language = load_language(old.language)
    label, plan = period_name(new, language), language.gettext("Plan")
    later = [moved(title, old.period, new) or title for title in titles]
    return [
        now if now != was else f"{was if len(titles) > 1 else plan} {label}"
        for was, now in zip(titles, later, strict=True)
    ]


def next_period(folder: Path, year: int) -> PlanPeriod:
    """The period of the folder's plan as it lies in `year`, or begins there. Raises ConfigError."""
    period = load_config(folder).settings.plan.period
    return period.later(12 * (year - period.starts.year))


def _make_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            "“{folder}” is there already and is not empty. Name another folder.", folder=folder
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            "Could not make the folder “{folder}”: {reason}. Name another one.",
            folder=folder,
            reason=reason(error),
        ) from error
