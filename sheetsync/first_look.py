"""Looks at an organisation's own plan for the first time: where it is, what it holds, who leads."""

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
from sheetsync.languages import Catalogue, language_of
from sheetsync.model import ColumnRule, Grid, Plan, PlanPeriod, sheet_row
from sheetsync.model.frozen import frozen
from sheetsync.morphology import morphology
from sheetsync.plan.agenda import plan_of_table
from sheetsync.plan.other_year import fitted, proposed_period
from sheetsync.plan.plan_tabs import PlanTabs, plan_tabs
from sheetsync.plan.roster_draft import common_tail, draft_roster
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.plan.tabs import by_tab, read_tabs
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.parties.columns import column_case
from sheetsync.words.periods import YEAR
from sheetsync.words.plan_period import goes_on_planned, unsigned
from sheetsync.words.responsibles import read_responsibles
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.tables import read_table_file

_TWO, _LONGEST_PROGRAMME = 2, 5  # years


@frozen
class FirstLook:
    """What a first look at a plan tells.

    `roster` is the text of a departments.toml, `departments` are those of its entries that have a
    mailbox, `tail` are words that follow the names of many, `language` is the plan's. `source`
    names the tab where it is not the first; `tabs` tells of all, where none was asked for.
    `accepted` are headers, by field, that no columns.toml knows; `year_assumed` says that nothing
    names the plan's year, so that it is today's. Of a document, `table` is the
    workbook's that is made of it, and `document` its own.
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
    year_assumed: bool = False


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
        named, language = _named_parties(table), _language_of(table)
        roster = draft_roster(named, language)
        tail = common_tail(name for name, _ in named)
        answers = _answers(source, period or period_of(table, today=today), tail)
        config = _written(folder, answers, roster)
        plan = plan_of_table(table, context_of(config), today=today)
    departments = tuple(entry.name for entry in config.roster.departments if entry.kind.has_staff)
    return FirstLook(
        table=table,
        plan=plan,
        roster=roster,
        departments=departments,
        tail=tail,
        tabs=tabs,
        source=source,
        language=language,
        accepted=accepted or {},
        document=document,
        year_assumed=not (period or _named_period(table, today=today)),
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
    return draft_roster(_named_parties(table), _language_of(table))


def _named_parties(table: PlanTable) -> list[tuple[str, int]]:
    """The parties that the plan names, each with its row."""
    words = morphology()
    case = column_case(dict.fromkeys(line.responsible for line in table.lines), morphology=words)
    return [
        (party.name, sheet_row(line.row))
        for line in table.lines
        for party in read_responsibles(line.responsible, morphology=words, column=case).parties
    ]


def _language_of(table: PlanTable) -> Catalogue:
    return language_of(" ".join(table.header.texts.values()))


def _know_headers(folder: Path, known: Path, accepted: Mapping[str, str]) -> None:
    if (known / COLUMNS_FILE).exists():
        shutil.copyfile(known / COLUMNS_FILE, folder / COLUMNS_FILE)
    if accepted:
        accept_headers(folder, accepted)


def period_of(table: PlanTable, *, today: date) -> PlanPeriod:
    """The period that title, tab or header name, or else today's year; of tabs, that of all."""
    return _named_period(table, today=today) or PlanPeriod.of_year(today.year)


def _named_period(table: PlanTable, *, today: date) -> PlanPeriod | None:
    """What these name; of whole years beside each other, as people keep them, one is meant."""
    tabs = (replace(table, tabs=()), *table.tabs)
    each = [period for period in map(_named_on_tab, tabs) if period]
    if not each:
        return None
    years = {one.starts.year for one in each}
    year = today.year if today.year in years else max(years)
    meant = [one for one in each if not one.calendar or one.starts.year == year]
    whole = PlanPeriod(min(one.starts for one in meant), max(one.ends for one in meant))
    return fitted(whole, table)


def _named_on_tab(table: PlanTable) -> PlanPeriod | None:
    """What is named as the plan's, or else the years of its deadlines, or one in its title."""
    named = proposed_period(table)
    if named:
        return named
    dates = table.header.dates
    columns = _years((*dates.years.values(), *(period.name for period in dates.periods.values())))
    # A programme's columns name all of its years; of deadlines, one may lie far behind the others.
    years = columns if len(columns) > 1 else _years_of_deadlines(table, columns)
    titled = YEAR.search(unsigned(f"{table.title} {table.tab}"))
    own = int(titled[0]) if titled else 0
    if own and years == {own + 1} and _named_after_new_year(table, own + 1):
        years = {own}
    if years and own and goes_on_planned(table.title):
        years = {own, *years}  # «на 2026 год и плановый период 2027 и 2028 годов»
    if years:
        return PlanPeriod(date(min(years), 1, 1), date(max(years), 12, 31))
    return PlanPeriod.of_year(own) if own else None


def _named_after_new_year(table: PlanTable, year: int) -> bool:
    """Whether the days with that year would come before all others: these are of the year before.

    Of the reports «за 2026 год», only the last names the year in which it is due.
    """
    read = ((line.deadline, read_deadline(line.deadline, year=year).due) for line in table.lines)
    days = [(bool(YEAR.search(said)), due) for said, due in read if due]
    named = [due for own, due in days if own]
    others = [due for own, due in days if not own]
    return bool(named and others) and max(named) < min(others)


def _years_of_deadlines(table: PlanTable, columns: set[int]) -> set[int]:
    """Two years side by side, or several of which each is that of more than one measure."""
    named = [_years([line.deadline]) for line in table.lines]
    often = Counter(year for years in named for year in years)
    years = {*columns, *often}
    several = max(years, default=0) - min(years, default=0) + 1
    again = several == len(years) <= _LONGEST_PROGRAMME and min(often.values(), default=0) > 1
    return years if again or several <= _TWO else set()


def _years(words: Iterable[str]) -> set[int]:
    return {int(year) for said in words for year in YEAR.findall(said)}


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
        return table, replace(source, tab=titles), tabs
    title = tabs.titles[0]
    source = source if title == grid.title else replace(source, tab=title)
    return tabs.parts[0], source, tabs


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
