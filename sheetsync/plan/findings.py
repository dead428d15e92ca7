"""Every finding by its code: how much it matters, what it says, what to write instead."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sheetsync.model import Columns, Doubt, Finding, Severity, sheet_row
from sheetsync.words.cell_findings import ABOUT_CELLS
from sheetsync.words.table_findings import ABOUT_TABLES, Wording
from sheetsync.words.terms import clip

CATALOGUE: dict[str, Wording] = ABOUT_TABLES | ABOUT_CELLS
_QUOTED, _HINT, _NUMBER = 200, 400, 20  # characters


def finding(doubt: Doubt, *, row: int, number: str, columns: Columns, field: str = "") -> Finding:
    """The doubt about a cell of this row, in words and with its place in the sheet.

    `field` is the column where its words stand, if not in the one that the code is about.
    """
    wording = CATALOGUE[doubt.code]
    field = field or wording.field
    # A cell may hold 32,767 characters; who reads a finding needs to recognise it, not more.
    filled = {"quote": clip(doubt.quote, _QUOTED), "hint": clip(doubt.hint, _HINT)}
    return Finding(
        code=doubt.code,
        severity=wording.severity,
        row=row,
        column=columns.letters.get(field, ""),
        header=columns.headers.get(field, ""),
        number=clip(number, _NUMBER),
        sentence=_filled(wording.sentence, filled),
        suggestion=doubt.advice or _filled(wording.suggestion, filled),
        tab=columns.tab,
        **filled,
    )


def doubt_words(doubt: Doubt) -> str:
    """What a doubt says and advises, where it is about no row."""
    wording = CATALOGUE[doubt.code]
    filled = {"quote": clip(doubt.quote, _QUOTED), "hint": clip(doubt.hint, _HINT)}
    return f"{_filled(wording.sentence, filled)} {doubt.advice or wording.suggestion}"


def _filled(sentence: str, words: Mapping[str, str]) -> str:
    text = sentence.format(**words)
    # A day in words ends with a full stop of its own: «19 марта 2026 г.»
    return text[:-1] if text.endswith("..") and not text.endswith("...") else text


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by severity, then in the sheet's order."""
    worst = list(Severity)
    return tuple(sorted(findings, key=lambda f: (worst.index(f.severity), f.row, f.column)))


def put_right(
    before: Iterable[Finding], now: Iterable[Finding], moved: Mapping[int, int]
) -> tuple[Finding, ...]:
    """The findings of before that are none any more, in the rows where their measures are now.

    `moved` says by the row of then where a measure is now, 0 where it is gone: it has none.
    """
    still = {_sign(finding) for finding in now}
    here = (replace(finding, row=moved.get(finding.row, 0)) for finding in before)
    return tuple(finding for finding in here if finding.row and _sign(finding) not in still)


def _sign(finding: Finding) -> tuple[str, int, str]:
    # Not by hint or sentence: they may name another row, which moves as the plan is edited.
    return finding.code, finding.row, finding.quote


def place(finding: Finding) -> str:
    """Where it is, as people find it: «строка 14, столбец C «Сроки»»."""
    row = sheet_row(finding.row)
    if not finding.column:
        return f"строка {row}"
    return f"строка {row}, столбец {finding.column} «{finding.header}»"
