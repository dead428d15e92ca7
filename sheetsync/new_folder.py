"""Writes the folder of an organisation's own plan, and tells what it lacks still."""

import os
from collections.abc import Mapping
from pathlib import Path

from sheetsync.config import ROSTER_FILE, SETTINGS_FILE, WORKBOOK_FILE, load_config
from sheetsync.config.edits import accept_headers, with_addresses
from sheetsync.config.new_settings import PASSWORD_FILE, Answers, Source, settings_text
from sheetsync.errors import UsageError, system_words
from sheetsync.importing import import_plan
from sheetsync.model.language import marked
from sheetsync.workbooks.google.address import is_address

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
    departments = load_config(folder).roster.departments
    return tuple(e.name for e in departments if e.kind.has_staff and not e.addresses)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _write_secret(path: Path, text: str) -> None:
    """A file that its owner alone can read from its first moment on."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")
