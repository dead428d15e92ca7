"""Columns of marks that belong together: one for each part of the year, or for each answer."""

from collections.abc import Mapping, Sequence
from itertools import count, takewhile

from sheetsync.model import CellValue
from sheetsync.plan.cells import cell_at, cell_text
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.periods import named_period
from sheetsync.words.tables import answer_at_end, is_mark, is_no_mark, says_done


def mark_parts(column: int | None, headers: Mapping[int, str]) -> dict[int, str]:
    """By column what its marks are of, «Отметка за I полугодие», or say, «Готово: нет»; {} for all.

    `column` is that of marks; those beside it that begin alike and name other parts belong to it.
    """
    if column is None:
        return {}
    alike = headed_alike(column, headers)
    if says(headers[column], HeaderRole.CAME_TO_BE):
        alike = {c: text for c, text in headers.items() if says(text, HeaderRole.CAME_TO_BE)}
    several = alike.items() if len(alike) > 1 else ()
    named = {c: period.name for c, text in several if (period := named_period(text))}
    named = named or _answers_beside(column, headers)
    return named if column in named and len({*named.values()}) > 1 else {}


def _answers_beside(column: int, headers: Mapping[int, str]) -> dict[int, str]:
    """«Выполнено да» beside «Выполнено нет», or «Не выполнено», by what a sign below each says."""
    said = {c: answer for c, text in headers.items() if (answer := answer_at_end(text))}
    left = takewhile(said.__contains__, count(column - 1, -1))
    right = takewhile(said.__contains__, count(column))
    return {c: said[c] for c in sorted((*left, *right))}


def headed_alike(column: int, headers: Mapping[int, str]) -> dict[int, str]:
    """The columns whose headers begin with the same word, with them."""
    first = headers[column].split()[:1]
    return {c: text for c, text in headers.items() if text.split()[:1] == first}


def mark_in_parts(row: Sequence[CellValue], parts: Mapping[int, str]) -> str:
    """The marks of a row, each with its part: «I полугодие: выполнено»; «да» of one below it."""
    said = ((part, cell_text(cell_at(row, column))) for column, part in parts.items())
    return "; ".join(filter(None, (_of_part(part, text) for part, text in said if text)))


def _of_part(part: str, text: str) -> str:
    if not answer_at_end(part):
        return f"{part}: {text}"
    said = text if says_done(part) else f"{part} {text}"  # what stands there says no less
    return "" if is_no_mark(text) else part if is_mark(text) else said
