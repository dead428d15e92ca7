"""Looks at an organisation's own plan for the first time: where it is, what it holds, who leads."""

import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sheetsync.config import (
    COLUMNS_FILE,
    ROSTER_FILE,
    SETTINGS_FILE,
    WORKBOOK_FILE,
    Config,
    load_column_rules,
    load_config,
)
from sheetsync.config.edits import accept_headers
from sheetsync.config.new_settings import Answers, Source, settings_text
from sheetsync.config.schema import ALL_TABS
from sheetsync.daily.plan_context import context_of
from sheetsync.errors import PlanError
from sheetsync.importing import import_plan
from sheetsync.languages import Catalogue, language_of, load_language, reader_language
from sheetsync.model import ColumnRule, Grid, Party, Plan, PlanPeriod, sheet_row
from sheetsync.model.frozen import frozen
from sheetsync.morphology import morphology
from sheetsync.plan.agenda import plan_without_past
from sheetsync.plan.broken_cells import is_broken
from sheetsync.plan.own_period import assumed_by, period_of
from sheetsync.plan.plan_tabs import PlanTabs, plan_tabs
from sheetsync.plan.roster_draft import common_tail, draft_roster
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.plan.tabs import by_tab, read_tabs
from sheetsync.words.parties.columns import column_case
from sheetsync.words.responsibles import abbreviation_of, read_responsibles
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.tables import read_table_file


@frozen
class FirstLook:
    """What a first look at a plan tells.

    `roster` is the text of a departments.toml, `departments` are those of its entries that have a
    mailbox, `tail` are words that follow the names of many, `language` is the plan's. `source`
    names the tab where it is not the first; `tabs` tells of all, where none was asked for.
    `accepted` are headers, by field, that no columns.toml knows. Of a document, `table` is the
    workbook's that is made of it, and `document` its own. `assumed` says what the
    plan's period hangs on where no words name it (`assumed_by`).
    """

    table: PlanTable
    plan: Plan
    roster: str
    departments: tuple[str, ...]
    tail: str
    source: Source
    language: Catalogue
    tabs: PlanTabs | None = None
    accepted: Mapping[str, str] = field(default_factory=dict)
    document: PlanTable | None = None
    assumed: str = ""


def look(
    source: Source,
    known: Path,
    *,
    today: date,
    period: PlanPeriod | None = None,
    accepted: Mapping[str, str] | None = None,
) -> FirstLook:
    """Read the plan once and understand it with a roster drafted from itself; nothing is written.

    Headers are known as in the folder `known`, and by field those that were `accepted`; without a
    `period` it is the one that the plan names. Raises what reading it raises, PlanError where it
    is no plan.
    """
    # By way of files, so that the settings are checked and filled up as a run's are.
    with TemporaryDirectory() as place:
        folder = Path(place)
        _know_headers(folder, known, accepted or {})
        table, source, tabs, document = _read(source, folder, today=today)
        named = _named_parties(table)
        roster = _drafted(named, table)
        tail = common_tail(party.name for party, _ in named)
        answers = _answers(source, period or period_of(table, today=today), tail)
        config = _written(folder, answers, roster)
        plan = plan_without_past(table, context_of(config), today=today)
    departments = tuple(entry.name for entry in config.roster.departments if entry.kind.has_staff)
    return FirstLook(
        table=table,
        plan=plan,
        roster=roster,
        departments=departments,
        tail=tail,
        tabs=tabs,
        source=source,
        language=_language_of(table),
        accepted=accepted or {},
        document=document,
        assumed="" if period else assumed_by(table),
    )


def _read(
    source: Source, folder: Path, *, today: date
) -> tuple[PlanTable, Source, PlanTabs | None, PlanTable | None]:
    """As `_table`, and a document's own table.

    A document is read from the workbook made of it, for it has no rows that people find.
    """
    if not source.document:
        return *_table(source, folder, today=today), None
    document = import_plan(source.document, folder / WORKBOOK_FILE).table
    table, _, _ = _table(Source(workbook=folder / WORKBOOK_FILE), folder, today=today)
    return table, source, None, document


def _written(folder: Path, answers: Answers, roster: str) -> Config:
    (folder / SETTINGS_FILE).write_text(settings_text(answers, folder), encoding="utf-8")
    (folder / ROSTER_FILE).write_text(roster, encoding="utf-8")
    return load_config(folder)


def _answers(source: Source, period: PlanPeriod, tail: str) -> Answers:
    return Answers(
        source=source,
        period=period,
        timezone="Europe/Moscow",
        coordinator="coordinator",
        coordinator_address="coordinator@example.org",
        tail=tail,
    )


