"""What staff will write, for a simulation: a table of date, number and status text."""

from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

from sheetsync.daily.simulation import Marks
from sheetsync.errors import UsageError
from sheetsync.languages import _
from sheetsync.model import CellValue
from sheetsync.workbooks.tables import read_table_file


def read_marks(path: Path) -> Marks:
    """By day, by number, the text that stands in the status column from that day on.

    The first row may name the columns. Raises UsageError for a row that has no date or number,
    WorkbookError where the file cannot be read.
    """
    marks: defaultdict[date, dict[str, str]] = defaultdict(dict)
    for index, row in enumerate(read_table_file(path).rows, start=1):
        # A line of a text file ends with its last cell: a mark that is taken back has none.
        day, number, status = (*row, None, None, None)[:3]
        when = _day(day)
        if not any(row) or (when is None and index == 1):
            continue
        if when is None or number is None:
            raise UsageError(
                _(
                    "{path}, row {index}: a date, the number of a measure and a mark are "
                    "needed, such as “2021-02-08”, “13”, “План утверждён”.",
                    path=path,
                    index=index,
                )
            )
        marks[when][_number(number)] = "" if status is None else str(status)
    return marks


def _day(value: CellValue) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007 - a civil day
        except ValueError:
            continue
    return None


def _number(value: CellValue) -> str:
    return str(value).strip().rstrip(".")
