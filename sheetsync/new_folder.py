"""Sets up the folder of an organisation's own plan: looks at the plan, drafts, writes."""

import os
import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sheetsync.config import ROSTER_FILE, SETTINGS_FILE, load_config, load_synonyms
from sheetsync.config.edits import with_addresses
from sheetsync.config.new_settings import (
    PASSWORD_FILE,
    WORKBOOK,
    Answers,
    Source,
    settings_text,
)
from sheetsync.config.schema import ALL_TABS
from sheetsync.daily.understanding import understood
from sheetsync.errors import PlanError, UsageError, system_words
from sheetsync.languages import Catalogue, _, language_of
from sheetsync.model import Department, DepartmentKind, Grid, Plan, PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.morphology import morphology
from sheetsync.new_plan import import_plan
from sheetsync.plan.other_year import proposed_period
from sheetsync.plan.roster_draft import common_tail, draft_roster
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.plan.tabs import read_tabs
from sheetsync.words.plan_period import named_years
from sheetsync.words.responsibles import read_responsibles
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.tables import read_table_file

_KEPT_OUT = ("mail-password.txt", "*.json", "sheetsync.db*", "sheetsync.lock", "outbox/")
_YEAR = re.compile(r"\b20\d\d\b")
_CLOUD = re.compile(r"https?://|[\w-]{30,}")


@frozen
class FirstLook:
    """What a first look at a plan tells.

    `roster` is the text of a departments.toml, `departments` are those of its entries that have a
    mailbox, `tail` are words that follow the names of many, `language` is the plan's. `beside` are
    other tabs that hold a plan, where none was asked for; `source` names the tab where it is not
    the first.
    """

    table: PlanTable
    plan: Plan
    roster: str
    departments: tuple[str, ...]
    tail: str
    source: Source
    language: Catalogue
    beside: tuple[str, ...] = ()


def source_of(told_as: str, *, key: Path | None = None, tab: str = "") -> Source:
    """What an address, an id or a path means. Raises UsageError where there is no such file."""
    path = Path(told_as)
    if not path.exists() and _CLOUD.match(told_as):
        return Source(spreadsheet=told_as, key=key, tab=tab)
    if not path.is_file():
        raise UsageError(
            _(
                "There is no file “{told_as}”. Name an .xlsx workbook, a document with the "
                "plan, or the address of a Google Sheet from the browser.",
                told_as=told_as,
            )
        )
    if path.suffix.lower() == ".xlsx":
        return Source(workbook=path.resolve(), tab=tab)
    return Source(document=path.resolve(), tab=tab)


def look(source: Source, *, today: date) -> FirstLook:
    """Read the plan once and understand it with a roster drafted from itself; nothing is written.

    Raises what reading it raises, PlanError where it is no plan.
    """
    table, beside, source = _table(source, today=today)
    named, language = _named(table), language_of(" ".join(table.header.texts.values()))
    roster = draft_roster(named, language)
    # By way of files, so that the settings are checked and filled up as a run's are.
    with TemporaryDirectory() as place:
        folder = Path(place)
        answers = Answers(
            source=source,
            period=period_of(table, today=today),
            timezone="Europe/Moscow",
            coordinator="coordinator",
            coordinator_address="coordinator@example.org",
            tail=common_tail(name for name, _ in named),
        )
        _write(folder / SETTINGS_FILE, settings_text(answers, folder))
        _write(folder / ROSTER_FILE, roster)
        config = load_config(folder)
        plan = understood(table, config, today=today)
    departments = tuple(entry.name for entry in config.roster.departments if _takes_mail(entry))
    return FirstLook(
        table=table,
        plan=plan,
        roster=roster,
        departments=departments,
        tail=answers.tail,
        beside=beside,
        source=source,
        language=language,
    )


def suggested_roster(file: Path) -> str:
    """The text of a departments.toml for the plan in a file. Raises what reading it raises."""
    # A columns.toml beside the plan is its own; settings there need not be yet.
    table = read_table(read_table_file(file), load_synonyms(file.parent))
    return draft_roster(_named(table), language_of(" ".join(table.header.texts.values())))


def _named(table: PlanTable) -> list[tuple[str, int]]:
    """The parties that the plan names, each with its row."""
    return [
        (party.name, line.row)
        for line in table.lines
        for party in read_responsibles(line.responsible, morphology=morphology()).parties
    ]


