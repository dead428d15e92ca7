"""The value of a cell as the words a person sees in it."""

from datetime import date

from sheetsync.model import CellValue, column_letters, column_number
from sheetsync.words.cleaning import tidy


def cell_text(value: CellValue) -> str:
    """One line of text: dates as dd.mm.yyyy, whole floats without a fraction, None as ""."""
    if value is None:
        return ""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        # Spreadsheets write TRUE and FALSE in capitals, Python does not.
        return str(value).upper()
    if isinstance(value, date):  # a datetime is a date too; plans know no hours
        return f"{value:%d.%m.%Y}"
    # A number typed as 5 may come as 5.0, and rows are known by the text of their numbers.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def cell_lines(value: CellValue) -> str:
    """As `cell_text`, with the cell's own line breaks: lists are often written one a line."""
    if isinstance(value, str) and "\n" in value:
        return "\n".join(filter(None, map(tidy, value.splitlines())))
    return cell_text(value)


def is_blank(value: CellValue) -> bool:
    """Nothing that a person would see: None, or only spaces and invisible characters."""
    return value is None or (isinstance(value, str) and not tidy(value))


def column_letter(index: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    return column_letters(index + 1)


def column_index(letters: str) -> int:
    """The column that letters name, counted from 0: A is 0, AA is 26."""
    return column_number(letters) - 1
