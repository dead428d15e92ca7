"""Changes departments.toml as a person would: comments, order and layout stay as they are."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AbstractTable, Table

from sheetsync.errors import ConfigError
from sheetsync.languages import _

_MARK = b"\xef\xbb\xbf"  # some Windows editors begin a UTF-8 file with it


def add_alias(path: Path, alias: str, *, entry: str) -> None:
    """Add an alias to the entry with that name in the roster at `path`, all or nothing.

    Raises ConfigError where the file cannot be read or written, or holds no such entry.
    """
    edit(path, lambda text: with_alias(text, alias, entry=entry))


def fill_addresses(path: Path, addresses: Mapping[str, str]) -> None:
    """Give entries of the roster at `path` their first address, by their names, all or nothing.

    Raises ConfigError where the file cannot be read or written, or lacks one of the entries.
    """
    edit(path, lambda text: with_addresses(text, addresses))


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of a file at once, its mark and line ends kept. Raises ConfigError."""
    try:
        old = path.read_bytes()
        text = old.removeprefix(_MARK).decode("utf-8")
        new = change(text.replace("\r\n", "\n"))
        # tomlkit ends its own lines with \n: mixed ends would show as changes all over the file.
        if "\r\n" in text:
            new = new.replace("\n", "\r\n")
        # Resolved: a file put over a symbolic link would leave what it led to as it was.
        _replace(path.resolve(), (_MARK if old.startswith(_MARK) else b"") + new.encode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            _(
                "{path}: cannot be written ({error}). Check the permissions of the file and "
                "its folder.",
                path=path,
                error=error,
            )
        ) from error
    except TOMLKitError as error:
        raise ConfigError(_("{path}: TOML error: {error}.", path=path, error=error)) from error


def with_alias(text: str, alias: str, *, entry: str) -> str:
    """The text of a roster, its lines ended by a single sign, with the alias added to the entry.

    Raises ConfigError where no entry has that name, TOMLKitError where the text is no TOML.
    """
    document = tomlkit.parse(text)
    for found in document.get("department", ()):
        if found.get("name") == entry:
            _add(found, alias)
            return tomlkit.dumps(document)
    raise ConfigError(_("The roster has no entry “{entry}”. Check departments.toml.", entry=entry))


def with_addresses(text: str, addresses: Mapping[str, str]) -> str:
    """The text of a roster, its lines ended by a single sign, with the addresses by name.

    Raises ConfigError where an entry is missing, TOMLKitError where the text is no TOML.
    """
    document = tomlkit.parse(text)
    entries = {entry.get("name"): entry for entry in document.get("department", ())}
    for name, address in addresses.items():
        if name not in entries:
            raise ConfigError(
                _("The roster has no entry “{name}”. Check departments.toml.", name=name)
            )
        entries[name]["addresses"] = [address]
    return tomlkit.dumps(document)


def _add(entry: AbstractTable, alias: str) -> None:
    if "aliases" in entry:
        entry["aliases"].append(alias)
    elif isinstance(entry, Table):
        # Appended, it would come after the comment that stands above the next entry.
        entry.value._insert_after("name", "aliases", tomlkit.item([alias]))
    else:
        entry["aliases"] = [alias]


def _replace(path: Path, content: bytes) -> None:
    """Put a new file in the place of the old one, which is there until the new one is whole."""
    # In the same folder: only within one file system is a replacement one step.
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
        draft.write(content)
    try:
        # A temporary file is its owner's alone: others would lose the right to read the roster.
        shutil.copymode(path, draft.name)
        Path(draft.name).replace(path)
    except OSError:
        Path(draft.name).unlink()
        raise
