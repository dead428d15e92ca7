"""Codes that stand for marks in columns of months: a schedule of works, «ТО», «ТР», «К»."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sheetsync.model import CellValue
from sheetsync.plan.cells import cell_at, cell_text, shown_texts
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_rows import SAMPLE
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.codes import codes_in, is_code, is_legend, legend_of, tells_work
from sheetsync.words.tables import is_either_mark

_FEWEST = 3  # codes that nothing explains


def with_codes(head: HeaderInSheet, columns: DeadlineColumns) -> DeadlineColumns:
    """The columns of periods with the texts below them that are marks, whatever they are of.

    A legend tells them, and which of them are none; without it they are told by nothing else
    standing there, and one of them again and again. Where neither tells, there are no codes.
    """
    texts = (cell_text(cell_at(row, column)) for row in head.sample for column in columns.periods)
    found = Counter(text for text in texts if text and not is_either_mark(text))
    if not any(map(str.isalpha, "".join(found))):
        return columns
    legend = legend_of(_lines(head))
    works = {code for code, meaning in legend.items() if tells_work(meaning)}
    known = {text: works.intersection(codes_in(text)) for text in found if _told(text, legend)}
    if not known:
        uniform = all(map(is_code, found)) and found.total() >= _FEWEST
        told = uniform and max(found.values()) > 1
        return replace(columns, codes=frozenset(found)) if told else columns
    return replace(
        columns,
        codes=frozenset(text for text, some in known.items() if some),
        idle=frozenset(text for text, some in known.items() if not some),
    )


def _told(text: str, legend: Mapping[str, str]) -> bool:
    return legend.keys() >= {*codes_in(text)}


def legend_row(row: Sequence[CellValue], columns: DeadlineColumns) -> str:
    """The words of a row that only explains the codes: «ТО – осмотр» in a cell, or in two."""
    if not (columns.codes or columns.idle):
        return ""
    texts = shown_texts(row)
    if len(texts) == 1:
        return texts[0] if is_legend(texts[0]) else ""
    known = {one for text in (*columns.codes, *columns.idle) for one in codes_in(text)}
    explained = len(texts) == 2 and known.issuperset(codes_in(texts[0]))
    return " ".join(texts) if explained else ""


def _lines(head: HeaderInSheet) -> Iterator[str]:
    """What stands above the header, and the rows below it that hold one text or two."""
    rows, header = head.grid.rows, head.rows
    for row in (*rows[: header.first], *rows[header.last + 1 :][-SAMPLE:]):
        texts = shown_texts(row)
        if len(texts) == 1:
            yield texts[0]
        elif len(texts) == 2:
            yield " – ".join(texts)
