"""Finds the header row and tells which column holds which field (config/columns.toml)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.errors import ColumnMissing, NoPlanTable
from sheetsync.model import FIELDS, LOOKUP_HEADER, CellValue, Columns, Grid, Synonyms
from sheetsync.plan.cells import cell_text
from sheetsync.words.cleaning import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Where the header stands: `index` counts the grid's rows from 0, `fields` its columns."""

    index: int
    fields: dict[str, int]
    texts: dict[str, str]

    def columns(self) -> Columns:
        """The same for people: the sheet's own row number and column letters."""
        letters = {field: column_letter(column) for field, column in self.fields.items()}
        return Columns(row=self.index + 1, letters=letters, headers=self.texts)


def column_letter(index: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The column that letters name, counted from 0: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def find_header(grid: Grid, synonyms: dict[str, Synonyms]) -> Header:
    """The first row that names at least two of the required fields.

    Raises NoPlanTable where there is no such row, ColumnMissing where it lacks a required field.
    """
    required = [field for field in FIELDS if synonyms[field].required]
    for index, row in enumerate(grid.rows):
        fields = match_headers(row, synonyms)
        if sum(field in fields for field in required) >= 2:
            return _checked(index, row, fields, required=required, synonyms=synonyms)
    looked_for = "; ".join(f"«{synonyms[field].headers[0]}»" for field in required)
    raise NoPlanTable(
        f"На листе «{grid.title}» нет строки с заголовками плана. Нужны столбцы {looked_for} "
        "(годятся и похожие названия): проверьте лист и заголовки или дополните columns.toml."
    )


def match_headers(row: Sequence[CellValue], synonyms: dict[str, Synonyms]) -> dict[str, int]:
    """Which column of this row is the header of which field."""
    texts = {
        i: fold(cell_text(v)).rstrip(" .:*")
        for i, v in enumerate(row)
        # Where a shared sheet was saved as a file, the look-up column is one of text.
        if v is not None and v != LOOKUP_HEADER
    }
    found: dict[str, int] = {}
    for exact in (True, False):
        for column, text in texts.items():
            if not text or column in found.values():
                continue
            field = _field_of(text, synonyms, exact=exact)
            if field and field not in found:
                found[field] = column
    return found


def _field_of(text: str, synonyms: dict[str, Synonyms], *, exact: bool) -> str:
    for field in FIELDS:
        known = synonyms[field]
        if exact and text in map(fold, known.headers):
            return field
        # A whole sentence that happens to begin like a header is a title line, not a header.
        if not exact and len(text) <= 60 and text.startswith(tuple(map(fold, known.begins))):
            return field
    return ""


def _checked(
    index: int,
    row: Sequence[CellValue],
    fields: dict[str, int],
    *,
    required: list[str],
    synonyms: dict[str, Synonyms],
) -> Header:
    shown = "; ".join(f"«{cell_text(v)}»" for v in row if cell_text(v))
    for field in required:
        if field not in fields:
            raise ColumnMissing(
                f"В строке {index + 1} нет столбца «{synonyms[field].headers[0].capitalize()}». "
                f"Найдены заголовки: {shown}. Назовите нужный столбец одним из слов: "
                f"{', '.join(synonyms[field].headers[:4])}."
            )
    texts = {field: cell_text(row[column]) for field, column in fields.items()}
    return Header(index=index, fields=fields, texts=texts)
