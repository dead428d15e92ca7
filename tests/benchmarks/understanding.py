"""Prints what understanding a plan adds to reading it, and how long distinct phrases take.

The bars: at a million rows of 60 deadlines and 200 parties understanding adds at most 30 % to
reading the table from .xlsx; 10,000 distinct phrases take at most 5 s. Other sizes by argument:
`python -m tests.benchmarks.understanding 100000`.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice, permutations, product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

import xlsxwriter

from sheetsync.config import load_column_rules
from sheetsync.model import Department, PlanPeriod, Roster
from sheetsync.morphology import morphology
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.vocabulary import Vocabulary
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

YEAR = 2021
TODAY = date(YEAR, 5, 11)
MOST_ROWS = 1_048_575  # of a sheet, below the header
DISTINCT_PHRASES = 10_000

MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
HEADS = ("отдел", "сектор", "управление", "комиссия", "центр")
FIELDS = ("кадров", "охраны труда", "бухгалтерского учета", "закупок", "правовой работы")
STATUSES = ("", "", "", "в работе", "выполнено 12.04")

_Value = TypeVar("_Value")


def main(rows: int) -> None:
    """Measures both bars and prints a line on each."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xlsx"
        write_plan(path, rows)
        reading, table = timed(lambda: read(path))
    roster = Roster(departments=tuple(Department(name=name) for name in departments()))
    dictionary = Dictionary(period=PlanPeriod.of_year(YEAR), roster=roster, morphology=morphology())
    added, _ = timed(lambda: measures_of(table.lines, dictionary, today=TODAY))
    share = added / reading
    print(f"{rows} rows: reading {reading:.2f} s, understanding {added:.2f} s, {share:.0%} more")
    print(f"{DISTINCT_PHRASES} distinct deadlines {timed(read_deadlines)[0]:.2f} s")
    print(f"{DISTINCT_PHRASES} distinct responsibles {timed(read_parties)[0]:.2f} s")


def timed(step: Callable[[], _Value]) -> tuple[float, _Value]:
    """The seconds that a step takes, and what it returns."""
    started = perf_counter()
    value = step()
    return perf_counter() - started, value


def read(path: Path) -> PlanTable:
    """The table of a workbook, as a run reads it."""
    return read_table(XlsxWorkbook(path, today=TODAY).read(), load_column_rules(path.parent))


def read_deadlines() -> None:
    """Each distinct deadline once."""
    for text in islice(deadlines(), DISTINCT_PHRASES):
        read_deadline(text, year=YEAR)


def read_parties() -> None:
    """Each distinct responsible phrase once, with the memory for words that a run has."""
    words = Vocabulary(morphology())
    for text in islice(parties(), DISTINCT_PHRASES):
        read_responsibles(text, morphology=words)


def write_plan(path: Path, rows: int) -> None:
    """A workbook of so many measures, each with words of its own."""
    when = list(islice(deadlines(), 60))
    who = list(islice(parties(), 200))
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("План")
        header = ("№ п/п", "Мероприятие", "Сроки", "Ответственные", "Отметка о выполнении")
        sheet.write_row(0, 0, header)
        for row in range(rows):
            # All pairs of a deadline and a party, and all three of them with a status, come up.
            status = STATUSES[row // 12_000 % len(STATUSES)]
            words = (measure(row), when[row % 60], who[row // 60 % 200], status)
            sheet.write_row(row + 1, 0, (row + 1, *words))


def measure(row: int) -> str:
    """The words of a measure; every tenth has a bracket, every hundredth a milestone in it."""
    words = f"Рассмотреть на заседании вопрос № {row} об итогах проверки в филиале"
    if row % 100 == 0:
        return f"{words} (до 15 {MONTHS[row % 12]})"
    return f"{words} (с приглашением сторон)" if row % 10 == 0 else words


def deadlines() -> Iterator[str]:
    """Distinct deadlines without end in sight: days, months, ranges and recurring rules."""
    shapes = (
        *(
            "до {day} {month} {year} г.",
            "с {day} по 28 {month} {year} года",
            "{day} {month} {year}",
        ),
        *(
            "ежемесячно до {day} числа, начиная с {month} {year} года",
            "не позднее {day} {month} {year} года",
        ),
        *("{day} {month} и 30 декабря {year} года", "по запросу комиссии № {day} {month} {year}"),
    )
    years, days = range(YEAR, YEAR + 6), range(1, 28)
    for year, day, month, shape in product(years, days, MONTHS, shapes):
        yield shape.format(day=day, month=month, year=year)


def parties() -> Iterator[str]:
    """Distinct responsible phrases: two or three parties in the usual shapes."""
    shapes = (
        "{0}, {1} филиала № {number}",
        "{0} совместно со школой № {number}, {1}",
        "{0} и {1} (по согласованию), филиал № {number}",
    )
    pairs = list(permutations(departments(), 2))
    for number, (one, other), shape in product(range(1, 12), pairs, shapes):
        yield shape.format(one, other, number=number)


def departments() -> list[str]:
    """The names of the roster."""
    return [f"{head} {field}" for head, field in product(HEADS, FIELDS)]


if __name__ == "__main__":
    main(min(int(sys.argv[1]) if sys.argv[1:] else 1_000_000, MOST_ROWS))
