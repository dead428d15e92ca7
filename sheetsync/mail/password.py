"""The password of the mail account: from the environment or a file, never from the settings."""

import os
import stat
import sys
from pathlib import Path

from sheetsync.errors import ConfigError, system_words
from sheetsync.model.language import marked

VARIABLE = "SHEETSYNC_MAIL_PASSWORD"


def read_password(file: Path | None) -> str:
    """The password; the environment goes before the file.

    Raises ConfigError where there is none, or where others can read the file.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        return named
    if file is None:
        raise ConfigError(
            "There is no mail password. Set the environment variable {variable}, or name "
            "a file with the app password in [mail] password_file.",
            variable=VARIABLE,
        )
    unreadable = marked("The mail password's file “{file}” cannot be read: {reason}.")
    try:
        with system_words(ConfigError, unreadable, file=file):
            _refuse_a_missing(file)
            _refuse_an_open(file)
            password = file.read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise ConfigError(
            "The mail password's file “{file}” is no UTF-8 text.", file=file
        ) from error
    if not password:
        raise ConfigError(
            "The mail password's file “{file}” is empty. Write the app password into it.", file=file
        )
    return password


def _refuse_a_missing(file: Path) -> None:
    if not file.exists():
        raise ConfigError(
            "The mail password's file “{file}” is not there. Make it with the app password in "
            "it, or mend [mail] password_file.",
            file=file,
        )


def _refuse_an_open(file: Path) -> None:
    """Windows keeps the rights of a file elsewhere."""
    if sys.platform != "win32" and file.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        raise ConfigError(
            "The mail password's file “{file}” can be read by anyone. Close it: chmod 600 {file}.",
            file=file,
        )
