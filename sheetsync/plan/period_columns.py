"""The columns of a header that each stand for a time, or together for one date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import cell_text, is_blank
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.marked_columns import marked_days, marked_quarters
from sheetsync.words.cleaning import fold
from sheetsync.words.column_periods import (
    MONTHS_BY_LETTER,
    column_period,
    days_of,
    in_months,
    is_whole_year,
    part_of_time,
    unit_words,
    week_number,
    week_of_month,
    week_of_year,
)
from sheetsync.words.headers import HeaderRole, says, without_number
from sheetsync.words.headings import heading_period
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR
from sheetsync.words.numerals import month_number
from sheetsync.words.periods import Period, period_of_plan
from sheetsync.words.plan_period import fiscal_month, named_plan_period

_FEWEST = 2  # columns of periods: one alone is a column like others
_FEWEST_WEEKS, _WEEKS = 7, 53  # a month touches six weeks at most
_MONTH = "month"
_FIRST_TERMS = ("autumn", "fall")
_SEASONS = (*_FIRST_TERMS, "winter", "spring", "summer")
_LETTERS = tuple(2 * letters for letters in MONTHS_BY_LETTER)


@frozen
class DeadlineColumns:
    """The columns, from 0, that hold a deadline together; none where one column holds it.

    `periods` are those of a month, quarter or week each, `years` those of a year; `parts` those of
    the "day", "month", "quarter" and "year" of one date; `several` those of a day each, «Смена 1»
    and «Смена 2»; `begins` that of first days beside the last ones, `often` that of how often a
    measure comes back, `moved` those of new deadlines for old ones, of which the last holds,
    `fixed` that of days in the periods, `total` that of all of them, which may say «по запросу» in
    a row without marks, `beside` those of marks below the periods in which a whole deadline lies;
    `unit` is what its cells number, they may be `placed`, with a place beside the time, or have
    `both_days`, the first over the last, and their header may ask for `who` answers. Numbers below
    periods are `days`, or `amounts` by their header, or marks; `codes` are texts that are marks
    there, `idle` those of which a legend says that nothing is to be done. Units of numbers are said
    in the language of the headers, which may be `english`.
    """

    periods: Mapping[int, Period] = field(default_factory=dict)
    years: Mapping[int, str] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    several: tuple[int, ...] = ()
    begins: int | None = None
    often: int | None = None
    moved: tuple[int, ...] = ()
    fixed: int | None = None
    total: int | None = None
    beside: Mapping[int, Period] = field(default_factory=dict)
    unit: str = ""
    placed: bool = False
    both_days: bool = False
    who: bool = False
    days: bool = False
    amounts: bool = False
    codes: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    english: bool = False

    @property
    def of_terms(self) -> bool:
        """The first column is the autumn term of a school."""
        names = (fold(period.name) for period in self.periods.values())
        return next(names, "") in (f"{term} term" for term in _FIRST_TERMS)

    @property
    def spread(self) -> tuple[int, ...]:
        """The columns without which there is no deadline."""
        return (*self.periods, *self.years, *self.parts.values(), *self.several)

    @property
    def beside_one(self) -> list[int]:
        """The columns of which something is said beside the one or those that hold the deadline."""
        beside = (self.begins, self.often, *self.moved, self.fixed, self.total)
        return [column for column in beside if column is not None]

    @property
    def read(self) -> set[int | None]:
        """All columns of which anything is taken, but the one that holds a deadline whole."""
        return {*self.spread, *self.beside_one, *self.beside}


ONE_COLUMN = DeadlineColumns()
"""A deadline that one column holds whole."""


def period_columns(rows: HeaderRows, *, amounts: bool = False) -> DeadlineColumns:
    """The columns of a header that each stand for a time in which a measure may be due.

    Those of `amounts` count only where no other column tells deadlines.
    """
    periods: dict[int, Period] = {}
    years: dict[int, str] = {}
    months = _numbered_months(rows)
    parts = _terms(rows) or _weeks_of_year(rows) or _parts_of_months(rows)
    for column, said in rows.texts.items():
        others = [one for one in said if says(one, HeaderRole.NO_DEADLINE)]
        if others and not (amounts and all(says(one, HeaderRole.AMOUNT) for one in others)):
            continue
        # Beside «факт», «план» below a month is the month.
        planned = len(said) > 1 and says(said[-1], HeaderRole.PLANNED) and column_period(said[:-1])
        texts = said[:-1] if planned else said
        # A day only below a title that is none itself: rows of measures hold days, too.
        day = heading_period(texts[-1]) if len(texts) > 1 and not _is_day(texts[-2]) else None
        part = _part_of_time(texts)
        if column in months:
            unit = unit_words(_MONTH, english=rows.english)
            texts = (unit, *texts[:-1], str(months[column]))
        # «Поток 1» and «Поток 2» below each half-year.
        above = column_period(texts[:-1]) if texts[1:] and without_number(texts[-1]) else None
        period = parts.get(column) or column_period(texts) or day or part or above
        year = is_whole_year(texts[-1])
        if period:
            periods[column] = period
        elif year:
            years[column] = year
    if len(periods) >= _FEWEST:
        return DeadlineColumns(periods=_of_fiscal_year(rows, periods), amounts=amounts)
    if len(years) < _FEWEST:
        marked = marked_quarters(rows) or marked_days(rows)
        return DeadlineColumns(periods=_of_fiscal_year(rows, marked)) if marked else ONE_COLUMN
    return DeadlineColumns(years=years, amounts=amounts, english=rows.english)


def _part_of_time(texts: tuple[str, ...]) -> Period | None:
    """«1 четверть», alone or below «Сроки», and «I» below «Четверти»."""
    *titles, own = texts
    if titles and (column_period((*titles,)) or heading_period(titles[-1])):
        return None
    return part_of_time(own, below=titles[-1] if titles else "")


def _of_fiscal_year(rows: HeaderRows, periods: dict[int, Period]) -> dict[int, Period]:
    return in_months(periods, begins=fiscal_month(_titles(rows)))


def _is_day(text: str) -> bool:
    period = heading_period(text)
    return period is not None and period.starts == period.ends


def untold_columns(rows: HeaderRows, taken: Iterable[int]) -> DeadlineColumns:
    """The columns below months of which nothing tells what they are; no field is `taken` for one.

    A mark there is asked about, for the month's end would be a guess.
    """
    if not rows.titled:
        return ONE_COLUMN
    from sheetsync.words.month_parts import untold_parts  # few headers have two rows

    untold = untold_parts(rows.texts)
    own = {column: rows.texts[column][-1] for column in untold.keys() - {*taken}}
    # Quantities below months tell no more than marks do; facts and remarks tell nothing of days.
    free = [
        column
        for column, said in own.items()
        if says(said, HeaderRole.AMOUNT) or not says(said, HeaderRole.NO_DEADLINE)
    ]
    return DeadlineColumns(periods={column: untold[column] for column in sorted(free)})


def _numbered_months(rows: HeaderRows) -> dict[int, int]:
    """The columns of a header that count months one after the other, from any one on, with them.

    Fewer than twelve may be the numbering that official tables carry below their header, unless
    they are written "09" or go on from 12 to 1, as those of a school year.
    """
    numbers = {column: month_number(texts[-1]) for column, texts in rows.texts.items()}
    if any(texts[-1] == str(MONTHS_IN_YEAR + 1) for texts in rows.texts.values()):
        return {}  # they are days
    for first, month in numbers.items():
        count = 0
        while month and count < MONTHS_IN_YEAR and _counts(numbers, first, count):
            count += 1
        padded = count > _FEWEST and rows.texts[first][-1].startswith("0")
        goes_over = count >= _FEWEST and month + count > MONTHS_IN_YEAR + 1
        if count == MONTHS_IN_YEAR or padded or goes_over:
            return {column: numbers[column] for column in range(first, first + count)}
    return lettered_months(rows)


def lettered_months(rows: HeaderRows) -> dict[int, int]:
    """Twelve columns that have the first letters of the months, "J", "F", "M", from any one on."""
    short = {column: texts[-1] for column, texts in rows.texts.items() if len(texts[-1]) < 3}
    if len(short) < MONTHS_IN_YEAR:
        return {}
    letters = {column: fold(text).rstrip(".") for column, text in short.items()}
    for first in letters:
        columns = range(first, first + MONTHS_IN_YEAR)
        own = [letters.get(column, "") for column in columns]
        said = "".join(own) if all(len(letter) == 1 for letter in own) else ""
        before = next((year.index(said) for year in _LETTERS if said and said in year), None)
        if before is not None:
            return {c: (before + n) % MONTHS_IN_YEAR + 1 for n, c in enumerate(columns)}
    return {}


def _counts(numbers: Mapping[int, int], first: int, so_far: int) -> bool:
    """Whether the header of that column is the month that follows so many from the first."""
    return numbers.get(first + so_far) == (numbers[first] - 1 + so_far) % MONTHS_IN_YEAR + 1


def _terms(rows: HeaderRows) -> dict[int, Period]:
    """Columns headed "Autumn", "Spring", "Summer": a year that begins so has no winter, but terms.

    Those of a school are no seasons, and only it knows their days.
    """
    named = {column: fold(texts[-1]) for column, texts in rows.texts.items()}
    seasons = {column: text for column, text in named.items() if text in _SEASONS}
    order = [*seasons.values()]
    if len(order) < _FEWEST or order[0] not in _FIRST_TERMS or "winter" in order:
        return {}
    terms = ((column, part_of_time(f"{rows.texts[column][-1]} term")) for column in seasons)
    return {column: term for column, term in terms if term}


def _weeks_of_year(rows: HeaderRows) -> dict[int, Period]:
    """The columns that count weeks one after the other: of so many none is a month's own."""
    numbers = {column: week_number(texts) for column, texts in rows.texts.items()}
    found = {column: number for column, number in numbers.items() if 0 < number <= _WEEKS}
    counted = [*found.values()]
    if len(counted) < _FEWEST_WEEKS or counted != [*range(counted[0], counted[0] + len(counted))]:
        return {}
    return {c: week_of_year(number, english=rows.english) for c, number in found.items()}


