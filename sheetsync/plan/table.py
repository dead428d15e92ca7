"""A grid of cells to the rows of measures, each with the sheet's own row number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sheetsync.model import CellValue, Grid, Line, Synonyms
from sheetsync.plan.cells import cell_lines, cell_text, is_blank
from sheetsync.plan.columns import Header, find_header
from sheetsync.words.cleaning import tidy

# Columns in which many rows say the same. Equal texts are kept once: a third less memory, and
# whoever looks them up later finds them twice as fast.
_REPEATED = ("deadline", "responsible", "status", "note")
_SPACED_OUT = re.compile(r"\b(?:\w ){2,}\w\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTable:
    """The plan tab, cut into measures; `lone` are rows taken for section headings by their look.

    `grid` are the cells that it was cut from.
    """

    tab: str
    title: str
    header: Header
    lines: tuple[Line, ...]
    lone: tuple[tuple[int, str], ...]
    grid: Grid


def read_table(grid: Grid, synonyms: dict[str, Synonyms]) -> PlanTable:
    """The measures of a tab, with title, numbering, section, blank and repeated header rows apart.

    Raises NoPlanTable or ColumnMissing where the tab is no plan.
    """
    header = find_header(grid, synonyms)
    lines: list[Line] = []
    lone: list[tuple[int, str]] = []
    section = ""
    texts: dict[str, str] = {}
    for number, cells in _body(grid, header):
        heading = _section(cells)
        if heading:
            section = heading
            if not cells["number"]:
                lone.append((number, heading))
            continue
        for field in _REPEATED:
            cells[field] = texts.setdefault(cells[field], cells[field])
        lines.append(Line(row=number, section=section, **cells))
    title = plan_title(grid.rows[: header.index])
    return PlanTable(
        tab=grid.title,
        title=title,
        header=header,
        lines=tuple(lines),
        lone=tuple(lone),
        grid=grid,
    )


def plan_title(rows: Sequence[Sequence[CellValue]]) -> str:
    """The words above the header, from the line that begins with «План» where there is one."""
    lines = [" ".join(cell_text(v) for v in row if not is_blank(v)) for row in rows]
    lines = [_SPACED_OUT.sub(lambda m: m[0].replace(" ", ""), line.strip(" *")) for line in lines]
    starts = [i for i, line in enumerate(lines) if line.casefold().startswith("план")]
    words = " ".join(line for line in lines[starts[0] if starts else 0 :] if line)
    return "План" + words[4:] if words.startswith("ПЛАН") else words


def _body(grid: Grid, header: Header) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the header that say something, each with its number in the sheet."""
    for number, row in enumerate(grid.rows[header.index + 1 :], start=header.index + 2):
        cells = _fields(row, header)
        if any(cells.values()) and not _is_numbering(row) and not _repeats(cells, header):
            yield number, cells


def _fields(row: Sequence[CellValue], header: Header) -> dict[str, str]:
    """The fields of a `Line` that stand in the row itself."""

    def value(field: str) -> CellValue:
        column = header.fields.get(field, -1)
        return row[column] if 0 <= column < len(row) else None

    cells = {field: cell_lines(value(field)) for field in ("deadline", "status")}
    parties = map(cell_lines, (value("responsible"), value("helper")))
    return {
        **cells,
        "number": cell_text(value("number")).rstrip("."),
        "measure": cell_text(value("measure")),
        "responsible": ",\n".join(filter(None, parties)),
        "note": cell_text(value("note")),
    }


def _repeats(cells: dict[str, str], header: Header) -> bool:
    """The header once more, as printed tables have it on every page."""
    return all(
        tidy(cells[field]).casefold() == header.texts[field].casefold()
        for field in ("measure", "deadline")
    )


def _is_numbering(row: Sequence[CellValue]) -> bool:
    """The row "1 2 3 4" that official tables carry below their header."""
    texts = [cell_text(value) for value in row if not is_blank(value)]
    return len(texts) >= 3 and texts == [str(i + 1) for i in range(len(texts))]


def _section(cells: dict[str, str]) -> str:
    """The heading, where the number or the measure is all that the row holds."""
    filled = [field for field, text in cells.items() if text]
    if filled == ["measure"]:
        return cells["measure"]
    if filled == ["number"] and not cells["number"].replace(".", "").isdigit():
        return cells["number"]
    return ""
