"""Several tabs that together are one plan: which of them are, and their tables as one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sheetsync.errors import ColumnMissing, NoPlanTable, PlanError
from sheetsync.model import TAB_ROWS, ColumnRule, Columns, Doubt, Finding, Grid, Measure, PlanPeriod
from sheetsync.model.grouping import grouped
from sheetsync.model.language import Message, all_quoted, gettext_lazy
from sheetsync.plan.findings import Remark, finding
from sheetsync.plan.header import NO_HEADER, Header
from sheetsync.plan.other_year import other_year
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.headings import heading_period
from sheetsync.words.plan_period import named_years
from sheetsync.words.tab_titles import place_in_year

_NOWHERE = Columns(row=0, letters={}, headers={})


def read_tabs(
    grids: Sequence[Grid],
    rules: dict[str, ColumnRule],
    *,
    period: PlanPeriod | None,
    is_party: Callable[[str], bool],
    all_of_them: bool,
) -> PlanTable:
    """The tables of the plan's tabs as one, whose further `tabs` it holds.

    A title that `is_party` answers for the rows that name nobody; one that is a time («Март»)
    dates the rows that need it. Where the settings mean `all_of_them`, tabs that are no plan, or
    another `period`'s, are left out, and that is said. Raises NoPlanTable where none is left, and
    it or ColumnMissing for a tab that the settings name or that surely is a plan.
    """
    tables: list[PlanTable] = []
    left_out: list[tuple[str, Doubt]] = []
    for grid in grids:
        table = _read_or_doubt(grid, rules, is_party=is_party, all_of_them=all_of_them)
        doubt = table if isinstance(table, Doubt) else None
        if isinstance(table, PlanTable) and all_of_them and period:
            doubt = _of_other_year(table, period)
        if doubt:
            left_out.append((grid.title, doubt))
        elif isinstance(table, PlanTable):
            tables.append(table)
    if not tables:
        raise NoPlanTable(
            gettext_lazy(
                "No tab looks like this plan: {tabs}. Check the plan's year and the tabs' headers.",
                tabs=all_quoted(", ", (grid.title for grid in grids)),
            )
        )
    others = list(_no_parts(tables)) if all_of_them else []
    left_out += others
    kept = [table for table in tables if table.tab not in dict(others)]
    alike = [*_marked_alike(kept, rules, is_party=is_party)]
    return replace(joined(alike), left_out=tuple(left_out))


def _marked_alike(
    tables: Sequence[PlanTable], rules: dict[str, ColumnRule], *, is_party: Callable[[str], bool]
) -> Iterator[PlanTable]:
    """The tables; a header that is of marks on one tab is so on those whose cells do not tell."""
    found = (table.header.texts.get("status", NO_HEADER) for table in tables)
    known = {text for text in found if text != NO_HEADER}
    status = replace(rules["status"], headers=(*rules["status"].headers, *sorted(known)))
    for table in tables:
        header = table.header
        if "status" in header.fields or known.isdisjoint(header.others.values()):
            yield table
        else:
            yield tab_table(table.grid, {**rules, "status": status}, is_party=is_party)


def _of_other_year(table: PlanTable, period: PlanPeriod) -> Doubt | None:
    another = other_year(table, period)
    return another and Doubt(code="tab-other-year", quote=table.tab, hint=another.hint)


def _no_parts(tables: Sequence[PlanTable]) -> Iterator[tuple[str, Doubt]]:
    """By title, the tabs without measures or parties in their header beside others that have both.

    A list of contracts or devices is hardly another part of the plan.
    """
    others = [table for table in tables if lacks_measures(table) or table.header.nobody]
    for other in others if len(others) < len(tables) else ():
        row = other.header.index + 1
        hint = (
            gettext_lazy("Row {row} has no column “Responsible”.", row=row)
            if other.header.nobody
            else gettext_lazy("Row {row} has no column “Measure”.", row=row)
        )
        yield other.tab, Doubt(code="tab-unread", quote=other.tab, hint=hint)


def _read_or_doubt(
    grid: Grid, rules: dict[str, ColumnRule], *, is_party: Callable[[str], bool], all_of_them: bool
) -> PlanTable | Doubt:
    """The tab's table, or why it is left out."""
    try:
        return tab_table(grid, rules, is_party=is_party)
    except (NoPlanTable, ColumnMissing) as error:
        surely = isinstance(error, ColumnMissing) and error.plan
        if isinstance(error, ColumnMissing) and ((surely and error.likely) or not all_of_them):
            raise ColumnMissing(_of_tab(grid, error), likely=error.likely) from error
        if not all_of_them:
            raise
        code = "tab-unread" if surely else "tab-no-plan"
        return Doubt(code=code, quote=grid.title, hint=error.message)


