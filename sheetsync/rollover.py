"""Makes the folder of the plan that follows another."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sheetsync.config import (
    COLUMNS_FILE,
    ROSTER_FILE,
    SETTINGS_FILE,
    TEMPLATE_FILE,
    Config,
    load_config,
)
from sheetsync.config.edits import for_period, moved
from sheetsync.config.schema import PlanSection
from sheetsync.errors import UsageError
from sheetsync.languages import load_language
from sheetsync.model import PlanPeriod
from sheetsync.new_folder import make_empty
from sheetsync.words.occurrence_names import period_name


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
    make_empty(target)
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
