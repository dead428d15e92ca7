"""Brings a plan into a fleet: looks at it, drafts what is not shared, writes its folder."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from sheetsync.config import ROSTER_FILE, SETTINGS_FILE, load_layers
from sheetsync.config.fleet import FleetConfig
from sheetsync.config.folder import roster_files
from sheetsync.config.layers import merged
from sheetsync.config.new_settings import Source
from sheetsync.errors import UsageError
from sheetsync.first_look import FirstLook, look
from sheetsync.fleet.entries import FleetPlan, folder_name, keep_row
from sheetsync.model import PlanPeriod
from sheetsync.new_folder import source_of


@contextmanager
def added(fleet: FleetConfig, source: Source, *, name: str, today: date) -> Iterator[Path]:
    """Make the folder of a new plan; what the fleet shares is not written again.

    Yields it; where the block raises, it is as it was before. Raises UsageError where the name is
    taken, and what reading the plan raises.
    """
    key, found = source.key, look(source, Path(), today=today)
    title = folder_name(name or found.plan.title)
    folder = fleet.plans / title
    if (folder / SETTINGS_FILE).exists():
        raise UsageError("There is a plan “{name}” already: use --name.", name=title)
    with _undone_by_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _write_roster(folder, found)
        plan = _plan_section(found.source, found.plan.period)
        if key and key in fleet.keys:
            keep_row(FleetPlan(name=title, folder=folder), key)
        elif key:
            plan["google_key"] = key.resolve().as_posix()
        # The settings come last: a folder that has them is a plan.
        (folder / SETTINGS_FILE).write_text(tomlkit.dumps({"plan": plan}), encoding="utf-8")
        yield folder


@contextmanager
def _undone_by_errors(folder: Path) -> Iterator[None]:
    """Take away what the block put into the folder, where it raises."""
    # A workbook of staff's may lie there already.
    before = {folder, *folder.rglob("*")} if folder.exists() else set()
    try:
        yield
    except BaseException:
        for path in sorted({folder, *folder.rglob("*")} - before, reverse=True):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
        raise


def draft_missing_roster(folder: Path, fleet: FleetConfig) -> None:
    """Give a plan that has no roster at all one drafted from its own cells, without addresses."""
    if any(file.exists() for file in roster_files(folder)):
        return
    plan = merged(load_layers(folder)).get("plan", {})
    if not isinstance(plan, dict) or not any(map(plan.get, ("spreadsheet", "workbook"))):
        return
    link = plan.get("spreadsheet") or str(folder / plan["workbook"])
    named = plan.get("google_key")
    key = folder / named if named else next(iter(fleet.keys), None)
    named = plan.get("tab", "")
    tab = tuple(named) if isinstance(named, list) else named
    source = replace(source_of(link, key=key), tab=tab)
    # A day is needed to read deadlines; only the names of parties are wanted here.
    _write_roster(folder, look(source, folder, today=date(plan.get("year", 2000), 1, 1)))


def _write_roster(folder: Path, look: FirstLook) -> None:
    """The drafted entries that the shared roster does not have."""
    shared = _names(file for file in roster_files(folder) if file.exists())
    text = look.roster
    if shared:
        drafted = tomlkit.parse(text)
        entries = [each for each in drafted.unwrap()["department"] if each["name"] not in shared]
        text = tomlkit.dumps({"department": entries}) if entries else ""
    if text and not (folder / ROSTER_FILE).exists():
        (folder / ROSTER_FILE).write_text(text, encoding="utf-8")


def _names(files: Any) -> Collection[str]:
    names: set[str] = set()
    for file in files:
        # Editors of Windows put a byte order mark first, which TOML's grammar lacks.
        entries = tomlkit.parse(file.read_text(encoding="utf-8-sig")).unwrap()
        for entry in entries.get("department", []):
            names |= {entry.get("name", ""), *entry.get("aliases", [])}
    return names


def _plan_section(source: Source, period: PlanPeriod) -> dict[str, Any]:
    days = {"starts": period.starts, "ends": period.ends}
    named: dict[str, Any] = {"year": period.starts.year} if period.calendar else dict(days)
    if source.tab:
        named["tab"] = source.tab if isinstance(source.tab, str) else list(source.tab)
    if source.spreadsheet:
        return {"spreadsheet": source.spreadsheet, **named}
    if source.workbook is None:
        raise UsageError(
            "Give a Google Sheet or an .xlsx workbook; a document first goes to import."
        )
    return {"workbook": source.workbook.as_posix(), **named}