def lacks_measures(table: PlanTable) -> bool:
    """Whether no header of it speaks of measures: it may be a list of contracts or devices."""
    assumed = any(doubt.code == "measure-assumed" for _, doubt in table.header.doubts)
    return assumed and not says(table.header.texts["measure"], HeaderRole.INSPECTED)


def _of_tab(grid: Grid, error: PlanError) -> Message:
    return gettext_lazy("Tab “{tab}”: {why}", tab=grid.title, why=error.message)


def tab_table(
    grid: Grid, rules: dict[str, ColumnRule], *, is_party: Callable[[str], bool]
) -> PlanTable:
    """A tab's table; its title may name the party or the time that no column does.

    Raises NoPlanTable or ColumnMissing.
    """
    responsible = grid.title if is_party(grid.title) else ""
    needless = [
        *(["responsible"] if responsible else []),
        *(["deadline"] if heading_period(grid.title) else []),
    ]
    asked = {
        field: replace(one, required=one.required and field not in needless)
        for field, one in rules.items()
    }
    try:
        # As any other tab first: where it has the columns, they win over its title.
        table = read_table(grid, rules, heading=grid.title)
        lacks = bool(table.header.nobody and responsible)
    except (NoPlanTable, ColumnMissing):
        if not needless:
            raise
        lacks = True
    if lacks:
        table = read_table(grid, asked, heading=grid.title)
    if not responsible or all(line.responsible for line in table.lines):
        return table
    lines = (
        line if line.responsible else line._replace(responsible=responsible) for line in table.lines
    )
    said = Remark(table.header.index + 1, Doubt(code="responsible-of-tab", quote=responsible))
    return replace(table, lines=tuple(lines), remarks=(*table.remarks, said))


def tab_header(
    grid: Grid, rules: dict[str, ColumnRule], *, is_party: Callable[[str], bool]
) -> Header:
    """The header of one of several tabs. Raises NoPlanTable or ColumnMissing."""
    return tab_table(grid, rules, is_party=is_party).header


def joined(tables: Sequence[PlanTable]) -> PlanTable:
    """One table of all: its lines have the plan's rows, and sections that begin with the tab's."""
    if len(tables) == 1:
        return tables[0]
    lines = (
        line._replace(
            row=line.row + place * TAB_ROWS,
            section=". ".join(filter(None, (table.tab, line.section))),
        )
        for place, table in enumerate(tables)
        for line in table.lines
    )
    return replace(tables[0], lines=tuple(lines), tabs=tuple(tables[1:]))


def by_tab(table: PlanTable) -> Iterator[tuple[int, PlanTable]]:
    """Each tab's own table, with its own rows, and what the plan's rows have more than those."""
    if not table.tabs:
        yield 0, table
        return
    lines = grouped(table.lines, lambda line: line.row // TAB_ROWS)
    for place, own in enumerate((replace(table, tabs=(), left_out=()), *table.tabs)):
        more = place * TAB_ROWS
        there = (line._replace(row=line.row - more) for line in lines.get(place, ()))
        yield more, replace(own, lines=tuple(there), part=True)


def columns_by_tab(table: PlanTable) -> tuple[Columns, ...]:
    """The columns of all tables, in the order of the plan's rows."""
    several = bool(table.tabs)
    return tuple(
        replace(columns, row=columns.row + more, tab=one.tab if several else "")
        for more, one in by_tab(table)
        for columns in (header.columns() for header in (one.header, *one.later))
    )


def measures_of_tab(measures: Sequence[Measure], more: int) -> tuple[Measure, ...]:
    """Those of the tab whose rows count from `more` on, with the sheet's own rows."""
    own = (measure for measure in measures if more < measure.row <= more + TAB_ROWS)
    return tuple(replace(m, line=m.line._replace(row=m.row - more)) for m in own)


def placed(findings: Iterable[Finding], more: int, *, tab: str) -> Iterator[Finding]:
    """A tab's findings as the plan's."""
    for found in findings:
        yield replace(found, row=found.row and found.row + more, tab=tab) if tab else found


def findings_left_out(table: PlanTable) -> Iterator[Finding]:
    """What is said of tabs that are no part of the plan."""
    for title, doubt in (*table.left_out, *_beside(table)):
        yield replace(finding(doubt, row=0, number="", columns=_NOWHERE), tab=title)


def _beside(table: PlanTable) -> Iterator[tuple[str, Doubt]]:
    """Tabs that are called a quarter, month or term as the plan's are, and that nobody read."""
    read = {table.tab, *(one.tab for one in table.tabs), *dict(table.left_out)}
    beside = [title for title in table.grid.others if title not in read and place_in_year(title)]
    # Quarters of years past are left beside those of this one.
    years = {year for title in read for year in named_years(title)}
    beside = [t for t in beside if not (years and years.isdisjoint(named_years(t) or years))]
    if beside and place_in_year(table.tab):
        yield "", Doubt(code="tabs-beside", quote="", hint=all_quoted(", ", beside))