def _parts_of_months(rows: HeaderRows) -> dict[int, Period]:
    """Columns of days, weeks or thirds below months of their own, or else of the title's month."""
    below = _parts_below(rows, rows.texts) if rows.titled else {}
    return below or _weeks_of_month(rows) or _parts_of_title(rows)


def _parts_below(rows: HeaderRows, headers: Mapping[int, tuple[str, ...]]) -> dict[int, Period]:
    from sheetsync.words.month_parts import parts_of_months  # few headers have two rows

    return parts_of_months(headers, _titles(rows))


def _parts_of_title(rows: HeaderRows) -> dict[int, Period]:
    """«Недели» over «1» to «4», «I декада» and «II декада», of the month that a title names."""
    month = _month_of_plan(rows)
    if month is None:
        return {}
    named = {c: t for c, t in rows.texts.items() if says(" ".join(t), HeaderRole.PART_OF_MONTH)}
    if len(named) < _FEWEST:
        return {}
    below = {column: (month.name, *texts) for column, texts in named.items()}
    return _parts_below(rows, {**rows.texts, **below})


def _month_of_plan(rows: HeaderRows) -> Period | None:
    """The one that the plan's title names."""
    plan = next(filter(None, map(named_plan_period, _titles(rows))), None)
    month = period_of_plan(plan) if plan else None
    return month if month and month.months <= 1 else None


def _weeks_of_month(rows: HeaderRows) -> dict[int, Period]:
    """Columns headed «1-4», «5-11» or «1 неделя», of the month that the plan's title names."""
    ranged = {c: texts[-1] for c, texts in rows.texts.items() if texts[-1][:1].isdigit()}
    month = _month_of_plan(rows) if len(ranged) >= _FEWEST else None
    if month is None:
        return {}
    if len(ranged) > MONTHS_IN_YEAR and all(map(str.isdigit, ranged.values())):
        found = {column: heading_period(f"{day} {month.of}") for column, day in ranged.items()}
    else:
        found = {c: days_of(month, own) or week_of_month(month, own) for c, own in ranged.items()}
    return {column: week for column, week in found.items() if week}


def _titles(rows: HeaderRows) -> Iterator[str]:
    return (cell_text(value) for row in rows.above for value in row if not is_blank(value))
