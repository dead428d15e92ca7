"""Google's limits on a spreadsheet, with the words in which it refuses what is over them.

10 million cells, 18,278 columns and 50,000 characters a cell are documented in the help page "Files
you can store in Google Drive"; the size of a request is known from what users were refused.
"""

from typing import Any

from .errors import ApiError, invalid
from .state import Book

LONGEST_TEXT = 50_000
MOST_CELLS = 10_000_000
MOST_COLUMNS = 18_278
LARGEST_BODY = 10_485_760


def refuse_large_body(body: bytes) -> None:
    """Raise a 400 for a request that Google's front end would not let through."""
    if len(body) > LARGEST_BODY:
        raise ApiError(
            400,
            "INVALID_ARGUMENT",
            f"Request payload size exceeds the limit: {LARGEST_BODY} bytes.",
        )


def refuse_long_text(value: dict[str, Any] | None) -> None:
    """Raise a 400 for an ExtendedValue that no cell holds."""
    texts = (text for text in (value or {}).values() if isinstance(text, str))
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise invalid(
            f"Your input contains more than the maximum of {LONGEST_TEXT} characters in a single "
            "cell."
        )


def refuse_large_book(book: Book) -> None:
    """Raise a 400 where the tabs together have more cells than a spreadsheet may."""
    if any(sheet.column_count > MOST_COLUMNS for sheet in book.sheets):
        raise invalid(
            "This action would increase the number of columns in the sheet above the limit of "
            f"{MOST_COLUMNS} columns."
        )
    if sum(sheet.row_count * sheet.column_count for sheet in book.sheets) > MOST_CELLS:
        raise invalid(
            "This action would increase the number of cells in the workbook above the limit of "
            f"{MOST_CELLS} cells."
        )
