"""What a fleet's plans have in common: the part of its fleet.toml that each of them inherits."""

from pathlib import Path
from typing import Any

from sheetsync.config.layers import FLEET_FILE, PLANS_FOLDER, Layer
from sheetsync.config.problems import toml_table
from sheetsync.model.frozen import frozen

# Keys that name files: inherited, they would else be looked for in each plan's own folder.
_FILES = {"plan": ("google_key",), "mail": ("outbox", "password_file", "certificates")}


@frozen
class SharedSettings:
    """The settings under `[inherit]` and the roster that it names, if any.

    `database` is the one of PostgreSQL that `[fleet]` names, "" where each plan has a file.
    """

    layer: Layer
    roster: Path | None
    database: str


def shared_of(folder: Path, problems: list[str]) -> SharedSettings | None:
    """What the folder of a plan inherits; None where it stands alone, or that file is no TOML."""
    # Not any ancestor: a plan that merely lies below a fleet stands alone.
    place = folder.absolute().parent
    file = place.parent / FLEET_FILE
    data = toml_table(file, problems) if place.name == PLANS_FOLDER and file.is_file() else None
    if data is None:
        return None
    inherited, fleet = _section(data, "inherit"), _section(data, "fleet")
    roster, database = inherited.get("roster"), fleet.get("database", "")
    return SharedSettings(
        layer=Layer(file, _sections(inherited, file.parent)),
        roster=file.parent / roster if isinstance(roster, str) else None,
        database=database if isinstance(database, str) else "",
    )


def _section(data: dict[str, Any], name: str) -> dict[str, Any]:
    """A section of the file; what is none is reported by whoever reads the fleet."""
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _sections(inherited: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The inherited sections, whose file names are relative to the fleet's folder."""
    parts = {name: part for name, part in inherited.items() if isinstance(part, dict)}
    return {name: {**part, **_files(name, part, folder)} for name, part in parts.items()}


def _files(section: str, part: dict[str, Any], folder: Path) -> dict[str, str]:
    return {
        key: (folder / part[key]).as_posix()
        for key in _FILES.get(section, ())
        if isinstance(part.get(key), str) and part[key]
    }
