"""Which plans a fleet has: the folders below plans/, and the rows of a registry."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import tomlkit

from sheetsync.config.addresses import address
from sheetsync.config.fleet import FleetConfig
from sheetsync.config.layers import REGISTRY_FILE, SETTINGS_FILE
from sheetsync.errors import NoPlanTable, UsageError
from sheetsync.languages import _, active, language_of, quoted
from sheetsync.model import Finding, Grid, Severity
from sheetsync.model.frozen import frozen
from sheetsync.model.language import gettext_lazy, marked
from sheetsync.plan.cells import cell_text, column_letter
from sheetsync.words.registry import NOT_PAUSED, REGISTRY_HEADERS
from sheetsync.workbooks.google.address import is_address

PAUSE_FILE = "paused"
_REQUIRED = ("name", "link")
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_HEAD = marked("From the registry and fleet.toml: changes made here are lost.")
# What Windows forbids in a name, as it does a dot or a blank at its end ("Naming Files").
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@frozen
class FleetPlan:
    """One plan of the fleet; `paused` is why it rests, None where it does not.

    `settings` are what a row of the registry says, by section and key; None for a mere folder.
    """

    name: str
    folder: Path
    paused: str | None = None
    region: str = ""
    settings: dict[str, dict[str, Any]] | None = None


@frozen
class Registry:
    """The entries of a registry sheet, and what is wrong in its rows."""

    entries: tuple[FleetPlan, ...]
    findings: tuple[Finding, ...]


def folder_entries(fleet: FleetConfig) -> tuple[FleetPlan, ...]:
    """The folders below plans/ that hold settings, by name."""
    if not fleet.plans.is_dir():
        return ()
    files = (SETTINGS_FILE, REGISTRY_FILE)
    folders = sorted(path for path in fleet.plans.iterdir() if path.is_dir())
    return tuple(
        FleetPlan(name=path.name, folder=path, paused=_pause_note(path))
        for path in folders
        if any((path / file).exists() for file in files)
    )


def with_registry(folders: tuple[FleetPlan, ...], registry: Registry) -> tuple[FleetPlan, ...]:
    """All plans by name: a row of the registry and the folder of that name are one plan.

    A plan whose row was taken out is paused: its folder has nothing but what the registry said.
    """
    listed = {entry.name: entry for entry in registry.entries}
    plans = {}
    for entry in folders:
        # Nobody removed the folder: its ledger is the proof of what was sent.
        alone = not (entry.folder / SETTINGS_FILE).exists()
        gone = _("not in the registry") if alone and entry.name not in listed else None
        plans[entry.name] = replace(entry, paused=entry.paused or gone)
    for entry in registry.entries:
        # A pause by command holds whatever the registry says: it can be ended by command.
        own = _pause_note(entry.folder)
        plans[entry.name] = replace(entry, paused=entry.paused if own is None else own)
    return tuple(plans[name] for name in sorted(plans))


def pause(folder: Path, note: str) -> None:
    """Let the plan of that folder rest; the note says why."""
    (folder / PAUSE_FILE).write_text(f"{note}\n", encoding="utf-8")


def resume(folder: Path) -> None:
    """Let the plan be run again."""
    (folder / PAUSE_FILE).unlink(missing_ok=True)


def keep_row(entry: FleetPlan, key: Path | None = None) -> None:
    """Put what the fleet says of a plan beside its own settings, where every command sees it.

    `key` is the account of the pool that its sheet is shared with; without one, the account that
    was found last stays.
    """
    file = entry.folder / REGISTRY_FILE
    settings = {name: dict(part) for name, part in (entry.settings or {}).items()}
    known = key.resolve().as_posix() if key else _known_key(file)
    if known:
        settings.setdefault("plan", {})["google_key"] = known
    if not settings:
        return
    entry.folder.mkdir(parents=True, exist_ok=True)
    text = f"# {_(_HEAD)}\n" + tomlkit.dumps(settings)
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def _known_key(file: Path) -> str:
    if not file.exists():
        return ""
    found = tomlkit.parse(file.read_text(encoding="utf-8")).unwrap()
    return str(found.get("plan", {}).get("google_key", ""))


def named(entries: tuple[FleetPlan, ...], name: str) -> FleetPlan:
    """The plan of that name. Raises UsageError where there is none, or several may be meant."""
    whole = [entry for entry in entries if entry.name.casefold() == name.casefold()]
    meant = whole or [entry for entry in entries if name.casefold() in entry.name.casefold()]
    if len(meant) == 1:
        return meant[0]
    shown = "; ".join(quoted(entry.name) for entry in meant or entries) or _("none yet")
    why = _("several fit") if meant else _("there is no such plan, there are")
    raise UsageError(f"{quoted(name)}: {why}: {shown}.")


def folder_name(title: str) -> str:
    """A title as a name that every file system takes."""
    # 80 Cyrillic letters are 160 bytes of UTF-8; Linux takes 255.
    return " ".join(_UNSAFE.sub(" ", title).split()).strip(". ")[:80]


def read_registry(grid: Grid, fleet: FleetConfig) -> Registry:
    """The rows below the header of a registry. Raises NoPlanTable where there is none."""
    top, columns = _header(grid)
    entries: dict[str, FleetPlan] = {}
    findings: list[Finding] = []
    for number, row in enumerate(grid.rows[top + 1 :], start=top + 2):
        cells = {
            field: cell_text(row[column]) if column < len(row) else ""
            for field, column in columns.items()
        }
        if not any(cells.values()):
            continue
        wrong = [*_problems(cells, entries)]
        findings += [
            _finding(grid, number, columns=columns, top=top, problem=problem) for problem in wrong
        ]
        if not wrong:
            name = folder_name(cells["name"])
            entries[name] = _plan_of_row(cells, fleet.plans / name, link=cells["link"])
    return Registry(entries=tuple(entries.values()), findings=tuple(findings))


def _header(grid: Grid) -> tuple[int, dict[str, int]]:
    for index, row in enumerate(grid.rows):
        texts = [cell_text(value).casefold() for value in row]
        found = {
            field: next(column for column, text in enumerate(texts) if text in headers)
            for field, headers in REGISTRY_HEADERS.items()
            if any(text in headers for text in texts)
        }
        if all(field in found for field in _REQUIRED):
            return index, found
    raise NoPlanTable(
        gettext_lazy(
            "The tab “{tab}” has no header row of a registry. It needs: {needed}; it may have: "
            "{others}.",
            tab=grid.title,
            needed=_header_names(_REQUIRED),
            others=_header_names(field for field in REGISTRY_HEADERS if field not in _REQUIRED),
        )
    )


def _header_names(fields: Iterable[str]) -> str:
    return ", ".join(
        quoted(_header_called(REGISTRY_HEADERS[field]).capitalize()) for field in fields
    )


def _header_called(headers: Sequence[str]) -> str:
    """The first of the reader's language."""
    return next(header for header in headers if language_of(header) == active())


