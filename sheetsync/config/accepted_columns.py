"""Writes headers that a person has accepted into a folder's columns.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from sheetsync.config.comments import as_comment
from sheetsync.config.folder import COLUMNS_FILE
from sheetsync.languages import _
from sheetsync.model.language import marked
from sheetsync.resources import data_path

_HEAD = marked("Headers of this plan's columns; all others are as in the file of the program.")


def accept_headers(folder: Path, headers: Mapping[str, str]) -> Path:
    """Add a header to each of these fields, in the folder's columns.toml, and tell its path.

    Raises ConfigError where the file cannot be read or written.
    """
    from sheetsync.config.roster_edit import edit  # tomlkit is 7 ms that no run needs

    path = folder / COLUMNS_FILE
    if not path.exists():
        path.write_text(as_comment(_(_HEAD)), encoding="utf-8")
    edit(path, lambda text: _with(text, headers))
    return path


def _with(text: str, headers: Mapping[str, str]) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    defaults = tomllib.loads(data_path("config", COLUMNS_FILE).read_text(encoding="utf-8"))
    for field, header in headers.items():
        section = document.setdefault(field, tomlkit.table())
        # A list of the folder's own replaces the program's: what was known has to stay known.
        section.setdefault("headers", tomlkit.item(defaults[field]["headers"]))
        section["headers"].append(header)
    return tomlkit.dumps(document)
