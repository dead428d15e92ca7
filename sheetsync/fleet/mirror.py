"""A fleet's settings in its database, for workers on machines that do not see its folder."""

from collections.abc import Iterator
from pathlib import Path

from sheetsync.config.fleet import FleetConfig
from sheetsync.config.folder import COLUMNS_FILE, TEMPLATE_FILE, WORDINGS_FILE, roster_files
from sheetsync.config.layers import FLEET_FILE, PLANS_FOLDER, ROSTER_FILE, SETTINGS_FILE
from sheetsync.errors import ConfigError
from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.entries import PAUSE_FILE

# Neither keys nor passwords, which are files apart. Nor what the registry says of a plan: it holds
# the path of a key, and each machine reads the registry itself.
_FILES = (SETTINGS_FILE, ROSTER_FILE, COLUMNS_FILE, WORDINGS_FILE, TEMPLATE_FILE, PAUSE_FILE)


def publish(config: FleetConfig, database: FleetDatabase) -> None:
    """Store the settings of the fleet and of its plans as they stand in its folder."""
    folder = config.folder.absolute()
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in _texts(config)
        if path.is_relative_to(folder) and path.is_file()
    }
    if files == stored(database):
        return
    with database.writing() as connection:
        connection.execute("DELETE FROM files")
        connection.executemany("INSERT INTO files (path, content) VALUES (?, ?)", [*files.items()])


def fetch(folder: Path, url: str) -> None:
    """Make a folder's settings those that the database has. Raises ConfigError without any."""
    with FleetDatabase(url) as database:
        files = stored(database)
    if not files:
        raise ConfigError(
            "The database has no settings: begin with a worker in the fleet's own folder."
        )
    for name, content in files.items():
        path = folder / name
        # Who may write to the database is not to write anywhere else.
        if not path.resolve().is_relative_to(folder.resolve()):
            continue
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    # A file that is gone there must not go on ruling here: a pause that was ended, say.
    for path in (folder / PLANS_FOLDER).glob("*/*"):
        if path.name in _FILES and path.relative_to(folder).as_posix() not in files:
            path.unlink()


def stored(database: FleetDatabase) -> dict[str, bytes]:
    """The files that the database has, by their path below the fleet's folder."""
    return {path: bytes(content) for path, content in database.rows("SELECT * FROM files")}


def _texts(config: FleetConfig) -> Iterator[Path]:
    folder = config.folder.absolute()
    yield folder / FLEET_FILE
    for plan in (folder / PLANS_FOLDER).glob("*/"):
        yield from roster_files(plan)
        yield from (plan / name for name in _FILES)
