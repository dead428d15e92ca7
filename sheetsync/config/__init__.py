"""The configuration folder: its files in TOML become frozen settings, or all that is wrong in them.

    schema         sheetsync.toml and columns.toml, key by key; `roster_schema` departments.toml
    options        what a key may hold; `addresses` are those of mailboxes and of the workbook
    layers         what the fleet has in common under a plan's own settings; keys that have moved
    folder         reads all files of a folder: a `Config`; `problems` says what is wrong, and where
    spellings      an address in letters of another case is the one that was written first
    server         the mail server that the settings name
    fleet          fleet.toml, and what a plan inherits from it

`edits` changes the files as a person would, `new_settings` writes those of a new plan, `comments`
puts theirs into its language.
"""

from sheetsync.config.folder import (
    COLUMNS_FILE,
    TEMPLATE_FILE,
    Config,
    load_column_rules,
    load_config,
    load_layers,
    load_wordings,
)
from sheetsync.config.layers import ROSTER_FILE, SETTINGS_FILE, WORKBOOK_FILE
from sheetsync.config.schema import Settings
