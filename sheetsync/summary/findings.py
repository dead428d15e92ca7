"""The tab «Проверка»: what is wrong in the sheet, where, and what to write instead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sheetsync.model import Cell, Finding, Plan, Row, Severity, Tab
from sheetsync.summary.looks import (
    DONE_TEXT,
    DUE_TEXT,
    HEADER,
    HEADING,
    LATE_TEXT,
    LINK,
    QUIET,
    STAMP,
    TEXT,
    TITLE,
)
from sheetsync.words.terms import day_words, plural

KEY, NAME = "findings", "Проверка"
_WIDTHS = (16.0, 9.0, 26.0, 60.0, 60.0)
_HEADERS = ("Важность", "Пункт", "Ячейка", "Что не так", "Что сделать")
SEVERITY = {
    Severity.ERROR: ("ошибка", LATE_TEXT),
    Severity.WARNING: ("проверьте", DUE_TEXT),
    Severity.NOTE: ("к сведению", TEXT),
}


def findings_tab(plan: Plan, *, today: date, fixed: tuple[Finding, ...] = ()) -> Tab:
    """The findings of the plan as of a day, the worst first, each with a link to its cell.

    `fixed` are those of the run before that are none any more, with their present rows.
    """
    header = Row(cells=tuple(Cell(value=words, look=HEADER) for words in _HEADERS))
    return Tab(
        key=KEY,
        title=NAME,
        year_title=f"{NAME} {plan.year}",
        rows=(
            *_head(plan, today),
            header,
            *map(_line, plan.findings),
            *_fixed(fixed),
        ),
        widths=_WIDTHS,
        frozen_rows=3,
        color="8A5A00" if plan.findings else "1B6E3C",
    )


def _head(plan: Plan, today: date) -> tuple[Row, ...]:
    count = len(plan.findings)
    words = plural(count, "замечание", "замечания", "замечаний")
    title = f"Проверка плана: {count} {words}" if count else "Проверка плана: замечаний нет"
    return (
        Row(
            cells=(
                Cell(value=title, look=TITLE, span=4),
                Cell(value=f"на {day_words(today)}", look=STAMP),
            ),
            height=26,
        ),
        Row(
            cells=(
                Cell(
                    value="Исправляйте в самом плане; этот лист обновится при следующей проверке.",
                    look=QUIET,
                    span=5,
                ),
            )
        ),
    )


def _fixed(findings: tuple[Finding, ...]) -> Iterator[Row]:
    if findings:
        title = f"Исправлено с прошлого раза: {len(findings)}"
        yield Row(height=12)
        yield Row(cells=(Cell(value=title, look=HEADING, span=5),), height=20)
    for finding in findings:
        done = replace(finding, suggestion="")
        _, *rest = _line(done).cells
        yield Row(cells=(Cell(value="исправлено", look=DONE_TEXT), *rest))


def _line(finding: Finding) -> Row:
    word, look = SEVERITY[finding.severity]
    cell = f"{finding.column or 'A'}{finding.row}" if finding.row else ""
    where = f"строка {finding.row}" if finding.row else "вкладки"
    if finding.column:
        where = f"{cell} «{finding.header}»"
    sentence = finding.sentence[:1].upper() + finding.sentence[1:]
    return Row(
        cells=(
            Cell(value=word, look=look),
            Cell(value=f"п. {finding.number}" if finding.number else None, look=TEXT),
            Cell(value=where, look=LINK if cell else TEXT, target=cell),
            Cell(value=sentence, look=TEXT),
            Cell(value=finding.suggestion, look=TEXT),
        )
    )
