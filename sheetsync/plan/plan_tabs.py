"""Which tabs of a new workbook hold its plan: one, or several that people read as one."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from sheetsync.errors import PlanError
from sheetsync.model import CellValue, ColumnRule, Grid
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import shown_texts, worded_texts
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.plan.tabs import lacks_measures, tab_table
from sheetsync.words.cleaning import fold
from sheetsync.words.headers import header_is_about
from sheetsync.words.plan_period import named_plan_period, named_years
from sheetsync.words.tab_titles import is_all_year, is_put_aside, may_name_party, place_in_year
from sheetsync.words.titles import plans_measures

_PAGE = 40  # rows of a title page
_NARROWEST = 3  # cells of a row that can be one of a plan: what, when, who


@frozen
class PlanTabs:
    """The tabs that together are the plan, in the workbook's order.

    `beside` are the titles of tabs that hold other plans, `put_aside` those of drafts and of past
    years, `parties` those of the parts that name nobody, so that their title does. `page` is what a
    tab without a table says that names the plan's period: «План работы на 2027 год».
    """

    parts: tuple[PlanTable, ...]
    beside: tuple[str, ...] = ()
    put_aside: tuple[str, ...] = ()
    parties: frozenset[str] = frozenset()
    page: str = ""

    @property
    def titles(self) -> tuple[str, ...]:
        """Those of the parts."""
        return tuple(part.tab for part in self.parts)


def plan_tabs(
    grids: Sequence[Grid], rules: dict[str, ColumnRule], *, first: str, today: date
) -> PlanTabs | None:
    """What the tabs are to the plan, None where none holds one; `first` is the one to begin with.

    Parts of one plan are called its quarters, months or terms, or have the same headers.
    """
    found = (_plan_of(grid, rules) for grid in grids)
    plans = [table for table in found if table and table.lines]
    current = [table for table in plans if not _is_put_aside(table, today)]
    # People keep addresses, a title page or last year's plan on the first tab.
    shown_first = sorted(
        current or plans, key=lambda table: (table.header.nobody, table.tab != first)
    )
    if not shown_first:
        return None
    sure = (one for one in shown_first if not (_is_of_title(one) or is_all_year(one.tab)))
    best = next(sure, shown_first[0])
    chosen = {best.tab, *(table.tab for table in _alike(best, _in_series(best, plans, current)))}
    parts = tuple(table for table in plans if table.tab in chosen)
    if len(parts) == 1 and _is_of_title(best):
        plain = _plain(best.grid, rules)  # alone, a tab is read for what its columns say
        if plain is None:
            return None
        parts = (plain,)
    aside = {table.tab for table in plans if table not in current}
    left = [table.tab for table in plans if table.tab not in chosen]
    left += _headed_alike(parts, [grid for grid in grids if grid.title not in (*chosen, *left)])
    return PlanTabs(
        parts=parts,
        beside=tuple(title for title in left if title not in aside),
        put_aside=tuple(title for title in left if title in aside),
        parties=frozenset(part.tab for part in parts if _is_of_title(part)),
        page=_title_page([grid for grid in grids if grid.title not in {one.tab for one in plans}]),
    )


def _title_page(grids: Sequence[Grid]) -> str:
    """The first words on a tab without a table that name a plan's period."""
    pages = (grid for grid in grids if not any(map(_is_of_table, grid.rows)))
    said = (text for grid in pages for text in worded_texts(grid.rows[:_PAGE]))
    return next((text for text in said if plans_measures(text) and named_plan_period(text)), "")


def _is_of_table(row: Sequence[CellValue]) -> bool:
    return len(shown_texts(row)) >= _NARROWEST


def _headed_alike(parts: Sequence[PlanTable], unread: Sequence[Grid]) -> Iterator[str]:
    """The titles of tabs of which nothing is read, though the plan's own header has rows there."""
    headers = [_folded(part.grid.rows[part.header.index]) for part in parts]
    for grid in unread:
        rows = [folded for row in grid.rows if len(folded := _folded(row)) >= _NARROWEST]
        if any(row in headers for row in rows[:-1]):
            yield grid.title


