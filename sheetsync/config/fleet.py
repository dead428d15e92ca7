"""fleet.toml: many plans of one installation, and what each of them inherits."""

from datetime import time
from pathlib import Path
from typing import Any

from sheetsync.config.layers import FLEET_FILE, PLANS_FOLDER, Layer
from sheetsync.config.options import (
    filled,
    hour,
    key,
    keys_of,
    mapping,
    part,
    section,
    sequence,
    text,
    whole,
)
from sheetsync.config.problems import config_error, toml_table, validated
from sheetsync.config.schema import Settings
from sheetsync.errors import ConfigError
from sheetsync.model.frozen import frozen

_INHERITED = {*keys_of(Settings), "roster"}
# Keys that name files: inherited, they would else be looked for in each plan's own folder.
_FILES = {"plan": ("google_key",), "mail": ("outbox", "password_file", "certificates")}
_rate = whole(0, 100_000)


@section
class FleetSection:
    """How the plans are run; a rate of 0 is no limit.

    Google allows 60 reads and 60 writes a minute to an account of a project:
    https://developers.google.com/workspace/sheets/api/limits
    """

    database: str = key(text, default="")
    registry: str = key(text, default="")
    registry_tab: str = key(text, default="")
    google_key: str = key(text, default="")
    summary: str = key(text, default="")
    threads: int = key(whole(1, 64), default=8)
    patience: int = key(whole(1, 3600), default=120)
    reads: int = key(_rate, default=60)
    writes: int = key(_rate, default=60)
    letters_at: time | None = key(hour, default=None)
    letters_a_minute: int = key(_rate, default=0)


@section
class AccountSection:
    """One service account of the pool."""

    key: str = key(filled)


@section
class FleetFile:
    """fleet.toml."""

    fleet: FleetSection = key(part(FleetSection), default=FleetSection())
    account: tuple[AccountSection, ...] = key(sequence(part(AccountSection)), default=())
    inherit: dict[str, Any] = key(mapping(lambda each: each), default_factory=dict)


@frozen
class FleetConfig:
    """The folder of a fleet and what its fleet.toml says."""

    folder: Path
    settings: FleetSection
    keys: tuple[Path, ...]
    password_file: Path | None = None

    @property
    def plans(self) -> Path:
        """The folder that holds a folder a plan."""
        return self.folder / PLANS_FOLDER


def load_fleet(folder: Path) -> FleetConfig:
    """The fleet of a folder with a fleet.toml, or with plans alone.

    Raises ConfigError with every problem, one a line.
    """
    file = folder / FLEET_FILE
    if not file.exists() and not (folder / PLANS_FOLDER).is_dir():
        raise ConfigError(
            "{folder} has neither {file} nor a folder {plans}. Name it by -C, or add a first "
            "plan: sheetsync fleet add LINK.",
            folder=folder,
            file=FLEET_FILE,
            plans=PLANS_FOLDER,
        )
    problems: list[str] = []
    data = toml_table(file, problems) if file.exists() else {}
    fleet = validated(file, data, part(FleetFile), problems) if data is not None else None
    if problems or fleet is None:
        raise config_error(problems)
    _refuse_unknown(file, fleet)
    # `google_key` alone is a pool of one.
    keys = [entry.key for entry in fleet.account] or [fleet.fleet.google_key]
    mail = fleet.inherit.get("mail")
    password = mail.get("password_file") if isinstance(mail, dict) else None
    return FleetConfig(
        folder=folder,
        settings=fleet.fleet,
        keys=tuple(folder / key for key in keys if key),
        password_file=folder / password if isinstance(password, str) and password else None,
    )


def _refuse_unknown(file: Path, fleet: FleetFile) -> None:
    unknown = sorted(set(fleet.inherit) - _INHERITED)
    if unknown:
        known = ", ".join(sorted(_INHERITED))
        raise ConfigError(
            "{file}: inherit.{name}: there is no such section; there are: {known}.",
            file=file,
            name=unknown[0],
            known=known,
        )


@frozen
class SharedSettings:
    """The settings under `[inherit]` and the roster that it names, if any.

    `database` is the one of PostgreSQL that `[fleet]` names, "" where each plan has a file.
    """

    layer: Layer
    roster: Path | None
    database: str


def shared_of(folder: Path, problems: list[str]) -> SharedSettings | None:
    """What a plan's folder inherits; None if it is in no fleet, or fleet.toml is no TOML."""
    # Not any ancestor: a plan that merely lies below a fleet stands alone.
    place = folder.absolute().parent
    file = place.parent / FLEET_FILE
    data = toml_table(file, problems) if place.name == PLANS_FOLDER and file.is_file() else None
    if data is None:
        return None
    inherited, fleet = _section_named(data, "inherit"), _section_named(data, "fleet")
    roster, database = inherited.get("roster"), fleet.get("database", "")
    return SharedSettings(
        layer=Layer(file, _inherited_sections(inherited, file.parent)),
        roster=file.parent / roster if isinstance(roster, str) else None,
        database=database if isinstance(database, str) else "",
    )


def _section_named(data: dict[str, Any], name: str) -> dict[str, Any]:
    """A section of the file, {} for anything else: `load_fleet` reports that."""
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _inherited_sections(inherited: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The inherited sections, whose file names are relative to the fleet's folder."""
    parts = {name: part for name, part in inherited.items() if isinstance(part, dict)}
    return {name: {**part, **_absolute_files(name, part, folder)} for name, part in parts.items()}


def _absolute_files(section: str, part: dict[str, Any], folder: Path) -> dict[str, str]:
    return {
        key: (folder / part[key]).as_posix()
        for key in _FILES.get(section, ())
        if isinstance(part.get(key), str) and part[key]
    }