def period_of(table: PlanTable, *, today: date) -> PlanPeriod:
    """The period that title, tab or header name, or else today's year; of tabs, that of all.

    Beside the plan, people keep those of other years: of whole years one is meant.
    """
    if table.tabs:
        tabs = (replace(table, tabs=()), *table.tabs)
        each = [period_of(one, today=today) for one in tabs]
        years = {one.starts.year for one in each}
        year = today.year if today.year in years else max(years)
        meant = [one for one in each if not one.calendar or one.starts.year == year]
        return PlanPeriod(min(one.starts for one in meant), max(one.ends for one in meant))
    named = _YEAR.search(f"{table.title} {table.tab}")
    year = int(named[0]) if named else today.year
    return proposed_period(table) or PlanPeriod.of_year(year)


def write_folder(folder: Path, answers: Answers, roster: str) -> None:
    """Write settings, roster, password and, from a document, the workbook; nothing is replaced.

    Raises UsageError where the folder has settings already or cannot be written.
    """
    if (folder / SETTINGS_FILE).exists():
        raise UsageError(
            _("“{folder}” is there already and is not replaced.", folder=folder / SETTINGS_FILE)
        )
    sentence = marked("Could not write to “{folder}”: {reason}.")
    with system_words(UsageError, sentence, folder=folder):
        folder.mkdir(parents=True, exist_ok=True)
        if answers.source.document and not (folder / WORKBOOK).exists():
            import_plan(answers.source.document, folder / WORKBOOK)
        if not (folder / ROSTER_FILE).exists():
            _write(folder / ROSTER_FILE, with_addresses(roster, answers.addresses))
        if answers.password:
            _write_secret(folder / PASSWORD_FILE, answers.password)
        if not (folder / ".gitignore").exists():
            _write(folder / ".gitignore", "\n".join(_KEPT_OUT) + "\n")
        # The settings come last: a folder that has them is set up.
        _write(folder / SETTINGS_FILE, settings_text(answers, folder.resolve()))


def without_address(folder: Path) -> tuple[str, ...]:
    """The departments of a folder's roster that letters cannot reach yet. Raises ConfigError."""
    departments = load_config(folder).roster.departments
    return tuple(e.name for e in departments if _takes_mail(e) and not e.addresses)


def _takes_mail(entry: Department) -> bool:
    return entry.kind in (DepartmentKind.DEPARTMENT, DepartmentKind.PERSON)


def _table(source: Source, *, today: date) -> tuple[PlanTable, tuple[str, ...], Source]:
    """The plan's table, the titles of other tabs that seem to be plans, too, and where it is."""
    synonyms = load_synonyms(Path())
    if source.document:
        return read_table(_imported(source.document, today=today), synonyms), (), source
    book = _workbook(source, today=today)
    if source.tab == ALL_TABS or isinstance(source.tab, tuple):
        titles = source.tab if isinstance(source.tab, tuple) else ()
        grids = book.read_all(titles)

        def tables(period: PlanPeriod | None) -> PlanTable:
            # Who is a party is not known before there is a roster.
            return read_tabs(
                grids, synonyms, period=period, is_party=lambda _: False, all_of_them=not titles
            )

        return tables(period_of(tables(None), today=today)), (), source
    grid = book.read(source.tab)
    others = book.read_all() if grid.others and not source.tab else ()
    plans = [table for table in map(_plan_of, others) if table]
    plans.sort(key=lambda table: (table.header.nobody, table.tab != grid.title))
    if not plans:
        return read_table(grid, synonyms), (), source
    # People keep addresses, a title page or last year's plan on the first tab.
    best = next((table for table in plans if not _is_over(table, today)), plans[0])
    if best.tab != grid.title:
        source = replace(source, tab=best.tab)
    return best, tuple(table.tab for table in plans if table is not best), source


def _imported(document: Path, *, today: date) -> Grid:
    """The rows of the workbook that is made of it: a document has none that people find."""
    from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

    with TemporaryDirectory() as place:
        import_plan(document, Path(place) / WORKBOOK)
        return XlsxWorkbook(Path(place) / WORKBOOK, today=today).read()


def _plan_of(grid: Grid) -> PlanTable | None:
    with suppress(PlanError):
        table = read_table(grid, load_synonyms(Path()))
        return table if table.lines else None
    return None


def _is_over(plan: PlanTable, today: date) -> bool:
    """Its tab or title names the years before this one only."""
    years = named_years(plan.tab) | named_years(plan.title)
    return bool(years) and max(years) < today.year


def _workbook(source: Source, *, today: date) -> Workbook:
    if source.workbook:
        from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

        return XlsxWorkbook(source.workbook, today=today)
    from sheetsync.workbooks.google.access import open_client
    from sheetsync.workbooks.google.workbook import GoogleWorkbook

    client, account = open_client(source.key)
    return GoogleWorkbook(source.spreadsheet, client, places={}, account=account)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _write_secret(path: Path, text: str) -> None:
    """A file that its owner alone can read from its first moment on."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")