def _folded(row: Sequence[CellValue]) -> list[str]:
    return [*map(fold, shown_texts(row))]


def _in_series(
    best: PlanTable, plans: Sequence[PlanTable], current: Sequence[PlanTable]
) -> Sequence[PlanTable]:
    """The current tabs, with those of the year before that begin one series with them.

    «4 кв. 2025» before «1 кв. 2026» does, but not where there is a «4 кв. 2026», too.
    """
    if not place_in_year(best.tab) or not current:
        return current
    begun = [one for one in plans if one in current or not is_put_aside(one.tab)]
    places = [*filter(None, (place_in_year(one.tab) for one in begun))]
    return begun if len({*places}) == len(places) else current


def _plan_of(grid: Grid, rules: dict[str, ColumnRule]) -> PlanTable | None:
    """The tab's table; where it names nobody, its title does."""
    table = _plain(grid, rules)
    if table is None or not any(line.responsible for line in table.lines):
        with suppress(PlanError):
            return tab_table(grid, rules, is_party=_may_name_party)
    return table


def _plain(grid: Grid, rules: dict[str, ColumnRule]) -> PlanTable | None:
    with suppress(PlanError):
        return read_table(grid, rules)
    return None


def _may_name_party(title: str) -> bool:
    return may_name_party(title) and not place_in_year(title)


def _is_of_title(table: PlanTable) -> bool:
    return all(line.responsible == table.tab for line in table.lines)


def _is_put_aside(table: PlanTable, today: date) -> bool:
    """It is called a draft or the like, or its tab and title name years before this one only."""
    years = named_years(table.tab) | named_years(table.title)
    return is_put_aside(table.tab) or bool(years and max(years) < today.year)


def _alike(best: PlanTable, others: Sequence[PlanTable]) -> Iterator[PlanTable]:
    """The tabs that are to the plan what the best one is, and «В течение года» beside months."""
    is_series = bool(place_in_year(best.tab))
    taken = [best]
    for table in others:
        in_time = is_series and not is_all_year(table.tab)
        is_like = _same_series if in_time else _same_headers
        if not lacks_measures(table) and all(is_like(table, one) for one in taken):
            taken.append(table)
            yield table


def _same_series(table: PlanTable, other: PlanTable) -> bool:
    """Both are quarters, or months, and different ones of one year."""
    if is_all_year(other.tab):
        return True
    one, two = map(place_in_year, (table.tab, other.tab))
    return bool(one and two) and one[0] == two[0] and one[1] != two[1] and _in_a_year(table, other)


def _in_a_year(table: PlanTable, other: PlanTable) -> bool:
    """As far as they say: of two years, the months run from one into the next, as of schools."""
    (first, early), (last, late) = sorted(
        (max(named_years(one.tab), default=0), place_in_year(one.tab)[1]) for one in (table, other)
    )
    return not first or first == last or (last == first + 1 and early > late)


def _same_headers(table: PlanTable, other: PlanTable) -> bool:
    """Both are of measures, or of things called alike, and neither is a copy or another year's."""
    headers = [table.header.texts["measure"], other.header.texts["measure"]]
    # «Наименование» may be that of anything: such tabs have to be headed alike.
    if len({header_is_about(header) or fold(header) for header in headers}) > 1:
        return False
    years = named_years(table.tab), named_years(other.tab)
    rows, others = _rows(table), _rows(other)
    is_copy = 2 * len(rows & others) >= min(len(rows), len(others))
    return not (is_copy or place_in_year(table.tab) or (all(years) and years[0] != years[1]))


def _rows(table: PlanTable) -> set[tuple[str, str]]:
    return {(fold(line.measure), fold(line.deadline)) for line in table.lines}
