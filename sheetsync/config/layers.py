"""Settings in layers: what a fleet's plans share, the registry's row, the plan's own file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sheetsync.model.frozen import frozen_positional

SETTINGS_FILE = "sheetsync.toml"
ROSTER_FILE = "departments.toml"
WORKBOOK_FILE = "plan.xlsx"  # where the settings name no other
FLEET_FILE = "fleet.toml"
PLANS_FOLDER = "plans"
REGISTRY_FILE = "registry.toml"
"""What the registry says of a plan, kept in its folder so that every command sees it."""

# Keys that have moved, each with where its value belongs now.
_MOVED = {
    ("warnings", "days"): ("digest", "before"),
    ("warnings", "explicit_days"): ("digest", "before_explicit"),
}


@frozen_positional
class Layer:
    """One file's part of a plan's settings, as TOML has them."""

    file: Path
    data: dict[str, Any]


def renewed(settings: dict[str, Any]) -> dict[str, Any]:
    """The settings with every key that has moved in its present place.

    A value that stands there already wins. What else an old section holds stays, to be reported.
    """
    moved = {
        name: dict(part) if isinstance(part, dict) else part for name, part in settings.items()
    }
    for (old, key), (new, name) in _MOVED.items():
        section = moved.get(old)
        if isinstance(section, dict) and key in section:
            target = moved.setdefault(new, {})
            if isinstance(target, dict):
                target.setdefault(name, section.pop(key))
    gone = {old for old, _ in _MOVED}
    return {name: part for name, part in moved.items() if part or name not in gone}


def laid_over(defaults: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """An organisation's file over the defaults: of each section the keys that it has."""
    merged = dict(defaults)
    for name, part in own.items():
        both = isinstance(part, dict) and isinstance(defaults.get(name), dict)
        merged[name] = {**defaults[name], **part} if both else part
    return merged


def merged(layers: Iterable[Layer]) -> dict[str, Any]:
    """The settings of all layers: of two values of one key the later layer's counts."""
    found: dict[str, Any] = {}
    for layer in layers:
        found = laid_over(found, layer.data)
    return found


def merged_roster(shared: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The plan's own entries before those shared ones that they do not replace by name."""
    # What is no list of tables is left for the schema to report.
    mine, theirs = _entries_of(own), _entries_of(shared)
    names = {entry.get("name") for entry in mine}
    rest = [entry for entry in theirs if entry.get("name") not in names]
    return {**shared, **own, "department": [*mine, *rest]}


def source_of(layers: Iterable[Layer], section: str, key: str) -> Path | None:
    """The file whose value of that key counts; None where it is the default."""
    found = None
    for layer in layers:
        part = layer.data.get(section)
        if isinstance(part, dict) and (not key or key in part):
            found = layer.file
    return found


def _entries_of(roster: dict[str, Any]) -> list[dict[str, Any]]:
    found = roster.get("department", [])
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