def suggested_roster(file: Path) -> str:
    """The text of a departments.toml for the plan in a file. Raises what reading it raises."""
    # A columns.toml beside the plan is its own; settings there need not be yet.
    table = read_table(read_table_file(file), load_column_rules(file.parent))
    return _drafted(_named_parties(table), table)


def _drafted(named: list[tuple[Party, int]], table: PlanTable) -> str:
    given: dict[str, set[str]] = defaultdict(set)
    for party, _ in named:
        given[abbreviation_of(party)].add(party.name)
    names = ((party.name, row) for party, row in named)
    # One that two bodies have names neither.
    short = {alias: min(each) for alias, each in given.items() if alias and len(each) == 1}
    return draft_roster(names, _language_of(table), short=short)


def _named_parties(table: PlanTable) -> list[tuple[Party, int]]:
    words = morphology()
    case = column_case(dict.fromkeys(line.responsible for line in table.lines), morphology=words)
    return [
        (party, sheet_row(line.row))
        for line in table.lines
        if not is_broken(line.responsible)
        for party in read_responsibles(line.responsible, morphology=words, column=case).parties
    ]


def _language_of(table: PlanTable) -> Catalogue:
    headers = " ".join(table.header.texts.values())
    # What else was said on the command line tells the reader's language only as long as there is
    # no plan: so the settings name the one that this plan is spoken of in from now on.
    return language_of(headers, reader=load_language(reader_language(words=headers)))


def _know_headers(folder: Path, known: Path, accepted: Mapping[str, str]) -> None:
    if (known / COLUMNS_FILE).exists():
        shutil.copyfile(known / COLUMNS_FILE, folder / COLUMNS_FILE)
    if accepted:
        accept_headers(folder, accepted)


def _table(
    source: Source, folder: Path, *, today: date
) -> tuple[PlanTable, Source, PlanTabs | None]:
    """The plan's table, where it is, and what the workbook's tabs are to it."""
    rules = load_column_rules(folder)
    book = _workbook(source, today=today)
    if source.tab == ALL_TABS or isinstance(source.tab, tuple):
        grids = book.read_all(source.tab if isinstance(source.tab, tuple) else ())
        tabs = plan_tabs(grids, rules, first="", today=today)
        all_of_them = source.tab == ALL_TABS
        table = _together(grids, rules, tabs, today=today, all_of_them=all_of_them)
        return table, source, None
    grid = book.read(source.tab)
    grids = book.read_all() if grid.others and not source.tab else ()
    tabs = plan_tabs(grids, rules, first=grid.title, today=today)
    if tabs is None:
        return read_table(grid, rules), source, None
    if len(tabs.parts) > 1:
        table, titles = _parts(grids, rules, tabs, today=today)
        return _entitled(table, tabs), replace(source, tab=titles), tabs
    title = tabs.titles[0]
    source = source if title == grid.title else replace(source, tab=title)
    return _entitled(tabs.parts[0], tabs), source, tabs


def _entitled(table: PlanTable, tabs: PlanTabs) -> PlanTable:
    """The plan by its title page, where nothing of its own names its period."""
    return replace(table, title=tabs.page) if tabs.page and assumed_by(table) else table


def _parts(
    grids: Sequence[Grid], rules: dict[str, ColumnRule], tabs: PlanTabs, *, today: date
) -> tuple[PlanTable, str | tuple[str, ...]]:
    """The plan of several tabs, and how the settings name them: all, if they take no others so."""
    with suppress(PlanError):
        table = _together(grids, rules, tabs, today=today, all_of_them=True)
        if {own.tab for _, own in by_tab(table) if own.lines} == {*tabs.titles}:
            return table, ALL_TABS
    own = [grid for grid in grids if grid.title in tabs.titles]
    return _together(own, rules, tabs, today=today, all_of_them=False), tabs.titles


def _together(
    grids: Sequence[Grid],
    rules: dict[str, ColumnRule],
    tabs: PlanTabs | None,
    *,
    today: date,
    all_of_them: bool,
) -> PlanTable:
    parties = tabs.parties if tabs else frozenset[str]()  # before there is a roster
    read = partial(read_tabs, grids, rules, is_party=parties.__contains__, all_of_them=all_of_them)
    return read(period=period_of(read(period=None), today=today))


def _workbook(source: Source, *, today: date) -> Workbook:
    if source.workbook:
        from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

        return XlsxWorkbook(source.workbook, today=today)
    from sheetsync.workbooks.google.access import open_client
    from sheetsync.workbooks.google.workbook import GoogleWorkbook

    client, account = open_client(source.key)
    return GoogleWorkbook(source.spreadsheet, client, places={}, account=account)
