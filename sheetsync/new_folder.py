"""Makes the folders of plans: an organisation's own, the sample of `demo`, the next period's."""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from sheetsync.config import (
    COLUMNS_FILE,
    ROSTER_FILE,
    SETTINGS_FILE,
    TEMPLATE_FILE,
    WORKBOOK_FILE,
    Config,
    load_config,
)
from sheetsync.config.comments import translated
from sheetsync.config.edits import accept_headers, for_period, moved, with_addresses
from sheetsync.config.new_settings import PASSWORD_FILE, Answers, Source, settings_text
from sheetsync.config.schema import PlanSection
from sheetsync.errors import UsageError, system_words
from sheetsync.importing import import_plan
from sheetsync.languages import CODES, active, load_language
from sheetsync.model import PlanPeriod
from sheetsync.model.language import marked
from sheetsync.resources import data_path
from sheetsync.words.occurrence_names import period_name
from sheetsync.workbooks.google.address import is_address

SAMPLE_FILE = "sample-plan.tsv"
_KEPT_OUT = (PASSWORD_FILE, "*.json", "sheetsync.db*", "sheetsync.lock", "outbox/")


def source_of(told_as: str, *, key: Path | None = None, tab: str = "") -> Source:
    """What an address, an id or a path means. Raises UsageError where there is no such file."""
    path = Path(told_as)
    if not path.exists() and is_address(told_as):
        return Source(spreadsheet=told_as, key=key, tab=tab)
    if not path.is_file():
        raise UsageError(
            "There is no file “{told_as}”. Name an .xlsx workbook, a document with the "
            "plan, or the address of a Google Sheet from the browser.",
            told_as=told_as,
        )
    if path.suffix.lower() == ".xlsx":
        return Source(workbook=path.resolve(), tab=tab)
    return Source(document=path.resolve(), tab=tab)


def write_folder(
    folder: Path, answers: Answers, roster: str, *, accepted: Mapping[str, str] | None = None
) -> None:
    """Write settings, roster, password and, from a document, the workbook; nothing is replaced.

    Headers that were `accepted` are added to columns.toml. Raises UsageError where the folder has
    settings already or cannot be written.
    """
    if (folder / SETTINGS_FILE).exists():
        raise UsageError(
            "“{folder}” is there already and is not replaced.", folder=folder / SETTINGS_FILE
        )
    sentence = marked("Could not write to “{folder}”: {reason}.")
    with system_words(UsageError, sentence, folder=folder):
        folder.mkdir(parents=True, exist_ok=True)
        if accepted:
            accept_headers(folder, accepted)
        if answers.source.document and not (folder / WORKBOOK_FILE).exists():
            import_plan(answers.source.document, folder / WORKBOOK_FILE)
        if not (folder / ROSTER_FILE).exists():
            _write(folder / ROSTER_FILE, with_addresses(roster, answers.addresses))
        if answers.password:
            _write_secret(folder / PASSWORD_FILE, answers.password)
        if not (folder / ".gitignore").exists():
            _write(folder / ".gitignore", "\n".join(_KEPT_OUT) + "\n")
        # The settings come last: a folder that has them is set up.
        _write(folder / SETTINGS_FILE, settings_text(answers, folder.resolve()))


def make_empty(folder: Path) -> None:
    """Make the folder. Raises UsageError where it holds anything or cannot be made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            "“{folder}” is there already and is not empty. Name another folder.", folder=folder
        )
    sentence = marked("Could not make the folder “{folder}”: {reason}. Name another one.")
    with system_words(UsageError, sentence, folder=folder):
        folder.mkdir(parents=True, exist_ok=True)


def without_address(folder: Path) -> tuple[str, ...]:
    """The departments of a folder's roster that letters cannot reach yet. Raises ConfigError."""
    return load_config(folder).roster.without_address


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _write_secret(path: Path, text: str) -> None:
    """A file that its owner alone can read from its first moment on."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")


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
