"""The configuration folder: sheetsync.toml, departments.toml, columns.toml to frozen settings."""

from sheetsync.config.folder import (
    COLUMNS_FILE,
    TEMPLATE_FILE,
    Config,
    load_config,
    load_layers,
    load_synonyms,
    load_wordings,
)
from sheetsync.config.layers import ROSTER_FILE, SETTINGS_FILE
from sheetsync.config.schema import Settings

__all__ = [
    "COLUMNS_FILE",
    "ROSTER_FILE",
    "SETTINGS_FILE",
    "TEMPLATE_FILE",
    "Config",
    "Settings",
    "load_config",
    "load_layers",
    "load_synonyms",
    "load_wordings",
]
