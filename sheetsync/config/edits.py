"""Changes configuration files as a person would: comments, order and layout stay as they are."""

import re
import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AbstractTable, Table

from sheetsync.config.comments import as_comment
from sheetsync.config.folder import COLUMNS_FILE
from sheetsync.errors import ConfigError
from sheetsync.languages import _
from sheetsync.model import PlanPeriod
from sheetsync.model.language import marked
from sheetsync.resources import data_path

_MARK = b"\xef\xbb\xbf"  # some Windows editors begin a UTF-8 file with it
_COLUMNS_HEAD = marked(
    "Headers of this plan's columns; all others are as in the file of the program."
)
_WORDINGS_HEAD = marked("What words of this plan mean, settled by `sheetsync wordings add`.")


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
            "{path}: cannot be written ({error}). Check the permissions of the file and "
            "its folder.",
            path=path,
            error=error,
        ) from error
    except TOMLKitError as error:
        raise ConfigError("{path}: TOML error: {error}.", path=path, error=error) from error


def with_alias(text: str, alias: str, *, entry: str) -> str:
    """The text of a roster, its lines ended by a single sign, with the alias added to the entry.

    Raises ConfigError where no entry has that name, TOMLKitError where the text is no TOML.
    """
    document = tomlkit.parse(text)
    for found in document.get("department", ()):
        if found.get("name") == entry:
            _add_alias(found, alias)
            return tomlkit.dumps(document)
    raise ConfigError("The roster has no entry “{entry}”. Check departments.toml.", entry=entry)


def with_addresses(text: str, addresses: Mapping[str, str]) -> str:
    """The text of a roster, its lines ended by a single sign, with the addresses by name.

    Raises ConfigError where an entry is missing, TOMLKitError where the text is no TOML.
    """
    document = tomlkit.parse(text)
    entries = {entry.get("name"): entry for entry in document.get("department", ())}
    for name, address in addresses.items():
        if name not in entries:
            raise ConfigError(
                "The roster has no entry “{name}”. Check departments.toml.", name=name
            )
        entries[name]["addresses"] = [address]
    return tomlkit.dumps(document)


def _add_alias(entry: AbstractTable, alias: str) -> None:
    if "aliases" in entry:
        entry["aliases"].append(alias)
    elif isinstance(entry, Table):
        # Appended, it would come after the comment that stands above the next entry.
        entry.value._insert_after("name", "aliases", tomlkit.item([alias]))
    else:
        entry["aliases"] = [alias]


def _replace(path: Path, content: bytes) -> None:
    """Replace the file at once: the old one stays until the new one is complete."""
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


def accept_headers(folder: Path, headers: Mapping[str, str]) -> Path:
    """Add a header to each of these fields in the folder's columns.toml; returns its path.

    Raises ConfigError where the file cannot be read or written.
    """
    path = folder / COLUMNS_FILE
    _create_with_head(path, _COLUMNS_HEAD)
    edit(path, lambda text: _with_headers(text, headers))
    return path


def _with_headers(text: str, headers: Mapping[str, str]) -> str:
    document = tomlkit.parse(text)
    defaults = tomllib.loads(data_path("config", COLUMNS_FILE).read_text(encoding="utf-8"))
    for field, header in headers.items():
        section = document.setdefault(field, tomlkit.table())
        # A list of the folder's own replaces the program's: what was known has to stay known.
        section.setdefault("headers", tomlkit.item(defaults[field]["headers"]))
        section["headers"].append(header)
    return tomlkit.dumps(document)


def write_wording(path: Path, kind: str, phrase: str, *, meaning: str) -> None:
    """Write into the file at `path` what a phrase of that kind means; "" forgets it.

    `kind` is the name of a table, "deadlines" or "statuses". Raises ConfigError where the file
    cannot be read or written.
    """
    _create_with_head(path, _WORDINGS_HEAD)
    edit(path, lambda text: _with_wording(text, kind, phrase, meaning))


def _with_wording(text: str, kind: str, phrase: str, meaning: str) -> str:
    document = tomlkit.parse(text)
    table = document.setdefault(kind, tomlkit.table())
    if meaning:
        table[phrase] = meaning
    else:
        # Forgotten already is no mistake.
        table.pop(phrase, None)
    return tomlkit.dumps(document)


def _create_with_head(path: Path, head: str) -> None:
    """Create the file with that comment unless it exists."""
    if not path.exists():
        path.write_text(as_comment(_(head)), encoding="utf-8")


def for_period(
    settings: str, *, old: PlanPeriod, new: PlanPeriod, workbook: str, tabs: Sequence[str]
) -> str:
    """The text of sheetsync.toml for the plan of `new`; comments and layout stay.

    `workbook` and `tabs` are where that plan is to be found; the years in the title move along. A
    title that also names a quarter or months cannot, and the sheet's own takes its place.
    """
    document = tomlkit.parse(settings)
    plan = document["plan"]
    if "year" in plan or new.calendar:
        plan["year"] = new.starts.year
    if not new.calendar or "starts" in plan:
        plan["starts"], plan["ends"] = new.starts, new.ends
    plan["workbook"] = workbook
    plan["tab"] = tabs[0] if len(tabs) == 1 else list(tabs)
    if "title" in plan:
        title = moved(str(plan["title"]), old, new)
        if title is None:
            del plan["title"]
        else:
            plan["title"] = title
    return tomlkit.dumps(document)


def moved(words: str, old: PlanPeriod, new: PlanPeriod) -> str | None:
    """The words with their years moved to the new period; None if it is no whole years later."""
    years = new.starts.year - old.starts.year
    # Compared by parts: not every year has a 29 February to move to.
    days = [(each.starts.month, each.starts.day) for each in (old, new)]
    if days[0] != days[1] or not years:
        return None
    ours = range(old.starts.year, old.ends.year + 1)

    def later(match: re.Match[str]) -> str:
        year = int(match[0])
        return str(year + years) if year in ours else match[0]

    return re.sub(r"(?<!\d)20\d\d(?!\d)", later, words)