_Problem = tuple[str, str, str]  # field, sentence, suggestion


def _problems(cells: dict[str, str], known: dict[str, FleetPlan]) -> Iterator[_Problem]:
    name = folder_name(cells["name"])
    if not name:
        yield "name", _("the plan has no name."), _("Write a short name.")
    elif name in known:
        yield "name", _("“{name}” stands above already.", name=name), _("Name them apart.")
    if not cells["link"]:
        yield "link", _("the sheet is missing."), _("Write its address.")
    coordinator = cells.get("coordinator", "")
    if coordinator and not _address_in(coordinator):
        wrong = _("“{text}” is no e-mail address.", text=coordinator)
        yield "coordinator", wrong, _("It has to be like name@example.org.")
    year = cells.get("year", "")
    if year and not re.fullmatch(r"20\d\d", year):
        yield "year", _("“{text}” is no year.", text=year), _("Write a year like 2026.")


def _address_in(written: str) -> str:
    """The address that a cell holds beside other words, "" for none that settings take."""
    found = _ADDRESS.search(written)
    try:
        return address(found[0]) if found else ""
    except ValueError:
        return ""


def _finding(
    grid: Grid, row: int, *, columns: dict[str, int], top: int, problem: _Problem
) -> Finding:
    field, sentence, suggestion = problem
    column = columns[field]
    return Finding(
        code=f"registry-{field}",
        severity=Severity.ERROR,
        row=row,
        column=column_letter(column),
        header=cell_text(grid.rows[top][column]),
        number="",
        sentence=_literal(sentence),
        suggestion=_literal(suggestion),
    )


def _literal(said: str) -> str:
    """A finished sentence, escaped for a finding, whose sentences are filled in."""
    return said.replace("{", "{{").replace("}", "}}")


def _plan_of_row(cells: dict[str, str], folder: Path, *, link: str) -> FleetPlan:
    shared = is_address(link)
    plan: dict[str, Any] = (
        {"spreadsheet": link} if shared else {"workbook": _workbook_path(link, folder)}
    )
    if cells.get("year"):
        plan["year"] = int(cells["year"])
    settings = {"plan": plan}
    region, written = cells.get("region", ""), cells.get("coordinator", "")
    if region:
        settings["organisation"] = {"name": region}
    if written:
        settings["coordinator"] = {
            "name": written.partition("<")[0].strip() if "<" in written else _("Coordinator"),
            "address": _address_in(written) or written,
        }
    rests = cells.get("paused", "").casefold()
    return FleetPlan(
        name=folder.name,
        folder=folder,
        region=region,
        paused=None if rests in NOT_PAUSED else cells.get("note") or _("paused in the registry"),
        settings=settings,
    )


def _workbook_path(link: str, folder: Path) -> str:
    """A workbook of the registry lies where its path leads from the fleet's folder."""
    return (folder.parent.parent / link).as_posix()


def _pause_note(folder: Path) -> str | None:
    file = folder / PAUSE_FILE
    return file.read_text(encoding="utf-8").strip() if file.exists() else None
